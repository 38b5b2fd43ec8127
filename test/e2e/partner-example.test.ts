/** The example program for partners, in its own process against a running server. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { killChildren, startChild } from '../support/child-process.ts';
import { type TestPerson, takeStepAs } from '../support/factory.ts';
import { createPartner } from '../support/partner.ts';
import { findFreePorts } from '../support/ports.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ runsTasks: true });
let seller: TestPerson;

beforeAll(async () => {
  seller = await factory.createPerson();
  await factory.createPriceOption(seller);
});
afterEach(killChildren);
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const run = (key: string, port = 0) =>
  startChild('examples/partner.ts', { env: { PLACARD_URL: server.url, PLACARD_KEY: key, PORT: `${port}` } });

test('the example places an order, prints its events from webhook and subscription, and ends with the order', async () => {
  const { key } = await createPartner(factory, { scopes: ['ORDERS_READ', 'ORDERS_WRITE', 'WEBHOOKS'] });
  const port = await findFreePorts();
  const program = run(key, port);
  const [, number] = await program.says(/placed order #(\d+)/);
  const { id } = (
    await seller.ask('query ($number: Int!) { order(number: $number) { id } }', { number: Number(number) })
  ).order;
  await program.says(/^1 ORDER_PLACED, now PENDING$/m);
  await program.says(/^received order\.placed$/m);

  const forged = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      'webhook-id': 'msg_forged',
      'webhook-timestamp': `${Math.floor(Date.now() / 1_000)}`,
      'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
    },
    body: JSON.stringify({ type: 'order.forged', data: {} }),
  });
  await seller.ask(
    'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Not this week." }) { __typename } }',
    { id },
  );
  await program.says(/^\d+ MESSAGE_SENT, now PENDING$/m);
  await program.says(/^received order\.message_sent$/m);
  const rejected = await takeStepAs(seller, { id }, 'rejectOrder');

  expect(forged.status).toBe(400);
  expect(rejected.status).toBe('REJECTED');
  expect(await program.ended).toBe(0);
  expect(program.output()).toContain('registered version');
  expect(program.output()).toMatch(/^\d+ ORDER_REJECTED, now REJECTED$/m);
  expect(program.output()).toContain('rejected a request: WebhookVerificationError: No matching signature found');
  expect(program.output()).not.toContain('order.forged');
  expect(program.output().match(/^\d+ ORDER_PLACED/gm)).toHaveLength(1);
  expect(await server.app.db.webhookEndpoint.count({ where: { deletedAt: null } })).toBe(0);
});

test('the example prints the error code of a key that does not work', async () => {
  const program = run('placard_pk_nothing');

  expect(await program.ended).not.toBe(0);
  expect(program.output()).toContain('KEY_MALFORMED');
});
