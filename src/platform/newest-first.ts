/** Statements of lists that are sorted by a moment, newest first, and by id for equal moments. */
import { Prisma } from '../generated/prisma/client.ts';

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

/** The conditions of a page whose moment is in the column `at`, its sort, and its sort with its limit. */
export function newestFirstSql(at: Prisma.Sql, { after, before, limit, isFromEnd }: LatestPageRequest) {
  const direction = Prisma.raw(isFromEnd ? 'asc' : 'desc');
  const sort = Prisma.sql`${at} ${direction}, id ${direction}`;
  return {
    // "After" in a list of the newest first is what is older.
    conditions: [
      ...(after ? [Prisma.sql`(${at}, id) < (${after.at}, ${after.id}::uuid)`] : []),
      ...(before ? [Prisma.sql`(${at}, id) > (${before.at}, ${before.id}::uuid)`] : []),
    ],
    sort,
    sorted: Prisma.sql`order by ${sort} limit ${limit}`,
  };
}

/** A list whose rows meet one of several conditions, the branches, and all of the others. */
export interface BranchedList {
  readonly table: Prisma.Sql;
  readonly at: Prisma.Sql;
  readonly branches: readonly Prisma.Sql[];
  readonly conditions: readonly Prisma.Sql[];
}

/**
 * The statement of the ids of a page. Each branch has its own index in the order of the list: the newest of each are read and
 * merged, which stays quick however many there are. One "or" over all would read every row of them.
 */
export function branchedIdsSql({ table, at, branches, conditions }: BranchedList, page: LatestPageRequest): Prisma.Sql {
  const { conditions: inPage, sorted } = newestFirstSql(at, page);
  const selects = branches.map(
    (branch) =>
      Prisma.sql`(select id, ${at} from ${table} where ${Prisma.join([branch, ...conditions, ...inPage], ' and ')} ${sorted})`,
  );
  return Prisma.sql`select id from (${Prisma.join(selects, ' union ')}) as found ${sorted}`;
}
