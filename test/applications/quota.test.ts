/** An application uses no more than its quota, and each answer has the cost of the operation and the rest of the quota. */
import { afterEach, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { apiClient } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { change, codesOf, createPartner, idOf, type TestPartner, wires } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const whoAmI = 'query WhoAmI { viewer { name } }';
const follow = `subscription Follow($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { entry { number } } ... on Refusal { code } } }`;
const run = (partner: TestPartner, text: string, variables: Record<string, unknown> = {}, on = server) =>
  wires.POST(on, partner.key, { documentId: idOf(text), variables });
const managed = '... on Application { quota { capacity restoreRate } }';
const saysSomething = ({ advertiser, id }: TestOrder) =>
  advertiser.ask('mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello?" }) { __typename } }', { id });

const page = 'query Page($first: Int!) { spaces(first: $first) { edges { cursor } } }';
const costOfPage = (first: number) => 1 + first;
/** An application whose quota is this. */
async function withQuota(capacity: number, restoreRate: number): Promise<TestPartner> {
  const partner = await createPartner(factory, { documents: [page, follow] });
  const input = { applicationId: partner.applicationId, capacity, restoreRate };
  const { quota } = await change(await factory.createOperator(), 'updateApplicationQuota', input, managed);
  expect(quota).toEqual({ capacity, restoreRate });
  return partner;
}

test('the quota is in each answer: the cost of the operation, the rest, and the refill rate', async () => {
  const partner = await withQuota(100, 1);
  const startedAt = performance.now();

  const answers = [];
  for (const wire of Object.values(wires))
    answers.push(await wire(server, partner.key, { documentId: idOf(page), variables: { first: 9 } }));

  const cameBack = Math.ceil((performance.now() - startedAt) / 1_000);
  for (const [index, { extensions, headers }] of answers.entries()) {
    const remaining = extensions.cost.remaining;
    expect(extensions.cost).toEqual({ requested: costOfPage(9), remaining, capacity: 100, restoreRate: 1 });
    expect(remaining).toBeGreaterThanOrEqual(100 - (index + 1) * costOfPage(9));
    expect(remaining).toBeLessThanOrEqual(100 - (index + 1) * costOfPage(9) + cameBack);
    if (!headers) continue;
    expect(headers['ratelimit-policy']).toBe('"cost";q=100;w=100');
    expect(headers['ratelimit']).toBe(`"cost";r=${remaining};t=${100 - remaining}`);
  }
});

test.each(Object.entries(wires))(
  'an exhausted quota refuses operations over %s until enough has come back',
  async (name, wire) => {
    const partner = await withQuota(20, 1);
    const ask = (first: number) => wire(server, partner.key, { documentId: idOf(page), variables: { first } });
    await ask(15);

    const refused = await ask(15);
    const cheap = await ask(1);
    server.clock.advance({ ms: 16_000 });
    const later = await ask(15);

    expect(codesOf(refused)).toEqual(['QUOTA_EXCEEDED']);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      recovery: 'RETRYABLE',
      cost: { requested: 16, capacity: 20, restoreRate: 1 },
    });
    if (name !== 'WebSocket') {
      expect(refused.status).toBe(429);
      const left = refused.errors?.[0]?.extensions['cost'].remaining;
      expect(refused.headers['ratelimit']).toBe(`"cost";r=${left};t=${20 - left}`);
      const seconds = Number(refused.headers['retry-after']);
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(12);
    }
    expect(cheap.errors).toBeUndefined();
    expect(later.errors).toBeUndefined();
  },
);

test('the quota is also used up by requests for unregistered operations', async () => {
  const partner = await withQuota(2, 1);
  const tries = [];
  for (let count = 0; count < 10; count += 1)
    tries.push(codesOf(await run(partner, 'query Unknown { viewer { id } }')));

  expect(tries[0]).toEqual(['OPERATION_NOT_REGISTERED']);
  expect(tries).toContainEqual(['QUOTA_EXCEEDED']);
});

test('the refusal of an operation above the whole quota says that waiting does not help', async () => {
  const partner = await withQuota(10, 1);

  const answer = await run(partner, page, { first: 20 });

  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'QUOTA_EXCEEDED', recovery: 'CORRECTABLE' });
  expect(answer.headers['retry-after']).toBeUndefined();
});

test('the quota is charged once for a stream, and not for its events', async () => {
  const watched = await factory.createOrder();
  const partner = await createPartner(factory, { owner: watched.seller, documents: [follow, whoAmI] });
  const { cursor } = (await watched.seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: watched.id }))
    .order;
  const stream = apiClient(server.url, partner.key).follow(
    '',
    { id: watched.id, after: cursor },
    { documentId: idOf(follow) },
  );
  for (let count = 0; count < 5; count += 1) await saysSomething(watched);
  await stream.until(() => stream.results.length >= 5);

  const [first, ...others] = stream.results;
  const after = await run(partner, whoAmI);

  expect(first?.extensions).toMatchObject({ cost: { requested: 5 } });
  expect(others.every(({ extensions }) => extensions === undefined)).toBe(true);
  expect(after.extensions.cost.remaining).toBeGreaterThanOrEqual(limits.quota.capacity - 5 - 3);
  stream.stop();
});

test('the quota is set by an operator within bounds, and can be reset to the default', async () => {
  const { applicationId, owner } = await createPartner(factory);
  const operator = await factory.createOperator();
  const set = (input: Record<string, unknown>, who = operator) =>
    change(who, 'updateApplicationQuota', { applicationId, ...input }, managed);

  expect((await set({ capacity: 5 }, owner)).__typename).toBe('OperatorRequired');
  expect((await set({ capacity: 0 })).__typename).toBe('InputInvalid');
  expect((await set({ restoreRate: limits.quota.max + 1 })).__typename).toBe('InputInvalid');
  expect((await set({ capacity: 5 })).quota).toEqual({ capacity: 5, restoreRate: limits.quota.restorePerSecond });
  expect((await set({})).quota).toEqual({
    capacity: limits.quota.capacity,
    restoreRate: limits.quota.restorePerSecond,
  });
});

// Without Redis each instance counts for itself: then both askers are on the same one.
test('the quota is never exceeded, however many callers ask at the same time on two instances', async () => {
  const partner = await withQuota(200, 1);
  const instances = server.app.config.redisUrl ? [server, second] : [server, server];
  const startedAt = performance.now();

  const answers = await Promise.all(
    Array.from({ length: 120 }, (_, index) => run(partner, page, { first: 4 }, instances[index % 2])),
  );

  const acceptedCount = answers.filter(({ status }) => status === 200).length;
  const refused = answers.filter(({ status }) => status === 429).length;
  const cameBack = Math.ceil((performance.now() - startedAt) / 1_000);
  expect(acceptedCount + refused).toBe(120);
  expect(acceptedCount).toBeGreaterThanOrEqual(200 / costOfPage(4));
  expect(acceptedCount * costOfPage(4)).toBeLessThanOrEqual(200 + cameBack);
});
