/** The HTTP server: GraphQL over HTTP, server-sent events and WebSocket, and the plain routes besides. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import type { RequestContext } from '../graphql/context.ts';
import { createDeprecations } from '../graphql/deprecations.ts';
import { requestErrors } from '../graphql/errors.ts';
import { acceptedTypes } from '../http/accept.ts';
import { removeBasePath } from '../http/base-path.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { errorResponse } from '../http/error-response.ts';
import type { HttpResponse, Route } from '../http/route.ts';
import { requireThisMachine } from '../http/this-machine.ts';
import { limits } from '../limits.ts';
import { Refusal, StartupError } from '../platform/errors.ts';
import { withRequestId } from '../platform/request-id.ts';
import { schema } from '../schema.ts';
import type { OrderServices } from '../services/order-services.ts';
import { type Authenticator, createAuthenticator } from './authenticate.ts';
import { exportRoutes } from './exports/export-routes.ts';
import { handleRoute, type Pages } from './handle-route.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { hasId, type OperationParams } from './operation-id.ts';
import { parseJson, readJson } from './read-body.ts';
import { schemaRoutes } from './schema-routes.ts';
import { BodyRejected } from './server-errors.ts';
import { sessionRoutes } from './session-routes.ts';
import { eventStreamType } from './sse.ts';
import { serveSockets } from './websocket.ts';
import { createEngine, type Engine, type GraphiQL, graphqlPath } from './yoga.ts';

export interface Listening {
  readonly port: number;
  /** Ends all streams and sockets, gives running requests `limits.shutdownGraceMs` to finish, and stops. */
  close(): Promise<void>;
}

interface GraphQLHandlers {
  readonly engine: Engine;
  readonly authenticator: Authenticator;
  readonly hasGraphiQL: boolean;
}

interface ListenOptions {
  readonly routes: readonly Route[];
  /** The pages of the browser client; absent: there are none. */
  readonly pages?: Pages | undefined;
  readonly graphiql: GraphiQL;
  /** The command that starts this program on another port, as the message about a taken port shows it. */
  readonly otherPortCommand?: string;
}

/** @throws StartupError if the port is taken or not allowed */
export async function listen(
  app: OrderServices,
  { routes, pages, graphiql, otherPortCommand }: ListenOptions,
): Promise<Listening> {
  const authenticator = createAuthenticator(app, createDeprecations(schema));
  const engine = createEngine(app, authenticator, graphiql);
  const allRoutes = [
    ...exportRoutes(app, authenticator),
    ...sessionRoutes(app, authenticator),
    ...schemaRoutes(app, authenticator),
    ...routes,
  ];
  const heartbeat = startHeartbeat(app.config.heartbeat);
  const open = new Set<ServerResponse>();
  const server = createServer(
    {
      requestTimeout: limits.requestMs,
      headersTimeout: limits.requestMs,
      keepAliveTimeout: app.config.keepAliveMs,
    },
    (request, response) => {
      open.add(response);
      response.once('close', () => open.delete(response));
      keepAlive(heartbeat, request, response);
      removeBasePath(app.config, request);
      const url = URL.parse(request.url ?? '/', 'http://localhost');
      withRequestId((id) => {
        response.setHeader('x-request-id', id);
        if (url?.pathname === graphqlPath)
          void serveGraphQL(
            app.config,
            { engine, authenticator, hasGraphiQL: graphiql !== undefined },
            { request, response },
          );
        else
          void handleRoute(app, { routes: allRoutes, pages }, request, url).then((answer) =>
            send(response, answer, app.log),
          );
      });
    },
  );
  // Before the sockets look at the address.
  server.on('upgrade', (request) => removeBasePath(app.config, request));
  const sockets = serveSockets(app, { engine, authenticator }, { server, heartbeat });
  await bind(server, { ...app.config, otherPortCommand });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : app.config.port,
    close: async () => {
      heartbeat.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      // Destroyed rather than ended: clients see a lost connection, and reconnect automatically.
      for (const response of open) if (isStream(response)) response.destroy();
      await sockets.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), limits.shutdownGraceMs);
      await closed;
      clearTimeout(timer);
      await engine.dispose();
    },
  };
}

const isStream = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

/** Lets the heartbeat watch a response: a stream gets comments, and a client that reads nothing is disconnected. */
function keepAlive(heartbeat: Heartbeat, { socket }: IncomingMessage, response: ServerResponse): void {
  const { unregister } = heartbeat.register({
    socket,
    answersPings: false,
    // A comment of server-sent events. Only whole events are written to a stream, so it is never inside an event.
    ping: () => {
      if (isStream(response) && response.headersSent && !response.writableEnded) response.write(':\n\n');
    },
    terminate: () => response.destroy(),
  });
  response.once('close', unregister);
}

function bind(
  server: Server,
  {
    port,
    host,
    otherPortCommand = `PORT=${port + 1} npm start`,
  }: { port: number; host: string; otherPortCommand: string | undefined },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or choose another port: ${otherPortCommand}`,
        EACCES: `Port ${port} may not be used by this user. Choose one above 1023, e.g. PORT=4000`,
      };
      reject(new StartupError(reasons[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, resolve);
  });
}

/**
 * Handles a GraphQL request. A POST must have the content type JSON: a page of another origin can then send it only after
 * a CORS preflight, so that a simple request changes nothing. A malformed request is rejected before the engine sees it.
 */
async function serveGraphQL(
  config: Config,
  { engine, authenticator, hasGraphiQL }: GraphQLHandlers,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const rateLimitKey = rateLimitKeyOf(config, request);
  try {
    if (request.method === 'POST') {
      const body = checkBody(await readJson(request));
      // The engine takes a parsed body from here, as other middleware leaves it.
      Object.assign(request, { body });
    }
    if (request.method === 'GET') {
      if (hasGraphiQL && isPageRequest(request)) requireThisMachine(request);
      checkParameters(request);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusal = error instanceof BodyRejected ? await authenticator.refuse(rateLimitKey, error) : error;
    return send(response, errorResponse(config, refusal));
  }
  if (request.method !== 'OPTIONS' && !(hasGraphiQL && isPageRequest(request))) {
    // The engine gets only the types that there are: it would answer in parts (multipart/mixed) or, after it has executed
    // the operation, with 406.
    const types = acceptedTypes(request.headers.accept, resultTypes);
    if (types.length === 0) return send(response, errorResponse(config, requestErrors.NOT_ACCEPTABLE.occur()));
    request.headers.accept = types.join(', ');
  }
  // GraphiQL has the session of the browser client: no page may frame it.
  response.setHeader('content-security-policy', "frame-ancestors 'none'");
  let operation: RequestContext | undefined;
  const onAuthenticated = (context: RequestContext) => {
    operation = context;
  };
  try {
    await engine(request, response, { onAuthenticated });
  } finally {
    // An operation that was rejected after authentication never starts.
    operation?.lease.cancel();
  }
}

/** The media types of results. Of those that a client accepts equally, the first one is used. */
const resultTypes = ['application/json', 'application/graphql-response+json', eventStreamType];

/** True if a browser opens the address as a page. */
const isPageRequest = ({ headers }: IncomingMessage): boolean => headers.accept?.includes('text/html') ?? false;

/** The body of a request. @throws BodyRejected if it is not an object, names no operation, or would be taken for a promise */
function checkBody(body: unknown): object {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BodyRejected('BODY_NOT_OBJECT');
  for (const [name, isAllowed, type] of parameterTypes) {
    const value: unknown = Object.hasOwn(body, name) ? body[name as keyof typeof body] : null;
    if (value !== null && !isAllowed(value))
      throw new BodyRejected('PARAMETER_INVALID', `The parameter \`${name}\` must be ${type}.`);
  }
  if (!namesOperation(body)) throw new BodyRejected('QUERY_MISSING');
  // The engine refuses unknown parameters in the same words, but awaits what has this one.
  if ('then' in body) throw new BodyRejected('BAD_REQUEST', 'Unexpected parameter "then" in the request body.');
  return body;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);
const parameterTypes = [
  ['query', isText, 'a text'],
  ['operationName', isText, 'a text'],
  ['variables', isObject, 'an object'],
  ['extensions', isObject, 'an object'],
] as const;

/** True if the parameters name an operation: by its text, or, without a text, by an id. */
function namesOperation(params: OperationParams): boolean {
  if (typeof params.query === 'string') return true;
  return (params.query === undefined || params.query === null) && hasId(params);
}

/**
 * Checks the parameters of a GET request. A browser that names no operation requests GraphiQL.
 * @throws BodyRejected if a parameter is not JSON, or the URL names no operation
 */
function checkParameters(request: IncomingMessage): void {
  const params = URL.parse(request.url ?? '/', 'http://localhost')?.searchParams;
  for (const name of ['variables', 'extensions']) {
    const text = params?.get(name);
    const value = text ? parseJson(text) : null;
    if (value === undefined)
      throw new BodyRejected('PARAMETER_NOT_JSON', `The parameter \`${name}\` is not valid JSON.`);
    if (value !== null && !isObject(value))
      throw new BodyRejected('PARAMETER_INVALID', `The parameter \`${name}\` must be an object.`);
  }
  const extensions = parseJson(params?.get('extensions') ?? '');
  const isNamed = params?.has('query') || hasId({ documentId: params?.get('documentId'), extensions });
  if (!isNamed && !isPageRequest(request)) throw new BodyRejected('QUERY_MISSING');
}

function send(
  response: ServerResponse,
  { status, type, body, chunks, headers }: HttpResponse,
  log?: Pick<OrderServices['log'], 'error'>,
): void {
  if (response.headersSent || response.destroyed) return void chunks?.return?.();
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    // The rest of the body is not awaited.
    ...(response.req.complete || hasNoBody(response.req) ? {} : { connection: 'close' }),
    ...headers,
  });
  if (!chunks || response.req.method === 'HEAD') {
    void chunks?.return?.();
    response.end(response.req.method === 'HEAD' ? undefined : body);
    return;
  }
  response.write(body);
  pipeline(Readable.from(chunks), response).catch((error: NodeJS.ErrnoException) => {
    // The response is cut off, so that the client knows that it is not complete.
    const isExpected = error instanceof Refusal || error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!isExpected) log?.error({ err: error }, 'response could not be completed');
  });
}

const hasNoBody = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';
