/** Applies one migration while other instances serve requests: it waits for no lock for long, since all others wait behind it. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg, { escapeIdentifier } from 'pg';
import { tuning } from '../../tuning.ts';
import { StartupError } from '../errors.ts';
import { type MigrationFile, migrationChecksum, requiredMigration } from './migration-files.ts';

/** PostgreSQL's codes for a lock that was not granted in time, and for a deadlock. */
const lockErrors = ['55P03', '40P01'];

const insertRecord = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count, logs)
  VALUES ($1, $2, $3, clock_timestamp(), 1, $4)`;

/**
 * Applies a migration with its record, in one transaction. A migration that builds an index concurrently is one statement
 * without a transaction; it removes what an interrupted attempt has left behind.
 * @throws StartupError if it fails
 */
export async function applyMigration(
  client: pg.Client,
  migration: MigrationFile,
  onProgress: (text: string) => void,
): Promise<void> {
  const { name, sql } = migration;
  const apply = /\bconcurrently\b/i.test(sql) ? applyConcurrently : applyInTransaction;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await apply(client, migration);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      const isLocked = lockErrors.includes(error.code ?? '');
      if (!isLocked || attempts >= tuning.migrations.lockAttempts)
        throw new StartupError(
          `The migration ${name} failed: ${error.message}. It was rolled back. Correct the cause and start again.`,
        );
      if (attempts === 1) onProgress(`The migration ${name} waits for a lock that another connection holds …`);
      await setTimeout(tuning.migrations.lockPauseMs);
    }
  }
}

/** The record of a migration, whose line `-- needs: NAME` is kept for earlier versions: they do not have its file. */
function recordOf({ name, sql }: MigrationFile): unknown[] {
  const required = requiredMigration(sql);
  return [randomUUID(), migrationChecksum(sql), name, required ? `-- needs: ${required}` : null];
}

async function applyInTransaction(client: pg.Client, migration: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL lock_timeout = ${tuning.migrations.lockTimeoutMs}`);
    await client.query(migration.sql);
    await client.query(insertRecord, recordOf(migration));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function applyConcurrently(client: pg.Client, migration: MigrationFile): Promise<void> {
  const [, index = ''] = /\bindex\s+concurrently\s+if\s+not\s+exists\s+"?(\w+)/i.exec(migration.sql) ?? [];
  const { rowCount } = await client.query(
    'SELECT 1 FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid',
    [escapeIdentifier(index)],
  );
  if (rowCount) await client.query(`DROP INDEX CONCURRENTLY ${escapeIdentifier(index)}`);
  await client.query(migration.sql);
  await client.query(insertRecord, recordOf(migration));
}
