/** The addresses that others may make this server call: public ones, over TLS. */
import { lookup as askResolver } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { ParsedAddress } from './web-address.ts';

/** Turns a name into addresses. */
export type Resolver = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Asks the system. */
export const systemResolver: Resolver = (hostname) =>
  new Promise((resolve, reject) => {
    askResolver(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * The name leads to no address that this server may call. The text is the same for a name that does not exist, so that the
 * log of deliveries does not show which names the network of this server knows.
 */
class TargetForbidden extends Error {
  constructor() {
    super('the name does not lead to a public address');
  }
}

/**
 * Parses an address that this server is to call: it is stored and called as it was checked. The problem is the reason why
 * it may not be called, whatever its name resolves to.
 */
export function parseTargetUrl(text: string, rule: { allowsAny: boolean }): ParsedAddress {
  const url = /[\s\p{Cc}]/u.test(text) ? null : URL.parse(text);
  if (!url) return { problem: 'must be an address that begins with https://' };
  const problem = targetProblem(url, rule);
  return problem === undefined ? { href: url.href } : { problem };
}

function targetProblem(url: URL, { allowsAny }: { allowsAny: boolean }): string | undefined {
  if (url.username || url.password) return 'must not contain a user name or a password';
  if (url.hash) return 'must not contain a fragment (#)';
  if (allowsAny && url.protocol === 'http:') return undefined;
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (allowsAny) return undefined;
  const port = Number(url.port || httpsPort);
  if (port !== httpsPort && port < firstOpenPort)
    return `must have the port ${httpsPort}, or one of at least ${firstOpenPort}`;
  // The parser has turned every spelling of an IPv4 address (hexadecimal, octal, one number) into the usual one.
  const literal = literalOf(url);
  return literal !== undefined && !isPublic(literal) ? 'must lead to a public address' : undefined;
}

const httpsPort = 443;
const firstOpenPort = 1_024;

/** The IP address that stands in an URL in the place of a name; undefined for a name. */
function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}

/**
 * True if an IP address is global unicast: not private, loopback, shared, reserved or for documentation, and no IPv6 form
 * that routers or hosts translate to IPv4. IANA assigns global IPv6 addresses only from 2000::/3.
 */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast));
}

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Resolves names for a connection and hands it public addresses only, so that what was checked is what is connected
 * to: a name that resolves to something else a moment later gains nothing. One address that is not public spoils all.
 */
export const safeLookup =
  (resolve: Resolver): LookupFunction =>
  (hostname, { all }, done) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (!first || found.some(({ address }) => !isPublic(address))) done(new TargetForbidden(), '', 0);
        else if (all) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      () => done(new TargetForbidden(), '', 0),
    );
  };
