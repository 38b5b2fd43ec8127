/** Routes for the pages of sellers: `/p/SLUG` serves an ad, `/c/ID` follows a click. */
import type { IncomingMessage } from 'node:http';
import { contentPolicy, styleAttributeSources } from '../../http/content-policy.ts';
import { conditional } from '../../http/etag.ts';
import { escapeHtml, type HttpResponse, json, type Route } from '../../http/route.ts';
import { limits } from '../../limits.ts';
import { randomIntBelow } from '../../platform/secrets.ts';
import { uuidPattern } from '../../platform/uuid.ts';
import type { AppServices } from '../../services/services.ts';
import { AdNotFound } from '../ad.ts';
import { PlacementNotFound } from '../placements/change-placement.ts';
import { clickLink, frameSandbox } from './sandboxed-frame.ts';
import { type PublicPlacement, pickByWeight, type ServedAd, shownNow } from './servable-ads.ts';
import type { Serving } from './serving.ts';

/** Services of ad serving besides those of orders. */
export interface ServingServices extends AppServices {
  readonly serving: Serving;
}

/** The public addresses of placements and clicks. */
export const servingRoutes = (app: ServingServices): Route[] => [
  { path: '/p/', get: (request, url) => show(app, request, url) },
  { path: '/c/', get: (request, url) => follow(app, request, url) },
];

const readableAnywhere = { 'access-control-allow-origin': '*' };

/**
 * Serves the current ad, drawn by weight in a group; an empty response if there is none. An impression is a response that
 * makes a browser show an ad: 200, or 304, after which the browser shows its copy (decision 10).
 */
async function show(
  { config, serving, clock }: ServingServices,
  request: IncomingMessage,
  url: URL,
): Promise<HttpResponse> {
  const [, slug, ending] = /^\/p\/([a-z0-9-]{1,60})(\.json)?$/.exec(url.pathname) ?? [];
  const placement = slug === undefined ? null : await serving.placement(slug);
  if (!placement) throw new PlacementNotFound();
  const at = clock.now();
  const picked = pickByWeight(shownNow(placement, at), randomIntBelow);
  if (picked) serving.countVisit(request, picked.shown.id, 'impressions');
  const wantsJson = ending !== undefined || prefersJson(request.headers.accept);
  const shown = picked?.shown ?? null;
  const { headers, ...answer } = wantsJson
    ? asJson(placement, shown)
    : asHtml(placement, shown, { config, destination: destinationOf(request) });
  const endsInMs = (picked?.ad.endsAt?.getTime() ?? Number.POSITIVE_INFINITY) - at.getTime();
  const freshSeconds = Math.floor(Math.min(limits.serving.cachedMs, endsInMs) / 1_000);
  return conditional(request, {
    ...answer,
    headers: {
      ...readableAnywhere,
      ...headers,
      'cache-control': `public, max-age=${freshSeconds}`,
      vary: 'accept, sec-fetch-dest',
    },
  });
}

/** True if the Accept header names JSON and not HTML; browsers name HTML. */
const prefersJson = (accept = ''): boolean => accept.includes('application/json') && !accept.includes('text/html');

const clickPath = new RegExp(`^/c/(${uuidPattern})$`);

/** Redirects to the target of the stored ad, regardless of the request. */
async function follow({ serving }: ServingServices, request: IncomingMessage, url: URL): Promise<HttpResponse> {
  const [, adId] = clickPath.exec(url.pathname) ?? [];
  const target = adId === undefined ? null : await serving.target(adId);
  if (adId === undefined || target === null) throw new AdNotFound();
  serving.countVisit(request, adId, 'clicks');
  return {
    status: 302,
    type: 'text/plain; charset=utf-8',
    body: '',
    headers: { location: target.url, 'referrer-policy': target.referrerPolicy },
  };
}

/** A placement as JSON, with the ad in the same form as in the HTML. */
function asJson({ slug, name, kind }: PublicPlacement, ad: ServedAd | null): HttpResponse {
  if (!ad) return json(200, { slug, name, kind, ad });
  const { id: _, size, ...shown } = ad;
  return json(200, { slug, name, kind, ad: { ...shown, width: size?.width ?? null, height: size?.height ?? null } });
}

/** The use of an answer by the browser. Old browsers do not state it. */
type Destination = 'page' | 'fragment' | 'unknown';

function destinationOf({ headers: { 'sec-fetch-dest': destination } }: IncomingMessage): Destination {
  if (destination === undefined) return 'unknown';
  return destination === 'empty' ? 'fragment' : 'page';
}

/**
 * A page for a frame, or a fragment for a page of the seller. Ad HTML runs in no page of ours or of the seller: the sandboxed
 * frame has an opaque origin and contains the click link. In a page, the URLs are relative, so that it also works below a
 * path of the seller's own site. Names and texts are neutral, because content blockers hide elements by them.
 */
function asHtml(
  { slug }: PublicPlacement,
  ad: ServedAd | null,
  { config, destination }: { readonly config: AppServices['config']; readonly destination: Destination },
): HttpResponse {
  const sourceOf = (url: string | undefined | null) => (url ? `'self' ${new URL(url).origin}` : "'none'");
  const isFragment = destination === 'fragment';
  const content = ad && (frameOf(ad, { isFragment }) || imageOf(ad));
  const element = `<div data-placement="${escapeHtml(slug)}" style="height:100%">${content}</div>`;
  const body = isFragment ? element : pageOf(ad?.altText ?? '', element);
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: content ? (destination === 'page' ? body.replaceAll(`"${config.publicUrl}/`, '"../') : body) : '',
    headers: {
      'content-security-policy': contentPolicy({
        'style-src': styleAttributeSources(body),
        'frame-src': sourceOf(ad?.frameUrl),
        'img-src': sourceOf(ad?.image?.url),
        // Any page may frame it.
        'frame-ancestors': null,
      }),
    },
  };
}

const pageOf = (title: string, element: string): string =>
  `<!doctype html><html lang="en" style="height:100%"><title>${escapeHtml(title)}</title><body style="height:100%;margin:0">${element}`;

/** A frame of the size of the space. Without one it fills its container, which may have no height in a page of the seller. */
function frameOf({ frameUrl, size, altText }: ServedAd, { isFragment }: { readonly isFragment: boolean }): string {
  if (!frameUrl) return '';
  const sides = size
    ? `width:${size.width}px;height:${size.height}px;max-width:100%`
    : `width:100%;height:100%${isFragment ? ';min-height:250px' : ''}`;
  return `<iframe src="${escapeHtml(frameUrl)}" sandbox="${frameSandbox}" title="${escapeHtml(altText)}" loading="lazy" referrerpolicy="no-referrer" style="display:block;border:0;${sides}"></iframe>`;
}

/** An image under the click link. */
function imageOf({ image, clickUrl, size, altText }: ServedAd): string {
  if (!image) return '';
  const sides = size ? ` width="${size.width}" height="${size.height}"` : '';
  const picture = `<img src="${escapeHtml(image.url)}"${sides} alt="${escapeHtml(altText)}" loading="lazy" style="display:block;border:0;max-width:100%;height:auto">`;
  return clickUrl
    ? `<a href="${escapeHtml(clickUrl)}" target="_blank" ${clickLink} style="display:block;width:fit-content;max-width:100%">${picture}</a>`
    : picture;
}
