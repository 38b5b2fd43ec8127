/** The clock of a sandbox: how far it was put forward stands in its database, for all instances and over restarts. */
import { limits } from '../limits.ts';
import { type Clock, dayMs, later, systemClock } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { IdempotencyKeyReused, InputInvalid } from '../platform/errors.ts';

export interface KeptClock extends Clock {
  /** Reads how far it was put forward. It never goes back. */
  catchUp(): Promise<void>;
  /** Writes down that it is to be put forward; known by its key, a call is written down once. @throws IdempotencyKeyReused if that was another one */
  begin(key: string, ms: number): Promise<void>;
  /**
   * Puts it forward by a day of what a call has left, or by the rest. False if nothing is left, also because the same
   * call goes on elsewhere. @throws InputInvalid if it would get further than it may
   */
  passDay(key: string): Promise<boolean>;
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
    begin: async (key, ms) => {
      await db.clockAdvance.createMany({ data: [{ key, ms, leftMs: ms }], skipDuplicates: true });
      const first = await db.clockAdvance.findUniqueOrThrow({ where: { key } });
      if (Number(first.ms) !== ms) throw new IdempotencyKeyReused();
    },
    passDay: async (key) => {
      const offsets = await db.$transaction((tx) => putForward(tx, key));
      return take(offsets);
    },
  };
}

/** Where the clock stands then; nothing if the call has nothing left. */
async function putForward(tx: Tx, key: string): Promise<readonly { offset: bigint }[]> {
  const [step] = await tx.$queryRaw<{ ms: bigint }[]>`
    with next as (
      select key, least(left_ms, ${BigInt(dayMs)}) as ms from clock_advance where key = ${key} and left_ms > 0 for update)
    update clock_advance set left_ms = left_ms - next.ms from next where clock_advance.key = next.key returning next.ms`;
  if (!step) return [];
  const days = limits.sandboxes.farthestDays;
  const offsets = await tx.$queryRaw<{ offset: bigint }[]>`
    insert into sandbox_clock as kept (id, offset_ms) values (1, ${step.ms})
    on conflict (id) do update set offset_ms = kept.offset_ms + excluded.offset_ms
    where kept.offset_ms + excluded.offset_ms <= ${BigInt(days * dayMs)}
    returning offset_ms as offset`;
  if (offsets.length > 0) return offsets;
  throw new InputInvalid([{ field: 'days', message: `would lead further than ${days} days from the real time` }]);
}
