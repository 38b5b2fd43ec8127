/** The orders and the income of sellers by month, compared with the rows that were counted by hand. */
import { beforeAll, expect, test } from 'vitest';
import type { Scope } from '../../src/access/scopes.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { monthlyResultsSql } from '../../src/payments/monthly-results.ts';
import { dayOf } from '../../src/platform/days.ts';
import type { ApiClient, Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { createPartner, idOf, wires } from '../support/partner.ts';
import { rowsTouched } from '../support/query-plans.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 1_000 });
let advertiser: TestPerson;

beforeAll(async () => {
  advertiser = await factory.createPerson();
});

const monthlyResults = `query ($id: ID!, $from: Date!, $to: Date!, $timeZone: String! = "UTC") { node(id: $id) { ... on Account {
  monthlyResults(from: $from, to: $to, timeZone: $timeZone) { month orderCount income {
    received { minorUnits currency } refunded { minorUnits } net { minorUnits } } } } } }`;

interface Read {
  readonly from: string;
  readonly to: string;
  readonly timeZone?: string;
}

const variablesOf = (seller: TestPerson, read: Read) => ({ id: toGlobalId('Account', seller.accountId), ...read });
const send = (seller: TestPerson, read: Read) => seller.send(monthlyResults, variablesOf(seller, read));

const resultsOf = async (seller: TestPerson, read: Read, reader: ApiClient = seller): Promise<Data> =>
  (await reader.ask(monthlyResults, variablesOf(seller, read))).node.monthlyResults;

/** The results as lists: month, orders, and for each currency what was received, refunded, and left. */
const listOf = (results: Data): unknown =>
  results.map(({ month, orderCount, income }: Data) => [
    month,
    orderCount,
    ...income.map(({ received, refunded, net }: Data) => [
      received.currency,
      received.minorUnits,
      refunded.minorUnits,
      net.minorUnits,
    ]),
  ]);

/** Lets time pass until the middle of the next month, and returns the first day of that month. */
function advanceToNextMonth(): string {
  const now = server.clock.now();
  const middle = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 15);
  server.clock.advance({ ms: middle - now.getTime() });
  return dayOf(server.clock.now()).replace(/..$/, '01');
}

const paidOrder = (seller: TestPerson): Promise<TestOrder> =>
  factory.createOrder({ seller, advertiser, status: 'PAYMENT_RECEIVED' });

/** Moves an order, and the payments and refunds of it, to other moments. */
async function moveInTime({ number }: TestOrder, placedAt: string, paidAt: string): Promise<void> {
  await server.app.db.$executeRaw`update money_movement set created_at = ${paidAt}::timestamptz
    where order_id = (select id from "order" where number = ${number})`;
  await server.app.db.$executeRaw`update "order" set created_at = ${placedAt}::timestamptz,
    last_activity_at = greatest(${placedAt}::timestamptz, ${paidAt}::timestamptz) where number = ${number}`;
}

test('count an order in the month in which it was placed, and money in the months in which it was moved', async () => {
  const seller = await factory.createPerson();
  const inEuros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' });
  const first = advanceToNextMonth();
  const order = await factory.createOrder({ seller, advertiser, status: 'PAYMENT_REQUIRED' });
  await factory.createOrder({ seller, advertiser });
  const second = advanceToNextMonth();
  for (const step of ['confirmPayment', 'startProcessing', 'completeOrder'] as const)
    await factory.takeStep(order, step);
  await paidOrder(seller);
  const third = advanceToNextMonth();
  await takeStepAs(seller, order, 'refundOrder', { reason: 'It ran too short.', amount: inEuros(2_500) });
  const fourth = advanceToNextMonth();

  expect(listOf(await resultsOf(seller, { from: first, to: fourth }))).toEqual([
    [first, 2],
    [second, 1, ['EUR', 20_000, 0, 20_000]],
    [third, 0, ['EUR', 0, 2_500, -2_500]],
    [fourth, 0],
  ]);
  // A range in the middle, of which other days are named: whole months are read.
  expect(
    listOf(await resultsOf(seller, { from: second.replace(/01$/, '28'), to: third.replace(/01$/, '02') })),
  ).toEqual([
    [second, 1, ['EUR', 20_000, 0, 20_000]],
    [third, 0, ['EUR', 0, 2_500, -2_500]],
  ]);
});

test('leave out money that does not count, and list the currencies of a month', async () => {
  const seller = await factory.createPerson();
  const [one, other, held] = [await paidOrder(seller), await paidOrder(seller), await paidOrder(seller)];
  const { db } = server.app;
  await db.paymentMovement.updateMany({ where: { order: { number: other.number } }, data: { currency: 'CHF' } });
  await db.paymentMovement.updateMany({ where: { order: { number: held.number } }, data: { isCounted: false } });
  for (const order of [one, other, held]) await moveInTime(order, '2024-05-10T12:00:00Z', '2024-05-11T12:00:00Z');

  expect(listOf(await resultsOf(seller, { from: '2024-05-01', to: '2024-05-31' }))).toEqual([
    ['2024-05-01', 3, ['CHF', 10_000, 0, 10_000], ['EUR', 10_000, 0, 10_000]],
  ]);
});

test.each([
  // A month begins at 5:00 UTC in winter and at 4:00 UTC in summer.
  { timeZone: 'America/New_York', month: '2025-03-01', begins: '2025-03-01T05:00:00Z', ends: '2025-04-01T04:00:00Z' },
  { timeZone: 'America/New_York', month: '2025-11-01', begins: '2025-11-01T04:00:00Z', ends: '2025-12-01T05:00:00Z' },
  { timeZone: 'Asia/Kathmandu', month: '2025-03-01', begins: '2025-02-28T18:15:00Z', ends: '2025-03-31T18:15:00Z' },
  // The clocks skipped the first hour of the month.
  { timeZone: 'America/Asuncion', month: '2017-10-01', begins: '2017-10-01T04:00:00Z', ends: '2017-11-01T03:00:00Z' },
  { timeZone: 'UTC', month: '2024-02-01', begins: '2024-02-01T00:00:00Z', ends: '2024-03-01T00:00:00Z' },
])('begin and end at local midnight: $month in $timeZone', async ({ timeZone, month, begins, ends }) => {
  const seller = await factory.createPerson();
  const [first, end] = [Date.parse(begins), Date.parse(ends)];
  for (const at of [first - 1, first, end - 1, end]) {
    const moment = new Date(at).toISOString();
    await moveInTime(await paidOrder(seller), moment, moment);
  }

  expect(listOf(await resultsOf(seller, { from: month, to: month, timeZone }))).toEqual([
    [month, 2, ['EUR', 20_000, 0, 20_000]],
  ]);
});

test('are read by the members of the account, its applications with the scope, and operators, and are null for others', async () => {
  const seller = await factory.createPerson();
  const order = await paidOrder(seller);
  await moveInTime(order, '2024-05-10T12:00:00Z', '2024-05-11T12:00:00Z');
  const read = { from: '2024-05-01', to: '2024-05-01' };
  const expected = [['2024-05-01', 1, ['EUR', 10_000, 0, 10_000]]];
  const resultsOfApplication = async (scope: Scope) => {
    const documents = [monthlyResults];
    const { key } = await createPartner(factory, { owner: seller, scopes: [scope], documents });
    const payload = { documentId: idOf(monthlyResults), variables: variablesOf(seller, read) };
    return (await wires.POST(server, key, payload)).data.node.monthlyResults;
  };

  const readers = [seller, await factory.createMember(seller, 'VIEWER'), order.operator];
  for (const reader of readers) expect(listOf(await resultsOf(seller, read, reader))).toEqual(expected);
  expect(listOf(await resultsOfApplication('ORDERS_READ'))).toEqual(expected);
  // The advertiser sees the account of the seller, and not its results; an outsider sees the account because it offers a space.
  for (const reader of [advertiser, await factory.createPerson()])
    expect(await resultsOf(seller, read, reader)).toBeNull();
  expect(await resultsOfApplication('ADS_READ')).toBeNull();
  // For the account of the advertiser, the order is not one that it sold.
  expect(listOf(await resultsOf(advertiser, read))).toEqual([['2024-05-01', 0]]);
});

test('are refused for a range that is too long or has no month, and for an unknown time zone', async () => {
  const seller = await factory.createPerson();
  const { months } = limits.results;
  const last = (count: number) => dayOf(new Date(Date.UTC(2024, count - 1, 28)));

  expect(await resultsOf(seller, { from: '2024-01-31', to: last(months) })).toHaveLength(months);
  for (const [read, field] of [
    [{ from: '2024-01-31', to: last(months + 1) }, 'to'],
    [{ from: '2024-02-01', to: '2024-01-31' }, 'to'],
    [{ from: '1999-12-31', to: '2000-01-31' }, 'from'],
    [{ from: '9999-01-01', to: '9999-12-31' }, 'to'],
    [{ from: '2024-01-01', to: '2024-01-31', timeZone: 'Berlin' }, 'timeZone'],
  ] as const) {
    const { errors } = await send(seller, read);
    expect(errors).toMatchObject([{ extensions: { code: 'INPUT_INVALID', problems: [{ field }] } }]);
  }
});

test('take one statement for several accounts, and touch no order whose last activity was before the range', async () => {
  const sellers = [await factory.createPerson(), await factory.createPerson()];
  const orders = await Promise.all(sellers.map(paidOrder));
  for (const order of orders) await moveInTime(order, '2010-05-10T12:00:00Z', '2010-05-10T12:00:00Z');
  const { db } = server.app;
  // 5,000 orders of each seller on 5,000 days, the last on 17 January 2024, each paid on its day.
  await db.$executeRaw`
    with copied as (
      insert into "order" select copy.* from "order", generate_series(1, 5000) as n, jsonb_populate_record("order", jsonb_build_object(
        'id', gen_random_uuid(), 'number', "order".number * 10000 + 1000000 + n, 'created_at', "order".created_at + n * interval '1 day',
        'last_activity_at', "order".last_activity_at + n * interval '1 day')) as copy
      where "order".number = any(${orders.map(({ number }) => number)}) returning id, last_activity_at
    )
    insert into money_movement select copy.* from money_movement, copied, jsonb_populate_record(money_movement, jsonb_build_object(
      'id', gen_random_uuid(), 'order_id', copied.id, 'reference', copied.id, 'created_at', copied.last_activity_at)) as copy
    where money_movement.order_id = (select id from "order" where number = ${orders[0]?.number})`;
  await db.$executeRaw`analyze "order"`;
  await db.$executeRaw`analyze money_movement`;
  const operator = await factory.createOperator();
  const ids = sellers.map(({ accountId }) => toGlobalId('Account', accountId));
  const nodes =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Account { monthlyResults(from: "2024-01-01", to: "2024-01-31") { orderCount income { net { minorUnits } } } } } }';
  const read = (some: readonly string[]) =>
    countStatements(server, async () => {
      const { nodes: accounts } = await operator.ask(nodes, { ids: some });
      for (const { monthlyResults: results } of accounts)
        expect(results).toEqual([{ orderCount: 17, income: [{ net: { minorUnits: 170_000 } }] }]);
    });

  expect(await read(ids)).toBe(await read(ids.slice(0, 1)));
  const sql = monthlyResultsSql([sellers[0]?.accountId ?? ''], [new Date('2024-01-01')], new Date('2024-02-01'));
  const plan = await db.$queryRaw`explain (analyze, format json) ${sql}`;
  // The days of January and the day before, of one seller or of both and of the tests above, by the index that the planner chooses.
  expect(rowsTouched(plan)).toBeLessThanOrEqual(100);
});
