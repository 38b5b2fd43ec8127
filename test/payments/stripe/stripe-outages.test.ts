/** Payments by card during failures of Stripe and after crashes of the server: nothing is lost or done twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { killChildren, startChild } from '../../support/child-process.ts';
import type { ChildServer, PlacedOrder } from '../../support/child-server.ts';
import { apiClient } from '../../support/client.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { takeStepAs } from '../../support/factory.ts';
import { moneyBecomes, moneyOf } from '../../support/money.ts';
import {
  paymentsVia,
  type StripeMishap,
  type StripeService,
  startStripeService,
} from '../../support/stripe-service.ts';
import { useServer } from '../../support/use-server.ts';

const cardOrder = { paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED' } as const;

describe('while Stripe fails', () => {
  let stripe: StripeService;
  beforeAll(async () => {
    stripe = await startStripeService();
  });
  afterAll(() => stripe.stop());

  const { server, factory } = useServer({ config: () => ({ payments: paymentsVia(stripe, { timeoutSeconds: 0.5 }) }) });

  const mishaps: StripeMishap[] = ['broken', 'rateLimited', 'hang', 'acceptThenHang', 'acceptThenCut'];
  const linked = { types: ['CHECKOUT_OPENED'], payment: { checkoutUrl: expect.any(String) } };

  test('one page is made for each payment, whatever the failure is', async () => {
    stripe.misbehave('sessions', ...mishaps);

    const orders = await Promise.all(mishaps.map(() => factory.createOrder(cardOrder)));
    const seen = await Promise.all(orders.map((order) => moneyBecomes(order.advertiser, order, linked)));

    expect(stripe.sessions.map(({ url }) => url).sort()).toEqual(seen.map(({ payment }) => payment.checkoutUrl).sort());
    expect(stripe.requestCounts.sessions, 'each mishap is answered by one more try').toBe(2 * mishaps.length);
  });

  test('each payment is refunded once, whatever the failure is', async () => {
    const orders = await Promise.all(mishaps.map(() => factory.createOrder(cardOrder)));
    for (const order of orders) {
      const { payment } = await moneyBecomes(order.advertiser, order, linked);
      const session = stripe.sessions.find(({ url }) => url === payment.checkoutUrl);
      await stripe.sendEvent(server.url, stripe.paid(session), { at: server.clock.now() });
      await moneyBecomes(order.seller, order, { paymentStatus: 'PAID' });
    }
    stripe.misbehave('refunds', ...mishaps);

    await Promise.all(orders.map((order) => takeStepAs(order.seller, order, 'cancelPaidOrder')));
    const types = ['CHECKOUT_OPENED', 'PAYMENT_REFUNDED'];
    const seen = await Promise.all(orders.map((order) => moneyBecomes(order.seller, order, { types })));

    const paidFor = new Set(stripe.refunds.map(({ payment_intent }) => payment_intent));
    expect([stripe.refunds.length, paidFor.size]).toEqual([mishaps.length, mishaps.length]);
    // One more try for each, except for the refund that was made although its answer was lost: it is found at Stripe.
    expect(stripe.requestCounts.refunds).toBe(2 * mishaps.length - 1);
    for (const { payments } of seen) expect(payments[0].refunds).toMatchObject([{ status: 'DONE' }]);
  });
});

describe('a server that is killed', () => {
  let stripe: StripeService;
  let database: TestDatabase;
  let dataDir: string;

  beforeEach(async () => {
    stripe = await startStripeService();
    dataDir = await mkdtemp(join(tmpdir(), 'placard-stripe-'));
    database = await freshDatabase();
  });
  afterEach(async () => {
    await killChildren();
    await database.drop();
    await stripe.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async (order: ChildServer['order']) => {
    // The database is not killed. The tests of mails cover a database that dies with its server.
    const place = { databaseUrl: database.url, isShared: database.isEmbedded, dataDir, template: '' };
    const childServer: ChildServer = {
      ...place,
      config: { payments: paymentsVia(stripe, { timeoutSeconds: 0.5 }) },
      order,
    };
    return startChild('test/support/child-server.ts', { args: [JSON.stringify(childServer)] });
  };
  const kill = async (child: Awaited<ReturnType<typeof start>>) => {
    child.signal('SIGKILL');
    expect(await child.ended).toBe('SIGKILL');
  };
  const readOrder = async (child: Awaited<ReturnType<typeof start>>): Promise<PlacedOrder> =>
    JSON.parse((await child.says(/^order (.*)$/m))[1] ?? '');
  const urlOf = async (child: Awaited<ReturnType<typeof start>>) => (await child.says(/^ready (.*)$/m))[1] ?? '';

  test('while Stripe makes the page has one page, reported once, after its restart', async () => {
    stripe.misbehave('sessions', 'acceptThenHang');
    const first = await start(cardOrder);
    const placed = await readOrder(first);
    await expect.poll(() => stripe.sessions.length).toBe(1);
    await kill(first);

    const second = await start(null);
    const seller = apiClient(await urlOf(second), placed.token);
    await expect.poll(async () => (await moneyOf(seller, placed)).types).toEqual(['CHECKOUT_OPENED']);

    expect(stripe.sessions).toHaveLength(1);
  });

  test('just after Stripe reported a payment, and during a refund, does each of them once after its restart', async () => {
    const first = await start(cardOrder);
    const placed = await readOrder(first);
    const firstUrl = await urlOf(first);
    await expect.poll(() => stripe.sessions.length).toBe(1);
    const [session] = stripe.sessions;
    expect(await stripe.sendEvent(firstUrl, stripe.paid(session))).toBe(200);
    await kill(first);

    const second = await start(null);
    const seller = apiClient(await urlOf(second), placed.token);
    await expect.poll(async () => (await moneyOf(seller, placed)).status).toBe('PAYMENT_RECEIVED');
    stripe.misbehave('refunds', 'acceptThenHang');
    await takeStepAs(seller, placed, 'cancelPaidOrder');
    await expect.poll(() => stripe.refunds.length).toBe(1);
    await kill(second);

    const third = await start(null);
    const again = apiClient(await urlOf(third), placed.token);
    await expect
      .poll(async () => (await moneyOf(again, placed)).types)
      .toEqual(expect.arrayContaining(['PAYMENT_REFUNDED']));

    const seen = await moneyOf(again, placed);
    expect(stripe.refunds.map(({ amount }) => amount)).toEqual([10_000]);
    expect(seen).toMatchObject({ paid: 10_000, refunded: 10_000, paymentStatus: 'REFUNDED' });
    expect(seen.types.filter((type: string) => type === 'PAYMENT_REFUNDED')).toHaveLength(1);
  });
});
