/**
 * Counters of impressions and clicks, added up in memory and written periodically in one statement for all ads. A process
 * that dies loses the counts since its last batch, a second or two. Nothing is counted twice.
 */
import type { Clock } from '../../platform/clock.ts';
import { type Day, dayOf } from '../../platform/days.ts';
import type { Db } from '../../platform/db.ts';
import type { Counts, FilteredCounts } from '../ad-flight.ts';

/** Increments of one ad on one day in UTC. */
interface DailyCounts extends Counts, FilteredCounts {
  readonly adId: string;
  readonly day: Day;
}

type CounterName = keyof Counts | keyof FilteredCounts;

export interface Batch {
  /** Sequence number of the batch. */
  readonly number: number;
  readonly counts: readonly DailyCounts[];
}

export interface CounterBuffer {
  /** Adds one. */
  add(adId: string, what: CounterName): void;
  /**
   * Writes the counts so far. If that throws, the same batch is sent again the next time, and later counts wait for the
   * batch after it.
   */
  flush(): Promise<void>;
}

/** `write` must be idempotent: a batch that was written before must not be added again. */
export function createCounterBuffer(clock: Clock, write: (batch: Batch) => Promise<void>): CounterBuffer {
  let added = new Map<string, Pick<DailyCounts, 'adId' | 'day'> & Record<CounterName, number>>();
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
    unacknowledged = { number: ++number, counts: [...added.values()] };
    added = new Map();
    await send();
  };

  return {
    add: (adId, what) => {
      const day = dayOf(clock.now());
      const key = `${adId} ${day}`;
      const counts = added.get(key) ?? {
        adId,
        day,
        impressions: 0,
        clicks: 0,
        filteredImpressions: 0,
        filteredClicks: 0,
      };
      counts[what] += 1;
      added.set(key, counts);
    },
    flush: () => {
      // After the write in progress, which may have started before the newest count.
      last = last.then(flushOnce, flushOnce);
      return last;
    },
  };
}

/**
 * Adds a batch of this process to the counters, and to those of the days, in one statement. It writes increments, so that
 * instances do not overwrite each other, and locks counters in the order of their ids to avoid deadlocks; the lock of a counter
 * covers its days. A batch that was written before changes nothing. Returns true if an ad is used up now.
 */
export async function writeCounts(
  db: Db,
  { processId, batch: { number, counts }, at }: { processId: string; batch: Batch; at: Date },
): Promise<boolean> {
  const updated = await db.$queryRaw<{ isUsedUp: boolean }[]>`
    with given as (
      select * from unnest(${counts.map(({ adId }) => adId)}::uuid[], ${counts.map(({ day }) => day)}::date[],
        ${counts.map(({ impressions }) => impressions)}::int[], ${counts.map(({ clicks }) => clicks)}::int[],
        ${counts.map(({ filteredImpressions }) => filteredImpressions)}::int[],
        ${counts.map(({ filteredClicks }) => filteredClicks)}::int[])
        as given (ad_id, day, impressions, clicks, filtered_impressions, filtered_clicks)
    ), sums as (
      select ad_id, sum(impressions) as impressions, sum(clicks) as clicks,
        sum(filtered_impressions) as filtered_impressions, sum(filtered_clicks) as filtered_clicks
      from given group by ad_id
    ), taken as (
      insert into counted_batch (process_id, number, at) values (${processId}::uuid, ${number}, ${at})
      on conflict (process_id) do update set number = excluded.number, at = excluded.at
      where counted_batch.number < excluded.number
      returning number
    ), locked as (
      select ad_id, sums.impressions, sums.clicks, sums.filtered_impressions, sums.filtered_clicks from ad_counter join sums using (ad_id)
      where exists (select from taken) order by ad_id for update of ad_counter
    ), daily as (
      insert into ad_daily_counter (ad_id, day, impressions, clicks)
      select ad_id, given.day, given.impressions, given.clicks from locked join given using (ad_id)
      where given.impressions + given.clicks > 0
      on conflict (ad_id, day) do update set impressions = ad_daily_counter.impressions + excluded.impressions,
        clicks = ad_daily_counter.clicks + excluded.clicks
    )
    update ad_counter set impressions = ad_counter.impressions + locked.impressions,
      clicks = ad_counter.clicks + locked.clicks,
      filtered_impressions = ad_counter.filtered_impressions + locked.filtered_impressions,
      filtered_clicks = ad_counter.filtered_clicks + locked.filtered_clicks
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
