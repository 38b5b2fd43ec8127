import type { Pool } from 'pg';
import { tuning } from '../tuning.ts';
import { migrationState } from './migrations/migrations.ts';

export interface Health {
  readonly isReady: boolean;
  /** What is in the way, for whoever runs the server. */
  readonly reason?: string;
}

/** Whether requests can be served: the database answers in time and has every migration. */
export async function readiness(pool: Pool): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(
      () => resolve({ isReady: false, reason: 'the database does not respond' }),
      tuning.database.healthTimeoutMs,
    );
  });
  try {
    return await Promise.race([migrations(pool), late]);
  } catch {
    return { isReady: false, reason: 'the database cannot be reached' };
  } finally {
    clearTimeout(timer);
  }
}

async function migrations(pool: Pool): Promise<Health> {
  const state = await migrationState({ pool });
  return state === 'applied'
    ? { isReady: true }
    : { isReady: false, reason: `the database has other migrations than this version: ${JSON.stringify(state)}` };
}
