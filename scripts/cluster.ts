/**
 * `npm run cluster`: two instances on one database, on PORT and the next, for trying out what happens between them. With
 * REDIS_URL they tell each other at once; without it each finds out by its sweep, within a second.
 */
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { loadDemoData } from '../src/demo/load.ts';
import { demoGraphiQL } from '../src/demo/pages.ts';
import { movableClock } from '../src/platform/clock.ts';
import { StartupError } from '../src/platform/errors.ts';
import { applyMigrations } from '../src/platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { routesOf } from '../src/routes.ts';
import { listen } from '../src/server/http.ts';

const stops: (() => Promise<unknown>)[] = [];
const stop = async () => {
  for (const one of stops.splice(0)) await one();
};

try {
  const config = readConfig(process.env);
  if (config.isProduction)
    throw new StartupError('npm run cluster is for trying out. In production start each instance by itself: npm start');
  const database = await openDatabase(config);
  await applyMigrations({ url: database.url, onProgress: (text) => console.log(`  ${text}`) });
  // Both go by one clock, which the page of either moves.
  const clock = movableClock();
  const apps = [config, { ...config, port: config.port + 1 }].map((own) => createApp({ config: own, database, clock }));
  for (const app of apps) {
    stops.unshift(() => app.stop());
    await app.start();
    const { port, close } = await listen(app, { routes: routesOf(app), graphiql: demoGraphiQL(app) });
    stops.unshift(close);
    console.log(`An instance listens on http://localhost:${port}/`);
  }
  const [first] = apps;
  if (first && config.hasDemoData) await loadDemoData(first, (text) => console.log(`  ${text}`));
  console.log(
    `Both are ready${config.redisUrl ? '' : ', without Redis'}. Follow an order on one, and act on the other.\nMails are in /mailbox of the one that has sent them. Ctrl-C stops both.`,
  );
} catch (error) {
  await stop();
  if (!(error instanceof StartupError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().finally(() => process.exit(0)));

async function openDatabase({ databaseUrl, dataDir }: Config): Promise<{ url: string; isEmbedded: boolean }> {
  if (databaseUrl) return { url: databaseUrl, isEmbedded: false };
  const embedded = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  stops.unshift(() => embedded.stop());
  return { url: embedded.url, isEmbedded: true };
}
