/**
 * The lease of the tenant, from authentication to the end of the operation. Authentication acquires it and hands it over:
 * it is never released in between, so that the tenant cannot be closed under an operation.
 */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, OperationLease } from '../graphql/context.ts';
import type { TenantLease } from '../services/services.ts';

/** Makes the lease of an operation of a tenant's lease, which the operation owns from then on. */
export function createOperationLease({ release }: Pick<TenantLease<unknown>, 'release'>): OperationLease {
  let hasStarted = false;
  return {
    start: () => {
      hasStarted = true;
      return release;
    },
    cancel: () => {
      if (!hasStarted) release();
    },
  };
}

/** Releases the tenant when the operation has been executed; for a subscription, when it ends. */
export function useTenant(): Plugin<Context> {
  return {
    onExecute: ({ executeFn, setExecuteFn }) =>
      setExecuteFn(async (args) => {
        const end = leaseOf(args).start();
        try {
          return await executeFn(args);
        } finally {
          end();
        }
      }),
    onSubscribe: ({ args }) => ({ onSubscribeResult: whenEnded(leaseOf(args).start()) }),
  };
}

const leaseOf = ({ contextValue }: { readonly contextValue?: unknown }) => (contextValue as Context).request.lease;

/** Calls `end` once: when the stream that was subscribed to ends, or immediately if the result is not a stream. */
export const whenEnded =
  (end: () => void) =>
  ({ result }: { readonly result: unknown }) => {
    if (isStream(result)) return { onEnd: end };
    end();
  };

export const isStream = (result: unknown): result is AsyncIterable<ExecutionResult> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
