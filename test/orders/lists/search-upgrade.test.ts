/** The upgrade of a database whose orders and messages were stored before the search had texts of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { soleOwnerOf } from '../../../src/access/viewer.ts';
import { searchMessages } from '../../../src/messages/search-messages.ts';
import { listOrderIds } from '../../../src/orders/lists/list-orders.ts';
import { orderTextTasks } from '../../../src/orders/search/order-texts.ts';
import type { Database } from '../../../src/platform/db.ts';
import { searchWordsOf } from '../../../src/platform/search-text.ts';
import { type UpgradedDatabase, upgradeDatabase } from '../../support/upgrade.ts';

const upgrade = '20261128203000_search_text';
const messageCount = 1_200;
const idOf = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
const [advertiserId, sellerId, orderId] = [idOf(1), idOf(2), idOf(3)];

/** An order with messages, in the tables of the version before. One of the messages was deleted. */
const rows = `
      insert into account (id, email, name, created_at) values
        ('${advertiserId}', 'a@people.example', 'Teehaus Zürich', now()),
        ('${sellerId}', 's@people.example', 'Harbour Gazette', now());
      insert into "order" (id, advertiser_id, seller_id, brief, value_minor_units, currency, payment_method, status, stay,
          payment_status, proof, revision, log_number, awaits_advertiser, awaits_seller, awaits_operator, search_text,
          created_at, last_activity_at)
        values ('${orderId}', '${advertiserId}', '${sellerId}', 'From 2026-12-01 on', 0, 'EUR', 'BANK_TRANSFER', 'PENDING', 1,
          'NONE', 'NONE', 1, ${messageCount}, false, false, false, 'old text', now(), now());
      insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
        select '${orderId}', place, 'sendMessage', now(), '${sellerId}', 'seller', '{}', 1
        from generate_series(1, ${messageCount}) as place;
      insert into message (order_id, number, author_id, role, text, created_at)
        select '${orderId}', place, '${sellerId}', 'seller', 'Größe ' || place || ' of shop.example.com', now()
        from generate_series(1, ${messageCount}) as place;
      update message set text = '', deleted_at = now() where number = 7;`;

let database: UpgradedDatabase;
let opened: Database;

beforeAll(async () => {
  database = await upgradeDatabase({ before: upgrade, rows });
  opened = database.opened;
});
afterAll(() => database.drop());

const seller = soleOwnerOf(sellerId);
const window = { after: undefined, before: undefined, limit: 2_000, isFromEnd: false };
const findOrders = (text: string) => listOrderIds(opened.db, seller, { words: searchWordsOf(text) }, window);
const countMessages = async (text: string) =>
  (await searchMessages(opened.db, seller, { words: searchWordsOf(text) }, window)).length;

test('the background task writes the missing texts, and ends when none is left', async () => {
  const [task] = orderTextTasks(opened);
  expect(await findOrders('2026-12-01')).toEqual([]);
  expect(await task?.nextDueAt?.()).toBeInstanceOf(Date);

  expect(await task?.run()).toBe(messageCount);

  expect(await task?.nextDueAt?.()).toBeUndefined();
  expect(await findOrders('2026-12-01 zurich gazette')).toEqual([orderId]);
  expect(await findOrders('grosse example.com')).toEqual([orderId]);
  expect(await countMessages('GRÖSSE shop')).toBe(messageCount - 1);
  expect(await countMessages('777')).toBe(1);
});
