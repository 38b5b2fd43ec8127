/**
 * The page behind a mailed setup link: lists the ads of the order and accepts their content. The token in the URL is the
 * only authorization; there are no cookies, so no other site can act for the visitor.
 */

import type { IncomingMessage } from 'node:http';
import { findSetupLinkHolder } from '../../access/setup-link-tokens.ts';
import type { SetupLinkHolder } from '../../access/viewer.ts';
import { pageFrameFor } from '../../branding/page-frame.ts';
import { fileNameOf } from '../../files/file-name.ts';
import { uploadAdImage } from '../../files/uploads.ts';
import { rateLimitKeyOf } from '../../http/caller-address.ts';
import type { HttpResponse, ReadForm, Route } from '../../http/route.ts';
import { brokenLinkPage, rateLimitPage } from '../../pages/error-page.ts';
import type { PageFrame } from '../../pages/layout.ts';
import { RateLimited, Refusal } from '../../platform/errors.ts';
import { cleanText } from '../../platform/text.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { AdNotFound } from '../ad.ts';
import { takeAdStep } from '../take-ad-step.ts';
import { readFormStart } from './form-start.ts';
import { readSetup, readSetupAds } from './read-setup.ts';
import { type FormContent, problemOf } from './setup-problems.ts';
import { type RefusedForm, setupView } from './setup-view.ts';

const path = '/setup/';

/** The page `/setup/:token`: GET lists the ads, POST saves one of them and, if asked to, submits it. */
export const setupRoutes = (app: OrderServices): Route[] => [
  {
    path,
    get: (request, url) => forHolder(app, request, url, (holder, frame) => show(app, frame, holder)),
    postForm: (read, request, url) =>
      forHolder(app, request, url, async (holder, frame) => {
        const refused = await handleForm(app, holder, { read, request });
        if (refused) return show(app, frame, holder, refused);
        // Redirect to a GET, so that reloading the page does not send the form again.
        return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { location: url.pathname } };
      }),
  },
];

/** Handles requests with a valid token; all others get the same answer that the link does not work. */
async function forHolder(
  app: OrderServices,
  request: IncomingMessage,
  url: URL,
  answer: (holder: SetupLinkHolder, frame: PageFrame) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const frame = await pageFrameFor(app, request);
  const rateLimitKey = rateLimitKeyOf(app.config, request);
  try {
    await app.rateLimiter.consume('operations', rateLimitKey);
    const holder = await findSetupLinkHolder(app, { token: url.pathname.slice(path.length), rateLimitKey });
    return holder ? await answer(holder, frame) : brokenLinkPage(frame);
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    return rateLimitPage(frame, error.retryAfterSeconds);
  }
}

const show = async (
  app: OrderServices,
  frame: PageFrame,
  holder: SetupLinkHolder,
  refused?: RefusedForm,
): Promise<HttpResponse> => setupView(app, frame, await readSetup(app, holder), refused);

/** Saves an ad, and submits it if the form asks for it. Returns the form with the problem if it is refused. */
async function handleForm(
  app: OrderServices,
  holder: SetupLinkHolder,
  { read, request }: { read: ReadForm; request: IncomingMessage },
): Promise<RefusedForm | undefined> {
  let form: FormData;
  try {
    form = await read();
  } catch (error) {
    const isTooLarge = error instanceof Refusal && error.definition.code === 'BODY_TOO_LARGE';
    const start = isTooLarge ? await readFormStart(request) : undefined;
    if (!isTooLarge || !start) throw error;
    const content = contentIn(start);
    return {
      adId: textIn(start, 'ad') ?? '',
      problem: problemOf(error, { ...content, hasImage: true }),
      content,
      status: 413,
    };
  }
  const adId = textIn(form, 'ad') ?? '';
  let content = contentIn(form);
  let imageId: string | undefined;
  try {
    const ad = (await readSetupAds(app, holder)).find(({ id }) => id === adId);
    if (!ad) throw new AdNotFound();
    const uploaded = await uploadImage(app, holder, form);
    content = { ...content, uploaded: uploaded ?? content.uploaded };
    imageId = content.uploaded?.id ?? (form.has('withoutImage') ? undefined : (ad.imageId ?? undefined));
    const { html, targetUrl, altText } = content;
    await takeAdStep(app, holder, { adId, step: 'saveAdDraft', input: { html, targetUrl, altText, imageId } });
    content = { html, targetUrl, altText };
    if (form.get('action') === 'submit') await takeAdStep(app, holder, { adId, step: 'submitAd', input: {} });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { adId, problem: problemOf(error, { ...content, hasImage: imageId !== undefined }), content, status: 422 };
  }
}

/** The text of a form field; forms send CRLF line ends. */
function textIn(form: FormData, field: string): string | undefined {
  const input = form.get(field);
  return typeof input === 'string' ? cleanText(input).replaceAll('\r\n', '\n').trim() || undefined : undefined;
}

function contentIn(form: FormData): FormContent {
  const id = textIn(form, 'uploaded');
  const isKept = id !== undefined && isUuid(id) && !form.has('withoutImage');
  return {
    html: textIn(form, 'html'),
    targetUrl: textIn(form, 'targetUrl'),
    altText: textIn(form, 'altText'),
    isWithoutImage: form.has('withoutImage'),
    uploaded: isKept ? { id, name: textIn(form, 'uploadedName') ?? '' } : undefined,
  };
}

/** Stores the image of the form; undefined if none was chosen. */
async function uploadImage(
  app: OrderServices,
  holder: SetupLinkHolder,
  form: FormData,
): Promise<FormContent['uploaded']> {
  const input = form.get('image');
  // Without a choice, a browser sends a file without a name and without bytes.
  if (input === null || typeof input === 'string' || input.size === 0) return undefined;
  const bytes = Buffer.from(await input.arrayBuffer());
  const file = await uploadAdImage(app, holder, { name: input.name, bytes });
  return { id: file.id, name: fileNameOf(file) };
}
