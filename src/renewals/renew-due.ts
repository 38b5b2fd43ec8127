/** The clock of renewals. */
import { Prisma } from '../generated/prisma/client.ts';
import { checkStep } from '../orders/actions.ts';
import type { Order } from '../orders/order.ts';
import { sumOf } from '../orders/place-order.ts';
import { lockOrder, publishOrderChange, takeStepAsSystem } from '../orders/take-step.ts';
import { dayMs, later, minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { orderSteps } from '../process/order.ts';
import { periods } from '../process/periods.ts';
import type { OrderServices } from '../services/order-services.ts';
import { monthlyItemsOf } from './monthly-items.ts';

const batchSize = 100;
const pauseMs = 10 * minuteMs;

/**
 * Does with every renewal that is due what the table says, each in a transaction of its own; two instances may do this
 * at once. One that fails is tried again some minutes later and holds up no other. Returns how many went on.
 */
export async function renewDueOrders(app: OrderServices): Promise<number> {
  let renewed = 0;
  for (;;) {
    const due = await app.db.order.findMany({
      where: { renewalNextAt: { lte: app.clock.now() } },
      orderBy: { renewalNextAt: 'asc' },
      take: batchSize,
      select: { id: true },
    });
    for (const { id } of due) {
      try {
        if (await goOn(app, id)) renewed += 1;
      } catch (error) {
        app.log.error({ err: error, orderId: id }, 'a renewal failed');
        await putOff(app, id);
      }
    }
    if (due.length < batchSize) return renewed;
  }
}

const clockSteps = orderSteps.filter(([, row]) => row.clock === 'renewal');

async function goOn(app: OrderServices, id: string): Promise<boolean> {
  const order = await app.db.$transaction(async (tx) => {
    const before = await lockOrder(tx, id, Prisma.sql`true`);
    // With the order locked: another instance may have done it, or a party has stopped the renewal.
    if (!before.renewalNextAt || before.renewalNextAt > app.clock.now()) return undefined;
    const [step, row] = clockSteps.find(([one]) => !checkStep(before, one, 'system')) ?? [];
    if (!step) throw new Error(`The clock has nothing to do with a renewal that is ${before.renewalStatus}`);
    const input = row?.input ? await nextPayment(tx, before, app.clock.now()) : {};
    return takeStepAsSystem(app, tx, before, { step, input });
  });
  if (order) publishOrderChange(app, order);
  return order !== undefined;
}

/** What is asked for the next month: the price of the items, when this month is over; after a standstill, some days later. */
async function nextPayment(tx: Tx, { id, currency, periodEndsAt }: Order, at: Date) {
  const minorUnits = sumOf(await monthlyItemsOf(tx, id));
  const isLate = !periodEndsAt || periodEndsAt <= at;
  return { sum: { minorUnits, currency }, dueAt: isLate ? later(at, periods.renewalNotice * dayMs) : periodEndsAt };
}

async function putOff({ db, clock }: OrderServices, id: string): Promise<void> {
  const now = clock.now();
  await db.order.updateMany({
    where: { id, renewalNextAt: { lte: now } },
    data: { renewalNextAt: later(now, pauseMs) },
  });
}
