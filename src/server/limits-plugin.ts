/** The limits of every operation, on every wire, after authentication: size, depth, cost and time. */
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { chargeFor } from '../applications/quota.ts';
import type { Context } from '../graphql/context.ts';
import {
  isStorable,
  listTooLong,
  operationCost,
  parseWithinLimits,
  textInvalidAt,
  validationRules,
} from '../graphql/documents.ts';
import { asGraphQLError, requestErrors } from '../graphql/errors.ts';
import { mayIntrospect, schemaOnlyRule } from '../graphql/introspection.ts';
import { limits } from '../limits.ts';
import { QuotaExceeded, Refusal } from '../platform/errors.ts';
import { arbitraryRefused } from './authenticate.ts';
import { operationErrors } from './server-errors.ts';
import type { ServerContext } from './yoga.ts';

/** Rejects operations that exceed a limit, or have text that cannot be stored, before they are executed. */
export function useLimits(): Plugin<Context> {
  return {
    onParse: ({ setParseFn, context }) => {
      setParseFn(parseWithinLimits);
      return ({ result }) => {
        if (result instanceof Error) countRefusal(context);
      };
    },
    onValidate: ({ addValidationRule, setValidationFn, context }) => {
      for (const rule of validationRules) addValidationRule(rule);
      const { requestContext } = context as unknown as ServerContext;
      const viewer = requestContext?.viewer;
      // The text of an application that is not a registered operation.
      if (viewer?.kind === 'application' && viewer.operation === undefined)
        addValidationRule(schemaOnlyRule(() => arbitraryRefused(viewer)));
      if (!requestContext || !mayIntrospect(requestContext)) {
        addValidationRule(NoSchemaIntrospectionCustomRule);
        setValidationFn((schema, document, rules) => validate(schema, document, rules, { hideSuggestions: true }));
      }
      return ({ valid }) => {
        if (!valid) countRefusal(context);
      };
    },
    onExecute: async ({ args, executeFn, setExecuteFn, setResultAndStopExecution }) => {
      const errors = await checkLimitsOnce(args);
      if (errors) return setResultAndStopExecution({ errors });
      setExecuteFn((executeArgs: ExecutionArgs) => withTimeout(executeFn(executeArgs)));
    },
    onSubscribe: async ({ args, setResultAndStopExecution }) => {
      const errors = await checkLimitsOnce(args);
      if (errors) setResultAndStopExecution({ errors });
    },
  };
}

/** Counts an operation that is refused before it has its own context: the wires have put the authenticated request into this one. */
function countRefusal(context: unknown): void {
  (context as ServerContext).requestContext?.countRefusal();
}

/** The contexts of operations that a wire has checked before it gave them to the engine. */
const checked = new WeakSet<object>();

/**
 * Checks the limits of an operation, and consumes its cost. Returns the errors; undefined if it may be executed. The
 * WebSocket wire calls it before it gives the operation to the engine, which then does not check it again.
 */
export async function checkLimits(args: ExecutionArgs): Promise<readonly GraphQLError[] | undefined> {
  const errors = await findErrors(args);
  const context = args.contextValue as Context;
  if (!errors) checked.add(context);
  // A used-up quota is a budget of its own.
  else if (errors.some(({ extensions }) => extensions['recovery'] !== 'RETRYABLE')) context.request.countRefusal();
  return errors;
}

async function findErrors(args: ExecutionArgs): Promise<readonly GraphQLError[] | undefined> {
  const context = args.contextValue as Context;
  const problem = findProblem(args.variableValues ?? {}, '$', 0);
  if (problem) return [problem];
  try {
    return await consumeCost(args, context);
  } catch (error) {
    // The extensions of the response have the remaining quota also when it is exceeded.
    if (error instanceof QuotaExceeded) context.request.charge = error.charge;
    if (error instanceof Refusal) return [asGraphQLError(error)];
    // An argument that cannot be parsed has no cost: executing the rest of the operation would evade the limit.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

const checkLimitsOnce = async (args: ExecutionArgs) =>
  checked.has(args.contextValue as Context) ? undefined : checkLimits(args);

/** Consumes the cost of an application's operation from its quota. Returns the errors of the variables. */
async function consumeCost(args: ExecutionArgs, { app, viewer, request }: Context) {
  const { cost, errors } = computeCost(args, { hideSuggestions: !mayIntrospect({ app, viewer }) });
  if (viewer.kind === 'application') request.charge = await chargeFor(app, viewer, cost ?? 1);
  return errors;
}

/** The cost of an operation, or the errors of its variables. @throws a GraphQL error if it costs too much */
function computeCost(
  { document, operationName, schema, variableValues }: ExecutionArgs,
  options: { readonly hideSuggestions: boolean },
): {
  readonly cost?: number;
  readonly errors?: readonly GraphQLError[] | undefined;
} {
  const operation = getOperationAST(document, operationName);
  // The wires reject a document that does not say which operation to execute.
  if (!operation) return {};
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variableValues ?? {},
    options,
  );
  if (!coerced) return { errors };
  return { cost: operationCost({ schema, document, operation, variables: variableValues ?? {} }) };
}

async function withTimeout(result: unknown): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<ExecutionResult>((resolve) => {
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
    // There is no incremental delivery: a result is one result.
    return await Promise.race([result as Promise<ExecutionResult>, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

const maxPathLength = 100;

/** The first problem in a variable: text that cannot be stored, a list that is too long, or nesting that is too deep. */
function findProblem(value: unknown, path: string, depth: number): GraphQLError | undefined {
  const where = () => `The variable at ${path.length > maxPathLength ? `${path.slice(0, maxPathLength)}…` : path}`;
  if (typeof value === 'string') return isStorable(value) ? undefined : textInvalidAt(where());
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > limits.depth)
    return asGraphQLError(
      requestErrors.TOO_DEEP.occurWith(`${where()} is nested more than ${limits.depth} levels deep.`),
    );
  if (Array.isArray(value) && value.length > limits.listArguments) return listTooLong(where());
  for (const [key, inner] of Object.entries(value)) {
    const problem = isStorable(key) ? findProblem(inner, `${path}.${key}`, depth + 1) : textInvalidAt(where());
    if (problem) return problem;
  }
  return undefined;
}
