/** A whole server for a test file: its own database, its own port, real sockets. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type MovableClock, movableClock } from '../../src/platform/clock.ts';
import type { Log } from '../../src/platform/log.ts';
import type { Resolver } from '../../src/platform/ssrf-guard.ts';
import { routesOf } from '../../src/routes.ts';
import { type Listening, listen } from '../../src/server/http.ts';
import { openClientFiles } from '../../src/web/client-files.ts';
import { createClientPages } from '../../src/web/client-pages.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

export interface TestServer {
  readonly app: App;
  readonly clock: MovableClock;
  readonly url: string;
  readonly database: TestDatabase;
  /** The log lines so far. */
  readonly logged: readonly LogLine[];
  stop(): Promise<void>;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: Record<string, unknown>;
  readonly text: string | undefined;
}

export interface TestServerOptions {
  readonly config?: Partial<Config>;
  /** True if the steps of the clock are taken automatically; otherwise `fireDueTimers` takes them. */
  readonly runsTasks?: boolean;
  /** The resolver of the host names of webhooks; that of the system if absent. */
  readonly resolve?: Resolver;
  /** Another instance on the database of this one, with its clock or with one of its own. */
  readonly beside?: Pick<TestServer, 'database'> & { readonly clock: MovableClock | undefined } & Partial<
      Pick<TestServer, 'app'>
    >;
}

/** Starts a server as `npm start` does, in development mode and without demo data. */
export async function startServer({
  config = {},
  runsTasks = false,
  resolve,
  beside,
}: TestServerOptions = {}): Promise<TestServer> {
  const database = beside?.database ?? (await freshDatabase());
  const clock = beside?.clock ?? movableClock();
  const logged: LogLine[] = [];
  // Made when the first file comes; another instance shares it.
  const dataDir = beside?.app?.config.dataDir ?? join(tmpdir(), `placard-test-${randomUUID()}`);
  const app = createApp({
    config: { ...readConfig({ DEMO_DATA: 'false', REDIS_URL: process.env['REDIS_URL'] }), port: 0, dataDir, ...config },
    database,
    clock,
    runsTasks,
    log: recordingLog(logged),
    ...(resolve ? { resolve } : {}),
  });
  await app.start();
  const listening: Listening = await listen(app, {
    routes: routesOf(app),
    pages: createClientPages(app.config, openClientFiles()),
    graphiql: undefined,
  });
  return {
    app,
    clock,
    url: `http://127.0.0.1:${listening.port}`,
    database,
    logged,
    stop: async () => {
      await listening.close();
      await app.stop();
      if (beside) return;
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function recordingLog(logged: LogLine[], ofAll: Record<string, unknown> = {}): Log {
  const write = (level: LogLine['level']) => (first: unknown, second?: unknown) => {
    const [fields, text] = typeof first === 'string' ? [{}, first] : [first, second];
    logged.push({ level, fields: { ...ofAll, ...(fields as object) }, text: text as string | undefined });
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (more: Record<string, unknown>) => recordingLog(logged, { ...ofAll, ...more }),
  } as unknown as Log;
}
