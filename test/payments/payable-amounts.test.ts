/** Amounts that the payment provider cannot take are refused when they are set, with what is allowed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { payableAtStripe } from '../../src/payments/stripe/stripe-amounts.ts';
import { currencies } from '../../src/process/currencies.ts';
import type { Data } from '../support/client.ts';
import { moneyBecomes } from '../support/money.ts';
import { change } from '../support/partner.ts';
import { createSpace } from '../support/spaces.ts';
import { paymentsVia, type StripeService, startStripeService } from '../support/stripe-service.ts';
import { useServer } from '../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService();
});
afterAll(() => stripe.stop());

const { server, factory } = useServer({ config: () => ({ payments: paymentsVia(stripe) }) });

const limitFields = 'min { minorUnits currency } max { minorUnits } step { minorUnits }';
const refusalFields = `... on AmountNotPayable { message code recovery ${limitFields} }`;
const euro = (minorUnits: number) => ({ minorUnits, currency: 'EUR' });

describe('the price of an option', () => {
  const create = async (price: Data): Promise<Data> => {
    const seller = await factory.createPerson();
    const spaceId = await createSpace(seller);
    const fields = `... on PriceOption { id price { minorUnits currency } } ${refusalFields}`;
    return change(seller, 'createPriceOption', { spaceId, title: 'A week', price, measure: 'FLAT' }, fields);
  };

  test.each([
    ['EUR', 49, 'A card payment must be from EUR 0.50 to EUR 999,999.99.'],
    ['EUR', 100_000_000, 'A card payment must be from EUR 0.50 to EUR 999,999.99.'],
    ['HUF', 17_499, 'A card payment must be from HUF 175.00 to HUF 99,999,999.99.'],
    ['JPY', 49, 'A card payment must be from JPY 50 to JPY 9,999,999,999.'],
    ['KWD', 5_124, 'A card payment must be from KWD 0.010 to KWD 99,999.990 and a multiple of KWD 0.010.'],
    ['MGA', 12_345, 'A card payment must be from MGA 1.00 to MGA 99,999,999.00 and a multiple of MGA 1.00.'],
    ['UGX', 1_000_000, 'A card payment must be from UGX 1 to UGX 999,999.'],
    ['SYP', 10_000, 'A card payment cannot be made in SYP. Choose another currency.'],
  ])('in %s of %d minor units is refused with what is allowed', async (currency, minorUnits, message) => {
    expect(await create({ minorUnits, currency })).toMatchObject({
      ...{ __typename: 'AmountNotPayable', code: 'AMOUNT_NOT_PAYABLE', recovery: 'CORRECTABLE', message },
    });
  });

  test.each([
    ['EUR', 50],
    ['EUR', 99_999_999],
    ['KWD', 5_120],
    ['MGA', 12_300],
    ['UGX', 999_999],
    ['IDR', 999_999_999_999],
    ['HUF', 17_500],
  ])('in %s of %d minor units is accepted', async (currency, minorUnits) => {
    expect((await create({ minorUnits, currency })).price).toEqual({ minorUnits, currency });
  });

  test('is refused with amounts that a program can read, and not when it is changed to one', async () => {
    const refused = await create(euro(49));
    const unsupported = await create({ minorUnits: 10_000, currency: 'LYD' });

    expect(refused).toMatchObject({ min: euro(50), max: { minorUnits: 99_999_999 }, step: { minorUnits: 1 } });
    expect(unsupported).toMatchObject({ min: null, max: null, step: null });
  });

  test('is checked when it changes, and not when the title changes', async () => {
    const seller = await factory.createPerson();
    const priceOptionId = await factory.createPriceOption(seller, { price: 10 });
    const update = (input: Data) =>
      change(seller, 'updatePriceOption', { priceOptionId, ...input }, `... on PriceOption { title } ${refusalFields}`);

    expect(await update({ title: 'Two weeks' })).toMatchObject({ title: 'Two weeks' });
    expect(await update({ price: euro(49) })).toMatchObject({ __typename: 'AmountNotPayable', min: euro(50) });
    expect(await update({ price: euro(50) })).toMatchObject({ __typename: 'PriceOption' });
  });
});

describe('an order', () => {
  const place = async (price: { price: number; currency: string }, paymentMethod: string): Promise<Data> => {
    const option = await factory.createPriceOption(await factory.createPerson(), price);
    const input = { priceOptionIds: [option], brief: 'An ad', paymentMethod };
    return change(await factory.createPerson(), 'placeOrder', input, refusalFields);
  };

  test.each([
    [49, 'EUR'],
    [100_000_000, 'EUR'],
    [10_000, 'SYP'],
    [5_124, 'KWD'],
  ])(
    'of %d minor units of %s is refused if it is paid by card, and placed if it is paid outside',
    async (price, currency) => {
      const before = await server.app.db.order.count();
      const byCard = await place({ price, currency }, 'CARD');
      const placed = (await server.app.db.order.count()) - before;
      const byTransfer = await place({ price, currency }, 'BANK_TRANSFER');

      expect(byCard).toMatchObject({ __typename: 'AmountNotPayable', code: 'AMOUNT_NOT_PAYABLE' });
      expect(placed).toBe(0);
      expect(byTransfer.__typename).toBe('Order');
    },
  );

  test('whose items are payable together is placed', async () => {
    const seller = await factory.createPerson();
    const [one, another] = [
      await factory.createPriceOption(seller, { price: 30 }),
      await factory.createPriceOption(seller, { price: 30 }),
    ];
    const input = { priceOptionIds: [one, another], brief: 'An ad', paymentMethod: 'CARD' };

    expect((await change(await factory.createPerson(), 'placeOrder', input, refusalFields)).__typename).toBe('Order');
  });

  test('stays as it is if an amount is requested that cannot be paid by card', async () => {
    const order = await factory.createOrder({ paymentMethod: 'CARD' });
    const request = (amount: Data) =>
      change(order.seller, 'requestPayment', { orderId: order.id, amount }, `... on Order { status } ${refusalFields}`);

    expect(await request(euro(49))).toMatchObject({ __typename: 'AmountNotPayable', min: euro(50) });
    expect(await request(euro(100_000_000))).toMatchObject({ __typename: 'AmountNotAgreed' });
    expect(stripe.requestCounts.sessions).toBe(0);
    expect(await request(euro(50))).toMatchObject({ status: 'PAYMENT_REQUIRED' });
  });

  test('is refunded in parts that the provider takes', async () => {
    const price = { minorUnits: 10_000, currency: 'KWD' };
    const order = await factory.createOrder({ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED', price });
    await moneyBecomes(order.advertiser, order, { payment: { checkoutUrl: expect.any(String) } });
    const session = stripe.sessions.find(({ currency }) => currency === 'kwd') ?? {};
    await stripe.sendEvent(server.url, stripe.paid(session), { at: server.clock.now() });
    await moneyBecomes(order.seller, order, { paymentStatus: 'PAID' });
    for (const step of ['startProcessing', 'completeOrder']) await change(order.seller, step, { orderId: order.id });
    const refund = (minorUnits: number) =>
      change(
        ...([order.seller, 'refundOrder'] as const),
        { orderId: order.id, reason: 'A part.', amount: { minorUnits, currency: 'KWD' } },
        `... on Order { status } ${refusalFields}`,
      );

    expect(await refund(1_234)).toMatchObject({
      message: 'A refund to a card must be from KWD 0.010 to KWD 10.000 and a multiple of KWD 0.010.',
    });
    expect(await refund(1_230)).toMatchObject({ __typename: 'Order' });
    await expect.poll(() => stripe.refunds.map(({ amount, currency }) => [amount, currency])).toEqual([[1_230, 'kwd']]);
  });
});

test('each currency has amounts that Stripe takes in its own units, or none', () => {
  const wrong = currencies.filter((currency) => {
    const amounts = payableAtStripe(currency);
    return amounts && !(amounts.min >= amounts.step && amounts.min < amounts.max && amounts.max % amounts.step === 0n);
  });

  expect(wrong).toEqual([]);
  expect(currencies.filter((currency) => !payableAtStripe(currency))).toHaveLength(18);
});
