/** Payments that arrive in parts, that the advertiser reports, and orders without or with a late payment. */
import { describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { periods } from '../../src/process/periods.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import { moneyBecomes } from '../support/money.ts';
import { upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

const inEuros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' });

const query = `query ($id: ID!) { order(id: $id) { status paymentStatus waitingOn needsAttention expiresAt
  amountPaid { minorUnits } amountDue { minorUnits } amountRefunded { minorUnits }
  awaitedActions { role title since until outcome } payment { amount { minorUnits } amountReceived { minorUnits } }
  payments { status amount { minorUnits } receipts { amount { minorUnits } } }
  timeline(last: 50) { nodes { type files { name }
    ... on PaymentRequestedEntry { amount { minorUnits } } ... on PaymentReceivedEntry { amount { minorUnits } amountDue { minorUnits } }
    ... on PaymentRecordedEntry { amount { minorUnits } } ... on PaymentReportedEntry { reference } } } } }`;

const view = async (person: TestPerson, order: { id: string }): Promise<Data> =>
  (await person.ask(query, { id: order.id })).order;
const sumsOf = ({ amountPaid, amountDue }: Data) => [amountPaid.minorUnits, amountDue.minorUnits];
const entriesOf = ({ timeline }: Data, type: string): Data[] =>
  timeline.nodes.filter((node: Data) => node.type === type);
/** The awaited actions, without those of the ads. */
const orderTasksOf = ({ awaitedActions }: Data): Data[] =>
  awaitedActions.filter(({ title }: Data) => !/set up|submit/i.test(title));
const confirm = (order: TestOrder, reference: string, minorUnits?: number) =>
  takeStepAs(order.seller, order, 'confirmPayment', {
    reference,
    ...(minorUnits ? { amount: inEuros(minorUnits) } : {}),
  });
const lettersTo = (email: string) =>
  [server, second].flatMap(({ app }) => app.mailbox?.letters() ?? []).filter(({ to }) => to === email);

describe('a payment in parts', () => {
  test('adds up: the rest stays due, each part has a receipt, and the order continues when all was received', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });

    const first = await confirm(order, 'part 1', 3_000);
    const between = await view(order.advertiser, order);
    const tooMuch = await confirm(order, 'part 2', 7_001);
    const again = await confirm(order, 'part 1', 1_000);
    await confirm(order, 'part 2', 2_000);
    const last = await confirm(order, 'part 3');

    const seen = await view(order.seller, order);
    expect(first).toMatchObject({ status: 'PAYMENT_REQUIRED', paymentStatus: 'PARTIALLY_PAID' });
    expect(between).toMatchObject({ waitingOn: ['ADVERTISER'], payment: { amountReceived: { minorUnits: 3_000 } } });
    expect(sumsOf(between)).toEqual([3_000, 7_000]);
    expect([tooMuch.__typename, again.__typename]).toEqual(['InputInvalid', 'ReferenceAlreadyCounted']);
    expect(last).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID' });
    expect(sumsOf(seen)).toEqual([10_000, 0]);
    expect(seen.payments).toMatchObject([{ status: 'RECEIVED', amount: { minorUnits: 10_000 } }]);
    expect(seen.payments[0].receipts.map(({ amount }: Data) => amount.minorUnits)).toEqual([3_000, 2_000, 5_000]);
    expect(entriesOf(seen, 'PAYMENT_REQUESTED')).toMatchObject([{ amount: { minorUnits: 10_000 } }]);
    expect(
      entriesOf(seen, 'PAYMENT_RECEIVED').map(({ amount, amountDue }) => [amount.minorUnits, amountDue?.minorUnits]),
    ).toEqual([
      [3_000, 7_000],
      [2_000, 5_000],
      [5_000, undefined],
    ]);
    const letters = () => lettersTo(order.advertiser.email).filter(({ subject }) => subject.startsWith('Payment rec'));
    await expect.poll(() => letters().length).toBe(3);
    expect(letters().filter(({ text }) => text.includes('EUR 70.00 is still due'))).toHaveLength(1);
    await expectBooksInOrder(server, order, 'at the end');
  });

  test('is given back if the order ends before the rest was received, and the rest can be requested again', async () => {
    const [cancelled, expired, requested] = [
      await factory.createOrder({ status: 'PAYMENT_REQUIRED' }),
      await factory.createOrder({ status: 'PAYMENT_REQUIRED' }),
      await factory.createOrder({ status: 'PAYMENT_REQUIRED' }),
    ];
    for (const order of [cancelled, expired, requested]) await confirm(order, 'part', 4_000);
    await takeStepAs(requested.seller, requested, 'withdrawPaymentRequest');
    const withdrawn = await view(requested.seller, requested);
    await takeStepAs(requested.seller, requested, 'requestPayment');
    const rest = await view(requested.seller, requested);
    await confirm(requested, 'rest');

    await takeStepAs(cancelled.advertiser, cancelled, 'cancelOrder');
    server.clock.advance({ days: periods.expiry });
    await fireDueTimers(server.app);

    for (const [order, status] of [
      [cancelled, 'CANCELLED'],
      [expired, 'EXPIRED'],
    ] as const) {
      const seen = await view(order.seller, order);
      expect(seen).toMatchObject({ status, paymentStatus: 'REFUNDED', amountRefunded: { minorUnits: 4_000 } });
      await expectBooksInOrder(server, order, status);
    }
    expect(withdrawn).toMatchObject({ paymentStatus: 'PARTIALLY_PAID' });
    expect(sumsOf(withdrawn)).toEqual([4_000, 0]);
    expect(sumsOf(rest)).toEqual([4_000, 6_000]);
    expect(await view(requested.seller, requested)).toMatchObject({
      status: 'PAYMENT_RECEIVED',
      paymentStatus: 'PAID',
    });
  });

  test('is counted whole if two instances confirm parts at the same time', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    const onSecond = apiClient(second.url, order.seller.sessionToken);

    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((part) =>
        takeStepAs(part % 2 ? order.seller : onSecond, order, 'confirmPayment', {
          reference: `part ${part}`,
          amount: inEuros(2_500),
        }),
      ),
    );

    const seen = await view(order.seller, order);
    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(4);
    expect(seen).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID' });
    expect(sumsOf(seen)).toEqual([10_000, 0]);
  });

  test('leaves a page for the rest, where the page before no longer counts', async () => {
    const order = await factory.createOrder({ paymentMethod: 'TEST', status: 'PAYMENT_REQUIRED' });
    const linked = { payment: { checkoutUrl: expect.any(String) } };
    await moneyBecomes(order.advertiser, order, linked);
    await confirm(order, 'in cash', 1_000);
    await expect
      .poll(
        async () => (await server.app.db.payment.findFirst({ where: { order: { number: order.number } } }))?.attempt,
      )
      .toBe(2);
    const { payment } = await moneyBecomes(order.advertiser, order, linked);
    const page = payment.checkoutUrl.replace(server.app.config.publicUrl, server.url);

    const html = await (await fetch(page)).text();
    await fetch(page, { method: 'POST', body: new URLSearchParams({ action: 'pay' }), redirect: 'manual' });

    expect(html).toContain('EUR 90.00');
    expect(await view(order.seller, order)).toMatchObject({
      ...{ status: 'PAYMENT_RECEIVED', amountPaid: { minorUnits: 10_000 }, amountRefunded: { minorUnits: 0 } },
      payments: [{ receipts: [{ amount: { minorUnits: 1_000 } }, { amount: { minorUnits: 9_000 } }] }],
    });
  });

  test('repeats the answer for the same idempotency key, whether or not it names the amount', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    const idempotencyKey = `key ${order.number}`;
    const call = (amount?: Data) =>
      takeStepAs(order.seller, order, 'confirmPayment', {
        ...{ reference: 'once', idempotencyKey },
        ...(amount ? { amount } : {}),
      });

    const answers = [await call(), await call()];

    expect(answers.map(({ __typename }) => __typename)).toEqual(['Order', 'Order']);
    expect(sumsOf(await view(order.seller, order))).toEqual([10_000, 0]);
  });
});

describe('a payment that the advertiser reports', () => {
  test('makes the seller the awaited party, with the receipt of the bank, until it is confirmed', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    const receipt = (await upload(order.advertiser)).id;

    await takeStepAs(order.advertiser, order, 'reportPayment', { reference: 'SEPA 17', receipt: [receipt] });
    const twice = await takeStepAs(order.advertiser, order, 'reportPayment', { reference: 'SEPA 17' });
    const reported = await view(order.seller, order);
    const bySeller = await takeStepAs(order.seller, order, 'reportPayment', { reference: 'SEPA 17' });
    await confirm(order, 'Statement 4, line 1');

    expect(reported).toMatchObject({ status: 'PAYMENT_REQUIRED', needsAttention: true });
    expect(orderTasksOf(reported)).toMatchObject([
      { role: 'SELLER', title: expect.stringContaining('Confirm the reported payment'), outcome: 'The order expires.' },
    ]);
    expect(entriesOf(reported, 'PAYMENT_REPORTED')).toMatchObject([{ reference: 'SEPA 17', files: [{}] }]);
    expect([twice, bySeller]).toMatchObject([{ code: 'CONDITION_NOT_MET' }, { code: 'WRONG_ROLE' }]);
    const letters = () => lettersTo(order.seller.email).filter(({ subject }) => subject.startsWith('Payment reported'));
    await expect.poll(() => letters().length).toBe(1);
    expect(letters()[0]?.text).toContain('SEPA 17');
    expect(await view(order.seller, order)).toMatchObject({ status: 'PAYMENT_RECEIVED' });
  });

  test('is due again if the seller answers that it was not received, and holds the expiry for some days', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    server.clock.advance({ days: periods.expiry - 1 });
    const reportedAt = server.clock.now();

    await takeStepAs(order.advertiser, order, 'reportPayment', { reference: 'SEPA 18' });
    const { expiresAt } = await view(order.advertiser, order);
    await takeStepAs(order.seller, order, 'declinePaymentReport', { reason: 'No such transfer until today.' });
    const declined = await view(order.advertiser, order);
    const again = await takeStepAs(order.advertiser, order, 'reportPayment', { reference: 'SEPA 19' });

    const days = (new Date(expiresAt).getTime() - reportedAt.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(periods.paymentConfirmation);
    expect(declined).toMatchObject({ waitingOn: ['ADVERTISER'], needsAttention: true, expiresAt });
    expect(again).toMatchObject({ __typename: 'Order' });
    const letters = () =>
      lettersTo(order.advertiser.email).filter(({ subject }) => subject.startsWith('No payment received'));
    await expect.poll(() => letters().length).toBe(1);
    expect(letters()[0]?.text).toContain('No such transfer until today.');
  });

  test.each([1, 2, 3])('is confirmed once, whether the report or the confirmation comes first (race %i)', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    const onSecond = apiClient(second.url, order.advertiser.sessionToken);

    const [, confirmed] = await Promise.all([
      takeStepAs(onSecond, order, 'reportPayment', { reference: 'SEPA 20' }),
      confirm(order, 'line 20'),
    ]);

    const seen = await view(order.seller, order);
    expect(confirmed).toMatchObject({ status: 'PAYMENT_RECEIVED' });
    expect(orderTasksOf(seen).map(({ title }) => title)).toEqual(['Start processing']);
    await expectBooksInOrder(server, order, 'after the race');
  });

  test('cannot be reported where a link confirms the payment', async () => {
    const order = await factory.createOrder({ paymentMethod: 'TEST', status: 'PAYMENT_REQUIRED' });

    const refused = await takeStepAs(order.advertiser, order, 'reportPayment', { reference: 'x' });

    expect(refused).toMatchObject({ code: 'CONDITION_NOT_MET', message: expect.stringContaining('payment link') });
  });
});

describe('an order of value 0', () => {
  test.each(['BANK_TRANSFER', 'TEST'] as const)('continues without a payment (%s)', async (paymentMethod) => {
    const order = await factory.createOrder({ paymentMethod, price: { minorUnits: 0, currency: 'EUR' } });

    const refused = await takeStepAs(order.seller, order, 'requestPayment');
    const accepted = await takeStepAs(order.seller, order, 'acceptOrder');

    const seen = await view(order.advertiser, order);
    expect(refused).toMatchObject({
      code: 'CONDITION_NOT_MET',
      message: expect.stringContaining('total of the order'),
    });
    expect(accepted).toMatchObject({ status: 'PROCESSING', paymentStatus: 'NONE' });
    expect(seen).toMatchObject({ payments: [] });
    expect(orderTasksOf(seen)).toMatchObject([{ role: 'SELLER', title: 'Run the ad and complete the order' }]);
    await expect
      .poll(() => lettersTo(order.advertiser.email).map(({ subject }) => subject))
      .toContainEqual(expect.stringContaining(`#${order.number}`));
    await takeStepAs(order.seller, order, 'completeOrder', {});
    expect(await view(order.advertiser, order)).toMatchObject({ status: 'COMPLETED', paymentStatus: 'NONE' });
  });

  test('alone can be accepted without a payment', async () => {
    const order = await factory.createOrder();

    expect(await takeStepAs(order.seller, order, 'acceptOrder')).toMatchObject({ code: 'CONDITION_NOT_MET' });
  });
});

describe('the payment status', () => {
  test('says that an order ended without a payment', async () => {
    const orders = [
      await factory.createOrder({ status: 'REJECTED' }),
      await factory.createOrder({ status: 'CANCELLED', paymentMethod: 'TEST' }),
      await factory.createOrder({ status: 'EXPIRED' }),
    ];

    const seen = await Promise.all(orders.map((order) => view(order.seller, order)));

    expect(seen.map(({ paymentStatus }) => paymentStatus)).toEqual(['UNPAID', 'UNPAID', 'UNPAID']);
  });
});

describe('a payment that arrives after the order has continued', () => {
  test('is recorded by the seller up to the total, in parts, with a receipt', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    await takeStepAs(order.operator, order, 'overrideOrderStatus', { status: 'COMPLETED', reason: 'It ran.' });
    const record = (reference: string, amount?: Data) =>
      takeStepAs(order.seller, order, 'recordPayment', { reference, ...(amount ? { amount } : {}) });

    const part = await record('line 1', inEuros(4_000));
    const tooMuch = await record('line 2', inEuros(6_001));
    const again = await record('line 1', inEuros(1_000));
    const rest = await record('line 2');
    const more = await record('line 3');

    const seen = await view(order.advertiser, order);
    expect(part).toMatchObject({ status: 'COMPLETED' });
    expect([tooMuch.__typename, again.__typename]).toEqual(['InputInvalid', 'ReferenceAlreadyCounted']);
    expect(rest).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PAID' });
    expect(more).toMatchObject({ code: 'CONDITION_NOT_MET' });
    expect(entriesOf(seen, 'PAYMENT_RECORDED').map(({ amount }) => amount.minorUnits)).toEqual([4_000, 6_000]);
    expect(seen.payments.map(({ status, receipts }: Data) => [status, receipts.length])).toEqual([
      ['RECEIVED', 1],
      ['RECEIVED', 1],
      ['CLOSED', 0],
    ]);
    await expectBooksInOrder(server, order, 'at the end');
    expect(await takeStepAs(order.operator, order, 'refundOrder', { reason: 'All.' })).toMatchObject({
      paymentStatus: 'REFUNDED',
    });
  });
});
