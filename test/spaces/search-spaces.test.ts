/** The search in spaces, and what a new name of an account changes in it. */

import { expect, test } from 'vitest';
import { writeMissingAccountTexts } from '../../src/accounts/account-texts.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { missingTextsTopic } from '../../src/live/topics.ts';
import { orderTextTasks, writeMissingTexts } from '../../src/orders/search/order-texts.ts';
import { listSpacesSql } from '../../src/spaces/find-spaces.ts';
import { spaceTextTasks, writeMissingSpaceTexts } from '../../src/spaces/space-texts.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { change } from '../support/partner.ts';
import { rowsTouched } from '../support/query-plans.ts';
import { changeSpace, createListedSpace, createSpace } from '../support/spaces.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

const query = `query ($filter: SpaceFilter) { spaces(filter: $filter, first: 50) {
  totalCount facets { kinds { value count } } nodes { id } } }`;

/** The ids of the spaces that a search finds. The total and the facets of other filters count the same spaces. */
async function find(text: string, filter: Data = {}, client: ApiClient = apiClient(server.url)): Promise<string[]> {
  const { spaces } = await client.ask(query, { filter: { text, ...filter } });
  const ids = spaces.nodes.map(({ id }: Data) => id);
  expect(spaces.totalCount).toBe(ids.length);
  const counted = spaces.facets.kinds.filter(({ value }: Data) => !filter.kinds || filter.kinds.includes(value));
  expect(counted.reduce((sum: number, kind: Data) => sum + kind.count, 0)).toBe(ids.length);
  return ids;
}

const findOrders = async (person: TestPerson, text: string): Promise<number[]> =>
  (
    await person.ask('query ($text: String!) { orders(filter: { text: $text }) { nodes { number } } }', { text })
  ).orders.nodes.map(({ number }: Data) => number);

async function rename(person: ApiClient, name: string): Promise<void> {
  const renamed = await change(person, 'updateAccount', { name }, '... on Account { name }');
  expect(renamed.name).toBe(name);
}

async function writeMissing(): Promise<void> {
  await writeMissingTexts(server.app.db);
  await writeMissingSpaceTexts(server.app.db);
  await writeMissingAccountTexts(server.app.db);
}

test.each([
  ['a part of a word', 'Leaderboard for gardeners', ['board', 'garden', 'LEADER'], ['gardenia']],
  ['a host name', 'On https://shop.example.com/sale', ['shop.example.com', 'example.com'], ['shop.org']],
  ['accents', 'Müllers Café', ['muller', 'Müller', 'cafe'], ['mueller']],
  ['Chinese', '北京大学的网站广告', ['网站', '大学', '京'], ['学大']],
  ['Thai', 'โฆษณาบนเว็บไซต์', ['โฆษณา', 'เว็บไซต์'], ['หนังสือ']],
  ['Arabic', 'مُحَمَّد يكتب إعلان', ['محمد', 'اعلان'], ['محمود']],
  ['a percent sign', '50% of_all', ['50%', 'of_all'], ['of%all', '5_0']],
])('%s is found in the description of a space', async (_kind, description, searches, others) => {
  const { id } = await createListedSpace(await factory.createPerson(), { space: { description } });

  for (const text of searches) expect([text, await find(text)]).toEqual([text, [id]]);
  for (const text of others) expect([text, await find(text)]).toEqual([text, []]);
});

test('a space is found if every word is in its title, description, audience or the name of its seller', async () => {
  const seller = await factory.createPerson({ name: 'Hafenzeitung Zürich' });
  const { id } = await createListedSpace(seller, {
    space: { title: 'Weekend supplement', description: 'Printed on Fridays.', audience: 'Sailors and dockers' },
  });

  expect(await find('supplement friday dockers zurich')).toEqual([id]);
  expect(await find('supplement monday')).toEqual([]);
  expect(await find('supplement', { kinds: ['PODCAST'] })).toEqual([]);
  expect(await find('hafenzeitung', { kinds: ['WEBSITE'] })).toEqual([id]);
});

test('a space that was changed is found by its current text only', async () => {
  const seller = await factory.createPerson();
  const { id } = await createListedSpace(seller, { space: { title: 'Walrus', audience: 'Zoologists' } });
  const changed = await changeSpace(seller, 'updateSpace', { spaceId: id, title: 'Octopus', audience: null });

  expect(changed.title).toBe('Octopus');
  expect(await find('walrus')).toEqual([]);
  expect(await find('zoolog')).toEqual([]);
  expect(await find('octopus')).toEqual([id]);
});

test('a draft is found by its seller only', async () => {
  const seller = await factory.createPerson();
  const id = await createSpace(seller, { title: 'Quinoa quarterly' });

  expect(await find('quinoa')).toEqual([]);
  expect(await find('quinoa', {}, await factory.createPerson())).toEqual([]);
  expect(await find('quinoa', {}, seller)).toEqual([id]);
});

test('a text without words finds every space if it is blank, and none if it has only punctuation', async () => {
  const seller = await factory.createPerson();
  const { id } = await createListedSpace(seller);
  const sellerId = toGlobalId('Account', seller.accountId);

  expect(await find(' \u3000', { sellerId })).toEqual([id]);
  expect(await find('…', { sellerId })).toEqual([]);
});

test('too many characters and too many words are refused', async () => {
  const words = Array.from({ length: limits.searchWords + 1 }, (_, index) => `w${index}`).join(' ');
  for (const text of ['x'.repeat(limits.searchCharacters + 1), words]) {
    const { errors } = await apiClient(server.url).send(query, { filter: { text } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', problems: [{ field: 'text' }] });
  }
});

test('a space that an earlier version has stored is found after the task has run', async () => {
  const { db } = server.app;
  const { id } = await createListedSpace(await factory.createPerson(), { space: { title: 'Zeppelin tours' } });
  await writeMissing();
  await db.$executeRaw`update space set search_text = null where title = 'Zeppelin tours'`;
  const [task] = spaceTextTasks({ db });
  expect(await find('zeppelin')).toEqual([]);
  expect(await task?.nextDueAt?.()).toBeInstanceOf(Date);

  expect(await task?.run()).toBe(1);

  expect(await task?.nextDueAt?.()).toBeUndefined();
  expect(await find('zeppelin')).toEqual([id]);
});

test('a renamed seller is found by the new name only, in spaces and in orders', async () => {
  const seller = await factory.createPerson({ name: 'Old Gazette' });
  const order = await factory.createOrder({ seller });
  const { id } = await createListedSpace(seller);
  await order.advertiser.ask(
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { id } } }',
    { input: { orderId: order.id, text: 'Dear Gazette, hello.' } },
  );
  let wakeCount = 0;
  const unsubscribe = server.app.live.subscribe([missingTextsTopic], () => {
    wakeCount += 1;
  });

  await rename(seller, 'Neue Börsenzeitung');
  await expect.poll(() => wakeCount).toBe(1);
  await writeMissing();
  await rename(seller, 'Neue Börsenzeitung');
  unsubscribe();

  expect(wakeCount).toBe(1);
  expect(await find('borsenzeitung')).toContain(id);
  expect(await find('old gazette')).toEqual([]);
  expect(await findOrders(order.advertiser, 'borsenzeitung')).toEqual([order.number]);
  expect(await findOrders(order.advertiser, 'old')).toEqual([]);
  // The texts of messages stay.
  expect(await findOrders(order.advertiser, 'dear gazette')).toEqual([order.number]);
});

test('a renamed advertiser is found by the new name in orders', async () => {
  const order = await factory.createOrder();
  await rename(order.advertiser, 'Pumpernickel & Co');
  await writeMissing();

  expect(await findOrders(order.seller, 'pumpernickel')).toEqual([order.number]);
});

test('the tasks that write missing texts are woken by the change of a name', () => {
  const tasks = [...orderTextTasks(server.app), ...spaceTextTasks(server.app)];
  expect(tasks.map(({ wakeTopics }) => wakeTopics)).toEqual([[missingTextsTopic], [missingTextsTopic]]);
});

test('spaces and orders that are created, changed and written while their seller is renamed have the last name', async () => {
  const seller = await factory.createPerson({ name: 'Name 0' });
  const onSecond = apiClient(second.url, seller.sessionToken);
  const existing = await createListedSpace(seller, { space: { title: 'Existing' } });
  for (let round = 1; round <= 5; round += 1) {
    const name = `Renamed${round}x`;
    const [created, order] = await Promise.all([
      createListedSpace(onSecond, { space: { title: `Created ${round}` } }),
      factory.createOrder({ seller }),
      rename(seller, name),
      changeSpace(onSecond, 'updateSpace', { spaceId: existing.id, description: `Round ${round}` }),
      writeMissingSpaceTexts(second.app.db),
      writeMissingTexts(second.app.db),
    ]);
    await writeMissing();

    const ids = await find(name);
    expect(ids).toEqual(expect.arrayContaining([created.id, existing.id]));
    expect(await findOrders(order.advertiser, name)).toEqual([order.number]);
  }
});

test('a search reads the spaces from the index of their texts', async () => {
  const { db } = server.app;
  const seller = await factory.createPerson();
  await db.$executeRaw`
    insert into space (id, seller_id, status, title, description, search_text, created_at)
    select gen_random_uuid(), ${seller.accountId}::uuid, 'LISTED', 'Many ' || n, '', 'many ' || n || ' needle' || n % 500,
      now() - n * interval '1 second'
    from generate_series(1, 5000) as n`;
  await db.$executeRaw`vacuum analyze space`;

  const plan = await db.$queryRaw`explain (analyze, format json) ${listSpacesSql(
    { viewer: { kind: 'anonymous' }, filter: { words: ['needle77'] } },
    { sort: 'NEWEST', after: undefined, before: undefined, limit: 21, isFromEnd: false },
  )}`;

  expect(JSON.stringify(plan)).toContain('space_grams');
  expect(rowsTouched(plan)).toBeLessThanOrEqual(400);
  expect(await db.$queryRaw(Prisma.sql`select count(*)::int as count from space where search_text is null`)).toEqual([
    { count: 0 },
  ]);
});
