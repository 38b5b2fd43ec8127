/**
 * A server in a process of its own, so that a test can kill it. Its one argument is a `ChildServer` as JSON. It prints
 * `order <JSON>` once it has an order, if it was asked to create one, and `ready <address>`.
 */
import type { Config } from '../../src/config.ts';
import { movableClock } from '../../src/platform/clock.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';
import { factoryFor, type OrderOptions } from './factory.ts';
import { startServer } from './server.ts';

export interface ChildServer {
  /** A database on a server; if null, the embedded one in `dataDir`, begun as a copy of `template`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly template: string;
  /** True if that database is the embedded one of another process. */
  readonly isShared?: boolean;
  /** True if the steps of the clock are taken automatically. */
  readonly runsTasks?: boolean;
  /** The settings that differ from development. */
  readonly config: Partial<Config>;
  /** The order that it creates before it is ready. */
  readonly order: OrderOptions | null;
}

/** The order that was placed, and the token of a person who may read it. */
export interface PlacedOrder {
  readonly id: string;
  /** Of the seller. */
  readonly token: string;
  /** One key for each mail about the placing. */
  readonly receivers: readonly string[];
}

const {
  databaseUrl,
  dataDir,
  template,
  config,
  order,
  isShared = false,
  runsTasks = false,
}: ChildServer = JSON.parse(process.argv[2] ?? '');
const embedded = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir, loadFrom: template });
const server = await startServer({
  config: { ...config, jobs: { deadWorkerCheckSeconds: 1, pollSeconds: 1 } },
  runsTasks,
  beside: {
    database: {
      url: databaseUrl ?? embedded?.url ?? '',
      isEmbedded: isShared || !databaseUrl,
      drop: async () => undefined,
    },
    clock: movableClock(),
  },
});
if (order) {
  const { id, advertiser, seller } = await factoryFor(server).createOrder(order);
  const placed: PlacedOrder = {
    id,
    token: seller.sessionToken,
    receivers: [advertiser.email, advertiser.email, seller.email],
  };
  console.log(`order ${JSON.stringify(placed)}`);
}
console.log(`ready ${server.url}`);
