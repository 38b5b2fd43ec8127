/** Conditional requests: a response that the client has already is not sent again. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HttpResponse } from './route.ts';

/** The response with its ETag; 304 without a body if the client has this response already. */
export function conditional({ headers }: Pick<IncomingMessage, 'headers'>, response: HttpResponse): HttpResponse {
  const etag = `"${createHash('sha256').update(response.body).digest('base64url').slice(0, 27)}"`;
  const tagged = { ...response, headers: { ...response.headers, etag } };
  return includesEtag(headers['if-none-match'], etag) ? { ...tagged, status: 304, body: '' } : tagged;
}

/** True if a list of ETags contains this one. Caches may have made it weak. */
const includesEtag = (list = '', etag: string): boolean =>
  list.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
