/** The refusal of an amount that a payment provider does not take. */
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { refusalType } from '../graphql/refusals.schema.ts';
import { AmountNotPayable } from './payable-amounts.ts';
import type { PayableAmounts } from './provider.ts';

builder.objectType(AmountNotPayable, {
  ...refusalType(AmountNotPayable),
  fields: (t) => {
    const limit = (name: keyof PayableAmounts, description: string) =>
      t.field({
        type: MoneyType,
        nullable: true,
        description: `${description} Null if no amount in the currency is allowed.`,
        resolve: ({ allowed, currency }) => (allowed ? { minorUnits: allowed[name], currency } : null),
      });
    return {
      min: limit('min', 'The smallest amount that is allowed.'),
      max: limit('max', 'The largest amount that is allowed.'),
      step: limit('step', 'The amount of which an allowed amount is a multiple.'),
    };
  },
});
