/** Starts the server, and stops it on SIGTERM or SIGINT. */
import { type App, createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { demoGraphiQL } from './demo/graphiql.ts';
import { loadDemoData } from './demo/load.ts';
import { peopleByName } from './demo/people.ts';
import { checks, examine } from './doctor/checks.ts';
import { StartupError } from './platform/errors.ts';
import { startDatabase } from './platform/postgres/start-database.ts';
import { routesOf } from './routes.ts';
import { type Listening, listen } from './server/http.ts';
import { serveMetrics } from './server/metrics-server.ts';
import { graphqlPath } from './server/yoga.ts';
import { openClientFiles } from './web/client-files.ts';
import { buildAdvice, createClientPages } from './web/client-pages.ts';

const print = (text: string) => console.log(text);
const report = (text: string) => print(`  ${text}`);
// Declared above the start, because a signal may arrive during it.
const repeatedSignalMs = 1_000;
const defaultPort = 4000;

/** The functions that undo the start so far, newest first. */
type Cleanups = (() => Promise<unknown>)[];

try {
  const cleanups: Cleanups = [];
  const stopping = new AbortController();
  const starting = start(readConfig(process.env), cleanups, stopping.signal);
  stopOnSignal(cleanups, { starting, stopping });
  await starting;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exit(1);
}

async function start(config: Config, cleanups: Cleanups, stopping: AbortSignal): Promise<void> {
  try {
    print('Starting Placard …');
    const database = await startDatabase({ ...config, report });
    cleanups.unshift(() => database.stop());
    if (stopping.aborted) return;
    const app = createApp({ config, database });
    cleanups.unshift(() => app.stop());
    await app.start();
    const client = openClientFiles();
    if (!client) console.error(`\n${buildAdvice}\n`);
    const listening = await listen(app, {
      routes: routesOf(app),
      pages: createClientPages(config, client),
      graphiql: config.isProduction ? undefined : demoGraphiQL,
    });
    cleanups.unshift(() => listening.close());
    if (config.metricsPort !== undefined) {
      const metrics = await serveMetrics(app, { host: config.host, port: config.metricsPort });
      cleanups.unshift(() => metrics.close());
    }
    if (config.hasDemoData) await loadDemoData(app, report);
    if (!stopping.aborted) introduce(config, listening);
    if (config.isProduction) void warnOfProblems(app);
  } catch (error) {
    await cleanUp(cleanups);
    throw error;
  }
}

/** Logs what this deployment will get wrong. It takes no part in the start: the server works already. */
async function warnOfProblems(app: App): Promise<void> {
  const quickChecks = checks.filter(({ isQuick }) => isQuick);
  for (const { check, problems } of await examine({ config: app.config, pool: app.database.pool }, quickChecks))
    for (const problem of problems) app.log.warn({ check }, problem);
}

function introduce(config: Config, { port }: Listening): void {
  if (config.isProduction) {
    print(`Placard is ready on port ${port}.`);
    return;
  }
  const origin = `http://localhost:${port}`;
  const hasMailbox = !config.mail.resendApiKey;
  const rows = [
    ['Begin here', `${origin}/`, 'the marketplace in the browser; sign in as one of the demo people'],
    ['API', `${origin}${graphqlPath}`, 'GraphQL over HTTP, SSE and WebSocket, and GraphiQL in a browser'],
    ...(hasMailbox
      ? [['Mailbox', `${origin}/mailbox`, 'e-mails that are not really sent, such as sign-in codes']]
      : []),
    ...(config.hasMovableClock
      ? [['Clock', `${origin}/clock`, 'advances the clock, to see reminders, deadlines and renewals']]
      : []),
    ...(hasMailbox && config.hasDemoData
      ? [['Next', demoCommand(port), 'plays a whole order live, with both parties; run it in another terminal']]
      : []),
  ];
  print(`\nPlacard is ready. Press Ctrl-C to stop it.\n\n${columns(rows)}\n`);
  if (!config.hasDemoData) return;
  print(
    '  To sign in as one of the demo people, call requestSignInCode, take the code from the mailbox, and call signIn:',
  );
  print(`${columns(peopleByName.map(([, { email, about }]) => [`  ${email}`, about]))}\n`);
}

// A function, because the start above runs before a constant down here has its value.
function demoCommand(port: number): string {
  return port === defaultPort ? 'npm run demo' : `PLACARD_URL=http://localhost:${port} npm run demo`;
}

/** Rows of text as indented columns. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd((widths[column] ?? 0) + 3)).join('')}`.trimEnd())
    .join('\n');
}

/**
 * Stops everything in the reverse order of its start. A signal during the start takes effect when the start has ended, so
 * that the demo data is not left incomplete. A second signal ends the process immediately.
 */
function stopOnSignal(
  cleanups: Cleanups,
  { starting, stopping }: { starting: Promise<void>; stopping: AbortController },
): void {
  let firstSignalAt: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    // One Ctrl-C arrives twice: from the terminal, and from npm, which forwards it.
    if (firstSignalAt !== undefined && performance.now() - firstSignalAt < repeatedSignalMs) return;
    if (firstSignalAt !== undefined) process.exit(1);
    firstSignalAt = performance.now();
    stopping.abort();
    print(`\n${signal}: stopping …`);
    starting
      .then(() => cleanUp(cleanups))
      .then(() => {
        print('Stopped.');
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

async function cleanUp(cleanups: Cleanups): Promise<void> {
  for (const cleanup of cleanups.splice(0)) await cleanup();
}
