/** The effects of steps on the renewal of an order. The renewal is independent of the order status. */

import { closeRenewalPayment, remindByLink, requestRenewalPayment } from '../payments/renewal-payments.ts';
import { dayMs, later } from '../platform/clock.ts';
import { monthAfter } from '../platform/months.ts';
import type { Money } from '../process/fields.ts';
import { periods } from '../process/periods.ts';
import type { Effects, OrderPatch, RunEffect } from '../services/order-services.ts';
import { reserveMonthAhead } from '../spaces/reservation-effects.ts';
import { releaseReservations } from '../spaces/reservations.ts';
import { monthlyItemsOf } from './monthly-items.ts';

/**
 * Starts the renewal of a paid order with a monthly item. Its month begins at the end of the previous one, or now if that
 * month would have ended already. The days of the next month are reserved; if another order has reserved them, or the
 * seller has blocked them, the renewal ends with this month.
 */
const startRenewal: RunEffect = async (_app, tx, { order, entry: { at } }) => {
  if (order.renewalStatus !== 'NONE' || (await monthlyItemsOf(tx, order.id)).length === 0) return undefined;
  const before = order.predecessorId ? await tx.order.findUnique({ where: { id: order.predecessorId } }) : null;
  const periodDay = before?.periodDay ?? at.getUTCDate();
  const following = before?.periodEndsAt ? monthAfter(before.periodEndsAt, periodDay) : undefined;
  const isInTime = following !== undefined && following > at;
  const day = isInTime ? periodDay : at.getUTCDate();
  const periodEndsAt = isInTime ? following : monthAfter(at, day);
  if (!(await reserveMonthAhead(tx, order.id)))
    return { renewalStatus: 'ENDS_AT_PERIOD', periodDay: day, periodEndsAt, renewalNextAt: periodEndsAt };
  const renewalNextAt = later(periodEndsAt, -periods.renewalNotice * dayMs);
  return { renewalStatus: 'ACTIVE', periodDay: day, periodEndsAt, renewalNextAt };
};

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
