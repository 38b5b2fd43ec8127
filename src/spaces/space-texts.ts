/** The texts by which spaces are found: title, description, audience and the name of the seller. */
import { Prisma } from '../generated/prisma/client.ts';
import { missingTextsTopic } from '../live/topics.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Db, Tx } from '../platform/db.ts';
import { missingTextsTask } from '../platform/missing-texts-task.ts';
import { containsWordSql, searchTextOf } from '../platform/search-text.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** Facts by which a space is found. */
export interface SpaceFacts {
  readonly title: string;
  readonly description: string;
  readonly audience?: string | null | undefined;
  readonly sellerName: string;
}

/** The text of a space. */
export const textOfSpace = ({ title, description, audience, sellerName }: SpaceFacts): string =>
  searchTextOf(title, sellerName, description, audience ?? '');

/**
 * The seller of a space that the transaction creates: the name for its text, and the time zone for its days. Until the
 * transaction ends, the account is not renamed, because a change of the name could not find the new row. Call it before
 * locking spaces.
 */
export async function readSellerOfNewSpace(
  tx: Tx,
  accountId: string,
): Promise<{ readonly name: string; readonly timeZone: string }> {
  const [seller] = await tx.$queryRaw<{ name: string; timeZone: string }[]>`
    select name, time_zone as "timeZone" from account where id = ${accountId}::uuid for share`;
  if (!seller) throw new Error('The account of a member is never deleted');
  return seller;
}

/** Writes the texts of spaces again from the database. The caller has locked the spaces. */
export async function refreshSpaceTexts(tx: Tx, spaceIds: readonly string[]): Promise<void> {
  const spaces = await tx.$queryRaw<(SpaceFacts & { readonly id: string })[]>`
    select space.id, title, description, audience, account.name as "sellerName"
    from space join account on account.id = space.seller_id where space.id = any(${[...spaceIds]}::uuid[])`;
  await tx.$executeRaw`
    update space set search_text = written.text
    from unnest(${spaces.map(({ id }) => id)}::uuid[], ${spaces.map(textOfSpace)}::text[]) as written (id, text)
    where space.id = written.id`;
}

/** The condition that a word is in the text of a space, on the columns of space. */
export const spaceContainsWordSql = (word: string): Prisma.Sql => containsWordSql(Prisma.sql`space.search_text`, word);

/** The task that writes the texts of spaces that have none: those of an earlier version, and those of renamed sellers. */
export const spaceTextTasks = ({ db }: Pick<AppServices, 'db'>): readonly BackgroundTask[] => [
  missingTextsTask('space-texts', {
    isAnyMissing: async () => (await findMissing(db, 1)).length > 0,
    writeMissing: () => writeMissingSpaceTexts(db),
    topic: missingTextsTopic,
  }),
];

/** Writes all missing texts, batch by batch, and returns their number. Other instances may do the same at the same time. */
export async function writeMissingSpaceTexts(db: Db): Promise<number> {
  for (let count = 0; ; ) {
    const missing = await findMissing(db, tuning.search.missingSpaceTextsBatchSize);
    if (missing.length === 0) return count;
    const ids = missing.map(({ id }) => id);
    await db.$transaction(async (tx) => {
      await tx.$queryRaw<unknown[]>`
        select 1 from space where id = any(${ids}::uuid[]) order by id for no key update`;
      await refreshSpaceTexts(tx, ids);
    });
    count += missing.length;
  }
}

const findMissing = (db: Db, limit: number) =>
  db.$queryRaw<{ id: string }[]>`select id from space where search_text is null order by id limit ${limit}`;
