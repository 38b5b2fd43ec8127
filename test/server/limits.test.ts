/** Every limit is exact: a value at the limit is accepted, one more is refused with a reason. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { demoGraphiQL } from '../../src/demo/graphiql.ts';
import { limits } from '../../src/limits.ts';
import { connectOnce } from '../../src/platform/database-connection.ts';
import type { Field } from '../../src/process/fields.ts';
import { orderSteps } from '../../src/process/order.ts';
import { routesOf } from '../../src/routes.ts';
import { listen } from '../../src/server/http.ts';
import { apiClient, type Data } from '../support/client.ts';
import { sampleInput, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { askOver, errorsIn, openGreetedSocket, openSocket, type RawSocket, sendRaw } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer();
let person: TestPerson;
let order: TestOrder;

beforeAll(async () => {
  person = await factory.createPerson();
  order = await factory.createOrder({ advertiser: person });
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const codesOf = (errors: readonly { extensions?: Record<string, unknown> }[] | undefined) =>
  errors?.map(({ extensions }) => extensions?.['code']);
const repeat = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join(' ');

// Many of one field would be compared each with each: the validation gives up on that before the limits here do.
const scalars =
  'number brief status statusTitle progress paymentMethod paymentStatus proofStatus revision cursor'.split(' ');
const someFields = (count: number) => repeat(count, (index) => scalars[index % scalars.length] ?? '');

/** Runs with another value of a limit than the product's, where the product's own cannot be reached or takes too long. */
async function withLimit<Name extends 'depth' | 'operationMs'>(name: Name, value: number, work: () => Promise<void>) {
  const writable = limits as { -readonly [key in Name]: number };
  const usual = writable[name];
  writable[name] = value;
  try {
    await work();
  } finally {
    writable[name] = usual;
  }
}

test('a document may have a limited number of tokens', async () => {
  const usual = ['{', 'order', '(', 'number', ':', '1', ')', '{', '}', '}'].length;
  const withTokens = (tokens: number) => `{ order(number: 1) { ${someFields(tokens - usual)} } }`;

  const most = await person.send(withTokens(limits.tokens));
  const more = await person.send(withTokens(limits.tokens + 1));

  expect(codesOf(most.errors)).toBeUndefined();
  expect([more.status, codesOf(more.errors)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']]);
  expect(more.errors?.[0]?.message).toContain(String(limits.tokens));
});

test('a document may have a limited number of aliases, fragments included', async () => {
  const withAliases = (aliases: number) =>
    `{ viewer { ${repeat(aliases - 1, (index) => `a${index}: id`)} ...F } } fragment F on Account { last: id }`;

  const most = await person.send(withAliases(limits.aliases));
  const more = await person.send(withAliases(limits.aliases + 1));

  expect(codesOf(most.errors)).toBeUndefined();
  expect([more.status, codesOf(more.errors)]).toEqual([400, ['TOO_MANY_ALIASES']]);
});

test('a document may have a limited number of fragments', async () => {
  const withFragments = (count: number) =>
    `{ viewer { ${repeat(count, (index) => `...F${index}`)} } } ${repeat(count, (index) => `fragment F${index} on Account { id }`)}`;

  const most = await person.send(withFragments(limits.fragments));
  const more = await person.send(withFragments(limits.fragments + 1));

  expect(codesOf(most.errors)).toBeUndefined();
  expect([more.status, codesOf(more.errors)]).toEqual([400, ['TOO_MANY_FRAGMENTS']]);
  expect(more.errors?.[0]?.message).toContain(String(limits.fragments));
});

test('a document may have a limited number of selections, those of a fragment wherever it is spread', async () => {
  // The order, its fields, the spreads, and ten times the fields of the fragment.
  const withSelections = (selections: number) =>
    `{ order(number: 1) { ${someFields(selections - 1 - 10 - 10 * 100)} ${repeat(10, () => '...F')} } }
     fragment F on Order { ${someFields(100)} }`;

  const most = await person.send(withSelections(limits.selections));
  const more = await person.send(withSelections(limits.selections + 1));

  expect(codesOf(most.errors)).toBeUndefined();
  expect([more.status, codesOf(more.errors)]).toEqual([400, ['TOO_MANY_SELECTIONS']]);
  expect(more.errors?.[0]?.message).toContain(String(limits.selections));
});

test('fragments that spread each other many times are refused without being expanded', async () => {
  const fragments = repeat(
    20,
    (index) => `fragment F${index} on Account { id ${repeat(20, () => `...F${index + 1}`)} }`,
  );

  const { errors } = await person.send(`{ viewer { ...F0 } } ${fragments} fragment F20 on Account { id }`);

  expect(codesOf(errors)).toEqual(['TOO_MANY_SELECTIONS']);
});

test('an operation may have a limited depth, fragments included', async () => {
  const deep =
    '{ orders(first: 1) { edges { node { ...Items } } } } fragment Items on Order { items { price { currency } } }';

  await withLimit('depth', 6, async () => expect(codesOf((await person.send(deep)).errors)).toBeUndefined());

  await withLimit('depth', 5, async () => {
    const { status, errors } = await person.send(deep);
    expect([status, codesOf(errors)]).toEqual([400, ['TOO_DEEP']]);
    expect(errors?.[0]?.message).toContain('6 levels');
  });
});

const costly = (more: number, { first = '50' } = {}) =>
  `orders(first: ${first}) { edges { node { ${repeat(40, () => 'number')}
    timeline(first: 50) { edges { node { number type occurredAt revision isOverride actorRole } } } } } }
  order(number: 1) { ${someFields(more)} }`;

test('an operation may have a limited cost, and each page multiplies the cost of its content', async () => {
  const beyond = await person.send(`{ ${costly(1_500)} }`);
  expect([beyond.status, codesOf(beyond.errors)]).toEqual([400, ['TOO_COSTLY']]);
  // A field at the top costs 1: so many fewer of them are exactly the limit.
  const fitting = 1_500 - (Number(beyond.errors?.[0]?.extensions?.['cost']) - limits.cost);

  const most = await person.send(`{ ${costly(fitting)} }`);
  const more = await person.send(`{ ${costly(fitting + 1)} }`);

  expect(fitting).toBeGreaterThan(1);
  expect(codesOf(most.errors)).toBeUndefined();
  expect(more.errors?.[0]?.extensions).toMatchObject({
    code: 'TOO_COSTLY',
    cost: limits.cost + 1,
    recovery: 'CORRECTABLE',
  });
});

test('pages that are asked for by variables, or by their default, cost the same', async () => {
  const inVariable = `query ($first: Int = 50) { ${costly(1_500, { first: '$first' })} }`;

  const byDefault = await person.send(inVariable);
  const byValue = await person.send(inVariable, { first: 50 });
  const small = await person.send(inVariable, { first: 1 });

  expect([byDefault, byValue].map(({ errors }) => codesOf(errors))).toEqual([['TOO_COSTLY'], ['TOO_COSTLY']]);
  expect(codesOf(small.errors)).toBeUndefined();
});

const bulky = `... on Order { timeline(first: 50) { edges { node { number type occurredAt revision isOverride actorRole } } }
  messages(first: 50) { edges { node { number text authorRole createdAt cursor } } } }`;

test('objects that are asked for by their ids cost as often as there are ids', async () => {
  const text = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${bulky} } }`;

  const few = await person.send(text, { ids: [order.id, order.id] });
  const many = await person.send(text, { ids: Array(limits.listArguments).fill(order.id) });

  expect(codesOf(few.errors)).toBeUndefined();
  expect(codesOf(many.errors)).toEqual(['TOO_COSTLY']);
});

test.each(['first: 0', 'first: -1000000', 'first: 50, last: 50'])(
  'a page of (%s) makes nothing else cheaper',
  async (page) => {
    const { errors } = await person.send(`{ spaces(${page}) { edges { cursor } } ${costly(1_500)} }`);

    expect(codesOf(errors)).toEqual(['TOO_COSTLY']);
  },
);

test('an invalid id does not avoid the cost', async () => {
  const { data, errors } = await person.send(`{ nodes(ids: ["nonsense"]) { id } ${costly(1_500)} }`);

  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
});

test('a list of arguments may have a limited number of items', async () => {
  const ids = (count: number) => Array(count).fill(order.id);
  const statuses = (count: number) => Array(count).fill('PENDING');
  const literal = (list: string[]) => `[${list.map((id) => `"${id}"`).join(', ')}]`;
  const most = limits.listArguments;

  for (const [text, variables] of [
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', (count: number) => ({ ids: ids(count) })],
    [
      'query ($in: [OrderStatus!]) { orders(filter: { statuses: $in }) { edges { cursor } } }',
      (count: number) => ({ in: statuses(count) }),
    ],
    [
      'query ($filter: OrderFilter) { orders(filter: $filter) { edges { cursor } } }',
      (count: number) => ({ filter: { statuses: statuses(count) } }),
    ],
  ] as const) {
    expect([text, codesOf((await person.send(text, variables(most))).errors)]).toEqual([text, undefined]);
    expect([text, codesOf((await person.send(text, variables(most + 1))).errors)]).toEqual([text, ['LIST_TOO_LONG']]);
  }
  expect(codesOf((await person.send(`{ nodes(ids: ${literal(ids(most))}) { id } }`)).errors)).toBeUndefined();
  expect(codesOf((await person.send(`{ nodes(ids: ${literal(ids(most + 1))}) { id } }`)).errors)).toEqual([
    'LIST_TOO_LONG',
  ]);
});

test('a page may have a limited number of items', async () => {
  const most = await person.send(`{ orders(first: ${limits.pageSize}) { edges { cursor } } }`);
  const more = await person.send(`{ orders(first: ${limits.pageSize + 1}) { edges { cursor } } }`);

  expect(codesOf(most.errors)).toBeUndefined();
  expect(codesOf(more.errors)).toEqual(['PAGE_INVALID']);
});

test('a body may have a limited number of bytes', async () => {
  const usual = JSON.stringify({ query: '{ viewer { id } }#' }).length;
  const post = (bytes: number) =>
    sendRaw(server.url, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ viewer { id } }#${'x'.repeat(bytes - usual)}` }),
    });

  expect((await post(limits.bodyBytes)).status).toBe(200);
  expect((await post(limits.bodyBytes + 1)).status).toBe(413);
});

const sendMessage = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on Refusal { code } ... on InputInvalid { problems { field message } } ... on RateLimited { retryAfterSeconds } } }`;
const say = async (by: TestPerson, input: Record<string, unknown>) =>
  (await by.ask(sendMessage, { input: { orderId: order.id, text: 'Hello', ...input } })).sendMessage;

test('a message may have a limited number of characters', async () => {
  expect(await say(person, { text: 'x'.repeat(limits.messageCharacters) })).toEqual({ __typename: 'Message' });

  expect(await say(person, { text: 'x'.repeat(limits.messageCharacters + 1) })).toMatchObject({
    __typename: 'InputInvalid',
    problems: [{ field: 'text', message: expect.stringContaining(String(limits.messageCharacters)) }],
  });
});

test('an idempotency key must have a limited number of characters, and at least one', async () => {
  const key = (characters: number) => ({ idempotencyKey: 'k'.repeat(characters) });
  expect(await say(person, key(limits.idempotencyKeyCharacters))).toEqual({ __typename: 'Message' });

  for (const characters of [0, limits.idempotencyKeyCharacters + 1]) {
    expect(await say(person, key(characters))).toMatchObject({
      __typename: 'InputInvalid',
      problems: [{ field: 'idempotencyKey' }],
    });
    expect(
      await takeStepAs(person, order, 'cancelOrder', { reason: 'Too long a key', ...key(characters) }),
    ).toMatchObject({
      __typename: 'InputInvalid',
      problems: [{ field: 'idempotencyKey' }],
    });
  }
});

test('a search may have a limited number of characters', async () => {
  const search = 'query ($text: String) { orders(filter: { text: $text }) { edges { cursor } } }';

  const most = await person.send(search, { text: 'x '.repeat(limits.searchCharacters / 2) });
  const more = await person.send(search, { text: 'x'.repeat(limits.searchCharacters + 1) });

  expect(codesOf(most.errors)).toBeUndefined();
  expect(codesOf(more.errors)).toEqual(['INPUT_INVALID']);
});

const bounded = orderSteps.flatMap(([step, row]) =>
  row.from.length > 0 && row.by.some((role) => role !== 'system')
    ? Object.entries(row.input ?? {}).flatMap(([name, field]) =>
        field.max === undefined ? [] : [{ step, row, name, field, max: field.max }],
      )
    : [],
);
/** The number itself, or a text of this length. */
const filling = ({ kind }: Field, size: number) => {
  if (kind === 'number') return size;
  return kind === 'link' ? `https://proof.example/${'x'.repeat(size)}`.slice(0, size) : 'x'.repeat(size);
};

test.each(bounded)('$step accepts at most $max in $name', async ({ step, row, name, field, max }) => {
  const input = (size: number) => ({ ...sampleInput(row), [name]: filling(field, size) });

  // The caller is anonymous: the input is checked before the caller.
  const stranger = await factory.createPerson();
  const most = await takeStepAs(stranger, order, step, input(max));
  const more = await takeStepAs(stranger, order, step, input(max + 1));

  expect(most.__typename).toBe('OrderNotFound');
  expect(more).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: name }] });
});

const placeOrder = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on Order { items { title } } ... on InputInvalid { problems { field message } } } }`;

test('an order must have a limited number of items, and at least one', async () => {
  const option = await factory.createPriceOption(await factory.createPerson());
  const place = async (items: number) =>
    (
      await person.ask(placeOrder, {
        input: { priceOptionIds: Array(items).fill(option), brief: 'Many ads.', paymentMethod: 'CASH' },
      })
    ).placeOrder;

  expect((await place(limits.itemsPerOrder)).items).toHaveLength(limits.itemsPerOrder);
  for (const items of [0, limits.itemsPerOrder + 1])
    expect(await place(items)).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'priceOptionIds' }] });
});

test('a brief may have a limited number of characters', async () => {
  const option = await factory.createPriceOption(await factory.createPerson());
  const most = orderSteps.find(([step]) => step === 'placeOrder')?.[1].input?.['brief']?.max ?? 0;
  const place = async (characters: number) =>
    (
      await person.ask(placeOrder, {
        input: { priceOptionIds: [option], brief: 'x'.repeat(characters), paymentMethod: 'CASH' },
      })
    ).placeOrder;

  expect((await place(most)).__typename).toBe('Order');
  expect(await place(most + 1)).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'brief' }] });
});

test('a viewer may have a limited number of sockets, and a closed socket makes room', async () => {
  const visitor = await factory.createPerson();
  const sockets: RawSocket[] = [];
  for (let count = 0; count < limits.socketsPerViewer; count += 1)
    sockets.push(await openGreetedSocket(server.url, visitor.token));

  const tooMany = await openSocket(server.url);
  tooMany.send({ type: 'connection_init', payload: { authorization: `Bearer ${visitor.token}` } });
  expect((await tooMany.closed).code).toBe(4430);

  sockets.pop()?.cut();
  await eventually(async () => sockets.push(await openGreetedSocket(server.url, visitor.token)));
  for (const socket of sockets) socket.cut();
});

test('sockets that break off while they are authenticated do not stay counted', async () => {
  const visitor = await factory.createPerson();
  const blocker = await connectOnce(server.database.url);
  await blocker.query('begin');
  await blocker.query('lock table session in access exclusive mode');

  for (let count = 0; count < 2 * limits.socketsPerViewer; count += 1) {
    const socket = await openSocket(server.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${visitor.token}` } });
    // An answer to the second message means that the first has arrived.
    socket.send({ type: 'ping' });
    await socket.next();
    socket.cut();
    await socket.closed;
  }
  await blocker.query('rollback');
  await blocker.end();

  const socket = await openGreetedSocket(server.url, visitor.token);
  socket.cut();
});

test('a viewer may have a limited number of event streams, and a stream that ends makes room', async () => {
  const visitor = await factory.createPerson();
  const document = `subscription { inbox(after: "unknown") { __typename } }`;
  const open = async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${visitor.token}`,
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
      body: JSON.stringify({ query: document }),
      signal: leaving.signal,
    });
    return { answer, leave: () => leaving.abort() };
  };
  const streams = await Promise.all(Array.from({ length: limits.eventStreamsPerViewer }, open));
  expect(new Set(streams.map(({ answer }) => answer.status))).toEqual(new Set([200]));

  const tooMany = await open();
  expect(tooMany.answer.status).toBe(429);
  expect(await tooMany.answer.text()).toContain('TOO_MANY_STREAMS');
  // Others have room, and so have sockets.
  expect((await person.send('{ viewer { id } }')).errors).toBeUndefined();
  const socket = await openGreetedSocket(server.url, visitor.token);
  socket.send({ id: 'here', type: 'subscribe', payload: { query: document } });
  expect(await socket.next()).toMatchObject({ id: 'here', type: 'next' });
  socket.cut();

  streams.pop()?.leave();
  await eventually(async () => {
    const again = await open();
    streams.push(again);
    expect(again.answer.status).toBe(200);
  });
  for (const { leave } of streams) leave();
});

test('a socket may have a limited number of open operations, and stays open', async () => {
  const socket = await openGreetedSocket(server.url, order.seller.token);
  const payload = { query: `subscription { orderTimeline(orderId: "${order.id}", after: "unknown") { __typename } }` };
  for (let id = 0; id < limits.operationsPerSocket; id += 1) {
    socket.send({ id: `${id}`, type: 'subscribe', payload });
    expect(await socket.next()).toMatchObject({ id: `${id}`, type: 'next' });
  }

  const [refused] = await askOver(socket, 'more', { query: '{ viewer { id } }' });
  expect(refused).toMatchObject({
    id: 'more',
    type: 'error',
    payload: [{ extensions: { code: 'TOO_MANY_OPERATIONS' } }],
  });

  socket.send({ id: '0', type: 'complete' });
  const [answer] = await askOver(socket, 'now', { query: '{ viewer { id } }' });
  expect(answer).toMatchObject({ id: 'now', type: 'next' });
  socket.cut();
});

test('an operation that takes too long is answered in time, and the server continues to work', async () => {
  const blocker = await connectOnce(server.database.url);
  await blocker.query('begin');
  await blocker.query('lock table space in access exclusive mode');
  const anyone = apiClient(server.url);

  await withLimit('operationMs', 300, async () => {
    const { status, errors } = await anyone.send('{ spaces { edges { cursor } } }');
    expect([status, codesOf(errors)]).toEqual([503, ['TIMED_OUT']]);
    expect(errors?.[0]?.extensions?.['recovery']).toBe('RETRYABLE');
  });

  await blocker.query('rollback');
  await blocker.end();
  expect((await anyone.ask('{ spaces { edges { cursor } } }')).spaces.edges.length).toBeGreaterThan(0);
});

// The embedded database does one transaction at a time: there the test's own would keep out the sign-in as well.
test.runIf(process.env['DATABASE_URL'])(
  'a step that timed out is taken once, however often it is repeated',
  async () => {
    const waiting = await factory.createOrder();
    const blocker = await connectOnce(server.database.url);
    await blocker.query('begin');
    await blocker.query('select 1 from "order" where number = $1 for update', [waiting.number]);
    const input = { orderId: waiting.id, idempotencyKey: 'once', question: 'Which colour?' };
    const ask = `mutation ($input: RequestFeedbackInput!) { requestFeedback(input: $input) { __typename ... on Order { status revision } } }`;

    await withLimit('operationMs', 300, async () => {
      const { errors } = await waiting.seller.send(ask, { input });
      expect(codesOf(errors)).toEqual(['TIMED_OUT']);
    });
    await blocker.query('rollback');
    await blocker.end();

    const { requestFeedback } = await waiting.seller.ask(ask, { input });
    expect(requestFeedback).toEqual({ __typename: 'Order', status: 'FEEDBACK_REQUIRED', revision: 2 });
  },
);

test('a person may send a limited number of messages per minute, and the refusal has the time to wait', async () => {
  const talker = await factory.createPerson();
  const chat = await factory.createOrder({ advertiser: talker });
  const { points, seconds } = limits.rates.messages;
  for (let count = 0; count < points; count += 1)
    expect(await say(talker, { orderId: chat.id })).toEqual({ __typename: 'Message' });

  const refused: Data = await say(talker, { orderId: chat.id });

  expect(refused).toMatchObject({ __typename: 'RateLimited', code: 'RATE_LIMITED' });
  expect(refused.retryAfterSeconds).toBeGreaterThan(0);
  expect(refused.retryAfterSeconds).toBeLessThanOrEqual(seconds);
  expect(await say(chat.seller, { orderId: chat.id })).toEqual({ __typename: 'Message' });
});

test('a person may send a limited number of operations per minute, on any wire', async () => {
  const visitor = await factory.createPerson();
  const socket = await openGreetedSocket(server.url, visitor.token);
  const { points, seconds } = limits.rates.operations;
  for (let count = 0; count < points; count += 1)
    expect(await askOver(socket, `${count}`, { query: '{ __typename }' })).toHaveLength(2);

  const [overSocket] = await askOver(socket, 'more', { query: '{ __typename }' });
  const overHttp = await sendRaw(server.url, {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${visitor.token}` },
    body: JSON.stringify({ query: '{ __typename }' }),
  });

  expect(overSocket).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED', recovery: 'RETRYABLE' } }],
  });
  expect(overHttp.status).toBe(429);
  expect(Number(overHttp.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(overHttp.headers['retry-after'])).toBeLessThanOrEqual(seconds);
  expect((await person.send('{ __typename }')).status).toBe(200);
  socket.cut();
});

const browser = { method: 'GET', headers: { accept: 'text/html,application/xhtml+xml' } };
const introspection = '{ __schema { types { name } } }';

test('in development the API can be explored', async () => {
  const developing = await listen(server.app, { routes: routesOf(server.app), graphiql: demoGraphiQL });
  const url = `http://127.0.0.1:${developing.port}`;

  expect((await apiClient(url).ask(introspection)).__schema.types.length).toBeGreaterThan(10);
  expect(await sendRaw(url, browser)).toMatchObject({ status: 200, text: expect.stringContaining('<html') });
  expect((await sendRaw(url, { ...browser, path: '/mailbox' })).status).toBe(200);
  await developing.close();
});

test('in production there is no introspection, no GraphiQL, no mailbox and no demo', async () => {
  const mail = { ...server.app.config.mail, resendApiKey: 're_none', resendUrl: 'http://127.0.0.1:9' };
  const production = await startServer({ config: { isProduction: true, mail }, beside: server });

  const { status, errors } = await apiClient(production.url).send(introspection);
  expect([status, new Set(codesOf(errors))]).toEqual([400, new Set(['GRAPHQL_VALIDATION_FAILED'])]);
  const page = await sendRaw(production.url, browser);
  expect(page.status).toBeGreaterThanOrEqual(400);
  expect(page.headers['content-type']).not.toContain('html');
  for (const path of ['/demo/people', '/mailbox', '/mailbox.json'])
    expect([path, (await sendRaw(production.url, { ...browser, path })).status]).toEqual([path, 404]);
  expect((await apiClient(production.url).ask('{ __typename }')).__typename).toBe('Query');
  await production.stop();
});
