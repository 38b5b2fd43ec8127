/** GraphQL over WebSocket, by the protocol graphql-transport-ws. */
import type { IncomingMessage, Server } from 'node:http';
import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type Server as ProtocolServer } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import type { RequestContext } from '../graphql/context.ts';
import { formatError, formatErrors } from '../graphql/error-format.ts';
import { asGraphQLError, requestErrors } from '../graphql/errors.ts';
import { maskError } from '../graphql/mask-error.ts';
import { limits } from '../limits.ts';
import { withRequestId } from '../platform/request-id.ts';
import { cutText } from '../platform/text.ts';
import type { OrderServices } from '../services/order-services.ts';
import { tuning } from '../tuning.ts';
import type { Authenticator, IncomingRequest } from './authenticate.ts';
import { createWritableGate } from './backpressure.ts';
import { createConnectionLimiter, limitKeyFor } from './connection-limits.ts';
import type { Heartbeat } from './heartbeat.ts';
import { checkLimits } from './limits-plugin.ts';
import { hasId, type OperationParams } from './operation-id.ts';
import { parseJson } from './read-body.ts';
import { operationErrors } from './server-errors.ts';
import { socketRequest } from './socket-credentials.ts';
import { type Engine, graphqlPath } from './yoga.ts';

/** Close codes of this server, in the range for applications. */
const closeCodes = { tooManySockets: 4430, readsTooSlowly: 4431 } as const;

export interface SocketServer {
  /** Closes every socket with 1001 (going away). */
  close(): Promise<void>;
}

interface OperationHandlers {
  readonly authenticator: Authenticator;
  readonly engine: Engine;
}

interface SocketServerDeps {
  readonly server: Server;
  readonly heartbeat: Heartbeat;
}

/** Serves the protocol on `server`. An operation that fails is answered with an error, and its socket stays open. */
export function serveSockets(
  app: OrderServices,
  handlers: OperationHandlers,
  { server, heartbeat }: SocketServerDeps,
): SocketServer {
  const wss = new WebSocketServer({
    server,
    path: graphqlPath,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    handleProtocols: (protocols) =>
      protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const limiter = createConnectionLimiter(limits.socketsPerViewer);

  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: limits.socketInitMs,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const incoming = socketRequest(app.config, connectionParams, request);
      const limitKey = await findLimitKey(handlers.authenticator, incoming);
      // A socket that has closed in the meantime is not counted: its close event has passed.
      if (limitKey === undefined || socket.readyState !== WebSocket.OPEN) return false;
      const close = limiter.open(limitKey);
      if (!close) {
        socket.close(closeCodes.tooManySockets, 'Too many sockets are open');
        return false;
      }
      socket.once('close', close);
    },
    onSubscribe: async ({ connectionParams, extra, subscriptions }, _id, params) => {
      // The protocol has counted this operation already.
      if (Object.keys(subscriptions).length > limits.operationsPerSocket) {
        return [formatError(app.config, asGraphQLError(operationErrors.TOO_MANY_OPERATIONS.occur()))];
      }
      const incoming = socketRequest(app.config, connectionParams, extra.request);
      return prepareOperation(app, handlers, incoming, params);
    },
    onNext: (_ctx, _id, _params, _args, result) => (result.errors ? formatErrors(app.config, result) : undefined),
    // The functions of the engine, which `prepareOperation` has added.
    execute: (args) => (args as PreparedArgs)[engineFunctions].execute(args),
    subscribe: (args) => (args as PreparedArgs)[engineFunctions].subscribe(args),
  });
  // It also emits the errors of the HTTP server, which are handled where that is started.
  wss.on('error', () => undefined);
  wss.on('connection', (socket, request) => connect(app, { protocol, heartbeat }, { socket, request }));
  return {
    close: async () => {
      for (const socket of wss.clients) socket.close(1001, 'Going away');
      // A client that does not answer the close frame is disconnected.
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

/** Connects a socket with the protocol. An error in what a client sends is never logged as an error of the server. */
function connect(
  app: OrderServices,
  { protocol, heartbeat }: { protocol: ProtocolServer<Extra>; heartbeat: Heartbeat },
  extra: Extra,
): void {
  const { socket } = extra;
  const fail = (error: unknown) => {
    app.log.error({ err: error }, 'socket failed');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  };
  // A frame that is too large, text that is not UTF-8, a lost connection: the socket closes with the code for it.
  socket.on('error', (error) => app.log.debug({ err: error }, 'socket error'));
  app.metrics.socketOpened();
  const onClosed = protocol.opened(
    {
      protocol: socket.protocol,
      send: createWritableGate(socket, tuning.live.bufferedBytes),
      close: (code, reason) => socket.close(code, closeReason(reason)),
      onMessage: (handle) =>
        socket.on('message', (data, isBinary) => {
          const message = isBinary ? undefined : readMessage(String(data));
          if (message === undefined) socket.close(CloseCode.BadRequest, 'Invalid message received');
          // The library takes a parsed message too, although its type says otherwise.
          else withRequestId(() => handle(message as unknown as string)).catch(fail);
        }),
    },
    extra,
  );
  const end = (code: number, reason: string) => void onClosed(code, reason).catch(fail);
  socket.once('close', (code, reason) => {
    app.metrics.socketClosed(code);
    end(code, String(reason));
  });
  keepAlive(heartbeat, extra, end);
}

/** Lets the heartbeat watch a socket. `end` ends its operations without waiting for the close handshake. */
function keepAlive(heartbeat: Heartbeat, { socket, request }: Extra, end: (code: number, reason: string) => void) {
  const { markAlive, unregister } = heartbeat.register({
    socket: request.socket,
    answersPings: true,
    ping: () => socket.ping(),
    terminate: (reason) => {
      if (reason === 'ANSWERS_NOTHING') return socket.terminate();
      socket.close(closeCodes.readsTooSlowly, 'Reading too slowly');
      // So that the answer to the close frame is read, if there is one.
      socket.resume();
      end(closeCodes.readsTooSlowly, 'Reading too slowly');
    },
  });
  socket.on('pong', markAlive);
  socket.once('close', unregister);
}

const clientMessages: readonly unknown[] = ['connection_init', 'ping', 'pong', 'subscribe', 'complete'];

/**
 * The message for the protocol, parsed; undefined for one that a client may not send. The types are compared here, because
 * the library throws for those that only servers send. A payload that is answered or kept as it is must not be nested so
 * deeply that serializing it exhausts the stack; those of operations have errors of their own. The protocol requires a text
 * where a client sends the id of an operation: it gets an empty text, which authentication ignores.
 */
function readMessage(data: string): object | undefined {
  const message = parseJson(data);
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, payload } = message as { readonly type?: unknown; readonly payload?: unknown };
  if (!clientMessages.includes(type)) return undefined;
  if (type !== 'subscribe') return isNestedWithin(payload, limits.depth) ? message : undefined;
  if (typeof payload !== 'object' || payload === null || 'query' in payload || !hasId(payload)) return message;
  return { ...message, payload: { ...payload, query: '' } };
}

const isNestedWithin = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((inner) => isNestedWithin(inner, depth - 1)));

/** The reason of a close frame, which takes a limited number of bytes. The library repeats the id of an operation in it. */
const closeReason = (reason = ''): string => cutText(reason.toWellFormed(), 100, { maxBytes: 100 });

/** The key of the engine's own functions in the arguments of an operation. */
const engineFunctions = Symbol('engineFunctions');

interface PreparedArgs extends ExecutionArgs {
  readonly [engineFunctions]: Pick<ReturnType<Engine['getEnveloped']>, 'execute' | 'subscribe'>;
}

interface SubscribeParams extends OperationParams {
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** Authenticates, parses and validates an operation, in the same way as on every wire. Returns its arguments, or errors. */
async function prepareOperation(
  app: OrderServices,
  { authenticator, engine }: OperationHandlers,
  incoming: IncomingRequest,
  params: SubscribeParams,
): Promise<PreparedArgs | readonly GraphQLError[]> {
  let operation: RequestContext | undefined;
  const reject = (errors: readonly GraphQLError[]) => {
    operation?.lease.cancel();
    return errors.map((error) => formatError(app.config, error));
  };
  try {
    operation = await authenticator.resolveOperation(incoming, params);
    const enveloped = engine.getEnveloped({ requestContext: operation, params });
    const { schema, execute, subscribe, contextFactory, parse, validate } = enveloped;
    const document = parse(operation.query);
    const errors = validate(schema, document) as readonly GraphQLError[];
    if (errors.length > 0) return reject(errors);
    if (!getOperationAST(document, params.operationName))
      return reject([asGraphQLError(requestErrors.OPERATION_RESOLUTION_FAILURE.occur())]);
    const args: PreparedArgs = {
      schema,
      document,
      operationName: params.operationName ?? null,
      variableValues: params.variables ?? {},
      contextValue: await contextFactory(),
      [engineFunctions]: { execute, subscribe },
    };
    const exceeded = await checkLimits(args);
    // The protocol executes these arguments next, whatever the client does: from then on the lease is the operation's.
    return exceeded ? reject(exceeded) : args;
  } catch (error) {
    return reject([maskError(app, error)]);
  }
}

/** The key by which the sockets of a caller are counted; undefined if the token is not valid, or too many were tried. */
async function findLimitKey(authenticator: Authenticator, incoming: IncomingRequest): Promise<string | undefined> {
  const { authorization, rateLimitKey } = incoming;
  if (authorization === undefined) return rateLimitKey;
  try {
    const { viewer } = await authenticator.authenticate(incoming);
    return limitKeyFor(viewer, rateLimitKey);
  } catch (error) {
    // A socket is closed without the reason; the errors of operations have it.
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
