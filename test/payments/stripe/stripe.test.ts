/** Payments by card: the official SDK against a loopback service that answers, signs and misbehaves as Stripe does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient, type Data } from '../../support/client.ts';
import { type Factory, type TestOrder, takeStepAs } from '../../support/factory.ts';
import { moneyBecomes, moneyOf } from '../../support/money.ts';
import { paymentsVia, type StripeService, startStripeService } from '../../support/stripe-service.ts';
import { useServer } from '../../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService();
});
afterAll(() => stripe.stop());

const { server, second, factory } = useServer({
  instances: 2,
  config: () => ({ payments: paymentsVia(stripe, { methods: ['BANK_TRANSFER', 'CARD'] }) }),
});

/** An order that waits for its payment by card, with the session of that payment. */
async function createCardOrder(options: Partial<Parameters<Factory['createOrder']>[0]> = {}) {
  const order = await factory.createOrder({ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED', ...options });
  return { order, session: await sessionOf(order) };
}

/** The session behind the link that the order has now, as soon as there is one. */
async function sessionOf(order: TestOrder): Promise<Data> {
  const { payment } = await moneyBecomes(order.advertiser, order, {
    payment: { checkoutUrl: expect.stringContaining('https://checkout.stripe.example/') },
  });
  return stripe.sessions.find(({ url }) => url === payment.checkoutUrl);
}

const sendEvent = (event: Data) => stripe.sendEvent(server.url, event, { at: server.clock.now() });

/** Sends an event, and waits until it was handled. */
async function sendAndWait(event: Data): Promise<void> {
  expect(await sendEvent(event)).toBe(200);
  await expect
    .poll(async () => (await server.app.db.providerEvent.findUnique({ where: { id: event.id } }))?.status)
    .not.toBe('NEW');
}

const paidOrder = async () => {
  const { order, session } = await createCardOrder();
  await sendAndWait(stripe.paid(session));
  return { order, session };
};

describe('the link to pay', () => {
  test('is made for the request, and reaches only the advertiser: on the order, as next step, by mail and in the stream', async () => {
    const order = await factory.createOrder({ paymentMethod: 'CARD' });
    const stream = order.advertiser.follow(
      'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { type } order { payment { checkoutUrl } } } } }',
      { id: order.id },
    );
    await takeStepAs(order.seller, order, 'requestPayment', { amount: { minorUnits: 8_000, currency: 'EUR' } });
    const session = await sessionOf(order);

    const events = await stream.until(({ orderTimeline: { entry } }) => entry.type === 'CHECKOUT_OPENED');
    const [advertiser, seller] = [await moneyOf(order.advertiser, order), await moneyOf(order.seller, order)];
    // Either instance may have sent it.
    const letters = () =>
      [server, second]
        .flatMap(({ app }) => app.mailbox?.letters() ?? [])
        .filter(({ to, subject }) => to === order.advertiser.email && subject === `Payment for order #${order.number}`);
    await expect.poll(() => letters().length).toBe(1);

    expect(session).toMatchObject({ mode: 'payment', amount_total: 8_000, currency: 'eur' });
    expect(advertiser).toMatchObject({ paymentStatus: 'REQUESTED', types: ['CHECKOUT_OPENED'] });
    expect(advertiser.nextSteps).toEqual([
      { step: null, title: expect.stringContaining('Pay'), url: session.url },
      { step: null, title: 'Set up the ads', url: null },
    ]);
    expect(events.at(-1).orderTimeline.order.payment.checkoutUrl).toBe(session.url);
    expect(seller.payment).toMatchObject({ status: 'OPEN', instructions: null, checkoutUrl: null });
    expect(letters()[0]?.text).toContain(advertiser.payment.payUrl);
    expect(seller.payment.payUrl).toBeNull();
    stream.stop();
  });

  test('that Stripe refuses to make is reported with its reason, and the payment can be confirmed manually', async () => {
    stripe.misbehave('sessions', 'refused');
    const order = await factory.createOrder({ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED' });

    const { entries } = await moneyBecomes(order.seller, order, { types: ['CHECKOUT_FAILED'] });
    const answer = await takeStepAs(order.seller, order, 'confirmPayment', { reference: 'in cash, after all' });

    expect(entries).toContainEqual(
      expect.objectContaining({ failureMessage: expect.stringContaining('Amount too small.') }),
    );
    expect(answer).toMatchObject({ __typename: 'Order', paymentStatus: 'PAID' });
  });

  test('is removed when Stripe reports that it has expired, and a new link is made on request', async () => {
    const { order, session } = await createCardOrder();
    const renew = (person: Data) =>
      person.ask(
        'mutation ($orderId: ID!) { refreshPaymentLink(input: { orderId: $orderId }) { __typename ... on Refusal { code } } }',
        { orderId: order.id },
      );

    await renew(order.advertiser);
    const unchanged = await moneyOf(order.advertiser, order);
    await sendAndWait(stripe.event('checkout.session.expired', { ...session, status: 'expired' }));
    const gone = await moneyOf(order.advertiser, order);
    await renew(order.advertiser);
    const renewed = await sessionOf(order);
    const byStranger = await renew(await factory.createPerson());
    const offline = await factory.createOrder({ status: 'PAYMENT_REQUIRED', advertiser: order.advertiser });
    const paidOutside = await order.advertiser.ask(
      'mutation ($orderId: ID!) { refreshPaymentLink(input: { orderId: $orderId }) { ... on Refusal { code } } }',
      { orderId: offline.id },
    );

    expect(unchanged.payment.checkoutUrl).toBe(session.url);
    expect(gone).toMatchObject({ payment: { status: 'OPEN', checkoutUrl: null }, paymentStatus: 'REQUESTED' });
    expect(renewed.id).not.toBe(session.id);
    expect((await moneyOf(order.seller, order)).types).toEqual([
      'CHECKOUT_OPENED',
      'CHECKOUT_EXPIRED',
      'CHECKOUT_OPENED',
    ]);
    expect(byStranger.refreshPaymentLink).toMatchObject({ __typename: 'OrderNotFound' });
    expect(paidOutside.refreshPaymentLink).toEqual({ code: 'PAID_OUTSIDE' });
  });

  test('that was replaced can still be paid, and the newer link is then closed', async () => {
    const { order, session } = await createCardOrder();
    await sendAndWait(stripe.event('checkout.session.expired', session));
    await order.advertiser.ask(
      'mutation ($orderId: ID!) { refreshPaymentLink(input: { orderId: $orderId }) { __typename } }',
      { orderId: order.id },
    );
    const newer = await sessionOf(order);

    await sendAndWait(stripe.paid(session));

    await expect.poll(() => newer.status).toBe('expired');
    expect(await moneyOf(order.seller, order)).toMatchObject({ status: 'PAYMENT_RECEIVED', paid: 10_000, refunded: 0 });
  });

  test('is closed when the request is withdrawn', async () => {
    const { order, session } = await createCardOrder();

    await takeStepAs(order.seller, order, 'withdrawPaymentRequest');

    await expect.poll(() => session.status).toBe('expired');
    expect(await moneyOf(order.advertiser, order)).toMatchObject({ payment: null, paymentStatus: 'NONE' });
  });
});

describe('an event from Stripe', () => {
  test('about a payment moves the order to its next status, with a receipt', async () => {
    const { order, session } = await paidOrder();

    const seen = await moneyOf(order.seller, order);

    expect(seen).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID', paid: 10_000, refunded: 0 });
    expect(seen.entries).toContainEqual(expect.objectContaining({ type: 'PAYMENT_RECEIVED', actorRole: 'SYSTEM' }));
    expect(seen.payments).toMatchObject([
      { status: 'RECEIVED', receipts: [{ amount: { minorUnits: 10_000 }, reference: `pi_${session.id}` }] },
    ]);
  });

  test('counts once if it is sent six times at the same time, on two instances and under two names', async () => {
    const { order, session } = await createCardOrder();
    const paid = stripe.paid(session);
    const again = stripe.event('checkout.session.async_payment_succeeded', session);

    const at = server.clock.now();
    const answers = await Promise.all(
      [paid, again, paid, again, paid, again].map((event, index) =>
        stripe.sendEvent(index % 2 ? server.url : second.url, event, { at }),
      ),
    );
    await moneyBecomes(order.seller, order, { status: 'PAYMENT_RECEIVED' });
    await sendAndWait(stripe.paid(session));

    const seen = await moneyOf(order.seller, order);
    expect(answers).toEqual([200, 200, 200, 200, 200, 200]);
    expect(seen).toMatchObject({ paid: 10_000, refunded: 0, types: ['CHECKOUT_OPENED'] });
    expect(await server.app.db.receipt.count({ where: { movement: { order: { number: order.number } } } })).toBe(1);
  });

  test('is refused and not stored if it is forged, altered, stale or unsigned', async () => {
    const { order, session } = await createCardOrder();
    const event = stripe.paid(session);
    const at = server.clock.now();
    const countBefore = await server.app.db.providerEvent.count();

    const forged = await stripe.sendEvent(server.url, event, { at, secret: 'whsec_somebody_else' });
    const altered = await stripe.sendEvent(server.url, event, { at, body: `${JSON.stringify(event)} ` });
    const stale = await stripe.sendEvent(server.url, event, { at: new Date(at.getTime() - 301_000) });
    const unsigned = await fetch(`${server.url}/payments/stripe`, { method: 'POST', body: JSON.stringify(event) });
    const read = await fetch(`${server.url}/payments/stripe`);

    expect([forged, altered, stale, unsigned.status, read.status]).toEqual([400, 400, 400, 400, 405]);
    expect(await server.app.db.providerEvent.count()).toBe(countBefore);
    expect((await moneyOf(order.seller, order)).status).toBe('PAYMENT_REQUIRED');
  });

  test('about a payment that takes days leaves the order waiting, and a new link is made if the payment fails', async () => {
    const { order, session } = await createCardOrder();
    await sendAndWait(stripe.event('checkout.session.completed', { ...session, payment_intent: 'pi_slow' }));
    const waiting = await moneyOf(order.seller, order);
    const toAdvertiser = await moneyOf(order.advertiser, order);

    await sendAndWait(stripe.event('checkout.session.async_payment_failed', { ...session, payment_intent: 'pi_slow' }));
    const failed = await moneyBecomes(order.advertiser, order, { payment: { checkoutUrl: expect.any(String) } });
    await sendAndWait(stripe.paid(await sessionOf(order)));

    expect(waiting).toMatchObject({ status: 'PAYMENT_REQUIRED', paymentStatus: 'IN_PROGRESS', paid: 0 });
    expect(toAdvertiser).toMatchObject({ payment: { checkoutUrl: null } });
    expect(failed).toMatchObject({ status: 'PAYMENT_REQUIRED', paymentStatus: 'FAILED' });
    expect(failed.types).toEqual(['CHECKOUT_OPENED', 'PAYMENT_INITIATED', 'PAYMENT_FAILED', 'CHECKOUT_OPENED']);
    expect(failed.payments.map(({ status }: Data) => status)).toEqual(['OPEN', 'FAILED']);
    expect(await moneyOf(order.seller, order)).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID' });
  });

  test('about a failed payment changes nothing after the order is paid', async () => {
    const { order, session } = await paidOrder();

    await sendAndWait(stripe.event('checkout.session.async_payment_failed', session));
    await sendAndWait(stripe.event('checkout.session.expired', session));

    expect(await moneyOf(order.seller, order)).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID' });
  });

  test('is stored although its type is unknown or not handled', async () => {
    const unknown = stripe.event('customer.created', { id: 'cus_1', object: 'customer' });
    const invoice = stripe.event('invoice.paid', { id: 'in_1', object: 'invoice' });

    await sendAndWait(unknown);
    await sendAndWait(invoice);

    const statusOf = async ({ id }: Data) => (await server.app.db.providerEvent.findUnique({ where: { id } }))?.status;
    expect([await statusOf(unknown), await statusOf(invoice)]).toEqual(['IGNORED', 'UNHANDLED']);
    // Either instance may have handled it.
    const texts = [server, second].flatMap(({ logged }) => logged.map(({ text }) => text));
    expect(texts).toContain('unhandled Stripe event');
  });
});

describe('a payment that is disputed at Stripe', () => {
  const disputeOf = (session: Data) =>
    stripe.event('charge.dispute.created', {
      ...{ id: `dp_${session.id}`, object: 'dispute', reason: 'fraudulent', payment_intent: `pi_${session.id}` },
      ...{ amount: 10_000, currency: 'eur' },
    });
  const toDecide = `{ paymentExceptions(first: 50) { edges { node { id reason needsOperator order { number } } } } }`;
  const resolve = `mutation ($id: ID!, $outcome: PaymentExceptionOutcome!) { resolvePaymentException(input: { paymentExceptionId: $id, outcome: $outcome, note: "Answered." }) {
    __typename ... on InputInvalid { problems { field } } } }`;

  test('waits for the operator, who records the resolution, and stays in the sums', async () => {
    const { order, session } = await paidOrder();

    await sendAndWait(disputeOf(session));

    const seen = await moneyOf(order.seller, order);
    expect(seen).toMatchObject({
      paymentStatus: 'PAID',
      paid: 10_000,
      waitingOn: expect.arrayContaining(['OPERATOR']),
    });
    expect(seen.types).toContain('PAYMENT_DISPUTED');
    const { paymentExceptions } = await order.operator.ask(toDecide);
    const money = paymentExceptions.edges
      .map(({ node }: Data) => node)
      .find((node: Data) => node.order?.number === order.number);
    expect(money).toMatchObject({ reason: 'fraudulent', needsOperator: true });
    for (const outcome of ['ACCEPT', 'REFUND']) {
      const refused = await order.operator.ask(resolve, { id: money.id, outcome });
      expect(refused.resolvePaymentException).toEqual({ __typename: 'InputInvalid', problems: [{ field: 'outcome' }] });
    }
    const done = await order.operator.ask(resolve, { id: money.id, outcome: 'MANUAL' });
    expect(done.resolvePaymentException).toEqual({ __typename: 'PaymentException' });
    expect((await moneyOf(order.seller, order)).waitingOn).toEqual(['SELLER', 'ADVERTISER']);
  });

  test('is matched to its payment although it is reported first', async () => {
    const { order, session } = await createCardOrder();
    const paid = stripe.paid(session);

    expect(await sendEvent(disputeOf(session))).toBe(200);
    await sendAndWait(paid);

    await moneyBecomes(order.seller, order, { types: expect.arrayContaining(['PAYMENT_DISPUTED']), paid: 10_000 });
  });
});

describe('money that was not requested', () => {
  test('is refunded when it arrives after the order was cancelled, and both parties see the refund', async () => {
    const { order, session } = await createCardOrder();
    await takeStepAs(order.advertiser, order, 'cancelOrder');

    await sendAndWait(stripe.paid(session));
    const types = ['CHECKOUT_OPENED', 'PAYMENT_ARRIVED_LATE', 'PAYMENT_REFUNDED'];
    const seen = await moneyBecomes(order.advertiser, order, { types });

    const refunds = stripe.refunds.filter(({ payment_intent }) => payment_intent === `pi_${session.id}`);
    expect(refunds.map(({ amount }) => amount)).toEqual([10_000]);
    expect(seen).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUNDED', paid: 10_000, refunded: 10_000 });
    expect((await moneyOf(order.seller, order)).types).toEqual(types);
  });

  test('is refunded when the order was paid before, and the order stays paid', async () => {
    const { order, session } = await createCardOrder();
    await takeStepAs(order.seller, order, 'confirmPayment', { reference: 'in cash' });

    await sendAndWait(stripe.paid(session));
    const seen = await moneyBecomes(order.seller, order, { types: expect.arrayContaining(['PAYMENT_REFUNDED']) });

    expect(seen).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID', paid: 20_000, refunded: 10_000 });
  });

  const listed = async (person: Data) =>
    (
      await person.ask(
        '{ paymentExceptions(first: 50) { edges { node { id kind reason amount { minorUnits currency } reference order { number } } } } }',
      )
    ).paymentExceptions.edges.map(({ node }: Data) => node);
  const resolve = async (person: Data, paymentExceptionId: string, outcome: string) =>
    (
      await person.ask(
        'mutation ($input: ResolvePaymentExceptionInput!) { resolvePaymentException(input: $input) { __typename ... on Refusal { code message } } }',
        { input: { paymentExceptionId, outcome, note: 'Agreed by phone.' } },
      )
    ).resolvePaymentException;

  test.each([
    ['TOO_LITTLE', { amount_total: 9_000 }, 9_000, 'EUR'],
    ['TOO_MUCH', { amount_total: 11_000 }, 11_000, 'EUR'],
    ['OTHER_CURRENCY', { currency: 'usd' }, 10_000, 'USD'],
  ])(
    'waits for the operator when its mismatch is %s, and does not change the order',
    async (mismatch, changes, minorUnits, currency) => {
      const { order, session } = await createCardOrder();

      await sendAndWait(stripe.paid(session, changes));
      const seen = await moneyOf(order.advertiser, order);
      const [exception] = (await listed(order.operator)).filter(({ order: of }: Data) => of?.number === order.number);

      expect(seen).toMatchObject({ status: 'PAYMENT_REQUIRED', paid: 0, waitingOn: ['ADVERTISER', 'OPERATOR'] });
      expect(seen.entries).toContainEqual(
        expect.objectContaining({
          type: 'PAYMENT_MISMATCHED',
          ...{ mismatch, sum: { minorUnits, currency }, expected: { minorUnits: 10_000 } },
        }),
      );
      expect(exception).toMatchObject({ reason: mismatch, amount: { minorUnits, currency }, kind: 'RECEIVED' });
    },
  );

  test('is counted once when the operator accepts it', async () => {
    const { order, session } = await createCardOrder();
    await sendAndWait(stripe.paid(session, { amount_total: 9_000 }));
    const [exception] = (await listed(order.operator)).filter(({ order: of }: Data) => of?.number === order.number);

    const bySeller = await resolve(order.seller, exception.id, 'ACCEPT');
    const answers = await Promise.all([1, 2].map(() => resolve(order.operator, exception.id, 'ACCEPT')));

    const seen = await moneyOf(order.seller, order);
    expect(bySeller).toMatchObject({ __typename: 'PaymentExceptionNotFound' });
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'PaymentException',
      'PaymentExceptionNotFound',
    ]);
    expect(seen).toMatchObject({
      status: 'PAYMENT_RECEIVED',
      paymentStatus: 'PAID',
      paid: 9_000,
      waitingOn: ['SELLER', 'ADVERTISER'],
    });
    expect(seen.payments).toMatchObject([{ receipts: [{ amount: { minorUnits: 9_000 } }] }]);
  });

  test('is refunded when the operator decides so, and is not in the sums', async () => {
    const { order, session } = await createCardOrder();
    await sendAndWait(stripe.paid(session, { amount_total: 11_000 }));
    const [exception] = (await listed(order.operator)).filter(({ order: of }: Data) => of?.number === order.number);

    await resolve(order.operator, exception.id, 'REFUND');
    const seen = await moneyBecomes(order.seller, order, { types: expect.arrayContaining(['PAYMENT_REFUNDED']) });

    expect(stripe.refunds.find(({ payment_intent }) => payment_intent === `pi_${session.id}`)?.amount).toBe(11_000);
    expect(seen).toMatchObject({ paid: 0, refunded: 0, paymentStatus: 'REQUESTED', waitingOn: ['ADVERTISER'] });
    expect(seen.entries).toContainEqual(
      expect.objectContaining({ type: 'PAYMENT_EXCEPTION_RESOLVED', actorRole: 'OPERATOR', decision: 'REFUND' }),
    );
  });

  test('for an unknown order waits for the operator, and is visible only to the operator', async () => {
    const { order, session } = await createCardOrder();
    const foreign = { client_reference_id: 'somebody-elses', metadata: {}, payment_intent: 'pi_foreign' };

    await sendAndWait(stripe.paid(session, foreign));

    const exception = (await listed(order.operator)).find(({ reference }: Data) => reference === 'pi_foreign');
    expect(exception).toMatchObject({ reason: 'UNKNOWN_ORDER', order: null, amount: { minorUnits: 10_000 } });
    expect(await listed(order.seller)).toEqual([]);
    expect(await resolve(order.operator, exception.id, 'ACCEPT')).toMatchObject({ __typename: 'InputInvalid' });
    expect(await resolve(order.operator, exception.id, 'REFUND')).toMatchObject({ __typename: 'PaymentException' });
    await expect.poll(() => stripe.refunds.some(({ payment_intent }) => payment_intent === 'pi_foreign')).toBe(true);
  });

  test('that could not be refunded waits for the operator until a new try succeeds', async () => {
    const { order } = await paidOrder();
    stripe.misbehave('refunds', 'refused');
    await takeStepAs(order.seller, order, 'cancelPaidOrder');
    const failed = await moneyBecomes(order.operator, order, { types: expect.arrayContaining(['REFUND_FAILED']) });
    const [exception] = (await listed(order.operator)).filter(({ order: of }: Data) => of?.number === order.number);

    await resolve(order.operator, exception.id, 'REFUND');
    const seen = await moneyBecomes(order.seller, order, { types: expect.arrayContaining(['PAYMENT_REFUNDED']) });

    expect(failed).toMatchObject({ status: 'CANCELLED', paymentStatus: 'PAID', refunded: 0, waitingOn: ['OPERATOR'] });
    expect(failed.nextSteps).toMatchObject([{ step: null, title: expect.stringContaining('payment exception') }]);
    expect(seen).toMatchObject({ paymentStatus: 'REFUNDED', refunded: 10_000, waitingOn: [] });
    expect(seen.payments[0].refunds).toMatchObject([{ status: 'DONE', isManual: false }]);
  });
});

describe('a refund', () => {
  test('of a part and then of the rest is made at Stripe once each', async () => {
    const { order, session } = await paidOrder();
    for (const step of ['startProcessing', 'completeOrder'] as const) await takeStepAs(order.seller, order, step, {});
    const refundedAmounts = () =>
      stripe.refunds.filter(({ payment_intent }) => payment_intent === `pi_${session.id}`).map(({ amount }) => amount);

    const part = { amount: { minorUnits: 3_000, currency: 'EUR' }, reason: 'It ran for two days only.' };
    await takeStepAs(order.seller, order, 'refundOrder', part);
    const partly = await moneyBecomes(order.seller, order, { types: expect.arrayContaining(['PAYMENT_REFUNDED']) });
    const tooMuch = await takeStepAs(order.seller, order, 'refundOrder', {
      ...{ reason: 'More.', amount: { minorUnits: 7_001, currency: 'EUR' } },
    });
    await takeStepAs(order.operator, order, 'refundOrder', { reason: 'All of it.' });
    await expect.poll(refundedAmounts).toEqual([3_000, 7_000]);

    expect(partly).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PARTIALLY_REFUNDED', refunded: 3_000 });
    expect(tooMuch).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'amount' }] });
    expect(await moneyOf(order.seller, order)).toMatchObject({ status: 'REFUNDED', paymentStatus: 'REFUNDED' });
  });

  test('that takes days succeeds or fails when Stripe reports so, in any sequence and any number of times', async () => {
    const { order, session } = await paidOrder();
    stripe.refundsSucceed = false;
    await takeStepAs(order.seller, order, 'cancelPaidOrder');
    const find = () => stripe.refunds.find(({ payment_intent }) => payment_intent === `pi_${session.id}`);
    await expect.poll(find).toBeDefined();
    stripe.refundsSucceed = true;
    const pending = await moneyOf(order.seller, order);

    const failed = { ...find(), status: 'failed', failure_reason: 'lost_or_stolen_card' };
    await sendAndWait(stripe.event('refund.failed', failed));
    await sendAndWait(stripe.event('refund.failed', failed));
    await sendAndWait(stripe.event('refund.updated', { ...find(), status: 'succeeded' }));

    expect(pending.payments[0].refunds).toMatchObject([{ status: 'PENDING' }]);
    expect(pending).toMatchObject({ paymentStatus: 'REFUNDED', refunded: 10_000 });
    const seen = await moneyOf(order.seller, order);
    expect(seen).toMatchObject({ paymentStatus: 'PAID', refunded: 0, types: ['CHECKOUT_OPENED', 'REFUND_FAILED'] });
    expect(seen.payments[0].refunds).toMatchObject([{ status: 'FAILED', failureMessage: 'lost_or_stolen_card' }]);
  });

  test('that was made at Stripe directly is recorded once, also when it is reported before the payment', async () => {
    const { order, session } = await createCardOrder();
    const paymentIntent = `pi_${session.id}`;
    const details = { id: `re_${session.id}`, object: 'refund', amount: 4_000, currency: 'eur', metadata: {} };
    const refund = { ...details, payment_intent: paymentIntent, status: 'succeeded' };
    (stripe.refunds as Data[]).push(refund);
    const early = stripe.event('refund.created', refund);

    expect(await sendEvent(early)).toBe(200);
    await sendAndWait(stripe.paid(session));
    await sendAndWait(stripe.event('charge.refunded', { object: 'charge', payment_intent: paymentIntent }));
    await sendAndWait(early);

    const seen = await moneyOf(order.seller, order);
    expect(seen).toMatchObject({ paid: 10_000, refunded: 4_000, paymentStatus: 'PARTIALLY_REFUNDED' });
    expect(seen.types).toEqual(['CHECKOUT_OPENED', 'PAYMENT_REFUNDED']);
  });
});

test('a stranger sees neither the payments nor the link of an order', async () => {
  const { order } = await createCardOrder();

  const { order: seen } = await (await factory.createPerson()).ask(
    'query ($id: ID!) { order(id: $id) { payments { id } } }',
    {
      id: order.id,
    },
  );
  const { errors } = await apiClient(server.url).send('{ paymentExceptions(first: 1) { edges { node { id } } } }');

  expect(seen).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_SIGNED_IN' });
});
