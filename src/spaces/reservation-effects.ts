/** The effects of order steps on the reserved days of spaces. */
import type { OrderItem } from '../generated/prisma/client.ts';
import { type ItemDays, nextMonthOf } from '../orders/item-days.ts';
import { dayIn, dayOf } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { isOrderStatus, orderState } from '../process/order.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';
import { DaysUnavailable } from './availability-refusals.ts';
import {
  findTakenDays,
  insertReservations,
  lockSpaces,
  lockSpacesOf,
  type Place,
  releaseReservations,
  requireFreeDays,
} from './reservations.ts';

/**
 * Reserves the days that the items of a new order name. An order that renews another takes over the days that the other
 * has reserved ahead.
 */
const reserveSpaceDays: RunEffect = async (app, tx, { order }) => {
  const places = await readPlaces(tx, order.id);
  if (places.length === 0) return undefined;
  const spaces = await lockSpaces(tx, spaceIdsOf(places));
  if (order.predecessorId) await releaseReservations(tx, { orderId: order.predecessorId, onlyMonthAhead: true });
  else await requireFreeDays(tx, spaces, places, app.clock.now());
  await insertReservations(tx, places, { isMonthAhead: false });
  return undefined;
};

/** Ends all reservations of an order that ends. */
const releaseSpaceDays: RunEffect = async (_app, tx, { order }) => {
  await releaseReservations(tx, { orderId: order.id });
  return undefined;
};

/** Reserves the remaining days of an order that had ended and that an operator continues. */
const reserveDaysAgain: RunEffect = async (app, tx, { order, entry: { toStatus } }) => {
  if (toStatus !== null && isOrderStatus(toStatus) && orderState(toStatus).final) return undefined;
  const places = await readPlaces(tx, order.id);
  const spaces = await lockSpaces(tx, spaceIdsOf(places));
  const now = app.clock.now();
  const remaining = places.flatMap((place) => {
    const today = dayIn(spaces.get(place.spaceId)?.timeZone ?? 'UTC', now);
    return place.to < today ? [] : [{ ...place, from: place.from < today ? today : place.from }];
  });
  if (remaining.length === 0) return undefined;
  await requireFreeDays(tx, spaces, remaining, now);
  await insertReservations(tx, remaining, { isMonthAhead: false });
  return undefined;
};

/** Locks the spaces of the order, so that locks that follow are taken after them. */
const lockReservedSpaces: RunEffect = async (_app, tx, { order }) => {
  await lockSpacesOf(tx, order.id);
  return undefined;
};

export const reservationEffects = {
  reserveSpaceDays: { run: reserveSpaceDays, refusals: [DaysUnavailable] },
  releaseSpaceDays,
  reserveDaysAgain: { run: reserveDaysAgain, refusals: [DaysUnavailable] },
  lockReservedSpaces,
} satisfies Partial<Effects>;

/**
 * Reserves the next month of the monthly items of an order that name days. Locks their spaces.
 * @returns false, and reserves nothing, if days of that month are reserved or blocked
 */
export async function reserveMonthAhead(tx: Tx, orderId: string): Promise<boolean> {
  const places = await readPlaces(tx, orderId, nextMonthOf);
  if (places.length === 0) return true;
  const spaces = await lockSpaces(tx, spaceIdsOf(places));
  if ((await findTakenDays(tx, spaces, places)).size > 0) return false;
  await insertReservations(tx, places, { isMonthAhead: true });
  return true;
}

/** The places of the items of an order: on their own days, or on those that `daysOf` returns. */
async function readPlaces(
  tx: Tx,
  orderId: string,
  daysOf: (item: OrderItem) => ItemDays = (item) => item,
): Promise<Place[]> {
  const items = await tx.orderItem.findMany({
    where: { orderId, startsOn: { not: null } },
    include: { priceOption: { select: { spaceId: true } } },
    orderBy: { position: 'asc' },
  });
  return items.flatMap(({ priceOption: { spaceId }, ...item }) => {
    const { startsOn, endsOn } = daysOf(item);
    return startsOn && endsOn ? [{ spaceId, orderId, itemId: item.id, from: dayOf(startsOn), to: dayOf(endsOn) }] : [];
  });
}

const spaceIdsOf = (places: readonly Place[]): string[] => places.map(({ spaceId }) => spaceId);
