/** The upgrade of a database from before people and statuses of spaces: nothing that was stored is lost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSessions } from '../../src/access/current-viewer.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db.ts';
import { type UpgradedDatabase, upgradeDatabase } from '../support/upgrade.ts';

const upgrade = '20261128203000_search_text';
const idOf = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
const [operatorId, sellerId, advertiserId, listedId, unlistedId, optionId, orderId, itemId] = [
  1, 2, 3, 4, 5, 6, 7, 8,
].map(idOf);

/** Accounts, one of them with a session, two spaces and an ordered item, in the tables of the version before. */
const rows = `
      insert into account (id, email, name, is_operator, created_at) values
        ('${operatorId}', 'o@people.example', 'The marketplace', true, now()),
        ('${sellerId}', 's@people.example', 'Harbour Gazette', false, now()),
        ('${advertiserId}', 'a@people.example', 'Ada Coffee', false, now());
      insert into session (id, account_id, token_hash, created_at, expires_at)
        values ('${idOf(9)}', '${sellerId}', 'a hash', now(), now() + interval '1 day');
      insert into space (id, seller_id, title, description, is_listed, created_at) values
        ('${listedId}', '${sellerId}', 'Front page', 'Above the news.', true, now()),
        ('${unlistedId}', '${sellerId}', 'Back page', 'Below the news.', false, now());
      insert into price_option (id, space_id, title, price_minor_units, currency, measure, quantity, is_monthly, position)
        values ('${optionId}', '${listedId}', 'a month', 9000, 'EUR', 'DAYS', 30, true, 1);
      insert into "order" (id, advertiser_id, seller_id, brief, value_minor_units, currency, payment_method, status, stay,
          payment_status, proof, revision, log_number, awaits_advertiser, awaits_seller, awaits_operator, search_text,
          created_at, last_activity_at)
        values ('${orderId}', '${advertiserId}', '${sellerId}', 'An ad', 9000, 'EUR', 'BANK_TRANSFER', 'DISPUTED', 1,
          'NONE', 'NONE', 1, 1, false, false, true, 'old text', now(), now());
      insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
        values ('${orderId}', 1, 'placeOrder', now(), '${advertiserId}', 'advertiser', '{}', 1);
      insert into order_item (id, order_id, price_option_id, title, price_minor_units, currency, position)
        values ('${itemId}', '${orderId}', '${optionId}', 'Front page: a month', 9000, 'EUR', 1);`;

let database: UpgradedDatabase;
let opened: Database;

beforeAll(async () => {
  database = await upgradeDatabase({ before: upgrade, rows });
  opened = database.opened;
});
afterAll(() => database.drop());

test('each account has a person with its name and address as its owner', async () => {
  const accounts = await opened.db.account.findMany({
    orderBy: { id: 'asc' },
    include: { memberships: { include: { person: true } } },
  });

  expect(accounts.map(({ name, contactEmail }) => [name, contactEmail])).toEqual([
    ['The marketplace', 'o@people.example'],
    ['Harbour Gazette', 's@people.example'],
    ['Ada Coffee', 'a@people.example'],
  ]);
  for (const { name, contactEmail, memberships } of accounts)
    expect(memberships).toMatchObject([{ role: 'OWNER', person: { name, email: contactEmail } }]);
});

test('a session continues, as that of the person who owns the account', async () => {
  const services = { read: opened.read, clock: systemClock };

  const [viewer] = await readSessions(services, Prisma.sql`session.token_hash = 'a hash'`);

  expect(viewer?.memberships).toMatchObject([{ accountId: sellerId, role: 'OWNER', isOperator: false }]);
});

test('spaces have the status that they were offered in, and items what was bought', async () => {
  const spaces = await opened.db.space.findMany({ orderBy: { id: 'asc' }, select: { id: true, status: true } });
  const item = await opened.db.orderItem.findUniqueOrThrow({ where: { id: itemId ?? '' } });

  expect(spaces).toEqual([
    { id: listedId, status: 'LISTED' },
    { id: unlistedId, status: 'UNLISTED' },
  ]);
  expect(item).toMatchObject({ measure: 'DAYS', quantity: 30, isMonthly: true });
});

test('a disputed order waits for operators since its last activity', async () => {
  const order = await opened.db.order.findUniqueOrThrow({ where: { id: orderId ?? '' } });

  expect(order.waitingOnOperatorSince).toEqual(order.lastActivityAt);
});
