import type { Tx } from './db.ts';

/**
 * Waits for the lock of a name and holds it until the transaction ends: for work that has no row yet to lock. All names of
 * a database share one space, so a name begins with what it is for.
 */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
