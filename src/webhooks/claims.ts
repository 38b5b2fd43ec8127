/** Whose turn it is: what is due is leased to one sender, and what it comes to counts only while the lease is its own. */
import { limits } from '../limits.ts';
import { dayMs, later, minuteMs } from '../platform/clock.ts';
import { randomId, randomIntBelow } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** A turn of a queue, or of something that is sent by itself. */
export interface Turn {
  readonly endpointId: string;
  /** Who has it. */
  readonly lease: string;
  /** Of a queue: what of the order is to be sent. */
  readonly queue?: { readonly orderId: string; readonly sentNumber: number; readonly targetNumber: number };
  /** Of something that is sent by itself. */
  readonly deliveryId?: string;
}

/**
 * Takes turns that are due, the longest due first, a few for each endpoint and none for those that are busy. Until its
 * lease runs out nobody else gets a turn; that is how one whose sender was killed comes round again.
 */
export async function claimDue(app: AppServices, busy: readonly string[], most: number): Promise<Turn[]> {
  const lease = randomId();
  const queues = await takeQueues(app, { lease, busy, most });
  const busier = [...busy, ...queues.map(({ endpointId }) => endpointId)];
  return [...queues, ...(await takeSingles(app, { lease, busy: busier, most: most - queues.length }))];
}

interface Taking {
  readonly lease: string;
  readonly busy: readonly string[];
  readonly most: number;
}

const leaseEnd = (app: AppServices, now: Date) => later(now, 4 * app.config.webhooks.answerSeconds * 1_000);

async function takeQueues(app: AppServices, { lease, busy, most }: Taking): Promise<Turn[]> {
  const now = app.clock.now();
  const rows = await app.db.$queryRaw<(Turn & NonNullable<Turn['queue']>)[]>`
    with soonest as (
      select endpoint_id, order_id, row_number() over (partition by endpoint_id order by due_at) as turn from (
        select endpoint_id, order_id, due_at from webhook_queue
        where due_at <= ${now} and endpoint_id <> all(${[...busy]}::uuid[]) order by due_at limit ${tuning.webhooks.batchSize}
      ) as due
    ), taken as (
      select endpoint_id, order_id from webhook_queue join soonest using (endpoint_id, order_id)
      where turn <= ${tuning.webhooks.maxConcurrentPerEndpoint} and due_at <= ${now}
      limit ${Math.max(0, most)} for update of webhook_queue skip locked
    )
    update webhook_queue set due_at = ${leaseEnd(app, now)}, lease = ${lease}::uuid from taken
    where webhook_queue.endpoint_id = taken.endpoint_id and webhook_queue.order_id = taken.order_id
    returning webhook_queue.endpoint_id as "endpointId", lease, webhook_queue.order_id as "orderId", sent_number as "sentNumber", wanted_number as "targetNumber"`;
  return rows.map(({ endpointId, ...queue }) => ({ endpointId, lease, queue }));
}

function takeSingles(app: AppServices, { lease, busy, most }: Taking): Promise<Turn[]> {
  const now = app.clock.now();
  return app.db.$queryRaw<Turn[]>`
    update webhook_delivery set due_at = ${leaseEnd(app, now)}, lease = ${lease}::uuid
    where id in (
      select id from webhook_delivery where due_at <= ${now} and endpoint_id <> all(${[...busy]}::uuid[])
      order by due_at limit ${Math.min(Math.max(0, most), tuning.webhooks.maxConcurrentPerEndpoint)} for update skip locked)
    returning endpoint_id as "endpointId", lease, id as "deliveryId"`;
}

/** How often the next of a queue, or something that is sent by itself, has failed, and since when. */
export interface Failing {
  readonly failures: number;
  readonly failingSince: Date | null;
}

/**
 * When something is tried again that has failed now, and not before the time for which its receiver asks, within the
 * longest pause; undefined if it has failed for long enough.
 */
export function nextTry(app: AppServices, { failures, failingSince }: Failing, askedMs = 0): Date | undefined {
  const now = app.clock.now();
  const { tryDays, maxPauseHours } = limits.webhooks;
  if (failingSince && now.getTime() - failingSince.getTime() >= tryDays * dayMs) return undefined;
  const maxMs = maxPauseHours * 60 * minuteMs;
  const halfMs = Math.ceil(Math.min(app.config.webhooks.retrySeconds * 1_000 * 2 ** failures, maxMs) / 2);
  // Half of the pause by chance, so that what has failed together is not tried together.
  return later(now, Math.max(halfMs, Math.min(askedMs, maxMs)) + randomIntBelow(halfMs + 1));
}
