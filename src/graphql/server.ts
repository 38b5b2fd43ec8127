/** The HTTP server: GraphQL over HTTP, server-sent events and WebSocket, and the few plain pages beside it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { limits } from '../limits.ts';
import type { OrderWorld } from '../orders/world.ts';
import { StartupError } from '../platform/errors.ts';
import { type Answer, json, type Route } from '../platform/pages.ts';
import { serveSockets } from './sockets.ts';
import { createEngine, type Engine, type GraphiQL, graphqlPath } from './yoga.ts';

export interface Listening {
  readonly port: number;
  /** Ends all streams and sockets, lets requests that are under way finish for a moment, and stops. */
  close(): Promise<void>;
}

/** @throws StartupError if the port is taken or not allowed */
export async function listen(
  app: OrderWorld,
  { routes, graphiql }: { routes: readonly Route[]; graphiql: GraphiQL },
): Promise<Listening> {
  const engine = createEngine(app, graphiql);
  const open = new Set<ServerResponse>();
  const server = createServer(
    { requestTimeout: limits.requestMs, headersTimeout: limits.requestMs },
    (request, response) => {
      open.add(response);
      response.once('close', () => open.delete(response));
      const url = URL.parse(request.url ?? '/', 'http://localhost');
      if (url?.pathname === graphqlPath) void serveGraphQL(engine, request, response);
      else void answerRoute(app, routes, request, url).then((answer) => send(response, answer));
    },
  );
  const sockets = serveSockets(app, engine, server);
  await bind(server, app.config);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : app.config.port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      // Cut off rather than ended: clients take that for a lost connection, and connect again by themselves.
      for (const response of open) if (isStream(response)) response.destroy();
      await sockets.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), limits.goodbyeMs);
      await closed;
      clearTimeout(timer);
      await engine.dispose();
    },
  };
}

const isStream = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

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
async function serveGraphQL(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const read = await readBody(request);
    if ('refusal' in read) {
      send(response, read.refusal);
      return;
    }
    // The engine takes a body that was read before from here (as behind other middleware).
    Object.assign(request, { body: read.text });
  }
  if (request.method === 'GET') {
    const refused = faultInAddress(request);
    if (refused) {
      send(response, refused);
      return;
    }
  }
  // GraphiQL, with somebody's session in it, is shown in no frame.
  response.setHeader('content-security-policy', "frame-ancestors 'none'");
  await engine(request, response);
}

type Read<Body> = Body | { readonly refusal: Answer };

/** The text of a request, or why it cannot be taken: no text, or no request. */
async function readBody(request: IncomingMessage): Promise<Read<{ readonly text: string }>> {
  if (mediaTypeOf(request) !== 'application/json')
    return { refusal: refusal(415, 'MEDIA_TYPE', 'Send the operation as JSON, with content-type: application/json.') };
  const read = await readText(request, limits.bodyBytes);
  if ('refusal' in read) return read;
  const fault = faultInBody(read.text);
  return fault ? { refusal: fault } : read;
}

const formType = 'application/x-www-form-urlencoded';

/** What a form of a page sends, or why it cannot be taken. */
async function readForm(request: IncomingMessage): Promise<Read<{ readonly form: URLSearchParams }>> {
  if (mediaTypeOf(request) !== formType)
    return { refusal: refusal(415, 'MEDIA_TYPE', `Send the form with content-type: ${formType}.`) };
  const read = await readText(request, limits.formBytes);
  if ('refusal' in read) return read;
  const form = new URLSearchParams(read.text);
  // The database has no place for it.
  if ([...form.values()].some((value) => value.includes('\0')))
    return { refusal: refusal(400, 'TEXT_INVALID', 'The form holds a character that cannot be stored: NUL.') };
  return { form };
}

const mediaTypeOf = ({ headers }: IncomingMessage): string | undefined =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase();

/** The body as text, or why it cannot be taken: too large, broken off, not UTF-8. */
async function readText(request: IncomingMessage, mostBytes: number): Promise<Read<{ readonly text: string }>> {
  const tooLarge = refusal(413, 'BODY_TOO_LARGE', `The body must have at most ${mostBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return { refusal: tooLarge };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) return { refusal: tooLarge };
      chunks.push(chunk);
    }
  } catch {
    return { refusal: refusal(400, 'BODY_INCOMPLETE', 'The body did not arrive whole.') };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { refusal: refusal(400, 'BODY_NOT_UTF8', 'The body is not valid UTF-8.') };
  }
}

const refusal = (status: number, code: string, message: string): Answer => ({
  ...json(status, { errors: [{ message, extensions: { code, recovery: 'CORRECTABLE' } }] }),
  headers: { 'access-control-allow-origin': '*' },
});

const bodyNotJson = refusal(400, 'BODY_NOT_JSON', 'The body is not valid JSON.');
const queryMissing = refusal(400, 'QUERY_MISSING', 'Send the text of the operation as `query`.');

/** Why a body is no request: no JSON, no object, no operation. */
function faultInBody(text: string): Answer | undefined {
  const body = parseJson(text);
  if (body === undefined) return bodyNotJson;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return refusal(400, 'BODY_NOT_OBJECT', 'The body must be one JSON object with `query`; there is no batching.');
  return 'query' in body && typeof body.query === 'string' ? undefined : queryMissing;
}

/** Why an address is no request. One without an operation that comes from a browser asks for GraphiQL. */
function faultInAddress({ url, headers }: IncomingMessage): Answer | undefined {
  const given = URL.parse(url ?? '/', 'http://localhost')?.searchParams;
  for (const name of ['variables', 'extensions']) {
    const text = given?.get(name);
    if (text && parseJson(text) === undefined)
      return refusal(400, 'PARAMETER_NOT_JSON', `The parameter \`${name}\` is not valid JSON.`);
  }
  return given?.has('query') || headers.accept?.includes('text/html') ? undefined : queryMissing;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answerRoute(
  app: OrderWorld,
  routes: readonly Route[],
  request: IncomingMessage,
  url: URL | null,
): Promise<Answer> {
  const route =
    url &&
    routes.find(({ path }) =>
      path.endsWith('/') && path !== '/' ? url.pathname.startsWith(path) : url.pathname === path,
    );
  if (!route || !url) return json(404, { message: `There is nothing here. The API is at ${graphqlPath}.` });
  const methods = ['GET', 'HEAD', ...(route.takeForm ? ['POST'] : [])];
  if (!methods.includes(request.method ?? ''))
    return {
      ...json(405, { message: `Only ${methods.join(', ')} is possible here.` }),
      headers: { allow: methods.join(', ') },
    };
  try {
    if (route.takeForm && request.method === 'POST') {
      const read = await readForm(request);
      return 'refusal' in read ? read.refusal : await route.takeForm(read.form, request, url);
    }
    return await route.answer(request, url);
  } catch (error) {
    app.log.error({ err: error, path: route.path }, 'a page failed');
    return json(500, { message: 'Something went wrong here.' });
  }
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...(status === 413 ? { connection: 'close' } : {}),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
