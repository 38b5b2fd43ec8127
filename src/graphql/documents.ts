/** What can be said of a document before it is run: whether it may be, how deep it is, and what it costs. */
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  type ParseOptions,
  parse,
  type Source,
  specifiedRules,
  type TypeNode,
  type ValidationRule,
  validate,
} from 'graphql';
import { limits } from '../limits.ts';
import { textInvalid } from '../platform/errors.ts';
import { nilUuid } from '../platform/uuid.ts';
import type { Context } from './context.ts';
import type { DocumentInspection } from './document-info.ts';
import { asGraphQLError, requestErrors } from './errors.ts';
import { toGlobalId } from './ids.ts';

/** Parses no more than so many tokens. @throws a GraphQL error with a code */
export function parseWithinLimits(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) error.extensions['code'] ??= requestErrors.GRAPHQL_PARSE_FAILED.code;
    throw error;
  }
}

const aliasRule: ValidationRule = (context) => {
  let aliases = 0;
  return {
    Field: (node) => {
      if (node.alias && ++aliases === limits.aliases + 1)
        context.reportError(
          asGraphQLError(
            requestErrors.TOO_MANY_ALIASES.occurWith(`The document has more than ${limits.aliases} aliases.`),
          ),
        );
    },
  };
};

const literalRule: ValidationRule = (context) => ({
  [Kind.STRING]: (node) => {
    if (!isStorable(node.value)) context.reportError(textInvalidAt('A string in the document'));
  },
  [Kind.LIST]: (node) => {
    if (node.values.length > limits.listArguments) context.reportError(listTooLong('A list in the document'));
  },
});

/** What a document must keep to, beside the rules of GraphQL. */
export const validationRules: readonly ValidationRule[] = [aliasRule, literalRule];

export const textInvalidAt = (location: string): GraphQLError =>
  asGraphQLError(
    textInvalid.occurWith(`${location} contains a character that cannot be stored: NUL or an unpaired surrogate.`),
  );
export const listTooLong = (location: string): GraphQLError =>
  asGraphQLError(requestErrors.LIST_TOO_LONG.occurWith(`${location} has more than ${limits.listArguments} items.`));

/** Whether the database can hold the text: PostgreSQL knows no NUL, and UTF-8 no lone surrogate. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** An operation, with what its cost depends on. */
export interface OperationCost {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Weight {
  readonly depth: number;
  readonly complexity: number;
}

/** The weights of operations that have no variables to depend on. */
const fixedWeights = new WeakMap<OperationDefinitionNode, Weight>();

/** What an operation costs. @throws a GraphQL error if that is too much, or cannot be said */
export function costOf(weighed: OperationCost): number {
  const { depth, complexity } = fixedWeights.get(weighed.operation) ?? weigh(weighed);
  if (depth > limits.depth)
    throw asGraphQLError(
      requestErrors.TOO_DEEP.occurWith(`The operation is ${depth} levels deep; at most ${limits.depth} are allowed.`),
    );
  if (complexity > limits.cost)
    throw asGraphQLError(
      requestErrors.TOO_COSTLY.occurWith(
        `The operation costs ${complexity} points; at most ${limits.cost} are allowed. Request smaller pages or fewer fields.`,
        { cost: complexity },
      ),
    );
  return complexity;
}

function weigh({ schema, document, operation, variables }: OperationCost): Weight {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const weight = complexityFromQuery(
    { ...document, definitions: [operation, ...fragments] },
    {
      schema,
      // Costs here depend on arguments alone.
      ctx: {} as Context,
      variables: { ...variables },
    },
  );
  if (!operation.variableDefinitions?.length) fixedWeights.set(operation, weight);
  return weight;
}

/** Looks at a document that somebody wants to register: what it is, or everything that is wrong with it. */
export function inspectDocument(schema: GraphQLSchema, text: string): DocumentInspection {
  try {
    const document = parseWithinLimits(text);
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (!operation || operations.length > 1)
      return { problems: [`It has ${operations.length} operations; a registered document must have exactly one.`] };
    const errors = validate(schema, document, [...specifiedRules, ...validationRules, NoSchemaIntrospectionCustomRule]);
    if (errors.length > 0) return { problems: errors.map(({ message }) => message) };
    const cost = costOf({ schema, document, ...withUsualVariables(operation) });
    return { operationName: operation.name?.value ?? null, kind: operation.operation, cost };
  } catch (error) {
    if (error instanceof GraphQLError) return { problems: [error.message] };
    throw error;
  }
}

/**
 * The operation with something simple in the place of each variable that must be given, so that its cost can be said:
 * pages of the usual size, lists of one. What else a variable may hold bears on no cost.
 */
function withUsualVariables(operation: OperationDefinitionNode): Pick<OperationCost, 'operation' | 'variables'> {
  const definitions = operation.variableDefinitions ?? [];
  const needed = definitions.filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
  return {
    operation: {
      ...operation,
      variableDefinitions: definitions.map((one) => (needed.includes(one) ? { ...one, type: simple(one.type) } : one)),
    },
    variables: Object.fromEntries(needed.map(({ variable, type }) => [variable.name.value, usualValue(type)])),
  };
}

function simple<Type extends TypeNode>(type: Type): Type {
  if (type.kind !== Kind.NAMED_TYPE) return { ...type, type: simple(type.type) };
  return type.name.value === 'Int' ? type : { ...type, name: { kind: Kind.NAME, value: 'ID' } };
}

function usualValue(type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return usualValue(type.type);
  if (type.kind === Kind.LIST_TYPE) return [usualValue(type.type)];
  return type.name.value === 'Int' ? limits.defaultPageSize : toGlobalId('Account', nilUuid);
}
