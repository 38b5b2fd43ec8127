/** Reads that many ask for at one moment, as one. */
import DataLoader from 'dataloader';
import { tuning } from '../tuning.ts';

/**
 * Gathers what is asked for, each thing once, and keeps nothing. `read` gets the keys and answers each, in their order.
 * The busier the database, the more is gathered: a thousand who ask at once are one statement or two.
 */
export function createBatchLoader<Key, Value>(
  read: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  nameOf: (key: Key) => string = String,
): { load(key: Key): Promise<Value>; loadMany(keys: readonly Key[]): Promise<(Value | Error)[]> } {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  const readAll = async (keys: readonly Key[]) => {
    underWay += 1;
    try {
      const wanted = new Map(keys.map((key) => [nameOf(key), key]));
      const values = await read(filledUp([...wanted.values()]));
      const byName = new Map([...wanted.keys()].map((name, index) => [name, values[index] as Value | Error]));
      return keys.map((key) => byName.get(nameOf(key)) as Value | Error);
    } finally {
      underWay -= 1;
      waiting.shift()?.();
    }
  };
  return new DataLoader<Key, Value>(readAll, {
    cache: false,
    maxBatchSize: tuning.database.batchLoaderSize,
    // Called once for each batch, when its first key comes; the batch grows until `dispatch`.
    batchScheduleFn: (dispatch) => {
      if (underWay < tuning.database.maxConcurrentBatches)
        void Promise.resolve().then(() => process.nextTick(dispatch));
      else waiting.push(dispatch);
    },
  });
}

/** To a power of two, with the last once more: statements with so many places for keys are prepared once for each number. */
function filledUp<Key>(keys: readonly Key[]): readonly Key[] {
  const size = 2 ** Math.ceil(Math.log2(keys.length));
  // There is a last one: a batch is never empty.
  return [...keys, ...Array.from({ length: size - keys.length }, () => keys.at(-1) as Key)];
}
