/** The inbox: one stream over all orders of a person, without a gap whatever happens at the same time. */
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { endSession, resolveViewer } from '../../src/auth/sessions.ts';
import { apiClient, type Data, type Subscriber } from '../support/client.ts';
import { factoryFor, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { pick, seededRandom } from '../support/random.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';
import { waitLimitMs } from '../support/wait.ts';

const { server, second, factory } = useServer({ instances: 2 });

const wires = ['follow', 'followSse'] as const;
type Wire = (typeof wires)[number];
const onSecond = (person: { sessionToken: string }) => apiClient(second.url, person.sessionToken);

const orderFields = 'id number status revision needsAttention unreadCount waitingOn cursor lastActivityAt';
const entryFields = 'id number type occurredAt cursor message { number text }';
const follow = `subscription ($after: String) { inbox(after: $after) { __typename
  ... on InboxEntryAdded { cursor unreadCount entry { ${entryFields} } order { ${orderFields} } }
  ... on InboxOrderRead { cursor unreadCount order { ${orderFields} } }
  ... on InboxReset { cursor reason } ... on Refusal { message code recovery } } }`;
const followEntries = `subscription ($after: String) { inbox(after: $after) { __typename
  ... on InboxEntryAdded { cursor entry { id number } order { id } } ... on InboxOrderRead { cursor } ... on InboxReset { cursor reason } } }`;
const snapshot = `{ inbox { cursor unreadCount
  orders(first: 50) { edges { node { ${orderFields} } } } entries(last: 50) { edges { cursor node { ${entryFields} } } } } }`;
const say = `mutation ($id: ID!, $text: String!, $key: String) { sendMessage(input: { orderId: $id, text: $text, idempotencyKey: $key }) {
  ... on Message { number } ... on Refusal { message } } }`;
const markRead = `mutation ($id: ID!, $upTo: Int!) { markRead(input: { orderId: $id, upTo: $upTo }) { ... on Order { unreadCount } ... on Refusal { message } } }`;

type Client = Pick<TestPerson, 'ask'>;
const says = async (person: Client, order: { id: string }, text = 'Hello.'): Promise<number> =>
  (await person.ask(say, { id: order.id, text })).sendMessage.number;
const cursorOf = async (person: Client): Promise<string> => (await person.ask('{ inbox { cursor } }')).inbox.cursor;

/** Waits until no mail is on its way, and no other transaction keeps an entry from being final. */
const rested = ({ app } = server) =>
  expect
    .poll(async () => {
      const queued = await app.db.email.count({ where: { status: 'QUEUED' } });
      const [row] = await app.db.$queryRaw<{ open: boolean }[]>`
          select (select max(position) from log_entry) >= feed_horizon() as open`;
      return { queued, open: row?.open };
    })
    .toEqual({ queued: 0, open: false });

const isEntry = ({ inbox }: Data) => inbox.__typename === 'InboxEntryAdded';

describe.each(wires)('over %s', (wire) => {
  test('a stale copy with the stream applied equals a fresh query, unread counts included', async () => {
    const first = await factory.createOrder();
    const { seller } = first;
    const other = await factory.createOrder({ seller });
    await rested();
    const stale = (await seller.ask(snapshot)).inbox;
    const stream = seller[wire](follow, { after: stale.cursor });

    await says(first.advertiser, first);
    const read = await says(onSecond(other.advertiser), other);
    await takeStepAs(seller, first, 'requestFeedback');
    await takeStepAs(onSecond(first.advertiser), first, 'provideFeedback');
    await onSecond(seller).ask(markRead, { id: other.id, upTo: read });
    const third = await factory.createOrder({ seller });
    await rested();
    const last = await says(third.advertiser, third);
    await rested();
    const fresh = (await seller.ask(snapshot)).inbox;
    const events = await stream.until(
      ({ inbox }) =>
        inbox.order.id === third.id && inbox.entry?.number === last && inbox.unreadCount === fresh.unreadCount,
    );
    stream.stop();

    expect(applyTo(stale, events)).toEqual(withoutCursor(fresh));
  });

  test('a reader that reconnects at random gets each entry once, and those of an order in their order', async () => {
    await expectNothingLost(wire, (order) => says(order.advertiser, order));
  });

  test('reading on one device is sent to the other devices', async () => {
    const order = await factory.createOrder();
    const number = await says(order.advertiser, order);
    await rested();
    const stream = order.seller[wire](follow, { after: await cursorOf(order.seller) });

    await onSecond(order.seller).ask(markRead, { id: order.id, upTo: number });
    const event = await stream.next();
    stream.stop();

    expect(event.inbox).toMatchObject({
      __typename: 'InboxOrderRead',
      unreadCount: 0,
      order: { id: order.id, unreadCount: 0 },
    });
  });

  test('a stranger gets nothing, an anonymous caller is refused, and an operator gets the events of any order', async () => {
    const order = await factory.createOrder();
    await rested();
    const stranger = (await factory.createPerson())[wire](follow);
    const anonymous = apiClient(server.url)[wire](follow);
    const operator = order.operator[wire](follow, { after: await cursorOf(order.operator) });

    const number = await says(order.advertiser, order);
    const seen = await operator.next();
    const refusal = await anonymous.next();
    await stranger.expectNothing();
    for (const stream of [stranger, operator]) stream.stop();

    expect(seen.inbox).toMatchObject({ entry: { number }, order: { id: order.id, unreadCount: 0 }, unreadCount: 0 });
    expect(refusal.inbox.code).toBe('NOT_SIGNED_IN');
  });

  test.each([
    ['CURSOR_UNKNOWN', () => 'nonsense'],
    ['CURSOR_OF_ANOTHER_DATABASE', () => Buffer.from(`i:elsewher:${'0'.repeat(19)}`).toString('base64url')],
    ['CURSOR_AHEAD', () => Buffer.from(`i:${server.app.epoch.name}:${'8'.repeat(19)}`).toString('base64url')],
  ])('an unknown cursor (%s) is answered with a reset, and the stream continues', async (reason, cursor) => {
    const order = await factory.createOrder();
    await rested();
    const stream = order.seller[wire](follow, { after: cursor() });

    const reset = await stream.next();
    const number = await says(order.advertiser, order);
    const next = await stream.next();
    stream.stop();

    expect(reset.inbox).toMatchObject({ __typename: 'InboxReset', reason });
    expect(next.inbox.entry.number).toBe(number);
  });

  test('a person whose session ends is notified and gets nothing more', async () => {
    const order = await factory.createOrder();
    await rested();
    const stream = order.seller[wire](follow, { after: await cursorOf(order.seller) });
    await says(order.advertiser, order);
    await stream.next();

    const viewer = await resolveViewer(second.app, { token: order.seller.sessionToken, rateLimitKey: 'a test' });
    if (viewer.kind === 'person') await endSession(second.app, viewer);
    const end = await stream.next();

    expect(end.inbox.code).toBe('SESSION_ENDED');
    await stream.ended;
  });
});

/** A snapshot of a client, updated by the stream: states are replaced, entries are added. */
function applyTo(stale: Data, events: readonly Data[]): Data {
  const orders = new Map<string, Data>(stale.orders.edges.map(({ node }: Data) => [node.id, node]));
  const entries: Data[] = [...stale.entries.edges];
  for (const { inbox } of events) {
    orders.set(inbox.order.id, inbox.order);
    if (inbox.entry) entries.push({ cursor: inbox.cursor, node: inbox.entry });
  }
  const byActivity = [...orders.values()].sort((one, other) => (one.lastActivityAt < other.lastActivityAt ? 1 : -1));
  return {
    unreadCount: events.at(-1)?.inbox.unreadCount ?? stale.unreadCount,
    orders: { edges: byActivity.map((node) => ({ node })) },
    entries: { edges: entries.slice(-50) },
  };
}

const withoutCursor = ({ cursor: _, ...shown }: Data): Data => shown;

interface Came {
  readonly id: string;
  readonly orderId: string;
  readonly number: number;
}

/**
 * Follows an inbox from a cursor, over one instance or the other, and is cut off at random, until as many entries have
 * come as there are in `total`.
 */
async function readWithCuts(
  reader: TestPerson,
  { wire, after, random, total }: { wire: Wire; after: string; random: () => number; total: Promise<number> },
): Promise<Came[]> {
  const came: Came[] = [];
  let cursor = after;
  let [expectedCount, deadline] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  void total.then((count) => {
    [expectedCount, deadline] = [count, performance.now() + waitLimitMs];
  });
  while (came.length < expectedCount && performance.now() < deadline) {
    const stream: Subscriber = pick(random, [reader, onSecond(reader)])[wire](followEntries, { after: cursor });
    const enough = Math.ceil(12 * random());
    for (let count = 0; count < enough && came.length < expectedCount; count += 1) {
      const event = await stream.nextWithin(400);
      if (!event) break;
      cursor = event.inbox.cursor;
      if (isEntry(event)) came.push({ ...event.inbox.entry, orderId: event.inbox.order.id });
    }
    stream.stop();
  }
  return came;
}

const logNumberOf = async ({ number }: TestOrder) =>
  (await server.app.db.order.findUniqueOrThrow({ where: { number } })).logNumber;

/**
 * Has people write in several orders of one seller at the same time, on two instances, while the seller follows the inbox and is
 * cut off again and again; then compares the received entries with the log. `during` works in the last order.
 */
async function expectNothingLost(
  wire: Wire,
  during: (order: TestOrder, isWriting: () => boolean) => Promise<unknown>,
): Promise<void> {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  const random = seededRandom(seed);
  const seller = await factory.createPerson();
  const orders: TestOrder[] = [];
  for (let count = 0; count < 4; count += 1) orders.push(await factory.createOrder({ seller }));
  await rested();
  const starts = await Promise.all(orders.map(logNumberOf));
  const { promise: total, resolve: setTotal } = Promise.withResolvers<number>();
  const reading = readWithCuts(seller, { wire, after: await cursorOf(seller), random, total });
  const write = async (order: TestOrder) => {
    for (let count = 0; count < 10; count += 1) {
      const person = pick(random, [order.advertiser, seller]);
      await says(pick(random, [person, onSecond(person)]), order);
    }
  };

  const [last] = orders.slice(-1) as [TestOrder];
  let isWriting = true;
  const writing = Promise.all(orders.slice(0, -1).flatMap((order) => [write(order), write(order)])).finally(() => {
    isWriting = false;
  });
  await Promise.all([writing, during(last, () => isWriting)]);
  const ends = await Promise.all(orders.map(logNumberOf));
  setTotal(ends.reduce((sum, end, index) => sum + end - (starts[index] ?? 0), 0));
  const came = await reading;

  expect(new Set(came.map(({ id }) => id)).size, `doubled, SEED=${seed}`).toBe(came.length);
  for (const [index, { id }] of orders.entries()) {
    const [start = 0, end = 0] = [starts[index], ends[index]];
    expect(
      came.filter(({ orderId }) => orderId === id).map(({ number }) => number),
      `lost or out of order, SEED=${seed}`,
    ).toEqual(Array.from({ length: end - start }, (_, offset) => start + 1 + offset));
  }
}

/** A separate connection, for transactions that last as long as a test needs. */
async function connection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.database.url });
  await client.connect();
  // Also when the test fails: its open transaction would delay the others.
  onTestFinished(() => client.end());
  return client;
}

/** Appends an entry, as a message does, in a transaction that the test holds. */
const append = (client: pg.Client, { number }: TestOrder) =>
  client.query(
    `with counted as (update "order" set log_number = log_number + 1 where number = $1 returning *)
     insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
     select id, log_number, 'sendMessage', now(), advertiser_id, 'advertiser', '{}', revision from counted`,
    [number],
  );

const countEntries = () => server.app.db.logEntry.count();

/** The embedded database does one transaction at a time: there is none that overtakes another. */
const isEmbedded = !process.env['DATABASE_URL'];

describe.skipIf(isEmbedded)('transactions that end in another order than they began', () => {
  test.each(wires)('hide nothing from a reader (%s)', async (wire) => {
    await expectNothingLost(wire, async (order, isWriting) => {
      const client = await connection();
      while (isWriting()) {
        await client.query('begin');
        await append(client, order);
        const held = await countEntries();
        await expect.poll(async () => !isWriting() || (await countEntries()) > held + 3, { interval: 10 }).toBe(true);
        await client.query('commit');
      }
    });
  });

  test('do not reverse the entries of an order', async () => {
    const order = await factory.createOrder();
    await rested();
    const stream = order.seller.follow(follow, { after: await cursorOf(order.seller) });
    const early = await connection();
    await early.query('begin');
    await early.query('select feed_position()');

    const first = await says(order.advertiser, order, 'Written by a later transaction.');
    await append(early, order);
    await early.query('commit');
    const numbers = [(await stream.next()).inbox.entry.number, (await stream.next()).inbox.entry.number];
    stream.stop();

    expect(numbers).toEqual([first, first + 1]);
  });

  test('delay concurrent entries, but only until they have ended', async () => {
    const order = await factory.createOrder();
    const other = await factory.createOrder({ seller: order.seller });
    await rested();
    const stream = order.seller.follow(follow, { after: await cursorOf(order.seller) });
    const holder = await connection();
    await holder.query('begin');
    await append(holder, order);

    const number = await says(other.advertiser, other);
    await stream.expectNothing();
    await holder.query('commit');
    const events = [await stream.next(), await stream.next()];
    stream.stop();

    expect(events.map(({ inbox }) => inbox.order.id)).toEqual([order.id, other.id]);
    expect(events[1].inbox.entry.number).toBe(number);
  });
});

describe.skipIf(isEmbedded)('a transaction that writes nothing to the log', () => {
  test('delays no inbox, however long it lasts', async () => {
    const order = await factory.createOrder();
    await rested();
    const stream = order.seller.follow(follow, { after: await cursorOf(order.seller) });
    const holder = await connection();
    await holder.query('begin');
    await holder.query('update account set name = name where id = $1', [(await factory.createPerson()).accountId]);

    const number = await says(order.advertiser, order);
    const event = await stream.next();
    await holder.query('rollback');
    stream.stop();

    expect(event.inbox.entry.number).toBe(number);
  });
});

test('a person who is no longer an operator gets nothing more of others’ orders', async () => {
  const order = await factory.createOrder();
  await rested();
  const stream = order.operator.follow(follow, { after: await cursorOf(order.operator) });
  await says(order.advertiser, order);
  await stream.next();

  await server.app.db.account.update({ where: { id: order.operator.accountId }, data: { isOperator: false } });
  await says(order.advertiser, order, 'A secret.');
  const end = await stream.next();
  await stream.ended;
  const again = order.operator.follow(follow, { after: await cursorOf(order.operator) });
  await says(order.advertiser, order, 'Another secret.');
  await again.expectNothing();
  again.stop();

  expect(end.inbox).toMatchObject({ __typename: 'StreamEnded', code: 'RIGHTS_CHANGED', recovery: 'CORRECTABLE' });
});

test.each(wires)('a person who becomes an operator gets the request to read again (%s)', async (wire) => {
  const person = await factory.createPerson();
  const streams = [server, second].map(({ url }) => apiClient(url, person.sessionToken)[wire](follow));
  const order = await factory.createOrder({ seller: person });
  await Promise.all(streams.map((stream) => stream.until(({ inbox }) => inbox.order.id === order.id)));

  await server.app.db.account.update({ where: { id: person.accountId }, data: { isOperator: true } });
  const ends = await Promise.all(
    streams.map((stream) => stream.until(({ inbox }) => inbox.__typename === 'StreamEnded')),
  );

  for (const end of ends) expect(end.at(-1).inbox).toMatchObject({ __typename: 'StreamEnded', code: 'RIGHTS_CHANGED' });
});

test('all streams of an account in a process share one read', async () => {
  const order = await factory.createOrder();
  await rested();
  const after = await cursorOf(order.seller);
  const streams = Array.from({ length: 20 }, () => order.seller.follow(followEntries, { after }));
  await says(order.advertiser, order);
  await Promise.all(streams.map((stream) => stream.next()));
  let reads = 0;
  // Emitted, as `openDatabase` asks for it; the type of a client does not say so.
  (server.app.db as unknown as { $on(name: 'query', see: (event: { query: string }) => void): void }).$on(
    'query',
    ({ query }) => {
      if (query.includes('feed_horizon')) reads += 1;
    },
  );

  const number = await says(order.advertiser, order);
  const events = await Promise.all(streams.map((stream) => stream.next()));
  for (const stream of streams) stream.stop();

  for (const { inbox } of events) expect(inbox.entry.number).toBe(number);
  // One read that finds the entry; one more that finds the end, or an entry that may not be read yet.
  expect(reads).toBeLessThanOrEqual(4);
});

test('a page of the inbox is read by its cursors', async () => {
  const { seller } = await factory.createOrder();
  await rested();
  const page =
    'query ($after: String) { inbox { entries(first: 2, after: $after) { edges { cursor node { number } } pageInfo { hasNextPage } } } }';

  const first = (await seller.ask(page)).inbox.entries;
  const next = (await seller.ask(page, { after: first.edges[1].cursor })).inbox.entries;

  expect(first).toMatchObject({
    edges: [{ node: { number: 1 } }, { node: { number: 2 } }],
    pageInfo: { hasNextPage: true },
  });
  expect(next.edges[0].node.number).toBe(3);
});

test('a lost notification costs time, never data', async () => {
  const order = await factory.createOrder();
  await rested();
  const stream = order.seller.follow(follow, { after: await cursorOf(order.seller) });
  await says(order.advertiser, order);
  await stream.next();

  // Entries of another program are not announced.
  const program = await connection();
  await append(program, order);
  const event = await stream.next();
  stream.stop();

  expect(event.inbox.entry.number).toBe(await logNumberOf(order));
});

test.each(['seller', 'operator'] as const)(
  'the %s who has read everything receives the next entry although its notification is lost',
  async (role) => {
    const order = await factory.createOrder();
    await rested();
    const { listeners } = server.app.live.size();
    // The cursor is the position that the next entry will have.
    const stream = order[role].follow(follow, { after: await cursorOf(order[role]) });
    await expect.poll(() => server.app.live.size().listeners).toBeGreaterThan(listeners);
    await rested();

    const program = await connection();
    await append(program, order);
    const event = await stream.next();
    stream.stop();

    expect(event.inbox.entry.number).toBe(await logNumberOf(order));
  },
);

test('a restored copy is noticed: earlier cursors are reset, and the streams continue', async () => {
  const original = await startServer();
  const order = await factoryFor(original).createOrder();
  const { seller, advertiser } = order;
  await rested(original);
  const timelineCursor = async () =>
    (await seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: order.id })).order.cursor;
  const timeline = `subscription ($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { ... on TimelineReset { reason } } }`;
  const old = { inbox: await cursorOf(seller), timeline: await timelineCursor() };
  // A dump contains the earlier position.
  await original.app.db.$executeRaw`update database_epoch set incarnation = 'another cluster'`;

  const restored = await startServer({ beside: original });
  const reader = apiClient(restored.url, seller.sessionToken);
  const inboxEvent = await reader.follow(follow, { after: old.inbox }).next();
  const timelineEvent = await reader.follow(timeline, { id: order.id, after: old.timeline }).next();
  const stream = reader.follow(follow, { after: await cursorOf(reader) });
  const number = await says(apiClient(restored.url, advertiser.sessionToken), order);
  const next = await stream.next();
  stream.stop();
  await restored.stop();
  await original.stop();

  expect(inboxEvent.inbox).toMatchObject({ __typename: 'InboxReset', reason: 'CURSOR_OF_ANOTHER_DATABASE' });
  expect(timelineEvent.orderTimeline).toMatchObject({ reason: 'CURSOR_OF_ANOTHER_DATABASE' });
  expect(next.inbox.entry.number).toBe(number);
});
