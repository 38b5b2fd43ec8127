/** The page that a browser gets for an error; programs get JSON. */
import { escapeHtml, type HttpResponse } from '../http/route.ts';
import type { ErrorOccurrence } from '../platform/error-definitions.ts';
import { pageText } from './catalogues.ts';
import { type PageFrame, renderPage } from './layout.ts';

/** The texts of an error, by its code. */
const kinds = {
  NOT_FOUND: 'NOT_FOUND',
  FILE_NOT_FOUND: 'NOT_FOUND',
  PLACEMENT_NOT_FOUND: 'NOT_FOUND',
  RATE_LIMITED: 'RATE_LIMITED',
  BODY_TOO_LARGE: 'TOO_LARGE',
  BODY_INCOMPLETE: 'FORM',
  FORM_MALFORMED: 'FORM',
  MEDIA_TYPE: 'FORM',
  TEXT_INVALID: 'FORM',
  INTERNAL: 'INTERNAL',
} as const;

type ErrorKind = (typeof kinds)[keyof typeof kinds] | 'LINK' | 'REFUSED';

/** A page that says what is wrong and what to do. `status` and `headers` are those of the answer to a program. */
export function errorPage(
  frame: PageFrame,
  { definition: { code }, extensions }: ErrorOccurrence,
  { status, headers }: Pick<HttpResponse, 'status' | 'headers'>,
): HttpResponse {
  const kind = kinds[code as keyof typeof kinds] ?? 'REFUSED';
  const { retryAfterSeconds, requestId } = extensions;
  const { say } = pageText('error', { language: frame.language, timeZone: 'UTC' });
  const reference =
    typeof requestId === 'string' ? `<p class="muted small">${say('reference', { id: requestId })}</p>` : '';
  const details = `${reference}<p class="muted small">${say('code')}: <code>${escapeHtml(code)}</code></p>`;
  const page = problemPage(frame, kind, { status, seconds: Number(retryAfterSeconds ?? 0), details });
  return { ...page, headers: { ...headers, ...page.headers } };
}

/** The page behind a link that does not work. */
export const brokenLinkPage = (frame: PageFrame): HttpResponse => problemPage(frame, 'LINK', { status: 404 });

/** The page for a visitor who has sent too many requests. */
export function rateLimitPage(frame: PageFrame, seconds: number): HttpResponse {
  const page = problemPage(frame, 'RATE_LIMITED', { status: 429, seconds });
  return { ...page, headers: { ...page.headers, 'retry-after': String(seconds) } };
}

function problemPage(
  frame: PageFrame,
  kind: ErrorKind,
  { status, seconds = 0, details = '' }: { status: number; seconds?: number; details?: string },
): HttpResponse {
  const { say } = pageText('error', { language: frame.language, timeZone: 'UTC' });
  const home = escapeHtml(say('home', { marketplace: frame.brand.name }));
  return renderPage(frame, {
    title: say(kind),
    body: `<p>${escapeHtml(say(`${kind}_advice`, { seconds }))}</p><p><a href="${escapeHtml(frame.brand.homePath)}">${home}</a></p>${details}`,
    status,
  });
}
