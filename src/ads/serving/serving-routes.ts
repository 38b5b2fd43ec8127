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
import { isClick, isVisit } from './bot-filter.ts';
import { frameSandbox } from './sandboxed-frame.ts';
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
async function show({ serving, clock }: ServingServices, request: IncomingMessage, url: URL): Promise<HttpResponse> {
  const [, slug, ending] = /^\/p\/([a-z0-9-]{1,60})(\.json)?$/.exec(url.pathname) ?? [];
  const placement = slug === undefined ? null : await serving.placement(slug);
  if (!placement) throw new PlacementNotFound();
  const at = clock.now();
  const picked = pickByWeight(shownNow(placement, at), randomIntBelow);
  if (picked && isVisit(request)) serving.count(picked.shown.id, 'impressions');
  const wantsJson = ending !== undefined || prefersJson(request.headers.accept);
  const { headers, ...answer } = (wantsJson ? asJson : asHtml)(placement, picked?.shown ?? null);
  const endsInMs = (picked?.ad.endsAt?.getTime() ?? Number.POSITIVE_INFINITY) - at.getTime();
  const freshSeconds = Math.floor(Math.min(limits.serving.cachedMs, endsInMs) / 1_000);
  return conditional(request, {
    ...answer,
    headers: {
      ...readableAnywhere,
      ...headers,
      'cache-control': `public, max-age=${freshSeconds}`,
      vary: 'accept',
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
  if (isClick(request)) serving.count(adId, 'clicks');
  return { status: 302, type: 'text/plain; charset=utf-8', body: '', headers: { location: target } };
}

/** A placement as JSON, with the ad in the same form as in the HTML. */
function asJson({ slug, name, kind }: PublicPlacement, ad: ServedAd | null): HttpResponse {
  if (!ad) return json(200, { slug, name, kind, ad });
  const { id: _, ...shown } = ad;
  return json(200, { slug, name, kind, ad: shown });
}

/**
 * A fragment for a seller's page; opened directly, for example in an iframe, it loads only the frame of the ad. Ad HTML runs
 * in no page of ours or of the seller: the sandboxed frame has an opaque origin and contains the click link.
 */
function asHtml({ slug }: PublicPlacement, ad: ServedAd | null): HttpResponse {
  const sourceOf = (url: string | undefined | null) => (url ? new URL(url).origin : "'none'");
  const body = ad
    ? `<div class="placard-ad" data-placement="${escapeHtml(slug)}">${frameOf(ad) || imageOf(ad)}</div>`
    : '';
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body,
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

const frameOf = ({ frameUrl }: ServedAd): string =>
  frameUrl
    ? `<iframe src="${escapeHtml(frameUrl)}" sandbox="${frameSandbox}" title="Advertisement" loading="lazy" referrerpolicy="no-referrer" style="border:0;width:100%"></iframe>`
    : '';

/** An image with the click link on top. */
function imageOf({ image, clickUrl }: ServedAd): string {
  if (!image) return '';
  const size = image.width && image.height ? ` width="${image.width}" height="${image.height}"` : '';
  const picture = `<img src="${escapeHtml(image.url)}"${size} alt="Advertisement" loading="lazy" style="max-width:100%;height:auto">`;
  return clickUrl
    ? `<a href="${escapeHtml(clickUrl)}" target="_blank" rel="noopener noreferrer">${picture}</a>`
    : picture;
}
