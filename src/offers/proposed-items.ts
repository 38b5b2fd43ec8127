/** The items that an offer proposes: checked, and with the price options that they are made of. */
import { orderableSpaces } from '../access/access.ts';
import type { Order, OrderItem, PriceOption, Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { type ItemDays, parseItemDays } from '../orders/item-days.ts';
import { type NewItem, purchaseOf } from '../orders/place-order.ts';
import { countDays, dayOf } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import { type ProposedItem, rangeProblem } from '../process/fields.ts';

type Option = Prisma.PriceOptionGetPayload<{ include: { space: true } }>;

/** A proposed item with the item of the order that it changes; undefined for an item that is new. */
export interface MatchedItem<Proposed> {
  readonly proposed: Proposed;
  readonly current: OrderItem | undefined;
}

/**
 * Matches proposed items with those of the order: each with the first one of the same price option that is left. The items
 * that are left over are removed by the offer.
 */
export function matchItems<Proposed extends { readonly priceOptionId: string }, Current extends OrderItem>(
  proposed: readonly Proposed[],
  current: readonly Current[],
): {
  readonly matches: readonly { readonly proposed: Proposed; readonly current: Current | undefined }[];
  readonly removed: readonly Current[];
} {
  const left = [...current];
  const matches = proposed.map((item) => {
    const index = left.findIndex(({ priceOptionId }) => priceOptionId === item.priceOptionId);
    return { proposed: item, current: index < 0 ? undefined : left.splice(index, 1)[0] };
  });
  return { matches, removed: left };
}

/** The items that the request proposes for an order. @throws InputInvalid with the problems of all items */
export async function requireProposedItems(
  tx: Tx,
  order: Order,
  { requests, current, now }: { requests: readonly ProposedItem[]; current: readonly OrderItem[]; now: Date },
): Promise<readonly MatchedItem<NewItem>[]> {
  if (requests.length > limits.itemsPerOrder)
    throw new InputInvalid([{ field: 'items', message: `must contain at most ${limits.itemsPerOrder} price options` }]);
  const options = await readOptions(tx, order, { requests, current });
  const problems: InputProblem[] = [];
  const items = matchItems(requests, current).matches.map(({ proposed: request, current: item }, index) => {
    const path = `items.${index}`;
    const option = options.get(request.priceOptionId);
    if (!option) {
      const message = `must be a price option of the seller in ${order.currency} that is available`;
      problems.push({ field: `${path}.priceOptionId`, message });
      return [];
    }
    const { item: proposed, problems: ofItem } = proposeItem(option, request, { current: item, now, path });
    problems.push(...ofItem);
    return [{ proposed, current: item }];
  });
  if (problems.length > 0) throw new InputInvalid(problems);
  return items.flat();
}

/** The price options of the seller that can be ordered now, or that the order has already, by id. */
async function readOptions(
  tx: Tx,
  { sellerId, currency }: Order,
  { requests, current }: { requests: readonly ProposedItem[]; current: readonly OrderItem[] },
): Promise<ReadonlyMap<string, Option>> {
  const id = { in: requests.map(({ priceOptionId }) => priceOptionId) };
  const inOrder = { id: { in: current.map(({ priceOptionId }) => priceOptionId) } };
  const options = await tx.priceOption.findMany({
    where: {
      AND: [{ id, currency, space: { sellerId } }, { OR: [{ archivedAt: null, space: orderableSpaces }, inOrder] }],
    },
    include: { space: true },
  });
  return new Map(options.map((option) => [option.id, option]));
}

interface Proposal {
  readonly current: OrderItem | undefined;
  readonly now: Date;
  /** The beginning of the names of fields in problems. */
  readonly path: string;
}

function proposeItem(
  option: Option,
  request: ProposedItem,
  { current, now, path }: Proposal,
): { readonly item: NewItem; readonly problems: readonly InputProblem[] } {
  // What was bought keeps its terms although the option has changed since.
  const terms: Option = { ...option, ...(current ? { measure: current.measure, isMonthly: current.isMonthly } : {}) };
  const quantity = quantityOf(terms, request, current);
  const { days, problems: dayProblems } = isSameRun(request, quantity, current)
    ? { days: current, problems: [] }
    : parseItemDays({ ...terms, quantity }, request, { now, path });
  const price = request.price ?? {
    minorUnits: (current ?? option).priceMinorUnits,
    currency: option.currency,
  };
  const problems = [
    ...fieldProblem(`${path}.quantity`, quantityProblem(terms, request, quantity)),
    ...fieldProblem(`${path}.price`, priceProblem(price, option)),
    ...dayProblems,
  ];
  const purchase = purchaseOf({
    ...terms,
    ...{ priceOptionId: option.id, quantity, priceMinorUnits: price.minorUnits },
    title: current?.title ?? `${option.space.title}: ${option.title}`,
  });
  const { startsOn, endsOn, monthDay } = days;
  return { item: { ...purchase, startsOn, endsOn, monthDay }, problems };
}

const fieldProblem = (field: string, message: string | undefined): InputProblem[] =>
  message ? [{ field, message }] : [];

type Terms = Pick<PriceOption, 'measure' | 'quantity' | 'isMonthly'>;

/** True if the number of days of an item can be chosen. */
const isByDays = ({ measure, isMonthly }: Terms): boolean => measure === 'DAYS' && !isMonthly;

function quantityOf(terms: Terms, request: ProposedItem, current: OrderItem | undefined): number | null {
  const { startsOn, endsOn, days } = request;
  const count =
    days ?? (startsOn && endsOn && endsOn >= startsOn ? countDays({ from: startsOn, to: endsOn }) : undefined);
  return request.quantity ?? (isByDays(terms) ? count : undefined) ?? (current ?? terms).quantity;
}

function quantityProblem(terms: Terms, request: ProposedItem, quantity: number | null): string | undefined {
  const { measure, isMonthly } = terms;
  if (measure === 'FLAT' || isMonthly)
    return request.quantity === undefined ? undefined : 'must be absent for a flat price and for a monthly item';
  return rangeProblem(quantity ?? 0, { min: 1, max: limits.spaces.quantity[measure] });
}

function priceProblem({ minorUnits, currency }: { minorUnits: bigint; currency: string }, option: Option) {
  if (currency !== option.currency) return `must be in ${option.currency}, the currency of the order`;
  return minorUnits >= 0n ? undefined : 'must not be negative';
}

/** True if the request leaves the days of an item as they are: they may have begun, and are not checked again. */
function isSameRun(
  { startsOn, endsOn, days }: ProposedItem,
  quantity: number | null,
  current: OrderItem | undefined,
): current is OrderItem {
  if (!current?.startsOn || !current.endsOn || dayOf(current.startsOn) !== startsOn) return false;
  const range = { from: dayOf(current.startsOn), to: dayOf(current.endsOn) };
  const isSameEnd = (endsOn === undefined || endsOn === range.to) && (days === undefined || days === countDays(range));
  return isSameEnd && quantity === current.quantity && (endsOn ?? days ?? quantity) !== null;
}

/** True if the two items run on the same days. */
export const haveSameDays = (one: ItemDays, other: ItemDays | undefined): boolean =>
  one.startsOn?.getTime() === other?.startsOn?.getTime() && one.endsOn?.getTime() === other?.endsOn?.getTime();
