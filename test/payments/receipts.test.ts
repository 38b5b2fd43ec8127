/** Receipts and credit notes: their amounts, their details, their numbers, and who reads them. */
import { afterEach, describe, expect, test } from 'vitest';
import { type PaymentProviderName, Prisma } from '../../src/generated/prisma/client.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { lockOrder } from '../../src/orders/take-step.ts';
import { readPaymentColumns, recordReceived, recordRefunds } from '../../src/payments/ledger.ts';
import { recordRefundAnswer } from '../../src/payments/refunds.ts';
import { dateOf } from '../../src/platform/days.ts';
import type { Tx } from '../../src/platform/db.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import { change } from '../support/partner.ts';
import { seededRandom } from '../support/random.ts';
import { errorsIn } from '../support/raw-http.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const money = '{ minorUnits currency }';
const party = '{ name legalName address taxId }';
const documents = `receipts { number issuedAt amount ${money} tax ${money} net ${money} taxBasisPoints serviceFrom serviceTo reference url
    seller ${party} advertiser ${party} items { title price ${money} startsOn endsOn } }
  creditNotes { number receiptNumber issuedAt voidedAt amount ${money} tax ${money} net ${money} taxBasisPoints reference url }`;
const documentsOf = async (order: { id: string }, who: Pick<TestPerson, 'ask'>): Promise<Data> =>
  (await who.ask(`query ($id: ID!) { order(id: $id) { ${documents} } }`, { id: order.id })).order;
const inEuros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' });

const setAccount = ({ accountId }: TestPerson, data: Prisma.AccountUpdateInput) =>
  server.app.db.account.update({ where: { id: accountId }, data });

/** Runs a change of the ledger as a step would: with the order locked, and its sums written afterwards. */
const inLedger = (
  { number }: Pick<TestOrder, 'number'>,
  run: (tx: Tx, order: Awaited<ReturnType<typeof lockOrder>>) => Promise<unknown>,
  app = server.app,
) =>
  app.db.$transaction(async (tx) => {
    const { id } = await tx.order.findUniqueOrThrow({ where: { number } });
    const order = await lockOrder(tx, id, Prisma.sql`true`);
    await run(tx, order);
    await tx.order.update({ where: { id }, data: await readPaymentColumns(tx, order) });
  });

let referenceCount = 0;
const receive = (
  order: TestOrder,
  minorUnits: bigint,
  { provider = 'OFFLINE', app = server.app }: { provider?: PaymentProviderName; app?: typeof server.app } = {},
) =>
  inLedger(
    order,
    (tx, row) =>
      recordReceived(
        tx,
        row,
        {
          provider,
          reference: `part ${++referenceCount}`,
          amount: { minorUnits, currency: row.currency },
          paymentId: undefined,
        },
        app.clock.now(),
      ),
    app,
  );
const giveBack = (order: TestOrder, minorUnits: bigint, app = server.app) =>
  inLedger(order, (tx, row) => recordRefunds(app, tx, row, { minorUnits, at: app.clock.now() }), app);

const refundOf = ({ number }: TestOrder) =>
  server.app.db.paymentMovement.findFirstOrThrow({ where: { order: { number }, kind: 'REFUNDED' } });

const pageUrl = (url: string) => url.replace(server.app.config.publicUrl, server.url);
const pageAt = async (url: string, language = 'en'): Promise<string> =>
  (await fetch(pageUrl(url), { headers: { 'accept-language': language } })).text();
const mailsTo = ({ email }: TestPerson): readonly string[] =>
  [server, second]
    .flatMap(({ app }) => app.mailbox?.letters() ?? [])
    .flatMap(({ to, text }) => (to === email ? [text] : []));

const sumOf = (list: readonly Data[], field: string): number =>
  list.reduce((total, one) => total + one[field].minorUnits, 0);

describe('a receipt', () => {
  test('keeps the parties, the tax, the items and the days as they were when it was issued', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Weekly' });
    const advertiser = await factory.createPerson({ name: 'Alma' });
    await setAccount(seller, {
      ...{ legalName: 'Harbour Media GmbH', address: 'Hafen 1\n20457 Hamburg', taxId: 'DE 123456789' },
      ...{ taxBasisPoints: 1_900, pricesIncludeTax: false },
    });
    await setAccount(advertiser, { legalName: 'Alma Tea Ltd', address: '1 High Street', taxId: 'GB 999' });
    const order = await factory.createOrder({ seller, advertiser, status: 'PAYMENT_REQUIRED' });
    await server.app.db.orderItem.updateMany({
      where: { order: { number: order.number } },
      data: { startsOn: dateOf('2026-12-01'), endsOn: dateOf('2026-12-07') },
    });

    await takeStepAs(seller, order, 'confirmPayment', { reference: 'Statement 7' });
    await setAccount(seller, { name: 'Renamed', legalName: null, address: null, taxId: null, taxBasisPoints: 700 });
    await setAccount(advertiser, { name: 'Renamed', address: '2 Low Street' });
    await server.app.db.orderItem.updateMany({
      where: { order: { number: order.number } },
      data: { title: 'Changed', startsOn: dateOf('2027-01-01'), endsOn: dateOf('2027-01-07') },
    });

    const { receipts, creditNotes } = await documentsOf(order, advertiser);
    expect(creditNotes).toEqual([]);
    expect(receipts).toMatchObject([
      {
        ...{ amount: inEuros(11_900), tax: inEuros(1_900), net: inEuros(10_000), taxBasisPoints: 1_900 },
        ...{ serviceFrom: '2026-12-01', serviceTo: '2026-12-07', reference: 'Statement 7' },
        seller: {
          ...{ name: 'Harbour Weekly', legalName: 'Harbour Media GmbH' },
          ...{ address: 'Hafen 1\n20457 Hamburg', taxId: 'DE 123456789' },
        },
        advertiser: { name: 'Alma', legalName: 'Alma Tea Ltd', address: '1 High Street', taxId: 'GB 999' },
        items: [
          {
            title: expect.stringContaining('one week'),
            price: inEuros(10_000),
            startsOn: '2026-12-01',
            endsOn: '2026-12-07',
          },
        ],
      },
    ]);
    const html = await pageAt(receipts[0].url);
    for (const part of [
      'Harbour Media GmbH',
      'Hafen 1',
      'Tax id: DE 123456789',
      'Alma Tea Ltd',
      'Tax id: GB 999',
      'Tax (19%)',
      'EUR 19.00',
      'EUR 119.00',
      'December 1, 2026 to December 7, 2026',
    ])
      expect(html).toContain(part);
    expect(html).not.toContain('Renamed');
    const german = await pageAt(receipts[0].url, 'de');
    for (const part of ['Steuernummer: DE 123456789', 'Steuer (19 %)', 'Leistungstage', '119,00 EUR'])
      expect(german).toContain(part);
  });

  test('of an order without tax and days has neither', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });

    const { receipts } = await documentsOf(order, order.seller);

    expect(receipts).toMatchObject([
      { amount: inEuros(10_000), tax: inEuros(0), net: inEuros(10_000), serviceFrom: null, serviceTo: null },
    ]);
    expect(await pageAt(receipts[0].url)).not.toContain('Tax');
  });
});

describe('a credit note', () => {
  test('is issued for each refund, refers to the receipt, and is linked in the mail', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Weekly' });
    await setAccount(seller, { taxBasisPoints: 1_900, taxId: 'DE 123456789' });
    const order = await factory.createOrder({ seller, status: 'COMPLETED' });
    await setAccount(seller, { name: 'Renamed', taxId: 'DE 987654321' });

    await takeStepAs(seller, order, 'refundOrder', { amount: inEuros(2_500), reason: 'A day was missed.' });
    await takeStepAs(seller, order, 'refundOrder', { amount: null, reason: 'All of it.' });

    const { receipts, creditNotes } = await documentsOf(order, order.advertiser);
    const year = new Date(receipts[0].issuedAt).getUTCFullYear();
    const base = { receiptNumber: receipts[0].number, taxBasisPoints: 1_900, voidedAt: null, reference: null };
    expect(creditNotes).toMatchObject([
      { ...base, number: `CN-${year}-0002`, amount: inEuros(7_500), tax: inEuros(1_198), net: inEuros(6_302) },
      { ...base, number: `CN-${year}-0001`, amount: inEuros(2_500), tax: inEuros(399), net: inEuros(2_101) },
    ]);
    const html = await pageAt(creditNotes[1].url);
    for (const part of [
      `Credit note CN-${year}-0001`,
      `Receipt ${receipts[0].number}`,
      'Harbour Weekly',
      'DE 123456789',
      'EUR 3.99',
      'EUR 25.00',
      `#${order.number}`,
    ])
      expect(html).toContain(part);
    expect(await pageAt(creditNotes[1].url, 'de')).toContain(`Gutschrift CN-${year}-0001`);
    expect(await pageAt(receipts[0].url)).toContain(`Credit note CN-${year}-0001`);
    const forged = await fetch(pageUrl(`${creditNotes[1].url.slice(0, -2)}xx`));
    expect(forged.status).toBe(404);
    await expect
      .poll(
        () =>
          mailsTo(order.advertiser).filter((text) =>
            text.includes(`Credit note CN-${year}-0001: ${creditNotes[1].url}`),
          ).length,
      )
      .toBe(1);
  });

  test('of a refund through a provider is issued when the refund is completed, and is void if it fails after all', async () => {
    const order = await factory.createOrder({ paymentMethod: 'TEST' });
    await receive(order, 10_000n, { provider: 'TEST' });
    const numbersAndVoids = async () =>
      (await documentsOf(order, order.seller)).creditNotes.map(({ number, voidedAt }: Data) => [
        Number(number.slice(-4)),
        voidedAt !== null,
      ]);
    await giveBack(order, 4_000n);
    const { id: movementId, attempt } = await refundOf(order);
    await expectBooksInOrder(server, order, 'requested');
    const report = (status: 'succeeded' | 'failed', reference: string) => {
      const answer = { outcome: 'done', status, reference, reason: 'The card is closed.' } as const;
      return server.app.db.$transaction((tx) => recordRefundAnswer(server.app, tx, { movementId, attempt, answer }));
    };

    await expect.poll(numbersAndVoids).toEqual([[1, false]]);
    const { reference } = await refundOf(order);
    await report('succeeded', reference ?? '');
    expect(await numbersAndVoids()).toEqual([[1, false]]);
    await expectBooksInOrder(server, order, 'completed');
    await report('failed', reference ?? '');
    expect(await numbersAndVoids()).toEqual([[1, true]]);
    await expectBooksInOrder(server, order, 'failed');
    const [note] = (await documentsOf(order, order.seller)).creditNotes;
    expect(await pageAt(note.url)).toContain('This credit note is void');
    await report('succeeded', 'another refund');
    expect(await numbersAndVoids()).toEqual([
      [2, false],
      [1, true],
    ]);
    await expectBooksInOrder(server, order, 'completed later');
  });
});

test.each(['JPY', 'EUR', 'KWD'])(
  'the taxes and fees of all parts in %s are together those of the order, and refunds give all of them back',
  async (currency) => {
    const random = seededRandom(currency.charCodeAt(0));
    for (const pricesIncludeTax of [true, false]) {
      const seller = await factory.createPerson();
      await setAccount(seller, { taxBasisPoints: 1 + Math.floor(random() * 5_000), pricesIncludeTax });
      const price = { minorUnits: 1 + Math.floor(random() * 100_000), currency };
      const order = await factory.createOrder({ seller, price });
      await server.app.db.order.update({ where: { number: order.number }, data: { feeBasisPoints: 333 } });
      const row = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });

      for (let left = row.totalMinorUnits; left > 0n; ) {
        const part = 1n + BigInt(Math.floor(random() * Number(left)));
        await receive(order, part);
        left -= part;
      }
      const { receipts } = await documentsOf(order, order.seller);
      expect(sumOf(receipts, 'amount')).toBe(Number(row.totalMinorUnits));
      expect(sumOf(receipts, 'tax')).toBe(Number(row.taxMinorUnits));
      for (let left = row.totalMinorUnits; left > 0n; ) {
        const part = 1n + BigInt(Math.floor(random() * Number(left)));
        await giveBack(order, part);
        await expectBooksInOrder(server, order, `${currency}: ${part} given back`);
        left -= part;
      }
      const { creditNotes } = await documentsOf(order, order.seller);
      expect(sumOf(creditNotes, 'tax')).toBe(Number(row.taxMinorUnits));
      const fees = await server.app.db.paymentMovement.groupBy({
        by: ['kind'],
        where: { orderId: row.id },
        _sum: { feeMinorUnits: true },
      });
      const fee = (row.totalMinorUnits * 333n + 5_000n) / 10_000n;
      expect(fees.map(({ _sum }) => _sum.feeMinorUnits)).toEqual([fee, fee]);
    }
  },
);

describe('the numbers', () => {
  const sequencesOf = async ({ accountId: sellerId }: TestPerson) => {
    const order = { orderBy: { sequence: 'asc' as const }, where: { sellerId } };
    return {
      receipts: (await server.app.db.receipt.findMany(order)).map(({ sequence }) => sequence),
      creditNotes: (await server.app.db.creditNote.findMany(order)).map(({ sequence }) => sequence),
    };
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  test('have no gaps and no doubles when two instances receive and refund at the same time, and some of it is rolled back', async () => {
    const seller = await factory.createPerson();
    const orders: TestOrder[] = [];
    for (let count = 0; count < 4; count += 1) orders.push(await factory.createOrder({ seller }));
    const apps = [server.app, second.app];
    const appOf = (index: number) => apps[index % 2] ?? server.app;
    const rollBack = (order: TestOrder, index: number) =>
      expect(
        inLedger(
          order,
          async (tx, row) => {
            const amount = { minorUnits: 100n, currency: row.currency };
            const payment = { provider: 'OFFLINE', reference: `lost ${index}`, amount, paymentId: undefined } as const;
            await recordReceived(tx, row, payment, server.clock.now());
            await recordRefunds(server.app, tx, row, { minorUnits: 50n, at: server.clock.now() });
            throw new Error('The transaction is rolled back');
          },
          appOf(index),
        ),
      ).rejects.toThrow('rolled back');

    await Promise.all(
      orders.flatMap((order, index) =>
        [0, 1, 2].flatMap((round) => [
          receive(order, 1_000n, { app: appOf(index + round) }).then(() => giveBack(order, 300n, appOf(index + round))),
          rollBack(order, index * 3 + round),
        ]),
      ),
    );

    expect(await sequencesOf(seller)).toEqual({ receipts: upTo(12), creditNotes: upTo(12) });
    for (const order of orders) await expectBooksInOrder(server, order, 'after the race');
  });

  test('begin again with the year of the seller, in its time zone', async () => {
    const seller = await factory.createPerson();
    await setAccount(seller, { timeZone: 'Pacific/Auckland' });
    const order = await factory.createOrder({ seller });
    // Midnight of the new year in Auckland is before that of UTC.
    const newYear = new Date(Date.UTC(server.clock.now().getUTCFullYear() + 1, 0, 1));
    const at = (hours: number) => new Date(newYear.getTime() + hours * 3_600_000);
    const receiveAndRefund = (time: Date) =>
      inLedger(order, async (tx, row) => {
        const amount = { minorUnits: 100n, currency: row.currency };
        const payment = { provider: 'OFFLINE', reference: `${time.getTime()}`, amount, paymentId: undefined } as const;
        await recordReceived(tx, row, payment, time);
        await recordRefunds(server.app, tx, row, { minorUnits: 100n, at: time });
      });

    for (const hours of [-14, -12, 1]) await receiveAndRefund(at(hours));

    const { receipts, creditNotes } = await documentsOf(order, order.operator);
    const year = newYear.getUTCFullYear();
    const expected = [`${year}-0002`, `${year}-0001`, `${year - 1}-0001`];
    expect(receipts.map(({ number }: Data) => number)).toEqual(expected);
    expect(creditNotes.map(({ number }: Data) => number)).toEqual(expected.map((number) => `CN-${number}`));
  });
});

test('receipts and credit notes are visible to the parties and operators only, in as many statements for ten orders as for two', async () => {
  const seller = await factory.createPerson();
  const orders: TestOrder[] = [];
  for (let count = 0; count < 4; count += 1) orders.push(await factory.createOrder({ seller, status: 'COMPLETED' }));
  const [order] = orders as [TestOrder];
  await takeStepAs(seller, order, 'refundOrder', { amount: inEuros(1), reason: 'One cent.' });

  for (const who of [seller, order.advertiser, order.operator]) {
    const seen = await documentsOf(order, who);
    expect([seen.receipts.length, seen.creditNotes.length]).toEqual([1, 1]);
  }
  for (const who of [await factory.createPerson(), apiClient(server.url)])
    expect(
      (await who.send(`query ($id: ID!) { order(id: $id) { ${documents} } }`, { id: order.id })).data?.order ?? null,
    ).toBeNull();
  await expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0);
  const list =
    'query ($first: Int!) { orders(first: $first) { nodes { receipts { number } creditNotes { number } } } }';
  const few = await countStatements(server, () => seller.ask(list, { first: 2 }));
  expect(await countStatements(server, () => seller.ask(list, { first: 4 }))).toBe(few);
});

test('a refund that an operator handles outside has its credit note', async () => {
  const order = await factory.createOrder();
  // A provider that this server does not have refuses refunds.
  await receive(order, 10_000n, { provider: 'STRIPE' });
  await giveBack(order, 10_000n);
  await expect.poll(async () => (await refundOf(order)).status).toBe('FAILED');
  expect((await documentsOf(order, order.seller)).creditNotes).toEqual([]);
  await expectBooksInOrder(server, order, 'refused');

  const paymentExceptionId = toGlobalId('PaymentException', (await refundOf(order)).id);
  const decision = { paymentExceptionId, outcome: 'MANUAL', note: 'Paid back by transfer.' };
  await change(order.operator, 'resolvePaymentException', decision, '... on PaymentException { needsOperator }');

  const { creditNotes } = await documentsOf(order, order.seller);
  expect(creditNotes).toMatchObject([{ amount: inEuros(10_000), voidedAt: null }]);
  await expectBooksInOrder(server, order, 'handled outside');
});
