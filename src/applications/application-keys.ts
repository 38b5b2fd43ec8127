/** Keys of applications: made, shown once, revoked. */

import { requirePersonEditor, requireRole } from '../access/actor.ts';
import { visibleApplications } from '../access/application-access.ts';
import { applicationKeyFor } from '../access/application-keys.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Application, ApplicationKey } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { LimitReached, notFound } from '../platform/errors.ts';
import { hashOf, matchesHash, randomId } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { changeApplication } from './applications.ts';

export const ApplicationKeyNotFound = notFound('ApplicationKey');

/** A key with its secret, for the request that made it. */
export interface NewKey {
  readonly secret: string;
  readonly key: ApplicationKey;
}

/**
 * Makes a key, and returns its id. Two can work at a time, so that one can be replaced without a pause.
 * @throws LimitReached, NotSignedIn, ScopeMissing, RateLimited, ApplicationNotFound
 */
export function createApplicationKey(app: AppServices, viewer: Viewer, applicationId: string): Promise<string> {
  return changeApplication(app, viewer, applicationId, async (tx) => {
    const most = limits.applications.keysPerApplication;
    if ((await tx.applicationKey.count({ where: { applicationId, revokedAt: null } })) >= most)
      throw new LimitReached({
        owner: 'An application',
        max: most,
        objects: 'working keys',
        advice: 'Revoke one first.',
      });
    const id = randomId();
    const keyHash = hashOf(applicationKeyFor(app.config.secret, id));
    await tx.applicationKey.create({ data: { id, applicationId, keyHash, createdAt: app.clock.now() } });
    return id;
  });
}

/**
 * The key that a request has made, with its secret; null if the viewer may no longer make keys for the application, or
 * if the secret of the server has changed.
 * @throws AccountRefused
 */
export async function findNewKey(app: AppServices, viewer: Viewer, id: string): Promise<NewKey | null> {
  const where = { AND: [{ id }, { application: visibleApplications(requirePersonEditor(viewer)) }] };
  const row = await app.db.applicationKey.findFirst({ where, include: { application: true } });
  if (!row) return null;
  const { application, ...key } = row;
  requireRole(viewer, application.accountId);
  const secret = applicationKeyFor(app.config.secret, id);
  // Only what comes after the prefix is hashed: the prefix says where it is looked up.
  return matchesHash(secret, key.keyHash) ? { secret: `${app.config.tokenPrefix}${secret}`, key } : null;
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
