/** The media types of answers: a client never gets one that it does not accept, and nothing is done for a request that is refused. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { acceptedTypes } from '../../src/http/accept.ts';
import type { TestOrder } from '../support/factory.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let order: TestOrder;
beforeAll(async () => {
  order = await factory.createOrder();
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const query = '{ viewer { name } }';
const mutation = () => `mutation { sendMessage(input: { orderId: "${order.id}", text: "Hello" }) { __typename } }`;
const subscription = () => `subscription { orderTimeline(orderId: "${order.id}") { __typename } }`;
const spec = 'application/graphql-response+json';

/** The status, the type and the code of an answer. A stream is read up to its first bytes. */
async function ask(text: string, accept: string | undefined, { byGet = false } = {}) {
  const gone = new AbortController();
  const headers = { authorization: `Bearer ${order.seller.token}`, ...(accept === undefined ? {} : { accept }) };
  const response = byGet
    ? await fetch(`${server.url}/graphql?query=${encodeURIComponent(text)}`, { headers, signal: gone.signal })
    : await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query: text }),
        signal: gone.signal,
      });
  const type = response.headers.get('content-type')?.split(';')[0];
  const body =
    type === 'text/event-stream' ? {} : ((await response.json()) as { errors?: { extensions: { code: string } }[] });
  gone.abort();
  return [response.status, type, body.errors?.[0]?.extensions.code];
}

/** Spellings of what Apollo's clients send for a subscription or for a result in parts. */
const inParts = [
  'multipart/mixed;subscriptionSpec=1.0',
  'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  'multipart/mixed; boundary=graphql; subscriptionSpec="1.0"',
  'MULTIPART/Mixed;subscriptionspec=1.0',
  'multipart/mixed;deferSpec=20220824',
  'multipart/mixed',
  'multipart/*',
  'text/plain',
  'text/event-stream;q=0, application/json;q=0',
  '*/*;q=0',
  'application/json;charset=latin1',
];

describe.each(inParts)('with accept: %s', (accept) => {
  test('every operation is refused with 406, and nothing is done', async () => {
    const before = await server.app.db.message.count();
    for (const text of [query, mutation(), subscription(), '{ __typename @defer }'])
      expect(await ask(text, accept)).toEqual([406, 'application/json', 'NOT_ACCEPTABLE']);
    expect(await ask(query, accept, { byGet: true })).toEqual([406, 'application/json', 'NOT_ACCEPTABLE']);

    expect(await server.app.db.message.count()).toBe(before);
  });

  test('a subscription that could be answered with an error as JSON is refused with 406', async () => {
    if (accept.includes('q=0') || accept.includes('charset')) return;
    for (const others of ['application/json', spec, `${spec};q=0.9,application/json;q=0.8`])
      expect((await ask(subscription(), `${accept}, ${others}`))[0]).toBe(406);
  });

  test('a query is answered in one of the other types that the client accepts', async () => {
    if (accept.includes('q=0') || accept.includes('charset')) return;
    expect(await ask(query, `${accept}, application/json`)).toEqual([200, 'application/json', undefined]);
    expect(await ask(query, `${spec}, ${accept}`)).toEqual([200, spec, undefined]);
    expect(await ask(query, `${accept}, text/event-stream`)).toEqual([200, 'text/event-stream', undefined]);
  });
});

test.each([
  'text/event-stream',
  '*/*',
  undefined,
  'text/*',
  'application/json, text/event-stream',
  'TEXT/Event-Stream',
])('a subscription is a stream of events with accept: %s', async (accept) => {
  expect(await ask(subscription(), accept)).toEqual([200, 'text/event-stream', undefined]);
});

test.each(['@defer', '@stream', '@defer(if: true)', '@stream(initialCount: 1)'])(
  'the directive %s is an error of the document',
  async (directive) => {
    for (const accept of [spec, 'multipart/mixed;deferSpec=20220824, application/graphql-response+json'])
      expect(await ask(`{ viewer { name ... ${directive} { id } } }`, accept)).toEqual([
        400,
        spec,
        'GRAPHQL_VALIDATION_FAILED',
      ]);
  },
);

test('a preflight is answered whatever it accepts', async () => {
  expect((await sendRaw(server.url, { method: 'OPTIONS', headers: { accept: 'text/plain' } })).status).toBe(204);
});

test.each([
  [undefined, ['a/one', 'a/two', 'b/one']],
  ['', ['a/one', 'a/two', 'b/one']],
  ['*/*', ['a/one', 'a/two', 'b/one']],
  ['b/one, a/*', ['b/one', 'a/one', 'a/two']],
  ['a/two', ['a/two']],
  ['a/one;q=0.1, a/two;q=0.9, b/*;q=0.5', ['a/two', 'b/one', 'a/one']],
  ['*/*, a/one;q=0', ['a/two', 'b/one']],
  ['a/*;q=x', []],
  ['a/one;q=-1', []],
  ['one', []],
  [`${'x/y, '.repeat(10_000)}a/one`, []],
])('accept: %s', (header, types) => {
  expect(acceptedTypes(header, ['a/one', 'a/two', 'b/one'])).toEqual(types);
});
