/** Checks of a document before it is executed: its size, its validity, its depth and its cost. */
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
import { requireSizeWithinLimits } from './document-size.ts';
import { asGraphQLError, requestErrors } from './errors.ts';
import { toGlobalId } from './ids.ts';

/** Parses a document, whose size must be within the limits. @throws a GraphQL error with a code */
export function parseWithinLimits(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    const document = parse(source, { ...options, maxTokens: limits.tokens });
    requireSizeWithinLimits(document);
    return document;
  } catch (error) {
    if (error instanceof GraphQLError) error.extensions['code'] ??= requestErrors.GRAPHQL_PARSE_FAILED.code;
    throw error;
  }
}

const literalRule: ValidationRule = (context) => ({
  [Kind.STRING]: (node) => {
    if (!isStorable(node.value)) context.reportError(textInvalidAt('A string in the document'));
  },
  [Kind.LIST]: (node) => {
    if (node.values.length > limits.listArguments) context.reportError(listTooLong('A list in the document'));
  },
});

/** The validation rules besides those of the GraphQL specification. */
export const validationRules: readonly ValidationRule[] = [literalRule];

export const textInvalidAt = (location: string): GraphQLError =>
  asGraphQLError(
    textInvalid.occurWith(`${location} contains a character that cannot be stored: NUL or an unpaired surrogate.`),
  );
export const listTooLong = (location: string): GraphQLError =>
  asGraphQLError(requestErrors.LIST_TOO_LONG.occurWith(`${location} has more than ${limits.listArguments} items.`));

/** True if the database can store the text: PostgreSQL has no NUL, and UTF-8 no unpaired surrogate. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** An operation with everything that its cost depends on. */
interface CostInput {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface OperationCost {
  readonly depth: number;
  readonly complexity: number;
}

/** The costs of operations without variables, which never change. */
const fixedCosts = new WeakMap<OperationDefinitionNode, OperationCost>();

/** The cost of an operation, in points. @throws a GraphQL error if it is too high or cannot be computed */
export function operationCost(input: CostInput): number {
  const { depth, complexity } = fixedCosts.get(input.operation) ?? computeCost(input);
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

function computeCost({ schema, document, operation, variables }: CostInput): OperationCost {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const cost = complexityFromQuery(
    { ...document, definitions: [operation, ...fragments] },
    {
      schema,
      // Costs depend only on arguments.
      ctx: {} as Context,
      variables: { ...variables },
    },
  );
  if (!operation.variableDefinitions?.length) fixedCosts.set(operation, cost);
  return cost;
}

/** Checks a document that an application registers. `hideSuggestions`: the problems suggest no names of the schema. */
export function inspectDocument(
  schema: GraphQLSchema,
  text: string,
  { hideSuggestions = false } = {},
): DocumentInspection {
  let tokens = 0;
  try {
    const document = parseWithinLimits(text);
    tokens = document.tokenCount ?? 0;
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (!operation || operations.length > 1)
      return {
        tokens,
        problems: [`It has ${operations.length} operations; a registered document must have exactly one.`],
      };
    const rules = [...specifiedRules, ...validationRules, NoSchemaIntrospectionCustomRule];
    const errors = validate(schema, document, rules, { hideSuggestions });
    if (errors.length > 0) return { tokens, problems: errors.map(({ message }) => message) };
    const cost = operationCost({ schema, document, ...withUsualVariables(operation) });
    return { tokens, operationName: operation.name?.value ?? null, kind: operation.operation, cost };
  } catch (error) {
    if (error instanceof GraphQLError) return { tokens, problems: [error.message] };
    throw error;
  }
}

/**
 * The operation with a simple value for each required variable, so that its cost can be computed: pages of the default
 * size, and lists of one item. Nothing else in a variable affects the cost.
 */
function withUsualVariables(operation: OperationDefinitionNode): Pick<CostInput, 'operation' | 'variables'> {
  const definitions = operation.variableDefinitions ?? [];
  const required = definitions.filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
  return {
    operation: {
      ...operation,
      variableDefinitions: definitions.map((one) =>
        required.includes(one) ? { ...one, type: simplify(one.type) } : one,
      ),
    },
    variables: Object.fromEntries(required.map(({ variable, type }) => [variable.name.value, usualValue(type)])),
  };
}

function simplify<Type extends TypeNode>(type: Type): Type {
  if (type.kind !== Kind.NAMED_TYPE) return { ...type, type: simplify(type.type) };
  return type.name.value === 'Int' ? type : { ...type, name: { kind: Kind.NAME, value: 'ID' } };
}

function usualValue(type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return usualValue(type.type);
  if (type.kind === Kind.LIST_TYPE) return [usualValue(type.type)];
  return type.name.value === 'Int' ? limits.defaultPageSize : toGlobalId('Account', nilUuid);
}
