/** The network address of a caller, by which anonymous callers are counted. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address from which a request was sent. Each reverse proxy appends the address of its own caller to X-Forwarded-For, so
 * only the entries of the proxies in front of this server are trusted; anyone can send the entries before them.
 */
export function callerAddress(
  { trustedProxies }: { readonly trustedProxies: number },
  request: IncomingMessage | undefined,
): string {
  const peer = request?.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return peer;
  const header = request?.headers['x-forwarded-for'] ?? '';
  const forwarded = String(header)
    .split(',')
    .map((address) => address.trim());
  const address = forwarded.at(-trustedProxies) ?? '';
  return isIP(address) ? address : peer;
}
