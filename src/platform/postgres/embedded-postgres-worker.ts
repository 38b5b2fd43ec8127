/** The thread in which the embedded PostgreSQL runs; see embedded-postgres.ts for what it promises. */
import { openAsBlob } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { type Backend, startPostgresProxy } from './embedded-postgres-proxy.ts';
import { startupMessage } from './embedded-postgres-wire.ts';

/** What the thread is started with. */
export interface WorkerSettings {
  /** PostgreSQL itself, compiled. */
  wasmModule: WebAssembly.Module;
  /** The PostgreSQL data directory itself; absent = in memory. */
  pgData?: string;
  /** Whether `pgData` has to be made first. */
  isNew: boolean;
  loadFrom?: string;
  maxConnections: number;
  idleInTransactionMs: number;
}

/** What the main thread asks for. */
export type WorkerRequest = { id: number; do: 'stop' } | { id: number; do: 'dump'; toFile: string };

/** What the thread tells: once where it listens, then one answer for each request. */
export type WorkerMessage = { port: number } | { id: number; error?: string };

const settings = workerData as WorkerSettings;
/** To fill the usual 128 MB with zeros takes half of a start, and nobody's own database here needs them. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
const port = parentPort;
if (!port) throw new Error('embedded-postgres-worker.ts runs only as a worker thread');

if (settings.pgData && settings.isNew) await makeDataDirectory(settings.pgData, settings.loadFrom);
const postgres = await openPostgres(
  settings.pgData
    ? { dataDir: settings.pgData }
    : settings.loadFrom
      ? { loadDataDir: await openAsBlob(settings.loadFrom) }
      : {},
);
const door = await startPostgresProxy(await asBackend(postgres), settings);

port.on('message', (request: WorkerRequest) => {
  const done = request.do === 'stop' ? stop() : door.alone(() => dump(request.toFile));
  done.then(
    () => tell({ id: request.id }),
    (error: unknown) => tell({ id: request.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
tell({ port: door.port });

function tell(message: WorkerMessage): void {
  port?.postMessage(message);
}

/**
 * Makes the data directory under another name and renames it, so that a process that dies halfway
 * leaves nothing that looks like a database.
 */
async function makeDataDirectory(pgData: string, loadFrom: string | undefined): Promise<void> {
  const unfinished = `${pgData}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const made = await openPostgres({
    dataDir: unfinished,
    ...(loadFrom ? { loadDataDir: await openAsBlob(loadFrom) } : {}),
  });
  await made.close();
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
    // The bytes are a view into the database's memory, good only during the call: copy them.
    run: (messages, answer) => db.execProtocolRawStream(messages, { onRawData: (bytes) => answer(Buffer.from(bytes)) }),
    isInTransaction: () => db.isInTransaction(),
  };
}

async function stop(): Promise<void> {
  await door.close();
  await postgres.close();
}

async function dump(toFile: string): Promise<void> {
  const tarball = await postgres.dumpDataDir('none');
  await writeFile(toFile, Buffer.from(await tarball.arrayBuffer()));
}
