/** The path of PUBLIC_URL, below which a proxy serves this server, e.g. `/market`. */
import type { IncomingMessage } from 'node:http';

interface BaseConfig {
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

/** The path without a slash at its end; empty if the server has a host of its own. */
export function basePathOf({ publicUrl }: BaseConfig): string {
  const { pathname } = new URL(publicUrl);
  return pathname === '/' ? '' : pathname;
}

/**
 * Removes the base path from the address of a request, so that all code sees the same paths. A proxy may have removed it
 * already.
 */
export function removeBasePath(config: BaseConfig, request: IncomingMessage): void {
  const basePath = basePathOf(config);
  const { url = '/' } = request;
  if (basePath === '' || !url.startsWith(basePath)) return;
  const rest = url.slice(basePath.length);
  if (rest === '' || rest.startsWith('?')) request.url = `/${rest}`;
  else if (rest.startsWith('/')) request.url = rest;
}
