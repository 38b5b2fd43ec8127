/** Deletes sandboxes that have not been used for a long time. */
import { limits } from '../limits.ts';
import { sandboxTopic } from '../live/topics.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { deleteSandboxQueue } from './sandbox-jobs.ts';

/** Deletes a batch of unused sandboxes. Safe to run on several instances concurrently. */
export async function deleteUnusedSandboxes(app: AppServices): Promise<void> {
  const now = app.clock.now();
  const before = later(now, -limits.sandboxes.unusedDays * dayMs);
  const unused = await app.db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      update sandbox set status = 'DELETING', removed_at = ${now} where id in (
        select id from sandbox where status = 'READY' and coalesce(used_at, created_at) < ${before}
        limit ${tuning.sandboxes.unusedBatchSize} for update skip locked)
      returning id`;
    const jobs = rows.map(({ id }) => ({ sandboxId: id }));
    if (jobs.length > 0) await app.jobs.enqueue(tx, deleteSandboxQueue, jobs);
    return rows;
  });
  for (const { id } of unused) app.live.publish(sandboxTopic(id));
}
