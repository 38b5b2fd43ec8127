import type { Plugin } from 'graphql-yoga';
import type { Context } from './context.ts';

/** Keeps the world of an operation open while the operation runs; of a stream, until it ends. */
export function useWorld(): Plugin<Context> {
  return {
    onExecute: ({ args }) => {
      const leave = (args.contextValue as Context).passage.stay();
      return { onExecuteDone: leave };
    },
    onSubscribe: ({ args }) => {
      const leave = (args.contextValue as Context).passage.stay();
      return {
        onSubscribeResult: ({ result }) => {
          if (isStream(result)) return { onEnd: leave };
          leave();
        },
      };
    },
  };
}

const isStream = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
