/**
 * Calls oidc-provider, which handles requests of Node.js, from a route, which returns its response: body limits, headers
 * and errors are those of every route.
 */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type Provider from 'oidc-provider';
import { basePathOf } from '../http/base-path.ts';
import type { HttpResponse } from '../http/route.ts';
import { unusedCookie } from './provider.ts';

/** A request and a response of Node.js that are connected to nothing. */
export interface DetachedExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Copies a request for the provider. Addresses and the security of cookies follow PUBLIC_URL, whatever proxies and clients
 * say in headers.
 */
export function detach(request: IncomingMessage, publicUrl: string, form?: FormData): DetachedExchange {
  const { protocol, host } = new URL(publicUrl);
  const detached = new IncomingMessage(new Socket());
  const body = form ? Buffer.from(textOf(form)) : undefined;
  const {
    'content-type': _type,
    'content-length': _length,
    'transfer-encoding': _encoding,
    ...headers
  } = request.headers;
  // The provider answers HEAD without a body, which some routes read; the server sends none of it.
  detached.method = request.method === 'HEAD' ? 'GET' : request.method;
  detached.url = request.url;
  // The provider puts what precedes `url` there before its own paths.
  Object.assign(detached, { originalUrl: `${basePathOf({ publicUrl })}${request.url}` });
  detached.headers = {
    ...headers,
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
    ...(body ? { 'content-type': formType, 'content-length': String(body.length) } : {}),
  };
  if (body) detached.push(body);
  detached.push(null);
  return { request: detached, response: new ServerResponse(detached) };
}

const formType = 'application/x-www-form-urlencoded';

/** The form as the provider reads it. A field that was sent twice stays double, which the provider refuses. */
const textOf = (form: FormData): string =>
  String(new URLSearchParams([...form].map(([name, value]) => [name, typeof value === 'string' ? value : ''])));

/** Handles a request by the provider. */
export async function callProvider(
  provider: Provider,
  { request, response }: DetachedExchange,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  const body = new Promise<string>((resolve) => {
    Object.assign(response, { end: (text?: string | Buffer) => resolve(String(text ?? '')) });
  });
  void provider.callback()(request, response);
  return responseOf(response, await body, headers);
}

function responseOf(response: ServerResponse, body: string, headers: Readonly<Record<string, string>>): HttpResponse {
  const { location, 'set-cookie': cookies, 'www-authenticate': challenge } = response.getHeaders();
  // Set by the page of an error.
  const policy = response.getHeader('content-security-policy');
  return {
    status: response.statusCode,
    type: String(response.getHeader('content-type') ?? 'text/plain; charset=utf-8'),
    body,
    headers: {
      ...headers,
      ...(policy === undefined ? {} : { 'content-security-policy': String(policy) }),
      ...(location === undefined ? {} : { location: String(location) }),
      ...(challenge === undefined ? {} : { 'www-authenticate': String(challenge) }),
      ...cookiesHeader(cookies),
    },
  };
}

function cookiesHeader(cookies: string | number | readonly string[] | undefined): { 'set-cookie'?: readonly string[] } {
  const all = typeof cookies === 'object' ? cookies : cookies === undefined ? [] : [String(cookies)];
  const used = all.filter((cookie) => !cookie.startsWith(unusedCookie));
  return used.length === 0 ? {} : { 'set-cookie': used };
}
