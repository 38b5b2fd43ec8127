/** The statement of a seller: totals and lines by period, in the time zone of the account, over the API and as CSV. */
import { afterEach, describe, expect, test } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { lockOrder } from '../../src/orders/take-step.ts';
import { readPaymentColumns, recordReceived, recordRefunds } from '../../src/payments/ledger.ts';
import { byteOrderMark } from '../../src/server/exports/csv.ts';
import { apiClient, type Data } from '../support/client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { createPartner, idOf, register, wires } from '../support/partner.ts';
import { seededRandom } from '../support/random.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const money = '{ minorUnits currency }';
const query = `query ($id: ID!, $from: Date, $to: Date, $first: Int, $after: String) { node(id: $id) { ... on Account {
  statement(from: $from, to: $to) { from to timeZone
    totals { receiptCount creditNoteCount received ${money} refunded ${money} tax ${money} fee ${money} net ${money} }
    lines(first: $first, after: $after) { nodes { kind number issuedAt orderNumber advertiserName reference taxBasisPoints
      amount ${money} tax ${money} fee ${money} net ${money} } pageInfo { hasNextPage endCursor } } } } } }`;
const accountIdOf = async (who: TestPerson): Promise<string> =>
  (await who.ask('{ me { memberships { account { id } } } }')).me.memberships[0].account.id;
const statementOf = async (
  who: TestPerson,
  variables: Data = {},
  reader: Pick<TestPerson, 'ask'> = who,
): Promise<Data> => (await reader.ask(query, { id: await accountIdOf(who), ...variables })).node.statement;

/** Receives money for an order, or gives it back if it is negative, at a time. */
const move = ({ number }: TestOrder, minorUnits: bigint, at: Date) =>
  server.app.db.$transaction(async (tx) => {
    const { id } = await tx.order.findUniqueOrThrow({ where: { number } });
    const order = await lockOrder(tx, id, Prisma.sql`true`);
    const amount = { minorUnits, currency: order.currency };
    const payment = {
      provider: 'OFFLINE',
      reference: `${number} ${at.getTime()} ${minorUnits}`,
      amount,
      paymentId: undefined,
    } as const;
    if (minorUnits > 0n) await recordReceived(tx, order, payment, at);
    else await recordRefunds(server.app, tx, order, { minorUnits: -minorUnits, at });
    await tx.order.update({ where: { id }, data: await readPaymentColumns(tx, order) });
  });

/** A seller with 19 % tax in its prices, and an order of it on which the marketplace charges 10 %. */
async function createTaxedOrder(currency = 'EUR', seller?: TestPerson): Promise<TestOrder> {
  const owner = seller ?? (await factory.createPerson());
  await server.app.db.account.update({
    where: { id: owner.accountId },
    data: { taxBasisPoints: 1_900, timeZone: 'Europe/Berlin' },
  });
  const order = await factory.createOrder({ seller: owner, price: { minorUnits: 11_900, currency } });
  await server.app.db.order.update({ where: { number: order.number }, data: { feeBasisPoints: 1_000 } });
  return order;
}

const november = { from: '2026-11-01', to: '2026-11-30' };

describe('a statement', () => {
  test('has the totals by currency and the lines of its days, in the time zone of the account', async () => {
    const order = await createTaxedOrder();
    const inYen = await createTaxedOrder('JPY', order.seller);
    // The month begins in Berlin an hour before it does in UTC.
    await move(order, 1_000n, new Date('2026-10-31T22:59:59.999Z'));
    await move(order, 5_000n, new Date('2026-10-31T23:00:00.000Z'));
    await move(order, 5_900n, new Date('2026-11-15T12:00:00.000Z'));
    await move(order, -2_000n, new Date('2026-11-30T22:59:59.999Z'));
    await move(order, -500n, new Date('2026-11-30T23:00:00.000Z'));
    await move(inYen, 11_900n, new Date('2026-11-16T12:00:00.000Z'));
    await move(await createTaxedOrder(), 11_900n, new Date('2026-11-16T12:00:00.000Z'));

    const { totals, lines, ...period } = await statementOf(order.seller, november);

    const euros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' });
    const yen = (minorUnits: number) => ({ minorUnits, currency: 'JPY' });
    expect(period).toEqual({ ...november, timeZone: 'Europe/Berlin' });
    expect(totals).toEqual([
      {
        ...{ receiptCount: 2, creditNoteCount: 1, received: euros(10_900), refunded: euros(2_000) },
        ...{ tax: euros(1_421), fee: euros(890), net: euros(10_900 - 2_000 - 890) },
      },
      {
        ...{ receiptCount: 1, creditNoteCount: 0, received: yen(11_900), refunded: yen(0) },
        ...{ tax: yen(1_900), fee: yen(1_190), net: yen(11_900 - 1_190) },
      },
    ]);
    expect(lines.nodes).toMatchObject([
      {
        kind: 'CREDIT_NOTE',
        number: 'CN-2026-0001',
        amount: euros(-2_000),
        fee: euros(-200),
        net: euros(-1_800),
        orderNumber: order.number,
        advertiserName: order.advertiser.name,
      },
      { kind: 'RECEIPT', number: '2026-0004', amount: yen(11_900), taxBasisPoints: 1_900 },
      { kind: 'RECEIPT', number: '2026-0003', amount: euros(5_900), fee: euros(590) },
      { kind: 'RECEIPT', number: '2026-0002', amount: euros(5_000), fee: euros(500) },
    ]);
  });

  test('is that of the current month of the account by default', async () => {
    const order = await createTaxedOrder();

    const { from, to } = await statementOf(order.seller);

    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(server.clock.now());
    expect(from).toBe(`${today.slice(0, 7)}-01`);
    expect(new Date(`${to}T00:00:00Z`).getTime() + 86_400_000).toBe(
      Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1),
    );
    expect((await statementOf(order.seller, { from: '2024-02-10' })).to).toBe('2024-02-29');
  });

  test('is paged, and the lines of all pages add up to the totals', async () => {
    const order = await createTaxedOrder();
    const random = seededRandom(44);
    let paid = 0n;
    for (let count = 0; count < 25; count += 1) {
      const isRefund = paid > 0n && random() < 0.4;
      const part = 1n + BigInt(Math.floor(random() * Number(isRefund ? paid : 5_000n)));
      // Several at the same time.
      await move(order, isRefund ? -part : part, new Date(Date.UTC(2026, 10, 2 + Math.floor(count / 3))));
      paid += isRefund ? -part : part;
    }

    const { totals } = await statementOf(order.seller, november);
    const lines: Data[] = [];
    for (let after: string | undefined; ; ) {
      const page = (await statementOf(order.seller, { ...november, first: 4, after })).lines;
      lines.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }

    const sum = (field: string) => lines.reduce((total, line) => total + line[field].minorUnits, 0);
    const [{ received, refunded, tax, fee, net }] = totals;
    // A refund can return parts of several payments.
    expect(lines).toHaveLength(totals[0].receiptCount + totals[0].creditNoteCount);
    expect(lines.length >= 25).toBe(true);
    expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
    expect([sum('amount'), sum('tax'), sum('fee'), sum('net')]).toEqual([
      received.minorUnits - refunded.minorUnits,
      tax.minorUnits,
      fee.minorUnits,
      net.minorUnits,
    ]);
    expect(received.minorUnits - refunded.minorUnits).toBe(Number(paid));
  });

  test('has no void credit note, and computes the fee of a payment that an earlier version recorded', async () => {
    const order = await createTaxedOrder();
    await move(order, 11_900n, new Date('2026-11-15T12:00:00.000Z'));
    await move(order, -1_900n, new Date('2026-11-16T12:00:00.000Z'));
    await server.app.db.creditNote.updateMany({
      where: { sellerId: order.seller.accountId },
      data: { voidedAt: server.clock.now() },
    });
    await server.app.db.paymentMovement.updateMany({
      where: { order: { number: order.number }, kind: 'RECEIVED' },
      data: { feeMinorUnits: null, taxMinorUnits: null },
    });

    const { totals } = await statementOf(order.seller, november);

    expect(totals).toMatchObject([
      { creditNoteCount: 0, refunded: { minorUnits: 0 }, fee: { minorUnits: 1_190 }, tax: { minorUnits: 0 } },
    ]);
  });

  test('is null for another account, and readable for members, operators and applications with the scope', async () => {
    const order = await createTaxedOrder();
    const { seller, advertiser, operator } = order;
    const id = await accountIdOf(seller);

    for (const reader of [await factory.createMember(seller, 'VIEWER'), operator])
      expect(await statementOf(seller, november, reader)).toMatchObject({ totals: [] });
    expect(await statementOf(seller, november, advertiser)).toBeNull();
    expect((await apiClient(server.url).ask(query, { id, ...november })).node?.statement ?? null).toBeNull();
    const statement = 'query ($id: ID!) { node(id: $id) { ... on Account { statement { to } } } }';
    for (const [scopes, isRead] of [
      [['ORDERS_READ'], true],
      [['ADS_READ'], false],
    ] as const) {
      const partner = await createPartner(factory, { owner: seller, scopes: [...scopes] } as never);
      await register(partner, [statement]);
      const { data } = await wires.POST(server, partner.key, { documentId: idOf(statement), variables: { id } });
      expect(data.node.statement !== null).toBe(isRead);
    }
  });

  test.each([
    [{ from: '2026-11-02', to: '2026-11-01' }, 'must not be before'],
    [{ from: '2020-01-01', to: '2023-01-31' }, 'at most 36 months'],
    [{ to: '2026-11-01' }, 'must be given'],
  ])('of the period %j is refused', async (period, message) => {
    const order = await createTaxedOrder();

    const { errors } = await order.seller.send(query, { id: await accountIdOf(order.seller), ...period });

    expect(JSON.stringify(errors)).toContain(message);
  });
});

test('the file of a statement has the lines of the period, oldest first, for members only', async () => {
  const order = await createTaxedOrder();
  await move(order, 5_000n, new Date('2026-11-02T12:00:00.000Z'));
  await move(order, -1_000n, new Date('2026-11-03T12:00:00.000Z'));
  await move(order, 6_900n, new Date('2026-12-01T12:00:00.000Z'));
  const download = (
    parameters: Record<string, string>,
    { sessionToken }: Pick<TestPerson, 'sessionToken'> = order.seller,
  ) =>
    fetch(`${server.url}/exports/statement.csv?${new URLSearchParams(parameters)}`, {
      headers: { authorization: `Bearer ${sessionToken}` },
    });

  const text = await (await download(november)).text();
  const ofAdvertiser = await (await download(november, order.advertiser)).text();

  const header = 'kind,number,issuedAt,orderNumber,advertiser,reference,amount,tax,taxBasisPoints,fee,net,currency\r\n';
  expect(
    new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(new TextEncoder().encode(ofAdvertiser))
      .replace(byteOrderMark, ''),
  ).toBe(header);
  const { number, advertiser } = order;
  expect(text.replace(byteOrderMark, '')).toBe(
    [
      header,
      `RECEIPT,2026-0001,2026-11-02T12:00:00.000Z,${number},${advertiser.name},${number} 1793620800000 5000,50.00,7.98,1900,5.00,45.00,EUR\r\n`,
      `CREDIT_NOTE,CN-2026-0001,2026-11-03T12:00:00.000Z,${number},${advertiser.name},,-10.00,-1.60,1900,-1.00,-9.00,EUR\r\n`,
    ].join(''),
  );
  const refused: Record<string, string>[] = [
    { from: 'yesterday' },
    { from: '2026-02-30' },
    { to: '2026-11-01' },
    { from: '2026-11-02', to: '2026-11-01' },
  ];
  for (const parameters of refused) expect((await download(parameters)).status).toBe(422);
  expect((await fetch(`${server.url}/exports/statement.csv`)).status).toBe(401);
});
