/** Moves orders under way to another version of the process. */
import { Prisma } from '../generated/prisma/client.ts';
import type { OrderServices } from '../services/order-services.ts';
import { tuning } from '../tuning.ts';
import type { Order } from './order.ts';
import { lockOrder, publishOrderChange, waitingForColumns } from './take-step.ts';
import { restartTimers } from './timers.ts';

/** The orders to move, and the version that they get. */
export interface VersionMove {
  readonly from: number;
  readonly to: number;
  /** Only orders in these statuses; all if absent. */
  readonly statuses?: readonly Order['status'][];
}

/**
 * Moves orders to another version, each in a transaction, and returns their number. The timers of the current status are those
 * of the new version, counted from the time at which the order entered the status; a time that has passed is counted from now.
 * Repeating it after an interruption moves the rest.
 */
export async function moveOrdersToVersion(app: OrderServices, { from, to, statuses }: VersionMove): Promise<number> {
  let moved = 0;
  let after: string | undefined;
  for (;;) {
    const orders = await app.db.order.findMany({
      where: {
        processVersion: from,
        ...(statuses ? { status: { in: [...statuses] } } : {}),
        ...(after === undefined ? {} : { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: tuning.orders.movesPerBatch,
      select: { id: true },
    });
    for (const { id } of orders) if (await moveOrder(app, id, { from, to, statuses: statuses ?? [] })) moved += 1;
    after = orders.at(-1)?.id;
    if (after === undefined) return moved;
  }
}

async function moveOrder(
  app: OrderServices,
  id: string,
  { from, to, statuses }: Required<VersionMove>,
): Promise<boolean> {
  const order = await app.db.$transaction(async (tx) => {
    const before = await lockOrder(tx, id, Prisma.sql`true`);
    // With the order locked: it may have moved on.
    if (before.processVersion !== from || (statuses.length > 0 && !statuses.includes(before.status))) return undefined;
    const moved = { ...before, processVersion: to };
    await restartTimers(app, tx, moved, { version: from, at: app.clock.now() });
    return tx.order.update({ where: { id }, data: { processVersion: to, ...waitingForColumns(app, moved) } });
  });
  if (order) publishOrderChange(app, order);
  return order !== undefined;
}
