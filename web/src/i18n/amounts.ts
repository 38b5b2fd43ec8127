/** Amounts of money: as people read them, and as people type them. */
import type { IntlShape } from 'react-intl';
import type { MoneyViewFragment } from '../generated/graphql.ts';
import { unusualDigits } from './currencies.ts';

export type Money = Pick<MoneyViewFragment, 'minorUnits' | 'currency' | 'digits'>;

/** Number of decimal digits of a currency by ISO 4217. `Intl` has other numbers for some currencies. */
export const digitsOf = (currency: string): number => unusualDigits[currency] ?? 2;

/** An amount in the language of the viewer: "€12.50". */
export const formatMoney = (intl: Pick<IntlShape, 'formatNumber'>, { minorUnits, currency, digits }: Money): string =>
  intl.formatNumber(minorUnits / 10 ** digits, {
    style: 'currency',
    currency,
    // The digits that Intl has for a currency are those of its usage, not of its smallest unit.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

/** The amount that was typed, such as 12.50 or 12,50; undefined if it is none, or has more digits than the currency. */
export function amountOf(text: string, currency: string): { minorUnits: number; currency: string } | undefined {
  const digits = digitsOf(currency);
  const [, whole, fraction = ''] = /^(\d+)(?:[.,](\d*))?$/.exec(text.replace(/\s/g, '')) ?? [];
  if (whole === undefined || fraction.length > digits) return undefined;
  const minorUnits = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minorUnits) ? { minorUnits, currency } : undefined;
}

/** An amount as one would type it: "12.50". */
export function amountText(minorUnits: number, currency: string): string {
  return (minorUnits / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
}
