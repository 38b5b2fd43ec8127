/** Application keys. The holder of a key acts on behalf of an account, within the scopes of the application. */
import { Prisma } from '../generated/prisma/client.ts';
import { applicationKeyTopic, applicationKeyTopicPrefix, operationTopicPrefix } from '../live/topics.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/db.ts';
import { checksumOf, derivedHexToken, hashOf } from '../platform/secrets.ts';
import type { ApplicationViewer } from './viewer.ts';

/** The prefix of all keys, so that people and secret scanners recognize them. */
export const keyPrefix = 'placard_pk_';

/**
 * The key with an id: the prefix, 256 bits that are derived from the id, and a checksum that reveals a mistyped key without
 * a lookup. It is not stored, and a repeated request for it gets the same one. Keys of earlier versions are random.
 */
export function applicationKeyFor(secret: string, keyId: string): string {
  const key = `${keyPrefix}${derivedHexToken(secret, `application-key:${keyId}`)}`;
  return `${key}${checksumOf(key)}`;
}

/** True if a key has the form and the checksum of a generated one. */
export function isWellFormedKey(key: string): boolean {
  const [, body = '', checksum] = /^(placard_pk_[0-9a-f]{64})([0-9a-f]{8})$/.exec(key) ?? [];
  return checksum !== undefined && checksumOf(body) === checksum;
}

/** Finds the application of a key; undefined if the key is unknown or revoked, or its application is deleted. */
export async function findApplicationByKey(
  read: Database['read'],
  key: string,
): Promise<ApplicationViewer | undefined> {
  const [application] = await readApplications(read, Prisma.sql`key.key_hash = ${hashOf(key)}`);
  return application;
}

/** The applications with a valid key that meets a condition. One statement. */
export function readApplications(read: Database['read'], condition: Prisma.Sql): Promise<readonly ApplicationViewer[]> {
  return read<ApplicationViewer>(Prisma.sql`
    select 'application' as kind, key.id as "keyId", application.id as "applicationId", account_id as "accountId", scopes::text[] as scopes,
      account.suspended_at is not null as "isSuspended", operations_revision as "operationsRevision", quota_capacity as "quotaCapacity",
      quota_restore_per_second as "quotaRestorePerSecond"
    from application_key key join application on application.id = key.application_id
      join account on account.id = application.account_id
    where ${condition} and key.revoked_at is null and application.deleted_at is null and account.closed_at is null`);
}

/** Finds the topics of operations whose versions are all retired. One statement. */
export function findRetiredOperations(
  { db, clock }: { db: Db; clock: Clock },
  topics: readonly string[],
): Promise<{ topic: string }[]> {
  const named = topics.map((topic) => topic.slice(operationTopicPrefix.length).split(':'));
  return db.$queryRaw<{ topic: string }[]>`
    select ${operationTopicPrefix} || manifest_document.application_id || ':' || hash as topic
    from manifest_document join operation_manifest on operation_manifest.id = manifest_id
      join unnest(${named.map(([id]) => id ?? '')}::uuid[], ${named.map(([, hash]) => hash ?? '')}::text[])
        as followed (followed_application, followed_hash)
        on followed_application = manifest_document.application_id and followed_hash = hash
    group by manifest_document.application_id, hash having bool_and(coalesce(retires_at <= ${clock.now()}, false))`;
}

/** Finds the topics of keys that have ended. */
export async function findEndedKeys(db: Db, topics: readonly string[]): Promise<{ topic: string }[]> {
  const ids = topics.map((topic) => topic.slice(applicationKeyTopicPrefix.length));
  const ended = await db.applicationKey.findMany({
    where: { id: { in: ids }, OR: [{ revokedAt: { not: null } }, { application: { deletedAt: { not: null } } }] },
    select: { id: true },
  });
  return ended.map(({ id }) => ({ topic: applicationKeyTopic(id) }));
}
