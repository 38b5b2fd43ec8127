/** The clock at work for the chat: a mail to whoever has left messages unread for a while. */
import { limits } from '../limits.ts';
import { later, minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { OrderServices } from '../services/order-services.ts';

const batchSize = 100;

interface MarkerKey {
  readonly orderId: string;
  readonly accountId: string;
}

/**
 * Queues the digests that are due, each in a transaction of its own; two instances may do this at once. Each message is
 * told of once: a later digest tells of what came after the one before. Returns how many were queued.
 */
export async function sendDueDigests(app: OrderServices): Promise<number> {
  let sent = 0;
  for (;;) {
    const due = await app.db.readMarker.findMany({
      where: { digestDueAt: { lte: app.clock.now() } },
      orderBy: { digestDueAt: 'asc' },
      take: batchSize,
      select: { orderId: true, accountId: true },
    });
    for (const marker of due) {
      try {
        if (await app.db.$transaction((tx) => queueDigest(app, tx, marker))) sent += 1;
      } catch (error) {
        app.log.error({ err: error, ...marker }, 'a digest failed');
        await putOff(app, marker);
      }
    }
    if (sent > 0) app.wakeEmailWorker();
    if (due.length < batchSize) return sent;
  }
}

/** Queues the digest of a marker if it is still due and there is still something to tell. */
async function queueDigest(app: OrderServices, tx: Tx, { orderId, accountId }: MarkerKey): Promise<boolean> {
  // With the marker locked: another instance may have queued it, or its owner has read.
  const [marker] = await tx.$queryRaw<{ told: number }[]>`
    select greatest(read_number, digested_number) as told from read_marker
    where order_id = ${orderId}::uuid and account_id = ${accountId}::uuid and digest_due_at <= ${app.clock.now()}
    for no key update`;
  if (!marker) return false;
  const newest = await tx.message.findFirst({
    where: { orderId, number: { gt: marker.told }, authorId: { not: accountId }, deletedAt: null },
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

/** One that fails is tried again later, and holds up no other. */
async function putOff(app: OrderServices, where: MarkerKey): Promise<void> {
  await app.db.readMarker.updateMany({
    where,
    data: { digestDueAt: later(app.clock.now(), limits.digest.minutes * minuteMs) },
  });
}
