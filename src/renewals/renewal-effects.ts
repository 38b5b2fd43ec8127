/** The effects of steps on the renewal of an order. The renewal is independent of the order status. */

import type { Order } from '../orders/order.ts';
import { closeRenewalPayment, remindByLink, requestRenewalPayment } from '../payments/renewal-payments.ts';
import { dayMs, later } from '../platform/clock.ts';
import { dayIn, dayOfMonth } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { monthAfter } from '../platform/months.ts';
import type { Money } from '../process/fields.ts';
import { periods } from '../process/periods.ts';
import type { Effects, OrderPatch, RunEffect } from '../services/order-services.ts';
import { reserveMonthAhead } from '../spaces/reservation-effects.ts';
import { releaseReservations } from '../spaces/reservations.ts';
import { monthlyItemsOf } from './monthly-items.ts';

/**
 * Starts the renewal of a paid order with a monthly item. Its month begins at the end of the previous one, or now if that
 * month would have ended already. Months are those of the time zone that the seller had when the first of them began. The days of the next month are reserved; if another order has reserved them, or the
 * seller has blocked them, the renewal ends with this month.
 */
const startRenewal: RunEffect = async (_app, tx, { order, entry: { at, fromStatus, toStatus } }) => {
  // A part of the payment does not move the order.
  if (fromStatus === toStatus) return undefined;
  if (order.renewalStatus !== 'NONE' || (await monthlyItemsOf(tx, order.id)).length === 0) return undefined;
  const period = (await monthAfterPredecessor(tx, order, at)) ?? (await firstMonth(tx, order, at));
  if (!(await reserveMonthAhead(tx, order.id)))
    return { renewalStatus: 'ENDS_AT_PERIOD', ...period, renewalNextAt: period.periodEndsAt };
  const renewalNextAt = later(period.periodEndsAt, -periods.renewalNotice * dayMs);
  return { renewalStatus: 'ACTIVE', ...period, renewalNextAt };
};

/** A paid month: its end, and the day and the time zone by which the next one ends. */
interface Period {
  readonly periodEndsAt: Date;
  readonly periodDay: number;
  readonly periodTimeZone: string;
}

/** The month after that of the order that this one renews; undefined if it would have ended already, or there is none. */
async function monthAfterPredecessor(tx: Tx, { predecessorId }: Order, at: Date): Promise<Period | undefined> {
  if (predecessorId === null) return undefined;
  const before = await tx.order.findUniqueOrThrow({ where: { id: predecessorId } });
  if (before.periodEndsAt === null) return undefined;
  const periodTimeZone = before.periodTimeZone ?? 'UTC';
  const periodDay = before.periodDay ?? dayOfMonth(dayIn(periodTimeZone, before.periodEndsAt));
  const periodEndsAt = monthAfter(before.periodEndsAt, periodDay, periodTimeZone);
  return periodEndsAt > at ? { periodEndsAt, periodDay, periodTimeZone } : undefined;
}

/** A month that begins now in the time zone of the seller. */
async function firstMonth(tx: Tx, { sellerId }: Order, at: Date): Promise<Period> {
  const { timeZone } = await tx.account.findUniqueOrThrow({ where: { id: sellerId }, select: { timeZone: true } });
  const periodDay = dayOfMonth(dayIn(timeZone, at));
  return { periodEndsAt: monthAfter(at, periodDay, timeZone), periodDay, periodTimeZone: timeZone };
}

/** Marks the renewal as overdue and schedules the first reminder. */
const noteRenewalOverdue: RunEffect = async (_app, _tx, { entry }) => ({
  renewalStatus: 'PAST_DUE',
  renewalNextAt: later(entry.at, periods.renewalReminder * dayMs),
});

/** The state of a renewal without an open request and without a next due time. */
export const renewalOver = {
  renewalStatus: 'ENDED',
  isRenewalPaymentRequested: false,
  renewalNextAt: null,
} as const satisfies OrderPatch;

/** Requests the price of the next month; the renewal is overdue after the due date. */
const openRenewalPayment: RunEffect = async (app, tx, { order, entry: { at }, input }) => {
  // The table defines the fields of the input.
  const { sum: amount, dueAt } = input as { sum: Money; dueAt: Date };
  await requestRenewalPayment(app, tx, order, { amount, dueAt, at });
  return { isRenewalPaymentRequested: true, renewalNextAt: dueAt };
};

const countRenewalReminder: RunEffect = async (app, tx, { order, entry }) => {
  await remindByLink(app, tx, order);
  return {
    renewalReminderCount: order.renewalReminderCount + 1,
    renewalNextAt: later(entry.at, periods.renewalReminder * dayMs),
  };
};

/** Ends the renewal with this month, and ends the reservation of the next one. */
const stopAtPeriodEnd: RunEffect = async (app, tx, { order, entry }) => {
  await releaseReservations(tx, { orderId: order.id, onlyMonthAhead: true });
  await closeRenewalPayment(app, tx, order, entry.at);
  return { renewalStatus: 'ENDS_AT_PERIOD', isRenewalPaymentRequested: false, renewalNextAt: order.periodEndsAt };
};

/** Ends the renewal, if it has not ended, with the reservation of the next month. */
const closeRenewal: RunEffect = async (app, tx, { order, entry }) => {
  if (order.renewalNextAt === null) return undefined;
  await releaseReservations(tx, { orderId: order.id, onlyMonthAhead: true });
  await closeRenewalPayment(app, tx, order, entry.at);
  return renewalOver;
};

export const renewalEffects = {
  startRenewal,
  noteRenewalOverdue,
  openRenewalPayment,
  countRenewalReminder,
  stopAtPeriodEnd,
  closeRenewal,
} satisfies Partial<Effects>;
