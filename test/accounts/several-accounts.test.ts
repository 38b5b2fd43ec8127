/** A person with several accounts: the header Placard-Account names the account that acts, on every transport. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** A seller's order, an order of another seller, and a person who is a member of both sellers. */
let order: TestOrder;
let otherOrder: TestOrder;
let person: TestPerson;
const accountOf = ({ accountId }: TestPerson) => toGlobalId('Account', accountId);
const actingFor = (account: TestPerson, who: TestPerson = person) =>
  apiClient(server.url, who.sessionToken, { account: accountOf(account) });

beforeEach(async () => {
  [order, otherOrder] = [await factory.createOrder(), await factory.createOrder()];
  person = await factory.createMember(order.seller, 'MEMBER');
  const createdAt = server.clock.now();
  const { personId } = person;
  const { accountId } = otherOrder.seller;
  await server.app.db.membership.create({ data: { personId, accountId, role: 'MEMBER', createdAt } });
});

const orders = '{ orders { nodes { id } } }';
const idsIn = (data: Data): string[] => data.orders.nodes.map(({ id }: Data) => id).sort();
const rename =
  'mutation { updateAccount(input: { about: "Tea" }) { __typename ... on Account { name } ... on Refusal { code } } }';

test('reads show the orders of all accounts, or those of the account that the request names', async () => {
  expect(idsIn(await person.ask(orders))).toEqual([order.id, otherOrder.id].sort());
  expect(idsIn(await actingFor(order.seller).ask(orders))).toEqual([order.id]);
  expect(idsIn(await actingFor(otherOrder.seller).ask(orders))).toEqual([otherOrder.id]);
});

test('a change that does not belong to an order needs the name of the account', async () => {
  expect((await person.ask(rename)).updateAccount).toEqual({ __typename: 'AccountRefused', code: 'ACCOUNT_AMBIGUOUS' });
  expect((await actingFor(otherOrder.seller).ask(rename)).updateAccount).toEqual({
    __typename: 'Account',
    name: otherOrder.seller.name,
  });
  const placeOrder = await person.ask(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Refusal { code } } }`,
    {
      input: {
        priceOptionIds: [await factory.createPriceOption(order.advertiser)],
        brief: 'Tea',
        paymentMethod: 'CASH',
      },
    },
  );
  expect(placeOrder.placeOrder).toEqual({ __typename: 'AccountRefused', code: 'ACCOUNT_AMBIGUOUS' });
});

test('the order decides which account acts in it', async () => {
  for (const one of [order, otherOrder]) {
    expect((await takeStepAs(person, one, 'requestFeedback')).__typename).toBe('Order');
    const entry = await server.app.db.logEntry.findFirstOrThrow({
      where: { order: { number: one.number }, type: 'requestFeedback' },
    });
    expect(entry).toMatchObject({ actorId: one.seller.accountId, personId: person.personId });
  }
  expect((await takeStepAs(actingFor(order.seller), otherOrder, 'requestPayment')).__typename).toBe('OrderNotFound');
});

test('a person who belongs to both parties has to name the account that acts', async () => {
  const both = await factory.createMember(order.seller, 'MEMBER');
  const createdAt = server.clock.now();
  await server.app.db.membership.create({
    data: { personId: both.personId, accountId: order.advertiser.accountId, role: 'MEMBER', createdAt },
  });

  expect(await takeStepAs(both, order, 'requestFeedback')).toMatchObject({
    __typename: 'AccountRefused',
    code: 'ACCOUNT_AMBIGUOUS',
  });
  expect((await takeStepAs(actingFor(order.seller, both), order, 'requestFeedback')).__typename).toBe('Order');
  expect((await takeStepAs(actingFor(order.advertiser, both), order, 'provideFeedback')).__typename).toBe('Order');
});

const follow = `subscription ($after: String) { inbox(after: $after) { __typename
  ... on InboxEntryAdded { order { id } } ... on Refusal { code } } }`;

test.each(['follow', 'followSse'] as const)(
  'the inbox has the orders of the account that the request names (%s)',
  async (wire) => {
    const acting = actingFor(order.seller);
    const { inbox } = await acting.ask('{ inbox { cursor } }');
    const [ofOne, ofBoth] = [
      acting[wire](follow, { after: inbox.cursor }),
      person[wire](follow, { after: inbox.cursor }),
    ];

    await takeStepAs(otherOrder.seller, otherOrder, 'requestFeedback');
    await takeStepAs(order.seller, order, 'requestFeedback');

    const idOf = ({ inbox: event }: Data) => event.order?.id;
    expect((await ofOne.until((event) => idOf(event) === order.id)).map(idOf)).not.toContain(otherOrder.id);
    const seen = new Set<string>();
    await ofBoth.until((event) => seen.add(idOf(event)).has(order.id) && seen.has(otherOrder.id));
    ofOne.stop();
    ofBoth.stop();
  },
);

test.each([
  ['of another account', () => accountOf(order.advertiser)],
  ['that is empty', () => ' '],
  ['that was not issued', () => 'nonsense'],
  ['of another type', () => toGlobalId('Order', order.seller.accountId)],
  ['that is too long', () => 'x'.repeat(5_000)],
])('a header with an id %s is refused', async (_name, account) => {
  const { errors, data } = await apiClient(server.url, person.sessionToken, { account: account() }).send(orders);

  expect(data).toBeFalsy();
  expect(errors?.[0]?.extensions?.['code']).toBe('ACCOUNT_MISSING');
});

test('a member of one account needs no header, and the header changes nothing for an anonymous caller', async () => {
  expect((await order.seller.ask(rename)).updateAccount.__typename).toBe('Account');
  expect(
    await apiClient(server.url, undefined, { account: accountOf(order.seller) }).ask('{ viewer { name } }'),
  ).toEqual({
    viewer: null,
  });
});

test('a person who is removed from the account that the request names loses the stream of that account and keeps the other', async () => {
  const [acting, other] = [actingFor(order.seller), actingFor(otherOrder.seller)];
  const { inbox } = await acting.ask('{ inbox { cursor } }');
  const [ofOne, ofOther] = [
    acting.follow(follow, { after: inbox.cursor }),
    other.followSse(follow, { after: inbox.cursor }),
  ];
  await takeStepAs(order.seller, order, 'requestFeedback');
  await ofOne.until(({ inbox: event }) => event.order?.id === order.id);

  const { removeMember } = await order.seller.ask(
    'mutation ($id: ID!) { removeMember(input: { personId: $id }) { __typename } }',
    { id: toGlobalId('Person', person.personId) },
  );

  expect(removeMember.__typename).toBe('MembershipEnded');
  const events = await ofOne.until(({ inbox: event }) => event.__typename === 'StreamEnded');
  expect(events.at(-1).inbox.code).toBe('RIGHTS_CHANGED');
  expect((await acting.send(orders)).errors?.[0]?.extensions?.['code']).toBe('ACCOUNT_MISSING');
  await takeStepAs(otherOrder.seller, otherOrder, 'requestFeedback');
  await ofOther.until(({ inbox: event }) => event.order?.id === otherOrder.id);
  ofOther.stop();
});
