/** A place in a log. Places of one log are all numbers or all strings, and later ones compare as greater. */
export type Position = number | string;

/** Some entries of a log, in order. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Whether nothing came after them when they were read. If something did, and there are none, read again soon. */
  readonly isEnd: boolean;
}

/** Something that only grows at its end, and how it is read. */
export interface Log<At extends Position, Entry> {
  readonly positionOf: (entry: Entry) => At;
  /** Reads up to `limit` entries that come after place `after`, in order. */
  readonly read: (after: At, limit: number) => Promise<Page<Entry>>;
}

/** The newest entries of one log. However many readers ask at once, the database is asked once. */
export interface LogCache<At extends Position, Entry> {
  /** The log has reached `place`; without one: it has grown, who knows how far. */
  invalidate(place?: At): void;
  /** Up to a page of the entries after `cursor`; if there are none and it is the end, wait to be woken. */
  after(cursor: At): Promise<Page<Entry>>;
}

export function createLogCache<At extends Position, Entry>(
  { positionOf: placeOf, read }: Log<At, Entry>,
  { pageSize, cachedEntries }: { pageSize: number; cachedEntries: number },
): LogCache<At, Entry> {
  /** `kept` holds what follows place `from`, without a gap; undefined before the first reader came. */
  let from: At | undefined;
  let entries: readonly Entry[] = [];
  /** How far the log goes, by hearsay. */
  let knownEnd: At | undefined;
  /** Whether a read has reached the end of the log, so that only hearsay can say there is more. */
  let reachedEnd = false;
  /** Counts hearsay of no place, so that a read that began before it does not pass for the end. */
  let invalidations = 0;
  let reading: Promise<void> | undefined;

  const last = () => {
    const newest = entries.at(-1);
    return newest === undefined ? from : placeOf(newest);
  };
  const isAfter = (place: At | undefined, other: At | undefined) =>
    place !== undefined && (other === undefined || place > other);
  const isBehind = () => !reachedEnd || isAfter(knownEnd, last());

  const readOnce = async (base: At) => {
    const invalidationsBefore = invalidations;
    const { entries: newer, isEnd } = await read(base, pageSize);
    // The window was moved while the read was under way: what was read does not join up with it.
    if (last() !== base) return;
    entries = [...entries, ...newer];
    if (invalidations === invalidationsBefore) reachedEnd = isEnd;
    const lastDropped = entries.at(-cachedEntries - 1);
    if (entries.length > cachedEntries && lastDropped !== undefined) {
      from = placeOf(lastDropped);
      entries = entries.slice(-cachedEntries);
    }
  };
  const readOn = (base: At) => {
    reading ??= readOnce(base).finally(() => {
      reading = undefined;
    });
    return reading;
  };

  return {
    invalidate: (place) => {
      if (place === undefined) {
        invalidations += 1;
        reachedEnd = false;
      } else if (isAfter(place, knownEnd)) knownEnd = place;
    },
    after: async (cursor) => {
      if (from === undefined || isAfter(cursor, last())) {
        from = cursor;
        entries = [];
        reachedEnd = false;
      }
      if (cursor < from) return read(cursor, pageSize);
      if (cursor === last() && isBehind()) {
        // A read that is under way may have begun before the log grew: only one that begins after it counts.
        await reading;
        if (!isAfter(last(), cursor) && isBehind()) await readOn(cursor);
      }
      if (isAfter(from, cursor)) return read(cursor, pageSize);
      const newer = entries.filter((entry) => placeOf(entry) > cursor);
      return { entries: newer.slice(0, pageSize), isEnd: reachedEnd && newer.length <= pageSize };
    },
  };
}
