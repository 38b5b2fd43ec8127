/** An application reads through `node` only what its scopes cover, of each type of the schema. */
import { getNamedType, isObjectType } from 'graphql';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { allScopes, type Scope } from '../../src/access/scopes.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { schema } from '../../src/schema.ts';
import type { Data } from '../support/client.ts';
import { takeStepAs } from '../support/factory.ts';
import { png } from '../support/images.ts';
import { change, createPartner, idOf, type TestPartner, wires, wordOf } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const node = 'query Node($id: ID!) { node(id: $id) { __typename id } }';
const follow = `subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename ... on TimelineEntryAdded { cursor } } }`;
const openApplication = `query Endpoints($id: ID!) { node(id: $id) { ... on Application { webhookEndpoints { id } } } }`;

/** The scopes that an application needs to read a node; `people`: no scope is enough. */
type Need = readonly Scope[] | 'people';
interface Example {
  readonly what: string;
  readonly id: string;
  readonly need: Need;
}

let partner: TestPartner;
let examples: readonly Example[];

beforeAll(async () => {
  const { db } = server.app;
  const createdAt = server.clock.now();
  const order = await factory.createOrder();
  const { seller } = order;
  partner = await createPartner(factory, { owner: seller, documents: [node, follow, openApplication] });
  const { id: attachment } = await upload(seller, png());
  const { id: unused } = await upload(seller, png());
  const { sendMessage } = await seller.ask(
    `mutation ($id: ID!, $fileIds: [ID!]!) { sendMessage(input: { orderId: $id, text: "Look", attachments: $fileIds }) {
      ... on Message { id } ... on Refusal { message } } }`,
    { id: order.id, fileIds: [attachment] },
  );
  const { order: parts } = await seller.ask('query ($id: ID!) { order(id: $id) { ads { id } } }', { id: order.id });
  const { createPlacement } = await seller.ask(
    'mutation { createPlacement(input: { slug: "node-scopes", name: "Top", kind: SINGLE }) { ... on Placement { id } } }',
  );
  const endpoint = await change(
    seller,
    'createWebhookEndpoint',
    { applicationId: partner.applicationId, url: 'http://127.0.0.1:9/', documentId: idOf(follow) },
    '... on WebhookSecretPayload { endpoint { id } }',
  );
  const endpointId = Buffer.from(endpoint.endpoint.id, 'base64url').toString().split(':')[1] ?? '';
  const accountId = seller.accountId;
  const space = await db.space.findFirstOrThrow({ where: { sellerId: accountId }, include: { options: true } });
  const delivery = await db.webhookDelivery.create({
    data: { endpointId, messageId: 'm', type: 'order.placed', occurredAt: createdAt, createdAt, status: 'DELIVERED' },
  });
  const movement = await db.paymentMovement.create({
    data: {
      kind: 'RECEIVED',
      status: 'DONE',
      provider: 'OFFLINE',
      amountMinorUnits: 1n,
      currency: 'EUR',
      isCounted: false,
      needsOperator: true,
      createdAt,
    },
  });
  const report = await db.report.create({
    data: { subjectType: 'Account', subjectId: accountId, reason: 'OTHER', status: 'OPEN', createdAt },
  });
  const audit = await db.auditEntry.create({
    data: { at: createdAt, action: 'ACCOUNT_SUSPENDED', subjectType: 'Account', subjectId: accountId },
  });
  const sandbox = await db.sandbox.create({ data: { accountId, name: 'Mine', status: 'PROVISIONING', createdAt } });
  const marketplace = await db.marketplace.findFirstOrThrow();
  await takeStepAs(seller, order, 'proposeOffer');
  const offer = await db.offer.findFirstOrThrow();
  examples = [
    { what: 'Order', id: order.id, need: ['ORDERS_READ'] },
    { what: 'Offer', id: toGlobalId('Offer', offer.id), need: ['ORDERS_READ'] },
    { what: 'Message', id: sendMessage.id, need: ['ORDERS_READ'] },
    { what: 'File in a chat', id: attachment, need: ['ORDERS_READ'] },
    { what: 'File that is not used', id: unused, need: ['ADS_READ'] },
    { what: 'Ad', id: parts.ads[0].id, need: ['ADS_READ'] },
    { what: 'Placement', id: createPlacement.id, need: ['ADS_READ'] },
    { what: 'WebhookEndpoint', id: endpoint.endpoint.id, need: ['WEBHOOKS'] },
    { what: 'WebhookDelivery', id: toGlobalId('WebhookDelivery', delivery.id), need: ['WEBHOOKS', 'ORDERS_READ'] },
    { what: 'Application', id: partner.applicationId, need: [] },
    { what: 'Account', id: toGlobalId('Account', accountId), need: [] },
    {
      what: 'Account of the other party',
      id: toGlobalId('Account', order.advertiser.accountId),
      need: ['ORDERS_READ'],
    },
    { what: 'Space', id: toGlobalId('Space', space.id), need: [] },
    { what: 'PriceOption', id: toGlobalId('PriceOption', space.options[0]?.id ?? ''), need: [] },
    { what: 'Marketplace', id: toGlobalId('Marketplace', marketplace.id), need: [] },
    { what: 'Person', id: toGlobalId('Person', seller.personId), need: 'people' },
    { what: 'Sandbox', id: toGlobalId('Sandbox', sandbox.id), need: 'people' },
    { what: 'Report', id: toGlobalId('Report', report.id), need: 'people' },
    { what: 'AuditEntry', id: toGlobalId('AuditEntry', audit.id), need: 'people' },
    { what: 'PaymentException', id: toGlobalId('PaymentException', movement.id), need: 'people' },
  ];
});

async function setScopes(scopes: readonly Scope[]): Promise<void> {
  const { applicationId, owner } = partner;
  const input = { applicationId, scopes: scopes.map(wordOf) };
  expect((await change(owner, 'updateApplicationScopes', input)).__typename).toBe('Application');
}

async function read(document: string, id: string): Promise<Data> {
  const { data, errors } = await wires.POST(server, partner.key, { documentId: idOf(document), variables: { id } });
  expect(errors).toBeUndefined();
  return data.node;
}

test('there is an example of each type that `node` reads', () => {
  const types = schema.getPossibleTypes(getNamedType(schema.getType('Node')) as never).filter(isObjectType);

  expect([...new Set(examples.map(({ what }) => what.split(' ')[0]))].toSorted()).toEqual(
    types.map(({ name }) => name).toSorted(),
  );
});

test('an application reads a node only with the scopes that it needs', async () => {
  const seen: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  const combinations = [allScopes, [], ...allScopes.map((missing) => allScopes.filter((scope) => scope !== missing))];
  for (const scopes of combinations) {
    await setScopes(scopes);
    for (const { what, id, need } of examples) {
      const isReadable = need !== 'people' && need.every((scope) => scopes.includes(scope));
      seen[`${what} with ${scopes.join()}`] = (await read(node, id))?.id === id;
      expected[`${what} with ${scopes.join()}`] = isReadable;
    }
  }

  expect(seen).toEqual(expected);
});

test('an application reads its webhook endpoints in its own fields only with WEBHOOKS', async () => {
  const countWith = async (scopes: readonly Scope[]) => {
    await setScopes(scopes);
    return (await read(openApplication, partner.applicationId)).webhookEndpoints.length;
  };

  expect(await countWith(allScopes)).toBe(1);
  expect(await countWith(allScopes.filter((scope) => scope !== 'WEBHOOKS'))).toBe(0);
});
