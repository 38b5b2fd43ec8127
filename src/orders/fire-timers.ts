/** The timers of orders: each takes a step or sends a reminder when its time has come. */

import { Prisma } from '../generated/prisma/client.ts';
import { orderActivityTopic } from '../live/topics.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { later } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { forEachDue } from '../platform/due-items.ts';
import { entriesOf } from '../platform/objects.ts';
import { type OrderStep, orderRow } from '../process/order.ts';
import type { EmailCause, OrderServices } from '../services/order-services.ts';
import { tuning } from '../tuning.ts';
import { checkStep } from './actions.ts';
import { awaitedByState, type Order, waitsOf } from './order.ts';
import { lockOrder, publishOrderChange, takeStepAsSystem } from './take-step.ts';

/** The task that fires the timers of orders. */
export const orderTasks = (app: OrderServices): readonly BackgroundTask[] => [
  {
    name: 'order-timers',
    kind: 'clock',
    run: () => fireDueTimers(app),
    nextDueAt: () => findNextTimer(app.db),
    wakeTopics: [orderActivityTopic],
    maxPauseMs: tuning.backgroundTasks.maxPauseMs,
  },
];

/** The moment at which the next timer of an order is due. */
export async function findNextTimer(db: Db): Promise<Date | undefined> {
  const next = await db.timer.findFirst({
    where: { dueAt: { not: null } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return next?.dueAt ?? undefined;
}

/** Fires every timer that is due, and returns the number of those that led to a step or a reminder. */
export const fireDueTimers = (app: OrderServices): Promise<number> =>
  forEachDue({
    name: 'order timer',
    log: app.log,
    find: (limit) =>
      app.db.timer.findMany({
        where: { dueAt: { lte: app.clock.now() } },
        orderBy: { dueAt: 'asc' },
        take: limit,
        select: { id: true, orderId: true, step: true },
      }),
    handle: (timer) => fireTimer(app, timer),
    reschedule: ({ id }) => rescheduleTimer(app, id),
    subject: ({ orderId }) => orderId,
  });

async function fireTimer(app: OrderServices, { id, orderId }: { id: string; orderId: string }): Promise<boolean> {
  const order = await app.db.$transaction(async (tx) => {
    const before = await lockOrder(tx, orderId, Prisma.sql`true`);
    // With the order locked: another instance may have fired it, or the order has moved on.
    const timer = await tx.timer.findUnique({ where: { id } });
    if (!timer?.dueAt || timer.dueAt > app.clock.now()) return undefined;
    await tx.timer.delete({ where: { id } });
    // Written by startTimers from the table.
    const step = timer.step as OrderStep;
    const isOfEarlierVisit = timer.stateVisit !== before.stateVisit && !orderRow(step).countsFrom;
    if (isOfEarlierVisit || checkStep(app, before, step, 'system')) return undefined;
    if (timer.kind === 'STEP') return takeStepAsSystem(app, tx, before, { step });
    await app.queueEmails(tx, before, before.logNumber, remindersOf(app, step, before));
    return before;
  });
  if (order) publishOrderChange(app, order);
  return order !== undefined;
}

function remindersOf(app: OrderServices, step: OrderStep, order: Order): readonly EmailCause[] {
  const { reminder, deadlineOf } = app.tables.of(order.processVersion).steps[step];
  const named = waitsOf(app, order).filter((wait) => wait.named && wait.named.name === deadlineOf);
  const awaited = named.length > 0 ? named.map(({ role }) => role) : [...awaitedByState(order)];
  return entriesOf(reminder?.mails ?? {}).flatMap(([recipient, mail]) =>
    (recipient === 'awaited' ? awaited : [recipient]).map((role) => ({ role, mail })),
  );
}

async function rescheduleTimer(app: OrderServices, id: string): Promise<void> {
  const timer = await app.db.timer.findUnique({ where: { id } });
  if (!timer) return;
  const { timerRetryMs, maxTimerRetryMs } = tuning.orders;
  await app.db.timer.updateMany({
    where: { id },
    data: {
      failures: { increment: 1 },
      dueAt: later(app.clock.now(), Math.min(timerRetryMs * 2 ** timer.failures, maxTimerRetryMs)),
    },
  });
}
