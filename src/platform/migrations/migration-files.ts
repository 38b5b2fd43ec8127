import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartupError } from '../errors.ts';

/** The folder of the migrations, in Prisma's format. */
export const migrationsFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

export interface MigrationFile {
  /** The name of its folder, `<UTC timestamp>_<description>`. */
  readonly name: string;
  readonly sql: string;
}

/**
 * Reads all migrations, in the order in which they are applied; none if the folder is absent.
 * @throws StartupError if a folder has no readable migration.sql
 */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(emptyIfAbsent);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  // Sorted by code point: the order must not depend on the machine's language.
  return Promise.all(names.sort().map(async (name) => ({ name, sql: await readSql(folder, name) })));
}

function emptyIfAbsent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function readSql(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name, 'migration.sql'), 'utf8');
  } catch {
    throw new StartupError(
      `The migration ${name} has no readable migration.sql in ${folder}. Restore the file, or remove the folder.`,
    );
  }
}

/** The checksum that Prisma records for a migration: SHA-256 in hex. */
export const migrationChecksum = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/** True if `checksum` was recorded for `sql`. Line ends may differ, as in a checkout on Windows. */
export function matchesChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => migrationChecksum(text) === checksum);
}

/**
 * The migration that a version must have to work on the schema after this one, as a migration that removes something states it
 * in a line `-- needs: NAME`; undefined if every earlier version works.
 */
export const requiredMigration = (sql: string): string | undefined => /^-- needs: (\w+)$/m.exec(sql)?.[1];

/** A short hash of a list of migrations, for the names of cached templates. */
export function hashMigrations(migrations: readonly MigrationFile[]): string {
  const hash = createHash('sha256');
  for (const { name, sql } of migrations) hash.update(JSON.stringify([name, sql]));
  return hash.digest('hex').slice(0, 12);
}
