/** If an instance is killed while it sends an event, another sends the same event when the lease has ended. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killChildren, startChild } from '../support/child-process.ts';
import type { ChildServer } from '../support/child-server.ts';
import { factoryFor } from '../support/factory.ts';
import { change, createPartner, idOf } from '../support/partner.ts';
import { useServer } from '../support/use-server.ts';
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts';

const { server } = useServer();
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(async () => {
  await killChildren();
  await receiver.stop();
});

test('an event whose sender is killed is sent by another instance under the same id, when the lease has ended', async () => {
  const follow = 'subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename } }';
  const order = await factoryFor(server).createOrder();
  const partner = await createPartner(factoryFor(server), { owner: order.seller, documents: [follow] });
  const { applicationId } = partner;
  const endpoint = { applicationId, url: receiver.url, documentId: idOf(follow), events: ['MESSAGE_SENT'] };
  const answer = await change(
    order.seller,
    'createWebhookEndpoint',
    endpoint,
    '... on WebhookSecretPayload { endpoint { id } }',
  );
  receiver.answer(() => 'hang');
  const { url: databaseUrl, isEmbedded: isShared } = server.database;
  const childServer: ChildServer = {
    databaseUrl,
    isShared,
    dataDir: '',
    template: '',
    config: {},
    order: null,
    runsTasks: true,
  };
  const child = startChild('test/support/child-server.ts', { args: [JSON.stringify(childServer)] });
  await child.says(/^ready /m);
  await change(order.advertiser, 'sendMessage', { orderId: order.id, text: 'Hello' });
  await receiver.until(() => receiver.received.length === 1);
  child.signal('SIGKILL');
  await child.ended;

  receiver.answer(() => 204);
  await server.app.sendWebhooks();
  expect(receiver.received).toHaveLength(1);

  server.clock.advance({ ms: 4 * server.app.config.webhooks.timeoutSeconds * 1_000 + 5_000 });
  await server.app.sendWebhooks();
  await server.app.sendWebhooks();

  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id);
  const { node } = await order.seller.ask(
    'query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries { edges { node { type status attemptCount } } } } } }',
    { id: answer.endpoint.id },
  );
  expect(node.deliveries.edges).toMatchObject([
    { node: { type: 'order.message_sent', status: 'DELIVERED', attemptCount: 1 } },
    { node: { type: 'webhook.verification', status: 'DELIVERED', attemptCount: 1 } },
  ]);
});
