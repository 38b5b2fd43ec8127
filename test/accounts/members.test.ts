/** Changes of the members of an account: roles, removal, leaving. An account always keeps an owner. */
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { tuning } from '../../src/tuning.ts';
import { type ApiClient, apiClient, type Data, type Subscriber } from '../support/client.ts';
import { factoryFor, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { errorsIn } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const onSecond = ({ sessionToken }: TestPerson): ApiClient => apiClient(second.url, sessionToken);
const idOf = ({ personId }: Pick<TestPerson, 'personId'>) => toGlobalId('Person', personId);
const updateRole = async (who: ApiClient, member: Pick<TestPerson, 'personId'>, role: string): Promise<Data> =>
  (
    await who.ask(
      'mutation ($input: UpdateMemberRoleInput!) { updateMemberRole(input: $input) { __typename ... on AccountMembership { role } ... on Refusal { code } } }',
      { input: { personId: idOf(member), role } },
    )
  ).updateMemberRole;
const remove = async (who: ApiClient, member: Pick<TestPerson, 'personId'>): Promise<Data> =>
  (
    await who.ask(
      'mutation ($id: ID!) { removeMember(input: { personId: $id }) { __typename ... on MembershipEnded { account { name } person { name } } ... on Refusal { code } } }',
      { id: idOf(member) },
    )
  ).removeMember;
const leave = async (who: ApiClient): Promise<Data> =>
  (
    await who.ask(
      'mutation { leaveAccount(input: {}) { __typename ... on MembershipEnded { account { name } } ... on Refusal { code } } }',
    )
  ).leaveAccount;
const ownersOf = (accountId: string, on: TestServer = server) =>
  on.app.db.membership.count({ where: { accountId, role: 'OWNER' } });

test('an owner changes the role of a member, which holds from the next request on', async () => {
  const owner = await factory.createPerson();
  const member = await factory.createMember(owner, 'VIEWER');
  const rename = async () =>
    (await member.ask('mutation { updateAccount(input: { name: "Other" }) { __typename ... on Refusal { code } } }'))
      .updateAccount;

  expect(await rename()).toMatchObject({ code: 'MEMBERSHIP_ROLE_INSUFFICIENT' });
  expect(await updateRole(owner, member, 'MEMBER')).toEqual({ __typename: 'AccountMembership', role: 'MEMBER' });
  expect(await rename()).toMatchObject({ __typename: 'Account' });
  expect(await updateRole(member, owner, 'VIEWER')).toMatchObject({ code: 'MEMBERSHIP_ROLE_INSUFFICIENT' });
});

test('the last owner can neither leave nor be demoted nor removed', async () => {
  const owner = await factory.createPerson();
  await factory.createMember(owner, 'MEMBER');

  for (const answer of [await leave(owner), await updateRole(owner, owner, 'MEMBER'), await remove(owner, owner)])
    expect(answer).toEqual({ __typename: 'LastOwner', code: 'LAST_OWNER' });
  expect(await ownersOf(owner.accountId)).toBe(1);
});

test('a member of any role leaves, and has the account no longer', async () => {
  const owner = await factory.createPerson();
  for (const role of ['OWNER', 'MEMBER', 'VIEWER'] as const) {
    const member = await factory.createMember(owner, role);

    expect(await leave(member)).toEqual({ __typename: 'MembershipEnded', account: { name: owner.name } });
    expect(await leave(member)).toEqual({ __typename: 'AccountRefused', code: 'ACCOUNT_MISSING' });
    expect(await member.ask('{ viewer { name } me { memberships { role } } }')).toEqual({
      viewer: null,
      me: { memberships: [] },
    });
  }
});

test('members of other accounts and unknown people are not found', async () => {
  const [owner, stranger] = [await factory.createPerson(), await factory.createPerson()];

  expect(await remove(owner, stranger)).toMatchObject({ code: 'MEMBER_NOT_FOUND' });
  expect(await updateRole(owner, stranger, 'OWNER')).toMatchObject({ code: 'MEMBER_NOT_FOUND' });
  expect(await remove(owner, { personId: 'nonsense' })).toMatchObject({ code: 'MEMBER_NOT_FOUND' });
  expect(await ownersOf(stranger.accountId)).toBe(1);
});

test('the keys of applications that a removed member has created stay', async () => {
  const owner = await factory.createPerson();
  const member = await factory.createMember(owner, 'MEMBER');
  const { createApplication } = await member.ask(
    'mutation { createApplication(input: { name: "Shop", scopes: [ORDERS_READ] }) { ... on Application { id } } }',
  );
  await member.ask('mutation ($id: ID!) { createApplicationKey(input: { applicationId: $id }) { __typename } }', {
    id: createApplication.id,
  });

  await remove(owner, member);

  const { applications } = await owner.ask('{ applications { nodes { id keys { id } } } }');
  expect(applications.nodes).toMatchObject([{ id: createApplication.id, keys: [{ id: expect.any(String) }] }]);
});

describe.each([1, 2, 3, 4])('In race %i', () => {
  test('two owners who remove each other at the same time leave exactly one owner', async () => {
    const one = await factory.createPerson();
    const other = await factory.createMember(one, 'OWNER');

    const answers = await Promise.all([remove(one, other), remove(onSecond(other), one)]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['AccountRefused', 'MembershipEnded']);
    expect(await ownersOf(one.accountId)).toBe(1);
  });

  test('two owners who leave and are demoted at the same time leave exactly one owner', async () => {
    const one = await factory.createPerson();
    const other = await factory.createMember(one, 'OWNER');

    const answers = await Promise.all([leave(one), updateRole(onSecond(other), other, 'MEMBER')]);

    expect(answers.filter(({ code }) => code === 'LAST_OWNER')).toHaveLength(1);
    expect(await ownersOf(one.accountId)).toBe(1);
  });

  test('three owners who change each other in all ways at the same time leave at least one owner', async () => {
    const one = await factory.createPerson();
    const [other, third] = [await factory.createMember(one, 'OWNER'), await factory.createMember(one, 'OWNER')];

    await Promise.all([
      remove(one, other),
      updateRole(onSecond(other), third, 'VIEWER'),
      remove(third, one),
      leave(onSecond(one)),
      updateRole(onSecond(third), one, 'MEMBER'),
      leave(other),
    ]);

    expect(await ownersOf(one.accountId)).toBeGreaterThanOrEqual(1);
  });
});

const followOrder = `subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename
  ... on TimelineEntryAdded { entry { number } } ... on Refusal { code } } }`;
const followInbox = `subscription ($after: String) { inbox(after: $after) { __typename
  ... on InboxEntryAdded { order { id } } ... on Refusal { code } } }`;

interface Streams {
  readonly timeline: Subscriber;
  readonly inbox: Subscriber;
}

/** Opens streams of the seller's order, and waits until they deliver. */
async function openStreams(who: ApiClient, order: TestOrder): Promise<Streams> {
  const { inbox: start } = await who.ask('{ inbox { cursor } }');
  const timeline = who.follow(followOrder, { id: order.id });
  const inbox = who.followSse(followInbox, { after: start.cursor });
  await timeline.next();
  await order.advertiser.ask(
    'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello." }) { __typename } }',
    { id: order.id },
  );
  await inbox.next();
  return { timeline, inbox };
}

async function expectEnd({ timeline, inbox }: Streams): Promise<void> {
  const entries = await timeline.until(({ orderTimeline }) => orderTimeline.__typename === 'StreamEnded');
  expect(entries.at(-1).orderTimeline.code).toBe('ACCESS_LOST');
  const items = await inbox.until(({ inbox: one }) => one.__typename === 'StreamEnded');
  expect(items.at(-1).inbox.code).toBe('RIGHTS_CHANGED');
  await Promise.all([timeline.ended, inbox.ended]);
}

/** A member of the seller of an order who has another account too. */
async function createMemberOfTwo(on: TestServer) {
  const there = factoryFor(on);
  const order = await there.createOrder();
  const member = await there.createMember(order.seller, 'MEMBER');
  const ownOrder = await there.createOrder();
  const { personId } = member;
  const createdAt = on.clock.now();
  await on.app.db.membership.create({
    data: { personId, accountId: ownOrder.seller.accountId, role: 'MEMBER', createdAt },
  });
  return { order, ownOrder, member };
}

test('the end of a membership ends the streams on that account on every instance, and not those on another account', async () => {
  const { order, ownOrder, member } = await createMemberOfTwo(server);
  const [here, there] = [await openStreams(member, order), await openStreams(onSecond(member), order)];
  const streamElsewhere = onSecond(member).follow(followOrder, { id: ownOrder.id });
  await streamElsewhere.next();
  const start = performance.now();

  await remove(order.seller, member);

  await expectEnd(here);
  await expectEnd(there);
  // The reconciler would also end them, later; a loaded machine may take longer than the notification.
  expect(performance.now() - start).toBeLessThan(30_000);
  await takeStepAs(ownOrder.seller, ownOrder, 'requestFeedback');
  await streamElsewhere.until(({ orderTimeline }) => orderTimeline.entry?.number > 1);
  streamElsewhere.stop();
});

test('the end of a membership ends the streams also when the notification is lost, by the reconciler', async () => {
  const here = await startServer({ config: { redisUrl: undefined } });
  const there = await startServer({ config: { redisUrl: undefined }, beside: here });
  onTestFinished(async () => {
    await there.stop();
    await here.stop();
  });
  const { order, member } = await createMemberOfTwo(here);
  const streams = await openStreams(member, order);

  const owner = apiClient(there.url, order.seller.sessionToken);
  expect(await remove(owner, member)).toMatchObject({ __typename: 'MembershipEnded' });

  await expectEnd(streams);
  expect(tuning.live.reconcileMs).toBeLessThanOrEqual(1_000);
});
