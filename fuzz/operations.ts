/** Operations over everything in the schema, with generated arguments. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { schema } from '../src/schema.ts';
import { pick } from '../test/support/random.ts';
import { hostileValue, type ValueContext } from './hostile-values.ts';

export type RootKind = 'query' | 'mutation' | 'subscription';
export type RootField = GraphQLField<unknown, unknown>;

/** A request of a GraphQL client. */
export interface Operation {
  readonly kind: RootKind;
  /** The root field, for reports. */
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const roots = {
  query: schema.getQueryType(),
  mutation: schema.getMutationType(),
  subscription: schema.getSubscriptionType(),
};

/** Every field of every root type. */
export const rootFields: readonly (readonly [RootKind, RootField])[] = Object.entries(roots).flatMap(([kind, type]) =>
  Object.values(type?.getFields() ?? {}).map((field) => [kind as RootKind, field] as const),
);

/** Names of the types that have ids. */
export const nodeTypeNames: readonly string[] = schema
  .getPossibleTypes(schema.getType('Node') as never)
  .map(({ name }) => name);

const maxSelectionDepth = 3;
const maxFields = 7;

/** Builds a document and collects its variables. */
class DocumentBuilder {
  readonly variables: Record<string, unknown> = {};
  readonly #definitions: string[] = [];
  readonly #known: ValueContext;
  #aliases = 0;
  /** The arguments that are left out of nested fields are those of applications, whose documents are registered once. */
  readonly #nests: boolean;

  constructor(known: ValueContext, nests = true) {
    this.#known = known;
    this.#nests = nests;
  }

  /** An argument of a field, as a variable or as a literal. */
  argument({ name, type }: GraphQLArgument): string {
    const { random } = this.#known;
    const value = hostileValue(type, name, this.#known);
    if (random() < 0.15) return `${name}: ${literalOf(value, type)}`;
    const variable = `v${this.#definitions.length}`;
    this.#definitions.push(`$${variable}: ${random() < 0.97 ? type : 'String'}`);
    // A variable without a value is null or the default.
    if (random() < 0.98) this.variables[variable] = value;
    return `${name}: $${variable}`;
  }

  field(field: RootField, depth: number): string {
    const { random } = this.#known;
    const sentArguments = field.args.filter((argument) => isRequiredArgument(argument) || random() < 0.6);
    const values = sentArguments.map((argument) => this.argument(argument)).join(', ');
    return `${field.name}${values ? `(${values})` : ''}${this.#selection(getNamedType(field.type), depth)}`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    if (isLeafType(type)) return '';
    const { random } = this.#known;
    if (isUnionType(type)) {
      const parts = type
        .getTypes()
        .filter(() => random() < 0.5)
        .slice(0, 4)
        .map((one) => `... on ${one.name} ${this.#fields(one, depth)}`);
      return ` { __typename ${parts.join(' ')} }`;
    }
    return ` ${this.#fields(type, depth)}`;
  }

  #fields(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
    const { random } = this.#known;
    const pageFields = ['edges', 'nodes', 'node', 'pageInfo', 'id', 'cursor', 'endCursor'];
    const fields = Object.values(type.getFields())
      .filter(({ name }) => pageFields.includes(name) || random() < 0.3)
      .filter((field) => isLeafType(getNamedType(field.type)) || depth > 0)
      .filter(({ args }) => this.#nests || args.length === 0)
      .slice(0, maxFields);
    const texts = fields.map((field) => `${this.#alias(field)}${this.field(field, depth - 1)}`);
    return `{ __typename ${texts.join(' ')} }`;
  }

  /** Two fields of one name must have the same arguments, so those with arguments have names of their own. */
  #alias({ args }: RootField): string {
    this.#aliases += args.length > 0 ? 1 : 0;
    return args.length > 0 ? `a${this.#aliases}: ` : '';
  }

  text(kind: RootKind, body: string): string {
    return `${kind} Fuzz${this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : ''} { ${body} }`;
  }
}

/** A value as a literal of GraphQL. */
function literalOf(value: unknown, type: GraphQLInputType | undefined): string {
  const inner = type && isNonNullType(type) ? type.ofType : type;
  if (typeof value === 'string' && inner && isEnumType(inner) && /^[A-Za-z_]\w*$/.test(value)) return value;
  if (Array.isArray(value)) return `[${value.map((item) => literalOf(item, undefined)).join(', ')}]`;
  if (typeof value === 'object' && value !== null && !('rawJSON' in value)) {
    const fields = inner && isInputObjectType(inner) ? inner.getFields() : {};
    return `{${Object.entries(value)
      .filter(([name]) => /^[A-Za-z_]\w*$/.test(name))
      .map(([name, one]) => `${name}: ${literalOf(one, Object.hasOwn(fields, name) ? fields[name]?.type : undefined)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}

/** An operation that calls one root field with hostile values. */
export function generateOperation(known: ValueContext, [kind, field]: readonly [RootKind, RootField]): Operation {
  const builder = new DocumentBuilder(known);
  const calls = [builder.field(field, maxSelectionDepth)];
  const query = builder.text(kind, calls.join(' '));
  return { kind, name: field.name, query, variables: builder.variables };
}

/** The document of a root field with all its arguments as variables and a selection without arguments. */
export function documentOf(known: ValueContext, [kind, field]: readonly [RootKind, RootField]): string {
  const definitions = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const values = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const builder = new DocumentBuilder({ ...known, random: () => 0.4 }, false);
  const selection = builder.field({ ...field, args: [] }, 1).slice(field.name.length);
  return `${kind} Fuzz${definitions ? `(${definitions})` : ''} { ${field.name}${values ? `(${values})` : ''}${selection} }`;
}

/** Hostile values for all arguments of a field, by their names. */
export const argumentsFor = (known: ValueContext, { args }: RootField): Record<string, unknown> =>
  Object.fromEntries(
    args
      .filter((argument) => isRequiredArgument(argument) || known.random() < 0.6)
      .map(({ name, type }) => [name, hostileValue(type, name, known)]),
  );

/** A valid input of a mutation in which one or two values are hostile. */
export function corruptInput(
  known: ValueContext,
  field: RootField,
  input: Readonly<Record<string, unknown>>,
): Operation {
  const { random } = known;
  const type = getNamedType(field.args[0]?.type as GraphQLInputType);
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const changed = Array.from({ length: random() < 0.7 ? 1 : 2 }, () => pick(random, fields));
  const hostile = changed.map((one): [string, unknown] => [one.name, hostileValue(one.type, one.name, known)]);
  const builder = new DocumentBuilder(known);
  const selection = builder.field({ ...field, args: [] }, 2).slice(field.name.length);
  const text = builder.text('mutation', `${field.name}(input: $input)${selection}`);
  const query = text.startsWith('mutation Fuzz(')
    ? text.replace('Fuzz(', `Fuzz($input: ${type.name}!, `)
    : text.replace('Fuzz', `Fuzz($input: ${type.name}!)`);
  const variables = { ...builder.variables, input: { ...input, ...Object.fromEntries(hostile) } };
  return { kind: 'mutation', name: field.name, query, variables };
}
