/** The loop over items whose time has come: timers, renewals, digests, ads and files. */
import { tuning } from '../tuning.ts';
import { concurrencyLimit } from './concurrency-limit.ts';
import type { Log } from './log.ts';

export interface DueItems<Item extends object> {
  /** The item in log lines, for example `order timer`. */
  readonly name: string;
  readonly log: Pick<Log, 'error'>;
  /** Reads up to `limit` items that are due, the longest due first. */
  find(limit: number): Promise<readonly Item[]>;
  /**
   * Does the work of one item in a transaction of its own, and returns whether there was something to do. The item is
   * not due afterwards. Another instance may handle the same item at the same time.
   */
  handle(item: Item): Promise<boolean>;
  /** Moves the due time of an item whose work has failed into the future. */
  reschedule(item: Item): Promise<unknown>;
  /** The id of what an item changes: items of different subjects are handled concurrently. Without it, none are. */
  subject?(item: Item): string;
}

/**
 * Handles all items that are due, page by page, and returns the number of those that were handled. An item that fails is
 * logged and rescheduled, so that it does not hold up the others.
 * @throws if the items cannot be read, or a failed item cannot be rescheduled
 */
export async function forEachDue<Item extends object>({
  name,
  log,
  find,
  handle,
  reschedule,
  subject = () => name,
}: DueItems<Item>): Promise<number> {
  const { dueItemsBatchSize: limit, maxConcurrentDueItems } = tuning.backgroundTasks;
  let handled = 0;
  const handleInTurn = async (items: readonly Item[]) => {
    for (const item of items) {
      try {
        if (await handle(item)) handled += 1;
      } catch (error) {
        const fields: object = { err: error, ...item };
        log.error(fields, `${name} failed; rescheduled`);
        await reschedule(item);
      }
    }
  };
  for (;;) {
    const items = await find(limit);
    const withLimit = concurrencyLimit(maxConcurrentDueItems);
    const results = await Promise.allSettled(
      [...Map.groupBy(items, subject).values()].map((ofSubject) => withLimit(() => handleInTurn(ofSubject))),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    if (items.length < limit) return handled;
  }
}
