/** The newest rows of many owners at once, by their ids: one statement, whatever the number of owners and the length of their lists. */
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './db.ts';

/** A list that each of many owners has. All of it is SQL of ours; an index must give the rows of an owner in this order. */
export interface OwnedList {
  readonly table: Prisma.Sql;
  /** Which of its rows the lists have. */
  readonly condition: Prisma.Sql;
  readonly owner: Prisma.Sql;
  /** The moment that the list is in the order of; the id decides among equal ones. */
  readonly at: Prisma.Sql;
}

/** A place in such a list. */
export interface LatestPosition {
  readonly at: Date;
  readonly id: string;
}

/** The rows between two places, up to `limit` from the one end or the other. */
export interface LatestPageRequest {
  readonly after: LatestPosition | undefined;
  readonly before: LatestPosition | undefined;
  readonly limit: number;
  readonly isFromEnd: boolean;
}

/** The ids of the same window of each owner's list, in the direction that it was asked from. */
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
    select wanted.id as "ownerId", found.ids from unnest(${[...ownerIds]}::uuid[]) as wanted (id)
    cross join lateral (
      select array(
        select id from ${table} where ${owner} = wanted.id and ${condition} ${older} ${newer}
        order by ${at} ${direction}, id ${direction} limit ${limit}
      ) as ids
    ) as found`;
  return new Map(rows.map(({ ownerId, ids }) => [ownerId, ids]));
}
