import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { orderSteps } from '../process/order.ts';
import { type Order, suspendedStatesOf } from './order.ts';

/**
 * Replaces the timers of an order after a step. A timer belongs to one visit to a status: leaving the status deletes it.
 * While the order is suspended, the timers of the suspended visits are paused; they continue with the remaining time when
 * the order returns.
 */
export async function moveTimers(
  tx: Tx,
  { before, after, at }: { before: Order; after: Order; at: Date },
): Promise<void> {
  if (before.stateVisit === after.stateVisit) return;
  const suspendedVisits = suspendedStatesOf(after).map(({ stateVisit }) => stateVisit);
  await tx.timer.deleteMany({
    where: { orderId: after.id, stateVisit: { notIn: [after.stateVisit, ...suspendedVisits] } },
  });
  if (suspendedVisits.includes(before.stateVisit)) {
    await tx.$executeRaw`
      update timer set left_ms = extract(epoch from due_at - ${at}) * 1000, due_at = null
      where order_id = ${after.id}::uuid and stay = ${before.stateVisit} and due_at is not null`;
  }
  if (suspendedStatesOf(before).some(({ stateVisit }) => stateVisit === after.stateVisit)) {
    await tx.$executeRaw`
      update timer set due_at = ${at}::timestamptz + left_ms * interval '1 millisecond', left_ms = null
      where order_id = ${after.id}::uuid and stay = ${after.stateVisit} and left_ms is not null`;
  } else {
    await startTimers(tx, after, at);
  }
}

/** Starts the timers of a new visit. */
export async function startTimers(tx: Tx, order: Order, at: Date): Promise<void> {
  const status = order.status;
  const timers = orderSteps.flatMap(([step, row]) => {
    if (row.afterDays === undefined || !row.from.includes(status)) return [];
    const timer = { orderId: order.id, stateVisit: order.stateVisit, step };
    const due = later(at, row.afterDays * dayMs);
    const reminder = row.reminder
      ? [{ ...timer, kind: 'REMINDER' as const, dueAt: later(due, -row.reminder.daysBefore * dayMs) }]
      : [];
    return [{ ...timer, kind: 'STEP' as const, dueAt: due }, ...reminder];
  });
  if (timers.length > 0) await tx.timer.createMany({ data: timers });
}
