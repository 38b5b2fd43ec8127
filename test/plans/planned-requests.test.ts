/** Planned queries over HTTP: the statements that they send, and the answers where a plan gives up. */
import { readFileSync } from 'node:fs';
import { type GraphQLInterfaceType, parse } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { compilePlan } from '../../src/plans/compile.ts';
import { NotPlanned } from '../../src/plans/selection.ts';
import { schema } from '../../src/schema.ts';
import type { TestOrder } from '../support/factory.ts';
import { processorMsOf } from '../support/processor-time.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let order: TestOrder;

beforeAll(async () => {
  order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
});

const parts = `number status nextSteps { title } advertiser { name } seller { name } items { title priceOption { title } }
  messages(last: 5) { nodes { text author { name } replyTo { text } attachments { name } } } readMarkers { readUpTo }
  timeline(last: 5) { nodes { type details { text } actor { name } person { name } message { text } files { name } } }`;

test('an order with its parts, and a list of orders, are one statement besides the read of the session', async () => {
  const one = () => order.seller.ask(`query ($id: ID!) { order(id: $id) { ${parts} } }`, { id: order.id });
  const list = () => order.seller.ask(`{ orders(first: 20) { nodes { ${parts} } pageInfo { endCursor } } }`);

  expect([await countStatements(server, one), await countStatements(server, list)]).toEqual([2, 2]);
});

test('the coming entry, and a page of the timeline from a cursor, are read with variables, defaults and conditions', async () => {
  const query = `query ($id: ID!, $size: Int = 1, $after: String, $withText: Boolean = false) { order(id: $id) {
    timeline(first: $size, after: $after) { nodes { number title @include(if: $withText) } pageInfo { endCursor hasNextPage } } } }`;
  const first = (await order.seller.ask(query, { id: order.id })).order.timeline;
  const second = (await order.seller.ask(query, { id: order.id, after: first.pageInfo.endCursor, withText: true }))
    .order;

  expect(first).toMatchObject({ nodes: [{ number: 1 }], pageInfo: { hasNextPage: true } });
  expect(first.nodes[0]).not.toHaveProperty('title');
  expect(second.timeline.nodes).toEqual([{ number: 2, title: expect.any(String) }]);
});

test('a document that would take long to compile is left to the resolvers', async () => {
  const types = schema.getPossibleTypes(schema.getType('TimelineEntry') as GraphQLInterfaceType);
  const fields = Array.from({ length: 1_800 }, (_, index) => `a${index}: number`).join(' ');
  const fragments = types.slice(0, 20).map(({ name }) => `... on ${name} { b: number }`);
  const text = `{ order(number: 1) { timeline(last: 1) { nodes { ${fields} ${fragments.join(' ')} } } } }`;
  const document = parse(text);
  const compile = async () =>
    expect(() => compilePlan({ schema, document, operationName: undefined, variables: {} })).toThrow(NotPlanned);

  expect(await processorMsOf(compile, 100)).toBeLessThanOrEqual(100);
});

test('an argument that is not allowed is refused with its path', async () => {
  const { data, errors } = await order.seller.send(
    'query ($id: ID!) { order(id: $id) { number timeline(first: 1, after: "b3RoZXI") { nodes { number } } } }',
    { id: order.id },
  );

  expect(data).toEqual({ order: null });
  expect(errors).toMatchObject([{ path: ['order', 'timeline'], extensions: { code: 'CURSOR_MALFORMED' } }]);
});

test('the page of an order in the browser client is one statement besides the read of the session', async () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../../src/server/trusted-documents/web-manifest.json', import.meta.url), 'utf8'),
  ) as Record<string, { name: string; text: string }>;
  const { text = '' } = Object.values(manifest).find(({ name }) => name === 'OrderPage') ?? {};
  const { number } = await server.app.db.order.findFirstOrThrow();

  expect(await countStatements(server, () => order.seller.ask(text, { number }))).toBe(2);
});
