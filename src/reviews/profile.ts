/** The parts of seller profiles, each read for many sellers in a fixed number of statements. */
import { visibleSpacesSql } from '../access/access.ts';
import { visibleSellers } from '../access/account-access.ts';
import type { Viewer } from '../access/viewer.ts';
import { Prisma, type SellerStats } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Db } from '../platform/db.ts';
import type { OwnedList } from '../platform/latest-per-owner.ts';

/** A seller, and what the orders add up to; no stats if there is nothing to add up yet. */
export interface Profile {
  readonly sellerId: string;
  readonly stats: SellerStats | null;
}

/** The profiles of those of these accounts that sell something which the viewer may see. */
export async function readProfiles(
  db: Db,
  viewer: Viewer,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Profile>> {
  const sellers = await db.account.findMany({
    where: { AND: [{ id: { in: [...accountIds] } }, visibleSellers(viewer)] },
    select: { id: true, stats: true },
  });
  return new Map(sellers.map(({ id, stats }) => [id, { sellerId: id, stats }]));
}

/** The response time of a seller: the median time until the first answer, over the newest answered orders. */
export interface ResponseTime {
  readonly sellerId: string;
  readonly medianSeconds: number;
  readonly orders: number;
}

/** The response times of these sellers; nothing for one who has not answered yet. */
export async function readResponseTimes(
  db: Db,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, ResponseTime>> {
  const rows = await db.$queryRaw<ResponseTime[]>(responseTimesSql(sellerIds));
  return new Map(rows.map((row) => [row.sellerId, row]));
}

/** The statement: it reads a bounded part of an index for each seller. */
export const responseTimesSql = (sellerIds: readonly string[]): Prisma.Sql => Prisma.sql`
  select wanted.id as "sellerId", count(*)::int as orders,
    round(percentile_cont(0.5) within group (order by extract(epoch from first_answered_at - created_at)::float8))::int as "medianSeconds"
  from unnest(${[...sellerIds]}::uuid[]) as wanted (id)
  cross join lateral (
    select created_at, first_answered_at from "order" where seller_id = wanted.id and first_answered_at is not null
    order by created_at desc limit ${limits.profile.answeredOrders}
  ) as answered
  group by wanted.id`;

/** The published ratings of sellers by advertisers. */
export const ratingsOfSellers: OwnedList = {
  table: Prisma.sql`rating`,
  condition: Prisma.sql`role = 'advertiser' and published_at is not null`,
  owner: Prisma.raw('ratee_id'),
  at: Prisma.raw('published_at'),
};

/** The spaces of a seller that a viewer may see. */
export const spacesOfSellers = (viewer: Viewer): OwnedList => ({
  table: Prisma.sql`space`,
  condition: visibleSpacesSql(viewer),
  owner: Prisma.raw('seller_id'),
  at: Prisma.raw('created_at'),
});
