/** The work that an order is waiting for, its deadlines, and the consequences when they pass. */
import { describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { adProcess } from '../../src/process/ad.ts';
import { validateDeadlines } from '../../src/process/analyze.ts';
import { orderProcess } from '../../src/process/order.ts';
import { adOf, takeOfAd } from '../support/ads.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, sessionDays: 1_000 });

const overview = `query ($id: ID!) { order(id: $id) { status statusSince expiresAt paymentDueAt promisedFor overdueSince
  proofStatus awaitedActions { role title step since until outcome } actions { step isAllowed blockedReason } } }`;
/** Those that are about the order itself. Its ads wait without a deadline. */
const withoutAds = ({ awaitedActions, ...order }: Data): Data => ({
  ...order,
  awaitedActions: awaitedActions.filter(({ title }: Data) => title !== adProcess.states.DRAFT.task),
});
/** The order as a person sees it, with each time as the number of days from now, to the hour: the clock runs. */
const read = async (person: TestPerson, { id }: TestOrder): Promise<Data> =>
  inDaysFromNow(withoutAds((await person.ask(overview, { id })).order));

const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value);
const inDaysFromNow = (answer: Data): Data =>
  JSON.parse(JSON.stringify(answer), (_name, value: unknown) =>
    isTime(value) ? Math.round((Date.parse(value) - server.clock.now().getTime()) / 3_600_000) / 24 + 0 : value,
  );

async function passDays(days: number): Promise<void> {
  server.clock.advance({ days });
  await fireDueTimers(server.app);
}

/** The moment in a number of days, as the API writes it. */
const inDays = (days: number): string => new Date(server.clock.now().getTime() + days * 86_400_000).toISOString();

const emailsOf = async ({ number }: TestOrder, template: string): Promise<string[]> =>
  (await server.app.db.email.findMany({ where: { order: { number }, template } }))
    .map(({ role }) => String(role))
    .sort();

const entryTypesOf = async ({ number }: TestOrder): Promise<string[]> =>
  (await server.app.db.logEntry.findMany({ where: { order: { number } }, orderBy: { number: 'asc' } })).map(
    ({ type }) => type,
  );

describe('the deadlines of the table', () => {
  test('exist for every state that waits for a role, and for every recommended step that has an end', () => {
    expect(validateDeadlines(orderProcess)).toEqual([]);
  });

  test.each([
    ['a state without a task', { ...orderProcess.states.PENDING, task: undefined }, 'PENDING must have a task'],
    ['a state that waits for no role', { title: 'Waiting' }, 'PENDING must have one deadline'],
  ])('are faulty with %s', (_name, state, fault) => {
    const states = { ...orderProcess.states, PENDING: state };
    // The compiler knows that the real table has none of these faults.
    const faulty = { ...orderProcess, states } as unknown as Parameters<typeof validateDeadlines>[0];

    expect(validateDeadlines(faulty).join()).toContain(fault);
  });

  test.each([
    ['PENDING', 'SELLER', 14, 'The order expires.'],
    ['FEEDBACK_REQUIRED', 'ADVERTISER', 14, 'The order expires.'],
    ['FEEDBACK_PROVIDED', 'SELLER', 14, 'The order expires.'],
    ['PAYMENT_REQUIRED', 'ADVERTISER', 14, 'The order expires.'],
    ['PAYMENT_RECEIVED', 'SELLER', 7, 'The delay is reported to an operator.'],
    ['PROCESSING', 'SELLER', 30, 'The delay is reported to an operator.'],
    ['DISPUTED', 'OPERATOR', 14, 'The delay is reported to an operator.'],
  ] as const)('say in %s that the %s has %i days', async (status, role, days, outcome) => {
    const order = await factory.createOrder({ status });

    const [seen, other] = [await read(order.advertiser, order), await read(order.seller, order)];

    expect(seen.awaitedActions).toEqual([
      { role, title: expect.any(String), step: null, since: seen.statusSince, until: days, outcome },
    ]);
    expect(other.awaitedActions).toEqual(seen.awaitedActions);
    expect(seen.statusSince).toBe(0);
    expect(seen.expiresAt).toBe(outcome === 'The order expires.' ? days : null);
  });

  test('name for a completed order who has to do what: proof, ratings, and later the survey', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });

    const early = await read(order.seller, order);
    await passDays(7);
    const later = await read(order.advertiser, order);

    expect(early.awaitedActions).toMatchObject([
      { role: 'SELLER', step: 'SUBMIT_PROOF', since: 0, until: 28 },
      { role: 'ADVERTISER', step: 'RATE_COLLABORATION', until: 14 },
      { role: 'SELLER', step: 'RATE_COLLABORATION', until: 14 },
    ]);
    expect(later.awaitedActions.at(-1)).toMatchObject({
      ...{ role: 'ADVERTISER', step: 'ANSWER_METRICS_SURVEY', until: 14 },
      outcome: 'The survey ends without an answer.',
    });
  });

  test('pause while an order is on hold, and continue with the remaining time', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await passDays(10);
    await takeStepAs(order.seller, order, 'putOnHold', { reason: 'The printer is ill.', mustAct: 'ADVERTISER' });
    const held = await read(order.seller, order);
    await passDays(5);
    await takeStepAs(order.seller, order, 'resumeOrder');
    const resumed = await read(order.seller, order);

    expect(held.awaitedActions).toMatchObject([{ role: 'ADVERTISER', until: 30 }]);
    expect(resumed.awaitedActions).toMatchObject([{ role: 'SELLER', since: 0, until: 20 }]);
  });
});

describe('when a deadline passes', () => {
  test('an order whose question was answered expires like one that was never answered', async () => {
    const order = await factory.createOrder({ status: 'FEEDBACK_PROVIDED' });

    await passDays(13);
    const before = await read(order.seller, order);
    await passDays(1);

    expect(before.status).toBe('FEEDBACK_PROVIDED');
    expect((await read(order.seller, order)).status).toBe('EXPIRED');
    expect(await emailsOf(order, 'order-expires-soon')).toEqual(['advertiser', 'seller']);
    expect(await emailsOf(order, 'order-expired')).toEqual(['advertiser', 'seller']);
  });

  test.each([
    ['PAYMENT_RECEIVED', 7, 'seller'],
    ['PROCESSING', 30, 'seller'],
    ['DISPUTED', 14, 'operator'],
  ] as const)('in %s, the delay is reported to an operator once, after a reminder', async (status, days, awaited) => {
    const order = await factory.createOrder({ status });
    const others = { isOperator: true, id: { not: order.operator.accountId } };
    await server.app.db.account.updateMany({ where: others, data: { isOperator: false } });

    await passDays(days - 2);
    const reminded = await emailsOf(order, 'order-due-soon');
    await passDays(1);
    const early = await read(order.operator, order);
    await passDays(1);
    const late = await read(order.operator, order);
    await passDays(60);

    expect(reminded).toEqual([awaited]);
    expect(early.overdueSince).toBeNull();
    expect(late).toMatchObject({ status, overdueSince: 0 });
    expect(late.awaitedActions).toContainEqual(
      expect.objectContaining({ role: 'OPERATOR', title: 'Find out why the order is late', since: 0 }),
    );
    expect(await emailsOf(order, 'order-delayed')).toEqual(['advertiser', 'operator', 'seller']);
    expect((await entryTypesOf(order)).filter((type) => type === 'reportDelay')).toHaveLength(1);
    const { operatorQueue } = await order.operator.ask(
      '{ operatorQueue(first: 50) { edges { node { subject { ... on Order { id } } } } } }',
    );
    expect(operatorQueue.edges.map(({ node }: Data) => node.subject.id)).toContain(order.id);
  });

  test('an order that moves on is no longer late, and one that returns to a late status has a deadline again', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await passDays(30);
    await takeStepAs(order.seller, order, 'putOnHold', { reason: 'The printer is ill.', mustAct: 'SELLER' });
    const held = await read(order.seller, order);
    await takeStepAs(order.seller, order, 'resumeOrder');
    const resumed = await read(order.seller, order);

    expect(held.overdueSince).toBeNull();
    expect(resumed.awaitedActions).toMatchObject([{ role: 'SELLER', until: 30 }]);
    await takeStepAs(order.seller, order, 'completeOrder');
    expect((await read(order.seller, order)).overdueSince).toBeNull();
  });

  test('a promised date that has passed does not count when an order returns to its status', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
    await takeStepAs(order.seller, order, 'startProcessing', { promisedFor: inDays(5) });
    await passDays(8);
    await takeStepAs(order.seller, order, 'putOnHold', { reason: 'The printer is ill.', mustAct: 'SELLER' });
    await takeStepAs(order.seller, order, 'resumeOrder');

    expect(await read(order.seller, order)).toMatchObject({
      ...{ promisedFor: -3, overdueSince: null },
      awaitedActions: [{ role: 'SELLER', until: 30 }],
    });
  });

  test('the proof counts as missing, both parties are notified, and it can still be submitted', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });

    await passDays(28);
    const missing = await read(order.advertiser, order);
    const answer = await takeStepAs(order.seller, order, 'submitProof', { link: 'https://example.com/proof' });

    expect(missing.proofStatus).toBe('MISSING');
    expect(missing.awaitedActions.map(({ step }: Data) => step)).not.toContain('SUBMIT_PROOF');
    expect(await emailsOf(order, 'proof-missing')).toEqual(['advertiser', 'seller']);
    expect(answer.__typename).toBe('Order');
    expect((await read(order.advertiser, order)).proofStatus).toBe('SUBMITTED');
  });
});

describe('an agreed date replaces the general period', () => {
  test.each([
    [30, 33],
    [2, 5],
  ])('a payment that is due in %i days expires in %i days', async (dueDays, days) => {
    const order = await factory.createOrder();
    await takeStepAs(order.seller, order, 'requestPayment', { dueAt: inDays(dueDays) });

    const requested = await read(order.advertiser, order);
    expect(requested).toMatchObject({ paymentDueAt: dueDays, expiresAt: days });
    await passDays(days - 1);
    expect((await read(order.advertiser, order)).status).toBe('PAYMENT_REQUIRED');
    await passDays(1);
    expect((await read(order.advertiser, order)).status).toBe('EXPIRED');
  });

  test('a withdrawn request takes its date along', async () => {
    const order = await factory.createOrder();
    await takeStepAs(order.seller, order, 'requestPayment', { dueAt: inDays(2) });
    await takeStepAs(order.seller, order, 'withdrawPaymentRequest');

    expect(await read(order.seller, order)).toMatchObject({ paymentDueAt: null, expiresAt: 14 });
    await takeStepAs(order.seller, order, 'requestPayment');
    expect(await read(order.seller, order)).toMatchObject({ paymentDueAt: null, expiresAt: 14 });
  });

  test.each([
    [60, 63],
    [5, 8],
  ])('work that is promised in %i days is late after %i days', async (promisedDays, days) => {
    const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
    await takeStepAs(order.seller, order, 'startProcessing', { promisedFor: inDays(promisedDays) });

    const started = await read(order.advertiser, order);
    await passDays(days - 1);
    const before = await read(order.advertiser, order);
    await passDays(1);

    expect(started.promisedFor).toBe(promisedDays);
    expect(before.overdueSince).toBeNull();
    expect((await read(order.advertiser, order)).overdueSince).toBe(0);
  });

  test('what was agreed at short notice has no reminder on the same day', async () => {
    const order = await factory.createOrder();
    await takeStepAs(order.seller, order, 'requestPayment', { dueAt: new Date(server.clock.now().getTime() + 1_000) });
    await fireDueTimers(server.app);

    expect(await emailsOf(order, 'order-expires-soon')).toEqual([]);
  });

  test.each([
    ['requestPayment', 'PENDING', 'dueAt', -1],
    ['requestPayment', 'PENDING', 'dueAt', 731],
    ['startProcessing', 'PAYMENT_RECEIVED', 'promisedFor', -1],
    ['startProcessing', 'PAYMENT_RECEIVED', 'promisedFor', 731],
  ] as const)('%s in %s refuses a value of %s that is %i days away', async (step, status, field, days) => {
    const order = await factory.createOrder({ status });

    const answer = await takeStepAs(order.seller, order, step, { [field]: inDays(days) });

    expect(answer).toMatchObject({
      __typename: 'InputInvalid',
      problems: [{ field, message: 'must be in the future, at most 730 days from now' }],
    });
    expect((await read(order.seller, order)).status).toBe(status);
  });
});

describe('a party can remind the other one', () => {
  const reminder = async (person: TestPerson, order: TestOrder) =>
    (await read(person, order)).actions.find(({ step }: Data) => step === 'SEND_REMINDER');

  test('once a day, while the order is waiting for it', async () => {
    const order = await factory.createOrder();

    const first = await takeStepAs(order.advertiser, order, 'sendReminder');
    const blocked = await reminder(order.advertiser, order);
    const again = await takeStepAs(order.advertiser, order, 'sendReminder');
    server.clock.advance({ days: 1 });
    const nextDay = await takeStepAs(order.advertiser, order, 'sendReminder');

    expect([first.__typename, nextDay.__typename]).toEqual(['Order', 'Order']);
    expect(again).toMatchObject({
      __typename: 'StepNotAllowed',
      code: 'CONDITION_NOT_MET',
      message: blocked.blockedReason,
    });
    expect(blocked).toMatchObject({ isAllowed: false, blockedReason: expect.stringContaining('again from') });
    expect(await emailsOf(order, 'reminder')).toEqual(['seller', 'seller']);
  });

  test('but not if the order is waiting for the party itself, or for the operator', async () => {
    const order = await factory.createOrder();
    await takeOfAd(order.seller, { id: await adOf(order) }, 'publishAdDirectly');
    const disputed = await factory.createOrder({ status: 'DISPUTED' });
    const refused = { isAllowed: false, blockedReason: 'The order is not waiting for the other party.' };

    expect(await reminder(order.seller, order)).toMatchObject(refused);
    expect(await reminder(disputed.advertiser, disputed)).toMatchObject(refused);
    expect(await reminder(disputed.seller, disputed)).toMatchObject(refused);
  });

  test('of two reminders at the same time on two instances, one is sent', async () => {
    const order = await factory.createOrder();
    const onSecond = apiClient(second.url, order.advertiser.sessionToken);

    const answers = await Promise.all([
      takeStepAs(order.advertiser, order, 'sendReminder'),
      takeStepAs(onSecond, order, 'sendReminder'),
    ]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Order', 'StepNotAllowed']);
    expect(await emailsOf(order, 'reminder')).toEqual(['seller']);
  });

  test('and does not move the deadline with it', async () => {
    const order = await factory.createOrder();
    await passDays(10);
    await takeStepAs(order.advertiser, order, 'sendReminder');

    expect(await read(order.seller, order)).toMatchObject({
      expiresAt: 4,
      statusSince: -10,
    });
  });
});
