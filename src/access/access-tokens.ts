/** Access tokens. The holder of one acts for the account whose owner has consented, within the scopes of that grant. */
import { Prisma } from '../generated/prisma/client.ts';
import { accessTokenTopic, accessTokenTopicPrefix } from '../live/topics.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { hashOf, newHexToken } from '../platform/secrets.ts';
import { offeredScopes } from './scopes.ts';
import type { ApplicationViewer } from './viewer.ts';

/** The prefix of all access tokens, so that people and secret scanners recognize them. */
export const accessTokenPrefix = 'placard_at_';

/** Generates an access token: the prefix and 256 random bits. */
export const newAccessToken = (): string => `${accessTokenPrefix}${newHexToken()}`;

/**
 * The grants that work at a time: a condition on application_grant, application (the one that acts), account (for which it
 * acts) and maker (the account that owns the application). A grant is not revoked and not expired, its application is not
 * deleted and does not belong to a suspended account, and the person who consented is still an owner of the account.
 */
export const workingGrantSql = (at: Date): Prisma.Sql => Prisma.sql`(
  application_grant.revoked_at is null and application_grant.expires_at > ${at}
  and application.deleted_at is null and account.closed_at is null
  and maker.closed_at is null and maker.suspended_at is null
  and exists (select from membership where membership.account_id = application_grant.account_id
    and membership.person_id = application_grant.consented_by_id and membership.role = 'OWNER'))`;

/** The tables of `workingGrantSql`. */
export const grantTablesSql: Prisma.Sql = Prisma.sql`application_grant
  join application on application.id = application_grant.application_id
  join account on account.id = application_grant.account_id
  join account maker on maker.id = application.account_id`;

/** Finds the application that acts with an access token; undefined if the token does not work. */
export async function findApplicationByAccessToken(
  services: { db: Db; clock: Clock },
  token: string,
): Promise<ApplicationViewer | undefined> {
  const [application] = await readGrantedApplications(services, Prisma.sql`token.token_hash = ${hashOf(token)}`);
  return application;
}

/**
 * The applications with a working access token that meets a condition. Their scopes are those that the account has
 * granted, the token has, and the application still has. One statement.
 */
export function readGrantedApplications(
  { db, clock }: { db: Db; clock: Clock },
  condition: Prisma.Sql,
): Promise<ApplicationViewer[]> {
  const at = clock.now();
  return db.$queryRaw<ApplicationViewer[]>`
    select 'application' as kind, null as "keyId", application.id as "applicationId", account.id as "accountId",
      json_build_object('id', application_grant.id, 'tokenId', token.id) as grant,
      array(select unnest(token.scopes) intersect select unnest(application_grant.scopes)
        intersect select unnest(application.scopes) intersect select unnest(${offeredScopes}::text[])) as scopes,
      account.suspended_at is not null as "isSuspended", operations_revision as "operationsRevision",
      quota_capacity as "quotaCapacity", quota_restore_per_second as "quotaRestorePerSecond"
    from oauth_record token join ${grantTablesSql} on application_grant.id = token.grant_id
    where ${condition} and token.kind = 'ACCESS_TOKEN' and token.expires_at > ${at} and ${workingGrantSql(at)}`;
}

/** Finds the topics of access tokens that do not work any more, for whatever reason. */
export async function findEndedAccessTokens(
  services: { db: Db; clock: Clock },
  topics: readonly string[],
): Promise<{ topic: string }[]> {
  const ids = topics.map((topic) => topic.slice(accessTokenTopicPrefix.length));
  const working = await readGrantedApplications(services, Prisma.sql`token.id = any(${ids}::uuid[])`);
  const alive = new Set(working.map(({ grant }) => grant && accessTokenTopic(grant.tokenId)));
  return topics.filter((topic) => !alive.has(topic)).map((topic) => ({ topic }));
}
