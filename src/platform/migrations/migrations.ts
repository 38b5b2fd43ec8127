/** Applies the SQL files of prisma/migrations and records them as Prisma does, so that its command line agrees. */
import pg from 'pg';
import { connectOnce } from '../database-connection.ts';
import { StartupError } from '../errors.ts';
import { applyMigration } from './apply-migration.ts';
import {
  type MigrationFile,
  matchesChecksum,
  migrationsFolder,
  readMigrations,
  requiredMigration,
} from './migration-files.ts';

/** The migrations of a database, compared with those of this version. */
export type MigrationState =
  | 'applied'
  /** Names of the migrations that have not been applied yet. */
  | { readonly pending: readonly string[] }
  /** Names of the migrations that were begun and did not finish. */
  | { readonly failed: readonly string[] }
  /** Names of the migrations of a newer version, on whose schema this version does not work. */
  | { readonly unknown: readonly string[] }
  /** Names of the migrations of a newer version, on whose schema this version works. */
  | { readonly newer: readonly string[] };

interface RecordedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
  /** The migration that a version must have to work after this one; undefined if there is none. */
  readonly requires: string | undefined;
}

// Any fixed number will do. It differs from the one that Prisma's own engine takes.
const migrationLock = 7_052_026_110;

/** The table as Prisma's engine creates it. */
const createHistory = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the pending migrations, each in one transaction with its record, and returns their names. Instances that start
 * at the same time wait for each other. `onProgress` receives one line of text per event.
 * @throws StartupError if the database cannot be reached or has a schema on which this version does not work, or if a migration fails, failed
 * earlier, or was edited after it was applied
 */
export async function applyMigrations({
  url,
  folder = migrationsFolder,
  onProgress = () => undefined,
}: {
  url: string;
  folder?: string;
  onProgress?: (text: string) => void;
}): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await connectOnce(url);
  try {
    await lockMigrations(client, onProgress);
    const recorded = await readRecorded(client);
    checkHistory(migrations, recorded);
    const newer = findUnknown(migrations, recorded).map(({ name }) => name);
    if (newer.length > 0) onProgress(`The database has newer migrations than this version: ${abbreviate(newer)}.`);
    const pending = findPending(migrations, recorded);
    if (pending.length === 0) return [];
    const names = pending.map(({ name }) => name);
    onProgress(
      `Applying ${names.length === 1 ? 'the migration' : `${names.length} migrations:`} ${abbreviate(names)} …`,
    );
    await client.query(createHistory);
    for (const migration of pending) await applyMigration(client, migration, onProgress);
    return names;
  } finally {
    // Unlocked explicitly, because all clients of the embedded database share one session, which does not end.
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    await client.end();
  }
}

/**
 * Compares the database with this version in one small query, for the readiness check. Checksums are not compared.
 * @throws any error of the query
 */
export async function migrationState({
  pool,
  folder = migrationsFolder,
}: {
  pool: Pick<pg.Pool, 'query'>;
  folder?: string;
}): Promise<MigrationState> {
  const migrations = await readOnce(folder);
  const recorded = await readRecorded(pool);
  const failed = recorded.filter(({ isFinished }) => !isFinished).map(({ name }) => name);
  if (failed.length > 0) return { failed };
  const pending = findPending(migrations, recorded).map(({ name }) => name);
  if (pending.length > 0) return { pending };
  const unknown = findUnknown(migrations, recorded);
  if (unknown.length === 0) return 'applied';
  const names = unknown.map(({ name }) => name);
  return isCompatible(migrations, unknown) ? { newer: names } : { unknown: names };
}

const maxShownNames = 3;

function abbreviate(names: readonly string[]): string {
  return names.length > maxShownNames ? `${names.at(0)} to ${names.at(-1)}` : names.join(', ');
}

async function lockMigrations(client: pg.Client, onProgress: (text: string) => void): Promise<void> {
  const { rows } = await client.query<{ isLocked: boolean }>('SELECT pg_try_advisory_lock($1) AS "isLocked"', [
    migrationLock,
  ]);
  if (rows[0]?.isLocked) return;
  onProgress('Waiting for another instance to apply its migrations …');
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
}

async function readRecorded(database: Pick<pg.Pool, 'query'>): Promise<RecordedMigration[]> {
  try {
    const { rows } = await database.query<Omit<RecordedMigration, 'requires'> & { logs: string | null }>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished", logs
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    );
    return rows.map(({ logs, ...record }) => ({ ...record, requires: requiredMigration(logs ?? '') }));
  } catch (error) {
    // The table is created with the first migration.
    if (error instanceof pg.DatabaseError && error.code === '42P01') return [];
    throw error;
  }
}

/** @throws StartupError if the recorded migrations do not match those of this version */
function checkHistory(migrations: readonly MigrationFile[], recorded: readonly RecordedMigration[]): void {
  const failed = recorded.find(({ isFinished }) => !isFinished);
  if (failed)
    throw new StartupError(
      `The migration ${failed.name} failed at an earlier start. Find out which of its changes are in the database ` +
        '(usually none: a migration is one transaction), undo them, and correct the cause. Then delete its record with ' +
        `DELETE FROM _prisma_migrations WHERE migration_name = '${failed.name}' AND finished_at IS NULL; and start again.`,
    );
  const unknown = findUnknown(migrations, recorded);
  // A newer version has all migrations of this one. A database in which some are missing has another history.
  if (unknown.length > 0 && (!isCompatible(migrations, unknown) || findPending(migrations, recorded).length > 0))
    throw new StartupError(
      `The database has migrations that this version does not know: ${abbreviate(unknown.map(({ name }) => name))}. ` +
        'A newer version has used it, on whose schema this version does not work. Start that version, or restore an older backup.',
    );
  for (const { name, checksum } of recorded) {
    const sql = migrations.find((migration) => migration.name === name)?.sql;
    if (sql === undefined || matchesChecksum(sql, checksum)) continue;
    throw new StartupError(
      `The migration ${name} was edited after it was applied to this database. ` +
        'Restore its migration.sql, and put the change into a new migration (npm run migration -- NAME).',
    );
  }
}

function findPending(migrations: readonly MigrationFile[], recorded: readonly RecordedMigration[]): MigrationFile[] {
  const finished = new Set(recorded.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  return migrations.filter(({ name }) => !finished.has(name));
}

function findUnknown(
  migrations: readonly MigrationFile[],
  recorded: readonly RecordedMigration[],
): RecordedMigration[] {
  const knownNames = new Set(migrations.map(({ name }) => name));
  return recorded.filter(({ name }) => !knownNames.has(name));
}

/** True if this version has every migration that those of a newer version require. */
const isCompatible = (migrations: readonly MigrationFile[], unknown: readonly RecordedMigration[]): boolean =>
  unknown.every(({ requires }) => requires === undefined || migrations.some(({ name }) => name === requires));

const readFolders = new Map<string, Promise<MigrationFile[]>>();

function readOnce(folder: string): Promise<MigrationFile[]> {
  const migrations = readFolders.get(folder) ?? readMigrations(folder);
  readFolders.set(folder, migrations);
  return migrations;
}
