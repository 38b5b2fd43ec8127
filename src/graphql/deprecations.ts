/** The deprecations of the schema, and those that a document uses. */
import {
  type ASTVisitor,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { limits } from '../limits.ts';
import { type Deprecation, type Deprecations, deprecationsDigest } from './document-info.ts';

/** Collects the deprecations of the schema, once: later deprecations are not found. */
export function createDeprecations(schema: GraphQLSchema): Deprecations {
  const all = deprecatedIn(schema);
  const reasons = new Map(all.map(({ coordinate, reason }) => [coordinate, reason]));
  // The text of a document contains the name of what it uses: most documents need not be parsed.
  const names = [...new Set(all.map(({ coordinate }) => lastNameIn(coordinate)))];
  return {
    state: deprecationsDigest(all),
    usedBy: (text) => {
      if (!names.some((name) => text.includes(name))) return [];
      const used = [...coordinatesIn(schema, text)].sort().flatMap((coordinate) => {
        const reason = reasons.get(coordinate);
        return reason === undefined ? [] : [{ coordinate, reason }];
      });
      return used.slice(0, limits.applications.deprecationsPerDocument);
    },
  };
}

interface SchemaMember {
  readonly name: string;
  readonly deprecationReason?: string | null | undefined;
}

/** All deprecated fields, arguments, input fields and enum values. */
function deprecatedIn(schema: GraphQLSchema): readonly Deprecation[] {
  const deprecations: Deprecation[] = [];
  const collect = ({ deprecationReason: reason }: SchemaMember, coordinate: string) => {
    if (reason !== undefined && reason !== null) deprecations.push({ coordinate, reason });
  };
  const collectArguments = (owner: string, args: readonly GraphQLArgument[]) => {
    for (const argument of args) collect(argument, argumentCoordinate(owner, argument));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) for (const value of type.getValues()) collect(value, memberCoordinate(type, value));
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) collect(field, memberCoordinate(type, field));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      collect(field, memberCoordinate(type, field));
      collectArguments(memberCoordinate(type, field), field.args);
    }
  }
  for (const { name, args } of schema.getDirectives()) collectArguments(`@${name}`, args);
  return deprecations;
}

// The form of the specification of schema coordinates.
const memberCoordinate = (type: { readonly name: string }, { name }: SchemaMember) => `${type.name}.${name}`;
const argumentCoordinate = (owner: string, { name }: SchemaMember) => `${owner}(${name}:)`;
const lastNameIn = (coordinate: string): string => coordinate.match(/\w+/g)?.at(-1) ?? coordinate;

/**
 * The coordinates of everything that a document names. Names that the schema does not have, and values in variables,
 * are not included.
 */
function coordinatesIn(schema: GraphQLSchema, text: string): ReadonlySet<string> {
  const coordinates = new Set<string>();
  const info = new TypeInfo(schema);
  const visitor: ASTVisitor = {
    Field: () => {
      const [type, field] = [info.getParentType(), info.getFieldDef()];
      if (type && field) coordinates.add(memberCoordinate(type, field));
    },
    Argument: () => {
      const [directive, argument, type, field] = [
        info.getDirective(),
        info.getArgument(),
        info.getParentType(),
        info.getFieldDef(),
      ];
      const owner = directive ? `@${directive.name}` : type && field && memberCoordinate(type, field);
      if (owner && argument) coordinates.add(argumentCoordinate(owner, argument));
    },
    ObjectField: ({ name: { value: name } }) => {
      const type = getNamedType(info.getParentInputType());
      if (isInputObjectType(type)) coordinates.add(memberCoordinate(type, { name }));
    },
    EnumValue: () => {
      const [type, value] = [getNamedType(info.getInputType()), info.getEnumValue()];
      if (type && value) coordinates.add(memberCoordinate(type, value));
    },
  };
  try {
    visit(parse(text), visitWithTypeInfo(info, visitor));
  } catch (error) {
    // A document that cannot be parsed is rejected when it is executed.
    if (error instanceof GraphQLError) return new Set();
    throw error;
  }
  return coordinates;
}
