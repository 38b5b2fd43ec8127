/** The HTML of the setup page. Ad HTML never runs on it: the saved ad is shown in a sandboxed frame. */
import { filePath } from '../../files/addresses.ts';
import { imageTypes } from '../../files/image.ts';
import { escapeHtml, type HttpResponse } from '../../http/route.ts';
import { limits } from '../../limits.ts';
import { languageOf, type PageText, pageText } from '../../pages/catalogues.ts';
import { notice, type PageFrame, renderPage } from '../../pages/layout.ts';
import { usedAddress } from '../../platform/web-address.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { formatOf } from '../../spaces/space-fields.ts';
import { checkAdStep } from '../ad.ts';
import { frameSandbox, framesAt, frameUrlOf } from '../serving/sandboxed-frame.ts';
import { fileSizeScript } from './file-size-script.ts';
import type { Rejection, Setup, SetupAd } from './read-setup.ts';
import { type FormContent, type Problem, reasonOf, sizeOf } from './setup-problems.ts';

/** A form that was refused. */
export interface RefusedForm {
  readonly adId: string;
  readonly problem: Problem;
  readonly content: FormContent;
  readonly status: number;
}

/** Values that all parts of the page use. */
interface View {
  readonly app: OrderServices;
  readonly text: PageText<'setup'>;
  /** BCP 47 tag of the language. */
  readonly tag: string;
}

export function setupView(
  app: OrderServices,
  frame: PageFrame,
  { ads, rejections, expiresAt, timeZone, orderNumber, sellerName }: Setup,
  refused?: RefusedForm,
): HttpResponse {
  const locale = { language: frame.language, timeZone };
  const text = pageText('setup', locale, { seller: sellerName, number: orderNumber });
  const view: View = { app, text, tag: languageOf(frame.language).tag };
  const isElsewhere = refused && !ads.some(({ id }) => id === refused.adId);
  const sections = ads.map((ad) =>
    section(view, ad, rejections.get(ad.id), refused?.adId === ad.id ? refused : undefined),
  );
  return renderPage(frame, {
    title: text.say('title'),
    body: `<p>${escapeHtml(text.say('introduction'))}</p>
${isElsewhere ? problemBox(view, refused.problem) : ''}${sections.join('\n')}
<p class="muted small">${escapeHtml(text.say('expires', { expiry: text.moment(expiresAt) }))}</p>`,
    status: refused?.status ?? 200,
    hasForms: true,
    script: fileSizeScript,
    framesAt: framesAt(app),
  });
}

function problemBox({ text, tag }: View, problem: Problem): string {
  const reason = escapeHtml(reasonOf(problem, text, tag));
  return notice('bad', `<p><b>${escapeHtml(text.say('problem'))}</b></p><p>${reason}</p>`, { isAlert: true });
}

function section(view: View, ad: SetupAd, rejection: Rejection | undefined, refused?: RefusedForm): string {
  const { say } = view.text;
  const mayChange = !checkAdStep(ad, 'saveAdDraft', ['advertiser']);
  const content = {
    html: ad.html ?? undefined,
    targetUrl: usedAddress(ad.targetUrl)?.href,
    altText: ad.altText ?? undefined,
  };
  const parts = [
    `<h2>${escapeHtml(ad.name)}</h2>`,
    itemLineOf(view, ad),
    `<p class="muted">${escapeHtml(say(ad.status))}</p>`,
    ad.takenDownAt ? notice('bad', paragraphs(say('takenDown'), ad.takenDownReason)) : '',
    rejection && mayChange ? rejectionBox(view, rejection) : '',
    mayChange ? rulesOf(view, ad) : '',
    refused ? problemBox(view, refused.problem) : '',
    mayChange ? formOf(view, ad, refused?.content ?? content, refused?.problem) : textOf(view, ad),
    ad.html ? previewOf(view, ad) : '',
  ];
  return `<section class="card" id="ad-${ad.id}">${parts.filter(Boolean).join('\n')}</section>`;
}

const paragraphs = (title: string, reason: string | null): string =>
  `<p><b>${escapeHtml(title)}</b></p>${reason ? `<p class="preserve" dir="auto">${escapeHtml(reason)}</p>` : ''}`;

function rejectionBox({ text: { say } }: View, { reason }: Rejection): string {
  const advice = say(reason ? 'rejectedAdvice' : 'rejectedWithoutReason');
  return notice('warn', `${paragraphs(say('rejected'), reason)}<p>${escapeHtml(advice)}</p>`);
}

/** The item of the ad, with the size or length of its space; empty for an ad without an item. */
function itemLineOf({ text: { say } }: View, { item }: SetupAd): string {
  if (!item) return '';
  const { width, height, words, seconds } = formatOf(item.priceOption.space);
  const sizes = [
    ...(width !== null && height !== null ? [say('spaceSize', { width, height })] : []),
    ...(words === null ? [] : [say('spaceWords', { count: words })]),
    ...(seconds === null ? [] : [say('spaceSeconds', { count: seconds })]),
  ];
  return `<p dir="auto"><b>${escapeHtml(item.title)}</b>${sizes.map((size) => `<br>${escapeHtml(size)}`).join('')}</p>`;
}

const maxBytesOf = (ofSpace: number | null | undefined): number =>
  Math.min(ofSpace ?? limits.files.adImageBytes, limits.files.adImageBytes);

/** The creative rules of the space of the ad. An ad without a space is restricted by the limits for all ads only. */
function rulesOf({ text: { say }, tag }: View, { item }: SetupAd): string {
  const space = item?.priceOption.space;
  if (!space) return '';
  const { acceptsHtml, acceptsImages, maxHtmlCharacters, maxImageBytes, imageWidth, imageHeight } = space;
  const bound = space.isImageSizeExact ? 'exact' : 'max';
  const sides =
    imageWidth !== null && imageHeight !== null
      ? [say(`${bound}Size`, { width: imageWidth, height: imageHeight })]
      : [
          ...(imageWidth === null ? [] : [say(`${bound}Width`, { width: imageWidth })]),
          ...(imageHeight === null ? [] : [say(`${bound}Height`, { height: imageHeight })]),
        ];
  const size = sizeOf(maxBytesOf(maxImageBytes), tag);
  const plain = maxHtmlCharacters === null ? say('acceptsText') : say('acceptsTextUpTo', { max: maxHtmlCharacters });
  const remote = say(space.allowsRemoteContent ? 'remoteContentAllowed' : 'remoteContentBlocked');
  const rules = [
    ...(acceptsHtml ? [plain, remote] : []),
    ...(acceptsImages ? [say('acceptsImage', { size }), ...sides] : []),
  ];
  return `<div><h3>${escapeHtml(say('accepts'))}</h3><ul>${rules.map((rule) => `<li>${escapeHtml(rule)}</li>`).join('')}</ul></div>`;
}

/** Preview of the saved ad. */
function previewOf({ app, text: { say } }: View, ad: SetupAd): string {
  const title = escapeHtml(say('preview'));
  return `<h3>${title}</h3><iframe sandbox="${frameSandbox}" src="${escapeHtml(frameUrlOf(app, ad))}" title="${title} – ${escapeHtml(ad.name)}" loading="lazy"></iframe>`;
}

/** The content as text. */
function textOf(view: View, ad: SetupAd): string {
  const { say } = view.text;
  const address = usedAddress(ad.targetUrl)?.href;
  const target = address ? say('opens', { address }) : say('opensNothing');
  return `${imageOf(view, ad) || `<pre dir="auto">${escapeHtml(ad.html ?? '')}</pre>`}<p>${escapeHtml(target)}</p>`;
}

/** The image with a URL relative to the page; empty if the ad has none. */
const imageOf = ({ app: { config }, text: { say } }: View, { image }: SetupAd): string =>
  image
    ? `<p><img src="..${filePath(config, image)}" alt="${escapeHtml(say('currentImage'))}" width="${image.width}" height="${image.height}"></p>`
    : '';

/** The form of an ad. The file comes last, so that the other fields can be read if it is too large. */
function formOf(
  view: View,
  ad: SetupAd,
  { html = '', targetUrl = '', altText = '', uploaded, isWithoutImage }: FormContent,
  problem: Problem | undefined,
): string {
  const { say } = view.text;
  const label = (field: string, text: string) => `<label for="${field}-${ad.id}">${escapeHtml(text)}</label>`;
  const control = (field: Problem['field'], described = '') =>
    `id="${field}-${ad.id}"${described && ` aria-describedby="${described}-${ad.id}"`}${problem?.field === field ? ' aria-invalid="true"' : ''}`;
  const note = (id: string, text: string) => `<p class="muted small" id="${id}-${ad.id}">${escapeHtml(text)}</p>`;
  const image = imageOf(view, ad);
  const keptImage = uploaded
    ? `<input type="hidden" name="uploaded" value="${escapeHtml(uploaded.id)}"><input type="hidden" name="uploadedName" value="${escapeHtml(uploaded.name)}">${notice('good', `<p>${escapeHtml(say('uploaded', { name: uploaded.name }))}</p>`)}`
    : '';
  const remove =
    image || keptImage
      ? `<label class="choice"><input type="checkbox" name="withoutImage"${isWithoutImage ? ' checked' : ''}> ${escapeHtml(say('removeImage'))}</label>`
      : '';
  const maxBytes = maxBytesOf(ad.item?.priceOption.space.maxImageBytes);
  const size = sizeOf(maxBytes, view.tag);
  // A textarea drops the first line break after its tag.
  return `<form method="post" enctype="multipart/form-data" novalidate><input type="hidden" name="ad" value="${ad.id}">
<div class="field">${label('html', say('text'))}<textarea name="html" rows="8" dir="auto" ${control('html')}>
${escapeHtml(html)}</textarea></div>
<div class="field">${label('targetUrl', say('target'))}<input name="targetUrl" type="url" inputmode="url" autocomplete="url" value="${escapeHtml(targetUrl)}" ${control('targetUrl', 'target-note')}>${note('target-note', say('targetExample'))}</div>
<div class="field">${label('altText', say('altText'))}<input name="altText" dir="auto" value="${escapeHtml(altText)}" ${control('altText', 'alt-note')}>${note('alt-note', say('altTextHelp'))}</div>
${keptImage}${image}${remove}
<div class="field">${label('image', say('image'))}<input type="file" name="image" accept="${imageTypes.join(',')}" data-max-bytes="${maxBytes}" data-problem="image-problem-${ad.id}" ${control('image', 'image-note')}>${note('image-note', say('imageLimit', { size }))}<p id="image-problem-${ad.id}" role="alert" hidden>${escapeHtml(say('problemSizeChosen', { size }))}</p></div>
<div class="row"><button class="primary" name="action" value="submit">${escapeHtml(say('submit'))}</button><button name="action" value="save">${escapeHtml(say('save'))}</button></div></form>`;
}
