import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StartupError } from '../errors.ts';
import type { WorkerMessage, WorkerRequest, WorkerSettings } from './embedded-postgres-worker.ts';
import { lockFolder } from './folder-lock.ts';

export interface EmbeddedPostgresOptions {
  /** A folder for this database only, created if missing. Absent: in memory, lost after `stop`. */
  dataDir?: string;
  /** A tarball of `dump` as the initial content, in memory or in an empty folder; ignored if the folder has a database. */
  loadFrom?: string;
  /** The number of clients, 50 if absent. Further clients are refused with SQLSTATE 53300. */
  maxConnections?: number;
  /** A transaction without a message for this long is rolled back, because all others wait for it; 30,000 if absent. */
  idleInTransactionMs?: number;
  /** Called if the database crashes. If absent, the error is thrown as an uncaught exception. */
  onCrash?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  /** A PostgreSQL URL on a port of the loopback interface. */
  url: string;
  /** Rolls back the open transaction, closes the database and unlocks the folder. May be called twice. */
  stop(): Promise<void>;
  /** Writes the whole database to a tarball for `loadFrom`, when no transaction is open. */
  dump(toFile: string): Promise<void>;
}

/**
 * Starts a PostgreSQL inside this process, in a separate thread. Committed transactions survive a crash of the process.
 * They are not synced to disk, so a power failure may lose the last seconds.
 * @throws StartupError if another process uses the folder, or the database cannot start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const wasmModule = await compilePostgres();
  const folder = options.dataDir === undefined ? undefined : resolve(options.dataDir);
  const lock = folder === undefined ? undefined : lockFolder(folder);
  const pgData = folder === undefined ? undefined : join(folder, 'pgdata');
  const settings: WorkerSettings = {
    wasmModule,
    ...(pgData ? { pgData } : {}),
    isNew: pgData !== undefined && !existsSync(pgData),
    ...(options.loadFrom ? { loadFrom: resolve(options.loadFrom) } : {}),
    maxConnections: options.maxConnections ?? 50,
    idleInTransactionMs: options.idleInTransactionMs ?? 30_000,
  };
  // The thread must not inherit flags and environment, such as the loaders of a test runner.
  const worker = new Worker(new URL('./embedded-postgres-worker.ts', import.meta.url), {
    workerData: settings,
    execArgv: [],
    env: {},
  });
  try {
    return await connectTo(worker, options, () => lock?.release());
  } catch (error) {
    await worker.terminate();
    lock?.release();
    throw new StartupError(
      `The embedded database${folder ? ` in ${folder}` : ''} could not start: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

let compiling: Promise<WebAssembly.Module> | undefined;

/**
 * Compiles PostgreSQL once for all databases of this process. The threads share the machine code, which costs a second
 * of processor time to compile and another second to optimize.
 */
function compilePostgres(): Promise<WebAssembly.Module> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  compiling ??= readFile(join(dirname(entry), 'pglite.wasm')).then((bytes) => WebAssembly.compile(bytes));
  return compiling;
}

function connectTo(worker: Worker, options: EmbeddedPostgresOptions, release: () => void): Promise<EmbeddedPostgres> {
  const waiting = new Map<number, PromiseWithResolvers<void>>();
  const started = Promise.withResolvers<EmbeddedPostgres>();
  let isRunning = false;
  let isDead = false;
  let stopping: Promise<void> | undefined;
  let asked = 0;

  type Ask = { do: 'stop' } | { do: 'dump'; toFile: string };
  const ask = (what: Ask): Promise<void> => {
    asked += 1;
    const answer = Promise.withResolvers<void>();
    waiting.set(asked, answer);
    worker.postMessage({ ...what, id: asked } satisfies WorkerRequest);
    return answer.promise;
  };

  async function stop(): Promise<void> {
    if (isDead) return;
    try {
      await ask({ do: 'stop' });
    } finally {
      await worker.terminate();
      release();
    }
  }

  worker.on('message', (message: WorkerMessage) => {
    if ('port' in message) {
      isRunning = true;
      started.resolve({
        url: `postgresql://postgres@127.0.0.1:${message.port}/postgres`,
        stop: () => {
          stopping ??= stop();
          return stopping;
        },
        dump: (toFile) => ask({ do: 'dump', toFile: resolve(toFile) }),
      });
      return;
    }
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) answer?.resolve();
    else answer?.reject(new Error(message.error));
  });

  const fail = (cause: Error): void => {
    if (isDead) return;
    isDead = true;
    for (const answer of waiting.values()) answer.reject(cause);
    waiting.clear();
    if (!isRunning) {
      started.reject(cause);
      return;
    }
    if (stopping) return;
    release();
    if (!options.onCrash) throw cause;
    options.onCrash(cause);
  };
  worker.on('error', (error) => fail(new Error(`The embedded database crashed: ${String(error)}`, { cause: error })));
  worker.on('exit', (code) => {
    if (!stopping) fail(new Error(`The embedded database ended unexpectedly (code ${code}).`));
  });
  return started.promise;
}
