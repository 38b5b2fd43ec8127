/** Answers queries by their plans. What has no plan, and what a plan does not answer, is answered by the resolvers. */
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, Kind, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { compilePlan, NotPlanned, type Plan } from './compile.ts';

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
      const { document, contextValue: context } = args;
      const variables = args.variableValues ?? {};
      const ofDocument = plans.get(document) ?? new Map<string, Plan | undefined>();
      plans.set(document, ofDocument);
      const key = planKey(args);
      if (!ofDocument.has(key)) ofDocument.set(key, planOf(args));
      const plan = ofDocument.get(key);
      if (!plan) {
        use.resolved += 1;
        return;
      }
      setExecuteFn(async (): Promise<ExecutionResult> => {
        try {
          const { sql, write } = plan({ context, variables, args: [] });
          const rows = sql ? await context.app.read<Row>(sql) : [];
          const data = write(rows.map(({ content }) => content));
          use.planned += 1;
          return { data };
        } catch (error) {
          // Nothing was changed. The resolvers say what is wrong, and where.
          if (error instanceof NotPlanned) ofDocument.set(key, undefined);
          use.resolved += 1;
          return executeFn(args);
        }
      });
    },
  };
}

function planOf({ schema, document, operationName, variableValues = {} }: ExecutionArgs): Plan | undefined {
  try {
    return compilePlan({
      schema,
      document,
      operationName: operationName ?? undefined,
      variables: variableValues ?? {},
    });
  } catch (error) {
    if (error instanceof NotPlanned) return undefined;
    throw error;
  }
}

const conditionsOf = new WeakMap<DocumentNode, readonly string[]>();

/** A document has a plan for each operation, and for each set of values of the variables in `@skip` and `@include`. */
function planKey({ document, operationName, variableValues }: ExecutionArgs): string {
  const conditions = conditionsOf.get(document) ?? conditionVariables(document);
  conditionsOf.set(document, conditions);
  return [operationName, ...conditions.map((name) => variableValues?.[name])].join(' ');
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
