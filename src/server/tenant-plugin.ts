import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';

/** Keeps the world of an operation open while the operation runs; of a stream, until it ends. */
export function useTenant(): Plugin<Context> {
  return {
    onExecute: ({ args }) => {
      const leave = (args.contextValue as Context).request.retainTenant();
      return { onExecuteDone: leave };
    },
    onSubscribe: ({ args }) => {
      const leave = (args.contextValue as Context).request.retainTenant();
      return { onSubscribeResult: atEnd(leave) };
    },
  };
}

/** Calls `leave` once: when the stream ends that came of subscribing, or at once if none came of it. */
export const atEnd =
  (leave: () => void) =>
  ({ result }: { readonly result: unknown }) => {
    if (isStream(result)) return { onEnd: leave };
    leave();
  };

export const isStream = (result: unknown): result is AsyncIterable<ExecutionResult> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
