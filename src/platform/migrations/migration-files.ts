import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { StartupError } from '../errors.ts';

/** Where the migrations are, in Prisma's folder format. */
export const migrationsFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/** The file that describes the tables as they should be. */
export const schemaFile = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));

/** One migration on disk. */
export interface MigrationFile {
  /** Its folder's name, `<UTC timestamp>_<what it does>`. */
  name: string;
  sql: string;
}

/** All migrations in the order they are applied; an absent folder holds none. A folder without its SQL is refused. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noFolder);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  // By code point: the order must not depend on the machine's language.
  return Promise.all(names.sort().map(async (name) => ({ name, sql: await readSql(folder, name) })));
}

function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function readSql(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name, 'migration.sql'), 'utf8');
  } catch {
    throw new StartupError(
      `The migration ${name} has no readable migration.sql in ${folder}: restore it, or remove its folder.`,
    );
  }
}

/** The same migrations in the form that Prisma's engine takes. */
export function asMigrationList(folder: string, migrations: MigrationFile[]): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** Whether `sql` is what was applied under `checksum`; other line ends (a checkout on Windows) do not count. */
export function matchesChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some(
    (text) => createHash('sha256').update(text).digest('hex') === checksum,
  );
}

/** A short name for exactly these migrations, for caches. */
export function hashMigrations(migrations: MigrationFile[]): string {
  const hash = createHash('sha256');
  for (const { name, sql } of migrations) hash.update(JSON.stringify([name, sql]));
  return hash.digest('hex').slice(0, 12);
}
