/** The network address of a caller, by which anonymous callers are counted. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isInNetworks, type TrustedProxies } from '../platform/trusted-proxies.ts';

/** The configuration that the address of a caller depends on. */
interface ProxyConfig {
  readonly trustedProxies: TrustedProxies;
}

/**
 * The address from which a request was sent. Each reverse proxy appends the address of its own caller to X-Forwarded-For, so
 * only the entries of the proxies in front of this server are trusted; anyone can send the entries before them.
 */
export function callerAddress({ trustedProxies }: ProxyConfig, request: IncomingMessage | undefined): string {
  const peer = request?.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return peer;
  const forwarded = forwardedAddresses(request);
  if (typeof trustedProxies === 'number') return forwarded.at(-trustedProxies) ?? peer;
  // Every proxy that is trusted names its caller; the first address outside of the networks is the caller.
  let address = peer;
  while (isInNetworks(address, trustedProxies)) {
    const previous = forwarded.pop();
    if (previous === undefined) break;
    address = previous;
  }
  return address;
}

/** The range of addresses by which a caller is counted: one host, since an IPv6 host has a whole /64 to choose from. */
export const rateLimitKeyOf = (config: ProxyConfig, request: IncomingMessage | undefined): string =>
  networksOf(callerAddress(config, request)).host;

/** The entries of X-Forwarded-For, some with a port. Other entries than addresses are undefined. */
function forwardedAddresses(request: IncomingMessage | undefined): (string | undefined)[] {
  return String(request?.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => {
      const address = entry.trim().replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');
      return isIP(address) ? address : undefined;
    });
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
