/** Access: strangers and anonymous callers cannot find out what exists, and people read only what is theirs. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { orderSteps } from '../../src/process/order.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { sampleInput, type TestOrder, type TestPerson, takeStepAs, withSampleItems } from '../support/factory.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let order: TestOrder;
let stranger: TestPerson;
let anonymous: ApiClient;
let messageId: string;

beforeAll(async () => {
  order = await factory.createOrder({ status: 'FEEDBACK_PROVIDED' });
  stranger = await factory.createPerson();
  anonymous = apiClient(server.url);
  const { sendMessage } = await order.seller.ask(say, { input: { orderId: order.id, text: 'Between us' } });
  messageId = sendMessage.id;
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const say = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on Message { id number text } ... on Refusal { message code recovery } } }`;
const missing = () => toGlobalId('Order', randomUUID());
const missingNumber = 2_000_000_000;

/** The answer: status, media type and text. ID replaces the requested id in the text. */
async function answerTo(who: ApiClient, query: string, variables: Record<string, unknown>): Promise<Data> {
  const { status, headers, text } = await sendRaw(server.url, {
    headers: { 'content-type': 'application/json', ...(who.token ? { authorization: `Bearer ${who.token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const requestedId = [variables['id'], (variables['input'] as Data)?.orderId].find((id) => typeof id === 'string');
  return {
    status,
    type: headers['content-type'],
    text: requestedId ? text.replaceAll(String(requestedId), 'ID') : text,
  };
}

const everything = `id number status revision cursor brief actions { step } nextSteps { title }
  advertiser { id name email } seller { id name email } timeline { edges { node { id type } } } messages { edges { node { text } } }`;
const reads: readonly (readonly [name: string, query: string])[] = [
  ['order', `query ($id: ID!) { order(id: $id) { ${everything} } }`],
  ['node', `query ($id: ID!) { node(id: $id) { __typename id ... on Order { ${everything} } } }`],
  ['nodes', `query ($id: ID!) { nodes(ids: [$id]) { __typename id ... on Order { ${everything} } } }`],
];
const steps = orderSteps.filter(([, row]) => row.from.length > 0 && row.by.some((role) => role !== 'system'));
const mutationOf = (step: string) =>
  `mutation ($input: ${step.charAt(0).toUpperCase()}${step.slice(1)}Input!) { ${step}(input: $input) { __typename
    ... on Order { ${everything} } ... on Refusal { message code recovery } ... on InputInvalid { problems { field message } } } }`;

test.each(reads)(
  'a stranger and an anonymous caller cannot distinguish an existing order from a missing one by the query %s',
  async (_name, query) => {
    for (const who of [stranger, anonymous]) {
      const existing = await answerTo(who, query, { id: order.id });

      expect(existing).toEqual(await answerTo(who, query, { id: missing() }));
      expect(JSON.parse(existing.text)).toEqual({
        data: expect.toSatisfy((data) => [data.order, data.node, data.nodes?.[0]].includes(null)),
      });
    }
  },
);

test('a stranger and an anonymous caller cannot distinguish an existing order from a missing one by its number', async () => {
  const query = `query ($number: Int!) { order(number: $number) { ${everything} } }`;

  for (const who of [stranger, anonymous]) {
    const existing = await answerTo(who, query, { number: order.number });
    expect(existing).toEqual(await answerTo(who, query, { number: missingNumber }));
    expect(JSON.parse(existing.text)).toEqual({ data: { order: null } });
  }
});

test.each(steps.map(([step, row]) => [step, row] as const))(
  'a stranger and an anonymous caller cannot distinguish an existing order from a missing one by the step %s',
  async (step, row) => {
    const sample = await withSampleItems(stranger, order, step, sampleInput(row));
    const inputs = [sample, { ...sample, expectedRevision: 1 }, { ...sample, idempotencyKey: `${step} of a stranger` }];

    for (const [who, typename] of [
      [stranger, 'OrderNotFound'],
      [anonymous, 'NotSignedIn'],
    ] as const) {
      for (const input of inputs) {
        const existing = await answerTo(who, mutationOf(step), { input: { orderId: order.id, ...input } });
        expect(existing).toEqual(await answerTo(who, mutationOf(step), { input: { orderId: missing(), ...input } }));
        expect(JSON.parse(existing.text).data[step].__typename).toBe(typename);
      }
    }
    const { order: after } = await order.seller.ask('query ($id: ID!) { order(id: $id) { status } }', { id: order.id });
    expect(after.status).toBe('FEEDBACK_PROVIDED');
  },
);

test('a stranger and an anonymous caller cannot distinguish an existing order from a missing one by a message', async () => {
  for (const [who, typename] of [
    [stranger, 'OrderNotFound'],
    [anonymous, 'NotSignedIn'],
  ] as const) {
    for (const more of [{}, { idempotencyKey: 'a message of a stranger' }]) {
      const existing = await answerTo(who, say, { input: { orderId: order.id, text: 'Hello', ...more } });
      expect(existing).toEqual(await answerTo(who, say, { input: { orderId: missing(), text: 'Hello', ...more } }));
      expect(JSON.parse(existing.text).data.sendMessage.__typename).toBe(typename);
    }
  }
});

test.each(['follow', 'followSse'] as const)(
  'a stranger and an anonymous caller cannot distinguish an existing order from a missing one by its stream (%s)',
  async (wire) => {
    const query = `subscription ($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
      ... on TimelineEntryAdded { entry { id } } ... on TimelineReset { cursor } ... on Refusal { message code recovery } } }`;
    const all = async (who: ApiClient, variables: Data) => {
      const stream = who[wire](query, variables);
      await stream.ended;
      return stream.results;
    };

    for (const [who, typename] of [
      [stranger, 'OrderNotFound'],
      [anonymous, 'NotSignedIn'],
    ] as const) {
      for (const after of [null, 'nonsense']) {
        const existing = await all(who, { id: order.id, after });
        expect(existing).toEqual(await all(who, { id: missing(), after }));
        expect(existing).toMatchObject([{ data: { orderTimeline: { __typename: typename } } }]);
      }
    }
  },
);

test('a message of an order cannot be read by its id from outside the order', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Message { text author { name } } } }';
  expect((await order.advertiser.ask(query, { id: messageId })).node.text).toBe('Between us');

  for (const who of [stranger, anonymous]) {
    const existing = await answerTo(who, query, { id: messageId });
    expect(existing).toEqual(await answerTo(who, query, { id: toGlobalId('Message', `${randomUUID()}:1`) }));
    expect(JSON.parse(existing.text)).toEqual({ data: { node: null } });
  }
});

test('a list of orders has only the orders of the caller: it is empty for a stranger, and refused for an anonymous caller', async () => {
  const list = `{ orders { edges { node { number } } } }`;

  expect((await stranger.ask(list)).orders.edges).toEqual([]);
  for (const filter of ['role: OPERATOR', 'role: SELLER', 'needsAttention: true', `text: "${order.number}"`])
    expect(
      (await stranger.ask(`{ orders(filter: { ${filter} }) { edges { node { number } } } }`)).orders.edges,
    ).toEqual([]);
  const { data, errors } = await anonymous.send(list);
  expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, 'NOT_SIGNED_IN']);
});

test('an anonymous caller has no viewer and cannot place an order', async () => {
  expect(await anonymous.ask('{ viewer { id } }')).toEqual({ viewer: null });
  const { placeOrder } = await anonymous.ask(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }',
    {
      input: { priceOptionIds: [await factory.createPriceOption(order.seller)], brief: 'An ad', paymentMethod: 'CASH' },
    },
  );
  expect(placeOrder.__typename).toBe('NotSignedIn');
});

const people = '{ id name email }';
const everyPlace = `query ($id: ID!, $ids: [ID!]!) {
  viewer ${people}
  order(id: $id) { advertiser ${people} seller ${people}
    timeline(first: 50) { edges { node { actor ${people} message { author ${people} } } } }
    messages { edges { node { author ${people} } } } }
  orders { edges { node { advertiser ${people} seller ${people} } } }
  spaces { edges { node { seller ${people} } } }
  nodes(ids: $ids) { ... on Account ${people} } }`;
const accountIds = () => [order.advertiser, order.seller].map(({ accountId }) => toGlobalId('Account', accountId));

test('a party reads its e-mail address, and never that of the other party', async () => {
  for (const [reader, other] of [
    [order.advertiser, order.seller],
    [order.seller, order.advertiser],
  ] as const) {
    const answer = JSON.stringify(await reader.ask(everyPlace, { id: order.id, ids: accountIds() }));

    expect(answer).toContain(other.name);
    expect(answer).toContain(reader.email);
    expect(answer).not.toContain(other.email);
  }
});

test('the e-mail address of the other party is neither in the answer to a step nor in the stream', async () => {
  const fresh = await factory.createOrder();
  const parties = `advertiser ${people} seller ${people}`;
  const stream = fresh.seller.follow(
    `subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { actor ${people} message { author ${people} } } order { ${parties} } } } }`,
    { id: fresh.id },
  );

  const answer = await fresh.seller.ask(
    `mutation ($input: RequestFeedbackInput!) { requestFeedback(input: $input) { ... on Order { ${parties} } } }`,
    { input: { orderId: fresh.id, question: 'Which colour?' } },
  );
  const events = await stream.until(({ orderTimeline }) => orderTimeline.entry.message !== null);

  for (const seen of [JSON.stringify(answer), JSON.stringify(events)]) {
    expect(seen).toContain(fresh.advertiser.name);
    expect(seen).not.toContain(fresh.advertiser.email);
  }
  stream.stop();
});

test('outsiders read no e-mail address, and of the parties only the seller', async () => {
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Account ${people} } spaces { edges { node { seller ${people} } } } }`;

  for (const who of [stranger, anonymous]) {
    const { nodes, spaces } = await who.ask(query, { ids: accountIds() });
    expect(nodes).toEqual([null, expect.objectContaining({ name: order.seller.name, email: null })]);
    for (const { node } of spaces.edges) expect(node.seller.email).toBeNull();
  }
});

test('an operator sees every order and every e-mail address', async () => {
  const operator = await factory.createOperator();

  const answer = await operator.ask(everyPlace, { id: order.id, ids: accountIds() });
  const { order: role, node } = await operator.ask(
    'query ($id: ID!) { order(id: $id) { viewerRole } node(id: $id) { id } }',
    { id: order.id },
  );
  const { orders } = await operator.ask(
    `{ orders(filter: { text: "${order.number}" }) { edges { node { number } } } }`,
  );

  expect(role.viewerRole).toBe('OPERATOR');
  expect(node.id).toBe(order.id);
  expect(orders.edges.map(({ node: listedOrder }: Data) => listedOrder.number)).toContain(order.number);
  for (const { email } of [order.advertiser, order.seller]) expect(JSON.stringify(answer)).toContain(email);
});

test('an operator who is a party of an order acts as that party and cannot override its status', async () => {
  const operator = await factory.createOperator();
  const sale = await factory.createOrder({ seller: operator });
  const purchase = await factory.createOrder({ advertiser: operator });
  const role = 'query ($id: ID!) { order(id: $id) { viewerRole actions { step } } }';

  const [asSeller, asAdvertiser] = [
    await operator.ask(role, { id: sale.id }),
    await operator.ask(role, { id: purchase.id }),
  ];

  expect([asSeller.order.viewerRole, asAdvertiser.order.viewerRole]).toEqual(['SELLER', 'ADVERTISER']);
  for (const { order: read } of [asSeller, asAdvertiser])
    expect(read.actions.map(({ step }: Data) => step)).not.toContain('OVERRIDE_ORDER_STATUS');
  for (const one of [sale, purchase])
    expect(await takeStepAs(operator, one, 'overrideOrderStatus')).toMatchObject({
      __typename: 'StepNotAllowed',
      code: 'WRONG_ROLE',
    });
  expect(await takeStepAs(operator, sale, 'requestFeedback')).toMatchObject({
    __typename: 'Order',
    status: 'FEEDBACK_REQUIRED',
  });
  const { orders } = await operator.ask(`{ orders(first: 50, filter: { role: OPERATOR }) { edges { node { id } } } }`);
  const overseen = orders.edges.map(({ node }: Data) => node.id);
  expect(overseen).toContain(order.id);
  expect(overseen).not.toContain(sale.id);
});

test('an unlisted space is visible only to its seller and to operators, and cannot be ordered', async () => {
  const seller = await factory.createPerson();
  const option = await factory.createPriceOption(seller);
  const listed = (
    await seller.ask('query ($id: ID!) { spaces(sellerId: $id) { edges { node { id } } } }', {
      id: toGlobalId('Account', seller.accountId),
    })
  ).spaces.edges[0].node.id;
  await server.app.db.space.updateMany({ where: { sellerId: seller.accountId }, data: { status: 'UNLISTED' } });
  const read = `query ($id: ID!, $option: ID!, $seller: ID!) { space(id: $id) { id } nodes(ids: [$id, $option, $seller]) { id }
    spaces(sellerId: $seller) { edges { node { id } } } }`;
  const variables = { id: listed, option, seller: toGlobalId('Account', seller.accountId) };

  for (const who of [stranger, anonymous]) {
    expect(await who.ask(read, variables)).toEqual({ space: null, nodes: [null, null, null], spaces: { edges: [] } });
    const existing = await answerTo(who, 'query ($id: ID!) { space(id: $id) { id title } node(id: $id) { id } }', {
      id: listed,
    });
    const none = toGlobalId('Space', randomUUID());
    expect(existing).toEqual(
      await answerTo(who, 'query ($id: ID!) { space(id: $id) { id title } node(id: $id) { id } }', { id: none }),
    );
  }
  for (const who of [seller, await factory.createOperator()]) {
    expect(await who.ask(read, variables)).toEqual({
      space: { id: listed },
      nodes: [listed, option, variables.seller].map((id) => ({ id })),
      spaces: { edges: [{ node: { id: listed } }] },
    });
  }
  const place = async (priceOptionId: string) =>
    (
      await stranger.ask(
        `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on InputInvalid { problems { field message } } } }`,
        { input: { priceOptionIds: [priceOptionId], brief: 'An ad', paymentMethod: 'CASH' } },
      )
    ).placeOrder;
  expect(await place(option)).toMatchObject({ __typename: 'InputInvalid' });
  expect(await place(option)).toEqual(await place(toGlobalId('PriceOption', randomUUID())));
});

test('the idempotency key of one person has no effect for another person', async () => {
  const shared = await factory.createOrder();
  const key = { idempotencyKey: 'the same key' };
  const talk = async (who: TestPerson, text: string, orderId = shared.id) =>
    (await who.ask(say, { input: { orderId, text, ...key } })).sendMessage;

  const first = await talk(shared.seller, 'From the seller');
  const second = await talk(shared.advertiser, 'From the advertiser');

  expect(first).toMatchObject({ text: 'From the seller' });
  expect(second).toMatchObject({
    text: 'From the advertiser',
    number: expect.toSatisfy((number) => number > first.number),
  });
  expect(await talk(shared.seller, 'From the seller')).toEqual(first);
  expect((await talk(stranger, 'From the seller')).__typename).toBe('OrderNotFound');
  expect((await takeStepAs(stranger, shared, 'cancelOrder', { reason: 'Mine', ...key })).__typename).toBe(
    'OrderNotFound',
  );
});

test('the idempotency key of a placed order has no effect for another person', async () => {
  const option = await factory.createPriceOption(await factory.createPerson());
  const place = async (who: TestPerson) =>
    (
      await who.ask(
        'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id viewerRole } } }',
        {
          input: { priceOptionIds: [option], brief: 'An ad', paymentMethod: 'CASH', idempotencyKey: 'one order' },
        },
      )
    ).placeOrder;
  const [one, other] = [await factory.createPerson(), await factory.createPerson()];

  const [first, second] = [await place(one), await place(other)];

  expect(second.id).not.toBe(first.id);
  expect([first.viewerRole, second.viewerRole]).toEqual(['ADVERTISER', 'ADVERTISER']);
  expect(await place(one)).toEqual(first);
});
