/** Sums as people write them, with the digits of ISO 4217. */
import { expect, test } from 'vitest';
import { formatMoney } from '../../src/process/format-money.ts';

test.each([
  ['en', 120_000n, 'EUR', 'EUR 1,200.00'],
  ['de', 120_000n, 'EUR', '1.200,00 EUR'],
  ['en', 5n, 'EUR', 'EUR 0.05'],
  ['en', 1_200n, 'JPY', 'JPY 1,200'],
  ['en', 1_234_567n, 'KWD', 'KWD 1,234.567'],
  // Intl has no digits for these, as people write no coins; the payment providers and ISO 4217 have two.
  ['en', 120_000n, 'HUF', 'HUF 1,200.00'],
  ['de', 120_000n, 'COP', '1.200,00 COP'],
  ['en', 123_456_789_012_345_678_901n, 'EUR', 'EUR 1,234,567,890,123,456,789.01'],
  ['en', -120_000n, 'EUR', '-EUR 1,200.00'],
])('in %s, %s minor units of %s are written as %s', (locale, minorUnits, currency, text) => {
  expect(formatMoney({ minorUnits, currency }, locale)).toBe(text);
});
