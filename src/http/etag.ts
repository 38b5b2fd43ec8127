/** Conditional requests: an answer that the asker has already is not sent again. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HttpResponse } from './route.ts';

/** The answer with its ETag; without its body, as 304, if the request says that the asker has this one. */
export function conditional({ headers }: Pick<IncomingMessage, 'headers'>, answer: HttpResponse): HttpResponse {
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)}"`;
  const tagged = { ...answer, headers: { ...answer.headers, etag } };
  return isNamed(headers['if-none-match'], etag) ? { ...tagged, status: 304, body: '' } : tagged;
}

/** Whether a list of ETags names this one. Caches may have made it weak: the body is the same in meaning. */
const isNamed = (list = '', etag: string): boolean =>
  list.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
