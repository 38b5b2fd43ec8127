/** Descriptions that name a kind of value must describe a value of that kind. */
import {
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';

const described = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const fields: (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(type.getFields());
  return fields.flatMap((field) => [
    { name: `${type.name}.${field.name}`, type: getNamedType(field.type), description: field.description ?? '' },
    ...('args' in field ? field.args : []).map((argument) => ({
      name: `${type.name}.${field.name}(${argument.name})`,
      type: getNamedType(argument.type),
      description: argument.description ?? '',
    })),
  ]);
});

test('only a field with an id is described as a global id', () => {
  const wrong = described.filter(
    ({ type, description }) => /^(The|A) global id/.test(description) && type.name !== 'ID',
  );

  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('only a field with a code or a text is described as a reason or a type', () => {
  const wrong = described.filter(
    ({ type, description }) => /^(The )?(reason|type|status) (of|for|why)\b/i.test(description) && !isLeafType(type),
  );

  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('no field of an enum is described as an object', () => {
  const wrong = described.filter(
    ({ type, description }) => isEnumType(type) && /\bthe (current )?status of the object\b/i.test(description),
  );

  expect(wrong.map(({ name }) => name)).toEqual([]);
});
