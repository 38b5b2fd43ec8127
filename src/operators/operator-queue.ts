/** The queue of what waits for operators: disputes, payment exceptions and reports, oldest first. */
import { Prisma } from '../generated/prisma/client.ts';
import { cursorNumber, decodeCursor, encodeCursor } from '../graphql/cursors.ts';
import { limits } from '../limits.ts';
import type { Db } from '../platform/db.ts';
import { isUuid } from '../platform/uuid.ts';
import { operatorStatuses } from '../process/order.ts';

/** The GraphQL types of the subjects of the queue. */
export type QueuedKind = 'Order' | 'PaymentException' | 'Report';

export interface QueuedItem {
  readonly kind: QueuedKind;
  readonly id: string;
  readonly since: Date;
}

/** A place in the queue. Ids are unique across its tables. */
export type QueuePosition = Pick<QueuedItem, 'since' | 'id'>;

export interface QueueWindow {
  readonly after: QueuePosition | undefined;
  readonly before: QueuePosition | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/**
 * The tables of the queue, each with its condition and the column of its time. Each has an index in this order. An order that
 * waits only because of a payment exception is left out: the exception itself is in the queue.
 */
const sources = [
  {
    kind: 'Order',
    from: Prisma.sql`"order"`,
    since: Prisma.raw('awaits_operator_since'),
    condition: Prisma.sql`awaits_operator and (status = any(${[...operatorStatuses]}::"OrderStatus"[]) or overdue_since is not null or not has_money_trouble)`,
  },
  {
    kind: 'PaymentException',
    from: Prisma.sql`money_movement`,
    since: Prisma.raw('created_at'),
    condition: Prisma.sql`needs_operator`,
  },
  { kind: 'Report', from: Prisma.sql`report`, since: Prisma.raw('created_at'), condition: Prisma.sql`status = 'OPEN'` },
] as const satisfies readonly { kind: QueuedKind; from: Prisma.Sql; since: Prisma.Sql; condition: Prisma.Sql }[];

/** A window of the queue, in the direction of the request. One statement. */
export function readQueue(db: Db, { after, before, limit, isFromEnd }: QueueWindow): Promise<QueuedItem[]> {
  const direction = Prisma.raw(isFromEnd ? 'desc' : 'asc');
  const selects = sources.map(({ kind, from, since, condition }) => {
    const conditions = [
      condition,
      ...(after ? [Prisma.sql`(${since}, id) > (${after.since}, ${after.id}::uuid)`] : []),
      ...(before ? [Prisma.sql`(${since}, id) < (${before.since}, ${before.id}::uuid)`] : []),
    ];
    return Prisma.sql`(select ${kind}::text as kind, id, ${since} as since from ${from}
      where ${Prisma.join(conditions, ' and ')} order by ${since} ${direction}, id ${direction} limit ${limit})`;
  });
  return db.$queryRaw<QueuedItem[]>`
    select kind, id, since from (${Prisma.join(selects, ' union all ')}) as queued
    order by since ${direction}, id ${direction} limit ${limit}`;
}

/** The number of items; one more than `limits.operators.countedQueue` stands for any more. */
export async function countQueue(db: Db): Promise<number> {
  const max = limits.operators.countedQueue + 1;
  const selects = sources.map(
    ({ from, since, condition }) =>
      Prisma.sql`(select from ${from} where ${condition} order by ${since}, id limit ${max})`,
  );
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select from (${Prisma.join(selects, ' union all ')}) as queued limit ${max}) as counted`;
  return row?.count ?? 0;
}

const cursorKind = 'oq';

export const encodeQueueCursor = ({ since, id }: QueuePosition): string =>
  encodeCursor(cursorKind, [since.getTime(), id]);

/** The position of a cursor; undefined if it is not a cursor of the queue. */
export function decodeQueueCursor(cursor: string): QueuePosition | undefined {
  const [time, id] = decodeCursor(cursorKind, cursor) ?? [];
  const ms = cursorNumber(time);
  return ms !== undefined && id && isUuid(id) ? { since: new Date(ms), id } : undefined;
}
