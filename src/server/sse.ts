/** GraphQL over server-sent events, in distinct connections: one response for each subscription. */
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, RequestContext } from '../graphql/context.ts';
import { formatErrors } from '../graphql/error-format.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import type { ErrorDocsConfig } from '../http/error-response.ts';
import { limits } from '../limits.ts';
import type { OrderServices } from '../services/order-services.ts';
import { createConnectionLimiter, limitKeyFor } from './connection-limits.ts';
import { operationErrors } from './server-errors.ts';
import { atEnd, isStream } from './tenant-plugin.ts';

type FetchApi = Parameters<NonNullable<Plugin['onRequest']>>[0]['fetchAPI'];

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  // Some proxies would keep the events until there are enough of them.
  'x-accel-buffering': 'no',
};

/**
 * Writes streams as events, one at a time: the next is asked for when the client's side has taken what was written, so
 * that a slow reader lags and piles up nothing. An event that has a cursor has it as its `id`, whether or not the client
 * has selected it. The engine's own way would need a timer for each stream.
 */
export function useEventStreams({ config, log }: OrderServices): Plugin<Context> {
  const seats = createConnectionLimiter(limits.eventStreamsPerViewer);
  return {
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const { viewer, rateLimitKey, request } = args.contextValue as Context;
      // Streams on sockets are bounded there.
      if (!request.resume) return;
      const leave = seats.take(limitKeyFor(viewer, rateLimitKey));
      if (!leave)
        return setResultAndStopExecution({ errors: [asGraphQLError(operationErrors.TOO_MANY_STREAMS.occur())] });
      return { onSubscribeResult: atEnd(leave) };
    },
    onResultProcess: ({ result, resultProcessor, setResultProcessor, serverContext }) => {
      // Without one the client does not accept events: that is answered elsewhere.
      if (!resultProcessor || !isStream(result)) return;
      const events = result[Symbol.asyncIterator]();
      // The gate has put it there.
      const { requestContext } = serverContext as { requestContext?: RequestContext };
      setResultProcessor(
        (_result, fetchApi) =>
          new fetchApi.Response(
            bodyOf(fetchApi, {
              config,
              events,
              requestContext,
              onError: (err) => log.error({ err }, 'a stream broke'),
            }),
            {
              headers,
            },
          ),
        'text/event-stream',
      );
    },
  };
}

interface Source {
  readonly config: ErrorDocsConfig;
  readonly events: AsyncIterator<ExecutionResult>;
  readonly requestContext: RequestContext | undefined;
  readonly onError: (error: unknown) => void;
}

function bodyOf(
  { ReadableStream, TextEncoder }: FetchApi,
  { config, events, requestContext, onError }: Source,
): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    // Some browsers wait for the first byte before they say that the stream is open.
    start: (controller) => controller.enqueue(encoder.encode(':\n\n')),
    pull: async (controller) => {
      try {
        const { done, value } = await events.next();
        controller.enqueue(
          encoder.encode(
            done
              ? 'event: complete\ndata:\n\n'
              : textOf(formatErrors(config, value), requestContext?.resume?.lastCursor),
          ),
        );
        if (done) controller.close();
      } catch (error) {
        // Without `complete` the client takes it for a lost connection, and connects again.
        onError(error);
        controller.close();
      }
    },
    cancel: async () => {
      await events.return?.();
    },
  });
}

const textOf = (result: FormattedExecutionResult, cursor: string | undefined): string =>
  `${cursor === undefined ? '' : `id: ${cursor}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`;
