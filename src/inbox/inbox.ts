/**
 * The inbox of somebody: what happens in all their orders, as one log. Entries are numbered across orders, and read only
 * below the lowest number that a transaction under way may still write, so that none can appear behind a reader. An
 * operator's inbox is the log of all orders: nothing is written for it, and its index is read from the cursor on.
 */
import { visibleEntriesSql } from '../access/access.ts';
import { isOperator, type Member } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { TopicLog } from '../live/pubsub.ts';
import { everyOrderTopic, inboxTopic } from '../orders/order.ts';
import type { ResetReason } from '../orders/timeline/order-subscription.ts';
import { columns } from '../orders/timeline/read-pages.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import type { Db } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';

/** Something in an inbox: an entry, or, without one, that the owner has read in an order. */
export interface InboxItem {
  readonly orderId: string;
  /** Sorts as it comes: position, order, number. */
  readonly place: string;
  readonly entry: Entry | null;
}

/** A stretch of an inbox, in the direction that it is asked from. */
interface Stretch {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
  readonly isFromEnd?: boolean;
  /** Whether reading counts as happening, or only entries do. */
  readonly withReading: boolean;
}

const positionDigits = 19;
const numberDigits = 10;

/** The place before everything at `position`. */
export const placeAt = (position: bigint): string => String(position).padStart(positionDigits, '0');

/** The place before which everything is final, and can be seen by statements that begin after this one has answered. */
export const readEnd = async (db: Db): Promise<string> => placeAt(await readHorizon(db));

/** The place before everything that is still to be written; no cursor lies after it. */
async function readOpenEnd(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ next: bigint }[]>`select last_value + 1 as next from feed`;
  return placeAt(row?.next ?? 0n);
}

async function readHorizon(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<{ horizon: bigint }[]>`select feed_horizon() as horizon`;
  return row?.horizon ?? 0n;
}

/** The inbox of an account, as it is followed. One who becomes an operator, or ceases to be one, follows another log. */
export const inboxLog = (db: Db, member: Member): TopicLog<string, InboxItem> => ({
  ...(isOperator(member)
    ? { topic: `overview:${member.accountId}`, alsoInvalidatedBy: [inboxTopic(member.accountId), everyOrderTopic] }
    : { topic: inboxTopic(member.accountId) }),
  positionOf: ({ place }) => place,
  read: async (after, limit) => {
    const rows = await readStretch(db, member, { after, limit, withReading: true });
    const firstOpen = rows.findIndex(({ isFinal }) => !isFinal);
    const entries = firstOpen < 0 ? rows : rows.slice(0, firstOpen);
    return { entries, isEnd: firstOpen < 0 && rows.length < limit };
  },
});

/** The final entries of a stretch. */
export async function readEntries(db: Db, member: Member, stretch: Omit<Stretch, 'withReading'>): Promise<InboxItem[]> {
  const rows = await readStretch(db, member, { ...stretch, withReading: false });
  return rows.filter(({ isFinal }) => isFinal);
}

type Row = Entry & { itemOrderId: string; itemNumber: number; itemPosition: bigint };

async function readStretch(
  db: Db,
  member: Member,
  { after, before, limit, isFromEnd = false, withReading }: Stretch,
): Promise<(InboxItem & { readonly isFinal: boolean })[]> {
  // A statement of its own, before the one that reads: what is final by then can be seen by the next.
  const horizon = await readHorizon(db);
  const direction = Prisma.raw(isFromEnd ? 'desc' : 'asc');
  const sorted = Prisma.sql`order by position ${direction}, order_id ${direction}, number ${direction} limit ${limit}`;
  const bounds = [
    ...(after === undefined ? [] : [Prisma.sql`(position, order_id, number) > ${keySql(after)}`]),
    ...(before === undefined ? [] : [Prisma.sql`(position, order_id, number) < ${keySql(before)}`]),
    ...(isFromEnd ? [Prisma.sql`position < ${horizon}`] : []),
  ];
  // Each way in which an entry is somebody's has its own index in the order of the feed: they are read and merged.
  const sources = [
    ...visibleEntriesSql(member).map((condition) => Prisma.sql`log_entry where ${condition}`),
    ...(withReading
      ? [
          Prisma.sql`(select position, order_id, 0 as number from read_marker where account_id = ${member.accountId}::uuid) as reading where true`,
        ]
      : []),
  ];
  const keys = sources.map(
    (source) =>
      Prisma.sql`(select position, order_id, number from ${Prisma.join([source, ...bounds], ' and ')} ${sorted})`,
  );
  const rows = await db.$queryRaw<Row[]>`
    select item.order_id as "itemOrderId", item.number as "itemNumber", item.position as "itemPosition", entry.*
    from (select * from (${Prisma.join(keys, ' union all ')}) as found ${sorted}) as item
    left join lateral (
      select ${columns.log_entry} from log_entry where order_id = item.order_id and number = item.number
    ) as entry on true
    order by item.position ${direction}, item.order_id ${direction}, item.number ${direction}`;
  return rows.map(({ itemOrderId, itemNumber, itemPosition, ...entry }) => ({
    orderId: itemOrderId,
    place: placeOfEntry({ position: itemPosition, orderId: itemOrderId, number: itemNumber }),
    entry: itemNumber === 0 ? null : entry,
    isFinal: itemPosition < horizon,
  }));
}

/** The place of an entry in every inbox that it is in. */
export const placeOfEntry = ({ position, orderId, number }: Pick<Entry, 'position' | 'orderId' | 'number'>): string =>
  `${placeAt(position)}:${orderId}:${String(number).padStart(numberDigits, '0')}`;

/** The position that a place stands at. */
export const positionOf = (place: string): bigint => BigInt(place.slice(0, positionDigits));

const lowestId = '00000000-0000-0000-0000-000000000000';

/** A place as a row that the database compares with. One that is only a position lies before everything there. */
function keySql(place: string): Prisma.Sql {
  const [position = '0', orderId = lowestId, number = '-1'] = place.split(':');
  return Prisma.sql`(${BigInt(position)}::bigint, ${orderId}::uuid, ${Number(number)}::int)`;
}

/** The opaque cursor of a place in an inbox. It names the epoch of the database that it was made for. */
export const inboxCursor = (epoch: string, place: string): string =>
  Buffer.from(`i:${epoch}:${place}`).toString('base64url');

/** The place that a cursor names, and its epoch; undefined if it is none of ours. */
export function inboxPlace(cursor: string): { readonly epoch: string; readonly place: string } | undefined {
  const [, epoch, place] =
    /^i:([\w-]{1,20}):(\d{19}(?::[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{10})?)$/.exec(
      Buffer.from(cursor, 'base64url').toString(),
    ) ?? [];
  return epoch && place && BigInt(place.slice(0, positionDigits)) <= 9_223_372_036_854_775_807n
    ? { epoch, place }
    : undefined;
}

/** Why a cursor of an inbox leads nowhere. */
export type InboxResetReason = Exclude<ResetReason, 'CURSOR_OF_ANOTHER_ORDER'>;

/** The place that a cursor leads to in this database, or why it leads nowhere. */
export async function findPlace(
  { db, epoch }: Pick<AppServices, 'db' | 'epoch'>,
  cursor: string,
): Promise<{ readonly place: string } | { readonly reason: InboxResetReason }> {
  const found = inboxPlace(cursor);
  if (!found) return { reason: 'CURSOR_UNKNOWN' };
  if (found.epoch !== epoch.name) return { reason: 'CURSOR_OF_ANOTHER_DATABASE' };
  return found.place > (await readOpenEnd(db)) ? { reason: 'CURSOR_AHEAD' } : { place: found.place };
}
