/** Invoices of subscriptions at Stripe that name an order or a payment of ours. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewDueOrders } from '../../../src/renewals/renew-due.ts';
import type { Data } from '../../support/client.ts';
import { oneMonth, type TestOrder, takeStepAs } from '../../support/factory.ts';
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
  config: () => ({ payments: paymentsVia(stripe, { methods: ['BANK_TRANSFER', 'CARD'] }) }),
  sessionDays: 1_000,
});

const overview = `query ($id: ID!) { order(id: $id) { renewal { status payment { id status } } payments { id status failureMessage }
  successor { id number paymentStatus status } timeline(last: 50) { edges { node { type } } } } }`;

async function look({ advertiser, id }: Pick<TestOrder, 'advertiser' | 'id'>): Promise<Data> {
  const { order } = await advertiser.ask(overview, { id });
  return { ...order, types: order.timeline.edges.map(({ node }: Data) => node.type) };
}

/** An order paid by card whose payment for the next month is requested. */
async function createOrderWithRequestedPayment(): Promise<TestOrder> {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth, paymentMethod: 'CARD' });
  await ask();
  expect((await look(order)).renewal).toMatchObject({ status: 'ACTIVE', payment: { status: 'OPEN' } });
  return order;
}

/** Advances the clock until the payment for the next month is requested. */
async function ask(days = 24): Promise<void> {
  server.clock.advance({ days });
  await renewDueOrders(server.app);
}

interface InvoiceParams {
  readonly metadata?: Data;
  readonly subscription?: Data;
  readonly amount?: number;
  readonly currency?: string;
}

/** Stores an invoice at Stripe that is paid, or whose card was declined. */
function createInvoice(
  isPaid: boolean,
  { metadata = {}, subscription = {}, amount = 10_000, currency = 'eur' }: InvoiceParams = {},
): Data {
  const id = `in_${randomUUID().replaceAll('-', '')}`;
  const parent = {
    type: 'subscription_details',
    subscription_details: { metadata: subscription, subscription: 'sub_1' },
    quote_details: null,
  };
  const invoice = {
    ...{ id, object: 'invoice', metadata, parent, currency, amount_due: amount },
    ...{ status: 'open', amount_paid: 0, payments: { object: 'list', data: [], has_more: false } },
  };
  return isPaid ? collected(invoice, amount) : declined(invoice);
}

function collected(invoice: Data, amount = invoice.amount_due): Data {
  const payment = { type: 'payment_intent', payment_intent: { id: `pi_${invoice.id}`, object: 'payment_intent' } };
  return storeInvoice({
    ...invoice,
    ...{ status: 'paid', amount_paid: amount },
    payments: { ...invoice.payments, data: [{ object: 'invoice_payment', status: 'paid', payment }] },
  });
}

function declined(invoice: Data): Data {
  const intent = { id: `pi_${invoice.id}`, last_payment_error: { message: 'Your card was declined.' } };
  const payment = { type: 'payment_intent', payment_intent: intent };
  return storeInvoice({
    ...invoice,
    payments: { ...invoice.payments, data: [{ object: 'invoice_payment', status: 'open', payment }] },
  });
}

function storeInvoice(invoice: Data): Data {
  stripe.invoices.set(invoice.id, invoice);
  return invoice;
}

/** An event of an invoice does not contain its payments. */
const eventOf = (type: string, { payments: _, ...invoice }: Data): Data => stripe.event(type, invoice);
const sendEvent = (event: Data, { url } = server) => stripe.sendEvent(url, event, { at: server.clock.now() });
const statusOf = async ({ id }: Data) => (await server.app.db.providerEvent.findUnique({ where: { id } }))?.status;

/** Sends an event, and waits until it was handled. */
async function sendAndWait(event: Data): Promise<void> {
  expect(await sendEvent(event)).toBe(200);
  await expect.poll(() => statusOf(event)).not.toBe('NEW');
}

const successorsOf = ({ advertiser }: TestOrder) =>
  server.app.db.order.count({ where: { advertiserId: advertiser.accountId, predecessorId: { not: null } } });

test('a paid invoice sets up the next month once, however often and on whichever instance it is reported', async () => {
  const order = await createOrderWithRequestedPayment();
  const invoice = createInvoice(true, { subscription: { placard_order: String(order.number) } });
  const events = [1, 2, 3, 4].map(() => eventOf('invoice.paid', invoice));

  await Promise.all(events.flatMap((event) => [sendEvent(event), sendEvent(event, second)]));
  for (const event of events) await sendAndWait(event);

  const { successor, renewal } = await look(order);
  expect(successor).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID' });
  expect(renewal.status).toBe('ENDED');
  expect(await successorsOf(order)).toBe(1);
  const { payments } = await moneyOf(order.seller, successor);
  expect(payments).toMatchObject([{ receipts: [{ reference: `pi_${invoice.id}`, amount: { minorUnits: 10_000 } }] }]);
  await expectBooksInOrder(server, order, 'paid by an invoice');
});

test('a subscription names the first order, and its invoices pay for one month after another', async () => {
  const order = await createOrderWithRequestedPayment();
  const params = { subscription: { placard_order: String(order.number) } };
  const first = createInvoice(true, params);
  await sendAndWait(eventOf('invoice.paid', first));
  const month = { ...order, ...(await look(order)).successor };
  // The payment came a week early: that week is added.
  await ask(31);

  await sendAndWait(eventOf('invoice.paid', first));
  const afterRepeat = await look(month);
  await sendAndWait(eventOf('invoice.paid', createInvoice(true, params)));

  expect(afterRepeat, 'the invoice of the month before pays no second month').toMatchObject({ successor: null });
  expect((await look(month)).successor).toMatchObject({ status: 'PAYMENT_RECEIVED' });
  expect(await successorsOf(order)).toBe(2);
});

test('an invoice that could not be collected makes the renewal overdue, and renews the order when it is paid later', async () => {
  const order = await createOrderWithRequestedPayment();
  const invoice = createInvoice(false, { metadata: { placard_order: String(order.number) } });

  const failure = eventOf('invoice.payment_failed', invoice);
  await sendAndWait(failure);
  await sendAndWait(failure);

  const failed = await look(order);
  expect(failed.renewal).toMatchObject({ status: 'PAST_DUE', payment: { status: 'OPEN' } });
  expect(failed.payments).toContainEqual(
    expect.objectContaining({ status: 'FAILED', failureMessage: 'Your card was declined.' }),
  );
  expect(failed.types.filter((type: string) => ['PAYMENT_FAILED', 'RENEWAL_PAYMENT_MISSED'].includes(type))).toEqual([
    'PAYMENT_FAILED',
    'RENEWAL_PAYMENT_MISSED',
  ]);
  const mails = await server.app.db.email.findMany({
    where: { order: { number: order.number }, template: 'renewal-past-due' },
  });
  expect(mails.map(({ role }) => role).sort()).toEqual(['advertiser', 'seller']);

  const paid = collected(invoice);
  await sendAndWait(eventOf('invoice.paid', paid));
  // This event arrives late: the invoice is already paid.
  await sendAndWait(eventOf('invoice.payment_failed', invoice));

  const after = await look(order);
  expect(after.successor).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID' });
  expect(after.types.filter((type: string) => type === 'PAYMENT_FAILED')).toHaveLength(1);
  await expectBooksInOrder(server, order, 'collected at the second attempt');
});

test('a paid invoice without a requested payment is refunded, and an invoice with a different sum waits for an operator', async () => {
  const order = await createOrderWithRequestedPayment();
  const { renewal } = await look(order);
  const placard_payment = Buffer.from(renewal.payment.id, 'base64url').toString().replace('Payment:', '');
  const little = createInvoice(true, { metadata: { placard_payment }, amount: 500 });
  await sendAndWait(eventOf('invoice.paid', little));
  expect((await moneyOf(order.operator, order)).types).toContain('PAYMENT_MISMATCHED');
  await takeStepAs(order.advertiser, order, 'stopRenewal');

  const late = createInvoice(true, { subscription: { placard_order: String(order.number) } });
  await sendAndWait(eventOf('invoice.paid', late));

  await moneyBecomes(order.seller, order, {
    types: expect.arrayContaining(['PAYMENT_ARRIVED_LATE', 'PAYMENT_REFUNDED']),
  });
  expect(stripe.refunds.filter(({ payment_intent }) => payment_intent === `pi_${late.id}`)).toMatchObject([
    { amount: 10_000 },
  ]);
  await expectBooksInOrder(server, order, 'an invoice that came late');
});

test('an invoice that names no order is stored and not handled, and an invoice of an unknown order waits for an operator', async () => {
  const foreign = createInvoice(true, { metadata: { order: '7' }, subscription: { placard_order: 'the first' } });
  const unknown = createInvoice(true, { metadata: { placard_order: '2000000000' } });
  const free = createInvoice(true, { metadata: { placard_order: '2000000000' }, amount: 0 });
  const events = [foreign, unknown, free].map((invoice) => eventOf('invoice.paid', invoice));

  for (const event of events) await sendAndWait(event);

  expect(await Promise.all(events.map(statusOf))).toEqual(['UNHANDLED', 'DONE', 'DONE']);
  const movements = await server.app.db.paymentMovement.findMany({
    where: { reference: { in: [foreign, unknown, free].map(({ id }) => `pi_${id}`) } },
  });
  expect(movements).toMatchObject([{ reference: `pi_${unknown.id}`, needsOperator: true, orderId: null }]);
});

test('an invoice in the shape of an older API version is applied to the order that its subscription names', async () => {
  const order = await createOrderWithRequestedPayment();
  const { parent, ...invoice } = createInvoice(true, { subscription: { placard_order: String(order.number) } });

  await sendAndWait(eventOf('invoice.paid', { ...invoice, subscription_details: parent.subscription_details }));

  expect((await look(order)).successor).toMatchObject({ paymentStatus: 'PAID' });
});
