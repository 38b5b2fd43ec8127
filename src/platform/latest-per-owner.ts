/** The newest rows of many owners, read with one statement for any number of owners and any length of their lists. */
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './db.ts';

/** A list that each of many owners has, as fragments of SQL. An index must give the rows of an owner in its order. */
export interface OwnedList {
  readonly table: Prisma.Sql;
  /** The condition on the rows of the lists. */
  readonly condition: Prisma.Sql;
  readonly owner: Prisma.Sql;
  /** The moment by which the list is sorted; equal moments are sorted by id. */
  readonly at: Prisma.Sql;
}

/** A position in such a list. */
export interface LatestPosition {
  readonly at: Date;
  readonly id: string;
}

/** The rows between two positions, up to `limit` of them from one of the ends. */
export interface LatestPageRequest {
  readonly after: LatestPosition | undefined;
  readonly before: LatestPosition | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** Returns the ids of the same page of the list of each owner, in the direction of the request. */
export async function readLatestPerOwner(
  db: Db,
  { table, condition, owner, at }: OwnedList,
  ownerIds: readonly string[],
  { after, before, limit, isFromEnd }: LatestPageRequest,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const direction = Prisma.raw(isFromEnd ? 'asc' : 'desc');
  // "After" in a list of the newest first is what is older.
  const older = after ? Prisma.sql`and (${at}, id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty;
  const newer = before ? Prisma.sql`and (${at}, id) > (${before.at}, ${before.id}::uuid)` : Prisma.empty;
  const rows = await db.$queryRaw<{ ownerId: string; ids: string[] }[]>`
    select owner.id as "ownerId", page.ids from unnest(${[...ownerIds]}::uuid[]) as owner (id)
    cross join lateral (
      select array(
        select id from ${table} where ${owner} = owner.id and ${condition} ${older} ${newer}
        order by ${at} ${direction}, id ${direction} limit ${limit}
      ) as ids
    ) as page`;
  return new Map(rows.map(({ ownerId, ids }) => [ownerId, ids]));
}
