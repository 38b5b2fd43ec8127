/** The clock of a sandbox: how far it was put forward stands in its database, for all instances and over restarts. */
import { limits } from '../limits.ts';
import { type Clock, dayMs, later, systemClock } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { IdempotencyKeyReused, InputInvalid } from '../platform/errors.ts';

export interface KeptClock extends Clock {
  /** Reads how far it was put forward. It never goes back. */
  catchUp(): Promise<void>;
  /**
   * Puts it forward day by day, so that what follows upon something is done in its turn. A call is known by its key: said
   * again, also while it goes on or after it broke off, it does what is left of it.
   * @throws InputInvalid if it would get further than it may, IdempotencyKeyReused if the key was that of another call
   */
  passTime(call: { readonly ms: number; readonly key: string }, eachDay: () => Promise<unknown>): Promise<void>;
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
    passTime: async ({ ms, key }, eachDay) => {
      await db.clockAdvance.createMany({ data: [{ key, totalMs: ms, remainingMs: ms }], skipDuplicates: true });
      const first = await db.clockAdvance.findUniqueOrThrow({ where: { key } });
      if (Number(first.totalMs) !== ms) throw new IdempotencyKeyReused();
      while (take(await db.$transaction((tx) => putForward(tx, key)))) await eachDay();
    },
  };
}

/** A day of what a call has left, or the rest: where the clock stands then. Nothing if nothing is left. */
async function putForward(tx: Tx, key: string): Promise<readonly { offset: bigint }[]> {
  const [step] = await tx.$queryRaw<{ ms: bigint }[]>`
    with next as (
      select key, least(left_ms, ${BigInt(dayMs)}) as ms from clock_advance where key = ${key} and left_ms > 0 for update)
    update clock_advance set left_ms = left_ms - next.ms from next where clock_advance.key = next.key returning next.ms`;
  if (!step) return [];
  const days = limits.sandboxes.maxDaysAhead;
  const offsets = await tx.$queryRaw<{ offset: bigint }[]>`
    insert into sandbox_clock as kept (id, offset_ms) values (1, ${step.ms})
    on conflict (id) do update set offset_ms = kept.offset_ms + excluded.offset_ms
    where kept.offset_ms + excluded.offset_ms <= ${BigInt(days * dayMs)}
    returning offset_ms as offset`;
  if (offsets.length > 0) return offsets;
  throw new InputInvalid([
    { field: 'days', message: `must not move the clock more than ${days} days ahead of the real time` },
  ]);
}
