/** The databases of sandboxes: on the server of the live database, or embedded in folders of their own. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { escapeIdentifier } from 'pg';
import { connectOnce } from '../platform/database-connection.ts';
import { hashMigrations, migrationsFolder, readMigrations } from '../platform/migrations/migration-files.ts';
import { applyMigrations } from '../platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';

export interface DatabaseProvisioner {
  /** Creates an empty database for a sandbox and drops what an earlier attempt left behind. */
  create(id: string): Promise<void>;
  /** Opens the database of a sandbox until `close` is called. */
  open(id: string, onCrash: (error: Error) => void): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Drops the database if it exists. Returns false and keeps it while clients are connected; `byForce` disconnects them. */
  drop(id: string, options: { byForce: boolean }): Promise<boolean>;
  /** Runs a function while no other instance works on the sandbox. @throws SandboxLocked if one does */
  withLock(id: string, work: () => Promise<void>): Promise<void>;
}

/** Another worker holds the lock on the sandbox. Try again later. */
export class SandboxLocked extends Error {}

const doNothing = async () => undefined;

/** Databases on the server of the live database, named after it. The database user needs CREATEDB. */
export function serverProvisioner(liveUrl: string): DatabaseProvisioner {
  const live = new URL(liveUrl);
  // A database name has at most 63 bytes.
  const prefix = `${decodeURIComponent(live.pathname.slice(1)).slice(0, 22)}_sandbox_`;
  const nameOf = (id: string) => `${prefix}${id.replaceAll('-', '')}`;
  const urlOf = (id: string) => {
    const url = new URL(live);
    url.pathname = `/${encodeURIComponent(nameOf(id))}`;
    return url.href;
  };
  return {
    create: (id) =>
      onServer(liveUrl, async (admin) => {
        await admin.query(`drop database if exists ${escapeIdentifier(nameOf(id))} with (force)`);
        // Not from template1, to which other clients may be connected.
        await admin.query(`create database ${escapeIdentifier(nameOf(id))} template template0`);
      }),
    open: async (id) => ({ url: urlOf(id), close: doNothing }),
    drop: (id, { byForce }) =>
      onServer(liveUrl, async (admin) => {
        const { rowCount } = await admin.query('select 1 from pg_stat_activity where datname = $1', [nameOf(id)]);
        if (rowCount && !byForce) return false;
        await admin.query(`drop database if exists ${escapeIdentifier(nameOf(id))} ${byForce ? 'with (force)' : ''}`);
        return true;
      }),
    withLock: (id, work) =>
      // The lock is released when the connection ends for any reason.
      onServer(liveUrl, async (admin) => {
        const lock = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as got';
        const { rows } = await admin.query<{ got: boolean }>(lock, [`sandbox:${id}`]);
        if (!rows[0]?.got) throw new SandboxLocked(`another instance works on the sandbox ${id}`);
        await work();
      }),
  };
}

async function onServer<Done>(
  url: string,
  work: (admin: Awaited<ReturnType<typeof connectOnce>>) => Promise<Done>,
): Promise<Done> {
  const admin = await connectOnce(url);
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The template file from which embedded databases of sandboxes are created. */
export const templateFile = async (dataDir: string): Promise<string> =>
  join(dataDir, 'sandboxes', `template-${hashMigrations(await readMigrations(migrationsFolder))}.tar`);

/** Creates the template file if it is missing. Loading it is much faster than creating a database from scratch. */
async function createTemplate(dataDir: string): Promise<void> {
  const file = await templateFile(dataDir);
  if (existsSync(file)) return;
  await mkdir(dirname(file), { recursive: true });
  // Templates of earlier versions and files that an interrupted process left behind.
  for (const name of await readdir(dirname(file)))
    if (name.startsWith('template-')) await rm(join(dirname(file), name), { force: true });
  const { url, stop, dump } = await startEmbeddedPostgres();
  try {
    await applyMigrations({ url });
    await dump(`${file}.unfinished`);
  } finally {
    await stop();
  }
  await rename(`${file}.unfinished`, file);
}

/** Embedded databases, each in a folder of its own, all in one process. */
export function embeddedProvisioner(dataDir: string): DatabaseProvisioner {
  const folderOf = (id: string) => join(dataDir, 'sandboxes', id);
  const lock = new Set<string>();
  let creatingTemplate: Promise<void> | undefined;
  const template = (): Promise<void> => {
    creatingTemplate ??= createTemplate(dataDir).finally(() => {
      creatingTemplate = undefined;
    });
    return creatingTemplate;
  };
  const drop = async (id: string) => {
    await rm(folderOf(id), { recursive: true, force: true });
    return true;
  };
  return {
    create: async (id) => {
      await Promise.all([drop(id), template()]);
    },
    open: async (id, onCrash) => {
      const loadFrom = await templateFile(dataDir);
      const { url, stop } = await startEmbeddedPostgres({
        dataDir: folderOf(id),
        ...(existsSync(loadFrom) ? { loadFrom } : {}),
        onCrash,
      });
      return { url, close: stop };
    },
    drop,
    withLock: async (id, work) => {
      if (lock.has(id)) throw new SandboxLocked(`another job works on the sandbox ${id}`);
      lock.add(id);
      try {
        await work();
      } finally {
        lock.delete(id);
      }
    },
  };
}
