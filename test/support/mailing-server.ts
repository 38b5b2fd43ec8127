/**
 * A server in a process of its own that sends mails through a service, so that a test can kill it. Its one argument
 * is a `MailingServer` as JSON. It prints `order <JSON>` once it has placed one, and `ready <address>`.
 */
import type { Config } from '../../src/config.ts';
import { movableClock } from '../../src/platform/clock.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { startServer } from './app.ts';
import { givenOn } from './given.ts';

export interface MailingServer {
  /** A database on a server; if null, the embedded one in `dataDir`, begun as a copy of `template`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly template: string;
  readonly mail: Config['mail'];
  /** Whether it places an order before it is ready. */
  readonly placesOrder: boolean;
}

/** The order that was placed, and who may look at it. */
export interface PlacedOrder {
  readonly id: string;
  readonly token: string;
  readonly receivers: readonly string[];
}

const { databaseUrl, dataDir, template, mail, placesOrder }: MailingServer = JSON.parse(process.argv[2] ?? '');
const embedded = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir, loadFrom: template });
const server = await startServer({
  config: { mail, jobs: { deadWorkerCheckSeconds: 1 } },
  beside: {
    database: { url: databaseUrl ?? embedded?.url ?? '', isEmbedded: !databaseUrl, drop: async () => undefined },
    clock: movableClock(),
  },
});
if (placesOrder) {
  const { id, advertiser, seller } = await givenOn(server).anOrder();
  const placed: PlacedOrder = {
    id,
    token: seller.sessionToken,
    receivers: [advertiser.email, advertiser.email, seller.email],
  };
  console.log(`order ${JSON.stringify(placed)}`);
}
console.log(`ready ${server.url}`);
