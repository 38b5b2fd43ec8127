/** Payments that take days, such as direct debits: the page is completed, and the money comes later or not at all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../../src/orders/fire-timers.ts';
import { periods } from '../../../src/process/periods.ts';
import { apiClient, type Data } from '../../support/client.ts';
import { type TestOrder, takeStepAs } from '../../support/factory.ts';
import { expectBooksInOrder } from '../../support/invariants.ts';
import { moneyBecomes, moneyOf } from '../../support/money.ts';
import { paymentsVia, type StripeService, startStripeService } from '../../support/stripe-service.ts';
import { useServer } from '../../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService({ now: () => server.clock.now() });
});
afterAll(() => stripe.stop());

const { server, second, factory } = useServer({
  instances: 2,
  sessionDays: 1_000,
  config: () => ({ payments: paymentsVia(stripe) }),
});

async function createCardOrder(): Promise<{ order: TestOrder; session: Data }> {
  const order = await factory.createOrder({ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED' });
  return { order, session: await sessionOf(order) };
}

async function sessionOf(order: TestOrder): Promise<Data> {
  const { payment } = await moneyBecomes(order.advertiser, order, { payment: { checkoutUrl: expect.any(String) } });
  return stripe.sessions.find(({ url }) => url === payment.checkoutUrl);
}

async function sendAndWait(event: Data, url = server.url): Promise<void> {
  expect(await stripe.sendEvent(url, event, { at: server.clock.now() })).toBe(200);
  await expect
    .poll(async () => (await server.app.db.providerEvent.findUnique({ where: { id: event.id } }))?.status)
    .not.toBe('NEW');
}

/** The event that the page of a slow payment was completed. */
const completed = (session: Data) => {
  Object.assign(session, { status: 'complete', payment_intent: `pi_${session.id}` });
  return stripe.event('checkout.session.completed', session);
};
const succeeded = (session: Data) =>
  stripe.event('checkout.session.async_payment_succeeded', { ...session, payment_status: 'paid' });
const failed = (session: Data) => stripe.event('checkout.session.async_payment_failed', session);

const expiryOf = async (order: TestOrder): Promise<Date> => {
  const answer = await order.seller.ask('query ($id: ID!) { order(id: $id) { expiresAt } }', { id: order.id });
  return new Date(answer.order.expiresAt);
};
const afterDays = (days: number): Date => new Date(server.clock.now().getTime() + days * 86_400_000);

describe('a payment in progress', () => {
  test('keeps the order from expiring, and settles it when the money arrives', async () => {
    const { order, session } = await createCardOrder();
    server.clock.advance({ days: periods.expiry - 1 });
    await sendAndWait(completed(session));
    const held = await expiryOf(order);
    const limit = afterDays(periods.paymentProgress);

    server.clock.advance({ days: 10 });
    await fireDueTimers(server.app);
    const waiting = await moneyOf(order.seller, order);
    await sendAndWait(succeeded(session));
    await sendAndWait(completed(session));

    expect(Math.abs(held.getTime() - limit.getTime())).toBeLessThan(60_000);
    expect(waiting).toMatchObject({ status: 'PAYMENT_REQUIRED', paymentStatus: 'IN_PROGRESS' });
    expect(await moneyOf(order.seller, order)).toMatchObject({
      ...{ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID', paid: 10_000, refunded: 0 },
      types: ['CHECKOUT_OPENED', 'PAYMENT_INITIATED'],
    });
    await expectBooksInOrder(server, order, 'when it was received');
  });

  test('gives back the time that was left if it fails, and at least some days', async () => {
    const [early, late] = [await createCardOrder(), await createCardOrder()];
    await sendAndWait(completed(early.session));
    server.clock.advance({ days: periods.expiry - 1 });
    await sendAndWait(completed(late.session));

    await sendAndWait(failed(early.session));
    await sendAndWait(failed(late.session));

    const expected = [afterDays(periods.expiry), afterDays(periods.paymentGrace)];
    for (const [index, { order }] of [early, late].entries()) {
      expect(Math.abs((await expiryOf(order)).getTime() - (expected[index]?.getTime() ?? 0))).toBeLessThan(60_000);
      const next = await sessionOf(order);
      expect(await moneyOf(order.advertiser, order)).toMatchObject({
        paymentStatus: 'FAILED',
        waitingOn: ['ADVERTISER'],
      });
      await expectBooksInOrder(server, order, `after the failure ${index}`);
      await sendAndWait(stripe.paid(next));
      expect(await moneyOf(order.seller, order)).toMatchObject({ status: 'PAYMENT_RECEIVED' });
    }
  });

  test('has no other page that could be paid, and its link is not renewed', async () => {
    const { order, session } = await createCardOrder();
    const renew = async () =>
      (
        await order.advertiser.ask(
          'mutation ($id: ID!) { refreshPaymentLink(input: { orderId: $id }) { __typename ... on Refusal { code } } }',
          { id: order.id },
        )
      ).refreshPaymentLink;
    await sendAndWait(stripe.event('checkout.session.expired', session));
    await renew();
    const newer = await sessionOf(order);

    await sendAndWait(completed(session));
    const refused = await renew();
    await expect.poll(() => newer.status).toBe('expired');
    await sendAndWait(failed(session));

    expect(refused).toMatchObject({ code: 'PAYMENT_IN_PROGRESS' });
    expect(await moneyOf(order.seller, order)).toMatchObject({ paymentStatus: 'FAILED' });
  });

  test('is given back if it arrives after the order was cancelled', async () => {
    const { order, session } = await createCardOrder();
    await sendAndWait(completed(session));
    await takeStepAs(order.advertiser, order, 'cancelOrder');

    await sendAndWait(succeeded(session));

    await moneyBecomes(order.seller, order, { status: 'CANCELLED', paymentStatus: 'REFUNDED', refunded: 10_000 });
    await expectBooksInOrder(server, order, 'after the refund');
  });
});

test.each([1, 2, 3])(
  'a payment that comes at the moment of the expiry counts, or is given back (race %i)',
  async () => {
    const { order, session } = await createCardOrder();
    server.clock.advance({ days: periods.expiry });

    await Promise.all([fireDueTimers(server.app), sendAndWait(stripe.paid(session), second.url)]);

    const seen = await moneyOf(order.seller, order);
    if (seen.status === 'EXPIRED')
      await moneyBecomes(order.seller, order, { paymentStatus: 'REFUNDED', refunded: 10_000 });
    else expect(seen).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID', refunded: 0 });
    await expectBooksInOrder(server, order, 'after the race');
  },
);

test.each([1, 2, 3])('a report of a slow payment and the expiry exclude each other (race %i)', async () => {
  const { order, session } = await createCardOrder();
  server.clock.advance({ days: periods.expiry });
  const onSecond = apiClient(second.url, order.seller.sessionToken);

  await Promise.all([fireDueTimers(server.app), sendAndWait(completed(session), second.url)]);

  const { order: seen } = await onSecond.ask('query ($id: ID!) { order(id: $id) { status paymentStatus } }', {
    id: order.id,
  });
  expect([
    { status: 'EXPIRED', paymentStatus: 'UNPAID' },
    { status: 'PAYMENT_REQUIRED', paymentStatus: 'IN_PROGRESS' },
  ]).toContainEqual(seen);
  await expectBooksInOrder(server, order, 'after the race');
});
