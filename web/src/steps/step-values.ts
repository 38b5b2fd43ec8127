/** The values of the form of a step, and the input that is made of them. */
import { parseDateTime } from '@internationalized/date';
import type { UploadedFile } from '../files/use-upload.ts';
import type { StepFieldViewFragment } from '../generated/graphql.ts';
import { amountOf, type Money } from '../i18n/amounts.ts';
import { itemsInput, type TypedItem, unreadableFields } from './proposed-items.ts';

export type StepField = StepFieldViewFragment;

/** The input of people: texts as they were typed, and uploaded files. */
export interface StepValue {
  readonly text: string;
  readonly files: readonly UploadedFile[];
  /** The items of an offer; undefined until they are read. */
  readonly items?: readonly TypedItem[];
}

export type StepValues = Readonly<Record<string, StepValue>>;

export const emptyValue: StepValue = { text: '', files: [] };

/** The conditions under which typed texts are understood. */
export interface StepContext {
  /** An amount in the currency of the order. */
  readonly money: Money;
  /** The id of the order, where the step is one of an order. */
  readonly orderId?: string | undefined;
  /** The time zone of the viewer, in which days and times are typed. */
  readonly timeZone: string;
}

/** The input of the mutation. A field that was left empty is not in it, so that the API names it if it is required. */
export function inputOf(
  fields: readonly StepField[],
  values: StepValues,
  context: StepContext,
): Record<string, unknown> {
  const entries = fields.map((field) => [field.name, readValue(field, values[field.name] ?? emptyValue, context)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** A field whose text cannot be understood, and the kind of value that it needs. */
interface UnreadableField {
  readonly name: string;
  readonly kind: 'MONEY' | 'NUMBER' | 'DATE';
}

/** The fields of a value whose typed texts cannot be understood. */
export function unreadableIn(field: StepField, value: StepValue, context: StepContext): readonly UnreadableField[] {
  if (field.kind === 'ITEMS') return unreadableFields(value.items ?? [], context.money.currency);
  if (value.text === '' || readValue(field, value, context) !== undefined) return [];
  const { name, kind } = field;
  return [{ name, kind: kind === 'MONEY' || kind === 'NUMBER' ? kind : 'DATE' }];
}

function readValue({ kind, typeName }: StepField, { text, files, items }: StepValue, context: StepContext): unknown {
  if (kind === 'ITEMS') return items && items.length > 0 ? itemsInput(items, context.money.currency) : undefined;
  if (kind === 'FILES') return files.length > 0 ? files.map(({ fileId }) => fileId) : undefined;
  if (kind === 'ID' && typeName === 'File') return files[0]?.fileId;
  if (text.trim() === '') return undefined;
  switch (kind) {
    case 'MONEY':
      return amountOf(text, context.money.currency);
    case 'NUMBER':
      return /^-?\d+$/.test(text.trim()) ? Number(text) : undefined;
    case 'DATE':
      return momentOf(text, context.timeZone);
    default:
      return text;
  }
}

/** The moment of a day and a time in the time zone; undefined if there is no such day or time. */
function momentOf(text: string, timeZone: string): string | undefined {
  try {
    return parseDateTime(text).toDate(timeZone).toISOString();
  } catch {
    return undefined;
  }
}
