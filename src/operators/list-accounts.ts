/** The list of all accounts, for operators. */
import { accountContainsWordSql } from '../accounts/account-texts.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from '../platform/db.ts';
import type { LatestPageRequest } from '../platform/latest-per-owner.ts';

export interface AccountFilter {
  readonly isSuspended?: boolean | undefined;
  readonly isClosed?: boolean | undefined;
  /** Words that are all in the text of an account; undefined to list all accounts. */
  readonly words?: readonly string[] | undefined;
}

/** The ids of a window of the list, in the direction of the request. One statement. */
export async function listAccountIds(
  db: Db,
  { isSuspended, isClosed, words }: AccountFilter,
  { after, before, limit, isFromEnd }: LatestPageRequest,
): Promise<readonly string[]> {
  // A text without any word that can be searched for finds nothing.
  if (words?.length === 0) return [];
  const conditions = [
    ...(words ?? []).map(accountContainsWordSql),
    ...(isSuspended === undefined
      ? []
      : [isSuspended ? Prisma.sql`suspended_at is not null` : Prisma.sql`suspended_at is null`]),
    ...(isClosed === undefined ? [] : [isClosed ? Prisma.sql`closed_at is not null` : Prisma.sql`closed_at is null`]),
    ...(after ? [Prisma.sql`(created_at, id) < (${after.at}, ${after.id}::uuid)`] : []),
    ...(before ? [Prisma.sql`(created_at, id) > (${before.at}, ${before.id}::uuid)`] : []),
  ];
  const direction = Prisma.raw(isFromEnd ? 'asc' : 'desc');
  const sorted = Prisma.sql`order by created_at ${direction}, id ${direction} limit ${limit}`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from account where ${Prisma.join([Prisma.sql`true`, ...conditions], ' and ')} ${sorted}`;
  return rows.map(({ id }) => id);
}
