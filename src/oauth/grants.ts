/** Grants: given by an owner of an account, ended by revocation, or with what they depend on. */
import { randomUUID } from 'node:crypto';
import { grantTablesSql, workingGrantSql } from '../access/access-tokens.ts';
import { lockAccountToStart, requireOwner } from '../access/actor.ts';
import { ownGrants } from '../access/grant-access.ts';
import type { Scope } from '../access/scopes.ts';
import type { Person } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { accessTokenTopic } from '../live/topics.ts';
import { dayMs, later, minuteMs } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { notFound } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';

export const ApplicationGrantNotFound = notFound('ApplicationGrant');

/** The time in which an application must exchange the code of a new grant for tokens. */
const newGrantMinutes = 10;

/** A grant as the OAuth provider uses it. */
export interface WorkingGrant {
  readonly id: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly scopes: readonly Scope[];
}

/** Reads a grant that works; undefined if it does not. In a transaction, the grant is locked. */
export async function findWorkingGrant(
  db: Db | Tx,
  { id, at, isLocked }: { id: string; at: Date; isLocked: boolean },
): Promise<WorkingGrant | undefined> {
  const lock = isLocked ? Prisma.sql`for update of application_grant` : Prisma.empty;
  const [grant] = await db.$queryRaw<WorkingGrant[]>`
    select application_grant.id, application_grant.application_id as "applicationId",
      application_grant.account_id as "accountId", application_grant.scopes
    from ${grantTablesSql} where application_grant.id = ${id}::uuid and ${workingGrantSql(at)} ${lock}`;
  return grant;
}

/** A consent that a person is about to give. */
export interface NewGrant {
  readonly applicationId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly scopes: readonly Scope[];
}

/**
 * Creates a grant; the oldest one ends if the account has given the application too many. Returns its id; undefined if the
 * person is not an owner of the account, or the account or the application has ended.
 * @throws AccountRefused if the account is suspended
 */
export async function createGrant(app: AppServices, grant: NewGrant): Promise<string | undefined> {
  const { applicationId, accountId, personId, scopes } = grant;
  const at = app.clock.now();
  const id = randomUUID();
  const ended = await app.db.$transaction(async (tx) => {
    // The person is locked before the account, as everywhere.
    await tx.$executeRaw`select from person where id = ${personId}::uuid for key share`;
    // Grants of one account wait for each other here, and for changes of its members.
    if (!(await lockAccountToStart(tx, accountId))) return undefined;
    const owners = await tx.membership.count({ where: { accountId, personId, role: 'OWNER' } });
    const application = await tx.application.findFirst({
      where: { id: applicationId, deletedAt: null, account: { closedAt: null, suspendedAt: null } },
      select: { scopes: true },
    });
    if (owners === 0 || !application) return undefined;
    const older = await tx.applicationGrant.findMany({
      where: { accountId, applicationId, revokedAt: null, expiresAt: { gt: at } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: limits.oauth.grantsPerApplication - 1,
      select: { id: true },
    });
    const topics = await endGrants(tx, { ids: older.map((one) => one.id), at });
    await tx.applicationGrant.create({
      data: {
        id,
        applicationId,
        accountId,
        consentedById: personId,
        scopes: scopes.filter((scope) => application.scopes.includes(scope)),
        createdAt: at,
        expiresAt: later(at, newGrantMinutes * minuteMs),
      },
    });
    return topics;
  });
  if (!ended) return undefined;
  publishEnded(app, ended);
  return id;
}

/** Extends a grant when its application gets a refresh token, which lasts as long. */
export async function extendGrant(tx: Db | Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx.applicationGrant.updateMany({
    where: { id, revokedAt: null },
    data: { expiresAt: later(at, limits.oauth.refreshTokenDays * dayMs) },
  });
}

/**
 * Revokes a grant of an account that the person owns: its tokens stop working, and their streams end. A grant that has
 * ended stays as it is.
 * @throws ApplicationGrantNotFound, AccountRefused, RateLimited
 */
export async function revokeGrant(app: AppServices, person: Person, grantId: string): Promise<void> {
  await app.rateLimiter.consume('applicationChanges', person.personId);
  const grant = await app.db.applicationGrant.findFirst({ where: { AND: [{ id: grantId }, ownGrants(person)] } });
  if (!grant) throw new ApplicationGrantNotFound();
  requireOwner(person, grant.accountId);
  const at = app.clock.now();
  const ended = await app.db.$transaction((tx) => endGrants(tx, { ids: [grantId], at }));
  publishEnded(app, ended);
}

/**
 * Ends grants in a transaction, with their tokens and codes. Returns the ids of the access tokens, to pass to
 * `publishEnded` after the commit. Grants are locked before their tokens, here and wherever tokens are used up.
 */
export async function endGrants(
  tx: Db | Tx,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const grantIds = [...ids].sort();
  await tx.applicationGrant.updateMany({ where: { id: { in: grantIds }, revokedAt: null }, data: { revokedAt: at } });
  const tokens = await tx.oAuthRecord.findMany({
    where: { grantId: { in: grantIds }, kind: 'ACCESS_TOKEN' },
    select: { id: true },
  });
  await tx.oAuthRecord.deleteMany({ where: { grantId: { in: grantIds } } });
  return tokens.map(({ id }) => id);
}

/** Ends the streams of access tokens that have ended, on every instance. */
export const publishEnded = ({ live }: Pick<AppServices, 'live'>, tokenIds: readonly string[]): void =>
  live.publishAll(tokenIds.map((id) => ({ topic: accessTokenTopic(id) })));
