/**
 * Pages for development, which only a browser on this machine may open. They can sign in as anyone, so the header Host must
 * name this machine: another name may resolve to it too, and then the pages would share the origin of the owner of that name.
 */
import type { IncomingMessage } from 'node:http';
import { isLoopbackUrl } from '../platform/loopback.ts';
import { RouteRefused } from './error-response.ts';
import type { Route } from './route.ts';

/** @throws RouteRefused unless the request names this machine as its host */
export function requireThisMachine({ headers: { host = '' } }: Pick<IncomingMessage, 'headers'>): void {
  if (!isLoopbackUrl(`http://${host}`)) throw new RouteRefused('HOST_REFUSED');
}

/** The routes, which refuse every request to another host than this machine. */
export const forThisMachine = (routes: readonly Route[]): Route[] =>
  routes.map(({ path, get, postForm, postJson }) => ({
    path,
    ...(get && {
      get: (request, url) => {
        requireThisMachine(request);
        return get(request, url);
      },
    }),
    ...(postForm && {
      postForm: async (read, request, url) => {
        requireThisMachine(request);
        return postForm(read, request, url);
      },
    }),
    ...(postJson && {
      postJson: async (read, request, url) => {
        requireThisMachine(request);
        return postJson(read, request, url);
      },
    }),
  }));
