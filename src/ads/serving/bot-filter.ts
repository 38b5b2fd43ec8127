import type { IncomingMessage } from 'node:http';
import { isBot } from 'isbot';

/**
 * True if a request comes from a visitor: a GET of a browser with a user agent that is not a self-declared bot and not a
 * prefetch. A request that hides this is counted.
 */
export function isVisit({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const userAgent = headers['user-agent'];
  return method === 'GET' && !isPrefetch(headers) && Boolean(userAgent) && !isBot(userAgent);
}

/** The headers in which browsers declare that the answer is not shown yet: the standard one, and those of older browsers. */
const purposeHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;

const isPrefetch = (headers: IncomingMessage['headers']): boolean =>
  purposeHeaders.some((name) => /prefetch|prerender|preview/i.test(String(headers[name])));

/**
 * True if a request is a click: a visit that navigates. If the browser sends the fetch destination, only documents count,
 * because an ad could use the click URL of another ad as an image.
 */
export const isClick = (request: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  isVisit(request) && ['document', undefined].includes(request.headers['sec-fetch-dest'] as string | undefined);
