/** The loop over items whose time has come: timers, renewals, digests, ads and files. */
import { tuning } from '../tuning.ts';
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
}: DueItems<Item>): Promise<number> {
  const limit = tuning.backgroundTasks.dueItemsBatchSize;
  let handled = 0;
  for (;;) {
    const items = await find(limit);
    for (const item of items) {
      try {
        if (await handle(item)) handled += 1;
      } catch (error) {
        const fields: object = { err: error, ...item };
        log.error(fields, `${name} failed; rescheduled`);
        await reschedule(item);
      }
    }
    if (items.length < limit) return handled;
  }
}
