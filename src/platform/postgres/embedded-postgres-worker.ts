/** The thread of the embedded PostgreSQL; embedded-postgres.ts documents its guarantees. */
import { openAsBlob } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { type Backend, startPostgresProxy } from './embedded-postgres-proxy.ts';
import { startupMessage } from './embedded-postgres-wire.ts';

export interface WorkerSettings {
  /** The compiled PostgreSQL. */
  wasmModule: WebAssembly.Module;
  /** The data directory of PostgreSQL; in memory if absent. */
  pgData?: string;
  /** True if `pgData` does not exist yet. */
  isNew: boolean;
  loadFrom?: string;
  maxConnections: number;
  idleInTransactionMs: number;
}

/** A request of the main thread. */
export type WorkerRequest = { id: number; do: 'stop' } | { id: number; do: 'dump'; toFile: string };

/** A message of this thread: first the port, then one answer for each request. */
export type WorkerMessage = { port: number } | { id: number; error?: string };

const settings = workerData as WorkerSettings;
/** Filling the default of 128 MB with zeros takes half of a start, and a database of this size does not need it. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
const port = parentPort;
if (!port) throw new Error('embedded-postgres-worker.ts runs only as a worker thread');

if (settings.pgData && settings.isNew) await createDataDirectory(settings.pgData, settings.loadFrom);
const postgres = await openPostgres(
  settings.pgData
    ? { dataDir: settings.pgData }
    : settings.loadFrom
      ? { loadDataDir: await openAsBlob(settings.loadFrom) }
      : {},
);
const proxy = await startPostgresProxy(await asBackend(postgres), settings);

port.on('message', (request: WorkerRequest) => {
  const done = request.do === 'stop' ? stop() : proxy.runExclusively(() => dump(request.toFile));
  done.then(
    () => post({ id: request.id }),
    (error: unknown) => post({ id: request.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
post({ port: proxy.port });

function post(message: WorkerMessage): void {
  port?.postMessage(message);
}

/** Creates the data directory under another name and renames it, so that a crash leaves no incomplete database. */
async function createDataDirectory(pgData: string, loadFrom: string | undefined): Promise<void> {
  const unfinished = `${pgData}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const database = await openPostgres({
    dataDir: unfinished,
    ...(loadFrom ? { loadDataDir: await openAsBlob(loadFrom) } : {}),
  });
  await database.close();
  await rename(unfinished, pgData);
}

function openPostgres(options: { dataDir?: string; loadDataDir?: Blob }): Promise<PGlite> {
  return PGlite.create({ ...options, startParams, pgliteWasmModule: settings.wasmModule });
}

async function asBackend(db: PGlite): Promise<Backend> {
  const greeting: Buffer[] = [];
  await db.execProtocolRawStream(startupMessage(), { onRawData: (bytes) => greeting.push(Buffer.from(bytes)) });
  return {
    greeting: Buffer.concat(greeting),
    // The bytes are a view of the memory of the database, valid only during the call, so they are copied.
    run: (messages, answer) => db.execProtocolRawStream(messages, { onRawData: (bytes) => answer(Buffer.from(bytes)) }),
    isInTransaction: () => db.isInTransaction(),
  };
}

async function stop(): Promise<void> {
  await proxy.close();
  await postgres.close();
}

async function dump(toFile: string): Promise<void> {
  const tarball = await postgres.dumpDataDir('none');
  await writeFile(toFile, Buffer.from(await tarball.arrayBuffer()));
}
