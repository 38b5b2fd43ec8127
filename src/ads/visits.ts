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
