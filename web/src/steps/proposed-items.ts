/** The items of an offer as they are typed. Pure. */
import type {
  OrderableSpaceFragment,
  OrderToChangeQuery,
  PriceMeasure,
  ProposedItemInput,
} from '../generated/graphql.ts';
import { amountOf, amountText } from '../i18n/amounts.ts';

/** A choice for an item: a price option of the seller, or one that the order has. */
export interface ItemChoice {
  readonly priceOptionId: string;
  readonly title: string;
  readonly measure: PriceMeasure;
  readonly isMonthly: boolean;
  readonly quantity: string;
  readonly price: string;
}

/** An item as it is typed. */
export interface TypedItem extends ItemChoice {
  /** Unique among the items of the form. */
  readonly key: string;
  /** Days such as 2026-11-28; empty if none is chosen. */
  readonly startsOn: string;
  readonly endsOn: string;
}

type OrderToChange = NonNullable<OrderToChangeQuery['order']>;

/** The items from which an offer begins: those of the open offer, or else those of the order. */
export function firstItems({ items, offer }: OrderToChange): readonly TypedItem[] {
  const begun = offer?.items ?? items.map(({ priceOption, ...item }) => ({ ...item, priceOptionId: priceOption.id }));
  return begun.map(({ startsOn, endsOn, quantity, price, ...item }) => ({
    ...item,
    key: crypto.randomUUID(),
    quantity: quantity == null ? '' : String(quantity),
    price: amountText(price.minorUnits, price.currency),
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
  }));
}

/** The choices for items: those that the offer has, and the price options of the spaces in the currency. Each counts once. */
export function choicesOf(
  items: readonly ItemChoice[],
  spaces: readonly OrderableSpaceFragment[],
  currency: string,
): readonly ItemChoice[] {
  const offered = spaces.flatMap(({ title: space, options }) =>
    options
      .filter(({ price }) => price.currency === currency)
      .map(({ id, title, measure, isMonthly, quantity, price }) => ({
        ...{ priceOptionId: id, title: `${space}: ${title}`, measure, isMonthly },
        quantity: quantity == null ? '' : String(quantity),
        price: amountText(price.minorUnits, currency),
      })),
  );
  return [...new Map([...offered, ...items].map((choice) => [choice.priceOptionId, choice])).values()];
}

/** True if the quantity of an item can be chosen. */
export const hasQuantity = ({ measure, isMonthly }: ItemChoice): boolean => measure !== 'FLAT' && !isMonthly;

/** True if an item needs a last day: it neither counts days nor is monthly. */
export const asksForEnd = ({ measure, isMonthly, startsOn }: TypedItem): boolean =>
  startsOn !== '' && measure !== 'DAYS' && !isMonthly;

const numberOf = (text: string): number | undefined => (/^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined);

/** The names of the fields whose texts cannot be understood, with the kind of value that they need. */
export const unreadableFields = (
  items: readonly TypedItem[],
  currency: string,
): readonly { readonly name: string; readonly kind: 'MONEY' | 'NUMBER' }[] =>
  items.flatMap((item, index) => [
    ...(amountOf(item.price, currency) ? [] : [{ name: `items.${index}.price`, kind: 'MONEY' as const }]),
    ...(hasQuantity(item) && numberOf(item.quantity) === undefined
      ? [{ name: `items.${index}.quantity`, kind: 'NUMBER' as const }]
      : []),
  ]);

/** The items as the API takes them. */
export const itemsInput = (items: readonly TypedItem[], currency: string): readonly ProposedItemInput[] =>
  items.map((item) => ({
    priceOptionId: item.priceOptionId,
    quantity: hasQuantity(item) ? numberOf(item.quantity) : undefined,
    startsOn: item.startsOn || undefined,
    endsOn: asksForEnd(item) ? item.endsOn || undefined : undefined,
    price: amountOf(item.price, currency),
  }));
