/** The items of an order that an offer cannot remove: those whose ads are published, or were until their end. */
import type { Ad, OrderItem } from '../generated/prisma/client.ts';
import type { NewItem } from '../orders/place-order.ts';
import { adProcess } from '../process/ad.ts';
import { matchItems } from './proposed-items.ts';

export type ItemWithAd = OrderItem & { readonly ad: Pick<Ad, 'status'> | null };

const { from, to } = adProcess.steps.withdrawAd;

/** True if the ad of an item has run or runs, so that what was bought of it cannot be changed any more. */
const isSettled = ({ ad }: ItemWithAd): boolean =>
  ad !== null && ad.status !== to && !from.some((status) => status === ad.status);

/** The titles of items that cannot be changed as proposed, because their ads are published. */
export function settledTitles(proposed: readonly NewItem[], current: readonly ItemWithAd[]): readonly string[] {
  const { matches, removed } = matchItems(proposed, current);
  const changed = matches.flatMap(({ proposed: item, current: before }) =>
    before && before.quantity !== item.quantity ? [before] : [],
  );
  return [...removed, ...changed].filter(isSettled).map(({ title }) => title);
}
