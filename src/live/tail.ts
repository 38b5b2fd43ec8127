export interface Numbered {
  readonly number: number;
}

/** Reads up to `limit` entries that come after number `after`, in order. */
export type ReadAfter<Entry extends Numbered> = (after: number, limit: number) => Promise<readonly Entry[]>;

/** The newest entries of one log. However many readers ask at once, the database is asked once. */
export interface Tail<Entry extends Numbered> {
  /** The log has reached `number`. */
  hear(number: number): void;
  /** Up to a page of the entries after `cursor`; empty means: nothing is newer, wait to be woken. */
  after(cursor: number): Promise<readonly Entry[]>;
}

export function createTail<Entry extends Numbered>(
  read: ReadAfter<Entry>,
  { pageSize, keptEntries }: { pageSize: number; keptEntries: number },
): Tail<Entry> {
  /** `kept` holds what follows number `from`, without a gap; undefined before the first reader came. */
  let from: number | undefined;
  let kept: readonly Entry[] = [];
  /** How far the log goes, by hearsay. */
  let heard = 0;
  /** Whether a read has reached the end of the log, so that only hearsay can say there is more. */
  let knowsEnd = false;
  let reading: Promise<void> | undefined;

  const last = () => kept.at(-1)?.number ?? from ?? 0;
  const isBehind = () => !knowsEnd || last() < heard;

  const readOnce = async () => {
    const base = last();
    const newer = await read(base, pageSize);
    // The window was moved while the read was under way: what was read does not join up with it.
    if (last() !== base) return;
    kept = [...kept, ...newer];
    if (newer.length < pageSize) knowsEnd = true;
    if (kept.length > keptEntries) {
      kept = kept.slice(-keptEntries);
      from = (kept[0]?.number ?? 1) - 1;
    }
  };
  const readOn = () => {
    reading ??= readOnce().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  return {
    hear: (number) => {
      heard = Math.max(heard, number);
    },
    after: async (cursor) => {
      if (from === undefined || cursor > last()) {
        from = cursor;
        kept = [];
        knowsEnd = false;
      }
      if (cursor < from) return read(cursor, pageSize);
      if (cursor === last() && isBehind()) {
        // A read that is under way may have begun before the log grew: only one that begins after it counts.
        await reading;
        if (cursor >= last() && isBehind()) await readOn();
      }
      return cursor < (from ?? 0)
        ? read(cursor, pageSize)
        : kept.filter((entry) => entry.number > cursor).slice(0, pageSize);
    },
  };
}
