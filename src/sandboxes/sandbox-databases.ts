/** Where the databases of sandboxes are: beside the live one on its server, or embedded in folders of their own. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { escapeIdentifier } from 'pg';
import { connectOnce } from '../platform/database-connection.ts';
import { hashMigrations, migrationsFolder, readMigrations } from '../platform/migrations/migration-files.ts';
import { applyMigrations } from '../platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';

export interface Places {
  /** Makes an empty database for a sandbox; what was left of an earlier try is thrown away. */
  make(id: string): Promise<void>;
  /** The database of a sandbox, which stays until `close`. */
  open(id: string, onCrash: (error: Error) => void): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Removes the database, if there is one. False, and it stays, while somebody is connected; `byForce` cuts them off. */
  remove(id: string, options: { byForce: boolean }): Promise<boolean>;
  /** Does something while no other instance is at the same sandbox. @throws SandboxTaken if one is; then nothing was done */
  exclusively(id: string, work: () => Promise<void>): Promise<void>;
}

/** Another worker is at the same sandbox; look again later. */
export class SandboxTaken extends Error {}

const nothing = async () => undefined;

/** Databases on a server, made beside the live one and called after it. Its user must be allowed to make databases. */
export function serverPlaces(liveUrl: string): Places {
  const live = new URL(liveUrl);
  // 63 bytes are the most that a name may have.
  const prefix = `${decodeURIComponent(live.pathname.slice(1)).slice(0, 22)}_sandbox_`;
  const nameOf = (id: string) => `${prefix}${id.replaceAll('-', '')}`;
  const urlOf = (id: string) => {
    const url = new URL(live);
    url.pathname = `/${encodeURIComponent(nameOf(id))}`;
    return url.href;
  };
  return {
    make: (id) =>
      onServer(liveUrl, async (admin) => {
        await admin.query(`drop database if exists ${escapeIdentifier(nameOf(id))} with (force)`);
        // Not from template1, which others may be connected to.
        await admin.query(`create database ${escapeIdentifier(nameOf(id))} template template0`);
      }),
    open: async (id) => ({ url: urlOf(id), close: nothing }),
    remove: (id, { byForce }) =>
      onServer(liveUrl, async (admin) => {
        const { rowCount } = await admin.query('select 1 from pg_stat_activity where datname = $1', [nameOf(id)]);
        if (rowCount && !byForce) return false;
        await admin.query(`drop database if exists ${escapeIdentifier(nameOf(id))} ${byForce ? 'with (force)' : ''}`);
        return true;
      }),
    exclusively: (id, work) =>
      // The lock ends with the connection, however that ends.
      onServer(liveUrl, async (admin) => {
        const lock = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as got';
        const { rows } = await admin.query<{ got: boolean }>(lock, [`sandbox:${id}`]);
        if (!rows[0]?.got) throw new SandboxTaken(`another instance is at the sandbox ${id}`);
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

/** The file that embedded databases of sandboxes begin with. */
export const templateFile = async (dataDir: string): Promise<string> =>
  join(dataDir, 'sandboxes', `template-${hashMigrations(await readMigrations(migrationsFolder))}.tar`);

/** Makes that file, unless it is there: to load it takes a fraction of the time in which a database is made from nothing. */
async function makeTemplate(dataDir: string): Promise<void> {
  const file = await templateFile(dataDir);
  if (existsSync(file)) return;
  await mkdir(dirname(file), { recursive: true });
  // Those of earlier versions, and what a death has left.
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

/** Embedded databases, each in a folder of its own. One process has them all. */
export function embeddedPlaces(dataDir: string): Places {
  const folderOf = (id: string) => join(dataDir, 'sandboxes', id);
  const taken = new Set<string>();
  let making: Promise<void> | undefined;
  const template = (): Promise<void> => {
    making ??= makeTemplate(dataDir).finally(() => {
      making = undefined;
    });
    return making;
  };
  const remove = async (id: string) => {
    await rm(folderOf(id), { recursive: true, force: true });
    return true;
  };
  return {
    make: async (id) => {
      await Promise.all([remove(id), template()]);
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
    remove,
    exclusively: async (id, work) => {
      if (taken.has(id)) throw new SandboxTaken(`somebody is at the sandbox ${id}`);
      taken.add(id);
      try {
        await work();
      } finally {
        taken.delete(id);
      }
    },
  };
}
