/**
 * The session of the browser client: its token in a cookie that scripts cannot read. The cookie counts only in requests
 * that pages of this server send. All other requests with the cookie are those of an anonymous caller.
 */
import type { IncomingMessage } from 'node:http';
import { basePathOf } from './base-path.ts';

/** The configuration that cookies depend on. */
export interface CookieConfig {
  readonly publicUrl: string;
  readonly isProduction: boolean;
}

type RequestHeaders = Pick<IncomingMessage, 'headers'>;

/**
 * The header that a page sends with each request that uses the cookie; its value does not matter. A page of another origin
 * could send it only after a CORS preflight, which does not allow it.
 */
export const csrfHeader = 'placard-csrf';

const isSecure = ({ publicUrl }: CookieConfig): boolean => publicUrl.startsWith('https:');

/** The name of the cookie. The prefix `__Host-` binds it to this host, to all paths, and to TLS; `__Secure-` to TLS alone. */
function cookieName(config: CookieConfig): string {
  if (!isSecure(config)) return 'placard-session';
  return basePathOf(config) === '' ? '__Host-placard-session' : '__Secure-placard-session';
}

/** The value of the header Set-Cookie that stores the token for `maxAgeSeconds`. */
export function sessionCookie(config: CookieConfig, token: string, maxAgeSeconds: number): string {
  const attributes = [`Path=${basePathOf(config) || '/'}`, 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAgeSeconds}`];
  return [`${cookieName(config)}=${token}`, ...attributes, ...(isSecure(config) ? ['Secure'] : [])].join('; ');
}

/** The value of the header Set-Cookie that removes the token. */
export const removedSessionCookie = (config: CookieConfig): string => sessionCookie(config, '', 0);

/**
 * The value of the header Authorization, or the token of the cookie in its form if a page of this server sends the request
 * with the CSRF header; undefined without either.
 */
export function authorizationOf(config: CookieConfig, request: RequestHeaders): string | undefined {
  const { authorization } = request.headers;
  return authorization === undefined && isFromOwnPage(config, request)
    ? cookieAuthorization(config, request)
    : authorization;
}

/** The token of the cookie as a value of the header Authorization, for a WebSocket: its handshake cannot have the CSRF header. */
export const socketAuthorizationOf = (config: CookieConfig, request: RequestHeaders): string | undefined =>
  isOwnOrigin(config, request) ? cookieAuthorization(config, request) : undefined;

/** True if a page of this server sends the request, with the CSRF header. */
export const isFromOwnPage = (config: CookieConfig, request: RequestHeaders): boolean =>
  request.headers[csrfHeader] !== undefined && (isOwnOrigin(config, request) || isOwnRead(request));

function cookieAuthorization(config: CookieConfig, { headers }: RequestHeaders): string | undefined {
  const prefix = `${cookieName(config)}=`;
  const cookie = headers.cookie?.split(/; */).find((pair) => pair.startsWith(prefix));
  return cookie && cookie.length > prefix.length ? `Bearer ${cookie.slice(prefix.length)}` : undefined;
}

/** True if the header Origin names this server; in development, where the port may be forwarded, also under another name. */
function isOwnOrigin({ publicUrl, isProduction }: CookieConfig, { headers }: RequestHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (origin === URL.parse(publicUrl)?.origin) return true;
  return !isProduction && host !== undefined && URL.parse(origin)?.host === host;
}

/** True for a GET from a page of the same origin: browsers send it without the header Origin. */
const isOwnRead = ({ headers }: RequestHeaders): boolean =>
  headers.origin === undefined && headers['sec-fetch-site'] === 'same-origin';
