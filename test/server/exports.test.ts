/** The export of lists as CSV files: their format, and the rows that each viewer gets. */
import { beforeAll, describe, expect, test } from 'vitest';
import { soleOwnerOf } from '../../src/access/viewer.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { decimalOf } from '../../src/process/decimal.ts';
import { byteOrderMark, csvRecord } from '../../src/server/exports/csv.ts';
import { csvRows } from '../../src/server/exports/export-csv.ts';
import { exportTableOf } from '../../src/server/exports/export-tables.ts';
import { tuning } from '../../src/tuning.ts';
import type { Data } from '../support/client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { createPartner } from '../support/partner.ts';
import { createListedSpace, createSpace } from '../support/spaces.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

type Row = Readonly<Record<string, string>>;

const fetchFile = (file: string, token?: string, headers: Data = {}, method = 'GET') =>
  fetch(`${server.url}/exports/${file}`, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  });

/** The rows of a file, by the names of their columns. */
async function readFile(file: string, { sessionToken }: Pick<TestPerson, 'sessionToken'>): Promise<Row[]> {
  const response = await fetchFile(file, sessionToken);
  expect(response.status).toBe(200);
  const text = Buffer.from(await response.arrayBuffer()).toString();
  expect(text.startsWith(byteOrderMark)).toBe(true);
  const [names = [], ...records] = parseCsv(text.slice(1));
  return records.map((cells) => {
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** A reader of RFC 4180 that accepts nothing else. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  const record: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!match) throw new Error(`This is not CSV: ${rest.slice(0, 80)}`);
    const [whole, quoted, plain = '', end] = match;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') records.push(record.splice(0));
    rest = rest.slice(whole.length);
  }
  expect(record).toEqual([]);
  return records;
}

const errorOf = async (response: Response) => {
  const { errors } = (await response.json()) as Data;
  return [response.status, errors[0].extensions.code];
};

describe('csvRecord', () => {
  test('quotes what RFC 4180 requires', () => {
    expect(csvRecord(['a', 'b,c', 'd "e"', 'f\r\ng', '', null])).toBe('a,"b,c","d ""e""","f\r\ng",,\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('neutralises the formula %j', (text) => {
    expect(csvRecord([text])).toBe(`'${text}\r\n`);
  });

  test('quotes a neutralised formula, and leaves numbers and other texts unchanged', () => {
    expect(csvRecord(['=HYPERLINK("https://a.example","x")'])).toBe(`"'=HYPERLINK(""https://a.example"",""x"")"\r\n`);
    expect(csvRecord([-5, true, 'a=b', new Date(0), { minorUnits: -150n, currency: 'EUR' }])).toBe(
      '-5,true,a=b,1970-01-01T00:00:00.000Z,-1.50\r\n',
    );
  });

  test.each([
    ['EUR', 123_456n, '1234.56'],
    ['EUR', 5n, '0.05'],
    ['EUR', -5n, '-0.05'],
    ['JPY', 1_500n, '1500'],
    ['JPY', 0n, '0'],
    ['KWD', 1_234n, '1.234'],
    ['IQD', 1_234n, '1.234'],
    ['HUF', 1_234n, '12.34'],
    ['CLF', 1n, '0.0001'],
  ])('writes an amount of %s with the digits of its currency', (currency, minorUnits, text) => {
    expect(decimalOf({ currency, minorUnits })).toBe(text);
  });
});

describe('The export', () => {
  let order: TestOrder;
  let stranger: TestPerson;
  beforeAll(async () => {
    order = await factory.createOrder({ brief: 'An ad, "bold"\nfor tea.' });
    stranger = await factory.createPerson();
    await factory.createOrder({ brief: 'Of another party.' });
  });

  test('of orders has the orders of the viewer with decimal amounts and times in UTC', async () => {
    const stored = await server.app.db.order.findFirstOrThrow({ where: { number: order.number } });

    const [row, ...others] = await readFile('orders.csv', order.seller);
    const [ofAdvertiser] = await readFile('orders.csv', order.advertiser);

    expect(others).toEqual([]);
    expect(row).toMatchObject({
      number: String(order.number),
      orderId: toGlobalId('Order', stored.id),
      status: stored.status,
      role: 'SELLER',
      advertiser: order.advertiser.name,
      seller: order.seller.name,
      brief: 'An ad, "bold"\nfor tea.',
      total: decimalOf({ minorUnits: stored.totalMinorUnits, currency: stored.currency }),
      currency: stored.currency,
      createdAt: stored.createdAt.toISOString(),
    });
    expect(ofAdvertiser).toEqual({ ...row, role: 'ADVERTISER' });
  });

  test('never has rows of another party; an operator gets all rows, as in the lists', async () => {
    for (const file of ['spaces.csv', 'orders.csv', 'payments.csv'])
      expect([file, await readFile(file, stranger)]).toEqual([file, []]);

    expect((await readFile('orders.csv', order.operator)).map(({ brief }) => brief)).toContain('Of another party.');
  });

  test('of payments has the payments of the orders of the viewer', async () => {
    const paid = await factory.createOrder({ status: 'PROCESSING' });
    const { payments } = (
      await paid.seller.ask(
        'query ($id: ID!) { order(id: $id) { payments { id status amount { minorUnits currency } receipts { number } } } }',
        { id: paid.id },
      )
    ).order;

    const rows = await readFile('payments.csv', paid.advertiser);

    expect(rows).toHaveLength(payments.length);
    expect(rows.length).toBeGreaterThan(0);
    const [{ amount, receipts, id, status }] = payments;
    expect(rows[0]).toMatchObject({
      paymentId: id,
      orderNumber: String(paid.number),
      status,
      amount: decimalOf({ minorUnits: BigInt(amount.minorUnits), currency: amount.currency }),
      amountReceived: decimalOf({ minorUnits: BigInt(amount.minorUnits), currency: amount.currency }),
      amountRefunded: '0.00',
      currency: amount.currency,
      receipts: receipts.map(({ number }: Data) => number).join(' '),
    });
    expect(await readFile('payments.csv', paid.seller)).toEqual(rows);
  });

  test('of spaces has one row for each price option, also of drafts, with formulas neutralised', async () => {
    const seller = await factory.createPerson();
    const draft = await createSpace(seller, { title: '=cmd()', languages: ['de', 'en'] });
    const { id } = await createListedSpace(seller, {
      space: { title: 'Front, page' },
      option: { price: { minorUnits: 12_345, currency: 'JPY' } },
    });

    expect(await readFile('spaces.csv', seller)).toMatchObject([
      { spaceId: draft, status: 'DRAFT', title: "'=cmd()", languages: 'de en', price: '', currency: '' },
      { spaceId: id, status: 'LISTED', title: 'Front, page', price: '12345', currency: 'JPY', isMonthly: 'false' },
    ]);
  });

  test('has the rows of the account that the header names', async () => {
    const person = await factory.createPerson();
    await createSpace(person);
    const named = (accountId: string) =>
      fetchFile('spaces.csv', person.sessionToken, { 'placard-account': toGlobalId('Account', accountId) });

    expect(parseCsv((await (await named(person.accountId)).text()).replace(byteOrderMark, ''))).toHaveLength(2);
    expect(await errorOf(await named(stranger.accountId))).toEqual([403, 'ACCOUNT_MISSING']);
  });

  test('is a download that no cache keeps; HEAD gives its headers', async () => {
    for (const method of ['GET', 'HEAD']) {
      const response = await fetchFile('orders.csv', order.seller.sessionToken, {}, method);
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="orders.csv"');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect((await response.text()) === '').toBe(method === 'HEAD');
    }
  });

  test('is refused with an error in JSON', async () => {
    expect(await errorOf(await fetchFile('orders.csv'))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await errorOf(await fetchFile('spaces.csv'))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await errorOf(await fetchFile('orders.csv', 'wrong'))).toEqual([401, 'SESSION_ENDED']);
    for (const file of ['messages.csv', 'orders', 'constructor.csv', 'orders.csv/x'])
      expect(await errorOf(await fetchFile(file, stranger.sessionToken))).toEqual([404, 'NOT_FOUND']);
    expect(await errorOf(await fetchFile('orders.csv', stranger.sessionToken, {}, 'DELETE'))).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
    ]);
  });

  test('of orders needs the scope ORDERS_READ of an application, and that of spaces a person', async () => {
    const { key } = await createPartner(factory, { owner: order.seller, scopes: ['ORDERS_READ'] });
    const { key: unscoped } = await createPartner(factory, { owner: order.seller, scopes: ['ADS_READ'] });

    expect((await readFile('orders.csv', { sessionToken: key })).map(({ number }) => number)).toEqual([
      String(order.number),
    ]);
    for (const file of ['orders.csv', 'payments.csv'])
      expect(await errorOf(await fetchFile(file, unscoped))).toEqual([403, 'SCOPE_MISSING']);
    expect(await errorOf(await fetchFile('spaces.csv', key))).toEqual([403, 'SCOPE_MISSING']);
  });

  test('reads many rows in pages, each row once', async () => {
    const { db } = server.app;
    const count = 2_500;
    const { id: _, number: __, ...columns } = await db.order.findFirstOrThrow({ where: { number: order.number } });
    const advertiser = await factory.createPerson();
    await db.order.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        ...columns,
        suspendedStates: [],
        waitingAds: [],
        predecessorId: null,
        advertiserId: advertiser.accountId,
        brief: `Order ${index}`,
      })),
    });
    const before = server.app.database.statements();

    const rows = await readFile('orders.csv', advertiser);

    const statements = server.app.database.statements() - before;
    expect(new Set(rows.map(({ brief }) => brief)).size).toBe(count);
    expect(rows).toHaveLength(count);
    // Five statements for each page: the session, orders, both parties, and items.
    const pageCount = Math.floor(count / tuning.exports.pageSize) + 1;
    expect(statements).toBeGreaterThan(pageCount);
    expect(statements).toBeLessThanOrEqual(5 * pageCount + 5);
  });

  test('ends without the other rows if the session ends', async () => {
    let readCount = 0;
    const findViewer = async () => {
      readCount += 1;
      if (readCount > 2) throw new Error('The session has ended');
      return soleOwnerOf(order.operator.accountId, { isOperator: true });
    };
    const table = exportTableOf('orders.csv');
    const rows: string[] = [];
    const read = async () => {
      if (table) for await (const row of csvRows(server.app.db, findViewer, table)) rows.push(row);
    };

    await expect(read()).rejects.toThrow('The session has ended');
    expect(rows).toHaveLength(2 * tuning.exports.pageSize);
  });

  test('ends early without a fault if the client goes away', async () => {
    const response = await fetchFile('orders.csv', order.operator.sessionToken);
    await response.body?.cancel();

    expect((await readFile('orders.csv', order.operator)).length).toBeGreaterThan(2_500);
  });

  test('is refused to a viewer who exports too often', async () => {
    const { points } = limits.rates.exports;
    for (let count = 0; count < points; count += 1) await (await fetchFile('spaces.csv', stranger.sessionToken)).text();
    const response = await fetchFile('spaces.csv', stranger.sessionToken);

    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await errorOf(response)).toEqual([429, 'RATE_LIMITED']);
  });
});
