/** Who viewers are by now. A stream lives for hours; a right is asked for anew before each event. */
import DataLoader from 'dataloader';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { Viewer } from './viewer.ts';

export interface Viewers {
  /** The viewer with today's rights; undefined if the session is over. Asked for many at once, it is one statement. */
  now(viewer: Viewer): Promise<Viewer | undefined>;
}

export function createViewers({ db, clock }: { db: Db; clock: Clock }): Viewers {
  const sessions = new DataLoader<string, Viewer | undefined>(
    async (ids) => {
      const found = await db.session.findMany({
        where: { id: { in: [...ids] }, revokedAt: null, expiresAt: { gt: clock.now() } },
        select: { id: true, accountId: true, account: { select: { isOperator: true } } },
      });
      const byId = new Map(
        found.map(({ id, accountId, account }) => [
          id,
          { kind: 'person', sessionId: id, accountId, isOperator: account.isOperator } as const,
        ]),
      );
      return ids.map((id) => byId.get(id));
    },
    { cache: false, maxBatchSize: 1_000 },
  );
  return { now: async (viewer) => (viewer.kind === 'person' ? sessions.load(viewer.sessionId) : viewer) };
}

export const sessionPrefix = 'session:';

/** The live topic that moves when a session ends. */
export const sessionTopic = (sessionId: string): string => `${sessionPrefix}${sessionId}`;

/** The live topics that move when the viewer loses a right. */
export const rightsTopics = (viewer: Viewer): readonly string[] =>
  viewer.kind === 'person' ? [sessionTopic(viewer.sessionId)] : [];

/** Finds, among these topics, the sessions that have ended: by being revoked, or by running out. */
export async function findEndedSessions({ db, clock }: { db: Db; clock: Clock }, topics: readonly string[]) {
  const ids = topics.map((topic) => topic.slice(sessionPrefix.length));
  const ended = await db.session.findMany({
    where: { id: { in: ids }, OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: clock.now() } }] },
    select: { id: true },
  });
  return ended.map(({ id }) => ({ topic: sessionTopic(id) }));
}
