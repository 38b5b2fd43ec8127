import { limits } from '../limits.ts';
import { InputInvalid } from '../platform/errors.ts';
import { digitsOf } from '../process/currencies.ts';
import type { Money } from '../process/fields.ts';
import { builder } from './builder.ts';

export const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'An amount of money in a currency.',
  fields: (t) => ({
    minorUnits: t.field({
      type: 'SafeInt',
      description: "In the currency's smallest unit: 1234 EUR minor units are 12.34 EUR.",
      resolve: ({ minorUnits }) => Number(minorUnits),
    }),
    currency: t.field({
      type: 'Currency',
      description: 'The currency of the amount.',
      resolve: ({ currency }) => currency,
    }),
    digits: t.int({
      description: 'Number of decimal digits of the currency by ISO 4217: 2 for EUR, 0 for JPY.',
      resolve: ({ currency }) => digitsOf(currency),
    }),
  }),
});

export const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An amount of money in a currency.',
  fields: (t) => ({
    minorUnits: t.field({
      type: 'SafeInt',
      required: true,
      description: "In the currency's smallest unit: 1234 EUR minor units are 12.34 EUR.",
    }),
    currency: t.field({ type: 'Currency', required: true, description: 'The currency of the amount.' }),
  }),
});

/** Converts an input amount. @throws InputInvalid if it is above `limits.minorUnits` */
export function toMoney(field: string, { minorUnits, currency }: { minorUnits: number; currency: string }): Money {
  if (Math.abs(minorUnits) > limits.minorUnits)
    throw new InputInvalid([{ field, message: `must be at most ${limits.minorUnits} minor units` }]);
  return { minorUnits: BigInt(minorUnits), currency };
}
