/** Plain pages and answers beside GraphQL. */
import type { IncomingMessage } from 'node:http';

export interface Route {
  /** The whole path, or its beginning if it ends in a slash. */
  readonly path: string;
  /** Answers who reads it, by GET or HEAD. */
  answer?(request: IncomingMessage, url: URL): Promise<HttpResponse> | HttpResponse;
  /** Takes what a form of the page sends by POST. Nothing of it is read before `read` is called. */
  takeForm?(read: ReadForm, request: IncomingMessage, url: URL): Promise<HttpResponse>;
  /** Takes what a program sends by POST, byte for byte: the sender has signed it as it is. */
  takeSigned?(body: Buffer, request: IncomingMessage): Promise<HttpResponse>;
  /** Takes what a program sends by PUT, a page elsewhere too. Nothing of it is read before `read` is called. */
  takeBytes?(read: ReadBytes, request: IncomingMessage, url: URL): Promise<HttpResponse>;
}

/** Reads the body of a request. Throws if it has more bytes or does not come whole; the server then answers why. */
export type ReadBytes = (maxBytes: number) => Promise<Buffer>;

/** Reads the form of a request. Throws if it is none or too large; the server then answers why. */
export type ReadForm = () => Promise<FormData>;

export interface HttpResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The route of a path; undefined if there is none. */
export const routeFor = (routes: readonly Route[], pathname: string): Route | undefined =>
  routes.find(({ path }) => (path.endsWith('/') && path !== '/' ? pathname.startsWith(path) : pathname === path));

/** An answer for programs. */
export const json = (status: number, body: unknown): HttpResponse => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/**
 * A page that runs no script, loads nothing from elsewhere and is shown in no frame. Its forms, if it has some, lead to
 * our own address; the frames that it shows, if it does, are those under the address `framesAt`.
 */
export const page = (body: string, { status = 200, hasForms = false, framesAt = "'none'" } = {}): HttpResponse => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
  headers: {
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${hasForms ? "'self'" : "'none'"}; frame-src ${framesAt}`,
  },
});

/** Text that may stand in HTML, also within an attribute in quotes. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
