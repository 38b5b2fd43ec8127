/** The texts by which orders are found: one of each order, and one of each message that was not deleted. */
import { Prisma } from '../../generated/prisma/client.ts';
import { missingTextsTopic } from '../../live/topics.ts';
import type { BackgroundTask } from '../../platform/background-tasks.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { missingTextsTask } from '../../platform/missing-texts-task.ts';
import { containsWordSql, searchTextOf } from '../../platform/search-text.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { tuning } from '../../tuning.ts';

/** The number of the text of an order itself; texts of messages have the number of the message, from 1. */
const ownNumber = 0;

/** The texts by which an order is found, besides its messages. */
export interface OrderFacts {
  readonly number: number;
  readonly brief: string;
  readonly itemTitles: readonly string[];
  readonly partyNames: readonly string[];
}

interface OrderText {
  readonly orderId: string;
  readonly number: number;
  /** As `searchTextOf` returns it. */
  readonly text: string;
}

/** The text of an order itself. */
export const textOfOrder = (orderId: string, { number, brief, itemTitles, partyNames }: OrderFacts): OrderText => ({
  orderId,
  number: ownNumber,
  text: searchTextOf(number, brief, ...itemTitles, ...partyNames),
});

/** Writes the texts of orders or of messages, also where they had another text. */
export async function writeTexts(tx: Tx, texts: readonly OrderText[]): Promise<void> {
  await tx.$executeRaw`
    insert into order_text (order_id, number, text)
    select * from ${textRows(texts)} on conflict (order_id, number) do update set text = excluded.text`;
}

const textRows = (texts: readonly OrderText[]): Prisma.Sql => Prisma.sql`unnest(
  ${texts.map(({ orderId }) => orderId)}::uuid[], ${texts.map(({ number }) => number)}::int[],
  ${texts.map(({ text }) => text)}::text[]) as written (order_id, number, text)`;

/**
 * Writes the texts of these orders, without those of their messages, again from the database. Call it in the transaction
 * that changes a brief, an item or the name of a party. Concurrent calls for an order wait for each other, so that the
 * last one has read the changes of all.
 */
export async function refreshSearchText(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await tx.$queryRaw<unknown[]>`
    select 1 from order_text where number = ${ownNumber} and order_id = any(${orderIds}::uuid[])
    order by order_id for update`;
  const orders = await tx.$queryRaw<(OrderFacts & { readonly id: string })[]>`
    select "order".id, "order".number, brief,
      array(select title from order_item where order_id = "order".id order by position) as "itemTitles",
      array(select name from account where id in (advertiser_id, seller_id)) as "partyNames"
    from "order" where "order".id = any(${orderIds}::uuid[])`;
  await writeTexts(
    tx,
    orders.map(({ id, ...facts }) => textOfOrder(id, facts)),
  );
}

/** The condition that a word is in an order or in one of its messages, on the columns of "order". */
export const orderContainsWordSql = (word: string): Prisma.Sql =>
  Prisma.sql`"order".id in (select order_id from order_text where ${containsWordSql(Prisma.sql`order_text.text`, word)})`;

/** The task that writes missing texts: those of orders of renamed parties, and those that an earlier version has not stored. */
export const orderTextTasks = ({ db }: Pick<OrderServices, 'db'>): readonly BackgroundTask[] => [
  missingTextsTask('order-texts', {
    isAnyMissing: async () => (await findMissing(db, 1)).length > 0,
    writeMissing: () => writeMissingTexts(db),
    topic: missingTextsTopic,
  }),
];

/** Writes all missing texts, batch by batch, and returns their number. Other instances may do the same at the same time. */
export async function writeMissingTexts(db: Db): Promise<number> {
  for (let count = 0; ; ) {
    const missing = await findMissing(db, tuning.search.missingTextsBatchSize);
    if (missing.length === 0) return count;
    const ofOrders = missing.filter(({ number }) => number === ownNumber);
    const ofMessages = missing.filter(({ number }) => number !== ownNumber);
    if (ofOrders.length > 0)
      await db.$transaction((tx) =>
        refreshSearchText(
          tx,
          ofOrders.map(({ orderId }) => orderId),
        ),
      );
    // A text that is not missing any more was written from a newer message, and stays.
    await db.$executeRaw`
      update order_text set text = written.text
      from ${textRows(ofMessages.map((row) => ({ ...row, text: searchTextOf(row.source) })))}
      where order_text.order_id = written.order_id and order_text.number = written.number and order_text.text is null`;
    count += missing.length;
  }
}

/** Texts that are missing; `source` is what the message says, '' for an order. */
const findMissing = (db: Db, limit: number) =>
  db.$queryRaw<{ orderId: string; number: number; source: string }[]>`
    select order_text.order_id as "orderId", order_text.number, coalesce(message.text, '') as source
    from order_text left join message on message.order_id = order_text.order_id and message.number = order_text.number
    where order_text.text is null order by order_text.order_id, order_text.number limit ${limit}`;
