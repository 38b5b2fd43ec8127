/** The same calls run at the same time on two instances. */
import { expect, test } from 'vitest';
import { orderRow, orderSteps } from '../../src/process/order.ts';
import { apiClient, type Data } from '../support/client.ts';
import { sampleInput, type TestOrder, takeStepAs } from '../support/factory.ts';
import { watchInvariants } from '../support/invariants.ts';
import { pick, seededRandom } from '../support/random.ts';
import { useServer } from '../support/use-server.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const { server, second, factory } = useServer({ instances: 2 });

/** The same person as a client of the second instance. */
const onSecond = (person: { sessionToken: string }) => apiClient(second.url, person.sessionToken);

const numbersOf = async (order: TestOrder): Promise<number[]> => {
  const entries = await server.app.db.logEntry.findMany({
    where: { order: { number: order.number } },
    orderBy: { number: 'asc' },
  });
  return entries.map(({ number }) => number);
};

test.each(upTo(5))('of two racing steps exactly one wins, and the other gets a typed refusal (race %i)', async () => {
  const order = await factory.createOrder();

  const answers = await Promise.all([
    takeStepAs(order.seller, order, 'requestPayment'),
    takeStepAs(onSecond(order.seller), order, 'rejectOrder'),
  ]);

  const kinds = answers.map(({ __typename }) => __typename).sort();
  const { status } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
  expect(kinds).toEqual(['Order', 'StepNotAllowed']);
  expect(answers.find(({ __typename }) => __typename === 'StepNotAllowed')?.current).toMatchObject({
    status,
    revision: 2,
  });
});

test('of twenty calls of one step that can be taken once, exactly one wins', async () => {
  const order = await factory.createOrder();

  const answers = await Promise.all(
    upTo(20).map((index) => takeStepAs(index % 2 ? order.seller : onSecond(order.seller), order, 'requestPayment')),
  );

  expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(1);
  expect(answers.filter(({ __typename }) => __typename === 'StepNotAllowed')).toHaveLength(19);
  expect(await server.app.db.payment.count({ where: { order: { number: order.number } } })).toBe(1);
});

test('a step that expects an older revision is refused with the current revision', async () => {
  const order = await factory.createOrder();
  await takeStepAs(order.seller, order, 'requestFeedback');

  const stale = await takeStepAs(order.advertiser, order, 'provideFeedback', {
    kind: 'APPROVAL',
    answer: 'Yes.',
    expectedRevision: 1,
  });
  const fresh = await takeStepAs(order.advertiser, order, 'provideFeedback', {
    kind: 'APPROVAL',
    answer: 'Yes.',
    expectedRevision: 2,
  });

  expect(stale).toMatchObject({
    __typename: 'StaleRevision',
    recovery: 'CORRECTABLE',
    expectedRevision: 1,
    current: {
      status: 'FEEDBACK_REQUIRED',
      revision: 2,
      allowedSteps: ['PROVIDE_FEEDBACK', 'CANCEL_ORDER', 'PROPOSE_OFFER'],
    },
  });
  expect(fresh).toMatchObject({ __typename: 'Order', revision: 3 });
});

test('the same idempotency key takes a step once, also when both calls run at the same time', async () => {
  const order = await factory.createOrder();
  const input = { question: 'Which one?', idempotencyKey: 'ask-once' };

  const answers = await Promise.all(
    upTo(6).map((index) =>
      takeStepAs(index % 2 ? order.seller : onSecond(order.seller), order, 'requestFeedback', input),
    ),
  );
  const later = await takeStepAs(order.seller, order, 'requestFeedback', input);
  const changed = await takeStepAs(order.seller, order, 'requestFeedback', { ...input, question: 'Another?' });

  for (const answer of [...answers, later])
    expect(answer).toMatchObject({ __typename: 'Order', revision: 2, status: 'FEEDBACK_REQUIRED' });
  expect(changed).toMatchObject({ __typename: 'IdempotencyKeyReused' });
});

test('one key for two orders at the same time takes only one of the steps', async () => {
  const first = await factory.createOrder();
  const other = await factory.createOrder({ seller: first.seller });

  const answers = await Promise.all(
    [first, other].map((order) => takeStepAs(order.seller, order, 'requestPayment', { idempotencyKey: 'one-for-two' })),
  );

  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['IdempotencyKeyReused', 'Order']);
});

test('the same idempotency key places one order, also when all calls run at the same time', async () => {
  const [advertiser, seller] = [await factory.createPerson(), await factory.createPerson()];
  const input = {
    priceOptionIds: [await factory.createPriceOption(seller)],
    brief: 'Tea.',
    paymentMethod: 'CASH',
    idempotencyKey: 'place-once',
  };
  const place = (client: { ask: (query: string, variables: Data) => Promise<Data> }, changes = {}) =>
    client.ask(
      'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Order { number } } }',
      { input: { ...input, ...changes } },
    );

  const answers = await Promise.all(upTo(6).map((index) => place(index % 2 ? advertiser : onSecond(advertiser))));
  const changed = await place(advertiser, { brief: 'Coffee.' });

  expect(new Set(answers.map(({ placeOrder }) => placeOrder.number)).size).toBe(1);
  expect(await server.app.db.order.count({ where: { advertiserId: advertiser.accountId } })).toBe(1);
  expect(changed.placeOrder.__typename).toBe('IdempotencyKeyReused');
});

const say =
  'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on Message { number text } ... on Refusal { code } } }';

test('the same idempotency key sends a message once, also when all calls run at the same time', async () => {
  const order = await factory.createOrder();
  const input = { orderId: order.id, text: 'Hello?', idempotencyKey: 'hello' };

  const answers = await Promise.all(
    upTo(8).map((index) => (index % 2 ? order.seller : onSecond(order.seller)).ask(say, { input })),
  );
  const changed = await order.seller.ask(say, { input: { ...input, text: 'Hello!' } });
  const byOther = await order.advertiser.ask(say, { input });

  expect(new Set(answers.map(({ sendMessage }) => `${sendMessage.number} ${sendMessage.text}`)).size).toBe(1);
  expect(changed.sendMessage.__typename).toBe('IdempotencyKeyReused');
  expect(byOther.sendMessage, "another person's key is another key").toMatchObject({ __typename: 'Message' });
  expect(await server.app.db.message.count({ where: { entry: { order: { number: order.number } } } })).toBe(2);
});

test('a key that took a step does not send a message, and the key of a message takes no step', async () => {
  const order = await factory.createOrder();
  await takeStepAs(order.seller, order, 'requestFeedback', { question: 'Tea or coffee?', idempotencyKey: 'mixed' });
  await order.advertiser.ask(say, { input: { orderId: order.id, text: 'Tea.', idempotencyKey: 'mixed' } });

  const message = await order.seller.ask(say, {
    input: { orderId: order.id, text: 'Tea or coffee?', idempotencyKey: 'mixed' },
  });
  const step = await takeStepAs(order.advertiser, order, 'provideFeedback', {
    kind: 'INFORMATION',
    answer: 'Tea.',
    idempotencyKey: 'mixed',
  });

  expect(message.sendMessage.__typename).toBe('IdempotencyKeyReused');
  expect(step.__typename).toBe('IdempotencyKeyReused');
});

test('a timeline has no gap and no double while all people send messages and take steps', async () => {
  const order = await factory.createOrder();

  await Promise.all([
    ...upTo(20).map((index) =>
      (index % 2 ? order.seller : onSecond(order.seller)).ask(say, { input: { orderId: order.id, text: `s${index}` } }),
    ),
    ...upTo(20).map((index) =>
      (index % 2 ? order.advertiser : onSecond(order.advertiser)).ask(say, {
        input: { orderId: order.id, text: `a${index}` },
      }),
    ),
    takeStepAs(order.seller, order, 'requestFeedback'),
    takeStepAs(onSecond(order.seller), order, 'requestFeedback'),
  ]);

  const numbers = await numbersOf(order);
  expect(numbers).toEqual(upTo(numbers.length));
  expect(numbers.length).toBeGreaterThanOrEqual(42);
});

test('an effect that fails rolls everything back: entry, status, timers and mails', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
  const { reference } = await server.app.db.payment.findFirstOrThrow({ where: { order: { number: order.number } } });
  await takeStepAs(order.operator, order, 'overrideOrderStatus', { status: 'PAYMENT_REQUIRED', reason: 'Paid twice?' });
  const snapshot = async () => ({
    order: await server.app.db.order.findUnique({
      where: { number: order.number },
      select: { status: true, revision: true, paymentStatus: true },
    }),
    entries: await server.app.db.logEntry.count({
      where: { order: { number: order.number }, type: { notIn: ['emailSent'] } },
    }),
    timers: await server.app.db.timer.findMany({ where: { order: { number: order.number } }, orderBy: { id: 'asc' } }),
    mails: await server.app.db.email.count({ where: { order: { number: order.number } } }),
    payments: await server.app.db.payment.findMany({
      where: { order: { number: order.number } },
      orderBy: { id: 'asc' },
    }),
  });
  const before = await snapshot();

  const again = await takeStepAs(order.seller, order, 'confirmPayment', { reference });
  const tooMuch = await takeStepAs(order.seller, order, 'confirmPayment', {
    reference: 'new',
    amount: { minorUnits: 1_000_000, currency: 'EUR' },
  });
  const otherCurrency = await takeStepAs(order.seller, order, 'confirmPayment', {
    reference: 'new',
    amount: { minorUnits: 10_000, currency: 'USD' },
  });

  expect(again.__typename).toBe('ReferenceAlreadyCounted');
  expect(tooMuch).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'amount' }] });
  expect(otherCurrency).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'amount' }] });
  expect(await snapshot()).toEqual(before);
});

test('two instances fire a timer once', async () => {
  const order = await factory.createOrder();
  server.clock.advance({ days: 14, ms: 1_000 });
  const { fireDueTimers } = await import('../../src/orders/fire-timers.ts');

  await Promise.all([fireDueTimers(server.app), fireDueTimers(second.app), fireDueTimers(server.app)]);

  const expired = await server.app.db.logEntry.count({
    where: { order: { number: order.number }, type: 'expireOrder' },
  });
  expect(expired).toBe(1);
});

test('a random walk keeps the invariants of every step', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  console.log(`random walk with SEED=${seed}`);
  const random = seededRandom(seed);
  const order = await factory.createOrder();
  const check = await watchInvariants(server, order);

  for (let count = 0; count < 60; count += 1) {
    const [step, row] = pick(
      random,
      orderSteps.filter(([, one]) => one.from.length > 0 && one.by.some((role) => role !== 'system')),
    );
    const role = pick(random, ['advertiser', 'seller', 'operator'] as const);
    const answer = await takeStepAs(order[role], order, step, {
      ...sampleInput(row),
      ...(step === 'overrideOrderStatus'
        ? { status: pick(random, orderRow(step).input?.['status']?.values ?? []) }
        : {}),
    });
    if (random() < 0.3) await order[role].ask(say, { input: { orderId: order.id, text: `message ${count}` } });
    await check(answer, `${count}: ${role} ${step}, SEED=${seed}`);
  }
});
