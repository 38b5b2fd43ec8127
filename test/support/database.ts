/**
 * A fresh, migrated database for each test file: on the server of DATABASE_URL if that is set, else
 * embedded and in memory. Both are copies of a template that is made once for each state of the
 * migrations and holds the job runner's tables too.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { PgBoss } from 'pg-boss';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { hashMigrations, migrationsFolder, readMigrations } from '../../src/platform/migrations/migration-files.ts';
import { applyMigrations } from '../../src/platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.ts';

/** A database for one test file. */
export interface TestDatabase {
  url: string;
  /** The same database past a pooler at `url`. */
  directUrl?: string;
  isEmbedded: boolean;
  /** Drops it and closes all connections to it. */
  drop(): Promise<void>;
}

/** The places of the migrations, the cache and the server; the defaults are the project's. */
export interface TestDatabaseOptions {
  folder?: string;
  cacheFolder?: string;
  serverUrl?: string | undefined;
  /** True if a commit waits for the disk. False if absent: tests kill our processes, and never a database server. */
  isDurable?: boolean;
}

const cache = fileURLToPath(new URL('../../node_modules/.cache/placard/', import.meta.url));
// Part of the template's name: raise it when the template is made differently.
const recipe = 'boss12';
const templateLock = 7_052_026_111;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Makes a migrated, empty database for one caller. */
export async function freshDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const template = await prepareTemplate(options);
  const serverUrl = serverOf(options);
  if (!serverUrl) {
    const embedded = await startEmbeddedPostgres({ loadFrom: template });
    return { url: embedded.url, isEmbedded: true, drop: () => embedded.stop() };
  }
  const name = newName();
  await onServer(serverUrl, (admin) => copyDatabase(admin, template, name, options));
  return onServerAs(serverUrl, name);
}

/** Makes a database on a server with nothing in it, as the installer of a new server does. */
export async function emptyDatabase(serverUrl: string): Promise<TestDatabase> {
  const name = newName();
  await onServer(serverUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
  });
  return onServerAs(serverUrl, name);
}

const newName = (): string => `placard_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;

const onServerAs = (serverUrl: string, name: string): TestDatabase => ({
  url: withDatabase(serverUrl, name),
  isEmbedded: false,
  drop: () => onServer(serverUrl, (admin) => dropDatabase(admin, name)),
});

/**
 * Makes the template if there is none for these migrations, and returns its name on the server or
 * its file. Any number of processes may call it concurrently. For vitest's globalSetup, so that the test
 * files find it made.
 */
export async function prepareTemplate(options: TestDatabaseOptions = {}): Promise<string> {
  const folder = options.folder ?? migrationsFolder;
  const name = `placard_template_${recipe}_${hashMigrations(await readMigrations(folder))}`;
  const serverUrl = serverOf(options);
  if (serverUrl) await onServer(serverUrl, (admin) => makeTemplateDatabase(admin, serverUrl, name, folder));
  else return makeTemplateFile(options.cacheFolder ?? cache, name, folder);
  return name;
}

function serverOf(options: TestDatabaseOptions): string | undefined {
  return 'serverUrl' in options ? options.serverUrl : process.env['DATABASE_URL'] || undefined;
}

async function makeTemplateFile(cacheFolder: string, name: string, folder: string): Promise<string> {
  const file = join(cacheFolder, `${name}.tar`);
  if (existsSync(file)) return file;
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = join(cacheFolder, `${name}.${randomBytes(4).toString('hex')}.unfinished`);
  const embedded = await startEmbeddedPostgres();
  try {
    await fillTemplate(embedded.url, folder, 'pglite');
    await embedded.dump(unfinished);
  } finally {
    await embedded.stop();
  }
  await rename(unfinished, file);
  await removeOlderFiles(cacheFolder, file);
  return file;
}

/** Removes the templates that are a week older than `newest`. The date of this process may be shifted, that of a file is not. */
async function removeOlderFiles(cacheFolder: string, newest: string): Promise<void> {
  const { mtimeMs: newestMs } = await stat(newest);
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith('placard_template_')) continue;
    const { mtimeMs } = await stat(join(cacheFolder, name)).catch(() => ({ mtimeMs: newestMs }));
    if (mtimeMs < newestMs - 7 * dayMs) await rm(join(cacheFolder, name), { force: true });
  }
}

async function makeTemplateDatabase(admin: Client, serverUrl: string, name: string, folder: string): Promise<void> {
  if (await exists(admin, name)) return;
  await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
  if (await exists(admin, name)) return;
  const unfinished = `placard_test_${Date.now().toString(36)}_template`;
  await admin.query(`CREATE DATABASE ${escapeIdentifier(unfinished)} TEMPLATE template0`);
  try {
    await fillTemplate(withDatabase(serverUrl, unfinished), folder, 'postgres');
    await waitUntilUnused(admin, unfinished);
    // The name appears only when it is finished: a run that dies halfway leaves no broken template.
    await admin.query(`ALTER DATABASE ${escapeIdentifier(unfinished)} RENAME TO ${escapeIdentifier(name)}`);
    await admin.query(`COMMENT ON DATABASE ${escapeIdentifier(name)} IS ${escapeLiteral(new Date().toISOString())}`);
  } catch (error) {
    await dropDatabase(admin, unfinished);
    throw error;
  }
  await removeOldDatabases(admin, name);
}

async function fillTemplate(url: string, folder: string, backend: 'pglite' | 'postgres'): Promise<void> {
  await applyMigrations({ url, folder });
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    schema: 'jobs',
    backend,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => {});
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

/** A template can be copied and renamed only while it has no connection; a closed connection lingers for a moment. */
async function waitUntilUnused(admin: Client, name: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function copyDatabase(
  admin: Client,
  template: string,
  name: string,
  { isDurable = false }: TestDatabaseOptions,
): Promise<void> {
  await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
  if (!isDurable) await admin.query(`ALTER DATABASE ${escapeIdentifier(name)} SET synchronous_commit = off`);
}

async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}

/** Drops the databases of dead runs: test databases older than an hour and templates older than a day, if they have no connection. */
async function removeOldDatabases(admin: Client, current: string): Promise<void> {
  const { rows } = await admin.query<{ name: string; comment: string | null }>(
    `SELECT datname AS name, shobj_description(oid, 'pg_database') AS comment FROM pg_database
     WHERE (datname LIKE 'placard\\_test\\_%' OR datname LIKE 'placard\\_template\\_%') AND datname <> $1`,
    [current],
  );
  for (const { name, comment } of rows) {
    const [, kind, started = ''] = name.split('_');
    const isOld =
      kind === 'test'
        ? Number.parseInt(started, 36) < Date.now() - hourMs
        : comment === null || Date.parse(comment) < Date.now() - dayMs;
    // Somebody still connected, or another run that drops it too: leave it for the next time.
    if (isOld) await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)}`).catch(() => {});
  }
}

async function exists(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  return rowCount === 1;
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(serverUrl: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = await connectOnce(serverUrl);
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
