/** Placing, listing and reading orders. */
import { beforeAll, describe, expect, test } from 'vitest';
import { orderStatuses } from '../../src/process/order.ts';
import type { ApiClient, Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

const place = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on Order { number status revision brief paymentMethod paymentStatus progress createdAt lastActivityAt
    total { minorUnits currency } items { title price { minorUnits } priceOption { price { minorUnits } } }
    advertiser { name } seller { name } timeline(first: 1) { edges { node { number type actorRole ... on OrderPlacedEntry { brief paymentMethod } } } } }
  ... on InputInvalid { message problems { field message } }
  ... on Refusal { code } } }`;

describe('placing an order', () => {
  test('fixes the prices as they are, opens the timeline and waits for the seller', async () => {
    const [advertiser, seller] = [
      await factory.createPerson({ name: 'Ada' }),
      await factory.createPerson({ name: 'Nora' }),
    ];
    const options = [
      await factory.createPriceOption(seller, { price: 12_345 }),
      await factory.createPriceOption(seller, { price: 55 }),
    ];

    const { placeOrder } = await advertiser.ask(place, {
      input: { priceOptionIds: options, brief: 'Tea.', paymentMethod: 'CASH' },
    });
    await server.app.db.priceOption.updateMany({
      where: { space: { sellerId: seller.accountId } },
      data: { priceMinorUnits: 1n },
    });
    const { order } = await advertiser.ask(
      'query ($number: Int!) { order(number: $number) { total { minorUnits currency } items { price { minorUnits } priceOption { price { minorUnits } } } } }',
      { number: placeOrder.number },
    );

    expect(placeOrder).toMatchObject({
      __typename: 'Order',
      status: 'PENDING',
      revision: 1,
      progress: 10,
      brief: 'Tea.',
      paymentMethod: 'CASH',
      paymentStatus: 'AWAITING_MANUAL_PAYMENT',
      advertiser: { name: 'Ada' },
      seller: { name: 'Nora' },
      timeline: {
        edges: [
          { node: { number: 1, type: 'ORDER_PLACED', actorRole: 'ADVERTISER', brief: 'Tea.', paymentMethod: 'CASH' } },
        ],
      },
    });
    expect(order.total).toEqual({ minorUnits: 12_400, currency: 'EUR' });
    expect(order.items).toEqual(
      [12_345, 55].map((minorUnits) => ({ price: { minorUnits }, priceOption: { price: { minorUnits: 1 } } })),
    );
  });

  test('is refused with a reason for price options that cannot be ordered together or at all', async () => {
    const [advertiser, seller, other] = [
      await factory.createPerson(),
      await factory.createPerson(),
      await factory.createPerson(),
    ];
    const [option, dollars, ofOther, own, unlisted] = [
      await factory.createPriceOption(seller),
      await factory.createPriceOption(seller, { currency: 'USD' }),
      await factory.createPriceOption(other),
      await factory.createPriceOption(advertiser),
      await factory.createPriceOption(seller),
    ];
    await server.app.db.space.updateMany({
      where: { options: { some: { id: Buffer.from(unlisted, 'base64url').toString().slice('PriceOption:'.length) } } },
      data: { status: 'UNLISTED' },
    });

    const refusalOf = async (priceOptionIds: string[], brief = 'Tea.') =>
      (await advertiser.ask(place, { input: { priceOptionIds, brief, paymentMethod: 'CASH' } })).placeOrder;
    const refusals = {
      nothing: await refusalOf([]),
      tooMany: await refusalOf(Array(21).fill(option)),
      currencies: await refusalOf([option, dollars]),
      sellers: await refusalOf([option, ofOther]),
      own: await refusalOf([own]),
      unlisted: await refusalOf([unlisted]),
      unknown: await refusalOf([seller.accountId]),
      blank: await refusalOf([option], '   '),
    };

    for (const refusal of Object.values(refusals)) expect(refusal.__typename).toBe('InputInvalid');
    expect(refusals.currencies.message).toContain('one currency');
    expect(refusals.sellers.message).toContain('one seller');
    expect(refusals.own.message).toContain('your own space');
    expect(refusals.unlisted.message).toBe(refusals.unknown.message);
    expect(refusals.blank.problems).toEqual([{ field: 'brief', message: 'must not be blank' }]);
    expect(await server.app.db.order.count({ where: { advertiserId: advertiser.accountId } })).toBe(0);
  });
});

const list =
  'query ($first: Int, $after: String, $last: Int, $before: String, $filter: OrderFilter) { orders(first: $first, after: $after, last: $last, before: $before, filter: $filter) { edges { cursor node { number status } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }';
const numbersOf = (orders: Data): number[] => orders.edges.map(({ node }: Data) => node.number);
const listed = async (client: ApiClient, filter?: Record<string, unknown>): Promise<number[]> =>
  numbersOf((await client.ask(list, { first: 50, filter })).orders);

describe('the list of orders', () => {
  let seller: TestPerson;
  let orders: TestOrder[];

  beforeAll(async () => {
    // No name of a person or a space begins with such a number.
    await server.app.db.$queryRaw`select setval(pg_get_serial_sequence('"order"', 'number'), 700000)`;
    seller = await factory.createPerson({ name: 'Harbour Daily' });
    orders = [];
    for (const brief of ['Green tea', 'Black tea', 'Espresso', 'Cold brew', 'Herbal tea', 'Cocoa', 'Chai'])
      orders.push(await factory.createOrder({ seller, brief }));
  });

  test('has the newest activity first, and a message moves an order to the top', async () => {
    const before = await listed(seller);
    const oldest = orders[0] as TestOrder;
    await oldest.advertiser.ask(
      'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello?" }) { ... on Message { number } } }',
      { id: oldest.id },
    );
    const after = await listed(seller);

    expect(before).toEqual(orders.map(({ number }) => number).reverse());
    expect(after).toEqual([oldest.number, ...before.filter((number) => number !== oldest.number)]);
  });

  test('is read completely in pages, from either end, without a gap or a double', async () => {
    const all = await listed(seller);
    const forward: number[] = [];
    const backward: number[] = [];

    for (let after: string | null = null, more = true; more; ) {
      const { orders: page }: Data = await seller.ask(list, { first: 3, after });
      forward.push(...numbersOf(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    for (let before: string | null = null, more = true; more; ) {
      const { orders: page }: Data = await seller.ask(list, { last: 3, before });
      backward.unshift(...numbersOf(page));
      before = page.pageInfo.startCursor;
      more = page.pageInfo.hasPreviousPage;
    }

    expect(forward).toEqual(all);
    expect(backward).toEqual(all);
  });

  test('keeps its place when an order of an earlier page moves to the top', async () => {
    const all = await listed(seller);
    const { orders: first } = await seller.ask(list, { first: 3 });
    const moved = orders.find(({ number }) => number === all[1]) as TestOrder;

    await seller.ask(
      'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Soon." }) { ... on Message { number } } }',
      { id: moved.id },
    );
    const { orders: second } = await seller.ask(list, { first: 10, after: first.pageInfo.endCursor });

    expect(numbersOf(second)).toEqual(all.slice(3));
  });

  test.each([
    ['tea', ['Green tea', 'Black tea', 'Herbal tea']],
    ['bla te', ['Black tea']],
    ['harbour esp', ['Espresso']],
    ['nothing of the kind', []],
    ["' & | ! :* (", []],
    ['%', []],
  ])('finds by beginnings of words: %s', async (text, briefs) => {
    const listedNumbers = await listed(seller, { text });

    const expected = orders.filter((_, index) =>
      briefs.includes(['Green tea', 'Black tea', 'Espresso', 'Cold brew', 'Herbal tea', 'Cocoa', 'Chai'][index] ?? ''),
    );
    expect(listedNumbers.toSorted((a, b) => a - b)).toEqual(expected.map(({ number }) => number));
  });

  test('finds an order by its number', async () => {
    const order = orders[4] as TestOrder;

    expect(await listed(seller, { text: String(order.number) })).toEqual([order.number]);
  });
});

test('the list is narrowed by status, by role and by the person who has to act, as in the fields of each order', async () => {
  const [person, other] = [await factory.createPerson(), await factory.createPerson()];
  const all: TestOrder[] = [];
  for (const status of orderStatuses.filter((one) => one !== 'EXPIRED')) {
    all.push(await factory.createOrder({ status, advertiser: person, seller: other }));
    all.push(await factory.createOrder({ status, advertiser: other, seller: person }));
  }
  await takeStepAs(other, all[0] as TestOrder, 'requestFeedback');
  const { orders } = await person.ask(
    '{ orders(first: 50) { edges { node { number status viewerRole needsAttention } } } }',
  );
  const nodes: Data[] = orders.edges.map(({ node }: Data) => node);
  const numbers = (condition: (node: Data) => boolean) => nodes.filter(condition).map(({ number }) => number);

  const answers = {
    paid: await listed(person, { statuses: ['PAYMENT_RECEIVED', 'PROCESSING'] }),
    none: await listed(person, { statuses: [] }),
    buying: await listed(person, { role: 'ADVERTISER' }),
    selling: await listed(person, { role: 'SELLER' }),
    operating: await listed(person, { role: 'OPERATOR' }),
    waiting: await listed(person, { needsAttention: true }),
    resting: await listed(person, { needsAttention: false }),
    sellingAndWaiting: await listed(person, {
      role: 'SELLER',
      needsAttention: true,
      statuses: ['PENDING', 'PROCESSING', 'COMPLETED'],
    }),
  };

  expect(nodes).toHaveLength(all.length);
  expect(answers.paid).toEqual(numbers(({ status }) => status === 'PAYMENT_RECEIVED' || status === 'PROCESSING'));
  expect(answers.none).toEqual([]);
  expect(answers.buying).toEqual(numbers(({ viewerRole }) => viewerRole === 'ADVERTISER'));
  expect(answers.selling).toEqual(numbers(({ viewerRole }) => viewerRole === 'SELLER'));
  expect(answers.operating).toEqual([]);
  expect(answers.waiting).toEqual(numbers(({ needsAttention }) => needsAttention));
  expect(answers.resting).toEqual(numbers(({ needsAttention }) => !needsAttention));
  expect(answers.waiting.length).toBeGreaterThan(0);
  expect(answers.sellingAndWaiting).toEqual(
    numbers(
      ({ viewerRole, needsAttention, status }) =>
        viewerRole === 'SELLER' && needsAttention && ['PENDING', 'PROCESSING', 'COMPLETED'].includes(status),
    ),
  );
});

test('the list is narrowed to orders with unread messages, or to those without', async () => {
  const [person, other] = [await factory.createPerson(), await factory.createPerson()];
  const boughtOrder = await factory.createOrder({ advertiser: person, seller: other });
  const soldOrder = await factory.createOrder({ advertiser: other, seller: person });
  const quiet = await factory.createOrder({ advertiser: person, seller: other });
  const write = async (by: TestPerson, order: TestOrder): Promise<string> =>
    (
      await by.ask(
        'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Soon." }) { ... on Message { number } } }',
        { id: order.id },
      )
    ).sendMessage.number;
  await write(other, boughtOrder);
  const last = await write(other, soldOrder);
  await write(person, quiet);

  expect(await listed(person, { hasUnreadMessages: true })).toEqual([soldOrder.number, boughtOrder.number]);
  expect(await listed(person, { hasUnreadMessages: true, role: 'ADVERTISER' })).toEqual([boughtOrder.number]);
  expect(await listed(person, { hasUnreadMessages: false })).toEqual([quiet.number]);
  expect(await listed(other, { hasUnreadMessages: true })).toEqual([quiet.number]);
  expect(await listed(await factory.createOperator(), { hasUnreadMessages: true })).toEqual([]);

  await person.ask(
    'mutation ($id: ID!, $upTo: Int!) { markRead(input: { orderId: $id, upTo: $upTo }) { ... on Order { id } } }',
    { id: soldOrder.id, upTo: last },
  );
  expect(await listed(person, { hasUnreadMessages: true })).toEqual([boughtOrder.number]);
});

test('an operator lists all orders, and the orders that wait for the operator', async () => {
  const held = await factory.createOrder({ status: 'PROCESSING' });
  await takeStepAs(held.seller, held, 'putOnHold', { reason: 'A word from above, please.', mustAct: 'OPERATOR' });
  const operator = await factory.createOperator();

  const all = await listed(operator);
  const waiting = await listed(operator, { needsAttention: true });

  expect(all).toContain(held.number);
  expect(all.length).toBeGreaterThan(7);
  expect(waiting).toContain(held.number);
  for (const number of waiting) {
    const { order } = await operator.ask('query ($number: Int!) { order(number: $number) { waitingOn } }', { number });
    expect(order.waitingOn).toContain('OPERATOR');
  }
});

test('the spaces of all sellers or of one are read in pages, newest first', async () => {
  const seller = await factory.createPerson();
  for (let count = 0; count < 5; count += 1) await factory.createPriceOption(seller);
  const ask = async (variables: Record<string, unknown>): Promise<Data> =>
    (
      await seller.ask(
        'query ($first: Int, $last: Int, $after: String, $before: String, $sellerId: ID) { spaces(first: $first, last: $last, after: $after, before: $before, sellerId: $sellerId) { edges { node { title seller { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
        variables,
      )
    ).spaces;
  const titles = (page: Data) => page.edges.map(({ node }: Data) => node.title);
  const sellerId = Buffer.from(`Account:${seller.accountId}`).toString('base64url');

  const all = await ask({ first: 50, sellerId });
  const first = await ask({ first: 2, sellerId });
  const second = await ask({ first: 9, after: first.pageInfo.endCursor, sellerId });
  const last = await ask({ last: 2, sellerId });
  const beforeLast = await ask({ last: 9, before: last.pageInfo.startCursor, sellerId });

  expect(titles(all)).toHaveLength(5);
  expect([...titles(first), ...titles(second)]).toEqual(titles(all));
  expect([...titles(beforeLast), ...titles(last)]).toEqual(titles(all));
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
});

test('every operation leaves one line in the log, with its name, its time, its caller and its outcome, and without the texts of people', async () => {
  const order = await factory.createOrder();
  const from = server.logged.length;

  await order.seller.ask(
    'mutation SayIt($id: ID!) { sendMessage(input: { orderId: $id, text: "A secret word." }) { ... on Message { number } } }',
    { id: order.id },
  );
  await order.advertiser.ask(
    'mutation Refused($id: ID!) { requestPayment(input: { orderId: $id }) { ... on Order { number } } }',
    { id: order.id },
  );
  await order.seller.send('query Broken { orders(first: 500) { edges { cursor } } }');
  const stream = order.seller.follow('subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename } }', {
    id: order.id,
  });
  await stream.next();
  stream.stop();
  await expect.poll(() => server.logged.slice(from).filter(({ text }) => text === 'operation').length).toBe(4);

  const lines = server.logged.slice(from).filter(({ text }) => text === 'operation');
  expect(lines.map(({ fields }) => fields)).toEqual([
    { operation: 'SayIt', kind: 'mutation', viewer: 'person', ms: expect.any(Number), outcome: 'ok' },
    { operation: 'Refused', kind: 'mutation', viewer: 'person', ms: expect.any(Number), outcome: 'WRONG_ROLE' },
    { operation: 'Broken', kind: 'query', viewer: 'person', ms: expect.any(Number), outcome: 'PAGE_INVALID' },
    { operation: 'Follow', kind: 'subscription', viewer: 'person', ms: expect.any(Number), outcome: 'ended' },
  ]);
  const everything = JSON.stringify(server.logged);
  expect(everything).not.toContain('secret word');
  expect(everything).not.toContain(order.seller.sessionToken);
});
