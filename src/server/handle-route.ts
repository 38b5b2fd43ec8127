/** The routes besides GraphQL: finds the route of a request, calls it, and answers its errors. */
import type { IncomingMessage } from 'node:http';
import { pageFrameFor } from '../branding/page-frame.ts';
import { errorResponse, RouteRefused, routeErrors } from '../http/error-response.ts';
import { type HttpResponse, type Route, routeFor } from '../http/route.ts';
import { limits } from '../limits.ts';
import { errorPage } from '../pages/error-page.ts';
import { wantsPage } from '../pages/visitor.ts';
import type { ErrorOccurrence } from '../platform/error-definitions.ts';
import { internalError, Refusal } from '../platform/errors.ts';
import { currentRequestId } from '../platform/request-id.ts';
import { randomId } from '../platform/secrets.ts';
import type { OrderServices } from '../services/order-services.ts';
import { readBytes, readForm, readJson } from './read-body.ts';

/** The routes of a server, and the pages at all other addresses. */
export interface Routing {
  readonly routes: readonly Route[];
  /** Answers a GET that no route handles; undefined if there is no page at its address. */
  readonly pages?: Pages | undefined;
}

export type Pages = (request: IncomingMessage, url: URL) => Promise<HttpResponse | undefined>;

/** Handles a request outside of GraphQL. It never rejects: an unexpected error is logged and answered. */
export async function handleRoute(
  app: OrderServices,
  { routes, pages }: Routing,
  request: IncomingMessage,
  url: URL | null,
): Promise<HttpResponse> {
  const route = url && (routeFor(routes, url.pathname) ?? routeOfPages(pages, request));
  if (!route || !url) return answerError(app, request, routeErrors.NOT_FOUND.occur());
  const response = await respond(app, route, request, url);
  return route.put ? withAnyOrigin(response) : response;
}

/** The pages as a route that refuses what it does not have. */
function routeOfPages(pages: Pages | undefined, { method }: IncomingMessage): Route | undefined {
  if (!pages || (method !== 'GET' && method !== 'HEAD')) return undefined;
  return {
    path: '/',
    get: async (request, url) => {
      const response: HttpResponse | undefined = await pages(request, url);
      if (!response) throw new RouteRefused('NOT_FOUND');
      return response;
    },
  };
}

/** An error as a page for a browser that opens the address or sends a form, and as JSON for programs. */
async function answerError(
  app: OrderServices,
  request: IncomingMessage,
  error: ErrorOccurrence,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  const response = errorResponse(app.config, error, headers);
  if (!wantsPage(request)) return response;
  // Without the settings of the marketplace, the answer to a program is better than none.
  const frame = await pageFrameFor(app, request).catch(() => undefined);
  return frame ? errorPage(frame, error, response) : response;
}

async function respond(app: OrderServices, route: Route, request: IncomingMessage, url: URL): Promise<HttpResponse> {
  const { log } = app;
  try {
    const response = await callRoute(route, request, url);
    if (response) return response;
    const methods = methodsOf(route).join(', ');
    const error = routeErrors.METHOD_NOT_ALLOWED.occurWith(`This address supports only ${methods}.`);
    return await answerError(app, request, error, { allow: methods });
  } catch (error) {
    if (error instanceof Refusal) return answerError(app, request, error);
    const requestId = currentRequestId() ?? randomId();
    log.error({ err: error, path: route.path, requestId }, 'request handler failed');
    return answerError(app, request, internalError.occur({ requestId }));
  }
}

/** The response of a route; undefined if it does not support the method. */
function callRoute(route: Route, request: IncomingMessage, url: URL): Promise<HttpResponse> | HttpResponse | undefined {
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return route.get?.(request, url);
    case 'POST':
      return callPost(route, request, url);
    case 'PUT':
      return route.put?.((maxBytes) => readBytes(request, maxBytes), request, url);
    case 'DELETE':
      return route.delete?.(request, url);
    case 'OPTIONS':
      return route.put && preflightForPut;
    default:
      return undefined;
  }
}

function callPost(route: Route, request: IncomingMessage, url: URL): Promise<HttpResponse> | undefined {
  if (route.postSigned) return callSigned(route.postSigned, request);
  if (route.postJson) return route.postJson(() => readJson(request), request, url);
  return route.postForm?.(() => readForm(request), request, url);
}

const callSigned = async (take: NonNullable<Route['postSigned']>, request: IncomingMessage): Promise<HttpResponse> =>
  take(await readBytes(request, limits.callbackBytes), request);

const methodsOf = ({ get, postForm, postJson, postSigned, put, delete: remove }: Route): readonly string[] => [
  ...(get ? ['GET', 'HEAD'] : []),
  ...(postForm || postJson || postSigned ? ['POST'] : []),
  ...(put ? ['PUT', 'OPTIONS'] : []),
  ...(remove ? ['DELETE'] : []),
];

/** The response, readable by pages of all origins: it depends on no cookie, and the address alone gives access. */
const withAnyOrigin = (response: HttpResponse): HttpResponse => ({
  ...response,
  headers: { ...response.headers, 'access-control-allow-origin': '*' },
});

/** The response to the preflight of a browser: pages of all origins may send a PUT. */
const preflightForPut: HttpResponse = {
  status: 204,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: {
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '86400',
  },
};
