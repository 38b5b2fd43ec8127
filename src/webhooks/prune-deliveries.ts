/** Takes away what is no longer wanted of webhooks, a little at a time. */
import { limits } from '../limits.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { lockEndpoint } from './endpoints.ts';

/** Removes deliveries that are older than the log reaches back, and endpoints that were removed, with all they had. */
export async function pruneDeliveries({ db, clock }: AppServices): Promise<void> {
  const before = later(clock.now(), -limits.webhooks.retentionDays * dayMs);
  // What is still to be sent by itself stays.
  await db.$executeRaw`
    delete from webhook_delivery where id in (
      select id from webhook_delivery where created_at < ${before} and due_at is null order by created_at limit ${tuning.webhooks.pruningBatchSize})`;
  const removed = await db.webhookEndpoint.findMany({
    where: { deletedAt: { not: null } },
    take: limits.webhooks.endpointsPerApplication,
    select: { id: true },
  });
  for (const { id } of removed) await db.$transaction((tx) => sweepEndpoint(tx, id));
}

/** Takes away some of what a removed endpoint has, and the endpoint when nothing is left of it. */
async function sweepEndpoint(tx: Tx, id: string): Promise<void> {
  // Whoever writes down a try holds it as well.
  await lockEndpoint(tx, id);
  const deliveries = await tx.$executeRaw`
    delete from webhook_delivery where id in (
      select id from webhook_delivery where endpoint_id = ${id}::uuid limit ${tuning.webhooks.pruningBatchSize})`;
  const queues = await tx.$executeRaw`
    delete from webhook_queue where (endpoint_id, order_id) in (
      select endpoint_id, order_id from webhook_queue where endpoint_id = ${id}::uuid limit ${tuning.webhooks.pruningBatchSize})`;
  if (Math.max(deliveries, queues) < tuning.webhooks.pruningBatchSize)
    await tx.webhookEndpoint.deleteMany({ where: { id } });
}
