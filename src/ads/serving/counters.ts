/**
 * Counting: what happens to ads a thousand times a second is added up in memory and written now and then, in one
 * statement for all ads. What has not been written when the process dies is lost: the counts since the last batch, which
 * is a second or two. Nothing is ever counted twice.
 */
import type { Db } from '../../platform/db.ts';
import type { Counts } from '../ad-flight.ts';

/** What is to be added. */
export interface Batch {
  /** Grows by one from batch to batch. */
  readonly number: number;
  readonly counts: ReadonlyMap<string, Counts>;
}

export interface CounterBuffer {
  /** Adds one. */
  add(adId: string, what: keyof Counts): void;
  /**
   * Writes what was added so far. If that throws, nothing is forgotten: the same batch is sent again the next time, and
   * what is added meanwhile waits for the one after.
   */
  flush(): Promise<void>;
}

/** `write` must take a batch that it has taken before without adding it again. */
export function createCounterBuffer(write: (batch: Batch) => Promise<void>): CounterBuffer {
  let added = new Map<string, Record<keyof Counts, number>>();
  /** Sent, and not known to have arrived. */
  let sent: Batch | undefined;
  let number = 0;
  let last: Promise<void> = Promise.resolve();

  const send = async () => {
    if (!sent) return;
    await write(sent);
    sent = undefined;
  };
  // What is added while this goes on waits for the next time: else a busy server would write without a pause.
  const flushOnce = async () => {
    await send();
    if (added.size === 0) return;
    sent = { number: ++number, counts: added };
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
      // After the one that is under way, which may have begun before the newest count.
      last = last.then(flushOnce, flushOnce);
      return last;
    },
  };
}

/**
 * Adds a batch of this process to the counters, in one statement. Increments, so that instances do not undo each other;
 * the rows are locked in the order of their ids, so that they do not block each other for good. A batch that was taken
 * before, because its answer was lost, changes nothing. Returns whether an ad is used up now.
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

/** Forgets how far the counts of a process came, once it sends no more, and of those that died before `diedBefore`. */
export async function forgetBatches(
  db: Db,
  { processId, diedBefore }: { processId: string; diedBefore: Date },
): Promise<void> {
  await db.countedBatch.deleteMany({ where: { OR: [{ processId }, { at: { lt: diedBefore } }] } });
}
