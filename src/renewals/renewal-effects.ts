/** What steps do to the renewal of an order. The renewal belongs to no status: it goes on whatever the order is. */

import { closeRenewalPayment, remindByLink, requestRenewalPayment } from '../payments/renewal-payments.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Money } from '../process/fields.ts';
import { periods } from '../process/periods.ts';
import type { Effects, OrderPatch, RunEffect } from '../services/order-services.ts';
import { monthlyItemsOf } from './monthly-items.ts';
import { monthAfter } from './months.ts';

/**
 * An order with a monthly item that is paid is renewed from now on. Its month begins when the one before ends, or, if
 * that was so long ago that it would be over already, now.
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

/** It is overdue, and reminded of after some days. */
const noteRenewalOverdue: RunEffect = async (_app, _tx, { entry }) => ({
  renewalStatus: 'PAST_DUE',
  renewalNextAt: later(entry.at, periods.renewalReminder * dayMs),
});

/** What the renewal is when nothing is asked for any longer and the clock has nothing to do. */
export const renewalOver = {
  renewalStatus: 'ENDED',
  isRenewalPaymentRequested: false,
  renewalNextAt: null,
} as const satisfies OrderPatch;

/** Asks for the price of the next month; from when it is due, it is overdue. */
const openRenewalPayment: RunEffect = async (app, tx, { order, entry: { at }, input }) => {
  // The table says what is asked for.
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

/** Ends the renewal, if there is one that has not ended. */
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
