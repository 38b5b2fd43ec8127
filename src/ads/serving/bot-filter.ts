import type { IncomingMessage } from 'node:http';
import { isBot } from 'isbot';

/**
 * Whether a request is somebody's who sees or clicks: a GET of a browser that says which, says nothing of being a robot,
 * and does not fetch ahead. A simple rule: whoever lies about it is counted.
 */
export function isVisit({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const { 'user-agent': userAgent, 'sec-purpose': purpose } = headers;
  return method === 'GET' && !String(purpose).includes('prefetch') && Boolean(userAgent) && !isBot(userAgent);
}

/**
 * Whether a request is somebody's click: a visit that leads a page there. Where a browser says what an address is
 * fetched for, only a page counts: an ad could name the address of another one as an image of its own.
 */
export const isClick = (request: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  isVisit(request) && ['document', undefined].includes(request.headers['sec-fetch-dest'] as string | undefined);
