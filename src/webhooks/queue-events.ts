/** Moves new events from the inbox of accounts into the queues of their endpoints. */
import { readApplications } from '../access/application-keys.ts';
import { type Scope, webhookScopes } from '../access/scopes.ts';
import type { ApplicationViewer } from '../access/viewer.ts';
import { Prisma, type WebhookEndpoint } from '../generated/prisma/client.ts';
import { positionBefore, readEntries } from '../inbox/inbox.ts';
import { webhooksTopic } from '../live/topics.ts';
import type { Database, Db } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { createDeprecationNotices } from './deprecation-notices.ts';
import { lockEndpoint } from './endpoints.ts';
import { noteRetirements } from './system-events.ts';
import type { WebhookServices } from './webhook-services.ts';

/**
 * Returns a function that queues all new events for the endpoints: events of orders, and system events about registered
 * operations.
 */
export function createQueueing(app: WebhookServices): () => Promise<void> {
  const queueDeprecations = createDeprecationNotices(app);
  return async () => {
    const counts = [await noteRetirements(app), await queueDeprecations()];
    if (counts.some((count) => count > 0)) app.live.publish(webhooksTopic);
    await queueNewEvents(app);
  };
}

/**
 * Queues new events for all endpoints: a batch for each endpoint in turn, so that one that is far behind does not hold up
 * the others. Safe to run on several instances concurrently.
 */
async function queueNewEvents(app: AppServices): Promise<void> {
  for (;;) {
    const behind = await findEndpointsBehind(app.db);
    let count = 0;
    for (const endpoint of behind) count += await queueBatch(app, endpoint);
    if (count === 0) return;
    // What is queued is sent while more is queued.
    app.live.publish(webhooksTopic);
  }
}

type Behind = Pick<WebhookEndpoint, 'id' | 'applicationId' | 'keyId'>;

/**
 * The endpoints with events that are not queued yet, limited to applications with access. The cost grows with the number
 * of endpoints.
 */
function findEndpointsBehind(db: Db): Promise<Behind[]> {
  return db.$queryRaw<Behind[]>`
    select endpoint.id, endpoint.application_id as "applicationId", endpoint.key_id as "keyId"
    from webhook_endpoint endpoint join application on application.id = endpoint.application_id
    where endpoint.disabled_at is null and endpoint.verified_at is not null and endpoint.removed_at is null
      and application.deleted_at is null
      and application.scopes @> ${[...webhookScopes]}::text[]
      and exists (select 1 from application_key key where key.application_id = application.id and revoked_at is null
        and key.id = coalesce(endpoint.key_id, key.id))
      and (exists (select 1 from log_entry where advertiser_id = application.account_id and position >= endpoint.position)
        or exists (select 1 from log_entry where seller_id = application.account_id and position >= endpoint.position))
    limit ${tuning.webhooks.batchSize}`;
}

/**
 * The application of an endpoint with its current access; undefined if it may not receive events: it has no valid key, the
 * key that created the endpoint is not valid, or a scope is missing.
 */
export async function findEligibleApplication(
  read: Database['read'],
  { applicationId, keyId }: Pick<WebhookEndpoint, 'applicationId' | 'keyId'>,
): Promise<ApplicationViewer | undefined> {
  const applications = await readApplications(
    read,
    Prisma.sql`application.id = ${applicationId}::uuid and key.id = coalesce(${keyId}::uuid, key.id)`,
  );
  const needed: readonly Scope[] = webhookScopes;
  return applications.find(({ scopes }) => needed.every((scope) => scopes.includes(scope)));
}

/** Queues a batch of entries for an endpoint and advances its position in one transaction. Returns the number of entries. */
async function queueBatch(app: AppServices, { id, ...whose }: Behind): Promise<number> {
  const application = await findEligibleApplication(app.read, whose);
  const endpoint = await app.db.webhookEndpoint.findUnique({ where: { id } });
  if (!application || !endpoint) return 0;
  const { position, events } = endpoint;
  const items = await readEntries(app.db, application, {
    after: positionBefore(position),
    limit: tuning.webhooks.batchSize,
  });
  const last = items.at(-1)?.entry;
  if (!last) return 0;
  const targetNumbers = items.flatMap(({ entry }) =>
    entry && (events.length === 0 || events.includes(entry.type)) ? [entry] : [],
  );
  const orders = [...Map.groupBy(targetNumbers, ({ orderId }) => orderId)].map(([orderId, entries]) => ({
    orderId,
    // Entries are ordered by number.
    first: entries[0]?.number ?? 0,
    last: entries.at(-1)?.number ?? 0,
  }));
  return app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, id);
    const { count } = await tx.webhookEndpoint.updateMany({
      // Another instance was faster, or the endpoint was disabled or set back by a replay.
      where: { id, position, events: { equals: events }, disabledAt: null, deletedAt: null, verifiedAt: { not: null } },
      data: { position: last.position + 1n },
    });
    if (count === 0) return 0;
    await tx.$executeRaw`
      insert into webhook_queue (endpoint_id, order_id, sent_number, wanted_number, due_at)
      select ${id}::uuid, order_id, first - 1, last, ${app.clock.now()}
      from unnest(${orders.map(({ orderId }) => orderId)}::uuid[], ${orders.map(({ first }) => first)}::int[],
        ${orders.map(({ last }) => last)}::int[]) as news (order_id, first, last) order by order_id
      on conflict (endpoint_id, order_id) do update set
        -- Lower only if the endpoint was set back to send something again.
        sent_number = least(webhook_queue.sent_number, excluded.sent_number),
        wanted_number = greatest(webhook_queue.wanted_number, excluded.wanted_number),
        due_at = coalesce(webhook_queue.due_at, excluded.due_at)`;
    return items.length;
  });
}
