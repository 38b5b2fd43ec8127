/** The clock of a sandbox: how far it was put forward stands in its database, for all instances and over restarts. */
import { limits } from '../limits.ts';
import { type Clock, dayMs, later, systemClock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';

export interface KeptClock extends Clock {
  /** Reads how far it was put forward. It never goes back. */
  catchUp(): Promise<void>;
  /** Puts it forward. @throws InputInvalid if it would get further than it may */
  advance(ms: number): Promise<void>;
}

export function keptClock(db: Db): KeptClock {
  let offsetMs = 0;
  const take = (rows: readonly { offset: bigint }[]) => {
    for (const { offset } of rows) offsetMs = Math.max(offsetMs, Number(offset));
    return rows.length > 0;
  };
  return {
    now: () => later(systemClock.now(), offsetMs),
    catchUp: async () => {
      take(await db.$queryRaw`select offset_ms as offset from sandbox_clock`);
    },
    advance: async (ms) => {
      const most = limits.sandboxes.farthestDays * dayMs;
      const isTaken = take(
        await db.$queryRaw`
          insert into sandbox_clock as kept (id, offset_ms) values (1, ${BigInt(ms)})
          on conflict (id) do update set offset_ms = kept.offset_ms + excluded.offset_ms
          where kept.offset_ms + excluded.offset_ms <= ${BigInt(most)}
          returning offset_ms as offset`,
      );
      if (isTaken) return;
      const days = limits.sandboxes.farthestDays;
      throw new InputInvalid([{ field: 'days', message: `would lead further than ${days} days from the real time` }]);
    },
  };
}
