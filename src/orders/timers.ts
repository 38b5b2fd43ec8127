import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { deadlineOf } from '../process/analyze.ts';
import { daysUntil, stateWait } from '../process/define.ts';
import { type OrderStep, orderProcess, orderRow, orderSteps } from '../process/order.ts';
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
    await restartDeadline(tx, after, at);
  } else {
    await startTimers(tx, after, at);
  }
}

/** Starts the timers of a new visit. */
export async function startTimers(tx: Tx, order: Order, at: Date): Promise<void> {
  const timers = orderSteps.flatMap(([step]) => timersOf(order, step, at));
  if (timers.length > 0) await tx.timer.createMany({ data: timers });
}

/** The timers of a step that begin when the order enters its status; empty if the step is not taken there in time. */
function timersOf(order: Order, step: OrderStep, at: Date) {
  const row = orderRow(step);
  const days = daysUntil(row, order.status);
  if (days === undefined) return [];
  const { agreed, reminder } = row;
  const agreedDate = agreed?.state === order.status ? order[agreed.date] : null;
  const agreedAt = agreed && agreedDate ? later(agreedDate, agreed.graceDays * dayMs) : undefined;
  // A date that has passed does not count: the order returns to a status after its deadline.
  const dueAt = agreedAt && agreedAt > at ? agreedAt : later(at, days * dayMs);
  const remindedAt = reminder && later(dueAt, -reminder.daysBefore * dayMs);
  const timer = { orderId: order.id, stateVisit: order.stateVisit, step };
  return [
    { ...timer, kind: 'STEP' as const, dueAt },
    // What was agreed just now needs no reminder.
    ...(remindedAt && remindedAt > at ? [{ ...timer, kind: 'REMINDER' as const, dueAt: remindedAt }] : []),
  ];
}

/** Starts the deadline of a status again if the order returns to it after the deadline has passed. */
async function restartDeadline(tx: Tx, order: Order, at: Date): Promise<void> {
  const step = deadlineOf(orderProcess, stateWait, order.status);
  if (!step) return;
  const { id: orderId, stateVisit } = order;
  if (await tx.timer.findFirst({ where: { orderId, stateVisit, step, kind: 'STEP' }, select: { id: true } })) return;
  await tx.timer.createMany({ data: timersOf(order, step, at) });
}
