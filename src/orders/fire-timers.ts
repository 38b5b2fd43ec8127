/** The clock at work: takes the steps and sends the reminders whose time has come. */
import { Prisma } from '../generated/prisma/client.ts';
import { later, minuteMs } from '../platform/clock.ts';
import { type OrderStep, orderRow } from '../process/order.ts';
import { blockOf } from './actions.ts';
import type { MailCause, OrderWorld } from './order-services.ts';
import { announce, lockOrder, takeStepAsSystem } from './take-step.ts';

const mostAtOnce = 100;

/**
 * Fires every timer that is due, each in a transaction of its own; two instances may do this at once.
 * One that fails is tried again later and holds up no other. Returns how many fired.
 */
export async function fireDueTimers(app: OrderWorld): Promise<number> {
  let fired = 0;
  for (;;) {
    const due = await app.db.timer.findMany({
      where: { dueAt: { lte: app.clock.now() } },
      orderBy: { dueAt: 'asc' },
      take: mostAtOnce,
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
    if (due.length < mostAtOnce) return fired;
  }
}

async function fireTimer(app: OrderWorld, { id, orderId }: { id: string; orderId: string }): Promise<boolean> {
  const order = await app.db.$transaction(async (tx) => {
    const before = await lockOrder(tx, orderId, Prisma.sql`true`);
    // With the order locked: another instance may have fired it, or the order has moved on.
    const timer = await tx.timer.findUnique({ where: { id } });
    if (!timer?.dueAt || timer.dueAt > app.clock.now()) return undefined;
    await tx.timer.delete({ where: { id } });
    // Written by startTimers from the table.
    const step = timer.step as OrderStep;
    if (timer.stay !== before.stay || blockOf(before, step, 'system')) return undefined;
    if (timer.kind === 'STEP') return takeStepAsSystem(app, tx, before, { step });
    await app.queueMails(tx, before, before.logNumber, remindersOf(step));
    return before;
  });
  if (order) announce(app, order);
  return order !== undefined;
}

function remindersOf(step: OrderStep): readonly MailCause[] {
  // Object.entries forgets the type of the keys.
  return (Object.entries(orderRow(step).reminder?.mails ?? {}) as [MailCause['role'], MailCause['mail']][]).map(
    ([role, mail]) => ({ role, mail }),
  );
}

const firstPauseMs = minuteMs;
const longestPauseMs = 6 * 60 * minuteMs;

async function putOff(app: OrderWorld, id: string): Promise<void> {
  const timer = await app.db.timer.findUnique({ where: { id } });
  if (!timer) return;
  const pause = Math.min(firstPauseMs * 2 ** timer.failures, longestPauseMs);
  await app.db.timer.updateMany({
    where: { id },
    data: { failures: { increment: 1 }, dueAt: later(app.clock.now(), pause) },
  });
}
