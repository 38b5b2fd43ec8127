import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { deadlineOf } from '../process/analyze.ts';
import { daysUntil, stateWait, type WaitColumn } from '../process/define.ts';
import { type OrderStep, orderSteps, orderWaits } from '../process/order.ts';
import type { OrderTable } from '../process/versions.ts';
import type { OrderRules } from '../services/order-services.ts';
import { type Order, suspendedStatesOf } from './order.ts';

/**
 * Replaces the timers of an order after a step. A timer belongs to one visit to a status: leaving the status deletes it.
 * While the order is suspended, the timers of the suspended visits are paused; they continue with the remaining time when
 * the order returns.
 */
export async function moveTimers(
  { tables }: Pick<OrderRules, 'tables'>,
  tx: Tx,
  { before, after, at }: { before: Order; after: Order; at: Date },
): Promise<void> {
  const table = tables.of(after.processVersion);
  const hasWaitChanged = await moveWaitTimers(table, tx, { before, after, at });
  if (before.stateVisit === after.stateVisit) {
    if (hasWaitChanged) await restartDeadline(table, tx, after, at);
    return;
  }
  const suspendedVisits = suspendedStatesOf(after).map(({ stateVisit }) => stateVisit);
  await tx.timer.deleteMany({
    where: {
      ...{ orderId: after.id, step: { notIn: waitSteps.map(([step]) => step) } },
      stateVisit: { notIn: [after.stateVisit, ...suspendedVisits] },
    },
  });
  if (suspendedVisits.includes(before.stateVisit)) {
    await tx.$executeRaw`
      update timer set left_ms = extract(epoch from due_at - ${at}) * 1000, due_at = null
      where order_id = ${after.id}::uuid and stay = ${before.stateVisit} and due_at is not null
        and step <> all(${waitSteps.map(([step]) => step)}::text[])`;
  }
  if (suspendedStatesOf(before).some(({ stateVisit }) => stateVisit === after.stateVisit)) {
    await tx.$executeRaw`
      update timer set due_at = ${at}::timestamptz + left_ms * interval '1 millisecond', left_ms = null
      where order_id = ${after.id}::uuid and stay = ${after.stateVisit} and left_ms is not null`;
    await resumeDeadline(table, tx, after, at);
  } else {
    await startTimers({ tables }, tx, after, at);
  }
}

/** The timed steps that count from the beginning of a wait, and not from that of a visit. */
const waitSteps = orderSteps.filter(([, { countsFrom }]) => countsFrom);
/** All other steps. */
const visitSteps = orderSteps.filter(([, { countsFrom }]) => !countsFrom);

/**
 * Replaces the timers that count from the beginning of a wait, where the wait has begun or ended. They do not depend on the
 * status. Returns true if what the state is waiting on is awaited again, or no longer.
 */
async function moveWaitTimers(
  table: OrderTable,
  tx: Tx,
  { before, after, at }: { before: Order; after: Order; at: Date },
): Promise<boolean> {
  const isChanged = (column: WaitColumn | undefined) =>
    column !== undefined && before[column]?.getTime() !== after[column]?.getTime();
  const changed = waitSteps.filter(([, { countsFrom }]) => isChanged(countsFrom));
  if (changed.length === 0) return false;
  await tx.timer.deleteMany({ where: { orderId: after.id, step: { in: changed.map(([step]) => step) } } });
  const begun = changed.filter(([, { countsFrom }]) => countsFrom && after[countsFrom]);
  const timers = begun.flatMap(([step]) => timersOf(table, after, step, at));
  if (timers.length > 0) await tx.timer.createMany({ data: timers });
  return changed.some(([, { countsFrom }]) => countsFrom && replacesStateWait(countsFrom));
}

/** True if the order does not wait for what its state is waiting on while the column has a value. */
const replacesStateWait = (column: WaitColumn): boolean =>
  orderWaits.some(({ since, replacesStateWait: replaces }) => since === column && replaces === true);

/** Starts the timers of a new visit. */
export async function startTimers(
  { tables }: Pick<OrderRules, 'tables'>,
  tx: Tx,
  order: Order,
  at: Date,
): Promise<void> {
  const table = tables.of(order.processVersion);
  const timers = visitSteps.flatMap(([step]) => timersOf(table, order, step, at));
  if (timers.length > 0) await tx.timer.createMany({ data: timers });
}

/**
 * Replaces the timers of the current visit, which are those of another version, by those of the version of the order: counted
 * from the beginning of the visit, or from now if that time has passed. What the clock has done already is not repeated.
 */
export async function restartTimers(
  { tables }: Pick<OrderRules, 'tables'>,
  tx: Tx,
  order: Order,
  { version, at }: { readonly version: number; readonly at: Date },
): Promise<void> {
  const [earlier, table] = [tables.of(version), tables.of(order.processVersion)];
  const where = {
    ...{ orderId: order.id, stateVisit: order.stateVisit },
    step: { in: visitSteps.map(([step]) => step) },
  };
  const waiting = await tx.timer.findMany({ where, select: { step: true } });
  const hasFired = (step: OrderStep) =>
    daysUntil(earlier.steps[step], order.status) !== undefined && !waiting.some((timer) => timer.step === step);
  const timers = visitSteps.flatMap(([step]) => {
    if (hasFired(step)) return [];
    const sinceEntry = timersOf(table, order, step, order.statusSince);
    return sinceEntry.some(({ kind, dueAt }) => kind === 'STEP' && dueAt <= at)
      ? timersOf(table, order, step, at)
      : sinceEntry.filter(({ dueAt }) => dueAt > at);
  });
  await tx.timer.deleteMany({ where });
  if (timers.length > 0) await tx.timer.createMany({ data: timers });
}

/** The timers of a step that begin when the order enters its status; empty if the step is not taken there in time. */
function timersOf({ steps }: OrderTable, order: Order, step: OrderStep, at: Date) {
  const row = steps[step];
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

/** Moves the deadline of the status of an order to a time, with its reminder, unless it is later already. */
export async function postponeDeadline(
  { tables }: Pick<OrderRules, 'tables'>,
  tx: Tx,
  { id: orderId, status, stateVisit, processVersion }: Order,
  { until, at }: { readonly until: Date; readonly at: Date },
) {
  const table = tables.of(processVersion);
  const step = deadlineOf(table, stateWait, status);
  if (!step) return;
  const timer = { orderId, stateVisit, step };
  const moved = { where: { ...timer, kind: 'STEP' as const, dueAt: { lt: until } }, data: { dueAt: until } };
  const { count } = await tx.timer.updateMany(moved);
  const { reminder } = table.steps[step];
  const remindedAt = reminder && later(until, -reminder.daysBefore * dayMs);
  if (count === 0 || !remindedAt || remindedAt <= at) return;
  await tx.timer.deleteMany({ where: { ...timer, kind: 'REMINDER' } });
  await tx.timer.createMany({ data: [{ ...timer, kind: 'REMINDER', dueAt: remindedAt }] });
}

/**
 * Holds the deadline of the status of an order, at most until a time, and its reminder. It continues with the remaining time
 * when it is released.
 */
export async function holdDeadline(
  { tables }: Pick<OrderRules, 'tables'>,
  tx: Tx,
  order: Order,
  { until, at }: { readonly until: Date; readonly at: Date },
): Promise<void> {
  const step = deadlineOf(tables.of(order.processVersion), stateWait, order.status) ?? null;
  // The step fires at the end of the hold; the reminder rests.
  await tx.$executeRaw`
    update timer set
      held_ms = case kind when 'STEP' then extract(epoch from due_at - ${at}) * 1000 end,
      left_ms = case kind when 'REMINDER' then extract(epoch from due_at - ${at}) * 1000 end,
      due_at = case kind when 'STEP' then greatest(due_at, ${until}::timestamptz) end
    where order_id = ${order.id}::uuid and stay = ${order.stateVisit} and step = ${step}
      and due_at is not null and held_ms is null`;
}

/** Releases a deadline that was held. Its step is taken at the earliest at a time. */
export async function releaseDeadline(
  rules: Pick<OrderRules, 'tables'>,
  tx: Tx,
  order: Order,
  { earliest, at }: { readonly earliest: Date; readonly at: Date },
): Promise<void> {
  await tx.$executeRaw`
    update timer set due_at = ${at}::timestamptz + coalesce(held_ms, left_ms) * interval '1 millisecond',
      held_ms = null, left_ms = null
    where order_id = ${order.id}::uuid and stay = ${order.stateVisit} and coalesce(held_ms, left_ms) is not null`;
  await postponeDeadline(rules, tx, order, { until: earliest, at });
}

/**
 * Starts the deadline of the status again: what the order waits for has changed, so that the whole period is left for what
 * it waits for next.
 */
async function restartDeadline(table: OrderTable, tx: Tx, order: Order, at: Date): Promise<void> {
  const step = deadlineOf(table, stateWait, order.status);
  if (!step) return;
  const { id: orderId, stateVisit } = order;
  await tx.timer.deleteMany({ where: { orderId, stateVisit, step } });
  await tx.timer.createMany({ data: timersOf(table, order, step, at) });
}

/** Starts the deadline of a status again if the order returns to it after the deadline has passed. */
async function resumeDeadline(table: OrderTable, tx: Tx, order: Order, at: Date): Promise<void> {
  const step = deadlineOf(table, stateWait, order.status);
  if (!step) return;
  const { id: orderId, stateVisit } = order;
  if (await tx.timer.findFirst({ where: { orderId, stateVisit, step, kind: 'STEP' }, select: { id: true } })) return;
  await tx.timer.createMany({ data: timersOf(table, order, step, at) });
}
