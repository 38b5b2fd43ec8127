/** Wrong input is answered with its fault, on every wire; it reaches nothing and breaks nothing. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { orderSteps } from '../../src/process/order.ts';
import type { Data } from '../support/client.ts';
import { sampleInput, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import {
  askOver,
  errorsIn,
  insides,
  openGreetedSocket,
  openSocket,
  type RawAnswer,
  type RawRequest,
  sendRaw,
} from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let person: TestPerson;
let order: TestOrder;

beforeAll(async () => {
  person = await factory.createPerson();
  order = await factory.createOrder();
});
afterEach(async () => {
  expect(errorsIn(server.logged)).toEqual([]);
  expect(await person.ask('{ viewer { name } }')).toEqual({ viewer: { name: person.name } });
});

const spec = 'application/graphql-response+json';
const plain = 'application/json';
const asJson = { 'content-type': 'application/json' };
const send = (request: RawRequest, accept = spec): Promise<RawAnswer> =>
  sendRaw(server.url, {
    ...request,
    headers: { accept, authorization: `Bearer ${person.token}`, ...request.headers },
  });

/** The only error of an answer: it names the fault of the input, and no internals. */
function soleError(text: string): Data {
  const { errors } = JSON.parse(text);
  expect(text).not.toMatch(insides);
  expect(errors).toHaveLength(1);
  expect(errors[0].message.length).toBeGreaterThan(10);
  expect(errors[0].extensions).toMatchObject({ recovery: expect.stringMatching(/^[A-Z]+$/) });
  return errors[0];
}

const big = (bytes: number) => JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(bytes)}` });
const byGet = (text: string) => `/graphql?query=${encodeURIComponent(text)}`;

/** Requests that are not well-formed: refused with the same status, whatever the accept header is. */
const malformed: readonly (readonly [name: string, status: number, code: string, request: RawRequest])[] = [
  ['a body that is not JSON', 400, 'BODY_NOT_JSON', { headers: asJson, body: '{"query": nonsense' }],
  ['an empty body', 400, 'BODY_NOT_JSON', { headers: asJson, body: '' }],
  ['JSON that is null', 400, 'BODY_NOT_OBJECT', { headers: asJson, body: 'null' }],
  ['JSON that is a number', 400, 'BODY_NOT_OBJECT', { headers: asJson, body: '7' }],
  ['JSON that is a string', 400, 'BODY_NOT_OBJECT', { headers: asJson, body: '"{ viewer { id } }"' }],
  ['a batch', 400, 'BODY_NOT_OBJECT', { headers: asJson, body: '[{"query":"{ viewer { id } }"}]' }],
  ['no query', 400, 'QUERY_MISSING', { headers: asJson, body: '{}' }],
  ['a query that is not text', 400, 'PARAMETER_INVALID', { headers: asJson, body: '{"query":{}}' }],
  [
    'an unknown persisted id',
    404,
    'OPERATION_NOT_REGISTERED',
    { headers: asJson, body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } }) },
  ],
  [
    'variables that are a list',
    400,
    'PARAMETER_INVALID',
    { headers: asJson, body: '{"query":"{viewer{id}}","variables":[]}' },
  ],
  ['an unknown parameter', 400, 'BAD_REQUEST', { headers: asJson, body: '{"query":"{viewer{id}}","debug":true}' }],
  ['a parameter of a promise', 400, 'BAD_REQUEST', { headers: asJson, body: '{"query":"{viewer{id}}","then":"x"}' }],
  ['bytes that are not UTF-8', 400, 'BODY_NOT_UTF8', { headers: asJson, body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }],
  ['a body that is too large', 413, 'BODY_TOO_LARGE', { headers: asJson, body: big(limits.bodyBytes) }],
  [
    'a body that is too large and does not say so',
    413,
    'BODY_TOO_LARGE',
    { headers: asJson, body: Array.from({ length: 200 }, () => Buffer.alloc(limits.bodyBytes / 2, ' ')) },
  ],
  ['plain text', 415, 'MEDIA_TYPE', { headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ['a form', 415, 'MEDIA_TYPE', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=x' }],
  [
    'a form of parts',
    415,
    'MEDIA_TYPE',
    { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x' },
  ],
  ['a bare document', 415, 'MEDIA_TYPE', { headers: { 'content-type': 'application/graphql' }, body: '{viewer{id}}' }],
  ['no content-type', 415, 'MEDIA_TYPE', { body: '{"query":"{viewer{id}}"}' }],
  ['GET without a query', 400, 'QUERY_MISSING', { method: 'GET' }],
  [
    'GET with variables that are not JSON',
    400,
    'PARAMETER_NOT_JSON',
    { method: 'GET', path: `${byGet('{a}')}&variables={` },
  ],
  [
    'GET with extensions that are not JSON',
    400,
    'PARAMETER_NOT_JSON',
    { method: 'GET', path: `${byGet('{a}')}&extensions=x` },
  ],
  [
    'a mutation by GET',
    405,
    'BAD_REQUEST',
    { method: 'GET', path: byGet('mutation { signOut(input: {}) { __typename } }') },
  ],
  ['PUT', 405, 'BAD_REQUEST', { method: 'PUT', headers: asJson, body: '{}' }],
  ['DELETE', 405, 'BAD_REQUEST', { method: 'DELETE' }],
];

test.each(malformed)('%s is refused with %i %s', async (_name, status, code, request) => {
  for (const accept of [spec, plain]) {
    const answer = await send(request, accept);

    expect(answer.status).toBe(status);
    expect(soleError(answer.text).extensions.code).toBe(code);
  }
});

test.each([
  ['text/plain', (body: string) => body],
  ['application/x-www-form-urlencoded', (body: string) => String(new URLSearchParams(JSON.parse(body)))],
  [
    'multipart/form-data; boundary=x',
    (body: string) => `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${body}\r\n--x--`,
  ],
] as const)('a page elsewhere cannot change anything by sending %s', async (type, form) => {
  const body = JSON.stringify({
    query: `mutation { sendMessage(input: { orderId: "${order.id}", text: "forged" }) { __typename } }`,
  });

  const answer = await send({
    headers: { 'content-type': type, authorization: `Bearer ${order.seller.token}` },
    body: form(body),
  });

  expect(answer.status).toBe(415);
  const { order: read } = await order.seller.ask(
    'query ($id: ID!) { order(id: $id) { messages { edges { cursor } } } }',
    { id: order.id },
  );
  expect(read.messages.edges).toEqual([]);
});

test('an answer that cannot be given in an accepted type says so', async () => {
  const subscription = { query: `subscription { orderTimeline(orderId: "${order.id}") { __typename } }` };

  const answers = [
    await send({ headers: asJson, body: '{"query":"{viewer{id}}"}' }, 'text/html'),
    await send({ headers: asJson, body: JSON.stringify(subscription) }),
  ];

  for (const { status, text } of answers) {
    expect(status).toBe(406);
    expect(soleError(text).extensions.code).toBe('NOT_ACCEPTABLE');
  }
});

interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);
const lines = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index));
const byId = 'query ($id: ID!) { order(id: $id) { id } }';

/** Well-formed requests that ask for something impossible: refused before anything runs. */
const impossible: readonly (readonly [name: string, code: string, operation: Operation])[] = [
  ['an empty query', 'GRAPHQL_PARSE_FAILED', { query: '' }],
  ['a query of nothing but a comment', 'GRAPHQL_PARSE_FAILED', { query: '# nothing' }],
  ['a syntax error', 'GRAPHQL_PARSE_FAILED', { query: '{ viewer {' }],
  ['a lone surrogate in the document', 'GRAPHQL_PARSE_FAILED', { query: '{ order(id: "\ud800") { id } }' }],
  ['a NUL in a literal', 'TEXT_INVALID', { query: '{ order(id: "a\\u0000b") { id } }' }],
  ['a NUL in a variable', 'TEXT_INVALID', { query: byId, variables: { id: 'a\0b' } }],
  ['a lone surrogate in a variable', 'TEXT_INVALID', { query: byId, variables: { id: 'a\udc00b' } }],
  ['a NUL in the name of a variable', 'TEXT_INVALID', { query: '{ viewer { id } }', variables: { 'a\0': 1 } }],
  ['variables nested without end', 'TOO_DEEP', { query: '{ viewer { id } }', variables: { a: nested(100) } }],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', { query: '{ viewer { password } }' }],
  ['an unknown argument', 'GRAPHQL_VALIDATION_FAILED', { query: '{ viewer(id: 1) { id } }' }],
  ['a literal of the wrong type', 'GRAPHQL_VALIDATION_FAILED', { query: '{ order(number: "one") { id } }' }],
  [
    'an unknown word of an enum',
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ orders(filter: { statuses: [LOST] }) { edges { cursor } } }' },
  ],
  ['an object without its fields', 'GRAPHQL_VALIDATION_FAILED', { query: '{ viewer }' }],
  [
    'fragments in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ viewer { ...A } } fragment A on Account { ...B } fragment B on Account { ...A }' },
  ],
  [
    'a fragment on itself',
    'GRAPHQL_VALIDATION_FAILED',
    { query: '{ viewer { ...A } } fragment A on Account { id ...A }' },
  ],
  ['a literal integer beyond 32 bits', 'GRAPHQL_VALIDATION_FAILED', { query: '{ order(number: 99999999999) { id } }' }],
  ['a missing variable', 'BAD_USER_INPUT', { query: byId }],
  ['a variable that is null', 'BAD_USER_INPUT', { query: byId, variables: { id: null } }],
  ['a variable of the wrong type', 'BAD_USER_INPUT', { query: byId, variables: { id: { a: 1 } } }],
  [
    'an integer beyond 32 bits',
    'BAD_USER_INPUT',
    { query: 'query ($n: Int!) { order(number: $n) { id } }', variables: { n: 1e20 } },
  ],
  [
    'a text as an integer',
    'BAD_USER_INPUT',
    { query: 'query ($n: Int!) { order(number: $n) { id } }', variables: { n: 1.5 } },
  ],
  [
    '@include without its variable',
    'BAD_USER_INPUT',
    { query: 'query ($s: Boolean!) { viewer @include(if: $s) { id } }' },
  ],
  [
    '@skip with a variable of the wrong type',
    'BAD_USER_INPUT',
    { query: 'query ($s: Boolean!) { viewer @skip(if: $s) { id } }', variables: { s: 'yes' } },
  ],
  [
    'an invalid moment',
    'BAD_USER_INPUT',
    {
      query: 'mutation ($input: RequestPaymentInput!) { requestPayment(input: $input) { __typename } }',
      variables: { input: { orderId: 'x', dueAt: 'soon' } },
    },
  ],
  [
    'a sum beyond 53 bits',
    'BAD_USER_INPUT',
    {
      query: 'mutation ($input: RequestPaymentInput!) { requestPayment(input: $input) { __typename } }',
      variables: { input: { orderId: 'x', amount: { minorUnits: 1e300, currency: 'EUR' } } },
    },
  ],
  [
    'an unknown currency',
    'BAD_USER_INPUT',
    {
      query: 'mutation ($input: RequestPaymentInput!) { requestPayment(input: $input) { __typename } }',
      variables: { input: { orderId: 'x', amount: { minorUnits: 1, currency: 'XXXX' } } },
    },
  ],
  [
    'several operations and no name',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { viewer { id } } query B { viewer { id } }' },
  ],
  [
    'a name that no operation has',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { viewer { id } }', operationName: 'B' },
  ],
  [
    'a list without end in a literal',
    'LIST_TOO_LONG',
    { query: `{ nodes(ids: [${lines(limits.listArguments + 1, () => '"x"')}]) { id } }` },
  ],
  [
    'a list without end in a variable',
    'LIST_TOO_LONG',
    {
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      variables: { ids: lines(limits.listArguments + 1, String) },
    },
  ],
  [
    'a document without end',
    'GRAPHQL_PARSE_FAILED',
    { query: `{ ${lines(limits.tokens, () => 'viewer { id }').join(' ')} }` },
  ],
  ['a thousand levels', 'GRAPHQL_PARSE_FAILED', { query: `${'{ viewer '.repeat(1_000)} { id } ${'}'.repeat(1_000)}` }],
];

test.each(impossible)(
  '%s is refused with %s: 400, or 200 for those who accept nothing newer',
  async (_name, code, operation) => {
    const body = JSON.stringify(operation);

    const [answer, older] = [await send({ headers: asJson, body }), await send({ headers: asJson, body }, plain)];

    expect(answer.status).toBe(400);
    expect(older.status).toBe(200);
    expect(soleError(answer.text).extensions.code).toBe(code);
    expect(JSON.parse(older.text)).toEqual(JSON.parse(answer.text));
    expect(JSON.parse(answer.text)).not.toHaveProperty('data');
  },
);

// An address has less room than a body, cannot hold half a surrogate, and changes nothing.
const fitsAnAddress = ({ query, variables }: Operation): boolean =>
  query !== '' &&
  query.isWellFormed() &&
  !query.startsWith('mutation') &&
  encodeURIComponent(JSON.stringify({ query, variables })).length < 10_000;
const byAddress = impossible.filter(([, , operation]) => fitsAnAddress(operation));

test.each(byAddress)('by GET %s is refused with %s', async (_name, code, { query, variables, operationName }) => {
  const parameters = new URLSearchParams({
    query,
    ...(variables ? { variables: JSON.stringify(variables) } : {}),
    ...(operationName ? { operationName } : {}),
  });

  const answer = await send({ method: 'GET', path: `/graphql?${parameters}` });

  expect(answer.status).toBe(400);
  expect(soleError(answer.text).extensions.code).toBe(code);
});

test('variables nested as deep as a body has room for are refused on every wire', async () => {
  const depth = Math.floor(limits.bodyBytes / 2) - 100;
  const payload = `{"query":"{ viewer { id } }","variables":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

  const answer = await send({ headers: asJson, body: payload });
  const socket = await openGreetedSocket(server.url, person.token);
  socket.send(`{"id":"1","type":"subscribe","payload":${payload}}`);

  expect(answer.status).toBe(400);
  expect(soleError(answer.text).extensions.code).toBe('TOO_DEEP');
  expect(await socket.next()).toMatchObject({
    id: '1',
    type: 'error',
    payload: [{ extensions: { code: 'TOO_DEEP' } }],
  });
  socket.cut();
});

test.each(impossible)(
  'as server-sent events %s is answered with %s, and the stream ends',
  async (_name, code, operation) => {
    const answer = await send({ headers: asJson, body: JSON.stringify(operation) }, 'text/event-stream');

    const events = answer.text.split('\n\n').filter((event) => event.startsWith('event:'));
    expect(events.map((event) => event.split('\n')[0])).toEqual(['event: next', 'event: complete']);
    expect(soleError(/^data: (.*)$/m.exec(events[0] ?? '')?.[1] ?? '').extensions.code).toBe(code);
  },
);

test('over a socket each of them is an error of its operation, and the socket stays open', async () => {
  const socket = await openGreetedSocket(server.url, person.token);

  for (const [index, [name, code, operation]] of impossible.entries()) {
    const [answer, ...more] = await askOver(socket, `bad ${index}`, { ...operation });
    expect([name, answer]).toMatchObject([name, { id: `bad ${index}`, type: 'error' }]);
    expect([name, soleError(JSON.stringify({ errors: answer.payload })).extensions.code]).toEqual([name, code]);
    expect(more).toEqual([]);
  }

  const [good] = await askOver(socket, 'good', { query: '{ viewer { name } }' });
  expect(good.payload.data).toEqual({ viewer: { name: person.name } });
  socket.cut();
});

test('a field that cannot be answered is an error next to the other data, with 200 and its code', async () => {
  const operation = { query: '{ node(id: "nonsense") { id } viewer { name } }' };

  for (const accept of [spec, plain]) {
    const answer = await send({ headers: asJson, body: JSON.stringify(operation) }, accept);
    expect(answer.status).toBe(200);
    expect(soleError(answer.text)).toMatchObject({ path: ['node'], extensions: { code: 'ID_MALFORMED' } });
    expect(JSON.parse(answer.text).data).toEqual({ node: null, viewer: { name: person.name } });
  }
  const socket = await openGreetedSocket(server.url, person.token);
  const [answer] = await askOver(socket, '1', operation);
  expect(soleError(JSON.stringify(answer.payload)).extensions).toEqual({
    code: 'ID_MALFORMED',
    recovery: 'CORRECTABLE',
    docUrl: `${server.app.config.publicUrl}/docs/errors#ID_MALFORMED`,
  });
  socket.cut();
});

test.each([
  ['first: 0'],
  ['first: -1'],
  ['first: 51'],
  ['first: 1000000000'],
  ['last: 0'],
  ['last: -2147483648'],
  ['first: 1, last: 1'],
])('a page of (%s) is refused for every list', async (page) => {
  const texts = [
    `{ orders(${page}) { edges { cursor } } }`,
    `{ spaces(${page}) { edges { cursor } } }`,
    `{ order(id: "${order.id}") { timeline(${page}) { edges { cursor } } } }`,
    `{ order(id: "${order.id}") { messages(${page}) { edges { cursor } } } }`,
  ];

  for (const text of texts) {
    const { status, errors } = await order.seller.send(text);
    expect([text, status, errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([
      text,
      200,
      ['PAGE_INVALID'],
    ]);
  }
});

test('an invalid cursor, or one of another list or order, is refused by every list', async () => {
  const other = await factory.createOrder({ seller: order.seller });
  await order.seller.ask('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }', {
    input: { orderId: order.id, text: 'Hello' },
  });
  const cursors = await order.seller.ask(
    `query ($id: ID!, $other: ID!) { orders { edges { cursor } } spaces { edges { cursor } }
      order(id: $id) { timeline { edges { cursor } } } other: order(id: $other) { timeline { edges { cursor } } } }`,
    { id: order.id, other: other.id },
  );
  const of = {
    orders: cursors.orders.edges[0].cursor,
    spaces: cursors.spaces.edges[0].cursor,
    timeline: cursors.order.timeline.edges[0].cursor,
    elsewhere: cursors.other.timeline.edges[0].cursor,
  };
  const nonsense = ['', 'x', '💥', 'A'.repeat(5_000), Buffer.from('o:1:1').toString('base64url')];
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['orders(SIDE: $at) { edges { cursor } }', [of.spaces, of.timeline, ...nonsense]],
    ['spaces(SIDE: $at) { edges { cursor } }', [of.orders, of.timeline, ...nonsense]],
    [
      `order(id: "${order.id}") { timeline(SIDE: $at) { edges { cursor } } }`,
      [of.elsewhere, of.orders, of.spaces, ...nonsense],
    ],
    [
      `order(id: "${order.id}") { messages(SIDE: $at) { edges { cursor } } }`,
      [of.elsewhere, of.orders, of.spaces, ...nonsense],
    ],
  ];

  for (const [list, wrong] of lists) {
    for (const side of ['after', 'before']) {
      for (const at of wrong) {
        const { errors } = await order.seller.send(`query ($at: String!) { ${list.replace('SIDE', side)} }`, { at });
        expect([list, side, at, errors?.[0]?.extensions?.['code']]).toEqual([list, side, at, 'CURSOR_MALFORMED']);
        expect(JSON.stringify(errors)).not.toMatch(insides);
      }
    }
  }
});

const someUuid = randomUUID();
/** Ids that name no row; some could never come from this server. */
const wrongIds = (): readonly string[] => [
  '',
  'x',
  '💥',
  someUuid,
  "' or 1=1 --",
  'A'.repeat(5_000),
  toGlobalId('Order', ''),
  toGlobalId('Order', '1'),
  toGlobalId('Order', `${someUuid}:1`),
  toGlobalId('Order', someUuid.toUpperCase()),
  toGlobalId('Order', '../../etc/passwd'),
  toGlobalId('Nothing', someUuid),
  toGlobalId('__proto__', someUuid),
  toGlobalId('TimelineEntry', `${someUuid}:1`),
  toGlobalId('Message', `${someUuid}:999999999999`),
  toGlobalId('Message', someUuid),
  toGlobalId('Account', order.seller.accountId),
];

test('an invalid id, or an id of another type, is answered like an unknown id', async () => {
  for (const id of wrongIds()) {
    const { data, errors } = await order.seller.send(
      'query ($id: ID!) { order(id: $id) { id } space(id: $id) { id } }',
      { id },
    );
    expect([id, data, errors]).toEqual([id, { order: null, space: null }, undefined]);
  }
  const { spaces } = await order.seller.ask('query ($id: ID!) { spaces(sellerId: $id) { edges { cursor } } }', {
    id: order.id,
  });
  expect(spaces.edges).toEqual([]);
});

test('node and nodes refuse an invalid id', async () => {
  const [account, ...wrong] = wrongIds().toReversed();
  for (const id of wrong) {
    const one = await order.seller.send('query ($id: ID!) { node(id: $id) { id } }', { id });
    const many = await order.seller.send('query ($id: ID!) { nodes(ids: [$id]) { id } }', { id });
    for (const { errors } of [one, many]) {
      expect([id, errors?.[0]?.extensions?.['code'] ?? 'ID_MALFORMED']).toEqual([id, 'ID_MALFORMED']);
      expect(JSON.stringify(errors ?? '')).not.toMatch(insides);
    }
    expect([id, one.data?.node ?? null, many.data?.nodes ?? [null]]).toEqual([id, null, [null]]);
  }

  expect(await order.seller.ask('query ($id: ID!) { node(id: $id) { id } }', { id: account })).toEqual({
    node: { id: account },
  });
});

const open = orderSteps.filter(([, row]) => row.from.length > 0 && row.by.some((role) => role !== 'system'));
test.each(open.map(([step, row]) => [step, row] as const))(
  '%s refuses an id that names no order',
  async (step, row) => {
    for (const id of wrongIds()) {
      const answer = await takeStepAs(order.seller, { id }, step, sampleInput(row));
      expect([id, answer.__typename]).toEqual([id, 'OrderNotFound']);
    }
  },
);

test('sendMessage, placeOrder and the stream refuse ids that name nothing', async () => {
  for (const id of wrongIds()) {
    const { sendMessage, placeOrder } = await order.seller.ask(
      `mutation ($id: ID!) {
        sendMessage(input: { orderId: $id, text: "Hello" }) { __typename }
        placeOrder(input: { priceOptionIds: [$id], brief: "An ad", paymentMethod: CASH }) { __typename } }`,
      { id },
    );
    const stream = order.seller.follow('subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename } }', {
      id,
    });
    expect([id, sendMessage.__typename, placeOrder.__typename]).toEqual([id, 'OrderNotFound', 'InputInvalid']);
    expect([id, await stream.next()]).toEqual([id, { orderTimeline: { __typename: 'OrderNotFound' } }]);
    await stream.ended;
  }
});

test("an argument that turns out null where it must not be is the caller's mistake", async () => {
  const { status, errors } = await person.send('query ($id: ID = "x") { space(id: $id) { id } }', { id: null });

  expect(status).toBe(200);
  expect(errors?.[0]).toMatchObject({ path: ['space'], extensions: { code: 'BAD_USER_INPUT' } });
});

test('a stored value that its type does not have is our mistake: it is logged and not shown', async () => {
  const owner = await factory.createPerson();
  const row = { name: 'Broken', accountId: owner.accountId, createdAt: server.clock.now() };
  const { id } = await server.app.db.application.create({ data: { ...row, scopes: ['BARTER'] } });

  const { errors } = await owner.send('{ applications(first: 1) { edges { node { scopes } } } }');

  expect(errors?.[0]).toMatchObject({
    path: ['applications', 'edges', 0, 'node', 'scopes', 0],
    extensions: { code: 'INTERNAL' },
  });
  expect(JSON.stringify(errors)).not.toContain('BARTER');
  expect(errorsIn(server.logged)).toHaveLength(1);
  await server.app.db.application.delete({ where: { id } });
  forgetErrors();
});

/** The only test that causes an internal error removes it from the log again. */
function forgetErrors(): void {
  const logged = server.logged as unknown as unknown[];
  logged.splice(0, logged.length);
}

const hello = { type: 'connection_init' };
const subscribe = (id: string) => ({ id, type: 'subscribe', payload: { query: '{ viewer { id } }' } });
const breaches: readonly (readonly [name: string, code: number, messages: readonly unknown[]])[] = [
  ['a message that is not JSON', 4400, [hello, 'hello?']],
  ['a message that is not an object', 4400, [hello, '[]']],
  ['a message without a type', 4400, [hello, { id: '1' }]],
  ['a message of an unknown type', 4400, [hello, { type: 'start', id: '1', payload: {} }]],
  ['a message that only servers send', 4400, [hello, { type: 'next', id: '1', payload: { data: {} } }]],
  ['an operation without an id', 4400, [hello, { type: 'subscribe', payload: { query: '{ viewer { id } }' } }]],
  [
    'an operation without a query',
    4400,
    [hello, { id: '1', type: 'subscribe', payload: { extensions: { persistedQuery: {} } } }],
  ],
  [
    'variables that are a list',
    4400,
    [hello, { id: '1', type: 'subscribe', payload: { query: '{ viewer { id } }', variables: [] } }],
  ],
  ['bytes instead of text', 4400, [hello, Buffer.from(JSON.stringify(subscribe('1')))]],
  ['an operation before connection_init', 4401, [subscribe('1')]],
  ['an invalid token', 4403, [{ ...hello, payload: { authorization: 'Bearer nonsense' } }]],
  ['credentials that are not a token', 4403, [{ ...hello, payload: { authorization: 'Basic QWxhZGRpbg==' } }]],
  ['two connection_inits', 4429, [hello, hello]],
  ['a frame that is too large', 1009, [hello, 'x'.repeat(limits.bodyBytes + 1)]],
];

test.each(breaches)('%s closes a socket with %i', async (_name, code, messages) => {
  const socket = await openSocket(server.url);

  for (const message of messages) socket.send(message);

  const { code: closedWith, reason } = await socket.closed;
  expect(closedWith).toBe(code);
  expect(reason).not.toMatch(insides);
});

test('two operations with one id close a socket with 4409', async () => {
  const socket = await openGreetedSocket(server.url, order.seller.token);
  const follow = {
    id: '1',
    type: 'subscribe',
    payload: { query: `subscription { orderTimeline(orderId: "${order.id}") { __typename } }` },
  };

  socket.send(follow);
  await socket.next();
  socket.send(follow);

  expect((await socket.closed).code).toBe(4409);
});

test('a socket of another protocol is closed with 4406', async () => {
  const socket = await openSocket(server.url, 'graphql-ws').catch((error: Error) => error.message);

  // The server chooses no protocol; a client that insists on one closes the connection.
  if (typeof socket === 'string') expect(socket).toMatch(/subprotocol/);
  else expect((await socket.closed).code).toBe(4406);
});

test('a socket that does not authenticate in time is closed with 4408', async () => {
  const socket = await openSocket(server.url);

  expect((await socket.closed).code).toBe(4408);
});

test('a socket whose session ended keeps its connection and gets an error for each operation', async () => {
  const visitor = await factory.createPerson();
  const socket = await openGreetedSocket(server.url, visitor.token);
  await visitor.ask('mutation { signOut(input: {}) { __typename } }');

  const [answer] = await askOver(socket, '1', { query: '{ viewer { id } }' });

  expect(answer).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'SESSION_ENDED' } }] });
  socket.cut();
});

test('a long operation name is short in the log', async () => {
  const name = `Long${'x'.repeat(80_000)}`;

  await send({ headers: asJson, body: JSON.stringify({ query: `query ${name} { viewer { id } }` }) });
  const socket = await openGreetedSocket(server.url, person.token);
  await askOver(socket, '1', { query: `query ${name} { viewer { id } }` });
  socket.cut();

  const logged = server.logged.filter(({ fields }) => String(fields['operation']).startsWith('Longx'));
  expect(logged).toHaveLength(2);
  for (const { fields } of logged) expect(JSON.stringify(fields).length).toBeLessThan(500);
});
