/** The clock at work: takes the steps and sends the reminders whose time has come. */
import { Prisma } from '../generated/prisma/client.ts';
import { later, minuteMs } from '../platform/clock.ts';
import { type OrderStep, orderRow } from '../process/order.ts';
import type { EmailCause, OrderServices } from '../services/order-services.ts';
import { checkStep } from './actions.ts';
import { lockOrder, publishOrderChange, takeStepAsSystem } from './take-step.ts';

const batchSize = 100;

/**
 * Fires every timer that is due, each in a transaction of its own; two instances may do this at once.
 * One that fails is tried again later and holds up no other. Returns how many fired.
 */
export async function fireDueTimers(app: OrderServices): Promise<number> {
  let fired = 0;
  for (;;) {
    const due = await app.db.timer.findMany({
      where: { dueAt: { lte: app.clock.now() } },
      orderBy: { dueAt: 'asc' },
      take: batchSize,
      select: { id: true, orderId: true, step: true },
    });
    for (const timer of due) {
      try {
        if (await fireTimer(app, timer)) fired += 1;
      } catch (error) {
        app.log.error({ err: error, step: timer.step, orderId: timer.orderId }, 'a timer failed');
        await putOff(app, timer.id);
      }
    }
    if (due.length < batchSize) return fired;
  }
}

async function fireTimer(app: OrderServices, { id, orderId }: { id: string; orderId: string }): Promise<boolean> {
  const order = await app.db.$transaction(async (tx) => {
    const before = await lockOrder(tx, orderId, Prisma.sql`true`);
    // With the order locked: another instance may have fired it, or the order has moved on.
    const timer = await tx.timer.findUnique({ where: { id } });
    if (!timer?.dueAt || timer.dueAt > app.clock.now()) return undefined;
    await tx.timer.delete({ where: { id } });
    // Written by startTimers from the table.
    const step = timer.step as OrderStep;
    if (timer.stateVisit !== before.stateVisit || checkStep(before, step, 'system')) return undefined;
    if (timer.kind === 'STEP') return takeStepAsSystem(app, tx, before, { step });
    await app.queueEmails(tx, before, before.logNumber, remindersOf(step));
    return before;
  });
  if (order) publishOrderChange(app, order);
  return order !== undefined;
}

function remindersOf(step: OrderStep): readonly EmailCause[] {
  // Object.entries forgets the type of the keys.
  return (Object.entries(orderRow(step).reminder?.mails ?? {}) as [EmailCause['role'], EmailCause['mail']][]).map(
    ([role, mail]) => ({ role, mail }),
  );
}

const firstPauseMs = minuteMs;
const maxPauseMs = 6 * 60 * minuteMs;

async function putOff(app: OrderServices, id: string): Promise<void> {
  const timer = await app.db.timer.findUnique({ where: { id } });
  if (!timer) return;
  const pause = Math.min(firstPauseMs * 2 ** timer.failures, maxPauseMs);
  await app.db.timer.updateMany({
    where: { id },
    data: { failures: { increment: 1 }, dueAt: later(app.clock.now(), pause) },
  });
}
