/** The fields of the process tables in GraphQL, as input and as output. */
import { type Field, fromJson, isAlwaysRequired } from '../process/fields.ts';
import { builder } from './builder.ts';
import { rowIdOf, toGlobalId } from './ids.ts';
import { MoneyInput, MoneyType, toMoney } from './money.schema.ts';
import { ProposedItemInput, type ProposedItemValue, toProposedItem } from './proposed-items.schema.ts';

/** The name of a GraphQL type: `rejectOrder` becomes `RejectOrder`. */
export const typeName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const enums = new Map<string, ReturnType<typeof createEnum>>();
const createEnum = (name: string, { description, valueDescriptions = {} }: Field) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(Object.entries(valueDescriptions).map(([word, description]) => [word, { description }])),
  });

/** The enum of a choice field; one for each name. */
export function choiceEnum(field: Field) {
  const name = field.name ?? '';
  const type = enums.get(name) ?? createEnum(name, field);
  enums.set(name, type);
  return type;
}

/** The output type of a field. */
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
    case 'items':
      throw new Error(
        `Values of the kind ${field.kind} have no output type here: the feature that stores them adds one`,
      );
  }
}

/** The output value of a field, from its logged value. */
export function toOutputValue(field: Field, logged: unknown): unknown {
  const value = fromJson(field, logged);
  return field.kind === 'id' && value !== null ? toGlobalId(field.name ?? '', String(value)) : value;
}

/** The input type of a field. */
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
    case 'items':
      return [ProposedItemInput] as const;
  }
}

/** The input values of fields, in the form that the process parses. @throws InputInvalid */
export function toInputValues(
  fields: Readonly<Record<string, Field>>,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, toInputValue(name, field, input[name])]),
  );
}

function toInputValue(name: string, field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (field.kind === 'id') return rowIdOf(field.name ?? '', String(value));
  // GraphQL has checked that it is a list of ids.
  if (field.kind === 'files') return (value as readonly string[]).map((id) => rowIdOf('File', id));
  if (field.kind === 'items') return (value as readonly ProposedItemValue[]).map((item) => toProposedItem(name, item));
  // GraphQL has checked that it is a MoneyInput.
  return field.kind === 'money' ? toMoney(name, value as { minorUnits: number; currency: string }) : value;
}

export type InputFieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields of an input type, from a row of a process table. */
export function inputFields(t: InputFieldBuilder, fields: Readonly<Record<string, Field>> = {}) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      // The type is known only at run time.
      t.field({
        type: inputTypeOf(field) as 'String',
        required: isAlwaysRequired(field),
        description: field.description,
      }),
    ]),
  );
}
