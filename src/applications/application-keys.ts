/** Keys of applications: made, shown once, revoked. */

import { requirePersonEditor } from '../access/actor.ts';
import { visibleApplications } from '../access/application-access.ts';
import { newKey } from '../access/application-keys.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Application, ApplicationKey } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { LimitReached, notFound } from '../platform/errors.ts';
import { hashOf } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { changeApplication } from './applications.ts';

export const ApplicationKeyNotFound = notFound('ApplicationKey');

/** A key that was just made; the only time that it is shown. */
export interface NewKey {
  readonly secret: string;
  readonly key: ApplicationKey;
}

/**
 * Makes a key. Two can work at a time, so that one can be replaced without a pause.
 * @throws LimitReached, NotSignedIn, ScopeMissing, RateLimited, ApplicationNotFound
 */
export function createApplicationKey(app: AppServices, viewer: Viewer, applicationId: string): Promise<NewKey> {
  return changeApplication(app, viewer, applicationId, async (tx) => {
    const most = limits.applications.keysPerApplication;
    if ((await tx.applicationKey.count({ where: { applicationId, revokedAt: null } })) >= most)
      throw new LimitReached({
        owner: 'An application',
        max: most,
        objects: 'working keys',
        advice: 'Revoke one first.',
      });
    const secret = newKey();
    const data = { applicationId, keyHash: hashOf(secret), createdAt: app.clock.now() };
    // Only what comes after the prefix is hashed: the prefix says where it is looked up.
    return { secret: `${app.config.tokenPrefix}${secret}`, key: await tx.applicationKey.create({ data }) };
  });
}

/**
 * Revokes a key immediately; its open streams end. Revoking a revoked key changes nothing.
 * @throws ApplicationKeyNotFound, NotSignedIn, ScopeMissing, RateLimited, ApplicationNotFound
 */
export async function revokeApplicationKey(app: AppServices, viewer: Viewer, keyId: string): Promise<Application> {
  requirePersonEditor(viewer);
  const key = await app.db.applicationKey.findFirst({
    where: { id: keyId, application: visibleApplications(viewer) },
  });
  if (!key) throw new ApplicationKeyNotFound();
  return changeApplication(app, viewer, key.applicationId, async (tx) => {
    await tx.applicationKey.updateMany({ where: { id: keyId, revokedAt: null }, data: { revokedAt: app.clock.now() } });
    return tx.application.findUniqueOrThrow({ where: { id: key.applicationId } });
  });
}
