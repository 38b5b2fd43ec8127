/** GraphQL over server-sent events, in distinct connections: one response for each subscription. */
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, RequestContext } from '../graphql/context.ts';
import { formatErrors } from '../graphql/error-format.ts';
import { asGraphQLError, requestErrors } from '../graphql/errors.ts';
import type { ErrorDocsConfig } from '../http/error-response.ts';
import { limits } from '../limits.ts';
import type { OrderServices } from '../services/order-services.ts';
import { createConnectionLimiter, limitKeyFor } from './connection-limits.ts';
import { operationErrors } from './server-errors.ts';
import { isStream, whenEnded } from './tenant-plugin.ts';

type FetchApi = Parameters<NonNullable<Plugin['onRequest']>>[0]['fetchAPI'];

export const eventStreamType = 'text/event-stream';

const headers = {
  'content-type': eventStreamType,
  'cache-control': 'no-cache, no-transform',
  // Without it some proxies buffer the events.
  'x-accel-buffering': 'no',
};

/**
 * Writes subscriptions as events, one at a time: the next event is read when the client has received the last one, so that
 * a slow client lags and nothing piles up. The `id` of an event is its cursor, if it has one, also when the client has not
 * selected the cursor. The SSE of the engine would need a timer for each subscription.
 */
export function useEventStreams({ config, log }: OrderServices): Plugin<Context> {
  const limiter = createConnectionLimiter(limits.eventStreamsPerViewer);
  return {
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const { viewer, rateLimitKey, request } = args.contextValue as Context;
      // The WebSocket wire limits its subscriptions separately.
      if (!request.resume) return;
      if (!request.resume.acceptsEvents)
        return setResultAndStopExecution({ errors: [asGraphQLError(requestErrors.NOT_ACCEPTABLE.occur())] });
      const close = limiter.open(limitKeyFor(viewer, rateLimitKey));
      if (!close)
        return setResultAndStopExecution({ errors: [asGraphQLError(operationErrors.TOO_MANY_STREAMS.occur())] });
      return { onSubscribeResult: whenEnded(close) };
    },
    onResultProcess: ({ result, resultProcessor, setResultProcessor, serverContext }) => {
      // Without a processor the client does not accept events; the engine rejects the request.
      if (!resultProcessor || !isStream(result)) return;
      const events = result[Symbol.asyncIterator]();
      // Authentication has set it.
      const { requestContext } = serverContext as { requestContext?: RequestContext };
      setResultProcessor(
        (_result, fetchApi) =>
          new fetchApi.Response(
            streamBody(fetchApi, {
              config,
              events,
              requestContext,
              onError: (err) => log.error({ err }, 'event stream failed'),
            }),
            {
              headers,
            },
          ),
        eventStreamType,
      );
    },
  };
}

interface EventSource {
  readonly config: ErrorDocsConfig;
  readonly events: AsyncIterator<ExecutionResult>;
  readonly requestContext: RequestContext | undefined;
  readonly onError: (error: unknown) => void;
}

function streamBody(
  { ReadableStream, TextEncoder }: FetchApi,
  { config, events, requestContext, onError }: EventSource,
): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    // Some browsers report the stream as open only after the first byte.
    start: (controller) => controller.enqueue(encoder.encode(':\n\n')),
    pull: async (controller) => {
      try {
        const { done, value } = await events.next();
        controller.enqueue(
          encoder.encode(
            done
              ? 'event: complete\ndata:\n\n'
              : eventText(formatErrors(config, value), requestContext?.resume?.lastCursor),
          ),
        );
        if (done) controller.close();
      } catch (error) {
        // Without the event `complete` the client sees a lost connection, and reconnects.
        onError(error);
        controller.close();
      }
    },
    cancel: async () => {
      await events.return?.();
    },
  });
}

const eventText = (result: FormattedExecutionResult, cursor: string | undefined): string =>
  `${cursor === undefined ? '' : `id: ${cursor}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`;
