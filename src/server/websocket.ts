/** GraphQL over WebSocket, by the protocol graphql-transport-ws. */
import type { IncomingMessage, Server } from 'node:http';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type Server as ProtocolServer } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import { formatError, formatErrors } from '../graphql/error-format.ts';
import { asGraphQLError, requestErrors } from '../graphql/errors.ts';
import { maskError } from '../graphql/mask-error.ts';
import { limits } from '../limits.ts';
import { withRequestId } from '../platform/request-id.ts';
import type { OrderServices } from '../services/order-services.ts';
import { tuning } from '../tuning.ts';
import { type Authenticator, hasId, type IncomingRequest } from './authenticate.ts';
import { createWritableGate } from './backpressure.ts';
import { createConnectionLimiter, limitKeyFor } from './connection-limits.ts';
import type { Heartbeat } from './heartbeat.ts';
import { checkLimits } from './limits-plugin.ts';
import { operationErrors } from './server-errors.ts';
import { type Engine, graphqlPath } from './yoga.ts';

/** Why we close a socket, in the range of codes for applications. */
const closeCodes = { tooManySockets: 4430, readsTooSlowly: 4431 } as const;

export interface SocketServer {
  /** Closes every socket with 1001 (going away). */
  close(): Promise<void>;
}

/** What an operation goes through. */
interface Way {
  readonly authenticator: Authenticator;
  readonly engine: Engine;
}

/** Where sockets come in, and what looks after them. */
interface Door {
  readonly server: Server;
  readonly heartbeat: Heartbeat;
}

/** Serves the protocol on `server`. One bad operation answers with an error and leaves its socket open. */
export function serveSockets(app: OrderServices, way: Way, { server, heartbeat }: Door): SocketServer {
  const wss = new WebSocketServer({
    server,
    path: graphqlPath,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    handleProtocols: (protocols) =>
      protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const seats = createConnectionLimiter(limits.socketsPerViewer);

  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: limits.socketInitMs,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const holder = await findHolder(way.authenticator, callOf(connectionParams, request.socket.remoteAddress));
      // Whoever left meanwhile is not counted: nobody would count them out again.
      if (holder === undefined || socket.readyState !== WebSocket.OPEN) return false;
      const leave = seats.take(holder);
      if (!leave) {
        socket.close(closeCodes.tooManySockets, 'Too many sockets are open');
        return false;
      }
      socket.once('close', leave);
    },
    onSubscribe: async ({ connectionParams, extra, subscriptions }, _id, params) => {
      // The protocol counts this one already.
      if (Object.keys(subscriptions).length > limits.operationsPerSocket) {
        return [formatError(app.config, asGraphQLError(operationErrors.TOO_MANY_OPERATIONS.occur()))];
      }
      return prepare(app, way, callOf(connectionParams, extra.request.socket.remoteAddress), params);
    },
    onNext: (_ctx, _id, _params, _args, result) => (result.errors ? formatErrors(app.config, result) : undefined),
    // Both are the engine's own, prepared with the operation.
    execute: (args) => (args as PreparedArgs).rootValue.execute(args),
    subscribe: (args) => (args as PreparedArgs).rootValue.subscribe(args),
  });
  // The HTTP server's own errors come by here too; whoever started it hears of them.
  wss.on('error', () => undefined);
  wss.on('connection', (socket, request) => speak(app, { protocol, heartbeat }, { socket, request }));
  return {
    close: async () => {
      for (const socket of wss.clients) socket.close(1001, 'Going away');
      // Who does not answer the goodbye is cut off.
      const timer = setTimeout(() => {
        for (const socket of wss.clients) socket.terminate();
      }, limits.shutdownGraceMs);
      await new Promise((resolve) => wss.close(resolve));
      clearTimeout(timer);
    },
  };
}

interface Extra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

/** Joins a socket with the protocol. Whatever a client sends, it is a client's fault and not an error of ours. */
function speak(
  app: OrderServices,
  { protocol, heartbeat }: { protocol: ProtocolServer<Extra>; heartbeat: Heartbeat },
  extra: Extra,
): void {
  const { socket } = extra;
  const failed = (error: unknown) => {
    app.log.error({ err: error }, 'a socket failed');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  };
  // Too large a frame, text that is not UTF-8, a broken connection: the socket closes itself, with the code for it.
  socket.on('error', (error) => app.log.debug({ err: error }, 'socket'));
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: createWritableGate(socket, tuning.live.bufferedBytes),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', (data, isBinary) => {
          if (isBinary || isServersOwn(String(data))) socket.close(CloseCode.BadRequest, 'Invalid message received');
          else withRequestId(() => take(withQuery(String(data)))).catch(failed);
        }),
    },
    extra,
  );
  const end = (code: number, reason: string) => void closed(code, reason).catch(failed);
  socket.once('close', (code, reason) => end(code, String(reason)));
  keepAlive(heartbeat, extra, end);
}

/** Has the heartbeat look after a socket. `end` ends its operations before the goodbye has got through, if it ever does. */
function keepAlive(heartbeat: Heartbeat, { socket, request }: Extra, end: (code: number, reason: string) => void) {
  const { hear, leave } = heartbeat.register({
    socket: request.socket,
    answers: true,
    beat: () => socket.ping(),
    cut: (why) => {
      if (why === 'ANSWERS_NOTHING') return socket.terminate();
      socket.close(closeCodes.readsTooSlowly, 'Reading too slowly');
      // The answer to it is heard, should one come.
      socket.resume();
      end(closeCodes.readsTooSlowly, 'Reading too slowly');
    },
  });
  socket.on('pong', hear);
  socket.once('close', leave);
}

/** Whether a message is one that only servers send; what is no message at all is for the protocol to say. */
function isServersOwn(data: string): boolean {
  // Nearly every message ends here, unread.
  if (!/"(connection_ack|next|error)"/.test(data)) return false;
  const type = parseMessage(data)?.type;
  return type === 'connection_ack' || type === 'next' || type === 'error';
}

type PreparedArgs = ExecutionArgs & {
  rootValue: { execute: (args: ExecutionArgs) => never; subscribe: (args: ExecutionArgs) => never };
};

/**
 * The protocol asks for a text where an operation is named by its id: it gets an empty one, which the authenticator knows how to
 * read. Any other message is handed on as it came.
 */
function withQuery(data: string): string {
  if (!/"(documentId|persistedQuery)"/.test(data)) return data;
  const message = parseMessage(data);
  const payload = message?.payload;
  if (message?.type !== 'subscribe' || typeof payload !== 'object' || payload === null) return data;
  if ('query' in payload || !hasId(payload)) return data;
  // The library reads a message that was parsed before as well as its text; to write it anew could take a deep stack.
  return { ...message, payload: { ...payload, query: '' } } as never;
}

function parseMessage(data: string): { readonly type?: unknown; readonly payload?: unknown } | undefined {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** Has an operation pass the authenticator, parses and validates it as the engine does for every wire, with who asks looked up anew. */
async function prepare(
  app: OrderServices,
  { authenticator, engine }: Way,
  call: IncomingRequest,
  params: {
    query: string;
    extensions?: unknown;
    operationName?: string | null | undefined;
    variables?: Record<string, unknown> | null | undefined;
  },
) {
  const formatted = (error: GraphQLError) => formatError(app.config, error);
  try {
    const requestContext = await authenticator.resolveOperation(call, params);
    const enveloped = engine.getEnveloped({ requestContext, params });
    const { schema, execute, subscribe, contextFactory, parse, validate } = enveloped;
    const document = parse(requestContext.query);
    const errors = validate(schema, document) as readonly GraphQLError[];
    if (errors.length > 0) return errors.map(formatted);
    if (!getOperationAST(document, params.operationName))
      return [formatted(asGraphQLError(requestErrors.OPERATION_RESOLUTION_FAILURE.occur()))];
    const args = {
      schema,
      document,
      operationName: params.operationName ?? null,
      variableValues: params.variables ?? {},
      contextValue: await contextFactory(),
      rootValue: { execute, subscribe },
    } as PreparedArgs;
    return (await checkLimits(args))?.map(formatted) ?? args;
  } catch (error) {
    return [formatted(maskError(app, error))];
  }
}

function callOf(
  connectionParams: Readonly<Record<string, unknown>> | undefined,
  address: string | undefined,
): IncomingRequest {
  const given = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
  return { authorization: typeof given === 'string' ? given : undefined, rateLimitKey: address ?? 'unknown' };
}

/** What the sockets of one caller are counted by; undefined if the token is not valid, or too many were tried. */
async function findHolder(authenticator: Authenticator, call: IncomingRequest): Promise<string | undefined> {
  const { authorization, rateLimitKey } = call;
  if (authorization === undefined) return rateLimitKey;
  try {
    const { viewer } = await authenticator.authenticate(call);
    return limitKeyFor(viewer, rateLimitKey);
  } catch (error) {
    // Why, is what a client is told of its operations; a socket says only that it does not open.
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
