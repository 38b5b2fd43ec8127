/**
 * Serves the HTML of ads in a separate document without an origin. Ad HTML is never part of another page of ours
 * (decision 11).
 */

import { filesPath } from '../../files/addresses.ts';
import type { Ad } from '../../generated/prisma/client.ts';
import { contentPolicy } from '../../http/content-policy.ts';
import { escapeHtml, type HttpResponse, type Route } from '../../http/route.ts';
import { limits } from '../../limits.ts';
import { derivedToken, hashOf, matchesHash } from '../../platform/secrets.ts';
import { uuidPattern } from '../../platform/uuid.ts';
import { usedAddress } from '../../platform/web-address.ts';
import type { AppServices } from '../../services/services.ts';

type Configured = Pick<AppServices, 'config'>;
type FramedAd = Pick<Ad, 'id' | 'status' | 'html' | 'targetUrl' | 'altText'>;

const path = '/f/';

/**
 * Permissions of a frame as `sandbox` tokens. Without `allow-same-origin` it has an opaque origin. Whether scripts run is decided
 * by the policy of the response.
 */
export const frameSandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/**
 * Attributes of a link to a click. The server reads the origin of the page, and its redirect passes it on as the seller of the
 * placement has decided: nothing, by default.
 */
export const clickLink = 'rel="noopener" referrerpolicy="origin"';

/** The same without scripts. */
const sandboxWithoutScripts = 'allow-popups allow-popups-to-escape-sandbox';

/** URL prefix of all frames, which pages with ads name as `frame-src`. */
export const framesAt = ({ config }: Configured): string => `${config.publicUrl}${path}`;

/**
 * The frame URL of an ad, a capability: it is derived from the secret, the content, and whether the ad is published. It
 * expires when the content changes or the publication ends. An ad without HTML has none.
 */
export const frameUrlOf = ({ config }: Configured, ad: FramedAd): string =>
  `${framesAt({ config })}${ad.id}/${keyOf({ config }, ad)}`;

const isPublished = ({ status }: FramedAd): boolean => status === 'PUBLISHED';

/** The key of a draft differs from that of the same content when it is published. */
function keyOf({ config }: Configured, ad: FramedAd): string {
  const content = hashOf(JSON.stringify([ad.html, ad.targetUrl, ...(ad.altText === null ? [] : [ad.altText])]));
  // A release with another policy has other URLs, because browsers store the response.
  const policy = hashOf(policyOf({ config }, false));
  return derivedToken(config.secret, `frame:${isPublished(ad) ? 'public' : 'preview'}:${ad.id}:${content}:${policy}`);
}

/** The page `/f/:adId/:key`. */
export const frameRoutes = (app: AppServices): Route[] => [{ path, get: (_request, url) => answer(app, url.pathname) }];

const address = new RegExp(`^/f/(${uuidPattern})/([\\w-]{43})$`);

async function answer(app: AppServices, pathname: string): Promise<HttpResponse> {
  const [, id, key] = address.exec(pathname) ?? [];
  // The key authorizes the request.
  const include = { item: { select: { priceOption: { select: { space: true } } } } } as const;
  const ad = id && key ? await app.db.ad.findUnique({ where: { id }, include }) : null;
  if (!ad?.html || ad.takenDownAt || !key || !matchesHash(key, hashOf(keyOf(app, ad))))
    return { ...frameWith(policyOf(app, false)), status: 404, body: '' };
  const allowsRemoteContent = ad.item?.priceOption.space.allowsRemoteContent ?? false;
  const frame = frameWith(policyOf(app, allowsRemoteContent));
  // A consent can be withdrawn, so browsers do not store what depends on it.
  const isCached = isPublished(ad) && !allowsRemoteContent;
  const cached = { 'cache-control': `public, max-age=${limits.frameCacheSeconds}, immutable` };
  return { ...frame, body: documentOf(ad, ad.html), headers: { ...frame.headers, ...(isCached ? cached : {}) } };
}

/**
 * The ad is in a nested iframe, so that its content and scripts cannot reach the link on top of it: every click leads to
 * the reviewed target and is counted. With a link, the ad itself can open nothing and receives neither clicks nor keys.
 */
function documentOf({ id, targetUrl, altText }: FramedAd, html: string): string {
  const target = usedAddress(targetUrl);
  const title = escapeHtml(altText ?? target?.hostname ?? 'Content');
  const link = `<a href="../../c/${id}" target="_blank" ${clickLink} aria-label="${title}"></a>`;
  const inner = target ? 'sandbox="allow-scripts" inert' : `sandbox="${frameSandbox}"`;
  // The margin is that of a page, and would move an ad that has the size of its space.
  const content = `<!doctype html><style>body{margin:0}</style>${html}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>html,body{height:100%;margin:0}iframe{display:block;width:100%;height:100%;border:0}a{position:fixed;inset:0}</style>
<iframe ${inner} title="${title}" srcdoc="${escapeHtml(content)}"></iframe>${target ? link : ''}</html>`;
}

/** The directives of every frame. */
const common = {
  // Even if the document is opened directly, it has an opaque origin, so it has no cookies and no storage, and no
  // page of ours is within its reach. It cannot submit forms, open dialogs, or navigate its parent.
  sandbox: frameSandbox,
  // No fetch, no WebSocket, no beacon, to any host.
  'connect-src': "'none'",
  // No frames inside the ad. Because the ad is in a frame itself, it cannot navigate that frame either: a script that sets
  // `location`, or a meta refresh, is blocked.
  'frame-src': "'none'",
  // Any page may frame an ad, including sandboxed pages and local files, which `*` excludes.
  'frame-ancestors': null,
} as const;

/**
 * The policy of a frame. Everything that is not listed is blocked: plugins, workers, manifests, prefetches.
 *
 * Without the consent of its space, an ad shows what was reviewed: it loads only what is inline or was uploaded, which never
 * changes, and runs no script, which could show something else at another time.
 */
const policyOf = ({ config }: Configured, allowsRemoteContent: boolean): string =>
  contentPolicy(
    allowsRemoteContent
      ? {
          ...common,
          // Only inline scripts run: a script of another host was not reviewed.
          'script-src': "'unsafe-inline'",
          'style-src': "'unsafe-inline' https: data:",
          'img-src': `${config.publicUrl}${filesPath} https: data:`,
          'font-src': 'https: data:',
          'media-src': 'https: data:',
        }
      : {
          ...common,
          sandbox: sandboxWithoutScripts,
          'style-src': "'unsafe-inline'",
          'img-src': `${config.publicUrl}${filesPath} data:`,
          'font-src': 'data:',
          'media-src': 'data:',
        },
  );

/** Browser features that are disabled, even if the document is opened directly. */
const features = ['camera', 'display-capture', 'fullscreen', 'geolocation', 'microphone', 'payment', 'usb'];

const frameWith = (policy: string) => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  headers: {
    'content-security-policy': policy,
    'permissions-policy': features.map((feature) => `${feature}=()`).join(', '),
    // It may be loaded only as a document.
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex',
    // Names of other hosts are not looked up before a click.
    'x-dns-prefetch-control': 'off',
  },
});
