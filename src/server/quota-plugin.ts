/** Reports to an application, besides the result, the cost of the operation, its remaining quota, deprecations and retirement. */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, RequestContext } from '../graphql/context.ts';
import type { Retirement } from '../graphql/document-info.ts';
import type { Charge } from '../platform/rate-limits/token-buckets.ts';

/** Adds them to `extensions` on every wire (with the first event of a subscription), and to the headers of HTTP. */
export function useQuota(): Plugin<Partial<Context>> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result, setResult }) => {
        const extensions = extensionsOf((args.contextValue as Context).request);
        if (extensions) setResult(withExtensions(result, extensions));
      },
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: () => {
        let extensions = extensionsOf((args.contextValue as Context).request);
        return {
          onNext: ({ result, setResult }) => {
            if (extensions) setResult(withExtensions(result, extensions));
            extensions = undefined;
          },
        };
      },
    }),
    onResponse: ({ response, serverContext }) => {
      // Authentication has set it.
      const { requestContext } = serverContext as { requestContext?: RequestContext };
      for (const [name, value] of headersOf(requestContext)) response.headers.set(name, value);
    },
  };
}

/** There is no incremental delivery: a result is one result. */
function withExtensions(result: unknown, extensions: Record<string, unknown>): ExecutionResult {
  const executionResult = result as ExecutionResult;
  return { ...executionResult, extensions: { ...executionResult.extensions, ...extensions } };
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

/** The headers of the IETF draft for RateLimit. The window is the time in which an empty bucket is refilled. */
function quotaHeaders({ capacity, remaining, restoreRate }: Charge): [string, string][] {
  const secondsFor = (points: number) => Math.ceil(points / restoreRate);
  return [
    ['ratelimit-policy', `"cost";q=${capacity};w=${secondsFor(capacity)}`],
    ['ratelimit', `"cost";r=${remaining};t=${secondsFor(capacity - remaining)}`],
  ];
}

/** The headers of RFC 9745 and RFC 8594. */
const retirementHeaders = ({ saidAt, at }: Retirement): [string, string][] => [
  ['deprecation', `@${Math.floor(saidAt.getTime() / 1_000)}`],
  ['sunset', at.toUTCString()],
];
