/** The upgrade of a database whose orders and messages were stored before the search had texts of its own. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { soleOwnerOf } from '../../../src/access/viewer.ts';
import { searchMessages } from '../../../src/messages/search-messages.ts';
import { listOrderIds } from '../../../src/orders/lists/list-orders.ts';
import { orderTextTasks } from '../../../src/orders/search/order-texts.ts';
import { connectOnce } from '../../../src/platform/database-connection.ts';
import { type Database, openDatabase } from '../../../src/platform/db.ts';
import { migrationsFolder, readMigrations } from '../../../src/platform/migrations/migration-files.ts';
import { applyMigrations } from '../../../src/platform/migrations/migrations.ts';
import { searchWordsOf } from '../../../src/platform/search-text.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

const upgrade = '20261128203000_search_text';
const messageCount = 1_200;
const idOf = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
const [advertiserId, sellerId, orderId] = [idOf(1), idOf(2), idOf(3)];

let folder: string;
let database: TestDatabase;
let opened: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placard-upgrade-'));
  database = await freshDatabase({ folder });
  for (const { name } of await readMigrations(migrationsFolder))
    if (name < upgrade) await cp(join(migrationsFolder, name), join(folder, name), { recursive: true });
  await applyMigrations({ url: database.url, folder });
  await storeAsBefore();
  await applyMigrations({ url: database.url });
  opened = openDatabase({ url: database.url, isEmbedded: database.isEmbedded });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** An order with messages, in the tables of the version before. One of the messages was deleted. */
async function storeAsBefore(): Promise<void> {
  const client = await connectOnce(database.url);
  try {
    await client.query(`
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
      update message set text = '', deleted_at = now() where number = 7;`);
  } finally {
    await client.end();
  }
}

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
