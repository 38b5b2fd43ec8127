import type { IncomingMessage } from 'node:http';
import { isBot } from 'isbot';

/**
 * True if a request comes from a visitor: a GET of a browser with a user agent that is not a self-declared bot and not a
 * prefetch. A request that hides this is counted.
 */
export function isVisit({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const { 'user-agent': userAgent, 'sec-purpose': purpose } = headers;
  return method === 'GET' && !String(purpose).includes('prefetch') && Boolean(userAgent) && !isBot(userAgent);
}

/**
 * True if a request is a click: a visit that navigates. If the browser sends the fetch destination, only documents count,
 * because an ad could use the click URL of another ad as an image.
 */
export const isClick = (request: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  isVisit(request) && ['document', undefined].includes(request.headers['sec-fetch-dest'] as string | undefined);
