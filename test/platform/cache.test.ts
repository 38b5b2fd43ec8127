/** The cache: one read for many callers, dropped after a time, a change, or when it is full. */
import { expect, test } from 'vitest';
import { createCache } from '../../src/platform/cache.ts';
import { movableClock } from '../../src/platform/clock.ts';

const ttlMs = 1_000;

/** A cache of numbered reads, e.g. `a1` for the first read of `a`. Reads end when the test says. */
function cacheOfReads({ maxKeys = 10 } = {}) {
  const clock = movableClock();
  const watchers = new Map<string, Set<() => void>>();
  const reads: PromiseWithResolvers<string>[] = [];
  const cache = createCache({
    clock,
    ttlMs,
    maxKeys,
    read: () => {
      const pending = Promise.withResolvers<string>();
      reads.push(pending);
      return pending.promise;
    },
    watch: (key, invalidate) => {
      const ofKey = watchers.get(key) ?? new Set();
      watchers.set(key, ofKey.add(invalidate));
      return () => ofKey.delete(invalidate);
    },
  });
  return {
    cache,
    clock,
    reads,
    invalidate: (key: string) => {
      for (const invalidate of [...(watchers.get(key) ?? [])]) invalidate();
    },
    watched: () => [...watchers].filter(([, ofKey]) => ofKey.size > 0).map(([key]) => key),
    /** Gets a value that is read again. */
    readNow: async (key: string, value: string) => {
      const got = cache.get(key);
      reads.at(-1)?.resolve(value);
      return got;
    },
  };
}

test('concurrent callers share one read, and later callers its value', async () => {
  const { cache, reads } = cacheOfReads();

  const first = cache.get('a');
  const second = cache.get('a');
  reads[0]?.resolve('a1');

  expect(await Promise.all([first, second])).toEqual(['a1', 'a1']);
  expect(await cache.get('a')).toBe('a1');
  expect(reads).toHaveLength(1);
});

test('a value is read again when its time to live has passed, counted from the end of its read', async () => {
  const { cache, clock, reads, readNow } = cacheOfReads();
  const first = cache.get('a');
  clock.advance({ ms: 10 * ttlMs });
  const second = cache.get('a');
  reads[0]?.resolve('a1');
  expect(await Promise.all([first, second])).toEqual(['a1', 'a1']);

  clock.advance({ ms: ttlMs / 2 });
  expect(await cache.get('a')).toBe('a1');
  clock.advance({ ms: ttlMs });
  expect(await readNow('a', 'a2')).toBe('a2');
});

test('an invalidated value is read again', async () => {
  const { cache, invalidate, readNow, watched } = cacheOfReads();
  await readNow('a', 'a1');

  invalidate('a');

  expect(watched()).toEqual([]);
  expect(await readNow('a', 'a2')).toBe('a2');
  expect(await cache.get('a')).toBe('a2');
});

test('a value that is invalidated during its read reaches those who wait for it, and is read again after them', async () => {
  const { cache, reads, invalidate, watched } = cacheOfReads();
  const before = cache.get('a');

  invalidate('a');
  const after = cache.get('a');
  reads[1]?.resolve('a2');
  reads[0]?.resolve('a1');

  expect(await Promise.all([before, after])).toEqual(['a1', 'a2']);
  expect(await cache.get('a')).toBe('a2');
  expect(watched()).toEqual(['a']);
});

test('a read that fails is not cached', async () => {
  const { cache, reads, readNow, watched } = cacheOfReads();
  const failed = cache.get('a');
  reads[0]?.reject(new Error('no database'));

  await expect(failed).rejects.toThrow('no database');

  expect(watched()).toEqual([]);
  expect(await readNow('a', 'a2')).toBe('a2');
});

test('the least recently used key is evicted and no longer watched, also while it is read', async () => {
  const { cache, reads, readNow, watched } = cacheOfReads({ maxKeys: 2 });
  await readNow('a', 'a1');
  await readNow('b', 'b1');
  await cache.get('a');

  const pending = cache.get('c');
  expect(watched()).toEqual(['a', 'c']);
  await readNow('d', 'd1');
  await readNow('e', 'e1');
  expect(watched()).toEqual(['d', 'e']);

  reads[2]?.resolve('c1');
  expect(await pending).toBe('c1');
  expect(watched()).toEqual(['d', 'e']);
});

test('a closed cache watches no key', async () => {
  const { cache, readNow, watched } = cacheOfReads();
  await readNow('a', 'a1');
  void cache.get('b');

  cache.close();

  expect(watched()).toEqual([]);
});
