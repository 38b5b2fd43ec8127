/** GraphQL over WebSocket, by the protocol graphql-transport-ws. */

import type { Server } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { SessionEnded, viewerOf } from '../auth/sessions.ts';
import { limits } from '../limits.ts';
import type { OrderWorld } from '../orders/world.ts';
import { type Call, type Engine, graphqlPath, maskError, tokenOf } from './yoga.ts';

/** Closes a socket of somebody who has too many: a code of our own, in the range of applications. */
const tooManySockets = 4429;

export interface Sockets {
  /** Closes every socket with 1001 (going away). */
  close(): Promise<void>;
}

/** Serves the protocol on `server`. One bad operation answers with an error and leaves its socket open. */
export function serveSockets(app: OrderWorld, engine: Engine, server: Server): Sockets {
  const wss = new WebSocketServer({
    server,
    path: graphqlPath,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    handleProtocols: (protocols) =>
      protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const callers = new Map<string, number>();

  const protocol = useServer<Record<string, unknown>>(
    {
      connectionInitWaitTimeout: limits.socketInitMs,
      onConnect: async ({ connectionParams, extra }) => {
        const call = callOf(connectionParams, extra.request.socket.remoteAddress);
        const key = await keyOf(app, call);
        if (key === undefined) return false;
        const open = (callers.get(key) ?? 0) + 1;
        if (open > limits.socketsPerViewer) {
          extra.socket.close(tooManySockets, 'Too many sockets are open');
          return false;
        }
        callers.set(key, open);
        extra.socket.once('close', () => {
          const left = (callers.get(key) ?? 1) - 1;
          if (left > 0) callers.set(key, left);
          else callers.delete(key);
        });
      },
      onSubscribe: async ({ connectionParams, extra, subscriptions }, _id, params) => {
        // The protocol counts this one already.
        if (Object.keys(subscriptions).length > limits.operationsPerSocket) {
          return [
            new GraphQLError(`At most ${limits.operationsPerSocket} operations may be open on one socket.`, {
              extensions: { code: 'TOO_MANY_OPERATIONS', recovery: 'RETRYABLE' },
            }),
          ];
        }
        return prepare(app, engine, callOf(connectionParams, extra.request.socket.remoteAddress), params);
      },
      // Both are the engine's own, prepared with the operation.
      execute: (args) => (args as PreparedArgs).rootValue.execute(args),
      subscribe: (args) => (args as PreparedArgs).rootValue.subscribe(args),
    },
    wss,
    0,
  );
  const heartbeat = startHeartbeat(wss);
  return {
    close: async () => {
      clearInterval(heartbeat);
      await protocol.dispose();
    },
  };
}

type PreparedArgs = ExecutionArgs & {
  rootValue: { execute: (args: ExecutionArgs) => never; subscribe: (args: ExecutionArgs) => never };
};

/** Parses and validates an operation as the engine does for every wire, with who asks looked up anew. */
async function prepare(
  app: OrderWorld,
  engine: Engine,
  call: Call,
  params: {
    query: string;
    operationName?: string | null | undefined;
    variables?: Record<string, unknown> | null | undefined;
  },
) {
  const enveloped = engine.getEnveloped({ call, params });
  const { schema, execute, subscribe, contextFactory, parse, validate } = enveloped;
  try {
    const document = parse(params.query);
    const errors = validate(schema, document);
    if (errors.length > 0) return errors as readonly GraphQLError[];
    return {
      schema,
      document,
      operationName: params.operationName ?? null,
      variableValues: params.variables ?? {},
      contextValue: await contextFactory(),
      rootValue: { execute, subscribe },
    } as PreparedArgs;
  } catch (error) {
    return [maskError(app, error)];
  }
}

function callOf(connectionParams: Readonly<Record<string, unknown>> | undefined, address: string | undefined): Call {
  const given = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
  return { authorization: typeof given === 'string' ? given : undefined, caller: address ?? 'unknown' };
}

/** What the sockets of one caller are counted by; undefined if the token is not valid. */
async function keyOf(app: OrderWorld, { authorization, caller }: Call): Promise<string | undefined> {
  if (authorization === undefined) return caller;
  try {
    const viewer = await viewerOf(app, tokenOf(authorization));
    return viewer.kind === 'person' ? viewer.accountId : caller;
  } catch (error) {
    if (error instanceof SessionEnded) return undefined;
    throw error;
  }
}

/** One timer for all sockets: a socket that has not answered the last ping is dead. */
function startHeartbeat(wss: WebSocketServer): NodeJS.Timeout {
  const silent = new WeakSet<WebSocket>();
  wss.on('connection', (socket) => socket.on('pong', () => silent.delete(socket)));
  const timer = setInterval(() => {
    for (const socket of wss.clients) {
      if (silent.has(socket)) socket.terminate();
      else {
        silent.add(socket);
        socket.ping();
      }
    }
  }, limits.heartbeatMs);
  return timer.unref();
}
