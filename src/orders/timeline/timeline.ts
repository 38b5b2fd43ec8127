/** The timeline: one numbered sequence for each order, without gaps, only ever appended to. */
import type { LogEntry, Prisma } from '../../generated/prisma/client.ts';
import type { TopicLog } from '../../live/pubsub.ts';
import { createBatchLoader } from '../../platform/batch-loader.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { Role } from '../../process/define.ts';
import type { EntryType } from '../../process/entries.ts';
import type { OrderStatus } from '../../process/order.ts';
import { orderTopic } from '../order.ts';
import { type EntriesAfter, readEntriesAfter } from './read-pages.ts';

export type Entry = LogEntry;

export interface NewEntry {
  readonly orderId: string;
  /** The order's log number + 1; whoever appends holds the order's row. */
  readonly number: number;
  readonly type: EntryType;
  readonly at: Date;
  readonly actorId: string | null;
  /** The application that does it on behalf of the actor. */
  readonly applicationId?: string | null;
  readonly role: Role;
  /** Plain JSON, as `toJson` makes it. */
  readonly input: Record<string, unknown>;
  readonly fromStatus?: OrderStatus | null;
  readonly toStatus?: OrderStatus;
  readonly revision: number;
  readonly isForced?: boolean;
  readonly idempotencyKey?: string | null;
}

/** Appends an entry. The caller has locked the order and sets its `logNumber` to the entry's in the same transaction. */
export function appendEntry(tx: Tx, entry: NewEntry): Promise<Entry> {
  // `input` was made by toJson: it is JSON.
  return tx.logEntry.create({ data: { ...entry, input: entry.input as Prisma.InputJsonObject } });
}

/**
 * Appends an entry that is no step (a mail's fate): raises the order's counter itself and leaves revision and
 * activity as they are. Returns its number.
 */
export async function appendNote(
  tx: Tx,
  orderId: string,
  note: { type: EntryType; at: Date; input: Record<string, unknown> },
): Promise<number> {
  const { logNumber, revision } = await tx.order.update({
    where: { id: orderId },
    data: { logNumber: { increment: 1 } },
    select: { logNumber: true, revision: true },
  });
  await appendEntry(tx, { ...note, orderId, number: logNumber, actorId: null, role: 'system', revision });
  return logNumber;
}

/** The timeline of an order, as it is followed. */
export const timelineLog = (db: Db, orderId: string): TopicLog<number, Entry> => ({
  topic: orderTopic(orderId),
  positionOf: ({ number }) => number,
  read: async (after, limit) => {
    const entries = await readsOf(db).load({ orderId, after, limit });
    return { entries, isEnd: entries.length < limit };
  },
});

const reads = new WeakMap<Db, ReturnType<typeof createBatchLoader<EntriesAfter, readonly Entry[]>>>();

/** The reads of followed timelines: those of many orders at one moment are one statement. */
function readsOf(db: Db) {
  const known =
    reads.get(db) ??
    createBatchLoader(
      (wishes: readonly EntriesAfter[]) => readEntriesAfter(db, wishes),
      ({ orderId, after, limit }) => `${orderId} ${after} ${limit}`,
    );
  reads.set(db, known);
  return known;
}

/** How far the timelines of these orders go. */
export function readHeads(db: Db, orderIds: readonly string[]): Promise<readonly { id: string; logNumber: number }[]> {
  // One text whatever their number, so that it is prepared once.
  return db.$queryRaw`select id, log_number as "logNumber" from "order" where id = any(${[...orderIds]}::uuid[])`;
}

/** A place on the timeline of an order: just after entry `number`; 0 is the beginning. */
export interface TimelinePosition {
  readonly orderId: string;
  readonly number: number;
}

/** The opaque cursor of a place, of the query and of the stream alike. It names the epoch of the database that it was made for. */
export const cursorOf = (epoch: string, { orderId, number }: TimelinePosition): string =>
  Buffer.from(`t:${epoch}:${orderId}:${number}`).toString('base64url');

/** The place that a cursor names, and its epoch; undefined if it is none of ours. */
export function parseCursor(cursor: string): (TimelinePosition & { readonly epoch: string }) | undefined {
  const [, epoch, orderId, digits] =
    /^t:([\w-]{1,20}):([0-9a-f-]{36}):(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return epoch && orderId && digits ? { epoch, orderId, number: Number(digits) } : undefined;
}
