import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { withRefusalLog } from '../graphql/refusal-log.ts';
import { cutText } from '../platform/text.ts';
import { isStream } from './tenant-plugin.ts';

/** Logs one line for each operation: its name, the kind of viewer, its duration and outcome. Never its variables. */
export function useOperationLog(): Plugin<Context> {
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const startedAt = performance.now();
      const codes: string[] = [];
      setExecuteFn((executeArgs: ExecutionArgs) => withRefusalLog(codes, () => executeFn(executeArgs)));
      return { onExecuteDone: ({ result }) => write(args, startedAt, outcomeOf(result, codes)) };
    },
    onSubscribe: ({ args }) => {
      const startedAt = performance.now();
      return {
        onSubscribeResult: ({ result }) => {
          if (isStream(result)) return follow(args, startedAt);
          write(args, startedAt, outcomeOf(result, []));
        },
      };
    },
  };
}

/** Counts a stream and its events, and logs its end. */
function follow(args: ExecutionArgs, startedAt: number) {
  const { metrics } = (args.contextValue as Context).app;
  metrics.streamOpened();
  return {
    onNext: () => metrics.event(),
    onEnd: () => {
      metrics.streamClosed();
      write(args, startedAt, 'ended');
    },
  };
}

const maxNameCharacters = 100;

function write(args: ExecutionArgs, startedAt: number, outcome: string): void {
  const { app, viewer, request } = args.contextValue as Context;
  const operation = getOperationAST(args.document, args.operationName);
  const ms = performance.now() - startedAt;
  app.metrics.operation(
    {
      // Names that callers choose are not labels: there is no end of them.
      operation: request.source === 'trusted' ? (operation?.name?.value ?? 'unnamed') : request.source,
      kind: operation?.operation ?? 'query',
      outcome,
    },
    ms,
  );
  app.log.info(
    {
      operation: operation?.name ? cutText(operation.name.value, maxNameCharacters) : 'unnamed',
      kind: operation?.operation,
      viewer: viewer.kind,
      ...(viewer.kind === 'application' ? { application: viewer.applicationId, grant: viewer.grant?.id } : {}),
      ms: Math.round(ms),
      outcome,
    },
    'operation',
  );
}

/** `ok`, or the codes of the refusals and errors. */
function outcomeOf(result: unknown, refusalCodes: readonly string[]): string {
  const hasErrors = typeof result === 'object' && result !== null && 'errors' in result && Array.isArray(result.errors);
  const errors: readonly { extensions?: { code?: unknown } }[] = hasErrors ? (result.errors as []) : [];
  const codes = [...refusalCodes, ...errors.map(({ extensions }) => String(extensions?.code ?? 'ERROR'))];
  return codes.length === 0 ? 'ok' : codes.join(',');
}
