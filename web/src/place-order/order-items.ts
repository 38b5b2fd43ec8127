/** The items of an order that is being placed. Pure. */
import type { OrderableSpaceFragment, OrderItemInput, PriceOptionViewFragment } from '../generated/graphql.ts';

/** A price option with its space. */
export interface Offer {
  readonly space: OrderableSpaceFragment;
  readonly option: PriceOptionViewFragment;
}

/** An item as it is typed: a price option, and its days. */
export interface DraftItem {
  /** Unique among the items of the form. */
  readonly key: string;
  readonly offer: Offer;
  /** Days such as 2026-11-28; empty if none is chosen. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A new item without days. */
export const newItem = (offer: Offer): DraftItem => ({ key: crypto.randomUUID(), offer, startsOn: '', endsOn: '' });

/** True if the item needs a last day: its option neither counts days nor is monthly. */
export const asksForEnd = ({ offer: { option }, startsOn }: DraftItem): boolean =>
  startsOn !== '' && option.measure !== 'DAYS' && !option.isMonthly;

/** The item as the API takes it. */
export const itemInput = (item: DraftItem): OrderItemInput => ({
  priceOptionId: item.offer.option.id,
  startsOn: item.startsOn || undefined,
  endsOn: asksForEnd(item) ? item.endsOn || undefined : undefined,
});

/** The price options of spaces in one currency, since an order has one. Each space counts once. */
export function offersOf(spaces: readonly OrderableSpaceFragment[], currency: string): readonly Offer[] {
  const byId = new Map(spaces.map((space) => [space.id, space]));
  return [...byId.values()].flatMap((space) =>
    space.options.filter(({ price }) => price.currency === currency).map((option) => ({ space, option })),
  );
}
