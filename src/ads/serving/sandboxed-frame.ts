/**
 * The HTML of ads, shown in a document of its own that has nothing in common with our origin. It is shown at this
 * address alone: no page of ours ever holds it.
 */
import type { Ad } from '../../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../../http/route.ts';
import { limits } from '../../limits.ts';
import { derivedToken, hashOf, matchesHash } from '../../platform/secrets.ts';
import { uuidPattern } from '../../platform/uuid.ts';
import type { AppServices } from '../../services/services.ts';

type Configured = Pick<AppServices, 'config'>;
type FramedAd = Pick<Ad, 'id' | 'status' | 'html' | 'targetUrl'>;

const path = '/f/';

/** What a frame may do, in the words of the `sandbox` attribute. Without `allow-same-origin` its origin is nobody's. */
export const frameSandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** Under which address all frames are; a page that shows some names it as its `frame-src`. */
export const framesAt = ({ config }: Configured): string => `${config.publicUrl}${path}`;

/**
 * Where an ad is shown by itself, for anybody to frame. Whoever has the address may see it, and nobody can guess it:
 * it follows from the secret, the content, and whether the ad is published. So it is dead once the content changes or
 * the publication ends, and what it answers never changes. An ad without HTML is not shown there.
 */
export const frameUrlOf = ({ config }: Configured, ad: FramedAd): string =>
  `${framesAt({ config })}${ad.id}/${keyOf({ config }, ad)}`;

const isPublished = ({ status }: FramedAd): boolean => status === 'PUBLISHED';

/** A draft has another key than the same content when it is published: neither opens the other. */
function keyOf({ config }: Configured, ad: FramedAd): string {
  const content = hashOf(JSON.stringify([ad.html, ad.targetUrl]));
  return derivedToken(config.secret, `frame:${isPublished(ad) ? 'public' : 'preview'}:${ad.id}:${content}`);
}

/** The page `/f/:adId/:key`. */
export const frameRoutes = (app: AppServices): Route[] => [{ path, get: (_request, url) => answer(app, url.pathname) }];

const address = new RegExp(`^/f/(${uuidPattern})/([\\w-]{43})$`);

async function answer(app: AppServices, pathname: string): Promise<HttpResponse> {
  const [, id, key] = address.exec(pathname) ?? [];
  // Who may see it is decided by the key.
  const ad = id && key ? await app.db.ad.findUnique({ where: { id } }) : null;
  if (!ad?.html || !key || !matchesHash(key, hashOf(keyOf(app, ad)))) return { ...frame, status: 404, body: '' };
  const cached = { 'cache-control': `public, max-age=${limits.frameCacheSeconds}, immutable` };
  return {
    ...frame,
    body: documentOf(app, ad, ad.html),
    headers: { ...frame.headers, ...(isPublished(ad) ? cached : {}) },
  };
}

/**
 * The ad lies in a frame within the frame, so that what it holds, and what its scripts do, cannot reach the link that
 * lies over it: however the ad is written, a click leads where the seller has seen that it leads, and is counted. With
 * a link the ad itself may open nothing, and gets neither clicks nor keys.
 */
function documentOf({ config }: Configured, { id, targetUrl }: FramedAd, html: string): string {
  const link = `<a href="${escapeHtml(config.publicUrl)}/c/${id}" target="_blank" rel="noopener noreferrer" aria-label="Go to the advertiser"></a>`;
  const inner = targetUrl ? 'sandbox="allow-scripts" inert' : `sandbox="${frameSandbox}"`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Advertisement</title>
<style>html,body{height:100%;margin:0}iframe{display:block;width:100%;height:100%;border:0}a{position:fixed;inset:0}</style>
<iframe ${inner} title="Advertisement" srcdoc="${escapeHtml(html)}"></iframe>${targetUrl ? link : ''}</html>`;
}

const policy = [
  // Also where the document is opened by itself: its origin is nobody's, so it has no cookies and no storage, and no
  // page of ours is within its reach. It submits no form, opens no dialog, and does not navigate what it lies in.
  `sandbox ${frameSandbox}`,
  // What is not named below is not loaded: plugins, workers, manifests.
  "default-src 'none'",
  // Only what was given and reviewed runs: a script from elsewhere could be another one tomorrow.
  "script-src 'unsafe-inline'",
  // What an ad looks like may come from elsewhere, encrypted.
  "style-src 'unsafe-inline' https: data:",
  'img-src https: data:',
  'font-src https: data:',
  'media-src https: data:',
  // No fetch, no socket, no beacon: neither to our API nor to anybody.
  "connect-src 'none'",
  // No frames of its own; and since the ad lies in a frame itself, it cannot lead that one elsewhere either: a script
  // that sets `location`, or a meta refresh, is stopped.
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  // There is no frame-ancestors: ads are there to be framed, also by pages that are sandboxed or files themselves,
  // which `*` would leave out.
].join('; ');

/** What a frame asks no visitor for, also where it is opened by itself. */
const features = ['camera', 'display-capture', 'fullscreen', 'geolocation', 'microphone', 'payment', 'usb'];

const frame = {
  status: 200,
  type: 'text/html; charset=utf-8',
  headers: {
    'content-security-policy': policy,
    'permissions-policy': features.map((feature) => `${feature}=()`).join(', '),
    // Nobody loads it as anything but a document.
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  },
};
