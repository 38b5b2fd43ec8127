/** The GraphQL engine, as all wires use it. */

import type { IncomingMessage } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { GraphQLError, Kind } from 'graphql';
import { createYoga, type GraphiQLOptions } from 'graphql-yoga';
import { SessionEnded, viewerOf } from '../auth/sessions.ts';
import type { OrderWorld } from '../orders/world.ts';
import { RateLimited, Refusal } from '../platform/errors.ts';
import { useHttpAnswers } from './answers.ts';
import { createContext } from './context.ts';
import { asGraphQLError, badRequest } from './errors.ts';
import { useLimits } from './guard.ts';
import { useOperationLog } from './operation-log.ts';
import { schema } from './schema.ts';

/** What a wire knows about a call before it is looked at. */
export interface Call {
  /** The value of the Authorization header, or of the connection parameter of that name. */
  readonly authorization: string | undefined;
  readonly caller: string;
}

/** Who may ask for GraphiQL, and what it opens with; undefined: nobody. */
export type GraphiQL = ((url: URL) => Promise<{ defaultQuery: string; headers: string }>) | undefined;

export const graphqlPath = '/graphql';

export function createEngine(app: OrderWorld, graphiql: GraphiQL) {
  return createYoga<{ req?: IncomingMessage; call?: Call }>({
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
    context: ({ req, call }) =>
      contextOf(
        app,
        call ?? { authorization: req?.headers.authorization, caller: req?.socket.remoteAddress ?? 'unknown' },
      ),
    maskedErrors: { maskError: (error) => maskError(app, error) },
    plugins: [useLimits({ allowsIntrospection: !app.config.isProduction }), useOperationLog(), useHttpAnswers()],
  });
}

/** GraphiQL without what an earlier visit left in the browser: that would be another person's tabs and headers. */
const renderFresh = (options: GraphiQLOptions): string =>
  renderGraphiQL(options).replace('<head>', '<head><script>localStorage.clear()</script>');

export type Engine = ReturnType<typeof createEngine>;

async function contextOf(app: OrderWorld, { authorization, caller }: Call) {
  try {
    return createContext(app, { viewer: await viewerOf(app, { token: tokenOf(authorization), caller }), caller });
  } catch (error) {
    if (error instanceof RateLimited) throw asGraphQLError(error);
    if (!(error instanceof SessionEnded)) throw error;
    throw badRequest('The token is not, or no longer, valid. Sign in again.', 'SESSION_ENDED');
  }
}

/** The token in an Authorization header; undefined if there is none, empty if it is no bearer token. */
export function tokenOf(authorization: string | undefined): string | undefined {
  if (!authorization) return undefined;
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}

/** What a client is told of an error: what was meant for it as it is, everything else without our insides. */
export function maskError(app: OrderWorld, error: unknown): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && isMeantForClients(error)) return error;
  if (original instanceof Refusal) return asGraphQLError(original);
  app.log.error({ err: original ?? error }, 'unexpected error');
  const { path, nodes } = error instanceof GraphQLError ? error : {};
  return new GraphQLError('Something went wrong here; it is not your fault and has been noted.', {
    nodes,
    path,
    extensions: { code: 'INTERNAL', recovery: 'RETRYABLE' },
  });
}

/**
 * Whether an error is about the request. Without a code it is one of the engine's own: then it is about the request if
 * it came before anything ran or points at an argument, and about us if it points at a field (a value that its type
 * does not know).
 */
function isMeantForClients(error: GraphQLError): boolean {
  const { originalError, extensions, path, nodes } = error;
  if (originalError && !(originalError instanceof GraphQLError)) return false;
  return extensions['code'] !== undefined || !path || nodes?.[0]?.kind !== Kind.FIELD;
}
