/** Endpoints that are far behind, or that have left much behind: the others do not wait for them. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tuning } from '../../src/tuning.ts';
import { claimDue } from '../../src/webhooks/claims.ts';
import { pruneDeliveries } from '../../src/webhooks/prune-deliveries.ts';
import { change, createPartner, idOf } from '../support/partner.ts';
import { useServer } from '../support/use-server.ts';
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts';

const { server, factory } = useServer();
let receiver: Receiver;
const inbox = 'subscription Inbox { inbox { ... on InboxEntryAdded { cursor } } }';

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

/** The key of a new endpoint of another account. */
async function createEndpoint(): Promise<string> {
  const { owner, applicationId } = await createPartner(factory, { documents: [inbox] });
  const input = { applicationId, url: receiver.url, documentId: idOf(inbox) };
  await change(owner, 'createWebhookEndpoint', input);
  await server.app.sendWebhooks();
  const where = { application: { accountId: owner.accountId } };
  return (await server.app.db.webhookEndpoint.findFirstOrThrow({ where })).id;
}

test('an endpoint with many due orders does not hide one with a single order, and gets its share', async () => {
  const { db, clock } = server.app;
  const [behind, other] = [await createEndpoint(), await createEndpoint()];
  const queue = (endpointId: string, count: number, minutesAgo: number) => db.$executeRaw`
    insert into webhook_queue (endpoint_id, order_id, sent_number, wanted_number, due_at)
    select ${endpointId}::uuid, gen_random_uuid(), 0, 1, ${clock.now()}::timestamptz - ${minutesAgo} * interval '1 minute'
    from generate_series(1, ${count})`;
  await queue(behind, 10 * tuning.webhooks.batchSize, 60);
  await queue(other, 1, 1);

  const claims = await claimDue(server.app, { endpointIds: [], hosts: [] }, tuning.webhooks.maxConcurrent);
  const countOf = (id: string) => claims.filter(({ endpointId }) => endpointId === id).length;
  expect([countOf(behind), countOf(other)]).toEqual([tuning.webhooks.maxConcurrentPerEndpoint, 1]);
  await queue(other, 1, 1);
  const two = await claimDue(server.app, { endpointIds: [], hosts: [] }, 2);
  expect(new Set(two.map(({ endpointId }) => endpointId))).toEqual(new Set([behind, other]));
  await db.webhookQueue.deleteMany({ where: { endpointId: { in: [behind, other] } } });
});

test('deliveries whose retention has ended are deleted in one run, however many they are', async () => {
  const { db } = server.app;
  const endpointId = await createEndpoint();
  await db.$executeRaw`
    insert into webhook_delivery (id, endpoint_id, message_id, type, occurred_at, status, created_at)
    select gen_random_uuid(), ${endpointId}::uuid, 'message-' || n, 'test', '2020-01-01Z', 'DELIVERED', '2020-01-01Z'
    from generate_series(1, ${2 * tuning.webhooks.pruningBatchSize + 1}) as n`;

  await pruneDeliveries(server.app);
  expect(await db.webhookDelivery.count({ where: { endpointId, type: 'test' } })).toBe(0);
});
