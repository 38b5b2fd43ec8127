/** The timeline: one numbered sequence for each order, without gaps, only ever appended to. */
import { type LogEntry, type Order, Prisma } from '../../generated/prisma/client.ts';
import { cursorNumber, decodeCursor, encodeCursor } from '../../graphql/cursors.ts';
import type { TopicLog } from '../../live/pubsub.ts';
import { orderTopic } from '../../live/topics.ts';
import { createBatchLoader } from '../../platform/batch-loader.ts';
import { latestOf } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Role } from '../../process/define.ts';
import type { EntryType } from '../../process/entries.ts';
import type { OrderStatus } from '../../process/order.ts';
import { type EntriesAfter, readEntriesAfter } from './read-pages.ts';

export type Entry = LogEntry;

/** An entry that is about to be appended. Its number, and its order, are those of the order that it is appended to. */
export interface NewEntry {
  readonly type: EntryType;
  readonly at: Date;
  readonly role: Role;
  /** Absent or null for the system, and for the holder of a setup link. */
  readonly actorId?: string | null;
  /** The application that acts on behalf of the actor. */
  readonly applicationId?: string | null;
  /** The person who acts on behalf of the actor. */
  readonly personId?: string | null;
  /** Plain JSON, as `toJson` makes it; empty if absent. */
  readonly input?: Record<string, unknown>;
  readonly fromStatus?: OrderStatus | null;
  readonly toStatus?: OrderStatus;
  /** The order's revision after the entry; as before if absent. */
  readonly revision?: number;
  readonly isOverride?: boolean;
  readonly idempotencyKey?: string | null;
}

/** The columns of an order that change with an entry, besides its log number and the time of its last activity. */
export type OrderChange = Omit<Prisma.OrderUncheckedUpdateInput, 'id'>;

/**
 * Appends the next entry to the timeline of an order, and writes to the order what changes with it: two statements.
 * `change` may be a function that is given the new entry, for work that refers to it. The caller has locked the order,
 * and `order` is its row; so numbers have no gaps and follow the order of the commits.
 */
export async function appendToTimeline(
  tx: Tx,
  order: Pick<Order, 'id' | 'logNumber' | 'revision' | 'lastActivityAt'>,
  entry: NewEntry,
  change: OrderChange | ((entry: Entry) => Promise<OrderChange>) = {},
): Promise<{ readonly order: Order; readonly entry: Entry }> {
  const appended = await insertEntry(tx, { revision: order.revision, ...entry }, order.id, order.logNumber + 1);
  const changed = typeof change === 'function' ? await change(appended) : change;
  // The clock of the instance that wrote the entry before may be ahead.
  const lastActivityAt = latestOf(order.lastActivityAt, appended.at);
  const data = { logNumber: appended.number, lastActivityAt, ...changed };
  return { order: await tx.order.update({ where: { id: order.id }, data }), entry: appended };
}

/**
 * Appends an entry by the system to an order that the caller has not locked, such as the outcome of an e-mail. It does not
 * count as activity in the order. Returns its number.
 */
export async function appendSystemEntry(
  tx: Tx,
  orderId: string,
  entry: Pick<NewEntry, 'type' | 'at' | 'input'>,
): Promise<number> {
  const { logNumber, revision } = await tx.order.update({
    where: { id: orderId },
    data: { logNumber: { increment: 1 } },
    select: { logNumber: true, revision: true },
  });
  await insertEntry(tx, { ...entry, role: 'system', revision }, orderId, logNumber);
  return logNumber;
}

function insertEntry(
  tx: Tx,
  { input = {}, ...entry }: NewEntry & { readonly revision: number },
  orderId: string,
  number: number,
): Promise<Entry> {
  // `input` was made by toJson: it is JSON.
  return tx.logEntry.create({ data: { ...entry, orderId, number, input: input as Prisma.InputJsonObject } });
}

/**
 * The same for a statement written by hand: what an update of the row of "order" sets, so that the entry that the
 * statement inserts has the returned `log_number`.
 */
export const nextLogNumberSql = (at: Date): Prisma.Sql =>
  Prisma.sql`log_number = log_number + 1, last_activity_at = greatest(last_activity_at, ${at}::timestamptz)`;

/** The timeline of an order as a log. */
export const timelineLog = (db: Db, orderId: string): TopicLog<number, Entry> => ({
  topic: orderTopic(orderId),
  positionOf: ({ number }) => number,
  read: async (after, limit) => {
    const entries = await entryLoaderOf(db).load({ orderId, after, limit });
    return { entries, isEnd: entries.length < limit };
  },
});

const entryLoaders = new WeakMap<Db, ReturnType<typeof createBatchLoader<EntriesAfter, readonly Entry[]>>>();

/** The reads of subscribed timelines: concurrent reads of many orders share one statement. */
function entryLoaderOf(db: Db) {
  const loader =
    entryLoaders.get(db) ??
    createBatchLoader(
      (requests: readonly EntriesAfter[]) => readEntriesAfter(db, requests),
      ({ orderId, after, limit }) => `${orderId} ${after} ${limit}`,
    );
  entryLoaders.set(db, loader);
  return loader;
}

/** The number of the last entry of each order. */
export function readEnds(db: Db, orderIds: readonly string[]): Promise<readonly { id: string; logNumber: number }[]> {
  // One text for any number of ids, so that it is prepared once.
  return db.$queryRaw`select id, log_number as "logNumber" from "order" where id = any(${[...orderIds]}::uuid[])`;
}

/** A position on the timeline of an order: after entry `number`; 0 is the beginning. */
export interface TimelinePosition {
  readonly orderId: string;
  readonly number: number;
}

const cursorKind = 't';

/** The cursor of a position, for queries and subscriptions alike. It contains the epoch of the database. */
export const encodeTimelineCursor = (epoch: string, { orderId, number }: TimelinePosition): string =>
  encodeCursor(cursorKind, [epoch, orderId, number]);

/** The position of a cursor, and its epoch; undefined if it is not a cursor of a timeline. */
export function decodeTimelineCursor(cursor: string): (TimelinePosition & { readonly epoch: string }) | undefined {
  const [epoch, orderId = '', digits] = decodeCursor(cursorKind, cursor) ?? [];
  const number = cursorNumber(digits);
  return epoch && isUuid(orderId) && number !== undefined ? { epoch, orderId, number } : undefined;
}
