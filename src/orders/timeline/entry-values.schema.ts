/** The values of the fields of entries, as a viewer may see them. */
import { mayReadBlind } from '../../access/review-access.ts';
import { canSeeContentOf } from '../../access/scopes.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, sharedLoader } from '../../graphql/context.ts';
import { toOutputValue } from '../../graphql/fields.ts';
import { MoneyType } from '../../graphql/money.schema.ts';
import { StepFieldKindEnum } from '../../graphql/step-fields.schema.ts';
import { type EntryType, fieldsOfEntry } from '../../process/entries.ts';
import { type Field, isShownElsewhere, type Money } from '../../process/fields.ts';
import { eventTitle } from '../../process/names.ts';
import type { Entry } from './timeline.ts';

/** Selects the orders whose ratings are published. Their entries must be visible to the viewer. */
const published = sharedLoader<string, boolean>(async ({ db }, ids) => {
  const where = { id: { in: [...ids] }, reviewStatus: 'PUBLISHED' as const };
  const publishedIds = new Set((await db.order.findMany({ where, select: { id: true } })).map(({ id }) => id));
  return ids.map((id) => publishedIds.has(id));
});

/**
 * The function that reads the value of a field of entries; null for what the viewer may not see. A sealed field is checked
 * for each read, because publication makes it visible.
 */
export function readerOf(type: EntryType, name: string, field: Field) {
  const shown = (entry: Entry) => toOutputValue(field, (entry.input as Record<string, unknown>)[name]);
  if (!field.isSealed)
    return (entry: Entry, { viewer }: Context): unknown =>
      field.required || canSeeContentOf(viewer, type) ? shown(entry) : null;
  return (entry: Entry, context: Context): unknown =>
    mayReadBlind(context.viewer, entry.actorId)
      ? shown(entry)
      : published(context)
          .load(entry.orderId)
          .then((isPublished) => (isPublished ? shown(entry) : null));
}

interface EntryDetail {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
}

/** A value of an entry in the same form for all types of entries. */
export const EntryDetailType = builder.objectRef<EntryDetail>('EntryDetail').implement({
  description: 'A value of an entry, in one form for all types of entries, so that clients can show new types too.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the field of the entry.' }),
    title: t.string({ description: 'The name in words, in English.', resolve: ({ name }) => eventTitle(name) }),
    kind: t.field({
      type: StepFieldKindEnum,
      description: 'Kind of the value of the field.',
      resolve: ({ field }) => field.kind as never,
    }),
    text: t.string({
      description: 'The value as text: a moment in ISO 8601, an enum value, a global id; an amount in minor units.',
      resolve: ({ value }) => textOf(value),
    }),
    money: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The value of the kind MONEY; null for other kinds.',
      resolve: ({ field, value }) => (field.kind === 'money' ? (value as Money) : null),
    }),
  }),
});

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null && 'minorUnits' in value
    ? String((value as Money).minorUnits)
    : String(value);
}

/**
 * The values of an entry that the viewer may see, in the order of the table, without what other parts of it show. A promise only if a sealed
 * value has to be checked.
 */
export function detailsOf(entry: Entry, context: Context): EntryDetail[] | Promise<EntryDetail[]> {
  const type = entry.type as EntryType;
  const fields = Object.entries(fieldsOfEntry(type)).filter(([, field]) => !isShownElsewhere(field));
  const detailsWith = (values: readonly unknown[]): EntryDetail[] =>
    fields
      .map(([name, field], index) => ({ name, field, value: values[index] }))
      .filter(({ value }) => value !== null && value !== undefined);
  const values = fields.map(([name, field]) => readerOf(type, name, field)(entry, context));
  return values.some((value) => value instanceof Promise) ? Promise.all(values).then(detailsWith) : detailsWith(values);
}
