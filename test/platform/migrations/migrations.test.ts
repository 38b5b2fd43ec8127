/** Migrations: each file is applied once, in one transaction with its record, as Prisma records it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { withSchemaEngine } from '../../../scripts/migration/schema-engine.ts';
import { connectOnce } from '../../../src/platform/database-connection.ts';
import { StartupError } from '../../../src/platform/errors.ts';
import { readMigrations } from '../../../src/platform/migrations/migration-files.ts';
import { applyMigrations, migrationState } from '../../../src/platform/migrations/migrations.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

const first = '20260101000000_shops';
const second = '20260102000000_owners';
const createShop = `CREATE TABLE shop (id int);
CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;
INSERT INTO shop VALUES (1);
`;
const createOwner = 'CREATE TABLE owner (id int);\n';

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  const noMigrations = await mkdtemp(join(tmpdir(), 'placard-migrations-'));
  database = await freshDatabase({ folder: noMigrations });
  await rm(noMigrations, { recursive: true });
});
afterAll(() => database.drop());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'placard-migrations-'));
  await query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await writeMigration(first, createShop);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function query<Row>(sql: string): Promise<Row[]> {
  const client = await connectOnce(database.url);
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

const apply = (onProgress?: (text: string) => void) =>
  applyMigrations({ url: database.url, folder, ...(onProgress ? { onProgress } : {}) });

async function stateOf(): Promise<unknown> {
  const client = await connectOnce(database.url);
  try {
    // A folder is read once by a process, so each state is read from a copy of it.
    const copy = await mkdtemp(join(tmpdir(), 'placard-migrations-'));
    for (const { name, sql } of await readMigrations(folder)) {
      await mkdir(join(copy, name));
      await writeFile(join(copy, name, 'migration.sql'), sql);
    }
    const state = await migrationState({ pool: client, folder: copy });
    await rm(copy, { recursive: true });
    return state;
  } finally {
    await client.end();
  }
}

/** The migrations in the form that Prisma's engine takes. */
async function prismaInput() {
  return {
    migrationsList: {
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: (await readMigrations(folder)).map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
      })),
    },
    filters: { externalTables: [], externalEnums: [] },
  };
}

test('pending migrations are applied in order, and only once', async () => {
  await writeMigration(second, createOwner);
  const messages: string[] = [];

  expect(await stateOf()).toEqual({ pending: [first, second] });
  expect(await apply((text) => messages.push(text))).toEqual([first, second]);
  expect(await apply((text) => messages.push(text))).toEqual([]);

  expect(messages).toEqual([`Applying 2 migrations: ${first}, ${second} …`]);
  expect(
    await query('SELECT two() AS two, (SELECT count(*)::int FROM shop) AS shops FROM owner RIGHT JOIN shop ON true'),
  ).toEqual([{ two: 2, shops: 1 }]);
  expect(await stateOf()).toBe('applied');
});

test('a migration that fails leaves nothing behind, and the next start tries it again', async () => {
  await writeMigration(second, 'CREATE TABLE owner (id int); SELECT 1 / 0;');

  const failed = await apply().catch((error: unknown) => error);

  expect(failed).toBeInstanceOf(StartupError);
  expect((failed as Error).message).toContain(`The migration ${second} failed: division by zero. It was rolled back.`);
  expect(await query("SELECT to_regclass('owner') AS owner, to_regclass('shop')::text AS shop")).toEqual([
    { owner: null, shop: 'shop' },
  ]);
  expect(await stateOf()).toEqual({ pending: [second] });

  await writeMigration(second, createOwner);
  expect(await apply()).toEqual([second]);
});

test('a migration that was edited after it was applied is refused by its name', async () => {
  await apply();
  await writeMigration(first, `${createShop}-- edited\n`);

  await expect(apply()).rejects.toThrow(`The migration ${first} was edited after it was applied to this database.`);
});

test('a migration with the line ends of Windows is the same migration', async () => {
  await apply();
  await writeMigration(first, createShop.replaceAll('\n', '\r\n'));

  expect(await apply()).toEqual([]);
});

test('a version works on a database that a newer one has migrated, and starts on it after a rollback', async () => {
  await writeMigration(second, createOwner);
  await apply();
  await rm(join(folder, second), { recursive: true });
  const messages: string[] = [];

  expect(await stateOf()).toEqual({ newer: [second] });
  expect(await apply((text) => messages.push(text))).toEqual([]);
  expect(messages).toEqual([`The database has newer migrations than this version: ${second}.`]);
});

test('a version is refused on a schema that needs a later one, and on a database with another history', async () => {
  await writeMigration(second, `-- needs: ${second}\n${createOwner}`);
  await apply();
  await rm(join(folder, second), { recursive: true });

  expect(await stateOf()).toEqual({ unknown: [second] });
  await expect(apply()).rejects.toThrow(`migrations that this version does not know: ${second}`);

  await query('UPDATE _prisma_migrations SET logs = NULL');
  await writeMigration('20260101500000_elsewhere', 'CREATE TABLE elsewhere (id int);');
  await expect(apply()).rejects.toThrow(`migrations that this version does not know: ${second}`);
});

test('an index is built concurrently, and what an interrupted attempt has left is removed first', async () => {
  await apply();
  const index = 'CREATE INDEX CONCURRENTLY IF NOT EXISTS "shop_id_idx" ON shop (id);\n';
  await query('CREATE INDEX shop_id_idx ON shop ((id + 1))');
  await query("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'shop_id_idx'::regclass");
  await writeMigration(second, index);

  expect(await apply()).toEqual([second]);
  expect(
    await query(
      "SELECT indisvalid AS valid, indexprs IS NULL AS new FROM pg_index WHERE indexrelid = 'shop_id_idx'::regclass",
    ),
  ).toEqual([{ valid: true, new: true }]);
  expect(await stateOf()).toBe('applied');
});

test.runIf(process.env['DATABASE_URL'])(
  'a migration waits for a lock in short turns, so that others get theirs',
  async () => {
    await apply();
    await writeMigration(second, 'ALTER TABLE shop ADD COLUMN name text;\n');
    const holder = await connectOnce(database.url);
    await holder.query('BEGIN; SELECT * FROM shop');
    const waiting = Promise.withResolvers<void>();
    const applied = apply((text) => {
      if (text.includes('waits for a lock')) waiting.resolve();
    });
    await waiting.promise;

    // While the migration makes a pause, the table can be read.
    expect(await query('SELECT id FROM shop')).toEqual([{ id: 1 }]);
    await holder.query('COMMIT');
    await holder.end();
    expect(await applied).toEqual([second]);
  },
);

test('a record without an end, as Prisma leaves it after a failure, is refused with the way to delete it', async () => {
  await apply();
  await query('UPDATE _prisma_migrations SET finished_at = NULL');

  expect(await stateOf()).toEqual({ failed: [first] });
  const message = await apply().catch((error: Error) => error.message);
  expect(message).toContain(`The migration ${first} failed at an earlier start.`);

  const [, statement = ''] = /(DELETE FROM .*?;)/.exec(String(message)) ?? [];
  await query(`${statement} DROP TABLE shop; DROP FUNCTION two;`);
  expect(await apply()).toEqual([first]);
});

test('a folder without its migration.sql is refused', async () => {
  await mkdir(join(folder, second));

  await expect(apply()).rejects.toThrow(`The migration ${second} has no readable migration.sql`);
});

test("Prisma's engine finds the history complete after our run, and we find it complete after its run", async () => {
  await apply();
  await writeMigration(second, createOwner);

  const byEngine = await withSchemaEngine(database.url, async (engine) => engine.applyMigrations(await prismaInput()));
  expect(byEngine.appliedMigrationNames).toEqual([second]);
  expect(await apply()).toEqual([]);

  await writeMigration('20260103000000_more', 'CREATE TABLE more (id int);');
  expect(await apply()).toEqual(['20260103000000_more']);
  const diagnosis = await withSchemaEngine(database.url, async (engine) =>
    engine.diagnoseMigrationHistory({ ...(await prismaInput()), optInToShadowDatabase: false }),
  );
  expect(diagnosis).toMatchObject({
    hasMigrationsTable: true,
    history: null,
    failedMigrationNames: [],
    editedMigrationNames: [],
  });
});

test('the table of records has the columns that Prisma creates', async () => {
  const columns = `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
    FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`;
  await apply();
  const ours = await query(columns);

  await query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await rm(join(folder, first), { recursive: true });
  await writeMigration(second, createOwner);
  await withSchemaEngine(database.url, async (engine) => engine.applyMigrations(await prismaInput()));

  expect(await query(columns)).toEqual(ours);
});

// All clients of the embedded database share one session, and one process owns it.
test.runIf(process.env['DATABASE_URL'])('instances that start at the same time apply each migration once', async () => {
  await writeMigration(second, createOwner);
  const other = await connectOnce(database.url);
  await other.query('SELECT pg_advisory_lock(7052026110)');
  const messages: string[] = [];

  const applying = [1, 2, 3].map(() => apply((text) => messages.push(text)));
  await expect
    .poll(() => [...messages])
    .toEqual(Array(3).fill('Waiting for another instance to apply its migrations …'));
  await other.end();

  expect((await Promise.all(applying)).flat()).toEqual([first, second]);
});
