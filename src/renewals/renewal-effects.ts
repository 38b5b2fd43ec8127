/** The effects of steps on the renewal of an order. The renewal is independent of the order status. */

import { closeRenewalPayment, remindByLink, requestRenewalPayment } from '../payments/renewal-payments.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Money } from '../process/fields.ts';
import { periods } from '../process/periods.ts';
import type { Effects, OrderPatch, RunEffect } from '../services/order-services.ts';
import { monthlyItemsOf } from './monthly-items.ts';
import { monthAfter } from './months.ts';

/**
 * Starts the renewal of a paid order with a monthly item. Its month begins at the end of the previous one, or now if that
 * month would have ended already.
 */
const startRenewal: RunEffect = async (_app, tx, { order, entry: { at } }) => {
  if (order.renewalStatus !== 'NONE' || (await monthlyItemsOf(tx, order.id)).length === 0) return undefined;
  const before = order.predecessorId ? await tx.order.findUnique({ where: { id: order.predecessorId } }) : null;
  const periodDay = before?.periodDay ?? at.getUTCDate();
  const following = before?.periodEndsAt ? monthAfter(before.periodEndsAt, periodDay) : undefined;
  const isInTime = following !== undefined && following > at;
  const day = isInTime ? periodDay : at.getUTCDate();
  const periodEndsAt = isInTime ? following : monthAfter(at, day);
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

const stopAtPeriodEnd: RunEffect = async (app, tx, { order, entry }) => {
  await closeRenewalPayment(app, tx, order, entry.at);
  return { renewalStatus: 'ENDS_AT_PERIOD', isRenewalPaymentRequested: false, renewalNextAt: order.periodEndsAt };
};

/** Ends the renewal, if it has not ended. */
const closeRenewal: RunEffect = async (app, tx, { order, entry }) => {
  if (order.renewalNextAt === null) return undefined;
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
