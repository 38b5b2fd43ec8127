/** The sessions of a person: listed, and ended one by one or together. */
import { afterEach, expect, test } from 'vitest';
import { openSession } from '../../src/auth/sessions.ts';
import { apiClient, type Data, type Subscriber } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const sessionsOf = async (person: Pick<TestPerson, 'ask'>): Promise<Data[]> =>
  (await person.ask('{ me { sessions { nodes { id createdAt expiresAt revokedAt userAgent isCurrent } } } }')).me
    .sessions.nodes;
const revoke = async (person: Pick<TestPerson, 'ask'>, sessionId: string): Promise<Data> =>
  (
    await person.ask(
      'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { __typename ... on Session { revokedAt } ... on Refusal { code } } }',
      { id: sessionId },
    )
  ).revokeSession;
const signInAgain = async ({ personId }: TestPerson, userAgent: string) => {
  server.clock.advance({ ms: 1_000 });
  return (await server.app.db.$transaction((tx) => openSession(server.app, tx, personId, { userAgent }))).token;
};

const follow = `subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename
  ... on TimelineEntryAdded { entry { number } } ... on Refusal { code } } }`;
async function expectEnd(stream: Subscriber): Promise<void> {
  const all = await stream.until(({ orderTimeline }) => orderTimeline.__typename === 'StreamEnded');
  expect(all.at(-1).orderTimeline.code).toBe('SESSION_ENDED');
  await stream.ended;
}

test('a person lists the own sessions, newest first, and no one else does', async () => {
  const [person, stranger] = [await factory.createPerson(), await factory.createPerson()];
  await signInAgain(person, 'Phone/1.0');

  const sessions = await sessionsOf(person);

  expect(sessions).toMatchObject([
    { userAgent: 'Phone/1.0', isCurrent: false, revokedAt: null },
    { userAgent: null, isCurrent: true, revokedAt: null },
  ]);
  expect(await sessionsOf(stranger)).toHaveLength(1);
  expect((await revoke(stranger, sessions[0].id)).__typename).toBe('SessionNotFound');
  expect(await sessionsOf(person)).toHaveLength(2);
});

test('a revoked session and its streams end, also on another instance, and the others stay', async () => {
  const order = await factory.createOrder();
  const { seller } = order;
  const phone = apiClient(second.url, await signInAgain(seller, 'Phone/1.0'));
  const [streamOfPhone, streamHere] = [phone.follow(follow, { id: order.id }), seller.follow(follow, { id: order.id })];
  for (const stream of [streamOfPhone, streamHere]) await stream.next();
  const [newest] = await sessionsOf(seller);

  expect(await revoke(seller, newest.id)).toMatchObject({ __typename: 'Session', revokedAt: expect.any(String) });
  expect((await revoke(seller, newest.id)).__typename).toBe('Session');

  await expectEnd(streamOfPhone);
  expect((await phone.send('{ viewer { name } }')).status).toBe(401);
  expect(await sessionsOf(seller)).toHaveLength(1);
  streamHere.stop();
});

test('a person ends all other sessions together', async () => {
  const order = await factory.createOrder();
  const { seller } = order;
  const others = [
    apiClient(second.url, await signInAgain(seller, 'One')),
    apiClient(server.url, await signInAgain(seller, 'Two')),
  ];
  const streams = others.map((client) => client.followSse(follow, { id: order.id }));
  for (const stream of streams) await stream.next();

  const { revokeOtherSessions } = await seller.ask(
    'mutation { revokeOtherSessions(input: { idempotencyKey: "all" }) { __typename ... on SessionsRevoked { count } } }',
  );

  expect(revokeOtherSessions).toEqual({ __typename: 'SessionsRevoked', count: 2 });
  for (const stream of streams) await expectEnd(stream);
  expect(await sessionsOf(seller)).toMatchObject([{ isCurrent: true }]);
});

test.each(['', 'nonsense', 'x'.repeat(5_000)])('a session id that was not issued (%j) is not found', async (id) => {
  expect((await revoke(await factory.createPerson(), id)).__typename).toBe('SessionNotFound');
});
