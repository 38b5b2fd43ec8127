/** What a step may ask for. GraphQL arguments, log entries, validation and TypeScript types are read off these. */

export interface Money {
  /** In the currency's smallest unit, e.g. cents. */
  readonly minorUnits: bigint;
  /** ISO 4217, e.g. EUR. */
  readonly currency: string;
}

export interface Field<Value = unknown> {
  readonly kind: 'text' | 'link' | 'date' | 'money' | 'number' | 'choice' | 'id' | 'files';
  readonly required: boolean;
  /** For people: what to put here. */
  readonly about: string;
  /** Text: the most characters; link: the most characters of the address; number: the largest. */
  readonly max?: number;
  /** Number: the smallest. */
  readonly min?: number;
  /** Files: how many there can be. */
  readonly most?: number;
  /** Choice: what can be chosen, and what each word means. */
  readonly values?: readonly string[];
  readonly meanings?: Readonly<Record<string, string>>;
  /** Choice: the name of that list of words; id: the type of what it points at. */
  readonly name?: string;
  /** The id of something that is made with the step: it is drawn for it. */
  readonly isNew?: true;
  /** Text that one party says to the other: it stands in the chat too. */
  readonly isChatText?: true;
  /** Who gave it alone reads it, until the ratings of the order are published. */
  readonly isSealed?: true;
  /** Only for the compiler: the type of the parsed value. Never set. */
  readonly value?: Value;
}

/** What is wrong with one field, and what would be right. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

const maxTextCharacters = 4_000;
const maxLinkCharacters = 2_000;
const maxFiles = 5;

/** A number as people write it, e.g. 1,000. */
const inDigits = (value: number): string => value.toLocaleString('en');

/** Between 1 and `max` characters that are not all blank. */
export const text = (about: string, max = maxTextCharacters): Field<string> => ({
  kind: 'text',
  required: true,
  about,
  max,
});
/** An absolute http or https address. */
export const link = (about: string): Field<string> => ({ kind: 'link', required: true, about, max: maxLinkCharacters });
/** A moment in time. */
export const date = (about: string): Field<Date> => ({ kind: 'date', required: true, about });
/** A positive sum. */
export const money = (about: string): Field<Money> => ({ kind: 'money', required: true, about });
/** A whole number within its bounds. */
export const number = (about: string, { min, max }: { min: number; max: number }): Field<number> => ({
  kind: 'number',
  required: true,
  about: `${about} A whole number from ${inDigits(min)} to ${inDigits(max)}.`,
  min,
  max,
});
/** One of some words, each with what it means; `name` is what the list of them is called. */
export const choice = <V extends string>(
  name: string,
  about: string,
  meanings: Readonly<Record<V, string>>,
): Field<V> => ({
  kind: 'choice',
  required: true,
  name,
  about,
  values: Object.keys(meanings),
  meanings,
});
/** A reference to a `name`, e.g. a Placement: the id of its row. Whether there is one is asked where it is used. */
export const id = (name: string, about: string): Field<string> => ({ kind: 'id', required: true, name, about });
/**
 * Images that go with a step: the ids of files that whoever takes it has uploaded, and that are in use nowhere else. A
 * step that asks for them does `attachFiles`.
 */
export const images = (about: string): Field<readonly string[]> => ({
  kind: 'files',
  required: true,
  about: `${about} At most ${maxFiles} images.`,
  most: maxFiles,
});
/** The id of a new `name` that a step makes; only for what is logged. */
export const newId = (name: string, about: string): Field<string> => ({ ...id(name, about), isNew: true });
/** A text that one party says to the other: it stands in the chat too, if the step does `postToChat`. */
export const chatText = (about: string): Field<string> => ({ ...text(about), isChatText: true });
/**
 * The same field, which its author alone reads until the ratings of the order are published: to everybody else it is
 * null until then, on the timeline, in the stream and in mails.
 */
export const sealed = <V>(field: Field<V>): Field<V> => ({ ...field, isSealed: true });
/** The same field, which may be left out. */
export const optional = <V>(field: Field<V>): Field<V | undefined> => ({ ...field, required: false });

export type Fields = Readonly<Record<string, Field>>;
/** What is asked for: fields, and of which of them at least one has to be given although each may be left out. */
export interface Asked<F extends Fields = Fields> {
  readonly input?: F;
  readonly oneOf?: readonly string[];
}
export type Values<F> = { [K in keyof F]: F[K] extends Field<infer V> ? V : never };

/**
 * Checks what came in for what is asked and hands back the parsed values.
 * Types were checked by GraphQL before; here: blank or overlong text, addresses that are none,
 * sums that are not positive, numbers out of their bounds, too many files. All problems are named at once.
 */
export function parseValues<F extends Fields>(
  { input: fields, oneOf = [] }: Asked<F>,
  raw: Readonly<Record<string, unknown>>,
): { values: Values<F>; problems: Problem[] } {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(fields ?? {})) {
    const given = isNothing(raw[name]) ? undefined : raw[name];
    const message = given === undefined ? (field.required ? 'is required' : undefined) : problemOf(field, given);
    if (message) problems.push({ field: name, message });
    else if (given !== undefined) values[name] = given;
  }
  const [first] = oneOf;
  if (first && oneOf.every((name) => isNothing(raw[name])))
    problems.push({ field: first, message: `is required, unless one of these is sent: ${oneOf.slice(1).join(', ')}` });
  // The loop above has filled every field of F or named a problem with it.
  return { values: values as Values<F>, problems };
}

/** A list of nothing counts as left out. */
const isNothing = (given: unknown): boolean =>
  given === undefined || given === null || (Array.isArray(given) && given.length === 0);

function problemOf(field: Field, given: unknown): string | undefined {
  switch (field.kind) {
    case 'text':
      return textProblem(String(given), field.max ?? maxTextCharacters);
    case 'link':
      return (
        textProblem(String(given), field.max ?? maxLinkCharacters) ??
        (isWebAddress(String(given)) ? undefined : 'must be an http:// or https:// URL without credentials')
      );
    case 'money':
      // The only producer of money values is the edge, which builds them in this shape.
      return (given as Money).minorUnits > 0n ? undefined : 'must be greater than 0';
    case 'number':
      return numberProblem(Number(given), field);
    case 'choice':
      return field.values?.includes(String(given)) ? undefined : `must be one of ${field.values?.join(', ')}`;
    case 'files':
      return filesProblem(given as readonly string[], field);
    case 'date':
    case 'id':
      return undefined;
  }
}

/** What is wrong with a text of at most `max` characters; nothing if it is fine. */
export function textProblem(given: string, max: number): string | undefined {
  if (given.trim() === '') return 'must not be blank';
  if (given.length > max) return `must have at most ${max} characters; it has ${given.length}`;
  return undefined;
}

function numberProblem(given: number, { min = 0, max = Number.MAX_SAFE_INTEGER }: Field): string | undefined {
  return Number.isInteger(given) && given >= min && given <= max
    ? undefined
    : `must be a whole number from ${inDigits(min)} to ${inDigits(max)}; it is ${given}`;
}

function filesProblem(given: readonly string[], { most = maxFiles }: Field): string | undefined {
  if (given.length > most) return `must contain at most ${most} files; it contains ${given.length}`;
  return new Set(given).size < given.length ? 'must contain each file only once' : undefined;
}

function isWebAddress(given: string): boolean {
  const url = URL.parse(given);
  return (
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === ''
  );
}

/** The values as they are written to the log: plain JSON, money in minor units as a string. */
export function toJson(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(values, (_key, value) => (typeof value === 'bigint' ? String(value) : value)));
}

/** A value as it was logged, in the type that its field has. */
export function fromJson(field: Field, logged: unknown): unknown {
  if (logged === undefined || logged === null) return null;
  if (field.kind === 'date') return new Date(String(logged));
  if (field.kind !== 'money') return logged;
  // Written by toJson.
  const sum = logged as { minorUnits: string; currency: string };
  return { minorUnits: BigInt(sum.minorUnits), currency: sum.currency };
}
