/** The HTTP server: GraphQL over HTTP, server-sent events and WebSocket, and the few plain pages beside it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createDeprecations } from '../graphql/deprecations.ts';
import { type ErrorDocsConfig, errorResponse, routeErrors } from '../http/error-response.ts';
import { type HttpResponse, type Route, routeFor } from '../http/route.ts';
import { limits } from '../limits.ts';
import { internalError, Refusal, StartupError } from '../platform/errors.ts';
import { currentRequestId, withRequestId } from '../platform/request-id.ts';
import { randomId } from '../platform/secrets.ts';
import { schema } from '../schema.ts';
import type { OrderServices } from '../services/order-services.ts';
import { createAuthenticator, hasId } from './authenticate.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { readBytes, readForm, readJsonText } from './read-body.ts';
import { BodyRejected } from './server-errors.ts';
import { serveSockets } from './websocket.ts';
import { createEngine, type Engine, type GraphiQL, graphqlPath } from './yoga.ts';

export interface Listening {
  readonly port: number;
  /** Ends all streams and sockets, lets requests that are under way finish for a moment, and stops. */
  close(): Promise<void>;
}

/** @throws StartupError if the port is taken or not allowed */
export async function listen(
  app: OrderServices,
  { routes, graphiql }: { routes: readonly Route[]; graphiql: GraphiQL },
): Promise<Listening> {
  const authenticator = createAuthenticator(app, createDeprecations(schema));
  const engine = createEngine(app, authenticator, graphiql);
  const heartbeat = startHeartbeat(app.config.heartbeat);
  const open = new Set<ServerResponse>();
  const server = createServer(
    { requestTimeout: limits.requestMs, headersTimeout: limits.requestMs },
    (request, response) => {
      open.add(response);
      response.once('close', () => open.delete(response));
      keepAlive(heartbeat, request, response);
      const url = URL.parse(request.url ?? '/', 'http://localhost');
      withRequestId(() => {
        if (url?.pathname === graphqlPath) void serveGraphQL(app.config, engine, { request, response });
        else void answerRoute(app, routes, request, url).then((answer) => send(response, answer));
      });
    },
  );
  const sockets = serveSockets(app, { engine, authenticator }, { server, heartbeat });
  await bind(server, app.config);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : app.config.port,
    close: async () => {
      heartbeat.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      // Cut off rather than ended: clients take that for a lost connection, and connect again by themselves.
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

/** Has the heartbeat look after a response: a stream is shown that we are there, and who reads nothing is cut off. */
function keepAlive(heartbeat: Heartbeat, { socket }: IncomingMessage, response: ServerResponse): void {
  const { leave } = heartbeat.register({
    socket,
    answers: false,
    // A comment of server-sent events. What is written to a stream is whole events: it never stands within one.
    beat: () => {
      if (isStream(response) && response.headersSent && !response.writableEnded) response.write(':\n\n');
    },
    cut: () => response.destroy(),
  });
  response.once('close', leave);
}

function bind(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
        EACCES: `Port ${port} may not be used by this user. Choose one above 1023, e.g. PORT=4000`,
      };
      reject(new StartupError(reasons[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, resolve);
  });
}

/**
 * A POST must say that it is JSON: a page elsewhere can then send one only after asking (CORS preflight),
 * so that nothing is changed by a simple request. What is no well-formed request is refused before the engine sees it.
 */
async function serveGraphQL(
  config: ErrorDocsConfig,
  engine: Engine,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  try {
    if (request.method === 'POST') {
      const text = await readJsonText(request);
      checkBody(text);
      // The engine takes a body that was read before from here (as behind other middleware).
      Object.assign(request, { body: text });
    }
    if (request.method === 'GET') checkAddress(request);
  } catch (error) {
    if (!(error instanceof BodyRejected)) throw error;
    return send(response, errorResponse(config, error));
  }
  // GraphiQL, with somebody's session in it, is shown in no frame.
  response.setHeader('content-security-policy', "frame-ancestors 'none'");
  await engine(request, response);
}

/** @throws BodyRejected if the body is not JSON, not an object, or names no operation */
function checkBody(text: string): void {
  const body = parseJson(text);
  if (body === undefined) throw new BodyRejected('BODY_NOT_JSON');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BodyRejected('BODY_NOT_OBJECT');
  if (!namesOperation(body)) throw new BodyRejected('QUERY_MISSING');
}

/** Whether a request says which operation it is about: by a text, or, without one, by an id. */
function namesOperation(sent: {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}) {
  if (typeof sent.query === 'string') return true;
  return (sent.query === undefined || sent.query === null) && hasId(sent);
}

/**
 * Checks the parameters of a GET request. A browser that names no operation asks for GraphiQL.
 * @throws BodyRejected if a parameter is not JSON, or the address names no operation
 */
function checkAddress(request: IncomingMessage): void {
  const given = URL.parse(request.url ?? '/', 'http://localhost')?.searchParams;
  for (const name of ['variables', 'extensions']) {
    const text = given?.get(name);
    if (text && parseJson(text) === undefined)
      throw new BodyRejected('PARAMETER_NOT_JSON', `The parameter \`${name}\` is not valid JSON.`);
  }
  const extensions = parseJson(given?.get('extensions') ?? '');
  const isNamed = given?.has('query') || hasId({ documentId: given?.get('documentId'), extensions });
  if (!isNamed && !request.headers.accept?.includes('text/html')) throw new BodyRejected('QUERY_MISSING');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answerRoute(
  app: OrderServices,
  routes: readonly Route[],
  request: IncomingMessage,
  url: URL | null,
): Promise<HttpResponse> {
  const route = url && routeFor(routes, url.pathname);
  if (!route || !url) return errorResponse(app.config, routeErrors.NOT_FOUND.occur());
  const ways = waysOf(route, request, url);
  const way = ways[request.method ?? ''];
  if (!way) {
    const methods = Object.keys(ways).join(', ');
    const error = routeErrors.METHOD_NOT_ALLOWED.occurWith(`This address supports only ${methods}.`);
    return errorResponse(app.config, error, { allow: methods });
  }
  const answer = await answerOf(app, route, way);
  return route.takeBytes ? forEveryOrigin(answer) : answer;
}

type Way = () => Promise<HttpResponse> | HttpResponse;

async function answerOf({ config, log }: OrderServices, { path }: Route, way: Way): Promise<HttpResponse> {
  try {
    return await way();
  } catch (error) {
    if (error instanceof Refusal) return errorResponse(config, error);
    const requestId = currentRequestId() ?? randomId();
    log.error({ err: error, path, requestId }, 'request handler failed');
    return errorResponse(config, internalError.occur({ requestId }));
  }
}

/** What a route does with each method that it takes. */
function waysOf(
  { answer, takeForm, takeSigned, takeBytes }: Route,
  request: IncomingMessage,
  url: URL,
): Readonly<Record<string, Way>> {
  const get = answer && (() => answer(request, url));
  return {
    ...(get ? { GET: get, HEAD: get } : {}),
    ...(takeForm ? { POST: () => takeForm(() => readForm(request), request, url) } : {}),
    ...(takeSigned ? { POST: async () => takeSigned(await readBytes(request, limits.callbackBytes), request) } : {}),
    ...(takeBytes
      ? { PUT: () => takeBytes((maxBytes) => readBytes(request, maxBytes), request, url), OPTIONS: () => putAllowed }
      : {}),
  };
}

/** Pages elsewhere may read the answer: the address alone gives the right, there are no cookies. */
const forEveryOrigin = (answer: HttpResponse): HttpResponse => ({
  ...answer,
  headers: { ...answer.headers, 'access-control-allow-origin': '*' },
});

/** What a browser is told that asks whether a page elsewhere may send something by PUT. */
const putAllowed: HttpResponse = {
  status: 204,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: {
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '86400',
  },
};

function send(response: ServerResponse, { status, type, body, headers }: HttpResponse): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    // What has not come yet is not waited for.
    ...(response.req.complete || isReading(response.req) ? {} : { connection: 'close' }),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';
