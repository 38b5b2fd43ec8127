import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { tuning } from '../tuning.ts';

/** The times at which keys were last used, buffered in memory so that a request costs no write. */
export interface KeyUsage {
  record(keyId: string): void;
  /** Writes the buffered times, in one statement if there are any. */
  flush(): Promise<void>;
}

/** The task that writes the buffered times. */
export const keyUsageTasks = (keyUsage: KeyUsage): readonly BackgroundTask[] => [
  { name: 'key-usage', kind: 'buffer', run: keyUsage.flush, maxPauseMs: tuning.applications.keyUsageFlushMs },
];

export function createKeyUsage({ db, clock }: { db: Db; clock: Clock }): KeyUsage {
  let pending = new Map<string, Date>();
  return {
    record: (keyId) => {
      pending.set(keyId, clock.now());
    },
    flush: async () => {
      if (pending.size === 0) return;
      const batch = pending;
      pending = new Map();
      // Another instance may have written a later time. Keys are locked in the order of their ids, to avoid deadlocks.
      await db.$executeRaw`
        update application_key set last_used_at = greatest(last_used_at, locked.at) from (
          select key.id, used.at from application_key key
          join unnest(${[...batch.keys()]}::uuid[], ${[...batch.values()]}::timestamptz[]) as used (id, at) on used.id = key.id
          order by key.id for update of key
        ) as locked where application_key.id = locked.id`;
    },
  };
}
