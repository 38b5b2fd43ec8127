/** The texts by which operators find accounts: names, contact address, website and tax id. */
import { domainToUnicode } from 'node:url';
import { Prisma } from '../generated/prisma/client.ts';
import { missingTextsTopic } from '../live/topics.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Db } from '../platform/db.ts';
import { missingTextsTask } from '../platform/missing-texts-task.ts';
import { containsWordSql, searchTextOf } from '../platform/search-text.ts';
import { usedAddress } from '../platform/web-address.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** Columns of an account by which it is found. The trigger `account_search_text_sources` has the same list. */
interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly legalName: string | null;
  readonly contactEmail: string;
  readonly website: string | null;
  readonly taxId: string | null;
}

const textOfAccount = ({ name, legalName, contactEmail, website, taxId }: AccountFacts): string =>
  searchTextOf(name, legalName ?? '', contactEmail, website ?? '', domainOf(website), taxId ?? '');

/** The domain of a website as people write it, such as crème.example; the stored address has it in ASCII. */
const domainOf = (website: string | null): string => domainToUnicode(usedAddress(website)?.hostname ?? '');

/** The condition that a word is in the text of an account, on the columns of account. */
export const accountContainsWordSql = (word: string): Prisma.Sql =>
  containsWordSql(Prisma.sql`account.search_text`, word);

/** The task that writes the texts of accounts that have none. */
export const accountTextTasks = ({ db }: Pick<AppServices, 'db'>): readonly BackgroundTask[] => [
  missingTextsTask('account-texts', {
    isAnyMissing: async () => (await findMissing(db, 1)).length > 0,
    writeMissing: () => writeMissingAccountTexts(db),
    topic: missingTextsTopic,
  }),
];

/** Writes all missing texts, batch by batch, and returns their number. Other instances may do the same at the same time. */
export async function writeMissingAccountTexts(db: Db): Promise<number> {
  for (let count = 0; ; ) {
    const missing = await findMissing(db, tuning.search.missingTextsBatchSize);
    if (missing.length === 0) return count;
    await db.$transaction(async (tx) => {
      // The lock keeps a change of an account from being overwritten with the text of before the change.
      const accounts = await tx.$queryRaw<AccountFacts[]>`
        select id, name, legal_name as "legalName", email as "contactEmail", website, tax_id as "taxId"
        from account where id = any(${missing.map(({ id }) => id)}::uuid[]) order by id for no key update`;
      await tx.$executeRaw`
        update account set search_text = written.text
        from unnest(${accounts.map(({ id }) => id)}::uuid[], ${accounts.map(textOfAccount)}::text[]) as written (id, text)
        where account.id = written.id`;
    });
    count += missing.length;
  }
}

const findMissing = (db: Db, limit: number) =>
  db.$queryRaw<{ id: string }[]>`select id from account where search_text is null order by id limit ${limit}`;
