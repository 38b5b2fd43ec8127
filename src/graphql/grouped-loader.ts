import DataLoader from 'dataloader';
import { type Context, contextLoader } from './context.ts';

/** A field of one object, with the arguments that it was asked with. */
interface GroupedKey<Subject, Args> {
  readonly subject: Subject;
  readonly args: Args;
}

interface GroupedRead<Subject, Args, Value> {
  readonly idOf: (subject: Subject) => string;
  /** Reads the values of these objects for the same arguments, in the order of the objects, in one statement. */
  readonly read: (context: Context, subjects: readonly Subject[], args: Args) => Promise<readonly Value[]>;
}

/**
 * Makes a loader of a field with arguments: those with the same arguments are read together, different arguments one after
 * the other.
 */
export function groupedLoader<Subject, Args, Value>({ idOf, read }: GroupedRead<Subject, Args, Value>) {
  type Key = GroupedKey<Subject, Args>;
  const argsKey = ({ args }: Key): string => JSON.stringify(args);
  return contextLoader(
    (context) =>
      new DataLoader<Key, Value, string>(
        async (keys) => {
          const values = new Map<Key, Value>();
          for (const group of Map.groupBy(keys, argsKey).values()) {
            const [first] = group;
            if (!first) continue;
            const subjects = group.map(({ subject }) => subject);
            for (const [index, value] of (await read(context, subjects, first.args)).entries()) {
              const key = group[index];
              if (key) values.set(key, value);
            }
          }
          return keys.map((key) => values.get(key) ?? new Error('A read gave too few values'));
        },
        { cacheKeyFn: (key) => `${idOf(key.subject)} ${argsKey(key)}` },
      ),
  );
}
