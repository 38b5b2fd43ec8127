/** What every operation must pass, on every wire: the limits, and the line in the log. */
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type ParseOptions,
  parse,
  type Source,
  type ValidationRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limits } from '../limits.ts';
import { RateLimited } from '../platform/errors.ts';
import type { Context } from './context.ts';
import { asGraphQLError, badRequest } from './errors.ts';

/** Refuses what is too large, too deep, too costly, too frequent, or cannot be stored; before anything runs. */
export function useLimits({ allowsIntrospection }: { allowsIntrospection: boolean }): Plugin<Context> {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseWithinLimits),
    onValidate: ({ addValidationRule }) => {
      addValidationRule(aliasRule);
      addValidationRule(literalRule);
      if (!allowsIntrospection) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onExecute: async ({ args, executeFn, setExecuteFn, setResultAndStopExecution }) => {
      const errors = await admitOnce(args);
      if (errors) return setResultAndStopExecution({ errors });
      setExecuteFn((given: ExecutionArgs) => withinTime(executeFn(given)));
    },
    onSubscribe: async ({ args, setResultAndStopExecution }) => {
      const errors = await admitOnce(args);
      if (errors) setResultAndStopExecution({ errors });
    },
  };
}

/** The contexts of operations that were admitted before the engine got them. */
const admitted = new WeakSet<object>();

/**
 * Why the operation may not run; nothing if it may. For a wire that has to know before it hands the operation to the
 * engine, which then does not ask again.
 */
export async function admit(args: ExecutionArgs): Promise<readonly GraphQLError[] | undefined> {
  const { app, viewer, caller } = args.contextValue as Context;
  const fault = faultIn(args.variableValues ?? {}, '$', 0);
  if (fault) return [fault];
  const wait = await app.rates.take('operations', viewer.kind === 'person' ? viewer.accountId : caller);
  if (wait !== undefined) return [asGraphQLError(new RateLimited(wait))];
  const errors = weigh(args);
  if (!errors) admitted.add(args.contextValue as Context);
  return errors;
}

const admitOnce = async (args: ExecutionArgs) => (admitted.has(args.contextValue as Context) ? undefined : admit(args));

function weigh({ document, operationName, schema, variableValues, contextValue }: ExecutionArgs) {
  const operation = getOperationAST(document, operationName);
  // Which operation to run is not clear: the wires say so.
  if (!operation) return undefined;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (!coerced) return errors;
  const alone = {
    ...document,
    definitions: document.definitions.filter(
      (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
    ),
  };
  try {
    const { depth, complexity } = complexityFromQuery(alone, {
      schema,
      ctx: contextValue as Context,
      variables: { ...variableValues },
    });
    if (depth > limits.depth)
      return [badRequest(`The operation is ${depth} levels deep; at most ${limits.depth} are allowed.`, 'TOO_DEEP')];
    if (complexity > limits.cost)
      return [
        badRequest(
          `The operation costs ${complexity}; at most ${limits.cost} is allowed. Ask for smaller pages or fewer fields.`,
          'TOO_COSTLY',
          { cost: complexity },
        ),
      ];
    return undefined;
  } catch (error) {
    // An argument that cannot be read has no cost; to let the rest of the operation pass would be a way around the limit.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

async function withinTime(result: unknown): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(
      () =>
        resolve({
          errors: [
            new GraphQLError(`The operation took longer than ${limits.operationMs} ms.`, {
              extensions: { code: 'TIMED_OUT', recovery: 'RETRYABLE' },
            }),
          ],
        }),
      limits.operationMs,
    );
  });
  try {
    // Nothing here answers incrementally: a result is one result.
    return await Promise.race([result as Promise<ExecutionResult>, late]);
  } finally {
    clearTimeout(timer);
  }
}

const aliasRule: ValidationRule = (context) => {
  let aliases = 0;
  return {
    Field: (node) => {
      if (node.alias && ++aliases === limits.aliases + 1)
        context.reportError(badRequest(`The document has more than ${limits.aliases} aliases.`, 'TOO_MANY_ALIASES'));
    },
  };
};

const literalRule: ValidationRule = (context) => ({
  [Kind.STRING]: (node) => {
    if (!isStorable(node.value)) context.reportError(textInvalid('A string in the document'));
  },
  [Kind.LIST]: (node) => {
    if (node.values.length > limits.listArguments) context.reportError(listTooLong('A list in the document'));
  },
});

function parseWithinLimits(source: string | Source, options?: ParseOptions) {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) error.extensions['code'] ??= 'GRAPHQL_PARSE_FAILED';
    throw error;
  }
}

const textInvalid = (where: string) =>
  badRequest(`${where} holds a character that cannot be stored: NUL, or half of a surrogate pair.`, 'TEXT_INVALID');
const listTooLong = (where: string) =>
  badRequest(`${where} has more than ${limits.listArguments} items.`, 'LIST_TOO_LONG');

/** Whether the database can hold the text: PostgreSQL knows no NUL, and UTF-8 no lone surrogate. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const longestPath = 100;

/** What is wrong with a variable, and where: text that cannot be stored, lists that are too long, nesting without end. */
function faultIn(value: unknown, path: string, depth: number): GraphQLError | undefined {
  const where = () => `The variable at ${path.length > longestPath ? `${path.slice(0, longestPath)}…` : path}`;
  if (typeof value === 'string') return isStorable(value) ? undefined : textInvalid(where());
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > limits.depth)
    return badRequest(`${where()} is nested more than ${limits.depth} levels deep.`, 'TOO_DEEP');
  if (Array.isArray(value) && value.length > limits.listArguments) return listTooLong(where());
  for (const [key, inner] of Object.entries(value)) {
    const fault = isStorable(key) ? faultIn(inner, `${path}.${key}`, depth + 1) : textInvalid(where());
    if (fault) return fault;
  }
  return undefined;
}
