import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.ts';

/** A short-lived cache of values that many callers read. */
export interface Cache<Value> {
  /** The value of a key. Concurrent callers share one read. A read that throws is not cached. */
  get(key: string): Promise<Value>;
  /** Empties the cache and ends all watching. */
  close(): void;
}

export interface CacheOptions<Value> {
  readonly clock: Clock;
  readonly read: (key: string) => Promise<Value>;
  /** Milliseconds from the end of a read until the key is read again. */
  readonly ttlMs: number;
  /** The number of keys that are cached. The least recently used one is evicted. */
  readonly maxKeys: number;
  /** Calls `invalidate` when the value of the key may have changed. Returns a function that ends the watching. */
  readonly watch: (key: string, invalidate: () => void) => () => void;
}

interface CacheEntry<Value> {
  readonly value: Promise<Value>;
  readonly unwatch: () => void;
}

export function createCache<Value>({ clock, read, ttlMs, maxKeys, watch }: CacheOptions<Value>): Cache<Value> {
  const cache = new LRUCache<string, CacheEntry<Value>>({
    max: maxKeys,
    ttl: ttlMs,
    ttlResolution: 0,
    perf: { now: () => clock.now().getTime() },
    dispose: ({ unwatch }) => unwatch(),
  });

  // Not `fetchMethod`: it does not dispose of a read that is evicted or invalidated, so the key would be watched forever.
  const readInto = (key: string): Promise<Value> => {
    const removeIfCurrent = () => {
      if (cache.peek(key) === entry) cache.delete(key);
    };
    // Watched before it is read, so that no change is missed. A change during the read reaches only those who wait for it.
    const unwatch = watch(key, () => removeIfCurrent());
    const entry: CacheEntry<Value> = { value: read(key), unwatch };
    cache.set(key, entry, { ttl: 0 });
    entry.value.then(() => {
      // Set again, now that the read has ended: from here on it expires.
      if (cache.peek(key) === entry) cache.set(key, entry);
    }, removeIfCurrent);
    return entry.value;
  };

  return {
    get: (key) => cache.get(key)?.value ?? readInto(key),
    close: () => cache.clear(),
  };
}
