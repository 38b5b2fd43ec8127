import { type Clock, later } from './clock.ts';

/** Values that many ask for, kept for a short time. */
export interface Cache<Value> {
  /** The value of a key. Asked for by many at once it is read once; a read that throws is not kept. */
  get(key: string): Promise<Value>;
  /** Stops watching. */
  close(): void;
}

export interface CacheOptions<Value> {
  readonly clock: Clock;
  readonly read: (key: string) => Promise<Value>;
  /** How long a value is good after it was read. */
  readonly keptMs: number;
  /** How many keys are kept; the one that nobody has asked for the longest makes way. */
  readonly most: number;
  /** Calls `forget` when the value of the key may have changed. Returns the function that ends it. */
  readonly watch: (key: string, forget: () => void) => () => void;
}

interface Kept<Value> {
  readonly value: Promise<Value>;
  isGood(): boolean;
  unwatch(): void;
}

export function createCache<Value>({ clock, read, keptMs, most, watch }: CacheOptions<Value>): Cache<Value> {
  // In the order in which they were last asked for.
  const kept = new Map<string, Kept<Value>>();
  const drop = (key: string) => {
    kept.get(key)?.unwatch();
    kept.delete(key);
  };
  const readAnew = (key: string): Kept<Value> => {
    drop(key);
    // While it is read it is good; a change in that time makes it good for those who wait and for nobody else.
    let goodUntil: Date | undefined;
    let isForgotten = false;
    const unwatch = watch(key, () => {
      isForgotten = true;
    });
    const value = read(key);
    const entry = { value, unwatch, isGood: () => !isForgotten && (!goodUntil || clock.now() < goodUntil) };
    kept.set(key, entry);
    value.then(
      () => {
        goodUntil = later(clock.now(), keptMs);
      },
      () => {
        if (kept.get(key) === entry) drop(key);
      },
    );
    for (const [oldest] of kept) {
      if (kept.size <= most) break;
      drop(oldest);
    }
    return entry;
  };

  return {
    get: (key) => {
      const known = kept.get(key);
      if (!known?.isGood()) return readAnew(key).value;
      kept.delete(key);
      kept.set(key, known);
      return known.value;
    },
    close: () => {
      for (const key of [...kept.keys()]) drop(key);
    },
  };
}
