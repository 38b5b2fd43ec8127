/** Keys of applications: who holds one acts on behalf of an account, within the application's scopes. */
import { Prisma } from '../generated/prisma/client.ts';
import { applicationKeyTopic, applicationKeyTopicPrefix, operationTopicPrefix } from '../live/topics.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { checksumOf, hashOf, newHexToken } from '../platform/secrets.ts';
import type { ApplicationViewer } from './viewer.ts';

/** What keys begin with, so that people and scanners know one when they see it. */
export const keyPrefix = 'placard_pk_';

/** A new key: the prefix, 256 random bits, and a checksum that tells a mistyped key without looking it up. */
export function newKey(): string {
  const key = `${keyPrefix}${newHexToken()}`;
  return `${key}${checksumOf(key)}`;
}

/** Whether a key can have been given out at all. */
export function isWellFormedKey(key: string): boolean {
  const [, body = '', checksum] = /^(placard_pk_[0-9a-f]{64})([0-9a-f]{8})$/.exec(key) ?? [];
  return checksum !== undefined && checksumOf(body) === checksum;
}

/** The application that a key belongs to; undefined if the key is unknown or revoked, or its application deleted. */
export async function findPartner(db: Db, key: string): Promise<ApplicationViewer | undefined> {
  const [partner] = await readPartners(db, Prisma.sql`key.key_hash = ${hashOf(key)}`);
  return partner;
}

/** The applications whose keys fulfil a condition and work. One statement. */
export function readPartners(db: Db, condition: Prisma.Sql): Promise<ApplicationViewer[]> {
  return db.$queryRaw<ApplicationViewer[]>`
    select 'application' as kind, key.id as "keyId", application.id as "applicationId", account_id as "accountId", scopes,
      operations_revision as "operationsRevision", quota_capacity as "quotaCapacity",
      quota_restore_per_second as "quotaRestorePerSecond"
    from application_key key join application on application.id = key.application_id
    where ${condition} and key.revoked_at is null and application.deleted_at is null`;
}

/** Finds, among these topics, the operations of which every version is retired by now. One statement. */
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

/** Finds, among these topics, the keys that have ended. */
export async function findEndedKeys(db: Db, topics: readonly string[]): Promise<{ topic: string }[]> {
  const ids = topics.map((topic) => topic.slice(applicationKeyTopicPrefix.length));
  const ended = await db.applicationKey.findMany({
    where: { id: { in: ids }, OR: [{ revokedAt: { not: null } }, { application: { deletedAt: { not: null } } }] },
    select: { id: true },
  });
  return ended.map(({ id }) => ({ topic: applicationKeyTopic(id) }));
}
