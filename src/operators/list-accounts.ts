/** The list of all accounts, for operators. */
import { accountContainsWordSql } from '../accounts/account-texts.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from '../platform/db.ts';
import { type LatestPageRequest, newestFirstSql } from '../platform/newest-first.ts';

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
  page: LatestPageRequest,
): Promise<readonly string[]> {
  // A text without any word that can be searched for finds nothing.
  if (words?.length === 0) return [];
  const { conditions: inPage, sorted } = newestFirstSql(Prisma.sql`created_at`, page);
  const conditions = [
    ...(words ?? []).map(accountContainsWordSql),
    ...(isSuspended === undefined
      ? []
      : [isSuspended ? Prisma.sql`suspended_at is not null` : Prisma.sql`suspended_at is null`]),
    ...(isClosed === undefined ? [] : [isClosed ? Prisma.sql`closed_at is not null` : Prisma.sql`closed_at is null`]),
    ...inPage,
  ];
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from account where ${Prisma.join([Prisma.sql`true`, ...conditions], ' and ')} ${sorted}`;
  return rows.map(({ id }) => id);
}
