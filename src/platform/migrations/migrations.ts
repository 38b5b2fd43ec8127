import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { connectOnce } from '../database-connection.ts';
import { StartupError } from '../errors.ts';
import {
  asMigrationList,
  type MigrationFile,
  matchesChecksum,
  migrationsFolder,
  readMigrations,
  schemaFile,
} from './migration-files.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** Where a database stands against the migrations of this version of the program. */
export type MigrationState =
  | 'applied'
  /** These are still to be applied. */
  | { pending: string[] }
  /** These broke off halfway, and somebody has to look. */
  | { failed: string[] }
  /** A newer version of the program applied these. */
  | { unknown: string[] };

interface AppliedMigration {
  name: string;
  checksum: string;
  isFinished: boolean;
}

// Any fixed number does; it differs from the one that Prisma's own engine may take.
const migrationLock = 7_052_026_110;

/**
 * Brings the database up to this version and returns the names of the migrations it applied, none
 * if there was nothing to do. Two instances that start at once take turns.
 *
 * Refuses with a StartupError when the database cannot be reached, when an earlier migration broke
 * off or was edited after it was applied, and when the database is newer than this version.
 * `onProgress` is told in words.
 */
export async function applyMigrations(input: {
  url: string;
  folder?: string;
  onProgress?: (text: string) => void;
}): Promise<string[]> {
  const folder = input.folder ?? migrationsFolder;
  const migrations = await readMigrations(folder);
  const client = await connectOnce(input.url);
  try {
    await lockMigrations(client, input.onProgress);
    const applied = await readApplied(client);
    refuseUnlessSound(migrations, applied);
    const pending = withoutApplied(migrations, applied);
    if (pending.length === 0) return [];
    input.onProgress?.(`Applying ${pending.length} migration(s): ${pending.join(', ')}`);
    return await runPending(input.url, folder, migrations, client);
  } finally {
    // By hand as well: all clients of the embedded database share one session, which does not end.
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    await client.end();
  }
}

/**
 * Where the database stands, by one small query: for the readiness check. Does not look at the
 * migrations' texts. Throws what the query throws.
 */
export async function migrationState(input: {
  pool: Pick<pg.Pool, 'query'>;
  folder?: string;
}): Promise<MigrationState> {
  const migrations = await readOnce(input.folder ?? migrationsFolder);
  const applied = await readApplied(input.pool);
  const failed = applied.filter((one) => !one.isFinished).map((one) => one.name);
  if (failed.length > 0) return { failed };
  const pending = withoutApplied(migrations, applied);
  if (pending.length > 0) return { pending };
  const unknown = findUnknown(migrations, applied);
  return unknown.length > 0 ? { unknown } : 'applied';
}

/**
 * The SQL that is missing to bring the database at `fromUrl`, with all migrations applied, to
 * `schema.prisma`; '' if nothing is.
 */
export async function diffSchema(input: { fromUrl: string; schema?: string }): Promise<string> {
  const path = input.schema ?? schemaFile;
  const files = [{ path, content: await readFile(path, 'utf8') }];
  const { stdout } = await withSchemaEngine(input.fromUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(path) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}

async function lockMigrations(client: pg.Client, onProgress: ((text: string) => void) | undefined): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [migrationLock]);
  if (rows[0]?.got) return;
  onProgress?.('Waiting for another instance that is applying migrations');
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
}

async function readApplied(database: Pick<pg.Pool, 'query'>): Promise<AppliedMigration[]> {
  try {
    const { rows } = await database.query<AppliedMigration>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    );
    return rows;
  } catch (error) {
    // The table is made with the first migration.
    if (error instanceof pg.DatabaseError && error.code === '42P01') return [];
    throw error;
  }
}

function refuseUnlessSound(migrations: MigrationFile[], applied: AppliedMigration[]): void {
  const failed = applied.find((one) => !one.isFinished);
  if (failed) throw brokenOff(failed.name);
  const unknown = findUnknown(migrations, applied);
  if (unknown.length > 0) {
    throw new StartupError(
      `The database has migrations that this version does not know: ${unknown.join(', ')}. ` +
        'A newer version has run on it: start that one, or restore a backup from before.',
    );
  }
  for (const { name, checksum } of applied) {
    const sql = migrations.find((one) => one.name === name)?.sql ?? '';
    if (matchesChecksum(sql, checksum)) continue;
    throw new StartupError(
      `The migration ${name} was edited after this database had applied it. ` +
        'Restore its migration.sql as it was, and put the change into a new migration (npm run migration -- name).',
    );
  }
}

function brokenOff(name: string, reason?: string): StartupError {
  return new StartupError(
    `The migration ${name} broke off${reason ? `: ${reason}` : ' at an earlier start'}. ` +
      'See what of it is in the database (usually nothing: a migration is one transaction), undo that, correct the cause, ' +
      `then forget the attempt with: DELETE FROM _prisma_migrations WHERE migration_name = '${name}' AND finished_at IS NULL; and start again.`,
  );
}

async function runPending(
  url: string,
  folder: string,
  migrations: MigrationFile[],
  client: pg.Client,
): Promise<string[]> {
  try {
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({
        migrationsList: asMigrationList(folder, migrations),
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return appliedMigrationNames;
  } catch (error) {
    const failed = (await readApplied(client).catch(() => [])).find((one) => !one.isFinished);
    if (!failed) throw error;
    throw brokenOff(failed.name, firstReason(error));
  }
}

/** The database's own words out of the engine's report, without its trace. */
function firstReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /ERROR: (.*)/.exec(text)?.[1] ?? text.split('\n   0: ')[0] ?? text;
}

function withoutApplied(migrations: MigrationFile[], applied: AppliedMigration[]): string[] {
  const finished = new Set(applied.filter((one) => one.isFinished).map((one) => one.name));
  return migrations.map((one) => one.name).filter((name) => !finished.has(name));
}

function findUnknown(migrations: MigrationFile[], applied: AppliedMigration[]): string[] {
  const known = new Set(migrations.map((one) => one.name));
  return applied.map((one) => one.name).filter((name) => !known.has(name));
}

const alreadyRead = new Map<string, Promise<MigrationFile[]>>();

function readOnce(folder: string): Promise<MigrationFile[]> {
  const reading = alreadyRead.get(folder) ?? readMigrations(folder);
  alreadyRead.set(folder, reading);
  return reading;
}
