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
import { compilePlan, NotPlanned, type Plan } from './compile.ts';
import type { Variables } from './selection.ts';

/** Counts of a plugin, for tests and the bench. */
export interface PlanUse {
  planned: number;
  resolved: number;
}

interface Row {
  readonly content: readonly unknown[];
}

/** Executes queries by their plans where they have one. */
export function usePlans(use: PlanUse = { planned: 0, resolved: 0 }): Plugin<Context> {
  const plans = new WeakMap<DocumentNode, Map<string, Plan | undefined>>();
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const variables = variablesOf(args);
      if (!variables) return;
      const { contextValue: context, document } = args;
      const plansOfDocument = plans.get(document) ?? new Map<string, Plan | undefined>();
      plans.set(document, plansOfDocument);
      const key = planKey(args, variables);
      if (!plansOfDocument.has(key)) plansOfDocument.set(key, planOf(args, variables));
      const plan = plansOfDocument.get(key);
      const resolve = () => {
        use.resolved += 1;
        return executeFn(args);
      };
      const answer = async (start: Plan): Promise<ExecutionResult> => {
        try {
          const data = await answerByPlan(start, context, variables);
          use.planned += 1;
          return { data };
        } catch (error) {
          // Nothing was changed. The resolvers say what is wrong, and where.
          if (error instanceof NotPlanned) plansOfDocument.set(key, undefined);
          return resolve();
        }
      };
      setExecuteFn(() => (plan ? answer(plan) : resolve()));
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
