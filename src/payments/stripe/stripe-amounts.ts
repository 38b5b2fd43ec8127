import type { Money } from '../../process/fields.ts';

/** Currencies of which Stripe counts other digits than ISO 4217 does. */
const ownDigits: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

const isoDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const digitsMore = (currency: string): number => (ownDigits[currency] ?? isoDigits(currency)) - isoDigits(currency);

/** A sum as Stripe counts it; undefined if it cannot be told to the last digit. */
export function toStripe({ minorUnits, currency }: Money): { amount: number; currency: string } | undefined {
  const more = digitsMore(currency);
  const factor = 10n ** BigInt(Math.abs(more));
  if (more < 0 && minorUnits % factor !== 0n) return undefined;
  const amount = more < 0 ? minorUnits / factor : minorUnits * factor;
  return { amount: Number(amount), currency: currency.toLowerCase() };
}

/** A sum that Stripe told. What is smaller than our smallest unit is rounded up, so that it does not go unseen. */
export function fromStripe(amount: number, stripeCurrency: string): Money {
  const currency = stripeCurrency.toUpperCase();
  const more = digitsMore(currency);
  const factor = 10n ** BigInt(Math.abs(more));
  const minorUnits = more < 0 ? BigInt(amount) * factor : (BigInt(amount) + factor - 1n) / factor;
  return { minorUnits, currency };
}
