/** What every operation must pass, on every wire: the limits, and the line in the log. */
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
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
    onParse: ({ setParseFn }) =>
      setParseFn((source: string | Source, options?: ParseOptions) =>
        parse(source, { ...options, maxTokens: limits.tokens }),
      ),
    onValidate: ({ addValidationRule }) => {
      addValidationRule(aliasRule);
      addValidationRule(storableLiteralRule);
      if (!allowsIntrospection) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onExecute: async ({ args, executeFn, setExecuteFn, setResultAndStopExecution }) => {
      const error = await admit(args);
      if (error) return setResultAndStopExecution({ errors: [error] });
      setExecuteFn((given: ExecutionArgs) => withinTime(executeFn(given)));
    },
    onSubscribe: async ({ args, setResultAndStopExecution }) => {
      const error = await admit(args);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
  };
}

/** Why the operation may not run; nothing if it may. */
async function admit({
  document,
  operationName,
  schema,
  variableValues,
  contextValue,
}: ExecutionArgs): Promise<GraphQLError | undefined> {
  const { app, viewer, caller } = contextValue as Context;
  const unstorable = unstorablePath(variableValues ?? {}, '$');
  if (unstorable)
    return badRequest(
      `The variable at ${unstorable} holds a character that cannot be stored: NUL, or half of a surrogate pair.`,
      'TEXT_INVALID',
    );
  const wait = await app.rates.take('operations', viewer.kind === 'person' ? viewer.accountId : caller);
  if (wait !== undefined) return asGraphQLError(new RateLimited(wait));
  const operation = getOperationAST(document, operationName);
  // Which operation to run is not clear: execution says so.
  if (!operation) return undefined;
  try {
    const alone = {
      ...document,
      definitions: document.definitions.filter(
        (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
      ),
    };
    const { depth, complexity } = complexityFromQuery(alone, {
      schema,
      ctx: contextValue as Context,
      variables: { ...variableValues },
    });
    if (depth > limits.depth)
      return badRequest(`The operation is ${depth} levels deep; at most ${limits.depth} are allowed.`, 'TOO_DEEP');
    if (complexity > limits.cost)
      return badRequest(
        `The operation costs ${complexity}; at most ${limits.cost} is allowed. Ask for smaller pages or fewer fields.`,
        'TOO_COSTLY',
        { cost: complexity },
      );
    return undefined;
  } catch {
    // Variables that do not fit their types: execution says so better.
    return undefined;
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

const storableLiteralRule: ValidationRule = (context) => ({
  [Kind.STRING]: (node) => {
    if (!isStorable(node.value))
      context.reportError(
        badRequest(
          'A string in the document holds a character that cannot be stored: NUL, or half of a surrogate pair.',
          'TEXT_INVALID',
        ),
      );
  },
});

/** Whether the database can hold the text: PostgreSQL knows no NUL, and UTF-8 no lone surrogate. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Where in `value` a text stands that cannot be stored. The depth is bounded by the parser of the body. */
function unstorablePath(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return path;
    const found = unstorablePath(inner, `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}
