/** The mutations of sandboxes that a client repeats with their idempotency key. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { becomes, createSandbox, runIn, statusOf, withTemplate } from '../support/sandbox.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer();
let owner: TestPerson;

beforeAll(async () => {
  await withTemplate(server);
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const sandboxFields = '... on Sandbox { id name createdAt account { id } }';
const keyFields = '... on ApplicationKeyCreated { secret key { id } }';
const documents = {
  spaces: 'query Spaces { spaces(first: 10) { nodes { seller { name } options { id } } } }',
  place:
    'mutation Place($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Order { id } ... on Refusal { code } } }',
  accept:
    'mutation Accept($input: RequestPaymentInput!) { requestPayment(input: $input) { __typename ... on Refusal { code } } }',
  order: 'query Order($id: ID!) { order(id: $id) { status payment { id checkoutUrl } } }',
  pay: 'mutation Pay($input: CompleteTestPaymentInput!) { completeTestPayment(input: $input) { __typename ... on Order { status amountPaid { minorUnits } } ... on Refusal { code } } }',
} as const;

test('a sandbox is created once, shows each key again, and is deleted once, also after it is gone', async () => {
  owner = await factory.createPerson();
  const creation = { name: 'Once', idempotencyKey: 'create' };
  const create = () => change(owner, 'createSandbox', creation, sandboxFields);
  const [created, same]: Data[] = await Promise.all([create(), create()]);
  expect(created).toMatchObject({ __typename: 'Sandbox', name: 'Once' });
  expect(same).toEqual(created);
  await becomes(owner, created.id, 'READY');

  const keyInput = { sandboxId: created.id, role: 'SELLER', idempotencyKey: 'key' };
  const createKey = (input = keyInput): Promise<Data> => change(owner, 'createSandboxKey', input, keyFields);
  const [key, sameKey] = await Promise.all([createKey(), createKey()]);
  expect(key).toMatchObject({ __typename: 'ApplicationKeyCreated' });
  expect(sameKey).toEqual(key);
  expect(await createKey()).toEqual(key);
  expect(await createKey({ ...keyInput, role: 'ADVERTISER' })).toMatchObject({ __typename: 'IdempotencyKeyReused' });

  const remove = (): Promise<Data> =>
    change(owner, 'deleteSandbox', { sandboxId: created.id, idempotencyKey: 'delete' }, sandboxFields);
  const [removed, sameRemoved] = await Promise.all([remove(), remove()]);
  expect(removed).toEqual(created);
  expect(sameRemoved).toEqual(removed);
  await eventually(async () => expect(await statusOf(owner, created.id)).toBeUndefined());
  expect(await remove()).toEqual(removed);
  expect(await change(owner, 'createSandbox', { ...creation, name: 'Other' })).toMatchObject({
    __typename: 'IdempotencyKeyReused',
  });
});

test('a test payment is completed once for one key', async () => {
  owner = await factory.createPerson();
  const sandbox = await createSandbox(server, owner, Object.values(documents));
  const { ADVERTISER: buyer, SELLER: seller } = sandbox.keys;
  const { spaces } = await runIn(server, buyer, documents.spaces);
  const own = spaces.nodes.find(({ seller: account }: Data) => account.name === 'Harbour Daily');
  const priceOptionIds = [own.options[0].id];
  const { placeOrder } = await runIn(server, buyer, documents.place, {
    input: { priceOptionIds, brief: 'Tea.', paymentMethod: 'TEST' },
  });
  const { requestPayment } = await runIn(server, seller, documents.accept, { input: { orderId: placeOrder.id } });
  expect(requestPayment.__typename).toBe('Order');
  const payment = await eventually(async () => {
    const { order } = await runIn(server, buyer, documents.order, { id: placeOrder.id });
    if (!order.payment?.checkoutUrl) throw new Error('The payment has no page yet');
    return order.payment;
  });
  const input = { paymentId: payment.id, outcome: 'PAID', idempotencyKey: 'pay' };
  const pay = async (params: Data = {}) =>
    (await runIn(server, buyer, documents.pay, { input: { ...input, ...params } })).completeTestPayment;

  const [first, second] = await Promise.all([pay(), pay()]);

  expect(first).toMatchObject({ __typename: 'Order', status: 'PAYMENT_RECEIVED' });
  expect(second).toEqual(first);
  expect(await pay()).toEqual(first);
  expect((await pay({ outcome: 'FAILED' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
});
