/** The GraphQL engine that all wires use. */

import type { IncomingMessage } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { type CORSOptions, createYoga, type GraphiQLOptions, type Plugin } from 'graphql-yoga';
import { accountHeader } from '../access/actor.ts';
import type { Config } from '../config.ts';
import { createContext, type RequestContext } from '../graphql/context.ts';
import { useHttpResponses } from '../graphql/error-format.ts';
import { maskError } from '../graphql/mask-error.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { authorizationOf } from '../http/session-cookie.ts';
import { usePlans } from '../plans/use-plans.ts';
import { schema } from '../schema.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { Authenticator } from './authenticate.ts';
import { useDocumentCache } from './document-cache.ts';
import { useLimits } from './limits-plugin.ts';
import { useOperationLog } from './operation-log.ts';
import { useQuota } from './quota-plugin.ts';
import { useSharedEvents } from './shared-execution.ts';
import { eventStreamType, useEventStreams } from './sse.ts';
import { useTenant } from './tenant-plugin.ts';

/** The settings of GraphiQL; undefined: there is no GraphiQL. */
export type GraphiQL = { readonly defaultQuery: string; readonly headers: string } | undefined;

export const graphqlPath = '/graphql';

/** The context that the transports give the engine with a request. */
export interface ServerContext {
  /** Set over HTTP. */
  readonly req?: IncomingMessage;
  /** Set after authentication: over HTTP by the engine, on other wires by the wire. */
  requestContext?: RequestContext;
  /** Called over HTTP with the context of an authenticated request, whose lease the caller has to cancel. */
  readonly onAuthenticated?: (request: RequestContext) => void;
}

/** Headers that clients and their tracing add automatically. The server does not read them. */
const clientHeaders = [
  ...['traceparent', 'tracestate', 'baggage', 'sentry-trace', 'x-request-id', 'x-requested-with'],
  ...['apollographql-client-name', 'apollographql-client-version', 'apollo-require-preflight'],
  ...['x-apollo-operation-name', 'x-apollo-operation-id', 'x-apollo-operation-type'],
  ...['x-graphql-client-name', 'x-graphql-client-version', 'graphql-client-name', 'graphql-client-version'],
];

const cors: CORSOptions = {
  origin: '*',
  credentials: false,
  methods: ['GET', 'POST', 'OPTIONS'],
  allowedHeaders: ['authorization', accountHeader, 'content-type', 'accept', 'last-event-id', ...clientHeaders],
  exposedHeaders: ['retry-after', 'ratelimit', 'ratelimit-policy', 'deprecation', 'sunset', 'x-request-id'],
  maxAge: 86_400,
};

/** True if the engine answers with GraphiQL, where there is one. */
const opensGraphiQL = ({ method, headers }: Request): boolean =>
  method === 'GET' && (headers.get('accept')?.includes('text/html') ?? false);

/** Makes the engine. It authenticates HTTP requests; other wires authenticate first, and set `requestContext`. */
export function createEngine(app: OrderServices, authenticator: Authenticator, graphiql: GraphiQL) {
  return createYoga<ServerContext>({
    schema,
    graphqlEndpoint: graphqlPath,
    healthCheckEndpoint: '/health/graphql',
    landingPage: false,
    multipart: false,
    batching: false,
    parserAndValidationCache: false,
    logging: false,
    // GraphiQL is a page, which no page of another origin has to read.
    cors: (request) => (graphiql && opensGraphiQL(request) ? false : cors),
    graphiql: graphiql ? { title: 'Placard', defaultEditorToolsVisibility: 'headers', ...graphiql } : false,
    renderGraphiQL: renderWithoutHistory,
    context: ({ requestContext }) => {
      if (!requestContext) throw new Error('The operation is not authenticated');
      return createContext(requestContext);
    },
    maskedErrors: { maskError: (error) => maskError(app, error) },
    plugins: [
      // First: what the others do around an execution, they do around a plan.
      usePlans(),
      useAuthentication(app.config, authenticator),
      // Before the limits: the lease lasts until the execution has ended, also after its timeout.
      useTenant(),
      useLimits(),
      useDocumentCache(),
      useOperationLog(),
      useSharedEvents(),
      useQuota(),
      useHttpResponses(app.config),
      useEventStreams(app),
    ],
  });
}

/** Authenticates HTTP requests, including server-sent events, before their documents are parsed. */
function useAuthentication(config: Config, authenticator: Authenticator): Plugin<ServerContext> {
  return {
    onParams: async ({ params, context, setParams }) => {
      // The engine has put the server context there.
      const { req, onAuthenticated } = context as ServerContext;
      const request = {
        authorization: req && authorizationOf(config, req),
        account: headerOf(req, accountHeader),
        userAgent: req?.headers['user-agent'],
        rateLimitKey: rateLimitKeyOf(config, req),
      };
      // The engine checks the other parameters next. It rejects parameters that it does not know, such as an id.
      const { documentId, ...others } = params as typeof params & { documentId?: unknown };
      const requestContext = await authenticator.resolveOperation(request, {
        ...others,
        documentId: documentId ?? documentIdInUrl(req),
      });
      // The context has to be known before anything can fail: it has a lease.
      onAuthenticated?.(requestContext);
      // An empty id is the same as none.
      requestContext.resume = {
        lastEventId: lastEventIdOf(req) || undefined,
        acceptsEvents: req?.headers.accept?.includes(eventStreamType) ?? false,
        lastCursor: undefined,
      };
      Object.assign(context, { requestContext });
      setParams({ ...others, query: requestContext.query });
    },
  };
}

const headerOf = (req: IncomingMessage | undefined, name: string): string | undefined => {
  const header = req?.headers[name];
  return typeof header === 'string' ? header : undefined;
};

/** The engine does not read this parameter from the URL. */
const documentIdInUrl = (req: IncomingMessage | undefined): string | null | undefined =>
  req?.method === 'GET' ? URL.parse(req.url ?? '/', 'http://localhost')?.searchParams.get('documentId') : undefined;

const lastEventIdOf = (req: IncomingMessage | undefined): string | undefined => {
  const header = req?.headers['last-event-id'];
  return Array.isArray(header) ? header.at(-1) : header;
};

/** GraphiQL that forgets earlier visits: the browser may have tabs with the headers of somebody else. */
const renderWithoutHistory = (options: GraphiQLOptions): string =>
  renderGraphiQL(options).replace('<head>', `<head><script>${forgetVisits}</script>`);
const forgetVisits =
  "for (const key of Object.keys(localStorage)) if (key.startsWith('graphiql')) localStorage.removeItem(key)";

export type Engine = ReturnType<typeof createEngine>;
