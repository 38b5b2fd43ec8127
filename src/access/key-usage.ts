import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { tuning } from '../tuning.ts';

/** When keys were last used: kept in memory and written now and then, so that a call costs no write. */
export interface KeyUsage {
  note(keyId: string): void;
  /** Writes what was noted. One statement, however many keys; none if none was used. */
  flush(): Promise<void>;
}

/** The task that writes when keys were last used. */
export const keyUsageTasks = (keyUsage: KeyUsage): readonly BackgroundTask[] => [
  { name: 'key-usage', kind: 'buffer', run: keyUsage.flush, maxPauseMs: tuning.applications.keyUsageFlushMs },
];

export function createKeyUsage({ db, clock }: { db: Db; clock: Clock }): KeyUsage {
  let uses = new Map<string, Date>();
  return {
    note: (keyId) => {
      uses.set(keyId, clock.now());
    },
    flush: async () => {
      if (uses.size === 0) return;
      const noted = uses;
      uses = new Map();
      // Another instance may have written a later time; keys are locked in the order of their ids.
      await db.$executeRaw`
        update application_key set last_used_at = greatest(last_used_at, locked.at) from (
          select key.id, used.at from application_key key
          join unnest(${[...noted.keys()]}::uuid[], ${[...noted.values()]}::timestamptz[]) as used (id, at) on used.id = key.id
          order by key.id for update of key
        ) as locked where application_key.id = locked.id`;
    },
  };
}
