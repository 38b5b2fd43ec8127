/** The amounts of an order: the net amount, the tax and the total. Before it is placed, those that it would have. */
import type { Order } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { limits } from '../limits.ts';
import { taxedTotalOf } from './order-tax.ts';
import { itemsTotal, requireItemCount, requireOptions } from './place-order.ts';

type AmountColumns = Pick<
  Order,
  'totalMinorUnits' | 'taxMinorUnits' | 'taxBasisPoints' | 'pricesIncludeTax' | 'currency'
>;

const OrderAmountsType = builder.objectRef<AmountColumns>('OrderAmounts').implement({
  description: 'The amounts of an order: `net` plus `tax` is always `total`.',
  fields: (t) => ({
    net: t.field({
      type: MoneyType,
      description: 'The total without the tax.',
      resolve: ({ totalMinorUnits, taxMinorUnits, currency }) => ({
        minorUnits: totalMinorUnits - taxMinorUnits,
        currency,
      }),
    }),
    tax: t.field({
      type: MoneyType,
      description:
        'The tax in the total, computed once for the sum of the items, and rounded half up to the smallest unit of the currency.',
      resolve: ({ taxMinorUnits: minorUnits, currency }) => ({ minorUnits, currency }),
    }),
    total: t.field({
      type: MoneyType,
      description: 'Amount that the advertiser pays, tax included.',
      resolve: ({ totalMinorUnits: minorUnits, currency }) => ({ minorUnits, currency }),
    }),
    taxBasisPoints: t.exposeInt('taxBasisPoints', {
      description: 'Rate of the tax in basis points: 1900 is 19 %. 0 if the seller charges no tax.',
    }),
    pricesIncludeTax: t.exposeBoolean('pricesIncludeTax', {
      description: 'True if the prices of the items include the tax; otherwise it is added to their sum.',
    }),
  }),
});

builder.prismaObjectField('Order', 'amounts', (t) =>
  t.field({
    type: OrderAmountsType,
    description: 'Net amount, tax and total of the order, at the tax rate that its seller had when it was placed.',
    resolve: (order) => order,
  }),
);

builder.queryField('orderAmounts', (t) =>
  t.field({
    type: OrderAmountsType,
    description:
      'Amounts that an order of these price options would have now. Placing the order computes them again, with the prices and the tax rate of that moment.',
    args: {
      priceOptionIds: t.arg.idList({
        required: true,
        description: `Ids of price options of one seller in one currency, one for each item; 1 to ${limits.itemsPerOrder}.`,
      }),
    },
    resolve: async (_root, { priceOptionIds }, { app }) => {
      const field = 'priceOptionIds';
      const ids = priceOptionIds.map((id) => rowIdOf('PriceOption', String(id)));
      requireItemCount(field, ids.length);
      const options = await requireOptions(app.db, { ids, advertiserId: undefined, field });
      const [{ space, currency }] = options;
      return { ...taxedTotalOf(itemsTotal(options), space.seller), currency };
    },
  }),
);
