/** The tax of orders: how it is computed, the moment that decides the rate, and the settings of accounts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { taxedTotalOf } from '../../src/orders/order-tax.ts';
import { renewDueOrders } from '../../src/renewals/renew-due.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestPerson, takeStepAs } from '../support/factory.ts';
import { moneyOf } from '../support/money.ts';
import { change } from '../support/partner.ts';
import { seededRandom } from '../support/random.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let seller: TestPerson;
let advertiser: TestPerson;

beforeEach(async () => {
  seller = await factory.createPerson();
  advertiser = await factory.createPerson();
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const net = { taxBasisPoints: 1_900, pricesIncludeTax: false };
const gross = { taxBasisPoints: 1_900, pricesIncludeTax: true };

const amountFields =
  'net { minorUnits currency } tax { minorUnits currency } total { minorUnits currency } taxBasisPoints pricesIncludeTax';
const setTax = (input: Data, who = seller): Promise<Data> =>
  change(
    who,
    'updateAccount',
    input,
    '... on Account { taxBasisPoints pricesIncludeTax taxId } ... on InputInvalid { problems { field message } }',
  );
const place = (priceOptionIds: readonly string[], who = advertiser): Promise<Data> =>
  change(
    who,
    'placeOrder',
    { priceOptionIds, brief: 'An ad for tea.', paymentMethod: 'BANK_TRANSFER' },
    `... on Order { id number total { minorUnits } amounts { ${amountFields} } }`,
  );
const amountsOf = async ({ id }: Data, who = advertiser): Promise<Data> =>
  (await who.ask(`query ($id: ID!) { order(id: $id) { amounts { ${amountFields} } } }`, { id })).order.amounts;

describe('the tax in a total', () => {
  test.each([
    // Currencies of 0, 2 and 3 digits are the same in minor units: JPY 1,005; EUR 10.05; KWD 1.005.
    [10_000n, net, 11_900n, 1_900n],
    [11_900n, gross, 11_900n, 1_900n],
    [10_000n, gross, 10_000n, 1_597n],
    [1_005n, { ...net, taxBasisPoints: 1_000 }, 1_106n, 101n],
    [1_004n, { ...net, taxBasisPoints: 1_000 }, 1_104n, 100n],
    [1n, { ...net, taxBasisPoints: 4_999 }, 1n, 0n],
    [1n, { ...net, taxBasisPoints: 5_000 }, 2n, 1n],
    [3n, { ...gross, taxBasisPoints: 2_000 }, 3n, 1n],
    [10_000n, { ...net, taxBasisPoints: 0 }, 10_000n, 0n],
    [0n, net, 0n, 0n],
  ] as const)('of a price of %s is rounded half up', (price, terms, totalMinorUnits, taxMinorUnits) => {
    expect(taxedTotalOf(price, terms)).toEqual({ ...terms, totalMinorUnits, taxMinorUnits });
  });

  test('is at most half a unit away from the exact tax, whatever the price and the rate', () => {
    const random = seededRandom(15);
    for (let run = 0; run < 5_000; run++) {
      const price = BigInt(Math.floor(random() ** 4 * 20_000_000_000_000));
      const rate = BigInt(Math.floor(random() * 5_001));
      for (const pricesIncludeTax of [true, false]) {
        const { totalMinorUnits: total, taxMinorUnits: tax } = taxedTotalOf(price, {
          taxBasisPoints: Number(rate),
          pricesIncludeTax,
        });
        const netAmount = total - tax;
        expect(pricesIncludeTax ? total : netAmount).toBe(price);
        expect(tax >= 0n && netAmount >= 0n).toBe(true);
        // -1/2 < tax - exact <= 1/2, with all of it multiplied by twice the divisor.
        const divisor = pricesIncludeTax ? 10_000n + rate : 10_000n;
        const error = 2n * (tax * divisor - price * rate);
        expect(error > -divisor && error <= divisor).toBe(true);
      }
    }
  });
});

describe('the tax of an order', () => {
  test('is none for an account that has set no rate', async () => {
    const { total, amounts } = await place([await factory.createPriceOption(seller)]);

    const price = { minorUnits: 10_000, currency: 'EUR' };
    expect(total.minorUnits).toBe(10_000);
    expect(amounts).toEqual({
      ...{ net: price, total: price, tax: { ...price, minorUnits: 0 } },
      ...{ taxBasisPoints: 0, pricesIncludeTax: true },
    });
  });

  test.each([
    ['JPY', net, [1_005, 1_190], 2_195 + 417],
    ['EUR', net, [10_000, 5_050], 15_050 + 2_860],
    ['KWD', gross, [12_340, 1], 12_341],
  ] as const)(
    'in %s is computed for the sum of the items, and is equal to what was shown before',
    async (currency, terms, prices, total) => {
      await setTax(terms);
      const options = await Promise.all(prices.map((price) => factory.createPriceOption(seller, { price, currency })));

      const { orderAmounts } = await apiClient(server.url).ask(
        `query ($ids: [ID!]!) { orderAmounts(priceOptionIds: $ids) { ${amountFields} } }`,
        { ids: options },
      );
      const order = await place(options);

      expect(order.amounts).toEqual(orderAmounts);
      expect(order.total.minorUnits).toBe(total);
      expect(order.amounts).toMatchObject({ total: { minorUnits: total, currency }, ...terms });
      expect(order.amounts.net.minorUnits + order.amounts.tax.minorUnits).toBe(total);
    },
  );

  test('is the amount that is requested, with the total, unless the seller requests another', async () => {
    await setTax(net);
    const order = await factory.createOrder({ seller, advertiser, status: 'PAYMENT_REQUIRED' });

    const { payment } = await moneyOf(advertiser, order);

    expect(payment.amount).toEqual({ minorUnits: 11_900, currency: 'EUR' });
  });

  test('stays as it was placed when the seller changes its rate', async () => {
    const option = await factory.createPriceOption(seller);
    await setTax(net);
    const first = await place([option]);
    await setTax({ taxBasisPoints: 700, pricesIncludeTax: true });
    const later = await place([option]);
    await setTax({ taxBasisPoints: 0 });

    const taxes = [await amountsOf(first), await amountsOf(later, seller)];
    expect(taxes).toMatchObject([
      { tax: { minorUnits: 1_900 }, total: { minorUnits: 11_900 }, ...net },
      { tax: { minorUnits: 654 }, total: { minorUnits: 10_000 }, taxBasisPoints: 700, pricesIncludeTax: true },
    ]);
  });

  test('is that of one moment when the seller changes its terms at the same time', async () => {
    const option = await factory.createPriceOption(seller);
    const buyer = apiClient(second.url, advertiser.sessionToken);
    const both = [net, { taxBasisPoints: 700, pricesIncludeTax: true }];
    await setTax(net);

    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        index % 2 === 0 ? place([option], buyer as TestPerson) : setTax(both[(index >> 1) % 2] ?? net),
      ),
    );

    const orders = answers.filter(({ amounts }) => amounts);
    expect(orders).toHaveLength(8);
    for (const { amounts } of orders)
      expect([
        [11_900, 1_900, 1_900, false],
        [10_000, 654, 700, true],
      ]).toContainEqual([
        amounts.total.minorUnits,
        amounts.tax.minorUnits,
        amounts.taxBasisPoints,
        amounts.pricesIncludeTax,
      ]);
  });

  test('is the same in the next month of a renewal, whose payment is requested with it', async () => {
    await setTax(net);
    const oneMonth = { measure: 'DAYS', quantity: 30, isMonthly: true } as const;
    const order = await factory.createOrder({ seller, advertiser, status: 'PAYMENT_RECEIVED', bought: oneMonth });
    server.clock.advance({ days: 28 });
    await renewDueOrders(server.app);
    await setTax({ taxBasisPoints: 700, pricesIncludeTax: true });

    await takeStepAs(seller, order, 'renewOrder', { reference: `Renewal of ${order.number}` });

    const { order: read } = await seller.ask(
      `query ($id: ID!) { order(id: $id) { successor { amountPaid { minorUnits } amounts { ${amountFields} } } } }`,
      { id: order.id },
    );
    expect(read.successor).toMatchObject({
      amountPaid: { minorUnits: 11_900 },
      amounts: { tax: { minorUnits: 1_900 }, total: { minorUnits: 11_900 }, ...net },
    });
  });
});

describe('the tax terms of an account', () => {
  test('are changed by its members, and read by everyone', async () => {
    const member = await factory.createMember(seller, 'MEMBER');

    expect(await setTax({ ...net, taxId: 'DE 123456789' }, member)).toMatchObject({ ...net, taxId: 'DE 123456789' });

    const option = await factory.createPriceOption(seller);
    const { node } = await apiClient(server.url).ask(
      'query ($id: ID!) { node(id: $id) { ... on PriceOption { space { seller { taxBasisPoints pricesIncludeTax taxId } } } } }',
      { id: option },
    );
    expect(node.space.seller).toEqual({ ...net, taxId: null });
  });

  test('are not changed by a viewer', async () => {
    const viewer = await factory.createMember(seller, 'VIEWER');

    expect((await setTax(net, viewer)).__typename).toBe('AccountRefused');
    const account = await server.app.db.account.findUniqueOrThrow({ where: { id: seller.accountId } });
    expect(account).toMatchObject({ taxBasisPoints: 0, pricesIncludeTax: true });
  });

  test.each([
    ['taxBasisPoints', -1, 'must be a whole number from 0 to 5,000'],
    ['taxBasisPoints', 5_001, 'must be a whole number from 0 to 5,000'],
    ['taxId', '<b>1</b>', 'must be a tax id'],
    ['taxId', 'none', 'must be a tax id'],
    ['taxId', '1'.repeat(51), 'must have at most 50 characters'],
  ])('refuse %s = %s', async (field, value, message) => {
    const refused = await setTax({ [field]: value });

    expect(refused.problems).toEqual([{ field, message: expect.stringContaining(message) }]);
  });

  test.each(['DE 123456789', '12/345/67890', 'CHE-123.456.789 MWST', 'ATU12345678', '１２３'])(
    'accept the tax id %s',
    async (taxId) => {
      expect(await setTax({ taxId })).toMatchObject({ taxId });
    },
  );

  test('can be set when an account is created', async () => {
    const account = await change(
      advertiser,
      'createAccount',
      { name: 'Second business', ...net },
      '... on Account { taxBasisPoints pricesIncludeTax }',
    );

    expect(account).toMatchObject(net);
  });
});

test.each([
  [[], 'must contain at least one price option'],
  ['two sellers', 'must belong to one seller'],
  ['two currencies', 'must have one currency'],
])('the amounts of %s are refused', async (which, message) => {
  const own = await factory.createPriceOption(seller);
  const other =
    which === 'two sellers'
      ? await factory.createPriceOption(await factory.createPerson())
      : await factory.createPriceOption(seller, { currency: 'JPY' });
  const ids = typeof which === 'string' ? [own, other] : which;

  const { errors } = await advertiser.send(
    'query ($ids: [ID!]!) { orderAmounts(priceOptionIds: $ids) { total { minorUnits } } }',
    { ids },
  );

  expect(JSON.stringify(errors)).toContain(message);
});
