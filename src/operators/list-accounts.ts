/** The list of all accounts, for operators. */
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from '../platform/db.ts';
import type { LatestPageRequest } from '../platform/latest-per-owner.ts';

export interface AccountFilter {
  readonly isSuspended?: boolean | undefined;
  readonly isClosed?: boolean | undefined;
  /** The beginning of the name or of the contact address. */
  readonly text?: string | undefined;
}

/** The ids of a window of the list, in the direction of the request. One statement. */
export async function listAccountIds(
  db: Db,
  { isSuspended, isClosed, text }: AccountFilter,
  { after, before, limit, isFromEnd }: LatestPageRequest,
): Promise<readonly string[]> {
  const conditions = [
    ...(isSuspended === undefined
      ? []
      : [isSuspended ? Prisma.sql`suspended_at is not null` : Prisma.sql`suspended_at is null`]),
    ...(isClosed === undefined ? [] : [isClosed ? Prisma.sql`closed_at is not null` : Prisma.sql`closed_at is null`]),
    ...(after ? [Prisma.sql`(created_at, id) < (${after.at}, ${after.id}::uuid)`] : []),
    ...(before ? [Prisma.sql`(created_at, id) > (${before.at}, ${before.id}::uuid)`] : []),
  ];
  const direction = Prisma.raw(isFromEnd ? 'asc' : 'desc');
  const sorted = Prisma.sql`order by created_at ${direction}, id ${direction} limit ${limit}`;
  const prefix = text?.trim().toLowerCase() ?? '';
  const pattern = `${prefix.replaceAll(/[\\%_]/g, '\\$&')}%`;
  // Each column has its own index of prefixes.
  const branches =
    prefix === ''
      ? [Prisma.sql`true`]
      : [Prisma.sql`lower(name) like ${pattern}`, Prisma.sql`lower(email) like ${pattern}`];
  const selects = branches.map(
    (branch) =>
      Prisma.sql`(select id, created_at from account where ${Prisma.join([branch, ...conditions], ' and ')} ${sorted})`,
  );
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from (${Prisma.join(selects, ' union ')}) as found ${sorted}`;
  return rows.map(({ id }) => id);
}
