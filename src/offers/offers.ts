/** The effects of the steps with which the parties negotiate. At most one offer of an order is open. */

import { changeAdsOfItems } from '../ads/ads-of-items.ts';
import { readWaitingAds } from '../ads/waiting-ads.ts';
import type { Offer, OfferItem, OfferStatus, Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Order } from '../orders/order.ts';
import { taxedTotalOf } from '../orders/order-tax.ts';
import { itemsTotal, type NewItem, purchaseOf } from '../orders/place-order.ts';
import { refreshSearchText } from '../orders/search/order-texts.ts';
import { AmountNotPayable, requirePayable } from '../payments/payable-amounts.ts';
import { dayMs, later } from '../platform/clock.ts';
import { dayIn, dayOf } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import type { PersonRole } from '../process/define.ts';
import type { ProposedItem } from '../process/fields.ts';
import { periods } from '../process/periods.ts';
import type { Effects, OrderPatch, RunEffect } from '../services/order-services.ts';
import { lockSpaces } from '../spaces/reservations.ts';
import { haveSameDays, matchItems, requireProposedItems } from './proposed-items.ts';
import { settledTitles } from './settled-ads.ts';

export const OfferOutdated = defineRefusal('OfferOutdated', {
  code: 'OFFER_OUTDATED',
  recovery: 'FINAL',
  message: ({ titles }: { readonly titles: readonly string[] }) =>
    `The offer can no longer be accepted, because days have passed or ads were published: ${titles.join(', ')}.`,
  example: { titles: ['Newsletter: one week'] },
  description:
    'The offer can no longer be accepted: proposed days have passed, or ads of changed items were published.',
  remedy: 'Decline the offer, or make another one with other items or days.',
});

const itemsOfOrder = (tx: Tx, { id: orderId }: Order) =>
  tx.orderItem.findMany({
    where: { orderId },
    orderBy: { position: 'asc' },
    include: { ad: { select: { status: true } } },
  });

const noOffer = { openOfferId: null, offeredBy: null, offeredAt: null } as const satisfies OrderPatch;

/** Makes an offer with the proposed items. It takes the place of the offer that it answers. */
const openOffer: RunEffect = async (_app, tx, { order, entry, input }) => {
  await requireOffersLeft(tx, order);
  const current = await itemsOfOrder(tx, order);
  // The table gives this effect to steps with such an input alone.
  const requests = input['items'] as readonly ProposedItem[];
  const matched = await requireProposedItems(tx, order, { requests, current, now: entry.at });
  const proposed = matched.map((match) => match.proposed);
  requireChange(proposed, current);
  const settled = settledTitles(proposed, current);
  if (settled.length > 0)
    throw new InputInvalid([
      { field: 'items', message: `must leave items as they are whose ads are published: ${settled.join(', ')}` },
    ]);
  const { totalMinorUnits } = taxedTotalOf(itemsTotal(proposed), order);
  if (totalMinorUnits <= 0n) throw new InputInvalid([{ field: 'items', message: 'must have a total greater than 0' }]);
  requirePayable(order.paymentMethod, { minorUnits: totalMinorUnits, currency: order.currency });
  await closeOffer(tx, order, 'COUNTERED', entry.at);
  const offeredBy = entry.role as PersonRole;
  const { offerId } = entry.input as { offerId: string };
  await tx.offer.create({
    data: {
      ...{ id: offerId, orderId: order.id, proposedBy: offeredBy, currency: order.currency },
      ...{ totalMinorUnits, previousTotalMinorUnits: order.totalMinorUnits, createdAt: entry.at },
      note: (input['note'] as string | undefined) ?? null,
      expiresAt: later(entry.at, periods.offer * dayMs),
      items: { create: [...offerItems(proposed, true), ...offerItems(current, false)] },
    },
  });
  return { openOfferId: offerId, offeredBy, offeredAt: entry.at };
};

async function requireOffersLeft(tx: Tx, { id: orderId }: Order): Promise<void> {
  if ((await tx.offer.count({ where: { orderId } })) < limits.offersPerOrder) return;
  const message = `cannot be proposed any more; an order can have at most ${limits.offersPerOrder} offers`;
  throw new InputInvalid([{ field: 'items', message }]);
}

/** @throws InputInvalid if the items are those of the order */
function requireChange(proposed: readonly NewItem[], current: readonly NewItem[]): void {
  const isSame =
    proposed.length === current.length &&
    proposed.every((item, index) => {
      const before = current[index];
      return (
        item.priceOptionId === before?.priceOptionId &&
        item.priceMinorUnits === before.priceMinorUnits &&
        item.quantity === before.quantity &&
        haveSameDays(item, before)
      );
    });
  if (isSame) throw new InputInvalid([{ field: 'items', message: 'must differ from the items of the order' }]);
}

const offerItems = (
  items: readonly NewItem[],
  isProposed: boolean,
): Omit<Prisma.OfferItemCreateManyOfferInput, 'id'>[] =>
  items.map(({ startsOn, endsOn, monthDay, ...purchase }, index) => ({
    ...purchaseOf(purchase),
    ...{ startsOn, endsOn, monthDay, isProposed, position: index + 1 },
  }));

/** Closes the open offer, if there is one. */
async function closeOffer(tx: Tx, { openOfferId }: Order, status: OfferStatus, at: Date): Promise<void> {
  if (openOfferId !== null) await tx.offer.update({ where: { id: openOfferId }, data: { status, closedAt: at } });
}

const closeAs =
  (status: OfferStatus): RunEffect =>
  async (_app, tx, { order, entry }) => {
    await closeOffer(tx, order, status, entry.at);
    return noOffer;
  };

/** The open offer with its proposed items. */
const readOpenOffer = (tx: Tx, { openOfferId }: Order): Promise<Offer & { items: OfferItem[] }> =>
  tx.offer.findUniqueOrThrow({
    where: { id: openOfferId ?? '' },
    include: { items: { where: { isProposed: true }, orderBy: { position: 'asc' } } },
  });

/** Locks the spaces of the order and of its open offer, in one order, before any of their days are released or reserved. */
const lockSpacesOfOffer: RunEffect = async (_app, tx, { order }) => {
  const { items } = await readOpenOffer(tx, order);
  const current = await tx.orderItem.findMany({ where: { orderId: order.id }, select: { priceOptionId: true } });
  const ids = [...items, ...current].map(({ priceOptionId }) => priceOptionId);
  const options = await tx.priceOption.findMany({ where: { id: { in: ids } }, select: { spaceId: true } });
  await lockSpaces(
    tx,
    options.map(({ spaceId }) => spaceId),
  );
  return undefined;
};

/** Gives the order the items and the total of its open offer. The days of its items are released before, and reserved after. */
const applyOffer: RunEffect = async (_app, tx, { order, entry }) => {
  const offer = await readOpenOffer(tx, order);
  const current = await itemsOfOrder(tx, order);
  await requireUpToDate(tx, offer.items, { current, now: entry.at });
  const { matches, removed } = matchItems(offer.items, current);
  const last = Math.max(...current.map(({ position }) => position));
  const columnsOf = ({ startsOn, endsOn, monthDay, ...item }: OfferItem, index: number) => ({
    ...purchaseOf(item),
    // Higher than those of all items before, so that no two items have the same one at any time.
    ...{ startsOn, endsOn, monthDay, position: last + index + 1 },
  });
  const removedIds = removed.map(({ id }) => id);
  await changeAdsOfItems(tx, order, { removedIds, at: entry.at }, async () => {
    await tx.orderItem.deleteMany({ where: { id: { in: removedIds } } });
    for (const [index, { proposed, current: item }] of matches.entries())
      if (item) await tx.orderItem.update({ where: { id: item.id }, data: columnsOf(proposed, index) });
    return tx.orderItem.createManyAndReturn({
      data: matches.flatMap(({ proposed, current: item }, index) =>
        item ? [] : [{ ...columnsOf(proposed, index), orderId: order.id }],
      ),
    });
  });
  await refreshSearchText(tx, [order.id]);
  await closeOffer(tx, order, 'ACCEPTED', entry.at);
  return {
    ...noOffer,
    ...taxedTotalOf(itemsTotal(offer.items), order),
    waitingAds: await readWaitingAds(tx, order),
  };
};

/** @throws OfferOutdated if new days of an item have passed, or an ad was published that the offer changes */
async function requireUpToDate(
  tx: Tx,
  proposed: readonly OfferItem[],
  { current, now }: { current: Awaited<ReturnType<typeof itemsOfOrder>>; now: Date },
): Promise<void> {
  const titles = [...settledTitles(proposed, current)];
  const options = await tx.priceOption.findMany({
    where: { id: { in: proposed.map(({ priceOptionId }) => priceOptionId) } },
    include: { space: true },
  });
  for (const { proposed: item, current: before } of matchItems(proposed, current).matches) {
    const space = options.find(({ id }) => id === item.priceOptionId)?.space;
    if (!space || !item.startsOn || haveSameDays(item, before)) continue;
    if (dayOf(item.startsOn) < dayIn(space.timeZone, now)) titles.push(item.title);
  }
  if (titles.length > 0) throw new OfferOutdated({ titles });
}

export const offerEffects = {
  openOffer: { run: openOffer, refusals: [AmountNotPayable] },
  lockSpacesOfOffer,
  applyOffer: { run: applyOffer, refusals: [OfferOutdated] },
  declineOpenOffer: closeAs('DECLINED'),
  withdrawOpenOffer: closeAs('WITHDRAWN'),
  expireOpenOffer: closeAs('EXPIRED'),
  voidOffer: closeAs('VOID'),
} satisfies Partial<Effects>;
