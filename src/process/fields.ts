/** Field kinds of step inputs. GraphQL arguments, log entries, validation and TypeScript types are derived from them. */
import { isBlank } from '../platform/text.ts';
import { parseWebAddress } from '../platform/web-address.ts';

export interface Money {
  /** Amount in the smallest unit of the currency, such as cents. */
  readonly minorUnits: bigint;
  /** ISO 4217 code, such as EUR. */
  readonly currency: string;
}

export interface Field<Value = unknown> {
  readonly kind: 'text' | 'link' | 'date' | 'money' | 'number' | 'choice' | 'id' | 'files' | 'items';
  readonly required: boolean;
  /** Description of the value, for people. */
  readonly description: string;
  /** Text and link: maximum number of characters; number: maximum. */
  readonly max?: number;
  /** Number: minimum. */
  readonly min?: number;
  /** Files: maximum number. */
  readonly maxCount?: number;
  /** Choice: the allowed values, and a description of each. */
  readonly values?: readonly string[];
  readonly valueDescriptions?: Readonly<Record<string, string>>;
  /** Choice: name of the enum; id: type of the referenced object. */
  readonly name?: string;
  /** Id of an object that the step creates; generated with the step. */
  readonly isNew?: true;
  /** Column of the order whose value before the step is logged; only for logged fields. */
  readonly column?: OrderColumn;
  /** The effect that a step with this field must have, because it does something with the value. */
  readonly requiredEffect?: string;
  /** Text from one party to the other, which is posted to the chat too. */
  readonly isChatText?: true;
  /** Visible only to its author until the ratings of the order are published. */
  readonly isSealed?: true;
  /** Text: it may be left out, and is then empty, if another field has this value. */
  readonly optionalWith?: { readonly field: string; readonly value: string };
  /** The value of the order that replaces a missing one, also in the log entry. */
  readonly fallback?: Fallback;
  /** Only for the compiler: the type of the parsed value. Never set. */
  readonly value?: Value;
}

/** The columns of an order that log entries may take over. */
type OrderColumn = 'openOfferId';

/** An item that is proposed for an order. */
export interface ProposedItem {
  /** Id of the row. */
  readonly priceOptionId: string;
  /** Number of days, impressions or clicks; that of the price option if absent. */
  readonly quantity?: number | undefined;
  /** Days such as 2026-11-28. */
  readonly startsOn?: string | undefined;
  /** Number of days. */
  readonly days?: number | undefined;
  readonly endsOn?: string | undefined;
  /** Price of the item; absent: that of the order, or else that of the price option. */
  readonly price?: Money | undefined;
}
/** The values that are computed from the order for fields; their code is with the feature. */
export type Fallback = 'amountToRequest' | 'amountDue' | 'amountLeft' | 'amountUnpaid';

/** A problem of one field: the rule that the value must follow. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

const maxTextCharacters = 4_000;
const maxLinkCharacters = 2_000;
const maxFiles = 5;

/** A number with thousands separators, such as 1,000. */
const inDigits = (value: number): string => value.toLocaleString('en');

/** A text of 1 to `max` characters that is not blank. */
export const text = (description: string, max = maxTextCharacters): Field<string> => ({
  kind: 'text',
  required: true,
  description,
  max,
});
/** An absolute http or https URL. */
export const link = (description: string): Field<string> => ({
  kind: 'link',
  required: true,
  description,
  max: maxLinkCharacters,
});
/** A moment in time. */
export const date = (description: string): Field<Date> => ({ kind: 'date', required: true, description });
/** A positive amount. */
export const money = (description: string): Field<Money> => ({ kind: 'money', required: true, description });
/** A whole number from `min` to `max`. */
export const number = (about: string, { min, max }: { min: number; max: number }): Field<number> => ({
  kind: 'number',
  required: true,
  description: `${about} A whole number from ${inDigits(min)} to ${inDigits(max)}.`,
  min,
  max,
});
/** One value of an enum called `name`, given as its values with their descriptions. */
export const choice = <V extends string>(
  name: string,
  description: string,
  valueDescriptions: Readonly<Record<V, string>>,
): Field<V> => ({
  kind: 'choice',
  required: true,
  name,
  description,
  values: Object.keys(valueDescriptions),
  valueDescriptions,
});
/** A reference to an object of the type `name`: the id of its row. The code that uses it checks that it exists. */
export const id = (name: string, description: string): Field<string> => ({
  kind: 'id',
  required: true,
  name,
  description,
});
/**
 * Images that belong to a step: ids of files that the actor has uploaded and that are not used elsewhere. A step with
 * such a field has the effect `attachFiles`.
 */
export const images = (about: string): Field<readonly string[]> => ({
  kind: 'files',
  required: true,
  requiredEffect: 'attachFiles',
  description: `${about} At most ${maxFiles} images.`,
  maxCount: maxFiles,
});
/** The items that are proposed for an order. The effect that uses them checks them. */
export const items = (description: string): Field<readonly ProposedItem[]> => ({
  kind: 'items',
  required: true,
  description,
});
/** The field with the value of a column of the order; only for logged fields. */
export const fromOrder = <V>(field: Field<V>, column: OrderColumn): Field<V> => ({ ...field, column });
/** True for a field whose value other parts of an entry show: the entry itself has no such field. */
export const isShownElsewhere = ({ kind }: Field): boolean => kind === 'files' || kind === 'items';
/** The id of a new object of the type `name`; only for logged fields. */
export const newId = (name: string, about: string): Field<string> => ({ ...id(name, about), isNew: true });
/** A text from one party to the other. A step with such a field has the effect `postToChat`. */
export const chatText = (about: string): Field<string> => ({
  ...text(about),
  isChatText: true,
  requiredEffect: 'postToChat',
});
/**
 * The field, visible only to its author until the ratings of the order are published: for all other viewers it is null
 * until then, on the timeline, in streams and in e-mails.
 */
export const sealed = <V>(field: Field<V>): Field<V> => ({ ...field, isSealed: true });
/** The field as an optional one. */
export const optional = <V>(field: Field<V>): Field<V | undefined> => ({ ...field, required: false });

/** The text as one that may be left out, and is then empty, if another field has this value. */
export const optionalWith = (text: Field<string>, other: NonNullable<Field['optionalWith']>): Field<string> => ({
  ...text,
  optionalWith: other,
});
/** True if the input is refused without the field, whatever its other fields are. */
export const isAlwaysRequired = ({ required, optionalWith: other }: Field): boolean => required && !other;
/** The field as an optional one with a value of the order that replaces a missing one. */
export const withFallback = <V>(fallback: Fallback, field: Field<V>): Field<V | undefined> => ({
  ...optional(field),
  fallback,
});

export type Fields = Readonly<Record<string, Field>>;
/** The input of a step: its fields, and optional fields of which at least one is required. */
export interface InputSpec<F extends Fields = Fields> {
  readonly input?: F;
  readonly oneOf?: readonly string[];
}
export type Values<F> = { [K in keyof F]: F[K] extends Field<infer V> ? V : never };

/**
 * Validates the values of an input and returns them parsed, with all problems together: links as they are stored. GraphQL
 * has checked the types; this checks text length, URLs, positive amounts, number ranges, and the number of files.
 */
export function parseValues<F extends Fields>(
  { input: fields, oneOf = [] }: InputSpec<F>,
  raw: Readonly<Record<string, unknown>>,
): { values: Values<F>; problems: Problem[] } {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(fields ?? {})) {
    const value = isEmpty(raw[name]) ? undefined : raw[name];
    const { optionalWith: other } = field;
    if (value === undefined && other && raw[other.field] === other.value) {
      values[name] = '';
      continue;
    }
    const message = value === undefined ? (field.required ? 'is required' : undefined) : fieldProblem(field, value);
    if (message) problems.push({ field: name, message });
    else if (value !== undefined) values[name] = field.kind === 'link' ? parseLink(field, value).href : value;
  }
  const [first] = oneOf;
  if (first && oneOf.every((name) => isEmpty(raw[name])))
    problems.push({ field: first, message: `is required, unless one of these is sent: ${oneOf.slice(1).join(', ')}` });
  // The loop above has filled every field of F or named a problem with it.
  return { values: values as Values<F>, problems };
}

/** True for a missing value; an empty list counts as missing. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

function fieldProblem(field: Field, value: unknown): string | undefined {
  switch (field.kind) {
    case 'text':
      return textProblem(String(value), field.max ?? maxTextCharacters);
    case 'link':
      return parseLink(field, value).problem;
    case 'money':
      // Only the GraphQL layer makes money values, in this shape.
      return (value as Money).minorUnits > 0n ? undefined : 'must be greater than 0';
    case 'number':
      return numberProblem(Number(value), field);
    case 'choice':
      return field.values?.includes(String(value)) ? undefined : `must be one of ${field.values?.join(', ')}`;
    case 'files':
      return filesProblem(value as readonly string[], field);
    case 'date':
    case 'id':
    case 'items':
      return undefined;
  }
}

const parseLink = ({ max = maxLinkCharacters }: Field, value: unknown) => parseWebAddress(String(value), max);

/** The problem of a text that shows something, of at most `max` characters; undefined if there is none. */
export function textProblem(value: string, max: number): string | undefined {
  if (isBlank(value)) return 'must not be blank';
  if (value.length > max) return `must have at most ${max} characters; it has ${value.length}`;
  return undefined;
}

const numberProblem = (value: number, { min = 0, max = Number.MAX_SAFE_INTEGER }: Field): string | undefined =>
  rangeProblem(value, { min, max });

/** The problem of a number that must be whole and from `min` to `max`; undefined if there is none. */
export function rangeProblem(
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): string | undefined {
  return Number.isInteger(value) && value >= min && value <= max
    ? undefined
    : `must be a whole number from ${inDigits(min)} to ${inDigits(max)}; it is ${value}`;
}

function filesProblem(value: readonly string[], { maxCount = maxFiles }: Field): string | undefined {
  if (value.length > maxCount) return `must contain at most ${maxCount} files; it contains ${value.length}`;
  return new Set(value).size < value.length ? 'must contain each file only once' : undefined;
}

/** The values as they are logged: plain JSON, with minor units as strings. */
export function toJson(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(values, (_key, value) => (typeof value === 'bigint' ? String(value) : value)));
}

/** Parses a logged value into the type of its field. */
export function fromJson(field: Field, logged: unknown): unknown {
  if (logged === undefined || logged === null) return null;
  if (field.kind === 'date') return new Date(String(logged));
  if (field.kind !== 'money') return logged;
  // Written by toJson.
  const sum = logged as { minorUnits: string; currency: string };
  return { minorUnits: BigInt(sum.minorUnits), currency: sum.currency };
}
