/** Migrations that run while the release before serves requests, and after which it can come back. */
import { expect, test } from 'vitest';
import { firstCheckedMigration, unsafeStatements } from '../../scripts/migration/unsafe-statements.ts';
import { migrationsFolder, readMigrations, requiredMigration } from '../../src/platform/migrations/migration-files.ts';

const migrations = await readMigrations(migrationsFolder);

test('no new migration stops the release before it', () => {
  const problems = migrations
    .filter(({ name }) => name >= firstCheckedMigration)
    .flatMap(({ name, sql }) => unsafeStatements(sql).map((problem) => `${name}: ${problem}`));

  expect(problems).toEqual([]);
});

test('a migration needs only migrations that are older than itself', () => {
  for (const { name, sql } of migrations) {
    const required = requiredMigration(sql);
    if (required === undefined) continue;
    expect(migrations.map((migration) => migration.name)).toContain(required);
    expect(required < name).toBe(true);
  }
});

test.each([
  'CREATE INDEX "a_idx" ON "order"("a");',
  'CREATE UNIQUE INDEX a_idx ON "order" (a) WHERE a IS NOT NULL;',
  'CREATE INDEX CONCURRENTLY "a_idx" ON "order"("a");',
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS "a_idx" ON "order"("a"); SELECT 1;',
  'ALTER TABLE "order" ADD COLUMN "a" TEXT NOT NULL;',
  'ALTER TABLE "order" ADD COLUMN "b" TEXT,\nADD COLUMN "a" INTEGER NOT NULL;',
  'ALTER TABLE "order" ADD COLUMN "a" UUID NOT NULL DEFAULT gen_random_uuid();',
  'ALTER TABLE "order" ALTER COLUMN "a" SET DATA TYPE BIGINT;',
  'ALTER TABLE "order" ALTER COLUMN "a" SET NOT NULL;',
  'ALTER TABLE "order" ADD CONSTRAINT "a_fkey" FOREIGN KEY ("a") REFERENCES "ad"("id");',
  'ALTER TABLE "order" ADD CONSTRAINT "a_check" CHECK (a > 0);',
  'ALTER TABLE "order" ADD CONSTRAINT "a_key" UNIQUE ("a");',
  'ALTER TABLE "order" DROP COLUMN "a";',
  'ALTER TABLE "order" RENAME COLUMN "a" TO "b";',
  'DROP TABLE "order";',
  'DROP INDEX "a_idx"; DROP FUNCTION a();',
  'UPDATE "order" SET a = 1;',
  '-- A comment; with a semicolon.\nDELETE FROM "order";',
])('%s is refused', (sql) => {
  expect(unsafeStatements(sql)).toHaveLength(1);
});

test.each([
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS "a_idx" ON "order"("a");',
  'CREATE TABLE "a" ("id" UUID NOT NULL); CREATE INDEX "a_idx" ON "a"("id"); UPDATE "a" SET id = NULL;',
  'ALTER TABLE "order" ADD COLUMN "a" TEXT NOT NULL DEFAULT \'\';',
  'ALTER TABLE "order" ADD COLUMN "a" TEXT, ADD COLUMN "b" BIGINT NOT NULL DEFAULT 0;',
  'ALTER TABLE "order" ADD CONSTRAINT "a_fkey" FOREIGN KEY ("a") REFERENCES "ad"("id") NOT VALID;',
  'ALTER TABLE "order" VALIDATE CONSTRAINT "a_fkey";',
  'ALTER TABLE "order" ADD CONSTRAINT "a_key" UNIQUE USING INDEX "a_idx";',
  'ALTER TABLE "order" ALTER COLUMN "a" DROP NOT NULL, DROP CONSTRAINT "a_check";',
  '-- needs: 20261129000000_last_use\nALTER TABLE "order" DROP COLUMN "a";',
  '-- safe: The table has one row.\nUPDATE "marketplace" SET a = 1;',
  'CREATE FUNCTION a() RETURNS int LANGUAGE plpgsql AS $$ BEGIN UPDATE "order" SET a = \';\'; RETURN 1; END $$;',
  'ALTER TYPE "AuditAction" ADD VALUE \'AD_PAUSED\';',
])('%s is accepted', (sql) => {
  expect(unsafeStatements(sql)).toEqual([]);
});
