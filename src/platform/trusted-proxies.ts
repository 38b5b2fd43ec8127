/** The setting TRUSTED_PROXIES: the reverse proxies whose entries in X-Forwarded-For are believed. */
import ipaddr from 'ipaddr.js';
import { wholeNumberIn } from './whole-number.ts';

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** The number of proxies that every request passes, or the networks in which proxies are. */
export type TrustedProxies = number | readonly Network[];

const maxProxies = 10;

/**
 * Parses a number of proxies, or networks and addresses that are separated by commas, e.g. `10.0.0.0/8, fd00::/8`.
 * Undefined if the text is neither.
 */
export function parseTrustedProxies(text: string): TrustedProxies | undefined {
  const count = wholeNumberIn(text, { min: 0, max: maxProxies });
  if (count !== undefined) return count;
  const networks = text.split(',').map((part) => parseNetwork(part.trim()));
  return networks.every((network) => network !== undefined) ? networks : undefined;
}

function parseNetwork(text: string): Network | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.process(text);
  return [address, address.toByteArray().length * 8];
}

/** True if one of the networks contains the address. */
export function isInNetworks(address: string, networks: readonly Network[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return networks.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
}
