/** The refusal of an amount above the value of the order. */
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { refusalType } from '../graphql/refusals.schema.ts';
import { AmountNotAgreed } from './agreed-amounts.ts';

builder.objectType(AmountNotAgreed, {
  ...refusalType(AmountNotAgreed),
  fields: (t) => ({
    max: t.field({
      type: MoneyType,
      description: 'The largest amount that can be requested: the value of the order.',
      resolve: ({ max }) => max,
    }),
  }),
});
