/** The GraphQL engine, as all wires use it. */

import type { IncomingMessage } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type GraphiQLOptions, type Plugin } from 'graphql-yoga';
import { createContext, type RequestContext } from '../graphql/context.ts';
import { useHttpResponses } from '../graphql/error-format.ts';
import { maskError } from '../graphql/mask-error.ts';
import { schema } from '../schema.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { Authenticator } from './authenticate.ts';
import { useLimits } from './limits-plugin.ts';
import { useOperationLog } from './operation-log.ts';
import { useQuota } from './quota-plugin.ts';
import { useSharedEvents } from './shared-execution.ts';
import { useEventStreams } from './sse.ts';
import { useTenant } from './tenant-plugin.ts';

/** Who may ask for GraphiQL, and what it opens with; undefined: nobody. */
export type GraphiQL = ((url: URL) => Promise<{ defaultQuery: string; headers: string }>) | undefined;

export const graphqlPath = '/graphql';

/** `authenticator` lets in what comes over HTTP; another wire passes it itself, and hands over the requestContext. */
export function createEngine(app: OrderServices, authenticator: Authenticator, graphiql: GraphiQL) {
  return createYoga<{ req?: IncomingMessage; requestContext?: RequestContext }>({
    schema,
    graphqlEndpoint: graphqlPath,
    healthCheckEndpoint: '/health/graphql',
    landingPage: false,
    multipart: false,
    batching: false,
    logging: false,
    cors: {
      origin: '*',
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      allowedHeaders: ['authorization', 'content-type', 'accept', 'last-event-id'],
      exposedHeaders: ['retry-after', 'ratelimit', 'ratelimit-policy', 'deprecation', 'sunset'],
      maxAge: 86_400,
    },
    graphiql: graphiql
      ? async (request: Request) => ({
          title: 'Placard',
          defaultEditorToolsVisibility: 'headers' as const,
          ...(await graphiql(new URL(request.url))),
        })
      : false,
    renderGraphiQL: renderFresh,
    context: ({ requestContext }) => {
      if (!requestContext) throw new Error('The operation has not passed the authenticator');
      return createContext(requestContext);
    },
    maskedErrors: { maskError: (error) => maskError(app, error) },
    plugins: [
      useAuthentication(authenticator),
      useLimits({ allowsIntrospection: !app.config.isProduction }),
      useTenant(),
      useOperationLog(),
      useSharedEvents(),
      useQuota(),
      useHttpResponses(app.config),
      useEventStreams(app),
    ],
  });
}

/** Has what comes over HTTP, server-sent events among it, pass the authenticator before it is parsed. */
function useAuthentication(
  authenticator: Authenticator,
): Plugin<{ req?: IncomingMessage; requestContext?: RequestContext }> {
  return {
    onParams: async ({ params, context, setParams }) => {
      // The context of a request, as Node's adapter makes it.
      const { req } = context as { req?: IncomingMessage };
      const call = { authorization: req?.headers.authorization, rateLimitKey: req?.socket.remoteAddress ?? 'unknown' };
      // Next in line the engine checks what else came. It gets no id: it does not know what to do with one.
      const { documentId, ...others } = params as typeof params & { documentId?: unknown };
      const requestContext = await authenticator.resolveOperation(call, {
        ...others,
        documentId: documentId ?? idInAddress(req),
      });
      // An empty one is none.
      requestContext.resume = { lastEventId: lastEventIdIn(req) || undefined, lastCursor: undefined };
      Object.assign(context, { requestContext });
      setParams({ ...others, query: requestContext.query });
    },
  };
}

/** The engine reads from an address only what it knows. */
const idInAddress = (req: IncomingMessage | undefined): string | null | undefined =>
  req?.method === 'GET' ? URL.parse(req.url ?? '/', 'http://localhost')?.searchParams.get('documentId') : undefined;

const lastEventIdIn = (req: IncomingMessage | undefined): string | undefined => {
  const given = req?.headers['last-event-id'];
  return Array.isArray(given) ? given.at(-1) : given;
};

/** GraphiQL without what an earlier visit left in the browser: that would be another person's tabs and headers. */
const renderFresh = (options: GraphiQLOptions): string =>
  renderGraphiQL(options).replace('<head>', '<head><script>localStorage.clear()</script>');

export type Engine = ReturnType<typeof createEngine>;
