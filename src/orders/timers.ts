import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { orderSteps } from '../process/order.ts';
import { type Order, statusOf } from './order.ts';

/**
 * Replaces the timers of an order that has just come into a status.
 * A timer is a row that belongs to this one stay: leaving the status removes it, so that after a loop no old one fires.
 */
export async function setTimers(tx: Tx, order: Order, at: Date): Promise<void> {
  const status = statusOf(order);
  const timers = orderSteps.flatMap(([step, row]) => {
    if (row.afterDays === undefined || !row.from.includes(status)) return [];
    const timer = { orderId: order.id, stay: order.stay, step };
    const due = later(at, row.afterDays * dayMs);
    const reminder = row.reminder
      ? [{ ...timer, kind: 'REMINDER', dueAt: later(due, -row.reminder.daysBefore * dayMs) }]
      : [];
    return [{ ...timer, kind: 'STEP', dueAt: due }, ...reminder];
  });
  await tx.timer.deleteMany({ where: { orderId: order.id } });
  if (timers.length > 0) await tx.timer.createMany({ data: timers });
}
