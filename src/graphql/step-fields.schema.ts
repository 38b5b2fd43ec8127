/** The description of the input of a step, from which clients make a form. */
import { entriesOf, keysOf } from '../platform/objects.ts';
import { type Field, type Fields, isAlwaysRequired } from '../process/fields.ts';
import { enumName, eventTitle } from '../process/names.ts';
import { builder } from './builder.ts';

/** The cost of a list that a process table has in memory: that of one item. */
export const tableListCost = { field: 1, multiplier: 1 };

const kindDescriptions: Readonly<Record<Field['kind'], string>> = {
  text: 'A text that is not blank. In the input it is a String.',
  link: 'An absolute http or https URL. In the input it is a String.',
  date: 'A moment in time. In the input it is a DateTime.',
  money: 'A positive amount in the currency of the order. In the input it is a MoneyInput.',
  number: 'A whole number in a range. In the input it is an Int.',
  choice: 'A value of the options of the field. In the input it is an enum value.',
  id: 'The id of an object of the type that `typeName` names.',
  files: 'The ids of images that the viewer has uploaded.',
  items: 'The items that an order is to have. In the input it is a list of ProposedItemInput.',
};

/** The kinds of values in the inputs of steps and in entries. */
export const StepFieldKindEnum = builder.enumType('StepFieldKind', {
  description: 'Kind of the value of a step field, by which a form chooses its control.',
  values: Object.fromEntries(
    entriesOf(kindDescriptions).map(([kind, description]) => [enumName(kind), { value: kind, description }]),
  ) as Record<string, { value: Field['kind']; description: string }>,
});

const StepFieldOptionType = builder.objectRef<{ value: string; description: string }>('StepFieldOption').implement({
  description: 'A value that a step field of the kind CHOICE accepts.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The enum value to send in the input.' }),
    title: t.string({
      description: 'The value in words, in English.',
      resolve: ({ value }) => eventTitle(value.toLowerCase()).replaceAll('_', ' '),
    }),
    description: t.exposeString('description', { description: 'Description of the value for people, in English.' }),
  }),
});

type NamedField = Field & { readonly fieldName: string };

/** The type of a field of a step, for the actions of all processes. */
export const StepFieldType = builder.objectRef<NamedField>('StepField').implement({
  description: 'A field of the input of a step, with the rules for its value.',
  fields: (t) => ({
    name: t.exposeString('fieldName', { description: 'Name of the field in the input of the mutation.' }),
    title: t.string({
      description: 'The name in words, in English, e.g. as a label.',
      resolve: ({ fieldName }) => eventTitle(fieldName),
    }),
    description: t.exposeString('description', { description: 'Description of the value for people, in English.' }),
    kind: t.field({
      type: StepFieldKindEnum,
      description: 'Kind of the value of the field.',
      resolve: ({ kind }) => kind as never,
    }),
    isRequired: t.boolean({
      description: 'True if the step is refused without a value, whatever its other fields are.',
      resolve: (field) => isAlwaysRequired(field),
    }),
    maxLength: t.int({
      nullable: true,
      description: 'Maximum number of characters of a text or a link.',
      resolve: ({ kind, max }) => (kind === 'text' || kind === 'link' ? max : null),
    }),
    minValue: t.exposeInt('min', { nullable: true, description: 'Minimum of a number; null for other kinds.' }),
    maxValue: t.int({
      nullable: true,
      description: 'Maximum of a number; null for other kinds.',
      resolve: ({ kind, max }) => (kind === 'number' ? max : null),
    }),
    maxCount: t.exposeInt('maxCount', {
      nullable: true,
      description: 'Maximum number of files; null for other kinds.',
    }),
    typeName: t.string({
      nullable: true,
      description: 'Type of the object that an id refers to, such as Placement; null for other kinds.',
      resolve: ({ kind, name }) => (kind === 'id' ? name : null),
    }),
    options: t.field({
      type: [StepFieldOptionType],
      description: 'The values that the field accepts; empty for kinds other than CHOICE.',
      complexity: tableListCost,
      resolve: ({ values = [], valueDescriptions = {} }) =>
        values.map((value) => ({ value, description: valueDescriptions[value] ?? value })),
    }),
  }),
});

/** The fields of an input, in the order of the table. */
export const namedFields = (fields: Fields = {}): readonly NamedField[] =>
  keysOf(fields).flatMap((fieldName) => {
    const field = fields[fieldName];
    return field ? [{ ...field, fieldName }] : [];
  });
