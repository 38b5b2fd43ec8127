/** What a seller's pages put in the place of an ad: `/p/SLUG` shows one, `/c/ID` follows a click. */
import type { IncomingMessage } from 'node:http';
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

/** A world with what serves ads in it. */
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
 * The ad to show now, by weight in a group; an empty answer where nothing is shown. An impression is an answer that has
 * a browser show an ad: 200, or 304, upon which it shows the copy that it has.
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

/** Whether JSON is named and HTML is not; browsers that open the address name HTML. */
const prefersJson = (accept = ''): boolean => accept.includes('application/json') && !accept.includes('text/html');

const clickPath = new RegExp(`^/c/(${uuidPattern})$`);

/** Leads on to where the stored ad leads; nothing in the request has a say in that. */
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
 * A fragment for a seller's page; opened by itself, e.g. in an iframe, it loads the ad's frame and nothing else. What an
 * advertiser wrote runs in no page of ours or of the seller's: the sandboxed frame has an origin of its own, and holds
 * the link that a click follows.
 */
function asHtml({ slug }: PublicPlacement, ad: ServedAd | null): HttpResponse {
  const sourceOf = (url: string | undefined | null) => (url ? new URL(url).origin : "'none'");
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: ad ? `<div class="placard-ad" data-placement="${escapeHtml(slug)}">${frameOf(ad) || imageOf(ad)}</div>` : '',
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-src ${sourceOf(ad?.frameUrl)}; img-src ${sourceOf(ad?.image?.url)}; base-uri 'none'; form-action 'none'`,
    },
  };
}

const frameOf = ({ frameUrl }: ServedAd): string =>
  frameUrl
    ? `<iframe src="${escapeHtml(frameUrl)}" sandbox="${frameSandbox}" title="Advertisement" loading="lazy" referrerpolicy="no-referrer" style="border:0;width:100%"></iframe>`
    : '';

/** An image, with a link over it that a click follows. */
function imageOf({ image, clickUrl }: ServedAd): string {
  if (!image) return '';
  const size = image.width && image.height ? ` width="${image.width}" height="${image.height}"` : '';
  const picture = `<img src="${escapeHtml(image.url)}"${size} alt="Advertisement" loading="lazy" style="max-width:100%;height:auto">`;
  return clickUrl
    ? `<a href="${escapeHtml(clickUrl)}" target="_blank" rel="noopener noreferrer">${picture}</a>`
    : picture;
}
