/** Takes away what is no longer wanted of webhooks, a little at a time. */
import { limits } from '../limits.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { World } from '../platform/world.ts';

const mostAtOnce = 500;

/** Removes deliveries that are older than the log reaches back, and endpoints that were removed, with all they had. */
export async function sweepWebhooks({ db, clock }: World): Promise<void> {
  const before = later(clock.now(), -limits.webhooks.keptDays * dayMs);
  // What is still to be sent by itself stays.
  await db.$executeRaw`
    delete from webhook_delivery where id in (
      select id from webhook_delivery where created_at < ${before} and due_at is null order by created_at limit ${mostAtOnce})`;
  const removed = await db.webhookEndpoint.findMany({
    where: { removedAt: { not: null } },
    take: limits.webhooks.endpointsPerApplication,
    select: { id: true },
  });
  for (const { id } of removed) {
    const deliveries = await db.$executeRaw`
      delete from webhook_delivery where id in (
        select id from webhook_delivery where endpoint_id = ${id}::uuid limit ${mostAtOnce})`;
    const queues = await db.$executeRaw`
      delete from webhook_queue where (endpoint_id, order_id) in (
        select endpoint_id, order_id from webhook_queue where endpoint_id = ${id}::uuid limit ${mostAtOnce})`;
    // Whoever is about to write a delivery holds the endpoint's row; then it goes the next time.
    if (deliveries === 0 && queues === 0) await db.webhookEndpoint.deleteMany({ where: { id } });
  }
}
