import { createRouter } from '@tanstack/react-router';
import type { Client } from 'urql';
import { basePath } from '../api/base-path.ts';
import type { Session } from '../session/session.ts';
import { ErrorPage, NotFoundPage } from './error-pages.tsx';
import { routeTree } from './routes.ts';

/** Makes the router. Routes read the session, which is given when the router is drawn, to decide who may open them. */
export const createAppRouter = () =>
  createRouter({
    routeTree,
    basepath: basePath || '/',
    // It is known when the router is drawn, before any route is entered.
    context: { session: undefined as unknown as Session },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

/** Loads the files and the data of the page at the current address, while the session is read. */
export function preloadPage(router: AppRouter, api: Client): void {
  const [matchedRoutes, params] = router.getMatchedRoutes(location.pathname.slice(basePath.length));
  // What fails is reported when the page is opened.
  for (const route of matchedRoutes) {
    void router.loadRouteChunk(route)?.catch(() => undefined);
    void route.options.staticData?.preloadData?.(api, params).catch(() => undefined);
  }
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Requests the data of the page, which its first query then uses. */
    readonly preloadData?: (api: Client, params: Readonly<Record<string, string>>) => Promise<void>;
    /** True for a page that is shown only to a person who is signed in. */
    readonly requiresPerson?: boolean;
    /** True for a page that is shown only to a person with an account. */
    readonly requiresAccount?: boolean;
  }
  interface Register {
    router: AppRouter;
  }
}
