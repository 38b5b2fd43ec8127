/**
 * Some answers read an order with several statements; decision 23 defines their sequence and its consequences. Others are
 * planned: one statement, which shows one moment (decision 40).
 */

import { expect, test } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { fromGlobalId } from '../../src/graphql/ids.ts';
import { lockOrder, takeStepUnchecked } from '../../src/orders/take-step.ts';
import type { Data } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer();
// The embedded database runs one transaction at a time: no other can change the order while a query waits.
const onPostgres = test.runIf(process.env['DATABASE_URL']);

/** Sends a query of an order whose statements about `table` must wait until a payment is requested. */
async function askWhilePaymentIsRequested(
  order: TestOrder,
  fields: string,
  table: 'payment' | 'message' | 'log_entry',
) {
  const { app } = server;
  let answer: Promise<Data> | undefined;
  await app.db.$transaction(async (tx) => {
    const before = await lockOrder(tx, String(fromGlobalId(order.id).id), Prisma.sql`true`);
    await tx.$executeRawUnsafe(`lock table ${table} in access exclusive mode`);
    answer = order.seller.ask(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id: order.id });
    await eventually(async () => expect(await waitingStatements()).toBeGreaterThan(0));
    const by = { role: 'seller', actorId: before.sellerId, applicationId: null, personId: null } as const;
    await takeStepUnchecked(app, tx, before, { step: 'requestPayment', input: {}, by });
  });
  return (await answer)?.order;
}

const waitingStatements = async (): Promise<number> => {
  const [row] = await server.app.db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from pg_locks where not granted and relation is not null
      and database = (select oid from pg_database where datname = current_database())`;
  return row.count;
};

const typesOf = (order: Data): string[] => order.timeline.edges.map(({ node }: Data) => node.type);
const timeline = 'timeline(last: 50) { edges { node { number type } } }';

onPostgres.each([
  `payment { status } ${timeline}`,
  `${timeline} nextSteps { url } payments { status } payment { status }`,
])('the timeline of an answer has the entry of every payment in the answer: %s', async (fields) => {
  const order = await factory.createOrder();

  const seen = await askWhilePaymentIsRequested(order, fields, 'payment');

  expect(seen.payment).toEqual({ status: 'OPEN' });
  expect(typesOf(seen)).toContain('PAYMENT_REQUESTED');
});

onPostgres('following the cursor of an order delivers every entry that its status does not include yet', async () => {
  const order = await factory.createOrder();

  // A successor has no plan.
  const seen = await askWhilePaymentIsRequested(order, `status cursor successor { number } ${timeline}`, 'log_entry');
  const stream = order.seller.follow(
    'subscription ($id: ID!, $after: String!) { orderTimeline(orderId: $id, after: $after) { ... on TimelineEntryAdded { entry { type } order { status } } } }',
    { id: order.id, after: seen.cursor },
  );

  expect(seen.status).toBe('PENDING');
  expect(typesOf(seen)).toContain('PAYMENT_REQUESTED');
  expect(
    await stream.until(({ orderTimeline }: Data) => orderTimeline.entry?.type === 'PAYMENT_REQUESTED'),
  ).toBeDefined();
});

onPostgres.each([
  ['log_entry', `status cursor ${timeline}`],
  ['message', `status cursor messages(last: 5) { nodes { text } } ${timeline}`],
] as const)('a planned answer shows one moment, whatever it waits for: %s', async (table, fields) => {
  const order = await factory.createOrder();

  const seen = await askWhilePaymentIsRequested(order, fields, table);

  expect([seen.status, typesOf(seen).includes('PAYMENT_REQUESTED')]).toEqual(
    seen.status === 'PENDING' ? ['PENDING', false] : ['PAYMENT_REQUIRED', true],
  );
});
