/** Values that break assumptions, for the arguments of operations. */
import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { toGlobalId } from '../src/graphql/ids.ts';
import { limits } from '../src/limits.ts';
import { pick } from '../test/support/random.ts';
import {
  days,
  integers,
  longTexts,
  numbers,
  safeIntegers,
  shortTexts,
  times,
  validDays,
  validTimes,
} from './samples.ts';

/** Ids and cursors that the API has issued, and the source of the random numbers. */
export interface ValueContext {
  readonly random: () => number;
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
  /** Names of node types. */
  readonly typeNames: readonly string[];
  /** True if every value has the type of its place, so that it reaches the resolvers. */
  readonly isTyped: boolean;
}

/** Values of all kinds, for any place. */
function anything({ random, ids }: ValueContext): unknown {
  const deep = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], null);
  return pick<() => unknown>(random, [
    () => null,
    () => pick(random, [true, false]),
    () => pick(random, numbers),
    () => pick(random, shortTexts),
    () => pick(random, longTexts),
    () => [],
    () => ({}),
    () => [null, {}, [], 'x', 1],
    () => deep(pick(random, [2, 12, 13, 60, 2_000])),
    () => Array.from({ length: pick(random, [50, 51, 3_000]) }, (_, index) => index),
    () => ownProto({ a: 1 }),
    () => ({
      constructor: { prototype: { polluted: true } },
      toString: null,
      id: pick(random, [...ids, 'x']),
    }),
    () => Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, index])),
  ])();
}

/** An object with a key `__proto__` of its own. */
const ownProto = (value: unknown): object => Object.fromEntries([['__proto__', value]]);

function hostileId({ random, ids, typeNames }: ValueContext): string {
  const uuid = randomUUID();
  const typeName = () => pick(random, typeNames);
  return pick<() => string>(random, [
    () => pick(random, [...ids, 'x']),
    () => pick(random, [...ids, 'x']),
    () => toGlobalId(typeName(), uuid),
    () => toGlobalId(typeName(), `${uuid}:${pick(random, ['0', '1', '-1', '999999999999', '1e9', ''])}`),
    () =>
      toGlobalId(
        typeName(),
        pick(random, ['', '1', uuid.toUpperCase(), '../x', '\0', '00000000-0000-0000-0000-000000000000']),
      ),
    () => toGlobalId(pick(random, ['__proto__', 'Nothing', 'constructor', '', 'Query']), uuid),
    // A known id with another type.
    () =>
      toGlobalId(
        typeName(),
        Buffer.from(pick(random, [...ids, 'x']), 'base64url')
          .toString()
          .split(':')
          .slice(1)
          .join(':'),
      ),
    () => uuid,
    () => `${pick(random, [...ids, 'x'])}=`,
    () => pick(random, shortTexts),
    () => pick(random, longTexts),
  ])();
}

function hostileCursor({ random, cursors, ids }: ValueContext): string {
  const issued = () => pick(random, [...cursors, 'x']);
  return pick<() => string>(random, [
    issued,
    issued,
    () => issued().slice(0, -1),
    () => `${issued()}A`,
    () =>
      Buffer.from(
        Buffer.from(issued(), 'base64url')
          .toString()
          .replace(/\d+/g, () => pick(random, ['0', '-1', '99999999999999999999', '1e5', 'NaN'])),
      ).toString('base64url'),
    () => pick(random, [...ids, 'x']),
    () => pick(random, shortTexts),
    () => pick(random, longTexts),
  ])();
}

const isCursorName = (name: string): boolean => /after|before|cursor/i.test(name);

/** A value for an argument or an input field: usually one of the right form at a limit, sometimes anything. */
export function hostileValue(type: GraphQLInputType, name: string, known: ValueContext, depth = 0): unknown {
  const { random, isTyped } = known;
  const isWrong = (share: number): boolean => !isTyped && random() < share;
  if (isNonNullType(type)) return isWrong(0.04) ? null : hostileValue(type.ofType, name, known, depth);
  if (isWrong(0.06)) return anything(known);
  if (random() < 0.02) return null;
  if (isListType(type)) {
    const most = limits.listArguments;
    const length = pick(random, isTyped ? [0, 1, 1, 2, 3, most] : [0, 1, 2, 20, most, most + 1, 400]);
    const item = () => hostileValue(type.ofType, name, known, depth + 1);
    // A long list repeats its items, so that it fits into a request.
    const items = Array.from({ length: Math.min(length, 3) }, item);
    return isWrong(0.05) ? item() : Array.from({ length }, (_, index) => items[index % items.length]);
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) =>
      isRequiredInputField(field) ? !isWrong(0.03) : random() < 0.35,
    );
    const entries = fields.map((field): [string, unknown] => [
      field.name,
      depth > 6 ? null : hostileValue(field.type, field.name, known, depth + 1),
    ]);
    if (isWrong(0.04)) entries.push([pick(random, ['__proto__', 'constructor', 'unknown', 'toString', '']), 1]);
    return Object.fromEntries(entries);
  }
  if (isEnumType(type)) {
    const names = type.getValues().map((value) => value.name);
    return !isWrong(0.15) ? pick(random, names) : pick(random, [...shortTexts, names.join().toLowerCase(), 0]);
  }
  return hostileScalar(type.name, name, known);
}

function hostileScalar(typeName: string, name: string, known: ValueContext): unknown {
  const { random, isTyped } = known;
  switch (typeName) {
    case 'Boolean':
      return isTyped || random() < 0.9 ? random() < 0.5 : pick(random, ['true', 0, 1, '']);
    case 'Int':
    case 'SafeInt':
    case 'Float':
      if (isTyped) return pick(random, typeName === 'Int' ? integers : [...integers, ...safeIntegers]);
      return random() < 0.9 ? pick(random, numbers) : pick(random, shortTexts);
    case 'Date':
      return pick(random, isTyped ? validDays : days);
    case 'DateTime':
      if (isTyped) return pick(random, validDays) + pick(random, validTimes);
      return random() < 0.05 ? pick(random, numbers) : pick(random, days) + pick(random, times);
    case 'Currency':
      return pick(random, isTyped ? ['EUR', 'jpy', 'MGA', 'KWD', 'ISK'] : shortTexts);
    case 'ID':
      return hostileId(known);
    default:
      if (isCursorName(name) && random() < 0.8) return hostileCursor(known);
      if (/id$/i.test(name) && random() < 0.5) return hostileId(known);
      return random() < 0.12 ? pick(random, longTexts) : pick(random, shortTexts);
  }
}

/** A text for a place that is not an argument, such as a path or a header. */
export const hostileText = ({ random }: Pick<ValueContext, 'random'>): string => pick(random, shortTexts);
