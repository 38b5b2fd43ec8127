/** The upgrade of a database from before the settings of the marketplace: everything works as it did. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/platform/db.ts';
import { marketplaceId, readMarketplace, senderOf, signUpPolicyOf } from '../../src/services/marketplace-settings.ts';
import { type UpgradedDatabase, upgradeDatabase } from '../support/upgrade.ts';

const upgrade = '20261128235934_marketplace_settings';
const idOf = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
const [sellerId = '', advertiserId = '', personId = '', fileId = '', orderId = ''] = [1, 2, 3, 4, 5].map(idOf);

/** Two accounts, a person, an order and an uploaded file, in the tables of the version before. */
const rows = `
  insert into account (id, email, name, created_at) values
    ('${sellerId}', 's@people.example', 'Harbour Gazette', now()), ('${advertiserId}', 'a@people.example', 'Ada', now());
  insert into person (id, email, name, language, created_at)
    values ('${personId}', 'p@people.example', 'Ada', 'DE', now());
  insert into file (id, account_id, status, name, media_type, size_bytes, sha256, created_at, expires_at)
    values ('${fileId}', '${sellerId}', 'STORED', 'tea.png', 'image/png', 10, 'a hash', now(), now());
  insert into "order" (id, advertiser_id, seller_id, brief, value_minor_units, currency, payment_method, status, stay,
      payment_status, proof, revision, log_number, awaits_advertiser, awaits_seller, awaits_operator,
      created_at, last_activity_at)
    values ('${orderId}', '${advertiserId}', '${sellerId}', 'An ad', 9000, 'SEK', 'BANK_TRANSFER', 'PENDING', 1,
      'NONE', 'NONE', 1, 1, false, true, false, now(), now());
  insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
    values ('${orderId}', 1, 'placeOrder', now(), '${advertiserId}', 'advertiser', '{}', 1);`;

let database: UpgradedDatabase;
let opened: Database;

beforeAll(async () => {
  database = await upgradeDatabase({ before: upgrade, rows });
  opened = database.opened;
});
afterAll(() => database.drop());

test('the settings are those that applied before', async () => {
  const settings = await readMarketplace(opened.db);

  expect(settings).toMatchObject({
    id: marketplaceId,
    ...{ name: 'Placard', termsUrl: null, termsVersion: 0, feeBasisPoints: 0, currencies: [], revision: 1 },
  });
  expect([...settings.languages].sort()).toEqual(['DE', 'EN']);
  const from = 'Orders <orders@market.example>';
  expect(senderOf({ mail: { from } } as Parameters<typeof senderOf>[0], settings)).toBe(from);
  expect([true, false].map((isSignUpOpen) => signUpPolicyOf({ isSignUpOpen }, settings))).toEqual(['OPEN', 'INVITE']);
});

test('existing orders have no fee, files keep their use, and accounts have no logo', async () => {
  const order = await opened.db.order.findUniqueOrThrow({ where: { id: orderId } });
  const file = await opened.db.file.findUniqueOrThrow({ where: { id: fileId } });
  const seller = await opened.db.account.findUniqueOrThrow({ where: { id: sellerId } });
  const person = await opened.db.person.findUniqueOrThrow({ where: { id: personId }, include: { acceptances: true } });

  expect([order.feeBasisPoints, file.purpose, seller.logoId]).toEqual([0, 'CONTENT', null]);
  expect(person).toMatchObject({ language: 'DE', acceptances: [] });
});

test('a server of the version before continues to write orders and files', async () => {
  await opened.pool.query(
    rows.replaceAll("'00000000-0000-7000-8000-", "'00000000-0000-7000-9000-").replaceAll('@people', '@others'),
  );

  expect(await opened.db.order.count({ where: { feeBasisPoints: 0 } })).toBe(2);
});
