/** The pages of sandboxes: the live routes under a path that names the sandbox. */
import type { IncomingMessage } from 'node:http';
import { basePathOf } from '../http/base-path.ts';
import { RouteRefused } from '../http/error-response.ts';
import { type HttpResponse, type Route, routeFor } from '../http/route.ts';
import { isUuid } from '../platform/uuid.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { TenantDirectory } from '../services/services.ts';
import { sandboxesPath } from './sandbox-config.ts';
import { SandboxNotFound } from './sandbox-refusals.ts';

type RouteHandler = (route: Route, url: URL) => Promise<HttpResponse> | HttpResponse | undefined;

/** `/sandboxes/ID/…`: `…` in that sandbox. */
export function sandboxRoutes<App extends OrderServices>(
  tenants: TenantDirectory<App>,
  routesOf: (app: App) => readonly Route[],
): Route[] {
  const matchedRoute = new WeakMap<App, readonly Route[]>();
  const routesIn = (app: App) => {
    const routes = matchedRoute.get(app) ?? routesOf(app);
    matchedRoute.set(app, routes);
    return routes;
  };
  const answerIn = async (request: IncomingMessage, url: URL, way: RouteHandler): Promise<HttpResponse> => {
    const [, id = '', path = '/'] = /^([^/]+)(\/.*)$/.exec(url.pathname.slice(sandboxesPath.length)) ?? [];
    if (!isUuid(id)) throw new RouteRefused('NOT_FOUND');
    try {
      const { app, release } = await tenants.acquire(id);
      try {
        const inside = new URL(url);
        inside.pathname = path;
        const route = routeFor(routesIn(app), path);
        if (!route) throw new RouteRefused('NOT_FOUND');
        const answer = await way(route, inside);
        if (!answer) throw new RouteRefused('METHOD_NOT_ALLOWED', `This address does not support ${request.method}.`);
        return led(answer, basePathOf(app.config));
      } finally {
        release();
      }
    } catch (error) {
      // An outsider gets the same response as for any other address.
      throw error instanceof SandboxNotFound ? new RouteRefused('NOT_FOUND') : error;
    }
  };
  return [
    {
      path: sandboxesPath,
      get: (request, url) => answerIn(request, url, (route, inside) => route.get?.(request, inside)),
      postForm: (read, request, url) =>
        answerIn(request, url, (route, inside) => route.postForm?.(read, request, inside)),
      put: (read, request, url) => answerIn(request, url, (route, inside) => route.put?.(read, request, inside)),
    },
  ];
}

/** Rewrites a redirect to another page so that it stays in the sandbox. */
function led(answer: HttpResponse, prefix: string): HttpResponse {
  const location = answer.headers?.['location'];
  if (typeof location !== 'string' || !location.startsWith('/')) return answer;
  return { ...answer, headers: { ...answer.headers, location: `${prefix}${location}` } };
}
