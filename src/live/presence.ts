/**
 * Signs: the newest state of something that is stored nowhere (who types, who is here). One that is set again takes the
 * place of what it said before, so that a slow reader gets only the newest and memory stays bounded.
 */

export type PresenceValue = Readonly<Record<string, string | number>>;

export interface PresenceState {
  /** What it is about; of two with one key the later counts. */
  readonly key: string;
  readonly value: PresenceValue;
}

export interface VersionedPresence extends PresenceState {
  /** Whether it is up now; if not, `value` is what it last said. */
  readonly isUp: boolean;
  /** Grows with each change of any sign of the topic. */
  readonly version: number;
}

/** The signs of one topic. Moments are milliseconds of any clock that only goes forward. */
export interface PresenceStore {
  /** Puts a sign up until `until`, for `source`: it stays up while any of its sources has it up. Returns whether that changed something. */
  put(sign: PresenceState, source: string, until: number): boolean;
  /** `source` takes its sign down; without one all do. Returns whether that changed something. */
  remove(key: string, source?: string): boolean;
  /** Takes down what has run out. Returns whether something has. */
  expire(now: number): boolean;
  /** Whether `source` has this sign up. */
  has(key: string, source: string): boolean;
  /** What has changed after `version`, each in its newest state, the oldest change first; with 0: everything that is up. */
  since(version: number): readonly VersionedPresence[];
}

interface Posted {
  value: PresenceValue;
  version: number;
  /** Until when each source has it up. */
  readonly sources: Map<string, number>;
}

export function createPresenceStore(maxPresence: number): PresenceStore {
  const posted = new Map<string, Posted>();
  let version = 0;
  const touch = (sign: Posted) => {
    version += 1;
    sign.version = version;
  };
  /** Makes room by forgetting one that is down; says no if all are up. */
  const hasRoom = () => {
    if (posted.size < maxPresence) return true;
    const down = [...posted].find(([, { sources }]) => sources.size === 0);
    return down !== undefined && posted.delete(down[0]);
  };
  const takeDown = (sign: Posted, sources: readonly string[]) => {
    if (sign.sources.size === 0) return false;
    for (const source of sources) sign.sources.delete(source);
    if (sign.sources.size > 0) return false;
    touch(sign);
    return true;
  };

  return {
    put: ({ key, value }, source, until) => {
      const known = posted.get(key);
      if (!known && !hasRoom()) return false;
      const sign = known ?? { value, version: 0, sources: new Map() };
      const isNew = sign.sources.size === 0 || JSON.stringify(sign.value) !== JSON.stringify(value);
      posted.set(key, sign);
      sign.sources.set(source, until);
      sign.value = value;
      if (isNew) touch(sign);
      return isNew;
    },
    remove: (key, source) => {
      const sign = posted.get(key);
      return sign !== undefined && takeDown(sign, source === undefined ? [...sign.sources.keys()] : [source]);
    },
    expire: (now) =>
      [...posted.values()]
        .map((sign) =>
          takeDown(
            sign,
            [...sign.sources].flatMap(([source, until]) => (until <= now ? [source] : [])),
          ),
        )
        .includes(true),
    has: (key, source) => posted.get(key)?.sources.has(source) ?? false,
    since: (seen) =>
      [...posted]
        .map(([key, { value, version, sources }]) => ({ key, value, version, isUp: sources.size > 0 }))
        .filter((sign) => sign.version > seen && (seen > 0 || sign.isUp))
        .sort((one, other) => one.version - other.version),
  };
}
