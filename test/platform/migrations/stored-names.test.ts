/** The migration of stored names: what a database of an earlier version has waiting continues under the new names. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connectOnce } from '../../../src/platform/database-connection.ts';
import { takeStepAs } from '../../support/factory.ts';
import { change, createPartner, idOf } from '../../support/partner.ts';
import { useServer } from '../../support/use-server.ts';
import { eventually } from '../../support/wait.ts';
import { startReceiver, untilTellable } from '../../support/webhook-receiver.ts';

const { server, factory } = useServer({ config: { jobs: { deadWorkerCheckSeconds: 1, pollSeconds: 1 } } });

const migration = readFileSync(
  new URL('../../../prisma/migrations/20261128200000_stored_names/migration.sql', import.meta.url),
  'utf8',
);

async function query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = await connectOnce(server.database.url);
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

test('the deletion of a sandbox that waits in a queue with the former name is done', async () => {
  const { accountId } = await factory.createPerson();
  const sandbox = await server.app.db.sandbox.create({
    data: { name: 'Waiting', accountId, status: 'DELETING', createdAt: new Date(), deletedAt: new Date() },
  });
  await query(`insert into jobs.queue select (jsonb_populate_record(queue, '{"name": "remove-sandbox"}')).*
    from jobs.queue where name = 'delete-sandbox'`);
  await query(
    `insert into jobs.job (name, data) values ('remove-sandbox', jsonb_build_object('sandboxId', $1::text))`,
    [sandbox.id],
  );

  await query(migration);

  await eventually(async () => expect(await server.app.db.sandbox.count({ where: { id: sandbox.id } })).toBe(0));
});

test('a delivery has the type of the event of its entry', async () => {
  const receiver = await startReceiver();
  const follow =
    'subscription Follow($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { cursor } } }';
  const order = await factory.createOrder();
  const partner = await createPartner(factory, { owner: order.seller, documents: [follow] });
  const input = { applicationId: partner.applicationId, url: receiver.url, documentId: idOf(follow) };
  await change(order.seller, 'createWebhookEndpoint', { ...input, events: ['ORDER_REJECTED'] });
  // The challenge, whose answer verifies the endpoint.
  await server.app.sendWebhooks();
  await takeStepAs(order.seller, order, 'rejectOrder');
  await untilTellable(server.app);
  await server.app.sendWebhooks();
  await receiver.until(() => receiver.received.length > 0);
  await receiver.stop();
  await query(`update webhook_delivery set type = 'order.rejectOrder' where type = 'order.rejected'`);

  await query(migration);

  const deliveries = await query<{ type: string }>("select type from webhook_delivery where type like 'order.%'");
  expect(deliveries).toEqual([{ type: 'order.rejected' }]);
  expect(receiver.received[0]?.type).toBe('order.rejected');
});
