/** The routes besides GraphQL, and the responses that they return. */
import type { IncomingMessage } from 'node:http';

export interface Route {
  /** The whole path, or its beginning if it ends in a slash. */
  readonly path: string;
  /** Handles GET and HEAD. */
  get?(request: IncomingMessage, url: URL): Promise<HttpResponse> | HttpResponse;
  /** Handles a form that is sent by POST. The body is read when `read` is called. */
  postForm?(read: ReadForm, request: IncomingMessage, url: URL): Promise<HttpResponse>;
  /** Handles a POST with a JSON body. The body is read when `read` is called. */
  postJson?(read: ReadJson, request: IncomingMessage, url: URL): Promise<HttpResponse>;
  /** Handles a POST with a signed body: the signature covers these bytes. */
  postSigned?(body: Buffer, request: IncomingMessage): Promise<HttpResponse>;
  /** Handles PUT, from pages of all origins. The body is read when `read` is called. */
  put?(read: ReadBytes, request: IncomingMessage, url: URL): Promise<HttpResponse>;
  /** Handles DELETE. */
  delete?(request: IncomingMessage, url: URL): Promise<HttpResponse>;
}

/** Reads and parses the body of a request. @throws a Refusal, for the server to answer, if it is not JSON or too large */
export type ReadJson = () => Promise<unknown>;

/** Reads the body of a request. @throws a Refusal, for the server to answer, if it is larger or incomplete */
export type ReadBytes = (maxBytes: number) => Promise<Buffer>;

/** Reads the form of a request. @throws a Refusal, for the server to answer, if it is not a form or too large */
export type ReadForm = () => Promise<FormData>;

export interface HttpResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Texts that follow `body`, read as fast as the client takes them. `return` is called if they are not read to the end. */
  readonly chunks?: AsyncIterableIterator<string>;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** The route for a path; undefined if there is none. */
export const routeFor = (routes: readonly Route[], pathname: string): Route | undefined =>
  routes.find(({ path }) => (path.endsWith('/') && path !== '/' ? pathname.startsWith(path) : pathname === path));

/** A response with JSON. */
export const json = (status: number, body: unknown): HttpResponse => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** Escapes text for HTML, also for quoted attributes. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
