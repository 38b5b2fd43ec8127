/**
 * `npm run migration -- name`: writes the migration that is missing between prisma/migrations and
 * prisma/schema.prisma. With `--check` it writes nothing and exits with 1 if something is missing.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { StartupError } from '../src/platform/errors.ts';
import { migrationsFolder } from '../src/platform/migrations/migration-files.ts';
import { applyMigrations, diffSchema } from '../src/platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run([argument]: string[]): Promise<number> {
  const isCheck = argument === '--check';
  const name = (argument ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (!isCheck && !name) throw new StartupError('Say what the migration does: npm run migration -- add-order-notes');
  const sql = await missingSql();
  if (!sql) {
    console.log('The migrations give prisma/schema.prisma: nothing is missing.');
    return 0;
  }
  if (isCheck) {
    console.error(`The migrations lack this to give prisma/schema.prisma (npm run migration -- name):\n\n${sql}`);
    return 1;
  }
  await write(name, sql);
  return 0;
}

async function missingSql(): Promise<string> {
  const embedded = await startEmbeddedPostgres();
  try {
    await applyMigrations({ url: embedded.url });
    return await diffSchema({ fromUrl: embedded.url });
  } finally {
    await embedded.stop();
  }
}

async function write(name: string, sql: string): Promise<void> {
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${timestamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
  const lock = join(migrationsFolder, 'migration_lock.toml');
  if (!existsSync(lock))
    await writeFile(lock, '# Written by Prisma\'s convention; checked in.\nprovider = "postgresql"\n');
  console.log(`Wrote ${relative('.', join(folder, 'migration.sql'))}. Read it before you apply it.`);
}
