import { digitsOf } from './currencies.ts';
import { decimalOf } from './decimal.ts';
import type { Money } from './fields.ts';

/** A sum as people write it in a language, by its BCP 47 tag: "EUR 1,200.00" in English, "1.200,00 EUR" in German. */
export function formatMoney(money: Money, locale = 'en'): string {
  const digits = digitsOf(money.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal number as text is formatted exactly, however large it is. Plain spaces can be searched for in plain text.
  return format.format(decimalOf(money) as `${number}`).replace(/\s/g, ' ');
}
