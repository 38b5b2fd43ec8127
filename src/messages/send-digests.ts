/** Digests: emails about messages that a party has left unread for a while. */
import { limits } from '../limits.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { later, minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { forEachDue } from '../platform/due-items.ts';
import type { OrderServices } from '../services/order-services.ts';
import { tuning } from '../tuning.ts';

interface MarkerKey {
  readonly orderId: string;
  readonly accountId: string;
}

/** The task that queues digests. */
export const digestTasks = (app: OrderServices): readonly BackgroundTask[] => [
  {
    name: 'digests',
    kind: 'clock',
    run: () => sendDueDigests(app),
    nextDueAt: async () => {
      const next = await app.db.readMarker.findFirst({
        where: { digestDueAt: { not: null } },
        orderBy: { digestDueAt: 'asc' },
        select: { digestDueAt: true },
      });
      return next?.digestDueAt ?? undefined;
    },
    maxPauseMs: tuning.backgroundTasks.maxPauseMs,
  },
];

/**
 * Queues the digests that are due, and returns their number. A digest begins after the last message that an earlier
 * digest has mentioned.
 */
export function sendDueDigests(app: OrderServices): Promise<number> {
  return forEachDue<MarkerKey>({
    name: 'digest',
    log: app.log,
    find: (limit) =>
      app.db.readMarker.findMany({
        where: { digestDueAt: { lte: app.clock.now() } },
        orderBy: { digestDueAt: 'asc' },
        take: limit,
        select: { orderId: true, accountId: true },
      }),
    handle: (marker) => app.db.$transaction((tx) => queueDigest(app, tx, marker)),
    reschedule: (where) =>
      app.db.readMarker.updateMany({
        where,
        data: { digestDueAt: later(app.clock.now(), limits.digest.minutes * minuteMs) },
      }),
  });
}

/** Queues the digest of a marker if it is still due and there are unread messages. */
async function queueDigest(app: OrderServices, tx: Tx, { orderId, accountId }: MarkerKey): Promise<boolean> {
  // With the marker locked: another instance may have queued it, or its owner has read.
  const [marker] = await tx.$queryRaw<{ mentionedNumber: number }[]>`
    select greatest(read_number, digested_number) as "mentionedNumber" from read_marker
    where order_id = ${orderId}::uuid and account_id = ${accountId}::uuid and digest_due_at <= ${app.clock.now()}
    for no key update`;
  if (!marker) return false;
  const newest = await tx.message.findFirst({
    where: { orderId, number: { gt: marker.mentionedNumber }, authorId: { not: accountId }, deletedAt: null },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  await tx.readMarker.update({
    where: { orderId_accountId: { orderId, accountId } },
    data: { digestDueAt: null, ...(newest ? { digestedNumber: newest.number } : {}) },
  });
  if (!newest) return false;
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  const role = order.sellerId === accountId ? 'seller' : 'advertiser';
  await app.queueEmails(tx, order, newest.number, [{ mail: 'unread-messages', role }]);
  return true;
}
