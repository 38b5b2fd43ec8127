/** The orders and the income of sellers by month, added up from the orders and the ledger. */
import { Prisma } from '../generated/prisma/client.ts';
import { dayMs, later } from '../platform/clock.ts';
import { type Day, type DayRange, firstDayAfterMonth, instantOf, monthsOfRange } from '../platform/days.ts';
import type { Db } from '../platform/db.ts';

/** The counted movements of a month in one currency, in minor units. */
export interface CurrencyIncome {
  readonly currency: string;
  readonly received: bigint;
  readonly refunded: bigint;
}

export interface MonthlyResults {
  /** First day of the month. */
  readonly month: Day;
  /** Number of orders that were placed. */
  readonly orderCount: number;
  /** One for each currency with a movement, by the codes of the currencies. */
  readonly income: readonly CurrencyIncome[];
}

/** The months in which the days of a range are, in a time zone. */
export interface MonthRange {
  readonly range: DayRange;
  readonly timeZone: string;
}

interface ResultRow extends Pick<CurrencyIncome, 'received' | 'refunded'> {
  readonly sellerId: string;
  /** Position of the month from 1. */
  readonly month: number;
  readonly orderCount: number;
  /** Null in the row that counts orders. */
  readonly currency: string | null;
}

/**
 * The maximum time by which the last activity of an order can be before a movement of its money. Concurrent steps take their
 * time before they wait for each other, and the clocks of instances differ.
 */
export const maxActivityLagMs = dayMs;

/**
 * The sums of each month with an order or a movement. The orders are read by the index of a seller's orders: no order is
 * placed, and no counted money is moved, later than `maxActivityLagMs` after the last activity of the order.
 */
export function monthlyResultsSql(sellerIds: readonly string[], starts: readonly Date[], end: Date): Prisma.Sql {
  const [first] = starts;
  if (!first) throw new Error('There is no month to read');
  const monthSql = (at: Prisma.Sql) =>
    Prisma.sql`width_bucket(${at}, ${starts.map((start) => start.toISOString())}::timestamptz[])`;
  const isInside = (at: Prisma.Sql) => Prisma.sql`${at} >= ${first} and ${at} < ${end}`;
  const [placedAt, movedAt] = [Prisma.sql`active.created_at`, Prisma.sql`money_movement.created_at`];
  return Prisma.sql`
    select wanted.seller_id as "sellerId", results.*
    from unnest(${sellerIds}::uuid[]) as wanted (seller_id)
    cross join lateral (
      with active as (
        select id, created_at from "order"
        where seller_id = wanted.seller_id and last_activity_at >= ${later(first, -maxActivityLagMs)}
      )
      select ${monthSql(placedAt)} as month, null as currency, count(*)::int as "orderCount", 0::bigint as received, 0::bigint as refunded
      from active where ${isInside(placedAt)} group by 1
      union all
      select ${monthSql(movedAt)}, currency, 0,
        coalesce(sum(amount_minor_units) filter (where kind = 'RECEIVED'), 0)::bigint,
        coalesce(sum(amount_minor_units) filter (where kind = 'REFUNDED'), 0)::bigint
      from active join money_movement on money_movement.order_id = active.id
      where is_counted and ${isInside(movedAt)} group by 1, 2
    ) as results`;
}

/** The results of sellers in each month of a range, in the order of the months, in one statement. */
export async function readMonthlyResults(
  db: Db,
  sellerIds: readonly string[],
  { range, timeZone }: MonthRange,
): Promise<readonly (readonly MonthlyResults[])[]> {
  const months = monthsOfRange(range);
  const starts = months.map((month) => instantOf(month, 0, timeZone));
  const end = instantOf(firstDayAfterMonth(range.to), 0, timeZone);
  const rows = await db.$queryRaw<ResultRow[]>(monthlyResultsSql([...new Set(sellerIds)], starts, end));
  const bySeller = Map.groupBy(rows, ({ sellerId }) => sellerId);
  return sellerIds.map((sellerId) => {
    const byMonth = Map.groupBy(bySeller.get(sellerId) ?? [], ({ month }) => month);
    return months.map((month, index) => resultsOf(month, byMonth.get(index + 1) ?? []));
  });
}

function resultsOf(month: Day, rows: readonly ResultRow[]): MonthlyResults {
  return {
    month,
    orderCount: rows.reduce((sum, { orderCount }) => sum + orderCount, 0),
    income: rows
      .flatMap(({ currency, received, refunded }) => (currency === null ? [] : [{ currency, received, refunded }]))
      .sort((one, other) => (one.currency < other.currency ? -1 : 1)),
  };
}
