/** Pages of timelines and chats of many orders at once: one statement, whatever their number and length. */
import { type LogEntry, Prisma } from '../../generated/prisma/client.ts';
import type { Db } from '../../platform/db.ts';

/** The rows of each order with `after` < number < `before`, up to `limit` from the one end or the other. */
export interface TimelinePageRequest {
  readonly after: number;
  readonly before: number | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** The columns of a row, as Prisma would name them. */
export const columns = {
  log_entry: Prisma.raw(
    'order_id as "orderId", number, type, at, actor_id as "actorId", role, input, from_status as "fromStatus", to_status as "toStatus", revision, is_forced as "isForced", idempotency_key as "idempotencyKey", application_id as "applicationId", position, advertiser_id as "advertiserId", seller_id as "sellerId"',
  ),
  message: Prisma.raw(
    'order_id as "orderId", number, author_id as "authorId", role, text, reply_to as "replyToNumber", created_at as "createdAt", edited_at as "editedAt", deleted_at as "deletedAt"',
  ),
} as const;

/** Reads the same window of each order's log or chat, in the direction that it was asked from. */
export async function readTimelinePages<Row extends { orderId: string }>(
  db: Db,
  table: keyof typeof columns,
  orderIds: readonly string[],
  { after, before, limit, isFromEnd }: TimelinePageRequest,
): Promise<Map<string, Row[]>> {
  const rows = await db.$queryRaw<Row[]>`
    select found.* from unnest(${[...orderIds]}::uuid[]) as wanted (id)
    cross join lateral (
      select ${columns[table]} from ${Prisma.raw(table)}
      where order_id = wanted.id and number > ${after} ${before === undefined ? Prisma.empty : Prisma.sql`and number < ${before}`}
      order by number ${Prisma.raw(isFromEnd ? 'desc' : 'asc')} limit ${limit}
    ) as found`;
  return Map.groupBy(rows, ({ orderId }) => orderId);
}

/** The entries of an order after number `after`, up to `limit`. */
export interface EntriesAfter {
  readonly orderId: string;
  readonly after: number;
  readonly limit: number;
}

/** Reads on in the logs of many orders, in each from its own place, oldest first. */
export async function readEntriesAfter(db: Db, wishes: readonly EntriesAfter[]): Promise<LogEntry[][]> {
  const rows = await db.$queryRaw<(LogEntry & { wish: number })[]>`
    select wanted.wish::int, found.*
    from unnest(
      ${wishes.map(({ orderId }) => orderId)}::uuid[], ${wishes.map(({ after }) => after)}::int[], ${wishes.map(({ limit }) => limit)}::int[]
    ) with ordinality as wanted (id, after, most, wish)
    cross join lateral (
      select ${columns.log_entry} from log_entry
      where order_id = wanted.id and number > wanted.after order by number limit wanted.most
    ) as found
    order by wanted.wish, found.number`;
  const byWish = Map.groupBy(rows, ({ wish }) => wish);
  return wishes.map((_wish, index) => (byWish.get(index + 1) ?? []).map(({ wish: _, ...entry }) => entry));
}
