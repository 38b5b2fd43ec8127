/** What of the schema is deprecated, and what a document uses of that. */
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

/** Looks the schema through, once; what is deprecated later is not seen. */
export function createDeprecations(schema: GraphQLSchema): Deprecations {
  const all = deprecatedIn(schema);
  const reasons = new Map(all.map(({ coordinate, reason }) => [coordinate, reason]));
  // A document that uses something has its name in its text: most need not be parsed.
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

interface Part {
  readonly name: string;
  readonly deprecationReason?: string | null | undefined;
}

/** All fields, arguments, input fields and enum values that are deprecated. */
function deprecatedIn(schema: GraphQLSchema): readonly Deprecation[] {
  const found: Deprecation[] = [];
  const look = ({ deprecationReason: reason }: Part, coordinate: string) => {
    if (reason !== undefined && reason !== null) found.push({ coordinate, reason });
  };
  const lookAtArguments = (owner: string, args: readonly GraphQLArgument[]) => {
    for (const argument of args) look(argument, ofArgument(owner, argument));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) for (const value of type.getValues()) look(value, ofPart(type, value));
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) look(field, ofPart(type, field));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(field, ofPart(type, field));
      lookAtArguments(ofPart(type, field), field.args);
    }
  }
  for (const { name, args } of schema.getDirectives()) lookAtArguments(`@${name}`, args);
  return found;
}

// By the specification of schema coordinates.
const ofPart = (type: { readonly name: string }, { name }: Part) => `${type.name}.${name}`;
const ofArgument = (owner: string, { name }: Part) => `${owner}(${name}:)`;
const lastNameIn = (coordinate: string): string => /(\w+)(?::\))?$/.exec(coordinate)?.[1] ?? coordinate;

/** The coordinates of everything that a document names. What the schema does not have, and what comes in variables, is not among them. */
function coordinatesIn(schema: GraphQLSchema, text: string): ReadonlySet<string> {
  const coordinates = new Set<string>();
  const info = new TypeInfo(schema);
  const visitor: ASTVisitor = {
    Field: () => {
      const [type, field] = [info.getParentType(), info.getFieldDef()];
      if (type && field) coordinates.add(ofPart(type, field));
    },
    Argument: () => {
      const [directive, argument, type, field] = [
        info.getDirective(),
        info.getArgument(),
        info.getParentType(),
        info.getFieldDef(),
      ];
      const owner = directive ? `@${directive.name}` : type && field && ofPart(type, field);
      if (owner && argument) coordinates.add(ofArgument(owner, argument));
    },
    ObjectField: ({ name: { value: name } }) => {
      const type = getNamedType(info.getParentInputType());
      if (isInputObjectType(type)) coordinates.add(ofPart(type, { name }));
    },
    EnumValue: () => {
      const [type, value] = [getNamedType(info.getInputType()), info.getEnumValue()];
      if (type && value) coordinates.add(ofPart(type, value));
    },
  };
  try {
    visit(parse(text), visitWithTypeInfo(info, visitor));
  } catch (error) {
    // What cannot be read any more does not run either, and says so then.
    if (error instanceof GraphQLError) return new Set();
    throw error;
  }
  return coordinates;
}
