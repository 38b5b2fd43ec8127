import type { Pool } from 'pg';
import { tuning } from '../tuning.ts';
import type { Log } from './log.ts';
import { type MigrationState, migrationState } from './migrations/migrations.ts';

export interface Health {
  readonly isReady: boolean;
  /** The reason why it is not ready. Anyone can read it. */
  readonly reason?: string;
}

/**
 * A function that checks whether the server is ready: the database responds in time and has every migration. Migrations
 * that differ are logged, once until others differ.
 */
export function createReadinessCheck(pool: Pool, log: Pick<Log, 'warn'>): () => Promise<Health> {
  let logged = '';
  const onDifference = (state: MigrationState) => {
    const text = JSON.stringify(state);
    if (state !== 'applied' && text !== logged)
      log.warn({ migrations: state }, 'the database has other migrations than this version');
    logged = text;
  };
  return () => checkReadiness(pool, onDifference);
}

async function checkReadiness(pool: Pool, onDifference: (state: MigrationState) => void): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(
      () => resolve({ isReady: false, reason: 'the database does not respond' }),
      tuning.database.healthTimeoutMs,
    );
  });
  try {
    return await Promise.race([checkMigrations(pool, onDifference), late]);
  } catch {
    return { isReady: false, reason: 'the database cannot be reached' };
  } finally {
    clearTimeout(timer);
  }
}

async function checkMigrations(pool: Pool, onDifference: (state: MigrationState) => void): Promise<Health> {
  const state = await migrationState({ pool });
  onDifference(state);
  // During an upgrade a newer version has migrated the database; after a rollback it stays so.
  return state === 'applied' || 'newer' in state
    ? { isReady: true }
    : { isReady: false, reason: 'the database has other migrations than this version' };
}
