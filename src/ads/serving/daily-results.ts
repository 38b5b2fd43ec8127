/** The impressions and clicks of ads by day. */
import { Prisma } from '../../generated/prisma/client.ts';
import { type Day, type DayRange, daysOfRange } from '../../platform/days.ts';
import type { Db } from '../../platform/db.ts';
import type { Counts } from '../ad-flight.ts';

/** The counts of an ad on one day in UTC. */
export interface DailyResults extends Counts {
  readonly day: Day;
}

/** An ad and the days to read. */
export interface DailyResultsKey {
  readonly adId: string;
  readonly range: DayRange;
}

/** The days with counts, each with the position of its key from 1. Rows are found by the primary key. */
export const dailyCountsSql = (keys: readonly DailyResultsKey[]): Prisma.Sql => Prisma.sql`
  select wanted.key::int as key, day::text as day, impressions, clicks
  from unnest(${keys.map(({ adId }) => adId)}::uuid[], ${keys.map(({ range }) => range.from)}::date[],
    ${keys.map(({ range }) => range.to)}::date[]) with ordinality as wanted (ad_id, first_day, last_day, key)
  cross join lateral (
    select day, impressions, clicks from ad_daily_counter
    where ad_id = wanted.ad_id and day between wanted.first_day and wanted.last_day
  ) as counted`;

/** All days of each range in their order, in one statement. A day without counts has zeros. */
export async function readDailyResults(
  db: Db,
  keys: readonly DailyResultsKey[],
): Promise<readonly (readonly DailyResults[])[]> {
  const rows = await db.$queryRaw<{ key: number; day: Day; impressions: bigint; clicks: bigint }[]>(
    dailyCountsSql(keys),
  );
  const countsOf = new Map(
    rows.map(({ key, day, impressions, clicks }) => [
      `${key} ${day}`,
      { impressions: Number(impressions), clicks: Number(clicks) },
    ]),
  );
  return keys.map(({ range }, index) =>
    daysOfRange(range).map((day) => ({
      day,
      ...(countsOf.get(`${index + 1} ${day}`) ?? { impressions: 0, clicks: 0 }),
    })),
  );
}
