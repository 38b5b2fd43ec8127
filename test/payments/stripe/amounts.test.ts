/** The amount shown is the amount charged and the amount refunded, for every currency that the API accepts. */
import { createIntl } from 'react-intl';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromStripe, toStripe } from '../../../src/payments/stripe/stripe-amounts.ts';
import { currencies } from '../../../src/process/currencies.ts';
import { digitsOf, formatMoney } from '../../../web/src/i18n/amounts.ts';
import type { Data } from '../../support/client.ts';
import { type TestOrder, takeStepAs } from '../../support/factory.ts';
import { moneyOf } from '../../support/money.ts';
import { paymentsVia, type StripeService, startStripeService } from '../../support/stripe-service.ts';
import { useServer } from '../../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService();
});
afterAll(() => stripe.stop());

const { server, factory } = useServer({
  config: () => ({ payments: paymentsVia(stripe, { methods: ['BANK_TRANSFER', 'CARD'] }) }),
});

/** ISO 4217: the currencies without decimal digits, and those with three. */
const withoutDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const withThreeDigits = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const isoDigits = (currency: string): number =>
  withoutDigits.includes(currency) ? 0 : withThreeDigits.includes(currency) ? 3 : 2;

/** Stripe's documentation: zero-decimal are those of ISO 4217 and MGA, but ISK and UGX have two digits, always 00. */
const stripeDigits: Readonly<Record<string, number>> = { MGA: 0, ISK: 2, UGX: 2 };
const atStripe = (amount: number, currency: string): number =>
  amount / 10 ** (stripeDigits[currency] ?? isoDigits(currency));

/** The currencies of ISO 4217 in which Stripe makes no payments. */
const refusedByStripe = 'BTN CUP ERN GHS IQD IRR KPW LYD MRU SDG SSP STN SVC SYP TMT VED VES ZWG'.split(' ');
const charged = currencies.filter((currency) => !refusedByStripe.includes(currency));

/** 1,234 and a part of 23 of the currency, with as many digits as both sides can have. */
const decimals = (currency: string, whole: string, tens: string): string =>
  currency === 'MGA'
    ? `${whole}.00`
    : ({ 0: whole, 2: `${whole}.${tens}`, 3: `${whole}.${tens}0` }[isoDigits(currency)] ?? '');
const priceOf = (currency: string): string => decimals(currency, '1234', '56');
const partOf = (currency: string): string => decimals(currency, '23', '45');
const moneyFrom = (decimal: string, currency: string) => ({ minorUnits: Number(decimal.replace('.', '')), currency });
const sessionOf = async ({ number }: TestOrder): Promise<Data> => {
  const where = { order: { number }, checkoutUrl: { not: null } };
  await expect.poll(() => server.app.db.payment.count({ where })).toBe(1);
  const { providerReference } = await server.app.db.payment.findFirstOrThrow({ where });
  return stripe.sessions.find(({ id }) => id === providerReference);
};
const letterOf = ({ advertiser, number }: TestOrder) =>
  server.app.mailbox
    ?.letters()
    .find(({ to, subject }) => to === advertiser.email && subject === `Payment for order #${number}`)?.text;

/** The amount of an order of 1,234 of the currency: as it is shown in each place, and as it is charged and refunded. */
async function amountsIn(currency: string): Promise<Data> {
  const [price, part] = [priceOf(currency), partOf(currency)];
  const order = await factory.createOrder({
    ...{ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED', price: moneyFrom(price, currency) },
  });
  const session = await sessionOf(order);
  await expect.poll(() => letterOf(order)).toBeDefined();
  const refunded = () =>
    stripe.refunds
      .filter(({ payment_intent }) => payment_intent === session.payment_intent)
      .map(({ amount }) => atStripe(amount, currency));

  await stripe.sendEvent(server.url, stripe.paid(session), { at: server.clock.now() });
  await expect
    .poll(() => server.app.db.receipt.count({ where: { movement: { order: { number: order.number } } } }))
    .toBe(1);
  await takeStepAs(order.advertiser, order, 'openDispute');
  await takeStepAs(order.operator, order, 'refundOrder', { reason: 'A part.', amount: moneyFrom(part, currency) });
  await expect.poll(refunded).toHaveLength(1);
  await takeStepAs(order.operator, order, 'refundOrder', { reason: 'The rest.' });
  await expect.poll(refunded).toHaveLength(2);

  const seen = await moneyOf(order.advertiser, order);
  const [receipt] = seen.payments[0].receipts;
  const page = await fetch(receipt.url.replace(server.app.config.publicUrl, server.url));
  const file = await fetch(`${server.url}/exports/payments.csv`, {
    headers: { authorization: `Bearer ${order.seller.sessionToken}` },
  });
  const [names = '', values = ''] = (await file.text()).trim().split('\r\n');
  const { minorUnits } = receipt.amount;
  return {
    inEmail: amountAfter(currency, letterOf(order)),
    onReceipt: amountAfter(currency, await page.text()),
    inFile: values.split(',')[names.split(',').indexOf('amount')],
    inBrowser: /\d[\d.,]*/.exec(formatMoney(intl, { minorUnits, currency, digits: digitsOf(currency) }))?.[0],
    charged: [session.currency, atStripe(session.amount_total, currency)],
    refunded: refunded(),
    counted: [seen.paid, seen.refunded],
  };
}

const intl = createIntl({ locale: 'en' });
const amountAfter = (currency: string, text = ''): string | undefined =>
  new RegExp(`${currency} (\\d[\\d.,]*\\d)`).exec(text)?.[1];

/** The currencies whose digits are not two on both sides, and some of the others, which all take the same way. */
const isUnusual = (currency: string): boolean => isoDigits(currency) !== 2 || stripeDigits[currency] !== undefined;
const [unusual, usual] = [charged.filter(isUnusual), charged.filter((currency) => !isUnusual(currency))];
const sampled = [
  ...unusual,
  ...usual.filter((currency, index) => index % 12 === 0 || ['EUR', 'HUF', 'TWD', 'USD'].includes(currency)),
];

/** Orders are made for so many currencies at the same time. */
const groupSize = 20;
const groups = Array.from({ length: Math.ceil(sampled.length / groupSize) }, (_, index) =>
  sampled.slice(index * groupSize, (index + 1) * groupSize),
);

test.each(charged)(
  '%s has the digits of ISO 4217, and those of Stripe where an amount is charged or reported',
  (currency) => {
    const price = priceOf(currency);
    const money = moneyFrom(price, currency);
    const amount = { ...money, minorUnits: BigInt(money.minorUnits) };
    const stripeAmount = toStripe(amount);

    expect(atStripe(stripeAmount?.amount ?? 0, currency)).toBe(Number(price));
    expect(stripeAmount?.currency).toBe(currency.toLowerCase());
    expect(fromStripe(stripeAmount?.amount ?? 0, currency.toLowerCase())).toEqual(amount);
    expect(formatMoney(intl, { ...money, digits: digitsOf(currency) })).toContain(price.replace('1234', '1,234'));
  },
);

test.each(groups.map((group) => [`${group[0]} to ${group.at(-1)}`, group] as const))(
  'an amount is the same wherever it is shown, at Stripe and in refunds, in the currencies from %s',
  async (_name, group) => {
    const amounts = await Promise.all(group.map(amountsIn));

    expect(amounts).toEqual(
      group.map((currency) => {
        const [price, part] = [priceOf(currency), partOf(currency)];
        const shown = price.replace('1234', '1,234');
        const { minorUnits } = moneyFrom(price, currency);
        return {
          ...{ inEmail: shown, onReceipt: shown, inFile: price, inBrowser: shown },
          charged: [currency.toLowerCase(), Number(price)],
          refunded: [Number(part), Number((Number(price) - Number(part)).toFixed(isoDigits(currency)))],
          counted: [minorUnits, minorUnits],
        };
      }),
    );
  },
);
