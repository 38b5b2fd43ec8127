/** Deletes old deliveries and the data of deleted endpoints in batches. */
import { limits } from '../limits.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { lockEndpoint } from './endpoints.ts';

/** Deletes deliveries after the retention period, and deleted endpoints with their data. */
export async function pruneDeliveries({ db, clock }: AppServices): Promise<void> {
  const before = later(clock.now(), -limits.webhooks.retentionDays * dayMs);
  await inBatches(
    () =>
      // Single deliveries that are still pending are kept.
      db.$executeRaw`
        delete from webhook_delivery where id in (
          select id from webhook_delivery where created_at < ${before} and due_at is null order by created_at limit ${tuning.webhooks.pruningBatchSize})`,
  );
  const removed = await db.webhookEndpoint.findMany({
    where: { deletedAt: { not: null } },
    take: limits.webhooks.endpointsPerApplication,
    select: { id: true },
  });
  for (const { id } of removed) await inBatches(() => db.$transaction((tx) => sweepEndpoint(tx, id)));
}

/** Deletes batch after batch until one is not full. `deleteBatch` returns the number of rows that it has deleted. */
async function inBatches(deleteBatch: () => Promise<number>): Promise<void> {
  while ((await deleteBatch()) >= tuning.webhooks.pruningBatchSize);
}

/** Deletes a batch of the data of a deleted endpoint, and the endpoint when no data is left. Returns the larger number of rows. */
async function sweepEndpoint(tx: Tx, id: string): Promise<number> {
  // Recording an attempt holds this lock as well.
  await lockEndpoint(tx, id);
  const deliveries = await tx.$executeRaw`
    delete from webhook_delivery where id in (
      select id from webhook_delivery where endpoint_id = ${id}::uuid limit ${tuning.webhooks.pruningBatchSize})`;
  const queues = await tx.$executeRaw`
    delete from webhook_queue where (endpoint_id, order_id) in (
      select endpoint_id, order_id from webhook_queue where endpoint_id = ${id}::uuid limit ${tuning.webhooks.pruningBatchSize})`;
  const count = Math.max(deliveries, queues);
  if (count < tuning.webhooks.pruningBatchSize) await tx.webhookEndpoint.deleteMany({ where: { id } });
  return count;
}
