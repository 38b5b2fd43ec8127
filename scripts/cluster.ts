/**
 * `npm run cluster`: two instances on one database, on PORT and the next port, to try out how they work together. With
 * REDIS_URL each notifies the other immediately; without it each notices changes of the other within a second.
 */
import { createApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { demoGraphiQL } from '../src/demo/graphiql.ts';
import { loadDemoData } from '../src/demo/load.ts';
import { movableClock } from '../src/platform/clock.ts';
import { StartupError } from '../src/platform/errors.ts';
import { startDatabase } from '../src/platform/postgres/start-database.ts';
import { routesOf } from '../src/routes.ts';
import { listen } from '../src/server/http.ts';
import { openClientFiles } from '../src/web/client-files.ts';
import { createClientPages } from '../src/web/client-pages.ts';

const cleanups: (() => Promise<unknown>)[] = [];
const report = (text: string) => console.log(`  ${text}`);

try {
  console.log('Starting two instances of Placard …');
  const starting = start(readConfig(process.env));
  stopOnSignal(starting);
  await starting;
} catch (error) {
  await cleanUp();
  if (!(error instanceof StartupError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  if (config.isProduction)
    throw new StartupError(
      'npm run cluster is for development. In production, start each instance separately with npm start.',
    );
  const database = await startDatabase({ ...config, report });
  cleanups.unshift(() => database.stop());
  // The instances share one clock, which the clock page of either advances.
  const clock = movableClock();
  const apps = [config, { ...config, port: config.port + 1 }].map((instanceConfig) =>
    createApp({ config: instanceConfig, database, clock }),
  );
  const origins: string[] = [];
  for (const app of apps) {
    cleanups.unshift(() => app.stop());
    await app.start();
    const { port, close } = await listen(app, {
      routes: routesOf(app),
      pages: createClientPages(app.config, openClientFiles()),
      graphiql: demoGraphiQL,
      otherPortCommand: `PORT=${app.config.port + 1} npm run cluster`,
    });
    cleanups.unshift(close);
    origins.push(`http://localhost:${port}`);
    report(`Instance ${origins.length} is listening on http://localhost:${port}/`);
  }
  const [firstApp] = apps;
  if (firstApp && config.hasDemoData) await loadDemoData(firstApp, report);
  console.log(`
Both instances are ready${config.redisUrl ? '' : ', without Redis'}. Press Ctrl-C to stop them.

  Follow an order on ${origins[0]}/ and act on ${origins[1]}/
  Each e-mail is in the mailbox of the instance that sent it: ${origins.map((origin) => `${origin}/mailbox`).join(' or ')}
`);
}

/** Stops both instances on a signal; during the start, as soon as the start has ended. */
function stopOnSignal(starting: Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.log(`\n${signal}: stopping …`);
      void starting
        .then(cleanUp)
        .then(() => console.log('Stopped.'))
        .finally(() => process.exit(0));
    });
}

async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0)) await cleanup();
}
