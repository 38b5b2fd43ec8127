/** A loader that reads many keys with one statement. */
import DataLoader from 'dataloader';
import { tuning } from '../tuning.ts';

/**
 * Gathers the keys that are asked for at the same time, each once, and caches nothing. `read` gets the keys and returns
 * their values in the same order. While its statements run, further keys are gathered: a thousand callers at the same
 * time cost one statement or two.
 */
export function createBatchLoader<Key, Value>(
  read: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  keyOf: (key: Key) => string = String,
): { load(key: Key): Promise<Value>; loadMany(keys: readonly Key[]): Promise<(Value | Error)[]> } {
  let running = 0;
  const waiting: (() => void)[] = [];
  const readAll = async (keys: readonly Key[]) => {
    running += 1;
    try {
      const unique = new Map(keys.map((key) => [keyOf(key), key]));
      const values = await read(padToPowerOfTwo([...unique.values()]));
      const byName = new Map([...unique.keys()].map((name, index) => [name, values[index] as Value | Error]));
      return keys.map((key) => byName.get(keyOf(key)) as Value | Error);
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  return new DataLoader<Key, Value>(readAll, {
    cache: false,
    maxBatchSize: tuning.database.batchLoaderSize,
    // Called with the first key of each batch; the batch grows until `dispatch`.
    batchScheduleFn: (dispatch) => {
      if (running < tuning.database.maxConcurrentBatches) void Promise.resolve().then(() => process.nextTick(dispatch));
      else waiting.push(dispatch);
    },
  });
}

/**
 * Repeats the last key until the number of keys is a power of two, because a statement with another number of keys has to
 * be prepared again. A batch is never empty, so there is a last key.
 */
function padToPowerOfTwo<Key>(keys: readonly Key[]): readonly Key[] {
  const size = 2 ** Math.ceil(Math.log2(keys.length));
  return [...keys, ...Array.from({ length: size - keys.length }, () => keys.at(-1) as Key)];
}
