/** Pages of the timelines and chats of many orders: one statement, for any number and length. */
import { type LogEntry, Prisma } from '../../generated/prisma/client.ts';
import type { Db } from '../../platform/db.ts';

/** The rows of each order with `after` < number < `before`, up to `limit` from one end or the other. */
export interface TimelinePageRequest {
  readonly after: number;
  readonly before: number | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** The columns of a row, under the names that Prisma gives them. */
export const columns = {
  log_entry: Prisma.raw(
    'order_id as "orderId", number, type, at, actor_id as "actorId", role, input, from_status as "fromStatus", to_status as "toStatus", revision, is_forced as "isOverride", idempotency_key as "idempotencyKey", application_id as "applicationId", person_id as "personId", position, advertiser_id as "advertiserId", seller_id as "sellerId"',
  ),
  message: Prisma.raw(
    'order_id as "orderId", number, author_id as "authorId", role, text, reply_to as "replyToNumber", created_at as "createdAt", edited_at as "editedAt", deleted_at as "deletedAt"',
  ),
} as const;

/** Reads the same page of the log or chat of each order, in the direction of the request. */
export async function readTimelinePages<Row extends { orderId: string }>(
  db: Db,
  table: keyof typeof columns,
  orderIds: readonly string[],
  { after, before, limit, isFromEnd }: TimelinePageRequest,
): Promise<Map<string, Row[]>> {
  const rows = await db.$queryRaw<Row[]>`
    select page.* from unnest(${[...orderIds]}::uuid[]) as requested (id)
    cross join lateral (
      select ${columns[table]} from ${Prisma.raw(table)}
      where order_id = requested.id and number > ${after} ${before === undefined ? Prisma.empty : Prisma.sql`and number < ${before}`}
      order by number ${Prisma.raw(isFromEnd ? 'desc' : 'asc')} limit ${limit}
    ) as page`;
  return Map.groupBy(rows, ({ orderId }) => orderId);
}

/** The entries of an order after number `after`, up to `limit`. */
export interface EntriesAfter {
  readonly orderId: string;
  readonly after: number;
  readonly limit: number;
}

/** Reads the next entries in the logs of many orders, each after its own position, oldest first. */
export async function readEntriesAfter(db: Db, requests: readonly EntriesAfter[]): Promise<LogEntry[][]> {
  const rows = await db.$queryRaw<(LogEntry & { index: number })[]>`
    select requested.index::int, page.*
    from unnest(
      ${requests.map(({ orderId }) => orderId)}::uuid[], ${requests.map(({ after }) => after)}::int[], ${requests.map(({ limit }) => limit)}::int[]
    ) with ordinality as requested (id, after, max_rows, index)
    cross join lateral (
      select ${columns.log_entry} from log_entry
      where order_id = requested.id and number > requested.after order by number limit requested.max_rows
    ) as page
    order by requested.index, page.number`;
  const byRequest = Map.groupBy(rows, ({ index }) => index);
  return requests.map((_request, at) => (byRequest.get(at + 1) ?? []).map(({ index: _, ...entry }) => entry));
}

/**
 * Reads the entry by which each order entered its current status: `stateVisit` is the revision that it made. The search begins
 * at the newest entry, since a status is seldom older than many entries.
 */
export async function readStatusEntries(
  db: Db,
  orders: readonly { readonly id: string; readonly stateVisit: number }[],
): Promise<Map<string, LogEntry>> {
  const rows = await db.$queryRaw<LogEntry[]>`
    select entry.* from unnest(
      ${orders.map(({ id }) => id)}::uuid[], ${orders.map(({ stateVisit }) => stateVisit)}::int[]
    ) as visit (order_id, revision)
    cross join lateral (
      select ${columns.log_entry} from log_entry
      where order_id = visit.order_id and revision = visit.revision and to_status is not null
      order by number desc limit 1
    ) as entry`;
  return new Map(rows.map((row) => [row.orderId, row]));
}
