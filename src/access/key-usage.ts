import { Prisma } from '../generated/prisma/client.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { tuning } from '../tuning.ts';

/** The times at which keys and grants were last used, buffered in memory so that a request costs no write. */
export interface KeyUsage {
  record(keyId: string): void;
  recordGrant(grantId: string): void;
  /** Writes the buffered times, in one statement for keys and one for grants, if there are any. */
  flush(): Promise<void>;
}

/** The task that writes the buffered times. */
export const keyUsageTasks = (keyUsage: KeyUsage): readonly BackgroundTask[] => [
  { name: 'key-usage', kind: 'buffer', run: keyUsage.flush, maxPauseMs: tuning.applications.keyUsageFlushMs },
];

export function createKeyUsage({ db, clock }: { db: Db; clock: Clock }): KeyUsage {
  const keys = createBuffer({ db, clock }, Prisma.sql`application_key`);
  const grants = createBuffer({ db, clock }, Prisma.sql`application_grant`);
  return {
    record: keys.record,
    recordGrant: grants.record,
    flush: async () => {
      await keys.flush();
      await grants.flush();
    },
  };
}

/** Buffers times of last use for the rows of a table. */
function createBuffer({ db, clock }: { db: Db; clock: Clock }, table: Prisma.Sql) {
  let pending = new Map<string, Date>();
  return {
    record: (id: string) => {
      pending.set(id, clock.now());
    },
    flush: async () => {
      if (pending.size === 0) return;
      const batch = pending;
      pending = new Map();
      // Another instance may have written a later time. Rows are locked in the order of their ids, to avoid deadlocks.
      await db.$executeRaw`
        update ${table} as used_row set last_used_at = greatest(last_used_at, locked.at) from (
          select used_row.id, used.at from ${table} as used_row
          join unnest(${[...batch.keys()]}::uuid[], ${[...batch.values()]}::timestamptz[]) as used (id, at)
            on used.id = used_row.id
          order by used_row.id for update of used_row
        ) as locked where used_row.id = locked.id`;
    },
  };
}
