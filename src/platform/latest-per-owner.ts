/** The newest rows of many owners, read with one statement for any number of owners and any length of their lists. */
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './db.ts';
import { type LatestPageRequest, newestFirstSql } from './newest-first.ts';

/** A list that each of many owners has, as fragments of SQL. An index must give the rows of an owner in its order. */
export interface OwnedList {
  readonly table: Prisma.Sql;
  /** The condition on the rows of the lists. */
  readonly condition: Prisma.Sql;
  readonly owner: Prisma.Sql;
  /** The moment by which the list is sorted; equal moments are sorted by id. */
  readonly at: Prisma.Sql;
}

/** Returns the ids of the same page of the list of each owner, in the direction of the request. */
export async function readLatestPerOwner(
  db: Db,
  { table, condition, owner, at }: OwnedList,
  ownerIds: readonly string[],
  page: LatestPageRequest,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { conditions, sorted } = newestFirstSql(at, page);
  const rows = await db.$queryRaw<{ ownerId: string; ids: string[] }[]>`
    select owner.id as "ownerId", page.ids from unnest(${[...ownerIds]}::uuid[]) as owner (id)
    cross join lateral (
      select array(
        select id from ${table}
        where ${Prisma.join([Prisma.sql`${owner} = owner.id`, condition, ...conditions], ' and ')} ${sorted}
      ) as ids
    ) as page`;
  return new Map(rows.map(({ ownerId, ids }) => [ownerId, ids]));
}
