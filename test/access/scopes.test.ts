/** An application does and sees what its scopes allow, and a refusal names the missing scopes. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { allScopes, type Scope } from '../../src/access/scopes.ts';
import { adSteps } from '../../src/process/ad.ts';
import { orderSteps } from '../../src/process/order.ts';
import type { Data } from '../support/client.ts';
import { mutations as allMutations } from '../support/mutations.ts';
import { change, createPartner, idOf, type TestPartner, wires, wordOf } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const run = (partner: TestPartner, text: string, variables: Record<string, unknown> = {}) =>
  wires.POST(server, partner.key, { documentId: idOf(text), variables });
const follow = `subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename
  ... on Refusal { code recovery } ... on ScopeMissing { scopes } } }`;

const mutations = allMutations.map(({ name, inputType, input }) => ({
  name,
  text: `mutation Try_${name}($input: ${inputType}!) { answer: ${name}(input: $input) { __typename ... on ScopeMissing { scopes } } }`,
  input,
}));
const documents = mutations.map(({ text }) => text);

/** Answers of all mutations to an application with these scopes, by the name of the mutation. */
async function tryAll(partner: TestPartner, scopes: readonly Scope[]): Promise<Record<string, Data>> {
  const { applicationId, owner } = partner;
  await change(owner, 'updateApplicationScopes', { applicationId, scopes: scopes.map(wordOf) });
  const answers: Record<string, Data> = {};
  for (const { name, text, input } of mutations) {
    const { data, errors } = await run(partner, text, { input });
    expect([name, errors]).toEqual([name, undefined]);
    answers[name] = data.answer;
  }
  return answers;
}
let partner: TestPartner;
beforeAll(async () => {
  partner = await createPartner(factory, { documents });
});

test('an application without scopes may only register operations', async () => {
  // The mutations that are open to everyone, and the registration of operations.
  const open = ['requestSignInCode', 'signIn', 'registerOperations'];

  const answers = await tryAll(partner, []);

  const done = Object.entries(answers).filter(
    ([, { __typename }]) => !['ScopeMissing', 'NotSignedIn'].includes(__typename),
  );
  expect(done.map(([name]) => name).sort()).toEqual(open.sort());
});

test('every mutation that needs a scope names it when it is missing', async () => {
  const opens = (row: { from: readonly string[]; by: readonly string[] }) => row.by.some((role) => role !== 'system');
  const ofOrders = orderSteps.flatMap(([step, row]) => (opens(row) ? [step as string] : []));
  const ofAds = adSteps.flatMap(([step, row]) => (opens(row) ? [step as string] : []));
  const ofOthers = ['createPlacement', 'updatePlacement', 'deletePlacement', 'updateAdWeight', 'requestUpload'];
  const ofMessages = ['sendMessage', 'updateMessage', 'deleteMessage', 'markRead', 'updateTypingStatus'];
  const ofSandboxes = ['completeTestPayment', 'advanceClock'];
  const ofWebhooks = ['createWebhookEndpoint', 'updateWebhookEndpoint', 'deleteWebhookEndpoint', 'rotateWebhookSecret'];
  ofWebhooks.push('sendTestEvent', 'replayDelivery', 'replayEvents');
  const needing: Partial<Record<Scope, readonly string[]>> = {
    ORDERS_READ: [
      ...ofOrders,
      ...ofMessages,
      ...ofSandboxes,
      ...ofWebhooks,
      'refreshPaymentLink',
      'rotateSetupLink',
      'revokeSetupLink',
    ],
    ORDERS_WRITE: [...ofOrders, ...ofSandboxes, 'refreshPaymentLink'],
    MESSAGES_WRITE: ofMessages,
    ADS_READ: [...ofAds, ...ofOthers],
    ADS_WRITE: [...ofAds, ...ofOthers, 'rotateSetupLink', 'revokeSetupLink'],
    WEBHOOKS: ofWebhooks,
  };

  for (const missing of allScopes) {
    const answers = await tryAll(
      partner,
      allScopes.filter((scope) => scope !== missing),
    );
    const refused = Object.entries(answers).filter(([, { scopes = [] }]) => scopes.length > 0);
    expect([missing, refused.map(([name]) => name).sort()]).toEqual([missing, [...(needing[missing] ?? [])].sort()]);
    for (const [, { scopes }] of refused) expect(scopes).toEqual([wordOf(missing)]);
  }
});

const node = 'query Node($id: ID!) { node(id: $id) { __typename id } }';
const read = {
  order: 'query A($id: ID!) { order(id: $id) { number } }',
  orders: 'query B { orders { edges { node { number } } } }',
  ad: 'query C($id: ID!) { ad(id: $id) { name } }',
  ads: 'query D { ads { edges { node { name order { number } } } } }',
  placements: 'query E { placements { edges { node { name } } } }',
  nested: `query F($id: ID!) { order(id: $id) { number ads { name } timeline { edges { node { type ad { html }
      ... on AdDraftSavedEntry { html } } } } } }`,
  accounts: 'query G($ids: [ID!]!) { nodes(ids: $ids) { ... on Account { name } } }',
};
const reads = [...Object.values(read), node, follow];

/** An order with a message and an ad that has content, and the ids of all of them. */
async function createFullOrder() {
  const full = await factory.createOrder();
  const { sendMessage } = await full.advertiser.ask(
    'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Secret" }) { ... on Message { id } } }',
    { id: full.id },
  );
  const { order: fullOrder } = await full.seller.ask(
    'query ($id: ID!) { order(id: $id) { ads { id } advertiser { id } } }',
    { id: full.id },
  );
  const ad = fullOrder.ads[0].id;
  await full.advertiser.ask(
    'mutation ($id: ID!) { saveAdDraft(input: { adId: $id, html: "<b>Secret</b>" }) { __typename } }',
    { id: ad },
  );
  const { createPlacement } = await full.seller.ask(
    'mutation ($slug: String!) { createPlacement(input: { slug: $slug, name: "Top", kind: SINGLE }) { ... on Placement { id } } }',
    { slug: `top-${full.number}` },
  );
  return { ...full, message: sendMessage.id, ad, placement: createPlacement.id, advertiserId: fullOrder.advertiser.id };
}

test('an application without ORDERS_READ sees nothing of an order, in any query or stream', async () => {
  const full = await createFullOrder();
  const scopes = allScopes.filter((scope) => scope !== 'ORDERS_READ');
  const restricted = await createPartner(factory, { owner: full.seller, scopes, documents: reads });

  for (const text of [read.order, read.orders, read.nested]) {
    const { data, errors } = await run(restricted, text, { id: full.id });
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SCOPE_MISSING', scopes: ['ORDERS_READ'] });
  }
  for (const id of [full.id, full.message]) expect((await run(restricted, node, { id })).data).toEqual({ node: null });
  const stream = await wires.SSE(server, restricted.key, { documentId: idOf(follow), variables: { id: full.id } });
  expect(stream.data.orderTimeline).toMatchObject({ __typename: 'ScopeMissing', scopes: ['ORDERS_READ'] });
  expect((await run(restricted, read.ads)).data.ads.edges).toEqual([
    { node: { name: expect.any(String), order: null } },
  ]);
  expect((await run(restricted, read.accounts, { ids: [full.advertiserId] })).data.nodes).toEqual([null]);
});

test('an application without ADS_READ sees nothing of an ad, in any query', async () => {
  const full = await createFullOrder();
  const scopes = allScopes.filter((scope) => scope !== 'ADS_READ');
  const restricted = await createPartner(factory, { owner: full.seller, scopes, documents: reads });

  for (const text of [read.ad, read.ads, read.placements]) {
    const { data, errors } = await run(restricted, text, { id: full.ad });
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SCOPE_MISSING', scopes: ['ADS_READ'] });
  }
  for (const id of [full.ad, full.placement])
    expect((await run(restricted, node, { id })).data).toEqual({ node: null });
  const { order: seen } = (await run(restricted, read.nested, { id: full.id })).data;
  expect(seen).toMatchObject({ number: full.number, ads: [] });
  expect(seen.timeline.edges).toContainEqual({ node: { type: 'AD_DRAFT_SAVED', ad: null, html: null } });
  expect(JSON.stringify(seen)).not.toContain('Secret');
});

test('an application with all scopes sees everything in the same queries', async () => {
  const full = await createFullOrder();
  const unrestricted = await createPartner(factory, { owner: full.seller, documents: reads });

  const { order: seen } = (await run(unrestricted, read.nested, { id: full.id })).data;

  expect(seen.ads).toHaveLength(1);
  expect(seen.timeline.edges).toContainEqual({
    node: { type: 'AD_DRAFT_SAVED', ad: { html: '<b>Secret</b>' }, html: '<b>Secret</b>' },
  });
  for (const id of [full.id, full.message, full.ad, full.placement])
    expect((await run(unrestricted, node, { id })).data.node.id).toBe(id);
  expect((await run(unrestricted, read.accounts, { ids: [full.advertiserId] })).data.nodes).toEqual([
    { name: full.advertiser.name },
  ]);
});
