import type { Pool } from 'pg';
import { tuning } from '../tuning.ts';
import { migrationState } from './migrations/migrations.ts';

export interface Health {
  readonly isReady: boolean;
  /** The reason why it is not ready, for the people who run the server. */
  readonly reason?: string;
}

/** Ready means that the database responds in time and has every migration. */
export async function checkReadiness(pool: Pool): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(
      () => resolve({ isReady: false, reason: 'the database does not respond' }),
      tuning.database.healthTimeoutMs,
    );
  });
  try {
    return await Promise.race([checkMigrations(pool), late]);
  } catch {
    return { isReady: false, reason: 'the database cannot be reached' };
  } finally {
    clearTimeout(timer);
  }
}

async function checkMigrations(pool: Pool): Promise<Health> {
  const state = await migrationState({ pool });
  return state === 'applied'
    ? { isReady: true }
    : { isReady: false, reason: `the database has other migrations than this version: ${JSON.stringify(state)}` };
}
