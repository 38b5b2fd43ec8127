/** Money: payment methods, the ledger, manual payments, test payments, receipts. */
import { describe, expect, test } from 'vitest';
import { apiClient, type Data } from '../support/client.ts';
import { factoryFor, type OrderOptions, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import { moneyBecomes, moneyOf } from '../support/money.ts';
import { pick, seededRandom } from '../support/random.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

const inEuros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' });
const eachLetterTo = (email: string) =>
  [server, second].flatMap(({ app }) => app.mailbox?.letters() ?? []).filter(({ to }) => to === email);

describe('the payment methods', () => {
  const place = async (paymentMethod: string) => {
    const [advertiser, seller] = [await factory.createPerson(), await factory.createPerson()];
    const input = { priceOptionIds: [await factory.createPriceOption(seller)], brief: 'Tea.', paymentMethod };
    const { placeOrder } = await advertiser.ask(
      'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Order { paymentStatus } ... on InputInvalid { problems { field message } } } }',
      { input },
    );
    return placeOrder;
  };

  test('are listed for everyone, as the server is configured', async () => {
    const { paymentMethods } = await apiClient(server.url).ask('{ paymentMethods }');

    expect(paymentMethods).toEqual(['BANK_TRANSFER', 'CASH', 'TEST']);
  });

  test('that are not offered are refused, and the refusal names those that are offered', async () => {
    const refused = await place('CARD');

    expect(refused).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'paymentMethod' }] });
    expect(refused.problems[0].message).toContain('BANK_TRANSFER, CASH, TEST');
  });

  test.each([
    ['BANK_TRANSFER', 'AWAITING_MANUAL_PAYMENT'],
    ['CASH', 'AWAITING_MANUAL_PAYMENT'],
    ['TEST', 'NONE'],
  ])('include %s, whose payment status begins as %s', async (method, paymentStatus) => {
    expect(await place(method)).toEqual({ __typename: 'Order', paymentStatus });
  });
});

describe('a manual payment', () => {
  test('is awaited until it is confirmed, and then has a receipt', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    const before = await moneyOf(order.advertiser, order);

    await takeStepAs(order.operator, order, 'confirmPayment', { reference: 'Statement 11, line 4' });

    const paid = await moneyOf(order.advertiser, order);
    expect(before).toMatchObject({
      paymentStatus: 'AWAITING_MANUAL_PAYMENT',
      payment: { status: 'OPEN', checkoutUrl: null, instructions: 'IBAN DE02 1203 0000 0000 2020 51' },
    });
    expect(paid).toMatchObject({ paymentStatus: 'PAID', paid: 10_000, refunded: 0, payment: null });
    expect(paid.payments).toMatchObject([
      {
        ...{ status: 'RECEIVED', method: 'BANK_TRANSFER', refunds: [] },
        receipts: [
          { amount: { minorUnits: 10_000 }, reference: 'Statement 11, line 4', sellerName: order.seller.name },
        ],
      },
    ]);
  });

  test('is refunded manually, in parts or in full and never more, and the mail says so', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const refund = (minorUnits: number) =>
      takeStepAs(order.seller, order, 'refundOrder', { reason: 'It ran too short.', amount: inEuros(minorUnits) });

    const part = await refund(4_000);
    const partly = await moneyOf(order.advertiser, order);
    const tooMuch = await refund(6_001);
    const rest = await refund(6_000);
    const again = await refund(1);

    const seen = await moneyOf(order.advertiser, order);
    const letters = () => eachLetterTo(order.advertiser.email).filter(({ subject }) => subject.startsWith('Refund'));
    await expect.poll(() => letters().length).toBe(2);
    expect([part, tooMuch, rest, again].map(({ __typename }) => __typename)).toEqual([
      ...['Order', 'InputInvalid', 'Order', 'StepNotAllowed'],
    ]);
    expect(partly).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PARTIALLY_REFUNDED', refunded: 4_000 });
    expect(seen).toMatchObject({ status: 'REFUNDED', paymentStatus: 'REFUNDED', paid: 10_000, refunded: 10_000 });
    expect(seen.payments[0].refunds).toMatchObject([
      { amount: { minorUnits: 4_000 }, status: 'DONE', isManual: true },
      { amount: { minorUnits: 6_000 }, status: 'DONE', isManual: true },
    ]);
    for (const { text } of letters()) expect(text).toContain('makes the refund the way it was paid');
  });

  test('may have the same reference in two orders, and counts once in each', async () => {
    const [one, other] = [
      await factory.createOrder({ status: 'PAYMENT_REQUIRED' }),
      await factory.createOrder({ status: 'PAYMENT_REQUIRED' }),
    ];
    const confirm = (order: TestOrder) =>
      takeStepAs(order.seller, order, 'confirmPayment', { reference: 'transfer 7' });

    const answers = [await confirm(one), await confirm(other)];
    await takeStepAs(one.operator, one, 'overrideOrderStatus', { status: 'PAYMENT_REQUIRED', reason: 'Once more.' });
    const again = await confirm(one);

    expect(answers.map(({ paymentStatus }) => paymentStatus)).toEqual(['PAID', 'PAID']);
    expect(again).toMatchObject({ __typename: 'ReferenceAlreadyCounted' });
    expect(await moneyOf(one.seller, one)).toMatchObject({ paid: 10_000, status: 'PAYMENT_REQUIRED' });
  });
});

/** An order with a test payment, and the address of the page of that payment. */
async function createTestOrder(options: OrderOptions = {}): Promise<{ order: TestOrder; page: string }> {
  const order = await factory.createOrder({ paymentMethod: 'TEST', status: 'PAYMENT_REQUIRED', ...options });
  return { order, page: await pageOf(order) };
}

async function pageOf(order: TestOrder): Promise<string> {
  const { payment } = await moneyBecomes(order.advertiser, order, { payment: { checkoutUrl: expect.any(String) } });
  // The public URL in the configuration does not have the port of the test server.
  return payment.checkoutUrl.replace(server.app.config.publicUrl, server.url);
}

const press = (page: string, action: 'pay' | 'fail') =>
  fetch(page, { method: 'POST', body: new URLSearchParams({ action }), redirect: 'manual' });

describe('the page of a test payment', () => {
  test('pays once, however often the button is pressed', async () => {
    const { order, page } = await createTestOrder();
    const shown = await fetch(page);
    const html = await shown.text();
    const [, name, value] = /<button class="primary" name="(\w+)" value="(\w+)">Pay EUR 100\.00</.exec(html) ?? [];

    const pressed = await fetch(page, {
      method: 'POST',
      body: new URLSearchParams({ [String(name)]: String(value) }),
      redirect: 'manual',
    });
    await Promise.all([1, 2, 3].map(() => press(page, 'pay')));

    const seen = await moneyOf(order.seller, order);
    expect(html).toContain('EUR 100.00');
    expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/);
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, new URL(page).pathname]);
    expect(seen).toMatchObject({ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID', paid: 10_000 });
    expect(await (await fetch(page)).text()).toContain('Paid.');
  });

  test('fails the payment when the button is pressed, and a new link replaces the page', async () => {
    const { order, page } = await createTestOrder();

    await press(page, 'fail');
    const failed = await moneyOf(order.advertiser, order);
    const next = await pageOf(order);
    await press(next, 'pay');

    expect(failed).toMatchObject({ status: 'PAYMENT_REQUIRED', paymentStatus: 'FAILED' });
    expect(next).not.toBe(page);
    expect(await (await fetch(page)).text()).toContain('has failed');
    expect((await moneyOf(order.seller, order)).payments.map(({ status }: Data) => status)).toEqual([
      'RECEIVED',
      'FAILED',
    ]);
  });

  test('refunds a payment that arrives after the order was cancelled', async () => {
    const { order, page } = await createTestOrder();
    await takeStepAs(order.seller, order, 'cancelOrder');

    await press(page, 'pay');
    const types = ['CHECKOUT_OPENED', 'PAYMENT_ARRIVED_LATE', 'PAYMENT_REFUNDED'];
    const seen = await moneyBecomes(order.advertiser, order, { types });

    expect(seen).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUNDED', paid: 10_000, refunded: 10_000 });
    expect((await moneyOf(order.seller, order)).types).toEqual(types);
  });

  test('is found only at its exact address', async () => {
    const { order, page } = await createTestOrder();
    const { page: other } = await createTestOrder();
    const swapped = page.replace(/\.[^.]+$/, other.slice(other.lastIndexOf('.')));

    const answers = await Promise.all([
      fetch(swapped),
      press(swapped, 'pay'),
      fetch(`${page}x`),
      fetch(page.slice(0, -1)),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await moneyOf(order.seller, order)).status).toBe('PAYMENT_REQUIRED');
  });
});

describe('a receipt', () => {
  const numbersOf = (seller: TestPerson) =>
    server.app.db.receipt.findMany({ where: { sellerId: seller.accountId }, orderBy: { sequence: 'asc' } });

  test('is numbered without gaps for its seller and year, also if two instances confirm and refuse payments at the same time', async () => {
    const lasting = factoryFor(server, { sessionDays: 800 });
    const seller = await lasting.createPerson();
    const orders = [];
    for (let count = 0; count < 6; count += 1)
      orders.push(await factory.createOrder({ seller, status: 'PAYMENT_REQUIRED' }));
    const onSecond = apiClient(second.url, seller.sessionToken);

    await Promise.all(
      orders.flatMap((order, index) => [
        takeStepAs(index % 2 ? seller : onSecond, order, 'confirmPayment', { reference: `${index}` }),
        takeStepAs(index % 2 ? onSecond : seller, order, 'confirmPayment', { reference: `again ${index}` }),
        takeStepAs(seller, order, 'confirmPayment', { reference: 'wrong', amount: inEuros(10_001) }),
      ]),
    );
    server.clock.advance({ days: 366 });
    const { seller: owner, ...next } = await lasting.createOrder({ seller, status: 'PAYMENT_RECEIVED' });
    const { payments } = await moneyOf(owner, next);

    const issued = await numbersOf(seller);
    const years = [...new Set(issued.map(({ year }) => year))].sort();
    const sequencesIn = (wantedYear: number | undefined) =>
      issued.filter(({ year }) => year === wantedYear).map(({ sequence }) => sequence);
    expect(sequencesIn(years[0])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sequencesIn(years[1])).toEqual([1]);
    expect(payments[0].receipts[0].number).toBe(`${years[1]}-0001`);
  });

  test('is printable for anyone who has its address: a page without scripts, on which the input of people is escaped', async () => {
    const [advertiser, seller] = [
      await factory.createPerson({ name: '<script>alert(1)</script> & Sons' }),
      await factory.createPerson({ name: 'Harbour Weekly' }),
    ];
    const order = await factory.createOrder({ advertiser, seller, status: 'PAYMENT_REQUIRED' });
    await takeStepAs(seller, order, 'confirmPayment', { reference: '<b>42</b>' });
    await takeStepAs(seller, order, 'cancelPaidOrder');
    const [receipt] = (await moneyOf(advertiser, order)).payments[0].receipts;
    await server.app.db.account.update({ where: { id: seller.accountId }, data: { name: 'Renamed' } });
    const url = receipt.url.replace(server.app.config.publicUrl, server.url);

    const page = await fetch(url);
    const html = await page.text();
    const forged = await fetch(`${url.slice(0, -2)}xx`);

    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const part of [`Receipt ${receipt.number}`, 'Harbour Weekly', `#${order.number}`, 'one week', 'EUR 100.00'])
      expect(html).toContain(part);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons');
    expect(html).toContain('&lt;b&gt;42&lt;/b&gt;');
    expect(html).toMatch(/Refund of \w+ \d+, \d{4} \(UTC\), given back<\/th><td>− EUR 100\.00/);
    expect(html).not.toContain('<script');
    expect(forged.status).toBe(404);
  });

  test('is linked in the mail of the payment, for both parties', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
    const [receipt] = (await moneyOf(order.seller, order)).payments[0].receipts;

    for (const { email } of [order.advertiser, order.seller]) {
      const letters = () => eachLetterTo(email).filter(({ subject }) => subject.startsWith('Payment received'));
      await expect.poll(() => letters().length).toBe(1);
      expect(letters()[0]?.text).toContain(`Receipt ${receipt.number}: ${receipt.url}`);
    }
  });
});

describe('the payments of an order', () => {
  test('are visible only to its parties and to operators', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
    const read = async (person: TestPerson) =>
      (await person.ask('query ($id: ID!) { order(id: $id) { payments { status } } }', { id: order.id })).order;

    const seen = await Promise.all(
      [order.advertiser, order.seller, order.operator, await factory.createPerson()].map(read),
    );

    const payments = [{ status: 'RECEIVED' }];
    expect(seen).toEqual([{ payments }, { payments }, { payments }, null]);
  });

  test('need as many statements for ten orders as for two', async () => {
    const seller = await factory.createPerson();
    for (let count = 0; count < 10; count += 1) await factory.createOrder({ seller, status: 'PAYMENT_RECEIVED' });
    await expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0);
    const list = `query ($first: Int!) { orders(first: $first) { edges { node { nextSteps { url } payment { status }
      payments { status receipts { number } refunds { status } } } } } }`;
    const statementsFor = (first: number) => countStatements(server, () => seller.ask(list, { first }));

    const few = await statementsFor(2);

    expect(await statementsFor(10)).toBe(few);
  });
});

test('a random walk keeps the books balanced: no sum is negative, no refund exceeds the payments, and sums equal the ledger', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  console.log(`random walk with money, SEED=${seed}`);
  const random = seededRandom(seed);
  const seller = await factory.createPerson();
  await server.app.db.account.update({ where: { id: seller.accountId }, data: { taxBasisPoints: 1_900 } });
  const order = await factory.createOrder({ seller, paymentMethod: 'TEST' });
  const actions: (() => Promise<unknown>)[] = [
    () => takeStepAs(order.seller, order, 'requestPayment', { amount: inEuros(1_000 + Math.floor(random() * 9_000)) }),
    () => takeStepAs(order.seller, order, 'withdrawPaymentRequest'),
    () => takeStepAs(order.seller, order, 'confirmPayment', { reference: pick(random, ['a', 'b', 'c']) }),
    ...(['confirmPayment', 'recordPayment'] as const).map(
      (step) => () =>
        takeStepAs(order.seller, order, step, {
          reference: `part ${Math.floor(random() * 50)}`,
          amount: inEuros(1 + Math.floor(random() * 3_000)),
        }),
    ),
    () => takeStepAs(order.advertiser, order, 'cancelOrder'),
    () => takeStepAs(order.seller, order, 'cancelPaidOrder'),
    () =>
      takeStepAs(order.seller, order, 'refundOrder', {
        reason: 'So.',
        amount: inEuros(1 + Math.floor(random() * 5_000)),
      }),
    () => takeStepAs(order.operator, order, 'refundOrder', { reason: 'All.' }),
    () =>
      takeStepAs(order.operator, order, 'overrideOrderStatus', {
        reason: 'On.',
        status: pick(random, ['PENDING', 'PAYMENT_REQUIRED', 'COMPLETED', 'COMPLETED']),
      }),
    async () => {
      const payments = await server.app.db.payment.findMany({
        where: { order: { number: order.number }, checkoutUrl: { not: null } },
      });
      if (payments.length === 0) return;
      const page = pick(random, payments).checkoutUrl ?? '';
      await press(
        page.replace(server.app.config.publicUrl, random() < 0.5 ? server.url : second.url),
        random() < 0.7 ? 'pay' : 'fail',
      );
    },
  ];

  for (let count = 0; count < 60; count += 1) {
    await Promise.all([pick(random, actions)(), pick(random, actions)()]);
    await expectBooksInOrder(server, order, `after ${count}, SEED=${seed}`);
  }
});
