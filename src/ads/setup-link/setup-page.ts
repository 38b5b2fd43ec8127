/**
 * The page behind a mailed setup link: lists the ads of the order and accepts their content. The token in the URL is the
 * only authorization; there are no cookies, so no other site can act for the visitor.
 */
import type { IncomingMessage } from 'node:http';
import { visibleAds } from '../../access/access.ts';
import { findSetupLinkHolder } from '../../access/setup-link-tokens.ts';
import type { SetupLinkHolder } from '../../access/viewer.ts';
import { filePath } from '../../files/addresses.ts';
import { imageTypes } from '../../files/image.ts';
import { uploadWhole } from '../../files/uploads.ts';
import type { Ad, File } from '../../generated/prisma/client.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { escapeHtml, type HttpResponse, page, type Route } from '../../http/route.ts';
import { limits } from '../../limits.ts';
import { RateLimited, Refusal } from '../../platform/errors.ts';
import { adState } from '../../process/ad.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { AdNotFound, checkAdStep } from '../ad.ts';
import { frameSandbox, framesAt, frameUrlOf } from '../serving/sandboxed-frame.ts';
import { takeAdStep } from '../take-ad-step.ts';

const path = '/setup/';

/** The page `/setup/:token`: GET lists the ads, POST saves one of them and, if asked to, submits it. */
export const setupRoutes = (app: OrderServices): Route[] => [
  {
    path,
    get: (request, url) => forHolder(app, request, url, (holder) => show(app, holder)),
    postForm: (read, request, url) =>
      forHolder(app, request, url, async (holder) => handleForm(app, holder, { form: await read(), url })),
  },
];

/** Handles requests with a valid token; all others get the same answer that the link is not valid. */
async function forHolder(
  app: OrderServices,
  request: IncomingMessage,
  url: URL,
  answer: (holder: SetupLinkHolder) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const rateLimitKey = callerAddress(app.config, request);
  try {
    await app.rateLimiter.consume('operations', rateLimitKey);
    const holder = await findSetupLinkHolder(app, { token: url.pathname.slice(path.length), rateLimitKey });
    return holder ? await answer(holder) : setupPage('<p>This link is invalid or no longer works.</p>', 404);
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    const limited = setupPage(`<p>${escapeHtml(error.message)}</p>`, 429);
    return { ...limited, headers: { ...limited.headers, 'retry-after': String(error.retryAfterSeconds) } };
  }
}

/** Rejected form values, shown again with the reason. */
interface Refused {
  readonly adId: string;
  readonly reason: string;
  readonly content: Content;
}

interface Content {
  readonly html: string | undefined;
  readonly targetUrl: string | undefined;
}

type ServedAd = Ad & { readonly image: File | null };

const adsOf = (app: OrderServices, holder: SetupLinkHolder): Promise<ServedAd[]> =>
  app.db.ad.findMany({
    where: visibleAds(holder),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { image: true },
  });

async function show(app: OrderServices, holder: SetupLinkHolder, refused?: Refused): Promise<HttpResponse> {
  const ads = await adsOf(app, holder);
  const isElsewhere = refused && !ads.some(({ id }) => id === refused.adId);
  const notice = isElsewhere ? reasonOf(refused) : '';
  const sections = ads.map((ad) => section(app, ad, refused)).join('\n');
  return setupPage(`${notice}${sections}`, refused ? 422 : 200, framesAt(app));
}

async function handleForm(
  app: OrderServices,
  holder: SetupLinkHolder,
  { form, url }: { form: FormData; url: URL },
): Promise<HttpResponse> {
  const adId = wordsIn(form, 'ad') ?? '';
  const content = { html: wordsIn(form, 'html'), targetUrl: wordsIn(form, 'targetUrl') };
  try {
    const ad = (await adsOf(app, holder)).find(({ id }) => id === adId);
    if (!ad) throw new AdNotFound();
    const imageId = await imageIdIn(app, holder, { form, ad });
    await takeAdStep(app, holder, { adId, step: 'saveAdDraft', input: { ...content, imageId } });
    if (form.get('action') === 'submit') await takeAdStep(app, holder, { adId, step: 'submitAd', input: {} });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(app, holder, { adId, reason: error.message, content });
  }
  // Redirect to a GET, so that reloading the page does not send the form again.
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { location: url.pathname } };
}

/** The value of a form field; forms send CRLF line ends. */
function wordsIn(form: FormData, field: string): string | undefined {
  const input = form.get(field);
  return typeof input === 'string' ? input.replaceAll('\r\n', '\n').trim() || undefined : undefined;
}

/** The new image of the ad: the uploaded one, or the current one unless it is removed. */
async function imageIdIn(
  app: OrderServices,
  holder: SetupLinkHolder,
  { form, ad }: { form: FormData; ad: Ad },
): Promise<string | undefined> {
  const input = form.get('image');
  // Without a choice, a browser sends a file without a name and without bytes.
  if (input === null || typeof input === 'string' || input.size === 0)
    return form.has('withoutImage') ? undefined : (ad.imageId ?? undefined);
  const bytes = Buffer.from(await input.arrayBuffer());
  return (await uploadWhole(app, holder, { name: input.name, bytes })).id;
}

const reasonOf = ({ reason }: Refused): string => `<p class="refused">${escapeHtml(reason)}</p>`;

function section(app: OrderServices, ad: ServedAd, refused: Refused | undefined): string {
  const status = adState(ad.status).title;
  const image = imageOf(app, ad);
  const mine = refused?.adId === ad.id ? refused : undefined;
  const mayChange = !checkAdStep(ad, 'saveAdDraft', ['advertiser']);
  const body = mayChange ? formOf(ad, image, mine?.content ?? contentOf(ad)) : textOf(contentOf(ad), image);
  return `<section><h2>${escapeHtml(ad.name)}</h2><p class="status">${escapeHtml(status)}</p>${mine ? reasonOf(mine) : ''}${body}${ad.html ? previewOf(frameUrlOf(app, ad)) : ''}</section>`;
}

/** Preview of the saved ad. */
const previewOf = (url: string): string =>
  `<iframe sandbox="${frameSandbox}" src="${escapeHtml(url)}" title="Preview" loading="lazy"></iframe>`;

const contentOf = ({ html, targetUrl }: Ad): Content => ({
  html: html ?? undefined,
  targetUrl: targetUrl ?? undefined,
});

/** The content as text: ad HTML never runs on this page. */
const textOf = ({ html = '', targetUrl = '–' }: Content, image: string): string =>
  `${image || `<pre>${escapeHtml(html)}</pre>`}<p>A click leads to: ${escapeHtml(targetUrl)}</p>`;

/** The image with a URL relative to the page; undefined if the ad has none. */
const imageOf = ({ config }: OrderServices, { image }: ServedAd): string =>
  image
    ? `<p><img src="..${filePath(config, image)}" alt="The image of the ad" width="${image.width}" height="${image.height}"></p>`
    : '';

const formOf = ({ id }: Ad, image: string, { html = '', targetUrl = '' }: Content): string =>
  // A textarea drops the first line break after its tag.
  `<form method="post" enctype="multipart/form-data"><input type="hidden" name="ad" value="${id}">
<label>Text or HTML of the ad<textarea name="html" rows="8">
${escapeHtml(html)}</textarea></label>
${image}<label>Or an image: PNG, JPEG, GIF or WebP, at most ${limits.files.bytes / 1_000_000} MB<input type="file" name="image" accept="${imageTypes.join(',')}"></label>
${image && '<label class="choice"><input type="checkbox" name="withoutImage"> Take the image out</label>\n'}<label>Where a click leads (https://…)<input name="targetUrl" value="${escapeHtml(targetUrl)}"></label>
<button name="action" value="submit">Save and submit for review</button> <button name="action" value="save">Save only</button></form>`;

const setupPage = (body: string, status = 200, frames = "'none'"): HttpResponse =>
  page(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Your ads – Placard</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1c2333}section{border:1px solid #d5d9e4;border-radius:8px;margin:1em 0;padding:.6em 1em}label{display:block;margin:.6em 0}textarea,input:not([type=checkbox]){display:block;width:100%;box-sizing:border-box;font:inherit}img{max-width:100%;height:auto}iframe{display:block;width:100%;height:16em;margin:1em 0 .4em;border:1px dashed #d5d9e4}pre{white-space:pre-wrap;overflow-wrap:anywhere}.status{color:#5c6478}.refused{color:#a3201d}</style>
<h1>Your ads</h1>
${body}</html>`,
    { status, hasForms: true, framesAt: frames },
  );
