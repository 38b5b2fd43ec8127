/** A server behind PgBouncer in transaction mode, where each transaction may run on another connection. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { movableClock } from '../../../src/platform/clock.ts';
import { connectOnce } from '../../../src/platform/database-connection.ts';
import { openDatabase } from '../../../src/platform/db.ts';
import { startDatabase } from '../../../src/platform/postgres/start-database.ts';
import { killChildren } from '../../support/child-process.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { factoryFor } from '../../support/factory.ts';
import { change } from '../../support/partner.ts';
import { pgbouncerMissing, type RunningPooler, startPgbouncer } from '../../support/pgbouncer.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { startServer } from '../../support/server.ts';

describe.skipIf(pgbouncerMissing)('Behind PgBouncer in transaction mode', () => {
  let database: TestDatabase;
  let pooler: RunningPooler;
  beforeAll(async () => {
    database = await freshDatabase();
    pooler = await startPgbouncer(database.url);
    const client = await connectOnce(database.url);
    await client.query(`alter database ${new URL(database.url).pathname.slice(1)} set timezone to 'America/New_York'`);
    await client.end();
  });
  afterAll(async () => {
    await pooler.stop();
    await killChildren();
    await database.drop();
  });

  test('a server takes orders through their life and follows them live, and nothing is logged as an error', async () => {
    const server = await startServer({
      config: { hasStatementNames: false },
      runsTasks: true,
      beside: {
        database: { ...database, url: pooler.throughPooler(database.url), directUrl: database.url },
        clock: movableClock(),
      },
    });
    onTestFinished(() => server.stop());
    const factory = factoryFor(server);
    const order = await factory.createOrder();
    const stream = order.seller.follow(
      'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { message { text } } } } }',
      { id: order.id },
    );
    const texts = Array.from({ length: 30 }, (_, index) => `Message ${index}`);
    const answers = await Promise.all(
      texts.map((text) =>
        change(
          order.advertiser,
          'sendMessage',
          { orderId: order.id, text, idempotencyKey: text },
          '... on Message { id }',
        ),
      ),
    );
    const seen = new Set<string>();
    await stream.until(({ orderTimeline: { entry } }) => {
      if (entry?.message) seen.add(entry.message.text);
      return seen.size === texts.length;
    });
    stream.stop();
    await factory.createOrder({ status: 'COMPLETED', advertiser: order.advertiser, seller: order.seller });

    expect(answers.map(({ __typename }) => __typename)).toEqual(texts.map(() => 'Message'));
    expect(errorsIn(server.logged)).toEqual([]);
  });

  test('all connections are in UTC, whatever the database is set to', async () => {
    const opened = openDatabase({ url: pooler.throughPooler(database.url), isEmbedded: false, isPooled: true });
    onTestFinished(() => opened.close());
    const zones = await Promise.all(
      Array.from({ length: 30 }, () => opened.pool.query<{ TimeZone: string }>('show timezone')),
    );

    expect(new Set(zones.map(({ rows }) => rows[0]?.TimeZone))).toEqual(new Set(['UTC']));
  });

  test('migrations run over the direct connection', async () => {
    const url = pooler.throughPooler(database.url);
    const started = await startDatabase({
      databaseUrl: url,
      databaseDirectUrl: database.url,
      dataDir: '',
      report: () => undefined,
    });

    expect(started).toMatchObject({ url, directUrl: database.url, isEmbedded: false, appliedMigrations: [] });
  });

  test('a pooler that is not declared is named at the first connection', async () => {
    const start = startDatabase({
      databaseUrl: pooler.throughPooler(database.url),
      dataDir: '',
      report: () => undefined,
    });

    await expect(start).rejects.toThrow(/it is a pooler.*Set DATABASE_DIRECT_URL/);
  });
});
