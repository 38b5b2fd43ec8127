/** The databases of sandboxes are created once, removed completely, and limited in number, also after a crash. */
import { afterEach, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { deleteUnusedSandboxes } from '../../src/sandboxes/delete-unused-sandboxes.ts';
import { apiClient } from '../support/client.ts';
import { change, codesOf, idOf, wires } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { becomes, createSandbox, keyFor, registerIn, rowIdOf, runIn, statusOf } from '../support/sandbox.ts';
import { useServer } from '../support/use-server.ts';

/** An embedded database serves one process, and its sandboxes one instance. */
const isEmbedded = !process.env['DATABASE_URL'];

const { server, second, factory } = useServer({ instances: 2, sessionDays: 365 });

afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const documents = {
  spaces: 'query Spaces { spaces(first: 10) { edges { node { options { id } } } } }',
  place: 'mutation Place($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }',
  follow:
    'subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename ... on Refusal { code recovery } } }',
} as const;
const texts = Object.values(documents);

const databases = async (rowId: string): Promise<number> => {
  const admin = await connectOnce(server.database.url);
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname like $1', [
      `%sandbox_${rowId.replaceAll('-', '')}`,
    ]);
    return rowCount ?? 0;
  } finally {
    await admin.end();
  }
};

test('the number of sandboxes is limited, also for concurrent requests on two instances, and a removed sandbox leaves nothing', async () => {
  const person = await factory.createPerson();
  const createdAt = server.clock.now();
  const rows = Array.from({ length: limits.sandboxes.perAccount - 1 }, () => ({
    name: 'Full',
    accountId: person.accountId,
    status: 'READY' as const,
    createdAt,
  }));
  await server.app.db.sandbox.createMany({ data: rows });
  const clients = [person, apiClient(second.url, person.sessionToken)];

  const answers = await Promise.all(
    [0, 1, 2, 3].map((index) =>
      change(clients[index % 2] ?? person, 'createSandbox', { name: 'Mine' }, '... on Sandbox { id name status }'),
    ),
  );
  const [newSandbox, ...others] = answers.filter(({ __typename }) => __typename === 'Sandbox');
  const early = await change(person, 'createSandboxKey', { sandboxId: newSandbox.id, role: 'SELLER' });
  await becomes(person, newSandbox.id, 'READY');
  const key = await keyFor(person, newSandbox.id, 'SELLER');
  await registerIn(server, key, texts);
  const rowId = rowIdOf(newSandbox.id);
  const { edges } = (await runIn(server, key, documents.spaces)).spaces;
  const inside = await server.app.sandboxes?.acquire(rowId);
  const applications = await inside?.app.db.application.count();
  inside?.release();
  const stream = apiClient(server.url, key).follow('', { id: 'x' }, { documentId: idOf(documents.follow) });
  await stream.next();
  expect(await databases(rowId)).toBe(isEmbedded ? 0 : 1);

  const removed = await change(person, 'deleteSandbox', { sandboxId: newSandbox.id }, '... on Sandbox { status }');
  await change(clients[1] ?? person, 'deleteSandbox', { sandboxId: newSandbox.id });
  const late = await wires.POST(server, key, { documentId: idOf(documents.spaces) });
  await becomes(person, newSandbox.id, undefined);

  expect([newSandbox.status, others, applications, edges.length > 0]).toEqual(['PROVISIONING', [], 2, true]);
  expect(answers.filter(({ __typename }) => __typename === 'LimitReached')).toHaveLength(3);
  expect(early).toMatchObject({ code: 'SANDBOX_NOT_READY', recovery: 'RETRYABLE' });
  expect(removed.status).toBe('DELETING');
  expect(codesOf(late)).toEqual(['KEY_INVALID']);
  expect(await databases(rowId)).toBe(0);
});

test('the removal of a sandbox ends its open streams', async () => {
  const mine = await createSandbox(server, await factory.createPerson(), texts);
  const { spaces } = await runIn(server, mine.keys.ADVERTISER, documents.spaces);
  const input = { priceOptionIds: [spaces.edges[0].node.options[0].id], brief: 'Tea.', paymentMethod: 'CASH' };
  const { placeOrder } = await runIn(server, mine.keys.ADVERTISER, documents.place, { input });
  const client = apiClient((isEmbedded ? server : second).url, mine.keys.ADVERTISER);
  const stream = client.follow('', { id: placeOrder.id }, { documentId: idOf(documents.follow) });
  await stream.next();

  await change(mine.owner, 'deleteSandbox', { sandboxId: mine.id });
  const events = await stream.until(({ orderTimeline }) => orderTimeline.__typename === 'StreamEnded');

  expect(events.at(-1).orderTimeline).toMatchObject({ code: 'KEY_INVALID' });
  await stream.ended;
  await becomes(mine.owner, mine.id, undefined);
});

test('a creation is repeated after a crash, two concurrent creations make one sandbox, and an unused sandbox is removed', async () => {
  const person = await factory.createPerson();
  const newSandbox = await change(person, 'createSandbox', { name: 'Twice' }, '... on Sandbox { id }');
  await becomes(person, newSandbox.id, 'READY');
  const rowId = rowIdOf(newSandbox.id);
  // As if the server had crashed after it filled the database and before it updated the status.
  await server.app.db.sandbox.update({ where: { id: rowId }, data: { status: 'PROVISIONING' } });
  await server.app.db.$transaction((tx) =>
    server.app.jobs.enqueue(tx, 'create-sandbox', [{ sandboxId: rowId }, { sandboxId: rowId }]),
  );

  await becomes(person, newSandbox.id, 'READY');
  const lease = await server.app.sandboxes?.acquire(rowId);
  const applications = await lease?.app.db.application.count();
  lease?.release();
  expect(applications).toBe(2);

  server.clock.advance({ days: limits.sandboxes.unusedDays - 1 });
  (await server.app.sandboxes?.acquire(rowId))?.release();
  server.clock.advance({ days: 2 });
  await deleteUnusedSandboxes(server.app);
  expect(await statusOf(person, newSandbox.id)).toBe('READY');

  server.clock.advance({ days: limits.sandboxes.unusedDays - 1 });
  await Promise.all([deleteUnusedSandboxes(server.app), deleteUnusedSandboxes(second.app)]);
  await becomes(person, newSandbox.id, undefined);
});
