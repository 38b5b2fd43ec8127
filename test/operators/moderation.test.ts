/** Acts of operators on accounts, spaces and ads. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeMissingAccountTexts } from '../../src/accounts/account-texts.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { ownAd, stepOfAd } from '../support/ads.ts';
import type { Data } from '../support/client.ts';
import { type TestPerson, takeStepAs } from '../support/factory.ts';
import { change, createPartner, idOf, wires } from '../support/partner.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let operator: TestPerson;

beforeAll(async () => {
  operator = await factory.createOperator();
});

const accountIdOf = (person: TestPerson) => toGlobalId('Account', person.accountId);
const act = (who: TestPerson, mutation: string, input: Record<string, unknown>, selection = '') =>
  change(who, mutation, { reason: 'Complaints', ...input }, selection);
const suspend = (person: TestPerson) =>
  act(operator, 'suspendAccount', { accountId: accountIdOf(person) }, '... on Account { suspendedAt suspendedReason }');

/** The mutations that start something new, each with an input. */
const starts = {
  placeOrder: (option) => ({ priceOptionIds: [option], brief: 'An ad', paymentMethod: 'CASH' }),
  createAd: () => ({ name: 'An ad' }),
  createPlacement: () => ({ name: 'A place', slug: 'a-place', kind: 'SINGLE' }),
  createApplication: () => ({ name: 'A program', scopes: [] }),
  createSandbox: () => ({ name: 'A sandbox' }),
  requestUpload: () => ({ fileName: 'a.png', mediaType: 'image/png', sizeBytes: 1, sha256: '0'.repeat(64) }),
} satisfies Record<string, (option: string) => Record<string, unknown>>;

describe('A suspended account', () => {
  test.each(Object.entries(starts))('is refused by %s', async (mutation, inputFor) => {
    const person = await factory.createPerson();
    const option = await factory.createPriceOption(await factory.createPerson());
    expect(await suspend(person)).toMatchObject({ __typename: 'Account', suspendedReason: 'Complaints' });

    const answer = await change(person, mutation, inputFor(option));

    expect(answer).toMatchObject({ __typename: 'AccountRefused', code: 'ACCOUNT_SUSPENDED' });
  });

  test('is refused when its application acts, and when it names the account', async () => {
    const owner = await factory.createPerson();
    const create = 'mutation { createAd(input: { name: "An ad" }) { __typename ... on Refusal { code } } }';
    const { key } = await createPartner(factory, { owner, documents: [create] });
    const named = { accountId: accountIdOf(owner), name: 'Another program', scopes: [] };
    await suspend(owner);

    const { data } = await wires.POST(server, key, { documentId: idOf(create) });

    expect(data.createAd).toEqual({ __typename: 'AccountRefused', code: 'ACCOUNT_SUSPENDED' });
    expect(await change(owner, 'createApplication', named)).toMatchObject({ code: 'ACCOUNT_SUSPENDED' });
  });

  test('takes the steps of its orders, and uploads for them', async () => {
    const order = await factory.createOrder();
    await suspend(order.seller);

    const step = await takeStepAs(order.seller, order, 'requestFeedback');
    const upload = await change(order.seller, 'requestUpload', starts.requestUpload());

    expect(step.__typename).toBe('Order');
    expect(upload.__typename).toBe('UploadTarget');
  });

  test('reads its reason, and offers its spaces again once it is reinstated', async () => {
    const seller = await factory.createPerson();
    const buyer = await factory.createPerson();
    const option = await factory.createPriceOption(seller);
    const offered = async (): Promise<number> =>
      (await buyer.ask('query ($id: ID!) { spaces(sellerId: $id) { nodes { id } } }', { id: accountIdOf(seller) }))
        .spaces.nodes.length;
    const place = () => change(buyer, 'placeOrder', starts.placeOrder(option));
    expect(await offered()).toBe(1);

    await suspend(seller);

    expect(await offered()).toBe(0);
    expect((await place()).__typename).toBe('InputInvalid');
    expect((await seller.ask('{ viewer { suspendedReason } }')).viewer.suspendedReason).toBe('Complaints');
    expect(
      (await seller.ask('query ($id: ID!) { spaces(sellerId: $id) { nodes { id } } }', { id: accountIdOf(seller) }))
        .spaces.nodes,
    ).toHaveLength(1);
    await act(operator, 'reinstateAccount', { accountId: accountIdOf(seller) });
    expect(await offered()).toBe(1);
    expect((await place()).__typename).toBe('Order');
  });
});

test('an account is suspended once by two operators on two instances', async () => {
  const person = await factory.createPerson();
  const other = await factory.createOperator();
  const onSecond = { ...other, url: second.url };

  const results = await Promise.all([
    suspend(person),
    act(onSecond, 'suspendAccount', { accountId: accountIdOf(person) }),
  ]);

  expect(results.map(({ __typename }) => __typename)).toEqual(['Account', 'Account']);
  expect(await server.app.db.auditEntry.count({ where: { subjectId: person.accountId } })).toBe(1);
});

test('an order is not placed with an account that is being suspended', async () => {
  const buyer = await factory.createPerson();
  for (let round = 0; round < 5; round += 1) {
    const seller = await factory.createPerson();
    const option = await factory.createPriceOption(seller);

    const [placed] = await Promise.all([change(buyer, 'placeOrder', starts.placeOrder(option)), suspend(seller)]);

    const orders = await server.app.db.order.findMany({ where: { sellerId: seller.accountId } });
    expect(orders).toHaveLength(placed.__typename === 'Order' ? 1 : 0);
  }
});

test('the account of the marketplace cannot be suspended', async () => {
  expect(await suspend(operator)).toMatchObject({ __typename: 'InputInvalid' });
});

test('the list of accounts finds parts of names and addresses, and only for operators', async () => {
  const person = await factory.createPerson({ name: '100%_Crème Tea Company' });
  await change(person, 'updateAccount', {
    legalName: 'Übersee Handels GmbH',
    website: 'https://shop.crème-tea.example',
    taxId: 'DE-123456789',
  });
  await suspend(person);
  const query = `query ($text: String, $isSuspended: Boolean) { accounts(text: $text, isSuspended: $isSuspended) {
    nodes { id name contactEmail } pageInfo { hasNextPage } } }`;
  const find = async (who: TestPerson, text: string, isSuspended?: boolean): Promise<string[]> =>
    (await who.ask(query, { text, isSuspended })).accounts.nodes.map(({ id }: Data) => id);
  const own = [accountIdOf(person)];
  await writeMissingAccountTexts(server.app.db);

  for (const text of ['100%_creme', 'tea company', 'reme te', 'handels', 'crème-tea.example', '123456789'])
    expect({ text, found: await find(operator, text) }).toEqual({ text, found: own });
  expect(await find(operator, 'creme', true)).toEqual(own);
  expect(await find(operator, 'creme', false)).toEqual([]);
  expect(await find(operator, person.email.toUpperCase())).toEqual(own);
  expect(await find(operator, '100__creme')).toEqual([]);
  expect(await find(operator, '…')).toEqual([]);
  expect(await find(operator, "'; drop table account; --")).toEqual([]);
  expect(await find(person, 'creme')).toEqual([]);

  await act(operator, 'reinstateAccount', { accountId: accountIdOf(person) });
  await change(person, 'updateAccount', { legalName: null });
  await writeMissingAccountTexts(server.app.db);
  expect(await find(operator, 'ubersee')).toEqual([]);
  expect(await find(operator, 'creme')).toEqual(own);
});

test('an ad that is taken down is not served, and its parties read the reason', async () => {
  const seller = await factory.createPerson();
  const adId = await ownAd(seller);
  await stepOfAd(seller, 'saveAdDraft', { adId, html: '<b>Tea</b>' });
  const slug = `taken-down-${Date.now().toString(36)}`;
  const placement = await change(
    seller,
    'createPlacement',
    { name: 'A', slug, kind: 'SINGLE' },
    '... on Placement { id }',
  );
  await stepOfAd(seller, 'submitAd', { adId });
  await stepOfAd(seller, 'publishAd', { adId, placementId: placement.id });
  const served = async (): Promise<boolean> =>
    (await (await fetch(`${server.url}/p/${slug}`, { headers: { accept: 'application/json' } })).text()).includes(
      '/f/',
    );
  expect(await served()).toBe(true);

  await act(operator, 'takeDownAd', { adId });

  server.clock.advance({ ms: 60_000 });
  expect(await served()).toBe(false);
  const read = 'query ($id: ID!) { node(id: $id) { ... on Ad { status takenDownReason } } }';
  expect((await seller.ask(read, { id: adId })).node).toEqual({ status: 'PUBLISHED', takenDownReason: 'Complaints' });
  await act(operator, 'restoreAd', { adId });
  server.clock.advance({ ms: 60_000 });
  expect(await served()).toBe(true);
});

test('an ad of an order that is taken down or restored is reported to both parties, once', async () => {
  const order = await factory.createOrder();
  const { id: adId } = (
    await order.seller.ask('query ($id: ID!) { order(id: $id) { ads { id name } } }', { id: order.id })
  ).order.ads[0];
  const follow = `query ($id: ID!) { order(id: $id) { timeline(last: 10) { nodes { __typename actorRole
    ... on AdTakenDownEntry { adName reason } ... on AdRestoredEntry { adName reason } } } } }`;
  const readActs = async (who: TestPerson) =>
    (await who.ask(follow, { id: order.id })).order.timeline.nodes.filter(({ __typename }: Data) =>
      ['AdTakenDownEntry', 'AdRestoredEntry'].includes(__typename),
    );

  await Promise.all([act(operator, 'takeDownAd', { adId }), act(operator, 'takeDownAd', { adId })]);
  await act(operator, 'restoreAd', { adId, reason: 'A mistake' });

  const adName = `Order #${order.number}`;
  const acts = [
    { __typename: 'AdTakenDownEntry', actorRole: 'OPERATOR', adName, reason: 'Complaints' },
    { __typename: 'AdRestoredEntry', actorRole: 'OPERATOR', adName, reason: 'A mistake' },
  ];
  for (const party of [order.advertiser, order.seller]) {
    expect(await readActs(party)).toMatchObject(acts);
    const where = { address: party.email, template: { in: ['ad-taken-down', 'ad-restored'] } };
    const emails = await server.app.db.email.findMany({ where, orderBy: { id: 'asc' }, select: { template: true } });
    expect(emails.map(({ template }) => template)).toEqual(['ad-taken-down', 'ad-restored']);
  }
});

test('a space that is taken down is not offered, and only its seller reads the reason', async () => {
  const seller = await factory.createPerson();
  const buyer = await factory.createPerson();
  const option = await factory.createPriceOption(seller);
  const { spaces } = await seller.ask('query ($id: ID!) { spaces(sellerId: $id) { nodes { id } } }', {
    id: accountIdOf(seller),
  });
  const [{ id: spaceId }] = spaces.nodes;
  const read = 'query ($id: ID!) { space(id: $id) { takenDownReason } }';

  await act(operator, 'takeDownSpace', { spaceId });

  expect((await buyer.ask(read, { id: spaceId })).space).toBeNull();
  expect((await seller.ask(read, { id: spaceId })).space).toEqual({ takenDownReason: 'Complaints' });
  for (const who of [buyer, operator])
    expect((await change(who, 'placeOrder', starts.placeOrder(option))).__typename).toBe('InputInvalid');
  await act(operator, 'restoreSpace', { spaceId });
  expect((await buyer.ask(read, { id: spaceId })).space).toEqual({ takenDownReason: null });
});

test('an act needs a reason that can be stored', async () => {
  const person = await factory.createPerson();
  for (const reason of ['', ' ', 'x'.repeat(1_001)])
    expect((await act(operator, 'suspendAccount', { accountId: accountIdOf(person), reason })).__typename).toBe(
      'InputInvalid',
    );
  const input = { accountId: accountIdOf(person), idempotencyKey: '' };
  expect((await act(operator, 'suspendAccount', input)).__typename).toBe('InputInvalid');
});
