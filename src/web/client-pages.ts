/** Serves the browser client: its files, and the page that starts it at the address of each of its pages. */
import type { IncomingMessage } from 'node:http';
import { basePathOf } from '../http/base-path.ts';
import { contentPolicy } from '../http/content-policy.ts';
import { conditional } from '../http/etag.ts';
import { escapeHtml, type HttpResponse } from '../http/route.ts';
import { renderPage } from '../pages/layout.ts';
import { plainBrand } from '../pages/page-brand.ts';
import type { ClientFiles } from './client-files.ts';

/** The configuration that the policy of the pages depends on. */
interface ClientConfig {
  readonly publicUrl: string;
}

/** The command that builds the client, as a sentence. */
export const buildAdvice = 'The browser client is not built. Run `npm run web:build`, and start the server again.';

/**
 * A function that answers a GET that no route handles; undefined if it is neither a file nor a navigation. Without `files`, the
 * client is not built, and its pages say so.
 */
export function createClientPages(
  config: ClientConfig,
  files: ClientFiles | undefined,
): (request: IncomingMessage, url: URL) => Promise<HttpResponse | undefined> {
  return async (request, url) => {
    const file = await files?.find(url.pathname, String(request.headers['accept-encoding'] ?? ''));
    if (file) {
      const response: HttpResponse = {
        status: 200,
        type: file.type,
        body: file.body,
        headers: {
          ...(file.encoding ? { 'content-encoding': file.encoding } : {}),
          vary: 'accept-encoding',
          'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      };
      return conditional(request, response);
    }
    if (!isNavigation(request)) return undefined;
    return files ? clientPage(config, files, { request, url }) : notBuiltPage();
  };
}

/** True if a browser opens the address as a page. */
const isNavigation = ({ headers }: IncomingMessage): boolean => headers.accept?.includes('text/html') ?? false;

/** The page that starts the client. It shows the client's own page for an unknown address, with the status for it. */
async function clientPage(
  config: ClientConfig,
  { readIndex, hasPage }: ClientFiles,
  { request, url }: { readonly request: IncomingMessage; readonly url: URL },
): Promise<HttpResponse> {
  const response: HttpResponse = {
    status: hasPage(url.pathname) ? 200 : 404,
    type: 'text/html; charset=utf-8',
    body: atBasePath(await readIndex(), basePathOf(config)),
    headers: {
      'cache-control': 'no-cache',
      'content-security-policy': policyFor(config),
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    },
  };
  return response.status === 200 ? conditional(request, response) : response;
}

/** The page with the addresses of its files, and with the path below which the client finds the server. */
const atBasePath = (index: string, basePath: string): string =>
  index
    .replaceAll(/(src|href)="\.\//g, `$1="${escapeHtml(basePath)}/`)
    .replace('<head>', `<head><meta name="base-path" content="${escapeHtml(basePath)}">`);

/** Nothing is loaded from elsewhere and no inline script or style runs. Ads are shown in frames of an origin of their own. */
function policyFor({ publicUrl }: ClientConfig): string {
  const { origin } = new URL(publicUrl);
  return contentPolicy({
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': `'self' data: blob: ${origin}`,
    'connect-src': `'self' ${origin} ${origin.replace(/^http/, 'ws')}`,
    'frame-src': `'self' ${publicUrl}/f/`,
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
  });
}

const notBuiltPage = (): HttpResponse =>
  renderPage(
    { brand: plainBrand, language: 'EN' },
    { title: 'Not built', body: `<p>${escapeHtml(buildAdvice)}</p>`, status: 503 },
  );
