import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderStatuses } from '../src/process/order.ts';
import { startServer, type TestServer } from './support/app.ts';
import { type Given, givenOn } from './support/given.ts';

let server: TestServer;
let given: Given;

beforeAll(async () => {
  server = await startServer();
  given = givenOn(server);
});
afterAll(() => server.stop());

test.each(orderStatuses)('an order can be brought to %s by taking steps', async (status) => {
  const order = await given.anOrder({ status });

  const { order: read } = await order.seller.ask('query ($id: ID!) { order(id: $id) { status } }', { id: order.id });

  expect(read.status).toBe(status);
});

const follow = `subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename ... on TimelineEntryAdded { cursor entry { number type } order { status } } ... on Refusal { code } } }`;
test.each(['follow', 'followSse'] as const)('%s brings what happened and what happens', async (wire) => {
  const order = await given.anOrder();
  const stream = order.seller[wire](follow, { id: order.id });
  const first = await stream.next();
  expect(first.orderTimeline).toMatchObject({ entry: { number: 1, type: 'placeOrder' } });
  await given.take(order, 'requestFeedback');
  const all = await stream.until(({ orderTimeline }) => orderTimeline.entry.type === 'requestFeedback');
  expect(all.at(-1).orderTimeline.order.status).toBe('FEEDBACK_REQUIRED');
  stream.stop();
});
