/** The route that keeps the session of the browser client in a cookie. */
import type { IncomingMessage } from 'node:http';
import { CredentialsRejected } from '../access/access-errors.ts';
import { endSession } from '../auth/sessions.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { RouteRefused } from '../http/error-response.ts';
import type { HttpResponse, Route } from '../http/route.ts';
import { authorizationOf, isFromOwnPage, removedSessionCookie, sessionCookie } from '../http/session-cookie.ts';
import { limits } from '../limits.ts';
import { dayMs } from '../platform/clock.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { Authenticator, IncomingRequest } from './authenticate.ts';
import { BodyRejected } from './server-errors.ts';

/**
 * `/session`, for pages of this server: POST stores the token in the body, `{ "token": "…" }`, in the cookie; DELETE ends
 * the session of the cookie and removes it.
 */
export const sessionRoutes = (app: OrderServices, authenticator: Authenticator): Route[] => [
  {
    path: '/session',
    postJson: async (read, request) => {
      requireOwnPage(app, request);
      const token = tokenIn(await read());
      const viewer = await viewerOf(authenticator, { ...incoming(app, request), authorization: `Bearer ${token}` });
      if (viewer.kind !== 'person') throw new CredentialsRejected('SESSION_ENDED');
      return withCookie(sessionCookie(app.config, token, (limits.session.days * dayMs) / 1_000));
    },
    delete: async (request) => {
      requireOwnPage(app, request);
      await endSessionOf(app, authenticator, request);
      return withCookie(removedSessionCookie(app.config));
    },
  },
];

const withCookie = (cookie: string): HttpResponse => ({
  status: 204,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: { 'set-cookie': cookie },
});

function requireOwnPage({ config }: OrderServices, request: IncomingMessage): void {
  if (!isFromOwnPage(config, request)) throw new RouteRefused('CROSS_SITE_REQUEST');
}

/** The token in the body. @throws BodyRejected if it is not an object with a token that can be in a cookie */
function tokenIn(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined;
  if (typeof token !== 'string' || !/^[\w.~+/=-]+$/.test(token))
    throw new BodyRejected('BODY_NOT_OBJECT', 'Send the token of a session as { "token": "…" }.');
  return token;
}

const incoming = ({ config }: OrderServices, request: IncomingMessage): IncomingRequest => ({
  authorization: authorizationOf(config, request),
  account: undefined,
  userAgent: request.headers['user-agent'],
  rateLimitKey: rateLimitKeyOf(config, request),
});

async function viewerOf(authenticator: Authenticator, request: IncomingRequest) {
  const { viewer, release } = await authenticator.acquireCaller(request);
  release();
  return viewer;
}

/** Ends the session of the request. A session that has ended already is ignored. */
async function endSessionOf(app: OrderServices, authenticator: Authenticator, request: IncomingMessage): Promise<void> {
  try {
    const caller = await authenticator.acquireCaller(incoming(app, request));
    try {
      if (caller.viewer.kind === 'person') await endSession(caller.app, caller.viewer);
    } finally {
      caller.release();
    }
  } catch (error) {
    if (!(error instanceof CredentialsRejected)) throw error;
  }
}
