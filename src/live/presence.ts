/**
 * Presence: the newest state of something that is not stored (typing, online). A new state replaces the old one, so
 * that a slow reader gets only the newest and memory stays bounded.
 */

export type PresenceValue = Readonly<Record<string, string | number>>;

export interface PresenceState {
  /** The subject of the state. Of two states with one key the later counts. */
  readonly key: string;
  readonly value: PresenceValue;
}

export interface VersionedPresence extends PresenceState {
  /** False once the state was cleared; `value` is then its last value. */
  readonly isSet: boolean;
  /** Grows with each change of any state of the topic. */
  readonly version: number;
}

/** The presence states of one topic. Times are milliseconds of any clock that never goes back. */
export interface PresenceStore {
  /** Sets a state until `until`, for `source`. It stays set while any source has set it. Returns true if that changed it. */
  put(state: PresenceState, source: string, until: number): boolean;
  /** Clears the state of `source`; without one, of all sources. Returns true if that changed it. */
  remove(key: string, source?: string): boolean;
  /** Clears expired states. Returns true if there were any. */
  expire(now: number): boolean;
  /** True if `source` has set this state. */
  has(key: string, source: string): boolean;
  /** The states that have changed after `version`, the oldest change first; with 0, all that are set. */
  since(version: number): readonly VersionedPresence[];
}

interface StoredPresence {
  value: PresenceValue;
  version: number;
  /** The time until which each source has set it. */
  readonly sources: Map<string, number>;
}

export function createPresenceStore(maxPresence: number): PresenceStore {
  const states = new Map<string, StoredPresence>();
  let version = 0;
  const touch = (stored: StoredPresence) => {
    version += 1;
    stored.version = version;
  };
  /** Makes room by dropping a cleared state. Returns false if all are set. */
  const hasRoom = () => {
    if (states.size < maxPresence) return true;
    const cleared = [...states].find(([, { sources }]) => sources.size === 0);
    return cleared !== undefined && states.delete(cleared[0]);
  };
  const removeSources = (stored: StoredPresence, sources: readonly string[]) => {
    if (stored.sources.size === 0) return false;
    for (const source of sources) stored.sources.delete(source);
    if (stored.sources.size > 0) return false;
    touch(stored);
    return true;
  };

  return {
    put: ({ key, value }, source, until) => {
      const existing = states.get(key);
      if (!existing && !hasRoom()) return false;
      const stored = existing ?? { value, version: 0, sources: new Map() };
      const isNew = stored.sources.size === 0 || JSON.stringify(stored.value) !== JSON.stringify(value);
      states.set(key, stored);
      stored.sources.set(source, until);
      stored.value = value;
      if (isNew) touch(stored);
      return isNew;
    },
    remove: (key, source) => {
      const stored = states.get(key);
      return (
        stored !== undefined && removeSources(stored, source === undefined ? [...stored.sources.keys()] : [source])
      );
    },
    expire: (now) =>
      [...states.values()]
        .map((stored) =>
          removeSources(
            stored,
            [...stored.sources].flatMap(([source, until]) => (until <= now ? [source] : [])),
          ),
        )
        .includes(true),
    has: (key, source) => states.get(key)?.sources.has(source) ?? false,
    since: (after) =>
      [...states]
        .map(([key, { value, version: changedAt, sources }]) => ({
          key,
          value,
          version: changedAt,
          isSet: sources.size > 0,
        }))
        .filter((state) => state.version > after && (after > 0 || state.isSet))
        .sort((one, other) => one.version - other.version),
  };
}
