/**
 * Counters of impressions and clicks, added up in memory and written periodically in one statement for all ads. A process
 * that dies loses the counts since its last batch, a second or two. Nothing is counted twice.
 */
import type { Db } from '../../platform/db.ts';
import type { Counts } from '../ad-flight.ts';

/** Increments by ad. */
export interface Batch {
  /** Sequence number of the batch. */
  readonly number: number;
  readonly counts: ReadonlyMap<string, Counts>;
}

export interface CounterBuffer {
  /** Adds one. */
  add(adId: string, what: keyof Counts): void;
  /**
   * Writes the counts so far. If that throws, the same batch is sent again the next time, and later counts wait for the
   * batch after it.
   */
  flush(): Promise<void>;
}

/** `write` must be idempotent: a batch that was written before must not be added again. */
export function createCounterBuffer(write: (batch: Batch) => Promise<void>): CounterBuffer {
  let added = new Map<string, Record<keyof Counts, number>>();
  /** The batch that was sent and is not acknowledged yet. */
  let unacknowledged: Batch | undefined;
  let number = 0;
  let last: Promise<void> = Promise.resolve();

  const send = async () => {
    if (!unacknowledged) return;
    await write(unacknowledged);
    unacknowledged = undefined;
  };
  // Counts that arrive in the meantime wait for the next batch, or a busy server would write without a pause.
  const flushOnce = async () => {
    await send();
    if (added.size === 0) return;
    unacknowledged = { number: ++number, counts: added };
    added = new Map();
    await send();
  };

  return {
    add: (adId, what) => {
      const counts = added.get(adId) ?? { impressions: 0, clicks: 0 };
      counts[what] += 1;
      added.set(adId, counts);
    },
    flush: () => {
      // After the write in progress, which may have started before the newest count.
      last = last.then(flushOnce, flushOnce);
      return last;
    },
  };
}

/**
 * Adds a batch of this process to the counters in one statement. It writes increments, so that instances do not overwrite
 * each other, and locks rows in the order of their ids to avoid deadlocks. A batch that was written before changes nothing.
 * Returns true if an ad is used up now.
 */
export async function writeCounts(
  db: Db,
  { processId, batch: { number, counts }, at }: { processId: string; batch: Batch; at: Date },
): Promise<boolean> {
  const each = [...counts.values()];
  const updated = await db.$queryRaw<{ isUsedUp: boolean }[]>`
    with given as (
      select * from unnest(${[...counts.keys()]}::uuid[], ${each.map(({ impressions }) => impressions)}::int[],
        ${each.map(({ clicks }) => clicks)}::int[]) as given (ad_id, impressions, clicks)
    ), taken as (
      insert into counted_batch (process_id, number, at) values (${processId}::uuid, ${number}, ${at})
      on conflict (process_id) do update set number = excluded.number, at = excluded.at
      where counted_batch.number < excluded.number
      returning number
    ), locked as (
      select ad_id, given.impressions, given.clicks from ad_counter join given using (ad_id)
      where exists (select from taken) order by ad_id for update of ad_counter
    )
    update ad_counter set impressions = ad_counter.impressions + locked.impressions,
      clicks = ad_counter.clicks + locked.clicks
    from locked where ad_counter.ad_id = locked.ad_id returning ad_counter.is_used_up as "isUsedUp"`;
  return updated.some(({ isUsedUp }) => isUsedUp);
}

/** Deletes the batch numbers of a process that has stopped, and of processes that died before `diedBefore`. */
export async function forgetBatches(
  db: Db,
  { processId, diedBefore }: { processId: string; diedBefore: Date },
): Promise<void> {
  await db.countedBatch.deleteMany({ where: { OR: [{ processId }, { at: { lt: diedBefore } }] } });
}
