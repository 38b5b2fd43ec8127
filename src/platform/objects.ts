/** `Object.keys` and its relatives with the types of the keys, for records whose keys are all known. */

export const keysOf = <T extends object>(record: T): (keyof T & string)[] =>
  Object.keys(record) as (keyof T & string)[];

/** The keys with their values; the type of the values is the union of all. */
export const entriesOf = <T extends object>(record: T): [keyof T & string, NonNullable<T[keyof T]>][] =>
  Object.entries(record) as [keyof T & string, NonNullable<T[keyof T]>][];

/** A record of these keys, each with its result of `valueFor`. */
export const recordOf = <Key extends string, Value>(
  keys: readonly Key[],
  valueFor: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, valueFor(key)])) as Record<Key, Value>;

/** A record of the same keys, each with the result of `map` for its value. */
export const mapValues = <T extends object, Result>(
  record: T,
  map: (value: T[keyof T], key: keyof T & string) => Result,
): Record<keyof T & string, Result> => recordOf(keysOf(record), (key) => map(record[key], key));
