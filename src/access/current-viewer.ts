/** The current rights of viewers, read again before each event of a subscription, which may be open for hours. */
import { Prisma } from '../generated/prisma/client.ts';
import type { PubSub } from '../live/pubsub.ts';
import {
  accessTokenTopic,
  accessTokenTopicPrefix,
  applicationKeyTopic,
  applicationKeyTopicPrefix,
  applicationTopic,
  operationTopic,
  operationTopicPrefix,
  sessionTopic,
  sessionTopicPrefix,
  setupLinkTopic,
  setupLinkTopicPrefix,
} from '../live/topics.ts';
import { createBatchLoader } from '../platform/batch-loader.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/db.ts';
import { findEndedAccessTokens, readGrantedApplications } from './access-tokens.ts';
import { findEndedKeys, findRetiredOperations, readApplications } from './application-keys.ts';
import { readSetupLinkHolder, workingSetupLinks } from './setup-link-tokens.ts';
import { type ApplicationViewer, inAccount, type Person, type Viewer } from './viewer.ts';

export interface Viewers {
  /**
   * The viewer with the current rights; undefined if the session, the key or the setup link has ended. Concurrent calls
   * share one statement.
   */
  refresh(viewer: Viewer): Promise<Viewer | undefined>;
}

export function createViewers({ db, read, clock }: Pick<Database, 'db' | 'read'> & { clock: Clock }): Viewers {
  const sessions = createBatchLoader<string, Person | undefined>(async (ids) => {
    const rows = await readSessions({ read, clock }, Prisma.sql`session.id = any(${[...ids]}::uuid[])`);
    const byId = new Map(rows.map((person) => [person.sessionId, person]));
    return ids.map((id) => byId.get(id));
  });
  const applications = createBatchLoader<string, ApplicationViewer | undefined>(async (ids) => {
    const rows = await readApplications(read, Prisma.sql`key.id = any(${[...ids]}::uuid[])`);
    const byKey = new Map(rows.map((application) => [application.keyId, application]));
    return ids.map((id) => byKey.get(id));
  });
  const grantedApplications = createBatchLoader<string, ApplicationViewer | undefined>(async (ids) => {
    const rows = await readGrantedApplications({ db, clock }, Prisma.sql`token.id = any(${[...ids]}::uuid[])`);
    const byToken = new Map(rows.map((application) => [application.grant?.tokenId, application]));
    return ids.map((id) => byToken.get(id));
  });
  const readApplication = async ({ keyId, grant }: ApplicationViewer) => {
    if (grant) return grantedApplications.load(grant.tokenId);
    return keyId === null ? undefined : applications.load(keyId);
  };
  return {
    refresh: async (viewer) => {
      if (viewer.kind === 'person') {
        const current = await sessions.load(viewer.sessionId);
        const { namedAccountId } = viewer;
        return current && namedAccountId !== undefined ? inAccount(current, namedAccountId) : current;
      }
      if (viewer.kind === 'application') {
        const current = await readApplication(viewer);
        return current && viewer.operation !== undefined ? { ...current, operation: viewer.operation } : current;
      }
      return viewer.kind === 'setup-link' ? readSetupLinkHolder({ db, clock }, { id: viewer.linkId }) : viewer;
    },
  };
}

/** The people whose sessions meet a condition and have not ended. One statement. */
export function readSessions(
  { read, clock }: Pick<Database, 'read'> & { readonly clock: Clock },
  condition: Prisma.Sql,
): Promise<readonly Person[]> {
  return read<Person>(Prisma.sql`
    select 'person' as kind, session.id as "sessionId", session.person_id as "personId", ${membershipsSql} as memberships
    from session
    where ${condition} and session.revoked_at is null and session.expires_at > ${clock.now()}
      and exists (select from person where person.id = session.person_id and person.deleted_at is null)`);
}

/** The memberships of the person of a row of session, as `ViewerMembership[]`. */
const membershipsSql = Prisma.sql`coalesce((
  select json_agg(
    json_build_object('accountId', membership.account_id, 'role', membership.role, 'isOperator', account.is_operator,
      'isSuspended', account.suspended_at is not null)
    order by membership.created_at, membership.account_id
  )
  from membership join account on account.id = membership.account_id
  where membership.person_id = session.person_id and account.closed_at is null
), '[]')`;

/** The topics that are published when the viewer loses a right. */
export function rightsTopics(viewer: Viewer): readonly string[] {
  if (viewer.kind === 'person') return [sessionTopic(viewer.sessionId)];
  if (viewer.kind === 'application') {
    const { keyId, grant, applicationId, operation } = viewer;
    return [
      ...(keyId === null ? [] : [applicationKeyTopic(keyId)]),
      ...(grant ? [accessTokenTopic(grant.tokenId), applicationTopic(applicationId)] : []),
      ...(operation === undefined ? [] : [operationTopic(applicationId, operation)]),
    ];
  }
  return viewer.kind === 'setup-link' ? [setupLinkTopic(viewer.linkId)] : [];
}

/** Adds the reconcilers that find viewers whose rights have ended although the update of their topic was lost. */
export function reconcileRights({ db, clock, live }: { db: Db; clock: Clock; live: PubSub }): void {
  live.addReconciler(sessionTopicPrefix, createSessionReconciler({ db, clock }));
  live.addReconciler(setupLinkTopicPrefix, (topics) => findEndedSetupLinks({ db, clock }, topics));
  live.addReconciler(applicationKeyTopicPrefix, (topics) => findEndedKeys(db, topics));
  live.addReconciler(accessTokenTopicPrefix, (topics) => findEndedAccessTokens({ db, clock }, topics));
  live.addReconciler(operationTopicPrefix, (topics) => findRetiredOperations({ db, clock }, topics));
}

/**
 * Makes the reconciler of sessions. It finds the topics of sessions that have been revoked or have expired, and of those
 * of people whose rights have changed since the last call. A topic that was not in the last call is always included.
 */
function createSessionReconciler({ db, clock }: { db: Db; clock: Clock }) {
  /** The rights behind each topic of the last call, as a text for comparison. */
  let rightsBefore: ReadonlyMap<string, string> = new Map();
  return async (topics: readonly string[]): Promise<{ readonly topic: string }[]> => {
    const ids = topics.map((topic) => topic.slice(sessionTopicPrefix.length));
    // One text for any number of ids, so that it is prepared once.
    const rows = await db.$queryRaw<{ id: string; rights: string; hasEnded: boolean }[]>`
      select session.id, revoked_at is not null or expires_at <= ${clock.now()} as "hasEnded",
        concat(person.rights_revision, ' ', exists (
          select from membership join account on account.id = membership.account_id
          where membership.person_id = person.id and account.is_operator
        ), ' ', (
          select count(*) from membership join account on account.id = membership.account_id
          where membership.person_id = person.id and account.closed_at is null
        )) as rights
      from session join person on person.id = session.person_id
      where session.id = any(${ids}::uuid[])`;
    const hasEnded = new Set(rows.flatMap(({ id, hasEnded: ended }) => (ended ? [sessionTopic(id)] : [])));
    const before = rightsBefore;
    rightsBefore = new Map(rows.map(({ id, rights }) => [sessionTopic(id), rights]));
    return topics
      .filter((topic) => hasEnded.has(topic) || rightsBefore.get(topic) !== before.get(topic) || !before.has(topic))
      .map((topic) => ({ topic }));
  };
}

/** Finds the topics of setup links that no longer work, for whatever reason. */
async function findEndedSetupLinks({ db, clock }: { db: Db; clock: Clock }, topics: readonly string[]) {
  const ids = topics.map((topic) => topic.slice(setupLinkTopicPrefix.length));
  const working = await db.setupLink.findMany({
    where: { AND: [{ id: { in: ids } }, workingSetupLinks(clock.now())] },
    select: { id: true },
  });
  const alive = new Set(working.map(({ id }) => setupLinkTopic(id)));
  return topics.filter((topic) => !alive.has(topic)).map((topic) => ({ topic }));
}
