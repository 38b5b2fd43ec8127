/** The scalar `Currency`, and the digits with which amounts are written on both sides. */
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { currencies, digitsOf } from '../../src/process/currencies.ts';
import { formatMoney } from '../../src/process/format-money.ts';
import { digitsOf as digitsInBrowser, formatMoney as formatInBrowser } from '../../web/src/i18n/amounts.ts';
import { currencies as currenciesInBrowser } from '../../web/src/i18n/currencies.ts';
import { createSpace, optionInput } from '../support/spaces.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

const mutation = `mutation ($input: CreatePriceOptionInput!) { createPriceOption(input: $input) {
  __typename ... on PriceOption { price { minorUnits currency digits } } } }`;

async function answerTo(currency: unknown) {
  const seller = await factory.createPerson();
  const input = optionInput(await createSpace(seller), { price: { minorUnits: 1_500, currency } });
  return seller.send(mutation, { input });
}

/** ISO 4217, in the list of 2026-01-01. */
const withoutDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const withThreeDigits = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const isoDigits = (currency: string): number =>
  withoutDigits.includes(currency) ? 0 : withThreeDigits.includes(currency) ? 3 : 2;

test('the currencies are those of ISO 4217 in which people pay', () => {
  expect(currencies).toHaveLength(155);
  for (const code of ['EUR', 'HUF', 'XAF', 'XCD', 'XCG', 'SLE', 'ZWG', 'VED']) expect(currencies).toContain(code);
  // Precious metals, tests, none, units of account, funds, and withdrawn codes.
  for (const code of 'XAU XAG XTS XXX XDR XUA XSU XBA CLF UYI UYW MXV USN CHE BOV COU ANG BGN HRK SLL ZWL'.split(' '))
    expect(currencies).not.toContain(code);
});

test('an amount has the digits of ISO 4217 in each currency, at the server and in the browser', () => {
  const intl = createIntl({ locale: 'en' });
  const wrong = currencies.filter((currency) => {
    const digits = isoDigits(currency);
    const expected = { 0: '1,234,567', 2: '12,345.67', 3: '1,234.567' }[digits];
    const money = { minorUnits: 1_234_567, currency, digits: digitsOf(currency) };
    return (
      formatMoney({ minorUnits: 1_234_567n, currency }) !== `${currency} ${expected}` ||
      /\d[\d.,]*/.exec(formatInBrowser(intl, money))?.[0] !== expected ||
      digitsInBrowser(currency) !== digits
    );
  });

  expect(wrong).toEqual([]);
  expect(currenciesInBrowser).toEqual(currencies);
});

describe('a price', () => {
  test('whose currency is in lower case is stored in upper case, with the digits of its currency', async () => {
    const { data } = await answerTo('jpy');

    expect(data?.createPriceOption).toEqual({
      ...{ __typename: 'PriceOption', price: { minorUnits: 1_500, currency: 'JPY', digits: 0 } },
    });
    expect(await server.app.db.priceOption.count({ where: { currency: 'JPY' } })).toBe(1);
  });

  test.each(['XXX', 'XAU', 'CLF', 'ABC', 'BGN', 'EU', '', 'EUR ', 'ſek', 978, null])(
    'in %j is refused',
    async (code) => {
      const { errors } = await answerTo(code);

      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});
