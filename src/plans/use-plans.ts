/** Answers queries by their plans. What has no plan, and what a plan does not answer, is answered by the resolvers. */
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { compilePlan } from './compile.ts';
import type { Plan } from './plan.ts';
import { NotPlanned, type Variables } from './selection.ts';

/** The plan of an operation of a document, and how often it has answered. */
interface KnownPlan {
  plan: Plan | undefined;
  answered: number;
  /** The number of times that it gave up, because a value was a promise. */
  givenUp: number;
}

/** A plan is dropped when it has given up this many times more than it has answered. */
const maxGivenUp = 10;

interface Row {
  readonly content: readonly unknown[];
}

/** Executes queries by their plans where they have one. */
export function usePlans(): Plugin<Context> {
  const plans = new WeakMap<DocumentNode, Map<string, KnownPlan>>();
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const variables = variablesOf(args);
      if (!variables) return;
      const { contextValue: context, document } = args;
      const operations = plans.get(document) ?? new Map<string, KnownPlan>();
      plans.set(document, operations);
      const key = planKey(args, variables);
      const operation = operations.get(key) ?? { plan: planOf(args, variables), answered: 0, givenUp: 0 };
      operations.set(key, operation);
      const answer = async (plan: Plan): Promise<ExecutionResult> => {
        try {
          const data = await answerByPlan(plan, context, variables);
          operation.answered += 1;
          return { data };
        } catch (error) {
          if (error instanceof NotPlanned) operation.givenUp += 1;
          if (operation.givenUp > operation.answered + maxGivenUp) operation.plan = undefined;
          // Nothing was changed. The resolvers say what is wrong, and where.
          return executeFn(args);
        }
      };
      const { plan: current } = operation;
      if (current) setExecuteFn(() => answer(current));
    },
  };
}

/** The data of an answer, read in one statement. @throws NotPlanned, or what a resolver throws */
export async function answerByPlan(
  plan: Plan,
  context: Context,
  variables: Variables,
): Promise<Record<string, unknown>> {
  const { sql, write } = plan({ context, variables, args: [] });
  const rows = sql ? await context.app.read<Row>(sql) : [];
  return write(rows.map(({ content }) => content));
}

/** The values of the variables of a query; undefined for other operations, and if the values are not allowed. */
function variablesOf({ schema, document, operationName, variableValues }: ExecutionArgs): Variables | undefined {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
  return getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}).coerced;
}

function planOf({ schema, document, operationName }: ExecutionArgs, variables: Variables): Plan | undefined {
  try {
    return compilePlan({
      schema,
      document,
      operationName: operationName ?? undefined,
      variables,
    });
  } catch (error) {
    if (error instanceof NotPlanned) return undefined;
    throw error;
  }
}

const conditionsOf = new WeakMap<DocumentNode, readonly string[]>();

/** A document has a plan for each operation, and for each set of values of the variables in `@skip` and `@include`. */
function planKey({ document, operationName }: ExecutionArgs, variables: Variables): string {
  const conditions = conditionsOf.get(document) ?? conditionVariables(document);
  conditionsOf.set(document, conditions);
  return [operationName, ...conditions.map((name) => variables[name])].join(' ');
}

function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: args }) => {
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
