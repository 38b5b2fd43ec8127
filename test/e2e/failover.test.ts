/** A database and a Redis that go away and come back while people write and follow: nothing is lost, nothing is doubled. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { movableClock } from '../../src/platform/clock.ts';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { factoryFor, type TestOrder } from '../support/factory.ts';
import { type Cutter, startCutter } from '../support/flaky-proxy.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { eventually } from '../support/wait.ts';

const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;

describe.skipIf(!databaseUrl || !redisUrl)('With a database and a Redis behind a network that fails', () => {
  let database: TestDatabase;
  let networkOfDatabase: Cutter;
  let networkOfRedis: Cutter;
  const servers: TestServer[] = [];
  let order: TestOrder;
  beforeAll(async () => {
    database = await freshDatabase();
    networkOfDatabase = await startCutter(database.url);
    networkOfRedis = await startCutter(redisUrl ?? '');
    const clock = movableClock();
    for (let count = 0; count < 2; count += 1)
      servers.push(
        await startServer({
          config: { redisUrl: networkOfRedis.url },
          runsTasks: true,
          beside: { database: { ...database, url: networkOfDatabase.url }, clock },
        }),
      );
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await networkOfDatabase.stop();
    await networkOfRedis.stop();
    await database.drop();
  });

  const subscription = `subscription ($id: ID!, $after: String) {
    orderTimeline(orderId: $id, after: $after) {
      __typename
      ... on TimelineEntryAdded { cursor entry { message { text } } }
    }
  }`;
  const mutation = `mutation ($input: SendMessageInput!) {
    sendMessage(input: $input) { __typename ... on Message { id } }
  }`;

  /** Sends a message until it is answered, by its key, as a client does. Returns the errors on the way. */
  async function sendUntilAnswered({ url, text }: { url: string; text: string }): Promise<number> {
    const { sessionToken } = order.advertiser;
    let failures = 0;
    const input = { orderId: order.id, text, idempotencyKey: text };
    await eventually(async () => {
      try {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${sessionToken}` },
          body: JSON.stringify({ query: mutation, variables: { input } }),
        });
        const { data } = (await response.json()) as { data?: { sendMessage?: { __typename: string } } };
        expect(data?.sendMessage?.__typename).toBe('Message');
      } catch (error) {
        failures += 1;
        throw error;
      }
    });
    return failures;
  }

  const currentCursor = async (): Promise<string> => {
    const { node } = await order.seller.ask('query ($id: ID!) { node(id: $id) { ... on Order { cursor } } }', {
      id: order.id,
    });
    return node.cursor;
  };

  /** Follows the order until so many messages with this name have come. After a failure it resumes at its last cursor. */
  async function followUntil(name: string, count: number, cursor: string): Promise<readonly string[]> {
    const texts: string[] = [];
    let after = cursor;
    await eventually(async () => {
      const stream = order.seller.follow(subscription, { id: order.id, after });
      try {
        await stream.until(({ orderTimeline: event }) => {
          if (event.__typename !== 'TimelineEntryAdded')
            throw new Error(`Instead of an entry came ${event.__typename}`);
          after = event.cursor;
          const text = event.entry.message?.text ?? '';
          if (text.startsWith(name)) texts.push(text);
          return texts.length >= count;
        });
      } finally {
        stream.stop();
      }
    });
    return texts;
  }

  /** Sends messages through both instances; `fault` happens among them. Every text arrives once, in the log and live. */
  async function expectNothingLost(name: string, fault: () => Promise<void>): Promise<number> {
    const [first, second] = servers as [TestServer, TestServer];
    // Of people of its own, whose messages are counted separately.
    order = await factoryFor(first).createOrder();
    const texts = Array.from({ length: 40 }, (_, index) => `${name} ${index}`);
    const following = followUntil(name, texts.length, await currentCursor());
    const { promise: faulty, resolve: end } = Promise.withResolvers<void>();
    const sending = texts.map(async (text, index) => {
      // Some before, some during and some after the fault.
      if (index >= 20) await faulty;
      return sendUntilAnswered({ url: index % 2 ? first.url : second.url, text });
    });
    await Promise.race(sending);
    await fault();
    end();
    const failures = (await Promise.all(sending)).reduce((sum, count) => sum + count, 0);
    const seen = await following;
    const stored = await first.app.db.message.findMany({
      where: { text: { startsWith: name } },
      select: { text: true },
    });
    expect(seen.toSorted()).toEqual(texts.toSorted());
    expect(stored.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
    return failures;
  }

  test('connections to the database are cut, and it refuses new ones for a while', async () => {
    const failures = await expectNothingLost('Database', async () => {
      await networkOfDatabase.refuse();
      const ready = () => fetch(`${servers[0]?.url}/health/ready`).then(({ status }) => status);
      await eventually(async () => expect(await ready()).toBe(503));
      expect(await fetch(`${servers[0]?.url}/health/live`).then(({ status }) => status)).toBe(200);
      await networkOfDatabase.accept();
      await eventually(async () => expect(await ready()).toBe(200));
    });

    expect(failures).toBeGreaterThan(0);
  });

  test('the server ends every connection to the database', async () => {
    await expectNothingLost('Backend', async () => {
      const admin = await connectOnce(database.url);
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await admin.end();
    });
  });

  test('Redis goes and comes back, and no request fails for it', async () => {
    const failures = await expectNothingLost('Redis', async () => {
      await networkOfRedis.refuse();
      await sendUntilAnswered({ url: servers[0]?.url ?? '', text: 'without Redis' });
      await networkOfRedis.accept();
    });

    expect(failures).toBe(0);
  });
});
