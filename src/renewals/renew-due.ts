/** Takes the steps of renewals that are due. */
import { Prisma } from '../generated/prisma/client.ts';
import { orderActivityTopic } from '../live/topics.ts';
import { checkStep } from '../orders/actions.ts';
import type { Order } from '../orders/order.ts';
import { taxedTotalOf } from '../orders/order-tax.ts';
import { itemsTotal } from '../orders/place-order.ts';
import { lockOrder, publishOrderChange, takeStepAsSystem } from '../orders/take-step.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { forEachDue } from '../platform/due-items.ts';
import { orderSteps } from '../process/order.ts';
import { periods } from '../process/periods.ts';
import type { OrderServices } from '../services/order-services.ts';
import { tuning } from '../tuning.ts';
import { monthlyItemsOf } from './monthly-items.ts';

/** The task that continues renewals. */
export const renewalTasks = (app: OrderServices): readonly BackgroundTask[] => [
  {
    name: 'renewals',
    kind: 'clock',
    run: () => renewDueOrders(app),
    nextDueAt: async () => {
      const next = await app.db.order.findFirst({
        where: { renewalNextAt: { not: null } },
        orderBy: { renewalNextAt: 'asc' },
        select: { renewalNextAt: true },
      });
      return next?.renewalNextAt ?? undefined;
    },
    wakeTopics: [orderActivityTopic],
    maxPauseMs: tuning.backgroundTasks.maxPauseMs,
  },
];

/** Takes the step that the table names for each renewal that is due, and returns the number of steps. */
export const renewDueOrders = (app: OrderServices): Promise<number> =>
  forEachDue({
    name: 'renewal',
    log: app.log,
    find: async (limit) => {
      const orders = await app.db.order.findMany({
        where: { renewalNextAt: { lte: app.clock.now() } },
        orderBy: { renewalNextAt: 'asc' },
        take: limit,
        select: { id: true },
      });
      return orders.map(({ id }) => ({ orderId: id }));
    },
    handle: ({ orderId }) => continueRenewal(app, orderId),
    reschedule: ({ orderId }) => rescheduleRenewal(app, orderId),
  });

const clockSteps = orderSteps.filter(([, row]) => row.clock === 'renewal');

async function continueRenewal(app: OrderServices, id: string): Promise<boolean> {
  const order = await app.db.$transaction(async (tx) => {
    const before = await lockOrder(tx, id, Prisma.sql`true`);
    // Checked with the order locked: another instance may have been faster, or a party stopped the renewal.
    if (!before.renewalNextAt || before.renewalNextAt > app.clock.now()) return undefined;
    const [step, row] = clockSteps.find(([one]) => !checkStep(app, before, one, 'system')) ?? [];
    if (!step) throw new Error(`The clock has nothing to do with a renewal that is ${before.renewalStatus}`);
    const input = row?.input ? await nextPayment(tx, before, app.clock.now()) : {};
    return takeStepAsSystem(app, tx, before, { step, input });
  });
  if (order) publishOrderChange(app, order);
  return order !== undefined;
}

/** The request for the next month: the price of the items with the tax of the order, due at the end of this month, or some days later after downtime. */
async function nextPayment(tx: Tx, order: Order, at: Date) {
  const { id, currency, periodEndsAt } = order;
  const { totalMinorUnits: minorUnits } = taxedTotalOf(itemsTotal(await monthlyItemsOf(tx, id)), order);
  const isLate = !periodEndsAt || periodEndsAt <= at;
  return { sum: { minorUnits, currency }, dueAt: isLate ? later(at, periods.renewalNotice * dayMs) : periodEndsAt };
}

function rescheduleRenewal({ db, clock }: OrderServices, id: string) {
  const now = clock.now();
  return db.order.updateMany({
    where: { id, renewalNextAt: { lte: now } },
    data: { renewalNextAt: later(now, tuning.renewals.retryMs) },
  });
}
