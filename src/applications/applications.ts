/** Applications of partners: creation, scopes, quota and deletion. */
import { lockAccountToStart, requirePersonEditor, requireRole } from '../access/actor.ts';
import { canCreateApplicationsFor, visibleApplications } from '../access/application-access.ts';
import { requireOperator } from '../access/operator-access.ts';
import type { Scope } from '../access/scopes.ts';
import { limitOwnerOf, type Member, type Viewer } from '../access/viewer.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { Application } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { applicationKeyTopic, applicationTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, LimitReached, notFound } from '../platform/errors.ts';
import { textProblem } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';

export const ApplicationNotFound = notFound('Application');

export interface NewApplication {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** On whose behalf it acts: oneself, or, for an operator, anybody. */
  readonly accountId: string;
}

/** Makes an application, without a key. @throws NotSignedIn, ScopeMissing, RateLimited, InputInvalid, LimitReached */
export async function createApplication(
  app: AppServices,
  viewer: Viewer,
  { name, scopes, accountId }: NewApplication,
): Promise<Application> {
  const person = requirePersonEditor(viewer);
  await countChange(app, person);
  const problem = textProblem(name, limits.applications.nameCharacters);
  if (problem) throw new InputInvalid([{ field: 'name', message: problem }]);
  return app.db.$transaction(async (tx) => {
    // Two at the same time wait for each other here, so that neither overlooks the other.
    const isLocked = canCreateApplicationsFor(person, accountId) && (await lockAccountToStart(tx, accountId));
    if (!isLocked)
      throw new InputInvalid([{ field: 'accountId', message: 'must be your own account, unless you are an operator' }]);
    requireRole(person, accountId);
    const most = limits.applications.applicationsPerAccount;
    if ((await tx.application.count({ where: { accountId, deletedAt: null } })) >= most)
      throw new LimitReached({
        owner: 'An account',
        max: most,
        objects: 'applications',
        advice: 'Delete one first.',
      });
    return tx.application.create({
      data: {
        name,
        scopes: unique(scopes),
        accountId,
        createdById: person.sessionId === '' ? null : person.personId,
        createdAt: app.clock.now(),
      },
    });
  });
}

/** Replaces the scopes of an application; its open streams follow the new scopes too. @throws as the other changes */
export async function updateApplicationScopes(
  app: AppServices,
  viewer: Viewer,
  { applicationId, scopes }: { readonly applicationId: string; readonly scopes: readonly Scope[] },
): Promise<void> {
  await changeApplication(app, viewer, applicationId, (tx) =>
    tx.application.update({ where: { id: applicationId }, data: { scopes: unique(scopes) } }),
  );
}

/** Deletes an application: its keys are revoked and its open streams end. Timelines keep its name. @throws as the other changes */
export async function deleteApplication(app: AppServices, viewer: Viewer, applicationId: string): Promise<void> {
  await changeApplication(app, viewer, applicationId, (tx) =>
    tx.application.update({ where: { id: applicationId }, data: { deletedAt: app.clock.now() } }),
  );
}

/** Gives an application another quota than the usual one; null: the usual one. For operators. @throws OperatorRequired, InputInvalid, and as the other changes */
export async function updateApplicationQuota(
  app: AppServices,
  viewer: Viewer,
  quota: {
    readonly applicationId: string;
    readonly capacity: number | null;
    readonly restorePerSecond: number | null;
  },
): Promise<void> {
  const { applicationId, capacity, restorePerSecond } = quota;
  const { personId } = requireOperator(viewer);
  const problems = Object.entries({ capacity, restorePerSecond }).flatMap(([field, points]) =>
    points !== null && (points < 1 || points > limits.quota.max)
      ? [{ field, message: `must be from 1 to ${limits.quota.max}` }]
      : [],
  );
  if (problems.length > 0) throw new InputInvalid(problems);
  await changeApplication(app, viewer, applicationId, async (tx) => {
    await appendAuditEntry(app, tx, {
      personId,
      action: 'APPLICATION_QUOTA_UPDATED',
      subject: { type: 'Application', id: applicationId },
      details: { capacity, restorePerSecond },
    });
    await tx.application.update({
      where: { id: applicationId },
      data: { quotaCapacity: capacity, quotaRestorePerSecond: restorePerSecond },
    });
  });
}

/**
 * Changes an application of the viewer in a transaction that holds it, and then refreshes its viewers.
 * @throws NotSignedIn, ScopeMissing, RateLimited, ApplicationNotFound, or what `change` refuses; then nothing has changed
 */
export function changeApplication<Changed>(
  app: AppServices,
  viewer: Viewer,
  applicationId: string,
  change: (tx: Tx) => Promise<Changed>,
): Promise<Changed> {
  return changeOwnApplication(app, requirePersonEditor(viewer), applicationId, change);
}

/** As `changeApplication`, for what an application may change of itself too. */
export async function changeOwnApplication<Changed>(
  app: AppServices,
  viewer: Member,
  applicationId: string,
  change: (tx: Tx) => Promise<Changed>,
): Promise<Changed> {
  await countChange(app, viewer);
  const { changed, keys } = await app.db.$transaction(async (tx) => {
    await lockApplication(tx, viewer, applicationId);
    const result = await change(tx);
    return {
      changed: result,
      keys: await tx.applicationKey.findMany({ where: { applicationId }, select: { id: true } }),
    };
  });
  app.live.publishAll(
    [applicationTopic(applicationId), ...keys.map(({ id }) => applicationKeyTopic(id))].map((topic) => ({ topic })),
  );
  return changed;
}

/** Holds an application of the viewer until the transaction ends. @throws ApplicationNotFound, AccountRefused */
export async function lockApplication(tx: Tx, viewer: Viewer, applicationId: string): Promise<Application> {
  await tx.$queryRaw`select 1 from application where id = ${applicationId}::uuid for update`;
  const application = await tx.application.findFirst({
    where: { AND: [{ id: applicationId }, visibleApplications(viewer)] },
  });
  if (!application) throw new ApplicationNotFound();
  requireRole(viewer, application.accountId);
  return application;
}

/** @throws RateLimited */
export async function countChange(app: AppServices, member: Member): Promise<void> {
  await app.rateLimiter.consume('applicationChanges', limitOwnerOf(member));
}

const unique = <One>(list: readonly One[]): One[] => [...new Set(list)];
