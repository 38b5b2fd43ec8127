/** Claims of due deliveries: a claim is leased to one sender, and a result counts only under its own lease. */
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { dayMs, later, minuteMs } from '../platform/clock.ts';
import { randomId, randomIntBelow } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** A claim on a queue, or on a single delivery. */
export interface Claim {
  readonly endpointId: string;
  /** Host of the address. */
  readonly host: string;
  /** Id of the lease. */
  readonly lease: string;
  /** For a queue: the entries of the order that are to be sent. */
  readonly queue?: { readonly orderId: string; readonly sentNumber: number; readonly targetNumber: number };
  /** For a single delivery. */
  readonly deliveryId?: string;
}

/**
 * Claims due deliveries, the longest due first, a few per endpoint and host, and skips busy endpoints and hosts. A claim
 * expires with its lease, so that the work of a killed sender is picked up again.
 */
export async function claimDue(app: AppServices, busy: Busy, limit: number): Promise<Claim[]> {
  const lease = randomId();
  const queues = await claimQueues(app, { lease, busy, limit });
  const endpointIds = [...busy.endpointIds, ...queues.map(({ endpointId }) => endpointId)];
  return [
    ...queues,
    ...(await claimSingles(app, { lease, busy: { ...busy, endpointIds }, limit: limit - queues.length })),
  ];
}

/** The endpoints and hosts to which enough is being sent. */
interface Busy {
  readonly endpointIds: readonly string[];
  readonly hosts: readonly string[];
}

interface ClaimRequest {
  readonly lease: string;
  readonly busy: Busy;
  readonly limit: number;
}

const leaseEnd = (app: AppServices, now: Date) => later(now, 4 * app.config.webhooks.timeoutSeconds * 1_000);

/** The host of the address of an endpoint, without its port. */
const host = Prisma.sql`lower(coalesce(substring(webhook_endpoint.url from '^[a-zA-Z]+://(\\[[^]]*\\]|[^/?#:]*)'), ''))`;

async function claimQueues(app: AppServices, { lease, busy, limit }: ClaimRequest): Promise<Claim[]> {
  const now = app.clock.now();
  const rows = await app.db.$queryRaw<(Claim & NonNullable<Claim['queue']>)[]>`
    with soonest as (
      select endpoint_id, order_id, host, row_number() over (partition by endpoint_id order by due_at) as turn,
        row_number() over (partition by host order by due_at) as turn_of_host
      from (
        select endpoint_id, order_id, due_at, ${host} as host
        from webhook_queue join webhook_endpoint on webhook_endpoint.id = endpoint_id
        where due_at <= ${now} and endpoint_id <> all(${[...busy.endpointIds]}::uuid[]) and ${host} <> all(${[...busy.hosts]}::text[])
        order by due_at limit ${tuning.webhooks.batchSize}
      ) as due
    ), taken as (
      select endpoint_id, order_id, host from webhook_queue join soonest using (endpoint_id, order_id)
      where turn <= ${tuning.webhooks.maxConcurrentPerEndpoint} and turn_of_host <= ${tuning.webhooks.maxConcurrentPerHost}
        and due_at <= ${now}
      limit ${Math.max(0, limit)} for update of webhook_queue skip locked
    )
    update webhook_queue set due_at = ${leaseEnd(app, now)}, lease = ${lease}::uuid from taken
    where webhook_queue.endpoint_id = taken.endpoint_id and webhook_queue.order_id = taken.order_id
    returning webhook_queue.endpoint_id as "endpointId", host, lease, webhook_queue.order_id as "orderId", sent_number as "sentNumber", wanted_number as "targetNumber"`;
  return rows.map(({ endpointId, host, ...queue }) => ({ endpointId, host, lease, queue }));
}

function claimSingles(app: AppServices, { lease, busy, limit }: ClaimRequest): Promise<Claim[]> {
  const now = app.clock.now();
  return app.db.$queryRaw<Claim[]>`
    update webhook_delivery set due_at = ${leaseEnd(app, now)}, lease = ${lease}::uuid
    from webhook_endpoint
    where webhook_endpoint.id = endpoint_id and webhook_delivery.id in (
      select webhook_delivery.id from webhook_delivery join webhook_endpoint on webhook_endpoint.id = endpoint_id
      where due_at <= ${now} and endpoint_id <> all(${[...busy.endpointIds]}::uuid[]) and ${host} <> all(${[...busy.hosts]}::text[])
      order by due_at limit ${Math.min(Math.max(0, limit), tuning.webhooks.maxConcurrentPerEndpoint)} for update of webhook_delivery skip locked)
    returning endpoint_id as "endpointId", ${host} as host, lease, webhook_delivery.id as "deliveryId"`;
}

/** Number of failures of the next delivery, and the time of the first. */
export interface Failing {
  readonly failures: number;
  readonly failingSince: Date | null;
}

/**
 * Time of the next attempt after a failure, not before the Retry-After of the receiver within the maximum delay;
 * undefined if the delivery has failed for too long.
 */
export function nextAttemptAt(app: AppServices, { failures, failingSince }: Failing, askedMs = 0): Date | undefined {
  const now = app.clock.now();
  const { tryDays, maxPauseHours } = limits.webhooks;
  if (failingSince && now.getTime() - failingSince.getTime() >= tryDays * dayMs) return undefined;
  const maxMs = maxPauseHours * 60 * minuteMs;
  const halfMs = Math.ceil(Math.min(app.config.webhooks.retrySeconds * 1_000 * 2 ** failures, maxMs) / 2);
  // Half of the delay is random, so that deliveries that failed together are not retried together.
  return later(now, Math.max(halfMs, Math.min(askedMs, maxMs)) + randomIntBelow(halfMs + 1));
}
