/** What every operation must pass, on every wire, once it is through the gate: the limits, and what it may cost. */
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { chargeFor } from '../applications/quota.ts';
import type { Context } from '../graphql/context.ts';
import {
  costOf,
  isStorable,
  listTooLong,
  parseWithinLimits,
  textInvalidAt,
  validationRules,
} from '../graphql/documents.ts';
import { asGraphQLError, requestErrors } from '../graphql/errors.ts';
import { limits } from '../limits.ts';
import { QuotaExceeded, Refusal } from '../platform/errors.ts';
import { operationErrors } from './server-errors.ts';

/** Refuses what is too large, too deep, too costly, too frequent, or cannot be stored; before anything runs. */
export function useLimits({ allowsIntrospection }: { allowsIntrospection: boolean }): Plugin<Context> {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseWithinLimits),
    onValidate: ({ addValidationRule }) => {
      for (const rule of validationRules) addValidationRule(rule);
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
export async function checkLimits(args: ExecutionArgs): Promise<readonly GraphQLError[] | undefined> {
  const context = args.contextValue as Context;
  const fault = faultIn(args.variableValues ?? {}, '$', 0);
  if (fault) return [fault];
  try {
    const errors = await spend(args, context);
    if (!errors) admitted.add(context);
    return errors;
  } catch (error) {
    // What is left is told with the refusal too.
    if (error instanceof QuotaExceeded) context.request.charge = error.charge;
    if (error instanceof Refusal) return [asGraphQLError(error)];
    // An argument that cannot be read has no cost; to let the rest of the operation pass would be a way around the limit.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

const admitOnce = async (args: ExecutionArgs) =>
  admitted.has(args.contextValue as Context) ? undefined : checkLimits(args);

/** Takes an operation out of its caller's budget: by its number, or, for an application, by its cost. */
async function spend(args: ExecutionArgs, { app, viewer, rateLimitKey, request }: Context) {
  if (viewer.kind !== 'application') {
    await app.rateLimiter.consume('operations', viewer.kind === 'person' ? viewer.accountId : rateLimitKey);
  }
  const weight = weigh(args);
  if (viewer.kind === 'application') request.charge = await chargeFor(app, viewer, weight.cost ?? 1);
  return weight.errors;
}

/** What an operation costs, or why it cannot run. @throws a GraphQL error if it costs too much */
function weigh({ document, operationName, schema, variableValues }: ExecutionArgs): {
  readonly cost?: number;
  readonly errors?: readonly GraphQLError[] | undefined;
} {
  const operation = getOperationAST(document, operationName);
  // Which operation to run is not clear: the wires say so.
  if (!operation) return {};
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (!coerced) return { errors };
  return { cost: costOf({ schema, document, operation, variables: variableValues ?? {} }) };
}

async function withinTime(result: unknown): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(
      () =>
        resolve({
          errors: [
            asGraphQLError(
              operationErrors.TIMED_OUT.occurWith(`The operation took longer than ${limits.operationMs} ms.`),
            ),
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

const maxPathLength = 100;

/** What is wrong with a variable, and where: text that cannot be stored, lists that are too long, nesting without end. */
function faultIn(value: unknown, path: string, depth: number): GraphQLError | undefined {
  const where = () => `The variable at ${path.length > maxPathLength ? `${path.slice(0, maxPathLength)}…` : path}`;
  if (typeof value === 'string') return isStorable(value) ? undefined : textInvalidAt(where());
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > limits.depth)
    return asGraphQLError(
      requestErrors.TOO_DEEP.occurWith(`${where()} is nested more than ${limits.depth} levels deep.`),
    );
  if (Array.isArray(value) && value.length > limits.listArguments) return listTooLong(where());
  for (const [key, inner] of Object.entries(value)) {
    const fault = isStorable(key) ? faultIn(inner, `${path}.${key}`, depth + 1) : textInvalidAt(where());
    if (fault) return fault;
  }
  return undefined;
}
