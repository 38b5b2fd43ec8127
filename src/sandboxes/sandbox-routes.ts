/** The pages of sandboxes: those of the live world, at an address that names the sandbox. */
import type { IncomingMessage } from 'node:http';
import { type HttpResponse, json, type Route, routeFor } from '../http/route.ts';
import { isUuid } from '../platform/uuid.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { TenantDirectory } from '../services/services.ts';
import { sandboxesPath } from './sandbox-config.ts';
import { SandboxNotFound, SandboxUnavailable } from './sandbox-refusals.ts';

type Way = (route: Route, url: URL) => Promise<HttpResponse> | HttpResponse | undefined;

/** `/sandboxes/ID/…`: `…` in that sandbox. */
export function sandboxRoutes<App extends OrderServices>(
  worlds: TenantDirectory<App>,
  routesOf: (app: App) => readonly Route[],
): Route[] {
  const known = new WeakMap<App, readonly Route[]>();
  const routesIn = (app: App) => {
    const routes = known.get(app) ?? routesOf(app);
    known.set(app, routes);
    return routes;
  };
  const answerIn = async (request: IncomingMessage, url: URL, way: Way): Promise<HttpResponse> => {
    const [, id = '', path = '/'] = /^([^/]+)(\/.*)$/.exec(url.pathname.slice(sandboxesPath.length)) ?? [];
    if (!isUuid(id)) return nothing;
    try {
      const { app, release } = await worlds.acquire(id);
      try {
        const inside = new URL(url);
        inside.pathname = path;
        const route = routeFor(routesIn(app), path);
        const answer = route && (await way(route, inside));
        return answer ? led(answer, `${sandboxesPath}${id}`) : route ? notPossible(request) : nothing;
      } finally {
        release();
      }
    } catch (error) {
      if (error instanceof SandboxNotFound) return nothing;
      if (error instanceof SandboxUnavailable) return json(503, { message: error.message });
      throw error;
    }
  };
  return [
    {
      path: sandboxesPath,
      answer: (request, url) => answerIn(request, url, (route, inside) => route.answer?.(request, inside)),
      takeForm: (read, request, url) =>
        answerIn(request, url, (route, inside) => route.takeForm?.(read, request, inside)),
      takeBytes: (read, request, url) =>
        answerIn(request, url, (route, inside) => route.takeBytes?.(read, request, inside)),
    },
  ];
}

const nothing = json(404, { message: 'There is nothing here.' });
const notPossible = ({ method }: IncomingMessage) => json(405, { message: `${method} is not possible here.` });

/** What leads to another page of the sandbox stays in the sandbox. */
function led(answer: HttpResponse, prefix: string): HttpResponse {
  const location = answer.headers?.['location'];
  if (!location?.startsWith('/')) return answer;
  return { ...answer, headers: { ...answer.headers, location: `${prefix}${location}` } };
}
