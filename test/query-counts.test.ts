/** The number of statements of an operation: fixed, whatever the length of the lists. */

import { beforeAll, expect, test } from 'vitest';
import { soleOwnerOf } from '../src/access/viewer.ts';
import { toGlobalId } from '../src/graphql/ids.ts';
import { limits } from '../src/limits.ts';
import { attentionSql } from '../src/orders/lists/count-attention.ts';
import { responseTimesSql } from '../src/reviews/profile.ts';
import { ownAd, stepOfAd } from './support/ads.ts';
import type { ApiClient } from './support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from './support/factory.ts';
import { change, createPartner, idOf } from './support/partner.ts';
import { rowsTouched } from './support/query-plans.ts';
import { countStatements } from './support/statements.ts';
import { upload } from './support/uploads.ts';
import { useServer } from './support/use-server.ts';
import { eventually } from './support/wait.ts';
import { startReceiver, untilTellable } from './support/webhook-receiver.ts';

const { server, factory } = useServer();
let seller: TestPerson;

beforeAll(async () => {
  seller = await factory.createPerson();
  for (let count = 0; count < 50; count += 1) await factory.createOrder({ seller });
  await eventually(async () => expect(await server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0));
});

/** The statements that a query sends, its sign-in among them. */
const statementsOf = (client: ApiClient, query: string, variables?: Record<string, unknown>): Promise<number> =>
  countStatements(server, () => client.ask(query, variables));

/** The statements that a change sends, its sign-in among them. No other work may run at the same time. */
async function statementsOfChange(client: ApiClient, mutation: string, variables: Record<string, unknown>) {
  const before = server.app.database.statements();
  await client.ask(mutation, variables);
  return server.app.database.statements() - before;
}

const list = `query ($first: Int!) { orders(first: $first) { edges { node {
  number status progress nextSteps { title } actions { step isAllowed }
  advertiser { name } seller { name } items { title price { minorUnits } priceOption { title } }
  messages(last: 5) { edges { node { text author { name } } } }
  timeline(last: 5) { edges { node { type actor { name } message { text } } } } } } } }`;

test('a list of 50 orders with parties, items, messages and entries takes as many statements as one of 5', async () => {
  const few = await statementsOf(seller, list, { first: 5 });
  const many = await statementsOf(seller, list, { first: 50 });

  expect(many).toBe(few);
  // Session, ids, orders, parties (2), items, price options, messages, entries, their people and words.
  expect(many).toBeLessThanOrEqual(12);
});

test('nodes(ids) takes as many statements for 50 ids as for 5', async () => {
  const { orders } = await seller.ask('{ orders(first: 50) { edges { node { id } } } }');
  const ids: string[] = orders.edges.map(({ node }: { node: { id: string } }) => node.id);
  const nodes =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { number advertiser { name } items { title } messages(last: 1) { edges { node { text } } } } } }';

  const few = await statementsOf(seller, nodes, { ids: ids.slice(0, 5) });
  const many = await statementsOf(seller, nodes, { ids });

  expect(many).toBe(few);
});

test('a list of 50 ads takes as many statements with images as without, and as one of 5', async () => {
  const owner = await factory.createPerson();
  const { id: imageId } = await upload(owner);
  for (let count = 0; count < 50; count += 1)
    await stepOfAd(owner, 'saveAdDraft', { adId: await ownAd(owner), imageId });
  const ads = 'query ($first: Int!) { ads(first: $first) { edges { node { name image { url width } } } } }';

  const few = await statementsOf(owner, ads, { first: 5 });
  const many = await statementsOf(owner, ads, { first: 50 });

  expect(many).toBe(few);
  // Session, ids, ads, orders, images.
  expect(many).toBeLessThanOrEqual(5);
});

test('sending a message or an answer is one statement, in addition to the read of the session', async () => {
  const order = await factory.createOrder({ seller });
  await settle(order);
  const send =
    'mutation ($id: ID!, $replyTo: Int) { sendMessage(input: { orderId: $id, text: "Hello.", replyTo: $replyTo }) { ... on Message { number text createdAt authorRole } } }';

  const first = await statementsOfChange(seller, send, { id: order.id });
  const { logNumber } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
  const answer = await statementsOfChange(seller, send, { id: order.id, replyTo: logNumber });

  expect([first, answer]).toEqual([2, 2]);
});

test('marking as read takes the same number of statements, whatever is unread', async () => {
  const order = await factory.createOrder({ seller });
  await settle(order);
  const mark = () =>
    statementsOfChange(
      seller,
      'mutation ($id: ID!) { markRead(input: { orderId: $id, upTo: 2000000000 }) { ... on Order { unreadCount readMarkers { readUpTo } } } }',
      { id: order.id },
    );
  const say = () =>
    order.advertiser.ask(
      'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello." }) { ... on Message { number } } }',
      { id: order.id },
    );

  await say();
  const few = await mark();
  for (let count = 0; count < 20; count += 1) await say();
  const many = await mark();

  expect(many).toBe(few);
});

test('a page of the inbox and its orders takes no more statements for 40 than for 4', async () => {
  const inbox = `query ($first: Int!) { inbox { cursor unreadCount
    orders(first: $first) { edges { node { number unreadCount readMarkers { readUpTo account { name } } } } }
    entries(last: $first) { edges { node { type actor { name } message { text replyTo { text } } } } } } }`;

  const few = await statementsOf(seller, inbox, { first: 4 });
  const many = await statementsOf(seller, inbox, { first: 40 });

  // People are in both lists: their number of statements, one or two, depends on the order of the lists.
  expect(Math.abs(many - few)).toBeLessThanOrEqual(1);
  expect(many).toBeLessThanOrEqual(11);
});

test('a step takes as many statements in an order with a long history as in a new one', async () => {
  const [short, long] = [await factory.createOrder({ seller }), await factory.createOrder({ seller })];
  for (let round = 0; round < 5; round += 1) {
    await takeStepAs(seller, long, 'requestFeedback');
    await takeStepAs(seller, long, 'withdrawFeedbackRequest');
  }
  await settle(short);
  await settle(long);
  const ask = (order: TestOrder) =>
    statementsOfChange(
      seller,
      'mutation ($id: ID!) { withdrawFeedbackRequest(input: { orderId: $id }) { ... on Order { status } } }',
      { id: order.id },
    );
  await takeStepAs(seller, short, 'requestFeedback');
  await takeStepAs(seller, long, 'requestFeedback');
  await settle(short);
  await settle(long);

  expect(await ask(long)).toBe(await ask(short));
});

test('the last 10 of 20,000 messages are read by touching 10 rows, as those of 20 are', async () => {
  const order = await factory.createOrder({ seller });
  await settle(order);
  const { id, logNumber, sellerId } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
  await server.app.db.$executeRaw`
    with logged as (
      insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
      select ${id}::uuid, ${logNumber} + n, 'sendMessage', now(), ${sellerId}::uuid, 'seller', '{}', 1 from generate_series(1, 20000) as n returning number
    ), counted as (update "order" set log_number = ${logNumber} + 20000 where id = ${id}::uuid)
    insert into message (order_id, number, author_id, role, text, created_at) select ${id}::uuid, number, ${sellerId}::uuid, 'seller', 'message ' || number, now() from logged`;
  await server.app.db.$executeRaw`analyze`;

  const { order: read } = await seller.ask(
    'query ($id: ID!) { order(id: $id) { messages(last: 10) { edges { node { text } } pageInfo { hasPreviousPage } } } }',
    { id: order.id },
  );
  const plan = await server.app.db.$queryRaw<{ 'QUERY PLAN': unknown }[]>`
    explain (analyze, format json) select found.* from unnest(${[id]}::uuid[]) as wanted (id)
    cross join lateral (select * from message where order_id = wanted.id and number > 0 order by number desc limit 11) as found`;

  expect(read.messages.edges).toHaveLength(10);
  expect(read.messages.edges.at(-1).node.text).toBe(`message ${logNumber + 20_000}`);
  expect(read.messages.pageInfo.hasPreviousPage).toBe(true);
  expect(rowsTouched(plan)).toBeLessThanOrEqual(2 * 11 + 2);
});

test('sending webhooks takes a fixed number of statements for each event, however many orders wait for an endpoint', async () => {
  const receiver = await startReceiver();
  const follow =
    'subscription Follow($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { cursor } } }';
  const partner = await createPartner(factory, { owner: seller, documents: [follow] });
  const { edges } = (await seller.ask('{ orders(first: 40) { edges { node { id } } } }')).orders;
  const input = { applicationId: partner.applicationId, url: receiver.url, documentId: idOf(follow) };
  await change(seller, 'createWebhookEndpoint', { ...input, events: ['MESSAGE_SENT'] });
  await server.app.sendWebhooks();
  const statementsForMessages = async (count: number): Promise<number> => {
    for (const { node } of edges.slice(0, count))
      await change(seller, 'sendMessage', { orderId: node.id, text: 'Hello.' });
    await untilTellable(server.app);
    const before = server.app.database.statements();
    await server.app.sendWebhooks();
    return server.app.database.statements() - before;
  };

  await statementsForMessages(4);
  const few = await statementsForMessages(8);
  const many = await statementsForMessages(40);
  await receiver.stop();

  expect(receiver.received).toHaveLength(4 + 8 + 40);
  // The entry, the reads of the document, and the result of the attempt; turns and endpoints are read for several events together,
  // but each attempt that ends may be followed by one read that finds nothing.
  expect((many - few) / (40 - 8)).toBeLessThanOrEqual(12);
});

test('a list of 50 spaces with the profiles of their sellers takes as many statements as one of 5', async () => {
  for (let count = 0; count < 50; count += 1) {
    const other = await factory.createPerson();
    await factory.createPriceOption(other);
    await factory.createPriceOption(other);
  }
  const spaces = `query ($first: Int!) { spaces(first: $first) { edges { node { title seller { name profile {
    completedOrderCount ratingCount ratingAverage responseTime { medianSeconds } metrics { answerCount }
    seller { name } spaces(first: 3) { edges { node { title options { title } } } } ratings(first: 3) { edges { node { stars raterName } } } } } } } } }`;

  const few = await statementsOf(seller, spaces, { first: 5 });
  const many = await statementsOf(seller, spaces, { first: 50 });

  expect(many).toBe(few);
  // Session; ids of spaces, spaces and sellers; profiles, figures, response times; the sellers again; ids of spaces and of ratings, these, options.
  expect(many).toBeLessThanOrEqual(16);
});

test('counting the waiting ones among 5,000 orders is one statement that touches no more rows than the maximum count', async () => {
  const order = await factory.createOrder();
  await settle(order);
  const { operator } = order;
  await server.app.db.$executeRaw`
    insert into "order" select copy.* from "order", generate_series(1, 5000) as n, jsonb_populate_record("order", jsonb_build_object(
      'id', gen_random_uuid(), 'number', 1000000 + n, 'awaits_seller', n % 2 = 0, 'awaits_advertiser', n % 3 = 0, 'awaits_operator', n % 5 = 0)) as copy
    where "order".number = ${order.number}`;
  await server.app.db.$executeRaw`analyze "order"`;
  const most = limits.countedAttention + 1;

  for (const [who, expected] of [
    [order.advertiser, { asAdvertiser: most, asSeller: 0, asOperator: 0 }],
    [order.seller, { asAdvertiser: 0, asSeller: most, asOperator: 0 }],
    [operator, { asAdvertiser: 0, asSeller: 0, asOperator: most }],
  ] as const) {
    const { attentionCounts } = await who.ask('{ attentionCounts { asAdvertiser asSeller asOperator } }');
    const viewer = soleOwnerOf(who.accountId, { isOperator: who === operator });
    const plan = await server.app.db.$queryRaw`explain (analyze, format json) ${attentionSql(viewer)}`;

    expect(attentionCounts).toEqual(expected);
    expect(rowsTouched(plan)).toBeLessThanOrEqual(most);
    // Its session, and the counts.
    expect(await statementsOf(who, '{ attentionCounts { asAdvertiser asSeller asOperator } }')).toBe(2);
  }
});

test('the response time of a seller with 5,000 orders is read from the newest 100', async () => {
  const order = await factory.createOrder({ status: 'FEEDBACK_REQUIRED' });
  await settle(order);
  await server.app.db.$executeRaw`
    insert into "order" select copy.* from "order", generate_series(1, 5000) as n, jsonb_populate_record("order", jsonb_build_object(
      'id', gen_random_uuid(), 'number', 2000000 + n, 'created_at', "order".created_at + n * interval '1 second',
      'first_answered_at', "order".created_at + n * interval '2 seconds')) as copy
    where "order".number = ${order.number}`;
  await server.app.db.$executeRaw`analyze "order"`;
  const { accountId } = order.seller;

  const { sellerProfile } = await order.seller.ask(
    'query ($id: ID!) { sellerProfile(accountId: $id) { responseTime { medianSeconds orderCount } } }',
    { id: toGlobalId('Account', accountId) },
  );
  const plan = await server.app.db.$queryRaw`explain (analyze, format json) ${responseTimesSql([accountId])}`;

  expect(sellerProfile.responseTime).toEqual({ medianSeconds: 4_950, orderCount: 100 });
  expect(rowsTouched(plan)).toBeLessThanOrEqual(limits.profile.answeredOrders);
});

/** Waits until no mail of an order is on its way. */
async function settle(order: TestOrder): Promise<void> {
  await expect
    .poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number: order.number } } }))
    .toBe(0);
}
