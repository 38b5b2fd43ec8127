/**
 * The inbox of an account: one log of everything that happens in all its orders. Entries are numbered across orders, and
 * read only below the lowest number that a running transaction may still write, so that no entry can appear behind a
 * reader. The inbox of an operator is the log of all orders: it is read through its index, and nothing is written for it.
 */
import { visibleEntriesSql } from '../access/access.ts';
import { accountIdsOf, isOperator, limitOwnerOf, type Member } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { decodeCursor, encodeCursor } from '../graphql/cursors.ts';
import type { TopicLog } from '../live/pubsub.ts';
import { everyOrderTopic, inboxTopic } from '../live/topics.ts';
import type { ResetReason } from '../orders/timeline/order-subscription.ts';
import { columns } from '../orders/timeline/read-pages.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import type { Db } from '../platform/db.ts';
import { isUuid, nilUuid } from '../platform/uuid.ts';
import type { AppServices } from '../services/services.ts';

/** An item of an inbox: an entry, or, without one, the news that the owner has read an order. */
export interface InboxItem {
  readonly orderId: string;
  /** Sorts in the order of the inbox: feed position, order id and entry number, separated by colons. */
  readonly position: string;
  readonly entry: Entry | null;
}

/** A page of an inbox, in the direction in which it is read. */
interface InboxPageRequest {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
  readonly isFromEnd?: boolean;
  /** True if the page also has the items that say that an order was read. */
  readonly withReading: boolean;
}

const feedPositionDigits = 19;
const numberDigits = 10;

/** The position before all items with this feed position. */
export const positionBefore = (feedPosition: bigint): string => String(feedPosition).padStart(feedPositionDigits, '0');

/** The position before which everything is final, and visible to statements that start after this one has returned. */
export const readEnd = async (db: Db): Promise<string> => positionBefore(await readHorizon(db));

/** The position before everything that is still to be written. No cursor lies after it. */
async function readOpenEnd(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ next: bigint }[]>`select last_value + 1 as next from feed`;
  return positionBefore(row?.next ?? 0n);
}

async function readHorizon(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<{ horizon: bigint }[]>`select feed_horizon() as horizon`;
  return row?.horizon ?? 0n;
}

/** The topics of the inbox of a viewer: its accounts; for an operator, all orders. */
function inboxTopics(member: Member): Pick<TopicLog<string, InboxItem>, 'topic' | 'alsoInvalidatedBy'> {
  const topics = accountIdsOf(member).map(inboxTopic);
  if (isOperator(member))
    return { topic: `overview:${limitOwnerOf(member)}`, alsoInvalidatedBy: [...topics, everyOrderTopic] };
  const [topic = inboxTopic(limitOwnerOf(member)), ...others] = topics;
  // The topic names the log, so a log of several accounts has a name of its own.
  return others.length === 0 ? { topic } : { topic: `inboxes:${topics.join(',')}`, alsoInvalidatedBy: topics };
}

/** The inbox of a viewer as a log. A person who becomes an operator, or ceases to be one, has another log from then on. */
export const inboxLog = (db: Db, member: Member): TopicLog<string, InboxItem> => ({
  ...inboxTopics(member),
  positionOf: ({ position }) => position,
  read: async (after, limit) => {
    const rows = await readPage(db, member, { after, limit, withReading: true });
    const firstOpen = rows.findIndex(({ isFinal }) => !isFinal);
    const entries = firstOpen < 0 ? rows : rows.slice(0, firstOpen);
    return { entries, isEnd: firstOpen < 0 && rows.length < limit };
  },
});

/** The final entries of a page. */
export async function readEntries(
  db: Db,
  member: Member,
  request: Omit<InboxPageRequest, 'withReading'>,
): Promise<InboxItem[]> {
  const rows = await readPage(db, member, { ...request, withReading: false });
  return rows.filter(({ isFinal }) => isFinal);
}

type Row = Entry & { itemOrderId: string; itemNumber: number; itemPosition: bigint };

async function readPage(
  db: Db,
  member: Member,
  { after, before, limit, isFromEnd = false, withReading }: InboxPageRequest,
): Promise<(InboxItem & { readonly isFinal: boolean })[]> {
  // A separate statement, before the one that reads: what is final now is visible to the next statement.
  const horizon = await readHorizon(db);
  const direction = Prisma.raw(isFromEnd ? 'desc' : 'asc');
  const sorted = Prisma.sql`order by position ${direction}, order_id ${direction}, number ${direction} limit ${limit}`;
  const bounds = [
    ...(after === undefined ? [] : [Prisma.sql`(position, order_id, number) > ${keySql(after)}`]),
    ...(before === undefined ? [] : [Prisma.sql`(position, order_id, number) < ${keySql(before)}`]),
    ...(isFromEnd ? [Prisma.sql`position < ${horizon}`] : []),
  ];
  // Each access condition has its own index in the order of the feed: the pages are read and merged.
  const sources = [
    ...visibleEntriesSql(member).map((condition) => Prisma.sql`log_entry where ${condition}`),
    ...(withReading
      ? accountIdsOf(member).map(
          (accountId) =>
            Prisma.sql`(select position, order_id, 0 as number from read_marker where account_id = ${accountId}::uuid) as reading where true`,
        )
      : []),
  ];
  const keys = sources.map(
    (source) =>
      Prisma.sql`(select position, order_id, number from ${Prisma.join([source, ...bounds], ' and ')} ${sorted})`,
  );
  const rows = await db.$queryRaw<Row[]>`
    select item.order_id as "itemOrderId", item.number as "itemNumber", item.position as "itemPosition", entry.*
    from (select * from (${Prisma.join(keys, ' union all ')}) as merged ${sorted}) as item
    left join lateral (
      select ${columns.log_entry} from log_entry where order_id = item.order_id and number = item.number
    ) as entry on true
    order by item.position ${direction}, item.order_id ${direction}, item.number ${direction}`;
  return rows.map(({ itemOrderId, itemNumber, itemPosition, ...entry }) => ({
    orderId: itemOrderId,
    position: entryPosition({ position: itemPosition, orderId: itemOrderId, number: itemNumber }),
    entry: itemNumber === 0 ? null : entry,
    isFinal: itemPosition < horizon,
  }));
}

/** The position of an entry, the same in every inbox. */
export const entryPosition = ({ position, orderId, number }: Pick<Entry, 'position' | 'orderId' | 'number'>): string =>
  `${positionBefore(position)}:${orderId}:${String(number).padStart(numberDigits, '0')}`;

type Head = Pick<Entry, 'position' | 'orderId' | 'number'>;

/** The order of the feed, newest first, for the tables that have its columns. */
const newestFirst = Prisma.sql`order by position desc, order_id desc, number desc limit 1`;
const headColumns = Prisma.sql`position, order_id as "orderId", number`;

/**
 * The position of the newest item in the inbox of each account, final or not. It is that of the item itself: the position
 * before it may equal the cursor of a reader, and such a reader would not learn of the item. Accounts without items are left
 * out.
 */
export async function readHeads(
  db: Db,
  accountIds: readonly string[],
): Promise<readonly { readonly accountId: string; readonly position: string }[]> {
  const heads = await db.$queryRaw<(Head & { readonly accountId: string })[]>`
    select account.id as "accountId", ${headColumns} from account cross join lateral (
      select * from (
        (select position, order_id, number from log_entry where advertiser_id = account.id ${newestFirst})
        union all (select position, order_id, number from log_entry where seller_id = account.id ${newestFirst})
        union all (
          select position, order_id, 0 from read_marker where account_id = account.id
          order by position desc, order_id desc limit 1
        )
      ) as item ${newestFirst}
    ) as head where account.id = any(${[...accountIds]}::uuid[])`;
  return heads.map(({ accountId, ...head }) => ({ accountId, position: entryPosition(head) }));
}

/** The position of the newest entry of all orders, final or not; the position before all entries if there is none. */
export async function readHeadOfAll(db: Db): Promise<string> {
  const [head] = await db.$queryRaw<Head[]>`select ${headColumns} from log_entry ${newestFirst}`;
  return head ? entryPosition(head) : positionBefore(0n);
}

/** The feed position of a position. */
export const feedPositionOf = (position: string): bigint => BigInt(position.slice(0, feedPositionDigits));

/** A position as a row for comparison. A feed position alone lies before all items with it. */
function keySql(position: string): Prisma.Sql {
  const [feedPosition = '0', orderId = nilUuid, number = '-1'] = position.split(':');
  return Prisma.sql`(${BigInt(feedPosition)}::bigint, ${orderId}::uuid, ${Number(number)}::int)`;
}

const cursorKind = 'i';
const maxBigint = 9_223_372_036_854_775_807n;

/** The cursor of a position in an inbox. It contains the epoch of the database. */
export const encodeInboxCursor = (epoch: string, position: string): string =>
  encodeCursor(cursorKind, [epoch, ...position.split(':')]);

/** The position of a cursor, and its epoch; undefined if it is not a cursor of an inbox. */
export function decodeInboxCursor(cursor: string): { readonly epoch: string; readonly position: string } | undefined {
  const [epoch, ...parts] = decodeCursor(cursorKind, cursor) ?? [];
  return epoch && isInboxPosition(parts) ? { epoch, position: parts.join(':') } : undefined;
}

function isInboxPosition([feedPosition = '', orderId, number, ...others]: readonly string[]): boolean {
  if (!isDigits(feedPosition, feedPositionDigits) || BigInt(feedPosition) > maxBigint || others.length > 0)
    return false;
  if (orderId === undefined) return true;
  return isUuid(orderId) && number !== undefined && isDigits(number, numberDigits);
}

const isDigits = (text: string, length: number): boolean => text.length === length && /^\d*$/.test(text);

/** The reason why a cursor of an inbox cannot be resumed. */
export type InboxResetReason = Exclude<ResetReason, 'CURSOR_OF_ANOTHER_ORDER'>;

/** The position of a cursor in this database, or the reason why it has none. */
export async function resolveCursor(
  { db, epoch }: Pick<AppServices, 'db' | 'epoch'>,
  cursor: string,
): Promise<{ readonly position: string } | { readonly reason: InboxResetReason }> {
  const decoded = decodeInboxCursor(cursor);
  if (!decoded) return { reason: 'CURSOR_UNKNOWN' };
  if (decoded.epoch !== epoch.name) return { reason: 'CURSOR_OF_ANOTHER_DATABASE' };
  const { position } = decoded;
  return position > (await readOpenEnd(db)) ? { reason: 'CURSOR_AHEAD' } : { position };
}
