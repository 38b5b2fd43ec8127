/**
 * `npm run migration -- NAME`: compares prisma/schema.prisma with prisma/migrations, and writes the SQL of the difference
 * to a new migration. With `--check` it writes nothing, and exits with 1 if there is a difference or a
 * statement that stops the release before.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { StartupError } from '../src/platform/errors.ts';
import { migrationsFolder, readMigrations } from '../src/platform/migrations/migration-files.ts';
import { applyMigrations } from '../src/platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { diffSchema } from './migration/diff-schema.ts';
import { firstCheckedMigration, unsafeStatements } from './migration/unsafe-statements.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ([argument]) => {
  const isCheck = argument === '--check';
  const name = (argument ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (!isCheck && !name)
    throw new StartupError('Give the migration a name, for example: npm run migration -- add-order-notes');
  const problems = await findUnsafe();
  if (problems.length > 0) {
    console.error(
      `These statements stop the release before:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    return 1;
  }
  const sql = await findDifference();
  if (!sql) {
    console.log('The migrations match prisma/schema.prisma. There is nothing to write.');
    return 0;
  }
  if (isCheck) {
    console.error(
      `The migrations do not match prisma/schema.prisma. Run npm run migration -- NAME to write this SQL:\n\n${sql}`,
    );
    return 1;
  }
  await write(name, sql);
  return 0;
});

/** The problems of the migrations to which the rule of `unsafe-statements.ts` applies. */
async function findUnsafe(): Promise<string[]> {
  const migrations = await readMigrations(migrationsFolder);
  return migrations
    .filter(({ name }) => name >= firstCheckedMigration)
    .flatMap(({ name, sql }) => unsafeStatements(sql).map((problem) => `${name}: ${problem}`));
}

async function findDifference(): Promise<string> {
  console.log('Starting a PostgreSQL in memory (a few seconds) …');
  const embedded = await startEmbeddedPostgres();
  try {
    console.log('Applying all migrations to it …');
    await applyMigrations({ url: embedded.url });
    console.log('Comparing it with prisma/schema.prisma …');
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
  const providerFile = join(migrationsFolder, 'migration_lock.toml');
  if (!existsSync(providerFile))
    await writeFile(providerFile, '# Required by Prisma, and checked in.\nprovider = "postgresql"\n');
  console.log(`Wrote ${relative('.', join(folder, 'migration.sql'))}. Read it, then apply it with npm run migrate.`);
}
