/** Monthly spaces: the next payment, the order that it sets up, stopped renewals, and missed payments. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expireDueAds } from '../../src/ads/expire-ads.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { dayMs } from '../../src/platform/clock.ts';
import { monthAfter } from '../../src/platform/months.ts';
import { renewDueOrders } from '../../src/renewals/renew-due.ts';
import { adOf, createPlacement, publish, submit } from '../support/ads.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type OrderOptions, oneMonth, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import type { TestServer } from '../support/server.ts';
import { paymentsVia, type StripeService, startStripeService } from '../support/stripe-service.ts';
import { useServer } from '../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService({ now: () => server.clock.now() });
});
afterAll(() => stripe.stop());

const { server, second, factory } = useServer({
  instances: 2,
  config: () => ({ payments: paymentsVia(stripe, { methods: ['BANK_TRANSFER', 'TEST', 'CARD'] }) }),
  sessionDays: 1_000,
});

/** Advances the clock day by day, and runs the tasks of each day. */
async function pass(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    server.clock.advance({ days: 1 });
    await Promise.all([fireDueTimers(server.app), expireDueAds(server.app), renewDueOrders(server.app)]);
  }
}

const createMonthlyOrder = (options: Partial<OrderOptions> = {}) =>
  factory.createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth, ...options });

const query = `query ($id: ID!) { order(id: $id) {
  id number status paymentStatus brief total { minorUnits } amountPaid { minorUnits } waitingOn nextSteps { step title url }
  items { title price { minorUnits } priceOption { id } } ads { id name status html endsAt placement { id } }
  renewal { status periodEndsAt payment { status amount { minorUnits } dueAt checkoutUrl } }
  payments { status receipts { reference } }
  predecessor { number } successor { id number }
  timeline(first: 50) { edges { node { type actorRole fromStatus toStatus
    ... on OrderPlacedEntry { predecessorId } ... on OrderRenewedEntry { reference successorId } } } } } }`;

/** The order as this person sees it, with all entries except those of mails. */
async function look(person: TestPerson, { id }: { id: string }): Promise<Data> {
  const { order } = await person.ask(query, { id });
  const entries: Data[] = order.timeline.edges
    .map(({ node }: Data) => node)
    .filter(({ type }: Data) => !type.startsWith('EMAIL'));
  return { ...order, entries, types: entries.map(({ type }) => type) };
}

/** Advances the clock until the payment for the next month is requested, and returns the order. */
async function passUntilRequested(order: TestOrder): Promise<Data> {
  const { db } = server.app;
  const { renewalNextAt } = await db.order.findUniqueOrThrow({ where: { number: order.number } });
  const daysLeft = ((renewalNextAt?.getTime() ?? 0) - server.clock.now().getTime()) / dayMs;
  await pass(Math.ceil(daysLeft));
  return look(order.seller, order);
}

/** The order of the next month, with the people of this one. */
async function successorOf(order: TestOrder): Promise<TestOrder> {
  const { successor } = await look(order.seller, order);
  expect(successor, 'it has a successor').not.toBeNull();
  return { ...order, ...successor };
}

const countOrders = (order: TestOrder) =>
  server.app.db.order.count({ where: { advertiserId: order.advertiser.accountId } });

/** The mails about an order, by template and recipient. */
async function mailsAbout({ number }: { number: number }): Promise<string[]> {
  const mails = await server.app.db.email.findMany({ where: { order: { number } } });
  return mails.map(({ template, role }) => `${template} ${role}`).sort();
}

/** The page of the payment for the next month, as soon as the advertiser has it. */
async function pageOf(order: TestOrder): Promise<string> {
  const read = async () => (await look(order.advertiser, order)).renewal.payment?.checkoutUrl;
  await expect.poll(read).toEqual(expect.any(String));
  return read();
}

/** Presses a button on the page of a test payment, on this instance. */
const press = (page: string, action: 'pay' | 'fail', { url }: TestServer = server) =>
  fetch(`${url}${new URL(page).pathname}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `action=${action}`,
  });

describe('a month', () => {
  test.each([
    ['2026-01-15T08:30:00Z', 15, '2026-02-15T08:30:00Z'],
    ['2026-01-31T08:30:00Z', 31, '2026-02-28T08:30:00Z'],
    ['2026-02-28T08:30:00Z', 31, '2026-03-31T08:30:00Z'],
    ['2028-01-30T23:59:59Z', 30, '2028-02-29T23:59:59Z'],
    ['2026-03-31T00:00:00Z', 31, '2026-04-30T00:00:00Z'],
    ['2026-12-31T12:00:00Z', 31, '2027-01-31T12:00:00Z'],
  ])('that begins at %s, for the day %i, ends at %s', (begin, day, end) => {
    expect(monthAfter(new Date(begin), day, 'UTC')).toEqual(new Date(end));
  });

  test.each([
    // Tokyo has no summer time, and the 31st there begins on the 30th in UTC.
    ['Asia/Tokyo', '2027-01-30T15:30:00Z', 31, '2027-02-27T15:30:00Z'],
    ['Asia/Tokyo', '2028-01-30T15:30:00Z', 31, '2028-02-28T15:30:00Z'],
    ['Asia/Kolkata', '2028-01-28T18:45:00Z', 29, '2028-02-28T18:45:00Z'],
    ['Asia/Kathmandu', '2026-12-30T18:20:00Z', 31, '2027-01-30T18:20:00Z'],
    ['America/New_York', '2028-02-01T04:30:00Z', 31, '2028-03-01T04:30:00Z'],
    // The local time stays the same when summer time begins; a skipped one is later.
    ['America/New_York', '2027-02-20T15:00:00Z', 20, '2027-03-20T14:00:00Z'],
    ['Europe/Berlin', '2027-02-28T01:30:00Z', 28, '2027-03-28T01:30:00Z'],
    ['Pacific/Apia', '2026-12-30T11:30:00Z', 31, '2027-01-30T11:30:00Z'],
  ])('in %s that begins at %s, for the day %i, ends at %s', (timeZone, begin, day, end) => {
    expect(monthAfter(new Date(begin), day, timeZone)).toEqual(new Date(end));
  });

  test('begins when the payment is received, and only for orders with a monthly item', async () => {
    const [monthly, other, unpaid] = [
      await createMonthlyOrder(),
      await factory.createOrder({ status: 'PAYMENT_RECEIVED' }),
      await createMonthlyOrder({ status: 'PAYMENT_REQUIRED' }),
    ];

    const [{ renewal }, ...rest] = await Promise.all([monthly, other, unpaid].map((one) => look(one.seller, one)));

    const now = server.clock.now();
    const end = new Date(renewal.periodEndsAt).getTime();
    expect(renewal).toMatchObject({ status: 'ACTIVE', payment: null });
    expect(Math.abs(end - monthAfter(now, now.getUTCDate(), 'UTC').getTime())).toBeLessThan(60_000);
    for (const one of rest) expect(one.renewal).toEqual({ status: 'NONE', periodEndsAt: null, payment: null });
  });
});

describe('the next month, paid manually', () => {
  test('is requested before the month ends, and both parties have a next step', async () => {
    const order = await createMonthlyOrder();

    await pass(20);
    const early = await look(order.seller, order);
    const seller = await passUntilRequested(order);

    const advertiser = await look(order.advertiser, order);
    const daysLeft = (Date.parse(seller.renewal.periodEndsAt) - server.clock.now().getTime()) / dayMs;
    expect(early.renewal.payment).toBeNull();
    expect(Math.round(daysLeft)).toBeGreaterThanOrEqual(6);
    expect(seller).toMatchObject({
      status: 'PAYMENT_RECEIVED',
      paymentStatus: 'PAID',
      // The seller has not started the paid order in time.
      waitingOn: ['SELLER', 'ADVERTISER', 'OPERATOR'],
    });
    expect(seller.renewal.payment).toMatchObject({
      amount: { minorUnits: 10_000 },
      dueAt: seller.renewal.periodEndsAt,
    });
    expect(seller.nextSteps).toContainEqual(expect.objectContaining({ step: 'RENEW_ORDER' }));
    expect(advertiser.nextSteps).toContainEqual({ step: null, title: 'Pay for the next month', url: null });
    expect(await mailsAbout(order)).toEqual(
      expect.arrayContaining(['renewal-payment-due advertiser', 'renewal-payment-expected seller']),
    );
  });

  test('sets up an order with the same details when it is confirmed, and the old order is unchanged', async () => {
    const order = await createMonthlyOrder({ brief: 'Tea, all year.' });
    const before = await passUntilRequested(order);

    const answer = await takeStepAs(order.seller, order, 'renewOrder', { reference: 'transfer 2' });

    const [old, next] = [await look(order.seller, order), await look(order.seller, await successorOf(order))];
    expect(answer).toMatchObject({ __typename: 'Order', status: 'PAYMENT_RECEIVED' });
    expect(next).toMatchObject({
      ...{ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID', amountPaid: { minorUnits: 10_000 }, total: before.total },
      ...{ brief: 'Tea, all year.', items: before.items, predecessor: { number: order.number } },
      payments: [{ status: 'RECEIVED', receipts: [{ reference: 'transfer 2' }] }],
      renewal: { status: 'ACTIVE', payment: null },
    });
    expect(next.entries).toMatchObject([
      { type: 'ORDER_PLACED', actorRole: 'SYSTEM', toStatus: 'PENDING', predecessorId: order.id },
      { type: 'PAYMENT_RECEIVED', actorRole: 'SELLER', fromStatus: 'PENDING', toStatus: 'PAYMENT_RECEIVED' },
    ]);
    const end = monthAfter(
      new Date(before.renewal.periodEndsAt),
      new Date(before.renewal.periodEndsAt).getUTCDate(),
      'UTC',
    );
    expect(Math.abs(Date.parse(next.renewal.periodEndsAt) - end.getTime())).toBeLessThan(4 * dayMs);
    expect(old).toMatchObject({
      status: 'PAYMENT_RECEIVED',
      amountPaid: { minorUnits: 10_000 },
      paymentStatus: 'PAID',
    });
    expect(old.renewal).toMatchObject({ status: 'ENDED', payment: null });
    expect(old.entries.at(-1)).toMatchObject({ type: 'ORDER_RENEWED', reference: 'transfer 2', successorId: next.id });
    for (const one of [order, await successorOf(order)]) await expectBooksInOrder(server, one, 'renewed');
    expect((await mailsAbout(order)).filter((mail) => mail.startsWith('order-renewed'))).toHaveLength(2);
    expect(await mailsAbout(next)).toEqual([
      'ad-setup advertiser',
      'payment-received advertiser',
      'payment-received seller',
    ]);
  });

  test('makes one order, however often and on however many instances it is confirmed at the same time', async () => {
    const order = await createMonthlyOrder();
    await passUntilRequested(order);
    const onSecond = { ...order.seller, ...apiClient(second.url, order.seller.sessionToken) };

    const answers = await Promise.all(
      [order.seller, onSecond, order.seller, onSecond].map((one) =>
        takeStepAs(one, order, 'renewOrder', { reference: 'once' }),
      ),
    );
    const later = await takeStepAs(order.operator, order, 'renewOrder', { reference: 'another' });

    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(1);
    expect(later).toMatchObject({ __typename: 'StepNotAllowed', code: 'CONDITION_NOT_MET' });
    expect(await countOrders(order)).toBe(2);
  });

  test('is not paid by the payment of the month before or by a different sum, and the same idempotency key renews once', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED', bought: oneMonth });
    await takeStepAs(order.seller, order, 'confirmPayment', { reference: 'transfer 1' });
    await passUntilRequested(order);

    const old = await takeStepAs(order.seller, order, 'renewOrder', { reference: 'transfer 1' });
    const wrong = await takeStepAs(order.seller, order, 'renewOrder', {
      reference: 'transfer 2',
      amount: { minorUnits: 1, currency: 'EUR' },
    });
    const count = await countOrders(order);
    const keyed = { reference: 'transfer 2', idempotencyKey: 'renew' };
    const answers = [
      await takeStepAs(order.seller, order, 'renewOrder', keyed),
      await takeStepAs(order.seller, order, 'renewOrder', keyed),
    ];

    expect(old.__typename).toBe('ReferenceAlreadyCounted');
    expect(wrong).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'amount' }] });
    expect(count).toBe(1);
    expect(answers.map(({ __typename }) => __typename)).toEqual(['Order', 'Order']);
    expect(await countOrders(order)).toBe(2);
  });
});

describe('the next month, paid by a link', () => {
  test('is paid once on the page of a test payment, although the payment is reported several times on two instances', async () => {
    const order = await createMonthlyOrder({ paymentMethod: 'TEST' });
    await passUntilRequested(order);
    const page = await pageOf(order);
    const { nextSteps } = await look(order.advertiser, order);

    await Promise.all([press(page, 'pay'), press(page, 'pay', second), press(page, 'pay')]);

    const next = await successorOf(order);
    expect(nextSteps).toContainEqual({ step: null, title: 'Pay for the next month', url: page });
    expect(await look(order.seller, next)).toMatchObject({
      status: 'PAYMENT_RECEIVED',
      amountPaid: { minorUnits: 10_000 },
    });
    expect((await look(order.seller, next)).entries[1]).toMatchObject({
      type: 'PAYMENT_RECEIVED',
      actorRole: 'SYSTEM',
    });
    expect(await countOrders(order)).toBe(2);
    expect((await mailsAbout(order)).filter((mail) => mail.startsWith('renewal'))).toEqual([
      'renewal-payment-due advertiser',
    ]);
  });

  test('can be paid again after its payment failed', async () => {
    const order = await createMonthlyOrder({ paymentMethod: 'TEST' });
    await passUntilRequested(order);
    const page = await pageOf(order);
    await press(page, 'fail');
    await expect.poll(() => pageOf(order)).not.toBe(page);

    await press(await pageOf(order), 'pay');

    expect(await look(order.seller, await successorOf(order))).toMatchObject({ paymentStatus: 'PAID' });
    expect((await look(order.seller, order)).types).toContain('PAYMENT_FAILED');
  });

  test('is paid once by card at Stripe, although Stripe reports the payment twice', async () => {
    const order = await createMonthlyOrder({ paymentMethod: 'CARD' });
    await passUntilRequested(order);
    const page = await pageOf(order);
    const session = stripe.sessions.find(({ url }) => url === page);
    const paidEvent = stripe.paid(session);

    for (const event of [paidEvent, paidEvent, stripe.event('checkout.session.async_payment_succeeded', session)])
      await stripe.sendEvent(server.url, event, { at: server.clock.now() });

    await expect.poll(async () => (await look(order.seller, order)).successor).not.toBeNull();
    const open = () => server.app.db.providerEvent.count({ where: { status: 'NEW' } });
    await expect.poll(open).toBe(0);
    const next = await successorOf(order);
    expect(await look(order.seller, next)).toMatchObject({ paymentStatus: 'PAID', amountPaid: { minorUnits: 10_000 } });
    expect(await countOrders(order)).toBe(2);
    await expectBooksInOrder(server, next, 'paid by card');
  });

  test('can be refunded like any order', async () => {
    const order = await createMonthlyOrder({ paymentMethod: 'TEST' });
    await passUntilRequested(order);
    await press(await pageOf(order), 'pay');
    const next = await successorOf(order);

    await takeStepAs(order.seller, next, 'cancelPaidOrder', { reason: 'The space is closed.' });

    const [old, cancelled] = [await look(order.seller, order), await look(order.seller, next)];
    expect(cancelled).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUNDED', renewal: { status: 'ENDED' } });
    expect(old).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID' });
  });
});

describe('a renewal that is stopped', () => {
  test.each(['advertiser', 'seller', 'operator'] as const)('by the %s ends with the month', async (role) => {
    const order = await createMonthlyOrder();

    const answer = await takeStepAs(order[role], order, 'stopRenewal', { note: 'Enough.' });
    const stopped = await look(order.seller, order);
    await pass(32);

    const ended = await look(order.seller, order);
    const mails = await mailsAbout(order);
    expect(answer).toMatchObject({ __typename: 'Order', status: 'PAYMENT_RECEIVED' });
    expect(stopped.renewal.status).toBe('ENDS_AT_PERIOD');
    expect(ended).toMatchObject({ status: 'PAYMENT_RECEIVED', renewal: { status: 'ENDED' }, successor: null });
    // The seller did not start the paid order in time.
    expect(ended.types.slice(-3)).toEqual(['RENEWAL_STOPPED', 'DELAY_REPORTED', 'RENEWAL_ENDED']);
    expect(mails.filter((mail) => mail.startsWith('renewal'))).toEqual(
      ['renewal-ended advertiser', 'renewal-ended seller'].concat(
        (['advertiser', 'seller'] as const).filter((one) => one !== role).map((one) => `renewal-stopped ${one}`),
      ),
    );
  });

  test('after its payment was requested closes the request, and does not accept a late payment', async () => {
    const order = await createMonthlyOrder({ paymentMethod: 'TEST' });
    await passUntilRequested(order);
    const page = await pageOf(order);

    await takeStepAs(order.advertiser, order, 'stopRenewal');
    const stopped = await look(order.advertiser, order);
    await press(page, 'pay');

    const after = await look(order.advertiser, order);
    expect(stopped).toMatchObject({
      renewal: { status: 'ENDS_AT_PERIOD', payment: null },
      payments: [{ status: 'CLOSED' }, {}],
    });
    expect(after.types).toContain('PAYMENT_ARRIVED_LATE');
    expect(after.successor).toBeNull();
    await expectBooksInOrder(server, order, 'paid too late');
  });

  test('cannot be stopped again, and an order without a renewal has none to stop', async () => {
    const [order, other] = [await createMonthlyOrder(), await factory.createOrder({ status: 'PAYMENT_RECEIVED' })];
    await takeStepAs(order.seller, order, 'stopRenewal');

    const answers = [
      await takeStepAs(order.advertiser, order, 'stopRenewal'),
      await takeStepAs(other.seller, other, 'stopRenewal'),
    ];

    for (const answer of answers) expect(answer).toMatchObject({ code: 'CONDITION_NOT_MET' });
  });
});

describe('a next month that is not paid', () => {
  test('is overdue, has three reminders and then ends, and the order is unchanged', async () => {
    const order = await createMonthlyOrder();
    await passUntilRequested(order);

    await pass(8);
    const overdue = await look(order.advertiser, order);
    await pass(12);

    const ended = await look(order.advertiser, order);
    const mails = await mailsAbout(order);
    expect(overdue).toMatchObject({
      status: 'PAYMENT_RECEIVED',
      renewal: { status: 'PAST_DUE', payment: { status: 'OPEN' } },
    });
    expect(ended).toMatchObject({ status: 'PAYMENT_RECEIVED', renewal: { status: 'ENDED', payment: null } });
    expect(ended.types.slice(-6)).toEqual([
      ...['RENEWAL_PAYMENT_REQUESTED', 'RENEWAL_PAYMENT_MISSED'],
      ...[
        'RENEWAL_PAYMENT_REMINDER_SENT',
        'RENEWAL_PAYMENT_REMINDER_SENT',
        'RENEWAL_PAYMENT_REMINDER_SENT',
        'RENEWAL_ENDED',
      ],
    ]);
    expect(mails.filter((mail) => mail.startsWith('renewal'))).toEqual([
      ...['renewal-ended advertiser', 'renewal-ended seller', 'renewal-past-due advertiser', 'renewal-past-due seller'],
      'renewal-payment-due advertiser',
      'renewal-payment-expected seller',
      ...[
        'renewal-payment-reminder advertiser',
        'renewal-payment-reminder advertiser',
        'renewal-payment-reminder advertiser',
      ],
    ]);
  });

  test('can still be paid while it is overdue, by a new link that comes with the reminder', async () => {
    const order = await createMonthlyOrder({ paymentMethod: 'TEST' });
    await passUntilRequested(order);
    await pageOf(order);
    await pass(11);
    const page = await pageOf(order);
    const reminders = async () => (await mailsAbout(order)).filter((mail) => mail.includes('reminder'));
    await expect.poll(reminders).toEqual(['renewal-payment-reminder advertiser']);

    await press(page, 'pay');

    const next = await look(order.seller, await successorOf(order));
    const old = await look(order.seller, order);
    expect(next.renewal.status).toBe('ACTIVE');
    const first = Date.parse(old.renewal.periodEndsAt);
    expect(Date.parse(next.renewal.periodEndsAt) - first, 'no day is lost or won').toBeGreaterThan(27 * dayMs);
    expect(Date.parse(next.renewal.periodEndsAt) - first).toBeLessThan(32 * dayMs);
  });
});

describe('the clock of renewals', () => {
  test('requests each payment once on two instances, whatever status the order has', async () => {
    const orders = [
      await createMonthlyOrder(),
      await createMonthlyOrder({ status: 'ON_HOLD' }),
      await createMonthlyOrder({ status: 'COMPLETED' }),
    ];
    server.clock.advance({ days: 25 });

    await Promise.all([server, second, server, second].map(({ app }) => renewDueOrders(app)));

    for (const order of orders) {
      const { types, renewal } = await look(order.seller, order);
      expect(types.filter((type: string) => type === 'RENEWAL_PAYMENT_REQUESTED')).toHaveLength(1);
      expect(renewal.payment.status).toBe('OPEN');
    }
  });

  test('catches up after a pause, leaves some days to pay, and continues after a renewal that fails', async () => {
    const [broken, sound] = [await createMonthlyOrder(), await createMonthlyOrder()];
    const { id } = await server.app.db.order.update({
      where: { number: broken.number },
      data: { suspendedStates: {} },
    });
    server.clock.advance({ days: 100 });

    await renewDueOrders(server.app);
    const late = await look(sound.seller, sound);
    await server.app.db.order.update({ where: { id }, data: { suspendedStates: [] } });
    await pass(1);

    expect(late.renewal).toMatchObject({ status: 'ACTIVE', payment: { status: 'OPEN' } });
    expect(Date.parse(late.renewal.payment.dueAt)).toBeGreaterThan(server.clock.now().getTime());
    expect((await look(broken.seller, broken)).renewal.payment).toMatchObject({ status: 'OPEN' });
  });

  test('renews an order twelve times, and sends each mail exactly once', async () => {
    let order = await createMonthlyOrder();
    const first = order;

    for (let month = 1; month <= 12; month += 1) {
      await passUntilRequested(order);
      await takeStepAs(order.seller, order, 'renewOrder', { reference: `month ${month}` });
      // Each operator of the file is notified that the order was not started in time.
      expect((await mailsAbout(order)).filter((mail) => mail !== 'order-delayed operator')).toEqual(
        [
          ...['ad-setup advertiser', 'payment-received advertiser', 'payment-received seller'],
          ...['order-due-soon seller', 'order-delayed advertiser', 'order-delayed seller'],
          ...['order-renewed advertiser', 'order-renewed seller'],
          ...['renewal-payment-due advertiser', 'renewal-payment-expected seller'],
          ...(month === 1
            ? ['order-confirmation advertiser', 'order-received seller', 'payment-requested advertiser']
            : []),
        ].sort(),
      );
      order = await successorOf(order);
    }

    const [begin, end] = [await look(first.seller, first), await look(order.seller, order)];
    const year = new Date(begin.renewal.periodEndsAt);
    year.setUTCFullYear(year.getUTCFullYear() + 1);
    expect(end.renewal.periodEndsAt).toBe(year.toISOString());
    expect(await countOrders(first)).toBe(13);
  });
});

describe('the ads of a month', () => {
  /** An order whose ad is published in a placement, about to be renewed. */
  async function createShownOrder({ renewsAds }: { renewsAds: boolean }) {
    const order = await createMonthlyOrder();
    const ad = { id: await adOf(order), name: '' };
    await submit(order.advertiser, ad, { html: 'Tea. Awake, gently.' });
    const placementId = await createPlacement(order.seller);
    await publish(order.seller, ad, placementId);
    const item = { order: { number: order.number } };
    const { id } = await server.app.db.space.findFirstOrThrow({
      where: { options: { some: { items: { some: item } } } },
    });
    const answer = await updateAdRenewal(order.seller, id, renewsAds);
    expect(answer).toEqual({ __typename: 'Space', renewsAds });
    return { order, placementId };
  }

  const updateAdRenewal = async (person: TestPerson, spaceId: string, renewsAds: boolean) =>
    (
      await person.ask(
        `mutation ($input: UpdateAdRenewalInput!) { updateAdRenewal(input: $input) { __typename ... on Space { renewsAds } ... on Refusal { code } } }`,
        { input: { spaceId: toGlobalId('Space', spaceId), renewsAds } },
      )
    ).updateAdRenewal;

  test('are copied as drafts, and the published ads run to their end', async () => {
    const { order, placementId } = await createShownOrder({ renewsAds: false });
    await passUntilRequested(order);

    await takeStepAs(order.seller, order, 'renewOrder', { reference: 'A' });

    const [old, next] = [await look(order.seller, order), await look(order.seller, await successorOf(order))];
    expect(next.ads).toMatchObject([
      { name: `Order #${next.number}`, status: 'DRAFT', html: 'Tea. Awake, gently.', placement: null },
    ]);
    expect(old.ads).toMatchObject([{ status: 'PUBLISHED', placement: { id: placementId } }]);
  });

  test('are published again in their placement if the space renews ads, with the remaining days added', async () => {
    const { order, placementId } = await createShownOrder({ renewsAds: true });
    const before = await passUntilRequested(order);

    await takeStepAs(order.seller, order, 'renewOrder', { reference: 'A' });

    const [old, next] = [await look(order.seller, order), await look(order.seller, await successorOf(order))];
    expect(old.ads).toMatchObject([{ status: 'EXPIRED', placement: null }]);
    expect(next.ads).toMatchObject([
      { status: 'PUBLISHED', html: 'Tea. Awake, gently.', placement: { id: placementId } },
    ]);
    expect(Date.parse(next.ads[0].endsAt) - Date.parse(before.ads[0].endsAt)).toBe(30 * dayMs);
    expect(old.types.slice(-2)).toEqual(['ORDER_RENEWED', 'AD_EXPIRED']);
    expect(next.types.filter((type: string) => !type.startsWith('EMAIL'))).toEqual([
      ...['ORDER_PLACED', 'PAYMENT_RECEIVED', 'AD_PUBLISHED'],
    ]);
    const { number } = await successorOf(order);
    const settled = () =>
      server.app.db.email.findFirst({ where: { template: 'ad-setup', order: { number } }, select: { status: true } });
    await expect.poll(settled).toEqual({ status: 'DROPPED' });
  });

  test('are published again although their days had ended, and stay drafts if their placement was deleted', async () => {
    const [shown, withoutPlacement] = [
      await createShownOrder({ renewsAds: true }),
      await createShownOrder({ renewsAds: true }),
    ];
    await passUntilRequested(shown.order);
    await pass(9);
    await withoutPlacement.order.seller.ask(
      'mutation ($id: ID!) { deletePlacement(input: { placementId: $id }) { __typename } }',
      { id: withoutPlacement.placementId },
    );

    for (const { order } of [shown, withoutPlacement])
      await takeStepAs(order.seller, order, 'renewOrder', { reference: 'A' });

    const seen = await look(shown.order.seller, await successorOf(shown.order));
    const draft = await look(withoutPlacement.order.seller, await successorOf(withoutPlacement.order));
    expect((await look(shown.order.seller, shown.order)).ads).toMatchObject([{ status: 'EXPIRED' }]);
    expect(seen.ads).toMatchObject([{ status: 'PUBLISHED', placement: { id: shown.placementId } }]);
    expect(draft.ads).toMatchObject([{ status: 'DRAFT', html: 'Tea. Awake, gently.', placement: null }]);
  });

  test('are renewed only if the seller of the space decides so', async () => {
    const { order } = await createShownOrder({ renewsAds: false });
    const space = await server.app.db.space.findFirstOrThrow({ where: { sellerId: order.seller.accountId } });

    const answer = await updateAdRenewal(order.advertiser, space.id, true);

    expect(answer).toEqual({ __typename: 'SpaceNotFound', code: 'SPACE_NOT_FOUND' });
  });
});

test('a cancelled order is not renewed', async () => {
  const order = await createMonthlyOrder();
  await passUntilRequested(order);

  await takeStepAs(order.seller, order, 'cancelPaidOrder', { reason: 'The space is closed.' });

  expect(await look(order.seller, order)).toMatchObject({
    status: 'CANCELLED',
    renewal: { status: 'ENDED', payment: null },
    paymentStatus: 'REFUNDED',
  });
});
