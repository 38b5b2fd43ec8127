/** The hosts of this machine in URLs and in the header Host. A name that anyone else can register is none of them. */
export const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

/** True if a URL leads to this machine. The names below localhost are reserved for that too (RFC 6761). */
export function isLoopbackUrl(url: string): boolean {
  const { hostname = '' } = URL.parse(url) ?? {};
  return loopbackHosts.includes(hostname) || hostname.endsWith('.localhost');
}
