/** The items that a step proposes for an order, as input. */
import type { ProposedItem } from '../process/fields.ts';
import { builder } from './builder.ts';
import { rowIdOf } from './ids.ts';
import { MoneyInput, toMoney } from './money.schema.ts';

export const ProposedItemInput = builder.inputType('ProposedItemInput', {
  description:
    'An item that an order is to have. An item of the order with the same price option is changed; others are removed.',
  fields: (t) => ({
    priceOptionId: t.id({
      required: true,
      description: 'The global id of a price option of the seller in the currency of the order.',
    }),
    quantity: t.int({
      description: 'Number of days, impressions or clicks; defaults to that of the item, or else of the price option.',
    }),
    startsOn: t.field({
      type: 'Date',
      description: 'First day, in the time zone of the space. If absent, the item names no days.',
    }),
    days: t.int({
      description:
        'Number of days. It can be absent if the price option counts days or is monthly, or if there is `endsOn`.',
    }),
    endsOn: t.field({ type: 'Date', description: 'Last day, as an alternative to `days`.' }),
    price: t.field({
      type: MoneyInput,
      description: 'Price of the item; defaults to that of the item, or else of the price option.',
    }),
  }),
});

/** An item as GraphQL has parsed it. */
export interface ProposedItemValue {
  readonly priceOptionId: string | number;
  readonly quantity?: number | null;
  readonly startsOn?: string | null;
  readonly days?: number | null;
  readonly endsOn?: string | null;
  readonly price?: { readonly minorUnits: number; readonly currency: string } | null;
}

/** The item in the form that the process parses; it has no property where the input has no value. @throws InputInvalid */
export function toProposedItem(
  field: string,
  { priceOptionId, price, quantity, startsOn, days, endsOn }: ProposedItemValue,
): ProposedItem {
  return {
    priceOptionId: rowIdOf('PriceOption', String(priceOptionId)),
    quantity: quantity ?? undefined,
    startsOn: startsOn ?? undefined,
    days: days ?? undefined,
    endsOn: endsOn ?? undefined,
    price: price ? toMoney(field, price) : undefined,
  };
}
