import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from './context.ts';

/** One line for each operation: what it is called, who asked, how long it took and how it went. Never what was said in it. */
export function useOperationLog(): Plugin<Context> {
  const write = (args: ExecutionArgs, startedAt: number, outcome: string) => {
    const { app, viewer } = args.contextValue as Context;
    const operation = getOperationAST(args.document, args.operationName);
    app.log.info(
      {
        operation: operation?.name?.value ?? 'unnamed',
        kind: operation?.operation,
        viewer: viewer.kind,
        ms: Math.round(performance.now() - startedAt),
        outcome,
      },
      'operation',
    );
  };
  return {
    onExecute: ({ args }) => {
      const startedAt = performance.now();
      return { onExecuteDone: ({ result }) => write(args, startedAt, outcomeOf(result)) };
    },
    onSubscribe: ({ args }) => {
      const startedAt = performance.now();
      return {
        onSubscribeResult: ({ result }) => {
          if (isStream(result)) return { onEnd: () => write(args, startedAt, 'ended') };
          write(args, startedAt, outcomeOf(result));
        },
      };
    },
  };
}

const isStream = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;

/** `ok`, the type of a mutation's answer if it is a refusal (they are named in the schema), or the codes of the errors. */
function outcomeOf(result: unknown): string {
  if (
    typeof result !== 'object' ||
    result === null ||
    !('errors' in result) ||
    !Array.isArray(result.errors) ||
    result.errors.length === 0
  )
    return 'ok';
  return result.errors
    .map((error: { extensions?: { code?: unknown } }) => String(error.extensions?.code ?? 'ERROR'))
    .join(',');
}
