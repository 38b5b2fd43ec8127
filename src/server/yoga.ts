/** The GraphQL engine, as all wires use it. */

import type { IncomingMessage } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type GraphiQLOptions, type Plugin } from 'graphql-yoga';
import { createContext, type Passage } from '../graphql/context.ts';
import { useHttpAnswers } from '../graphql/error-format.ts';
import { maskError } from '../graphql/mask-error.ts';
import type { OrderWorld } from '../orders/order-services.ts';
import { schema } from '../schema.ts';
import type { Gate } from './authenticate.ts';
import { useLimits } from './limits-plugin.ts';
import { useOperationLog } from './operation-log.ts';
import { usePartnerAnswers } from './quota-plugin.ts';
import { useSharedEvents } from './shared-execution.ts';
import { useEventStreams } from './sse.ts';
import { useWorld } from './tenant-plugin.ts';

/** Who may ask for GraphiQL, and what it opens with; undefined: nobody. */
export type GraphiQL = ((url: URL) => Promise<{ defaultQuery: string; headers: string }>) | undefined;

export const graphqlPath = '/graphql';

/** `gate` lets in what comes over HTTP; another wire passes it itself, and hands over the passage. */
export function createEngine(app: OrderWorld, gate: Gate, graphiql: GraphiQL) {
  return createYoga<{ req?: IncomingMessage; passage?: Passage }>({
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
    context: ({ passage }) => {
      if (!passage) throw new Error('The operation has not passed the gate');
      return createContext(passage);
    },
    maskedErrors: { maskError: (error) => maskError(app, error) },
    plugins: [
      useGate(gate),
      useLimits({ allowsIntrospection: !app.config.isProduction }),
      useWorld(),
      useOperationLog(),
      useSharedEvents(),
      usePartnerAnswers(),
      useHttpAnswers(),
      useEventStreams(app),
    ],
  });
}

/** Has what comes over HTTP, server-sent events among it, pass the gate before it is parsed. */
function useGate(gate: Gate): Plugin<{ req?: IncomingMessage; passage?: Passage }> {
  return {
    onParams: async ({ params, context, setParams }) => {
      // The context of a request, as Node's adapter makes it.
      const { req } = context as { req?: IncomingMessage };
      const call = { authorization: req?.headers.authorization, caller: req?.socket.remoteAddress ?? 'unknown' };
      // Next in line the engine checks what else came. It gets no id: it does not know what to do with one.
      const { documentId, ...others } = params as typeof params & { documentId?: unknown };
      const passage = await gate.pass(call, { ...others, documentId: documentId ?? idInAddress(req) });
      // An empty one is none.
      passage.resuming = { lastEventId: lastEventIdIn(req) || undefined, lastCursor: undefined };
      Object.assign(context, { passage });
      setParams({ ...others, query: passage.query });
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
