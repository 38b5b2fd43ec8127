/** The mutations of the schema, with a sample of the input of each. */
import {
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { schema } from '../../src/schema.ts';

export interface SampledMutation {
  readonly name: string;
  /** Name of the type of its input. */
  readonly inputType: string;
  /** A value for each required field. Any value of the right form will do where the caller is checked before the input. */
  readonly input: Record<string, unknown>;
  readonly result: GraphQLOutputType;
}

/** All mutations. @throws if one takes no input */
export const mutations: readonly SampledMutation[] = Object.values(schema.getMutationType()?.getFields() ?? {}).map(
  ({ name, args, type: result }) => {
    const type = args[0]?.type;
    if (!type) throw new Error(`${name} takes no input`);
    return { name, inputType: getNamedType(type).name, input: sampleOf(type) as Record<string, unknown>, result };
  },
);

export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, sampleOf(field.type)]),
    );
  const samples: Record<string, unknown> = {
    Boolean: true,
    Int: 1,
    SafeInt: 1,
    Currency: 'EUR',
    Date: '2099-01-01',
    DateTime: '2099-01-01T00:00:00Z',
  };
  return samples[getNamedType(type).name] ?? 'sample';
}
