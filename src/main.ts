/** Starts the server, and stops it on a signal. */
import { join } from 'node:path';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { loadDemoData } from './demo/load.ts';
import { demoGraphiQL } from './demo/pages.ts';
import { everyone } from './demo/people.ts';
import { StartupError } from './platform/errors.ts';
import { applyMigrations } from './platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from './platform/postgres/embedded-postgres.ts';
import { routesOf } from './routes.ts';
import { type Listening, listen } from './server/http.ts';
import { graphqlPath } from './server/yoga.ts';

const say = (text: string) => console.log(text);
// Up here, because what stands below the start is not there yet when a signal comes during it.
const sameSignalMs = 1_000;

/** What undoes the start so far, newest first. */
type Stops = (() => Promise<unknown>)[];

try {
  const stops: Stops = [];
  const stopping = new AbortController();
  const starting = start(readConfig(process.env), stops, stopping.signal);
  stopOnSignal(stops, { starting, stopping });
  await starting;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exit(1);
}

async function start(config: Config, stops: Stops, stopping: AbortSignal): Promise<void> {
  try {
    const database = await openDatabase(config, stops);
    await applyMigrations({ url: database.url, onProgress: (text) => say(`  ${text}`) });
    if (stopping.aborted) return;
    const app = createApp({ config, database });
    stops.unshift(() => app.stop());
    await app.start();
    const listening = await listen(app, {
      routes: routesOf(app),
      graphiql: config.isProduction ? undefined : demoGraphiQL(app),
    });
    stops.unshift(() => listening.close());
    if (config.hasDemoData) await loadDemoData(app, (text) => say(`  ${text}`));
    if (!stopping.aborted) introduce(config, listening);
  } catch (error) {
    await undo(stops);
    throw error;
  }
}

async function openDatabase(
  { databaseUrl, dataDir }: Config,
  stops: Stops,
): Promise<{ url: string; isEmbedded: boolean }> {
  if (databaseUrl) return { url: databaseUrl, isEmbedded: false };
  say(`Starting the embedded PostgreSQL in ${dataDir} (a few seconds the first time) …`);
  const embedded = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  stops.unshift(() => embedded.stop());
  return { url: embedded.url, isEmbedded: true };
}

function introduce(config: Config, { port }: Listening): void {
  if (config.isProduction) {
    say(`Placard listens on port ${port}.`);
    return;
  }
  const here = `http://localhost:${port}`;
  say(`
Placard is ready. Ctrl-C stops it.

  Begin here   ${here}/            open GraphiQL as one of the demo people
  API          ${here}${graphqlPath}     GraphQL over HTTP, SSE and WebSocket; GraphiQL in a browser
  Mailbox      ${here}/mailbox     mails that would have been sent, sign-in codes among them
  Clock        ${here}/clock       puts time forward: reminders, expiry and what else only time brings
  Try next     npm run demo${' '.repeat(Math.max(1, here.length - 3))}plays a whole order, live on both sides

  Sign in with requestSignInCode, the code from the mailbox, and signIn:
${config.hasDemoData ? everyone.map(([, { email, about }]) => `    ${email.padEnd(28)} ${about}`).join('\n') : '    (no demo data)'}
`);
}

/**
 * Stops everything in the reverse order of its start. A signal that comes while starting waits for that, so that
 * nothing (the demo data) stays half made. A second signal does not wait.
 */
function stopOnSignal(
  stops: Stops,
  { starting, stopping }: { starting: Promise<void>; stopping: AbortController },
): void {
  let firstAt: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    // One Ctrl-C comes twice: from the terminal, and from npm, which passes it on.
    if (firstAt !== undefined && performance.now() - firstAt < sameSignalMs) return;
    if (firstAt !== undefined) process.exit(1);
    firstAt = performance.now();
    stopping.abort();
    say(`\n${signal}: stopping …`);
    starting
      .then(() => undo(stops))
      .then(() => {
        say('Stopped.');
        process.exit(0);
      })
      .catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function undo(stops: Stops): Promise<void> {
  for (const stop of stops.splice(0)) await stop();
}
