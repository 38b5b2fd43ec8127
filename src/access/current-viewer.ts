/** Who viewers are by now. A stream lives for hours; a right is asked for anew before each event. */
import { Prisma } from '../generated/prisma/client.ts';
import type { PubSub } from '../live/pubsub.ts';
import {
  applicationKeyTopic,
  applicationKeyTopicPrefix,
  operationTopic,
  operationTopicPrefix,
  sessionTopic,
  sessionTopicPrefix,
  setupLinkTopic,
  setupLinkTopicPrefix,
} from '../live/topics.ts';
import { createBatchLoader } from '../platform/batch-loader.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { findEndedKeys, findRetiredOperations, readPartners } from './application-keys.ts';
import { readSetupLinkHolder, workingSetupLinks } from './setup-link-tokens.ts';
import type { ApplicationViewer, Person, Viewer } from './viewer.ts';

export interface Viewers {
  /** The viewer with today's rights; undefined if the session, the key or the link is over. Asked for many at once, it is one statement. */
  refresh(viewer: Viewer): Promise<Viewer | undefined>;
}

export function createViewers({ db, clock }: { db: Db; clock: Clock }): Viewers {
  const sessions = createBatchLoader<string, Person | undefined>(async (ids) => {
    const found = await readSessions({ db, clock }, Prisma.sql`session.id = any(${[...ids]}::uuid[])`);
    const byId = new Map(found.map((person) => [person.sessionId, person]));
    return ids.map((id) => byId.get(id));
  });
  const partners = createBatchLoader<string, ApplicationViewer | undefined>(async (ids) => {
    const found = await readPartners(db, Prisma.sql`key.id = any(${[...ids]}::uuid[])`);
    const byKey = new Map(found.map((partner) => [partner.keyId, partner]));
    return ids.map((id) => byKey.get(id));
  });
  return {
    refresh: async (viewer) => {
      if (viewer.kind === 'person') return sessions.load(viewer.sessionId);
      if (viewer.kind === 'application') {
        const now = await partners.load(viewer.keyId);
        return now && viewer.operation !== undefined ? { ...now, operation: viewer.operation } : now;
      }
      return viewer.kind === 'setup-link' ? readSetupLinkHolder({ db, clock }, { id: viewer.linkId }) : viewer;
    },
  };
}

/** The people of the sessions that fulfil a condition and have not ended. One statement. */
export function readSessions({ db, clock }: { db: Db; clock: Clock }, condition: Prisma.Sql): Promise<Person[]> {
  return db.$queryRaw<Person[]>`
    select 'person' as kind, session.id as "sessionId", account.id as "accountId", account.is_operator as "isOperator"
    from session join account on account.id = session.account_id
    where ${condition} and session.revoked_at is null and session.expires_at > ${clock.now()}`;
}

/** The live topics that move when the viewer loses a right. */
export function rightsTopics(viewer: Viewer): readonly string[] {
  if (viewer.kind === 'person') return [sessionTopic(viewer.sessionId)];
  if (viewer.kind === 'application') {
    const { keyId, applicationId, operation } = viewer;
    return [applicationKeyTopic(keyId), ...(operation === undefined ? [] : [operationTopic(applicationId, operation)])];
  }
  return viewer.kind === 'setup-link' ? [setupLinkTopic(viewer.linkId)] : [];
}

/** Ends the streams of viewers whose rights have ended although the update of their topic was lost. */
export function reconcileRights({ db, clock, live }: { db: Db; clock: Clock; live: PubSub }): void {
  live.addReconciler(sessionTopicPrefix, createSessionSweep({ db, clock }));
  live.addReconciler(setupLinkTopicPrefix, (topics) => findEndedSetupLinks({ db, clock }, topics));
  live.addReconciler(applicationKeyTopicPrefix, (topics) => findEndedKeys(db, topics));
  live.addReconciler(operationTopicPrefix, (topics) => findRetiredOperations({ db, clock }, topics));
}

/**
 * Finds, among the followed sessions, those whose rights have moved since it last looked: by being revoked, by running out,
 * or because their account became an operator or ceased to be one. Of one that is new to it nobody knows; it is among them.
 */
function createSessionSweep({ db, clock }: { db: Db; clock: Clock }) {
  /** The sessions that were followed when it last looked, and which of them were an operator's. */
  let known: ReadonlyMap<string, boolean> = new Map();
  return async (topics: readonly string[]): Promise<{ readonly topic: string }[]> => {
    const ids = topics.map((topic) => topic.slice(sessionTopicPrefix.length));
    // One text whatever their number, so that it is prepared once.
    const found = await db.$queryRaw<{ id: string; hasEnded: boolean }[]>`
      select session.id, revoked_at is not null or expires_at <= ${clock.now()} as "hasEnded"
      from session join account on account.id = session.account_id
      where session.id = any(${ids}::uuid[])
        and (revoked_at is not null or expires_at <= ${clock.now()} or account.is_operator)`;
    const hasEnded = new Map(found.map(({ id, hasEnded: ended }) => [sessionTopic(id), ended]));
    const before = known;
    known = new Map(topics.map((topic) => [topic, hasEnded.has(topic)]));
    return topics
      .filter((topic) => hasEnded.get(topic) || known.get(topic) !== before.get(topic))
      .map((topic) => ({ topic }));
  };
}

/** Finds, among these topics, the setup links that no longer work, for whatever reason. */
async function findEndedSetupLinks({ db, clock }: { db: Db; clock: Clock }, topics: readonly string[]) {
  const ids = topics.map((topic) => topic.slice(setupLinkTopicPrefix.length));
  const working = await db.setupLink.findMany({
    where: { AND: [{ id: { in: ids } }, workingSetupLinks(clock.now())] },
    select: { id: true },
  });
  const alive = new Set(working.map(({ id }) => setupLinkTopic(id)));
  return topics.filter((topic) => !alive.has(topic)).map((topic) => ({ topic }));
}
