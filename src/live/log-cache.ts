/** A position in a log. The positions of one log are all numbers or all strings, and later ones compare as greater. */
export type Position = number | string;

/** Some entries of a log, in order. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** True if nothing came after the entries when they were read. If it is false and there are none, read again soon. */
  readonly isEnd: boolean;
}

/** A sequence that grows only at its end, and how it is read. */
export interface Log<At extends Position, Entry> {
  readonly positionOf: (entry: Entry) => At;
  /** Reads up to `limit` entries after position `after`, in order. */
  readonly read: (after: At, limit: number) => Promise<Page<Entry>>;
}

/** The newest entries of one log, in memory. Concurrent readers share one read of the database. */
export interface LogCache<At extends Position, Entry> {
  /** Marks the cache as stale up to `position`; without a position, entirely. */
  invalidate(position?: At): void;
  /** Up to a page of the entries after `cursor`. If there are none and it is the end, wait for the next update. */
  after(cursor: At): Promise<Page<Entry>>;
}

export function createLogCache<At extends Position, Entry>(
  { positionOf, read }: Log<At, Entry>,
  { pageSize, cachedEntries }: { pageSize: number; cachedEntries: number },
): LogCache<At, Entry> {
  /** `entries` has what follows position `from`, without a gap; undefined before the first read. */
  let from: At | undefined;
  let entries: readonly Entry[] = [];
  /** The greatest position that an update has named. */
  let knownEnd: At | undefined;
  /** True once a read has reached the end of the log; from then on only updates say that there is more. */
  let reachedEnd = false;
  /** Counts updates without a position, so that a read which started before one is not mistaken for the end. */
  let invalidations = 0;
  let reading: Promise<void> | undefined;

  const lastPosition = () => {
    const newest = entries.at(-1);
    return newest === undefined ? from : positionOf(newest);
  };
  const isAfter = (position: At | undefined, other: At | undefined) =>
    position !== undefined && (other === undefined || position > other);
  const isBehind = () => !reachedEnd || isAfter(knownEnd, lastPosition());

  const readOnce = async (base: At) => {
    const invalidationsBefore = invalidations;
    const { entries: newer, isEnd } = await read(base, pageSize);
    // The cache has moved during the read: the entries that were read do not join those that it has.
    if (lastPosition() !== base) return;
    entries = [...entries, ...newer];
    if (invalidations === invalidationsBefore) reachedEnd = isEnd;
    const lastDropped = entries.at(-cachedEntries - 1);
    if (entries.length > cachedEntries && lastDropped !== undefined) {
      from = positionOf(lastDropped);
      entries = entries.slice(-cachedEntries);
    }
  };
  const readMore = (base: At) => {
    reading ??= readOnce(base).finally(() => {
      reading = undefined;
    });
    return reading;
  };

  return {
    invalidate: (position) => {
      if (position === undefined) {
        invalidations += 1;
        reachedEnd = false;
      } else if (isAfter(position, knownEnd)) knownEnd = position;
    },
    after: async (cursor) => {
      if (from === undefined || isAfter(cursor, lastPosition())) {
        from = cursor;
        entries = [];
        reachedEnd = false;
      }
      if (cursor < from) return read(cursor, pageSize);
      if (cursor === lastPosition() && isBehind()) {
        // A read in progress may have started before the log grew: only a read that starts after it counts.
        await reading;
        if (!isAfter(lastPosition(), cursor) && isBehind()) await readMore(cursor);
      }
      if (isAfter(from, cursor)) return read(cursor, pageSize);
      const newer = entries.filter((entry) => positionOf(entry) > cursor);
      return { entries: newer.slice(0, pageSize), isEnd: reachedEnd && newer.length <= pageSize };
    },
  };
}
