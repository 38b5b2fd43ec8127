/** The clock of a sandbox. Its offset is stored in the database of the sandbox, for all instances and over restarts. */
import { limits } from '../limits.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { type Clock, createListeners, dayMs, later, systemClock } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { IdempotencyKeyReused, InputInvalid } from '../platform/errors.ts';
import { tuning } from '../tuning.ts';

export interface PersistedClock extends Clock {
  onAdvance(listener: () => void): () => void;
  /** Reads the offset from the database. The clock never goes back. */
  refresh(): Promise<void>;
  /**
   * Advances the clock day by day and calls `eachDay` after each, so that one thing can follow from another. A call is
   * identified by its key: repeated while it runs or after it was interrupted, it does what remains of it.
   * @throws InputInvalid if the clock would get too far ahead, IdempotencyKeyReused if the key belongs to another call
   */
  advance(call: { readonly ms: number; readonly key: string }, eachDay: () => Promise<unknown>): Promise<void>;
}

export function createPersistedClock(db: Db): PersistedClock {
  let offsetMs = 0;
  const listeners = createListeners();
  /** Returns whether there was an offset. */
  const setOffset = (rows: readonly { offset: bigint }[]): boolean => {
    const before = offsetMs;
    for (const { offset } of rows) offsetMs = Math.max(offsetMs, Number(offset));
    if (offsetMs > before) listeners.call();
    return rows.length > 0;
  };
  return {
    now: () => later(systemClock.now(), offsetMs),
    onAdvance: listeners.add,
    refresh: async () => {
      setOffset(await db.$queryRaw`select offset_ms as offset from sandbox_clock`);
    },
    advance: async ({ ms, key }, eachDay) => {
      await db.clockAdvance.createMany({ data: [{ key, totalMs: ms, remainingMs: ms }], skipDuplicates: true });
      const first = await db.clockAdvance.findUniqueOrThrow({ where: { key } });
      if (Number(first.totalMs) !== ms) throw new IdempotencyKeyReused();
      while (setOffset(await db.$transaction((tx) => advanceDay(tx, key)))) await eachDay();
    },
  };
}

/** The task that notices when another instance has advanced the clock. */
export const clockTasks = (clock: PersistedClock): readonly BackgroundTask[] => [
  { name: 'sandbox-clock', kind: 'service', run: clock.refresh, maxPauseMs: tuning.backgroundTasks.maxPauseMs },
];

/** Advances the clock by a day of what remains of a call, or by the rest. Returns the new offset; no row if nothing remains. */
async function advanceDay(tx: Tx, key: string): Promise<readonly { offset: bigint }[]> {
  const [step] = await tx.$queryRaw<{ ms: bigint }[]>`
    with next as (
      select key, least(left_ms, ${BigInt(dayMs)}) as ms from clock_advance where key = ${key} and left_ms > 0 for update)
    update clock_advance set left_ms = left_ms - next.ms from next where clock_advance.key = next.key returning next.ms`;
  if (!step) return [];
  const days = limits.sandboxes.maxDaysAhead;
  const offsets = await tx.$queryRaw<{ offset: bigint }[]>`
    insert into sandbox_clock as clock (id, offset_ms) values (1, ${step.ms})
    on conflict (id) do update set offset_ms = clock.offset_ms + excluded.offset_ms
    where clock.offset_ms + excluded.offset_ms <= ${BigInt(days * dayMs)}
    returning offset_ms as offset`;
  if (offsets.length > 0) return offsets;
  throw new InputInvalid([
    { field: 'days', message: `must not move the clock more than ${days} days ahead of the real time` },
  ]);
}
