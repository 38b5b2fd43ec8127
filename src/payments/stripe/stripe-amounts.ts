/**
 * Amounts at Stripe: the conversion between our minor units, which are those of ISO 4217, and the units of Stripe, and the
 * amounts that Stripe charges (https://docs.stripe.com/currencies, decision 34).
 */
import { digitsOf } from '../../process/currencies.ts';
import type { Money } from '../../process/fields.ts';
import type { PayableAmounts } from '../provider.ts';

const codes = (text: string): readonly string[] => text.split(' ');

/** Currencies of ISO 4217 in which Stripe makes no payments. */
const unsupported = new Set(codes('BTN CUP ERN GHS IQD IRR KPW LYD MRU SDG SSP STN SVC SYP TMT VED VES ZWG'));

/** Currencies whose units at Stripe differ from ISO 4217. */
const ownDigits: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Digits of the largest amount in Stripe's units, where they are not eight. */
const maxDigits: Readonly<Record<string, number>> = { INR: 9, COP: 10, HUF: 10, JPY: 10, LBP: 11, IDR: 12 };

/** The smallest amount in Stripe's units, for the currencies that Stripe names. */
const minAmounts: Readonly<Record<string, bigint>> = {
  ...Object.fromEntries(
    codes('ARS AUD BRL CAD CHF COP EUR IDR ILS INR JPY KRW NZD PHP RUB SGD USD ZAR').map((code) => [code, 50n]),
  ),
  ...{ GBP: 30n, AED: 200n, MYR: 200n, PLN: 200n, RON: 200n, DKK: 250n, NOK: 300n, SEK: 300n, HKD: 400n },
  ...{ MXN: 1_000n, THB: 1_000n, CZK: 1_500n, HUF: 17_500n },
};

/** Our minor units in one unit of Stripe, and the reverse: one of the two is 1. */
function ratioOf(currency: string): { readonly minorUnits: bigint; readonly units: bigint } {
  const more = (ownDigits[currency] ?? digitsOf(currency)) - digitsOf(currency);
  return { minorUnits: 10n ** BigInt(Math.max(-more, 0)), units: 10n ** BigInt(Math.max(more, 0)) };
}

/** The amounts that Stripe charges in a currency; undefined if it charges none. */
export function payableAtStripe(currency: string): PayableAmounts | undefined {
  if (unsupported.has(currency)) return undefined;
  const ratio = ratioOf(currency);
  // The last of three digits must be 0.
  const step = digitsOf(currency) === 3 ? 10n : ratio.minorUnits;
  const max = ((10n ** BigInt(maxDigits[currency] ?? 8) - 1n) * ratio.minorUnits) / ratio.units;
  return { step, min: minAmounts[currency] ?? step, max: max - (max % step) };
}

/** An amount in Stripe's units; undefined if Stripe does not take it so precisely. */
export function toStripe({ minorUnits, currency }: Money): { amount: number; currency: string } | undefined {
  const ratio = ratioOf(currency);
  if (minorUnits % (payableAtStripe(currency)?.step ?? 1n) !== 0n) return undefined;
  return { amount: Number((minorUnits * ratio.units) / ratio.minorUnits), currency: currency.toLowerCase() };
}

/** An amount from Stripe. Fractions of our minor unit are rounded up, so that no amount disappears. */
export function fromStripe(amount: number, stripeCurrency: string): Money {
  const currency = stripeCurrency.toUpperCase();
  const ratio = ratioOf(currency);
  return { minorUnits: (BigInt(amount) * ratio.minorUnits + ratio.units - 1n) / ratio.units, currency };
}
