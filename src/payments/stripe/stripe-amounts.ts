import type { Money } from '../../process/fields.ts';

/** Currencies whose minor units at Stripe differ from ISO 4217. */
const ownDigits: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

const isoDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const digitsMore = (currency: string): number => (ownDigits[currency] ?? isoDigits(currency)) - isoDigits(currency);

/** An amount in Stripe's units; undefined if it cannot be represented exactly. */
export function toStripe({ minorUnits, currency }: Money): { amount: number; currency: string } | undefined {
  const more = digitsMore(currency);
  const factor = 10n ** BigInt(Math.abs(more));
  if (more < 0 && minorUnits % factor !== 0n) return undefined;
  const amount = more < 0 ? minorUnits / factor : minorUnits * factor;
  return { amount: Number(amount), currency: currency.toLowerCase() };
}

/** An amount from Stripe. Fractions of our minor unit are rounded up, so that no amount disappears. */
export function fromStripe(amount: number, stripeCurrency: string): Money {
  const currency = stripeCurrency.toUpperCase();
  const more = digitsMore(currency);
  const factor = 10n ** BigInt(Math.abs(more));
  const minorUnits = more < 0 ? BigInt(amount) * factor : (BigInt(amount) + factor - 1n) / factor;
  return { minorUnits, currency };
}
