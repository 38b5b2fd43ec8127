/** What an application is told beside the answer: what the operation cost, what is left, what it uses that is deprecated, and that it will be retired. */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, RequestContext } from '../graphql/context.ts';
import type { Retirement } from '../graphql/document-info.ts';
import type { Charge } from '../platform/rate-limits/token-buckets.ts';

/** In `extensions` on every wire (of a stream: with its first event), and over HTTP in headers. */
export function useQuota(): Plugin<Partial<Context>> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result, setResult }) => {
        const more = extensionsOf((args.contextValue as Context).request);
        if (more) setResult(withMore(result, more));
      },
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: () => {
        let more = extensionsOf((args.contextValue as Context).request);
        return {
          onNext: ({ result, setResult }) => {
            if (more) setResult(withMore(result, more));
            more = undefined;
          },
        };
      },
    }),
    onResponse: ({ response, serverContext }) => {
      // The gate has put it there.
      const { requestContext } = serverContext as { requestContext?: RequestContext };
      for (const [name, value] of headersOf(requestContext)) response.headers.set(name, value);
    },
  };
}

/** Nothing here answers incrementally: a result is one result. */
function withMore(result: unknown, more: Record<string, unknown>): ExecutionResult {
  const one = result as ExecutionResult;
  return { ...one, extensions: { ...one.extensions, ...more } };
}

function extensionsOf({ charge, retirement, deprecated }: RequestContext): Record<string, unknown> | undefined {
  if (!charge) return undefined;
  return {
    cost: charge,
    ...(retirement ? { retiresAt: retirement.at.toISOString() } : {}),
    ...(deprecated.length > 0 ? { deprecations: deprecated } : {}),
  };
}

function headersOf(requestContext: RequestContext | undefined): [name: string, value: string][] {
  const { charge, retirement } = requestContext ?? {};
  return [...(charge ? quotaHeaders(charge) : []), ...(retirement ? retirementHeaders(retirement) : [])];
}

/** By the IETF draft of RateLimit headers; the window is the time in which an empty bucket fills up. */
function quotaHeaders({ capacity, remaining, restoreRate }: Charge): [string, string][] {
  const secondsFor = (points: number) => Math.ceil(points / restoreRate);
  return [
    ['ratelimit-policy', `"cost";q=${capacity};w=${secondsFor(capacity)}`],
    ['ratelimit', `"cost";r=${remaining};t=${secondsFor(capacity - remaining)}`],
  ];
}

/** By RFC 9745 and RFC 8594. */
const retirementHeaders = ({ saidAt, at }: Retirement): [string, string][] => [
  ['deprecation', `@${Math.floor(saidAt.getTime() / 1_000)}`],
  ['sunset', at.toUTCString()],
];
