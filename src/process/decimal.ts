/** Amounts as decimal numbers, by the digits of their currencies in ISO 4217. Pure. */
import { digitsOf } from './currencies.ts';
import type { Money } from './fields.ts';

/** An amount as a decimal number in the unit of its currency: "1234.50", without a currency or separators of thousands. */
export function decimalOf({ minorUnits, currency }: Money): string {
  const digits = digitsOf(currency);
  const sign = minorUnits < 0n ? '-' : '';
  const text = String(minorUnits < 0n ? -minorUnits : minorUnits).padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
