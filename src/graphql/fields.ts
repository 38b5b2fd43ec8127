/** What the fields of the process tables are in GraphQL, as input and as output. */
import { type Field, fromJson } from '../process/fields.ts';
import { builder } from './builder.ts';
import { rowIdOf, toGlobalId } from './ids.ts';
import { MoneyInput, MoneyType, moneyFrom } from './money.schema.ts';

/** `rejectOrder` → `RejectOrder`: how GraphQL writes the names of types. */
export const typeName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const enums = new Map<string, ReturnType<typeof makeEnum>>();
const makeEnum = (name: string, { about, meanings = {} }: Field) =>
  builder.enumType(name, {
    description: about,
    values: Object.fromEntries(Object.entries(meanings).map(([word, description]) => [word, { description }])),
  });

/** The enum of a choice; one for each name. */
export function choiceEnum(field: Field) {
  const name = field.name ?? '';
  const type = enums.get(name) ?? makeEnum(name, field);
  enums.set(name, type);
  return type;
}

/** The type in which a field is shown. */
export function outputTypeOf(field: Field) {
  switch (field.kind) {
    case 'text':
    case 'link':
      return 'String' as const;
    case 'date':
      return 'DateTime' as const;
    case 'money':
      return MoneyType;
    case 'number':
      return 'Int' as const;
    case 'choice':
      return choiceEnum(field);
    case 'id':
      return 'ID' as const;
    case 'files':
      throw new Error('Files are shown by the feature that keeps them');
  }
}

/** A value as it was logged, in the form in which its field is shown. */
export function shownValue(field: Field, logged: unknown): unknown {
  const value = fromJson(field, logged);
  return field.kind === 'id' && value !== null ? toGlobalId(field.name ?? '', String(value)) : value;
}

/** The type in which a field is asked for. */
function inputTypeOf(field: Field) {
  switch (field.kind) {
    case 'money':
      return MoneyInput;
    case 'number':
      return 'Int' as const;
    case 'choice':
      return choiceEnum(field);
    case 'date':
      return 'DateTime' as const;
    case 'text':
    case 'link':
      return 'String' as const;
    case 'id':
      return 'ID' as const;
    case 'files':
      return ['ID'] as const;
  }
}

/** What came in for these fields, in the form in which the process parses it. @throws InputInvalid */
export function rawValues(
  fields: Readonly<Record<string, Field>>,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, rawValue(name, field, input[name])]));
}

function rawValue(name: string, field: Field, given: unknown): unknown {
  if (given === undefined || given === null) return given;
  if (field.kind === 'id') return rowIdOf(field.name ?? '', String(given));
  // GraphQL has checked it to be a list of ids.
  if (field.kind === 'files') return (given as readonly string[]).map((id) => rowIdOf('File', id));
  // GraphQL has checked it against MoneyInput.
  return field.kind === 'money' ? moneyFrom(name, given as { minorUnits: number; currency: string }) : given;
}

type FieldMaker = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields of an input type for what a row of a table asks for. */
export function inputFields(t: FieldMaker, fields: Readonly<Record<string, Field>> = {}) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      // Which type it is is known only when it runs.
      t.field({ type: inputTypeOf(field) as 'String', required: field.required, description: field.about }),
    ]),
  );
}
