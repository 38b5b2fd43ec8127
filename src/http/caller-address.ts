/** The network address of a caller, by which anonymous callers are counted. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

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

/** The ranges of addresses that belong together. */
export interface AddressNetworks {
  /** One host: an IPv4 address, or the /64 of an IPv6 address, in which a host chooses its addresses itself. */
  readonly host: string;
  /** The network around it: a /24 of IPv4, or a /48 of IPv6, which providers assign to one customer. */
  readonly network: string;
}

/** The ranges of an address of `callerAddress`. Anything else is a range of its own. */
export function networksOf(address: string): AddressNetworks {
  if (!ipaddr.isValid(address)) return { host: address, network: address };
  // An IPv4 address that a socket of both families reports as IPv6 is the IPv4 address.
  const parsed = ipaddr.process(address);
  const parts = parsed.toByteArray();
  const [hostBytes, networkBytes] = parsed.kind() === 'ipv4' ? ([4, 3] as const) : ([8, 6] as const);
  const range = (length: number) => `${parsed.kind()} ${parts.slice(0, length).join('.')}`;
  return { host: range(hostBytes), network: range(networkBytes) };
}
