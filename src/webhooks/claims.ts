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

async function claimQueues(app: AppServices, request: ClaimRequest): Promise<Claim[]> {
  const rows = await claimRows<Claim & NonNullable<Claim['queue']>>(app, request, {
    table: Prisma.sql`webhook_queue`,
    key: Prisma.sql`order_id`,
    returning: Prisma.sql`order_id as "orderId", sent_number as "sentNumber", wanted_number as "targetNumber"`,
  });
  return rows.map(({ endpointId, host, lease, ...queue }) => ({ endpointId, host, lease, queue }));
}

const claimSingles = (app: AppServices, request: ClaimRequest): Promise<Claim[]> =>
  claimRows<Claim>(app, request, {
    table: Prisma.sql`webhook_delivery`,
    key: Prisma.sql`id`,
    returning: Prisma.sql`id as "deliveryId"`,
  });

/** A table with due rows. `key` identifies a row of an endpoint. */
interface Claimable {
  readonly table: Prisma.Sql;
  readonly key: Prisma.Sql;
  readonly returning: Prisma.Sql;
}

/**
 * The cost grows with the number of endpoints, not with that of due rows: an endpoint that is far behind neither hides the
 * others nor has to be read through. Each endpoint gets a first claim before another gets a second one.
 */
function claimRows<Row>(
  app: AppServices,
  { lease, busy, limit }: ClaimRequest,
  { table, key, returning }: Claimable,
): Promise<Row[]> {
  const now = app.clock.now();
  const { maxConcurrentPerEndpoint, maxConcurrentPerHost } = tuning.webhooks;
  return app.db.$queryRaw<Row[]>`
    with soonest as (
      select endpoint_id, key, host, row_number() over (partition by endpoint_id order by due_at) as turn,
        row_number() over (partition by host order by due_at) as turn_of_host
      from (
        select webhook_endpoint.id as endpoint_id, key, due_at, ${host} as host
        from webhook_endpoint cross join lateral (
          select ${key} as key, due_at from ${table} where endpoint_id = webhook_endpoint.id and due_at <= ${now}
          order by due_at limit ${maxConcurrentPerEndpoint}) as due_row
        where webhook_endpoint.id <> all(${[...busy.endpointIds]}::uuid[])
      ) as due where host <> all(${[...busy.hosts]}::text[])
    ), taken as (
      select claimed.endpoint_id, key, host
      from soonest join ${table} as claimed on claimed.endpoint_id = soonest.endpoint_id and claimed.${key} = key
      where turn_of_host <= ${maxConcurrentPerHost} and due_at <= ${now}
      order by turn, due_at limit ${Math.max(0, limit)} for update of claimed skip locked
    )
    update ${table} as claimed set due_at = ${leaseEnd(app, now)}, lease = ${lease}::uuid from taken
    where claimed.endpoint_id = taken.endpoint_id and claimed.${key} = taken.key
    returning claimed.endpoint_id as "endpointId", host, lease, ${returning}`;
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
