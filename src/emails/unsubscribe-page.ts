/**
 * The page behind the link that turns off a kind of e-mails. Mail programs POST to it (RFC 8058), and a person uses its
 * button. The token in the URL is the only authorization. A GET changes nothing: programs that check links follow them.
 */
import type { IncomingMessage } from 'node:http';
import { pageFrameIn } from '../branding/page-frame.ts';
import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import { turnOffEmails } from '../notifications/change-preferences.ts';
import { type UnsubscribeRequest, unsubscribePath, unsubscribeRequestIn } from '../notifications/unsubscribe-tokens.ts';
import { rateLimitPage } from '../pages/error-page.ts';
import { type PageFrame, renderPage } from '../pages/layout.ts';
import { localeOf } from '../pages/visitor.ts';
import { RateLimited } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { type EmailLocale, writerFor } from './catalogues.ts';
import { preferencesUrl } from './footer.ts';

/** The page `/unsubscribe/:token`, in the language of the person. */
export const unsubscribeRoutes = (app: AppServices): Route[] => [
  {
    path: unsubscribePath,
    get: (request, url) => forPerson(app, request, url, async (asked) => ask(asked)),
    postForm: (_read, request, url) =>
      forPerson(app, request, url, async (asked) => {
        const { personId, kind } = asked.request;
        await app.rateLimiter.consume('operations', personId);
        return (await turnOffEmails(app, personId, kind)) ? confirm(app, asked) : invalid(asked);
      }),
  },
];

/** The reader of a page, with the language and the frame. */
interface Reader {
  readonly locale: EmailLocale;
  readonly frame: PageFrame;
}

interface Asked extends Reader {
  readonly request: UnsubscribeRequest;
}

/** Handles requests with a valid token of a person who exists; all others get the same answer. */
async function forPerson(
  app: AppServices,
  call: IncomingMessage,
  url: URL,
  answer: (asked: Asked) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const request = unsubscribeRequestIn(app.config.secret, url.pathname.slice(unsubscribePath.length));
  const person = request && (await app.db.person.findUnique({ where: { id: request.personId } }));
  const locale: EmailLocale = person?.email ? person : localeOf(call);
  const frame = await pageFrameIn(app, locale.language);
  if (!request || !person?.email) return invalid({ locale, frame });
  try {
    return await answer({ request, locale, frame });
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    return rateLimitPage(frame, error.retryAfterSeconds);
  }
}

function ask({ request: { kind }, locale, frame }: Asked): HttpResponse {
  const { say } = writerFor('unsubscribe', locale);
  const question =
    kind === 'DIGEST' ? say('questionDigest') : say('question', { kind: writerFor('kinds', locale).say(kind) });
  return unsubscribePage(
    { locale, frame },
    `<p>${escapeHtml(question)}</p><form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><div class="row"><button class="primary">${escapeHtml(say('button'))}</button></div></form>`,
  );
}

function confirm({ config }: AppServices, { request: { kind }, locale, frame }: Asked): HttpResponse {
  const { say } = writerFor('unsubscribe', locale);
  const done = kind === 'DIGEST' ? say('doneDigest') : say('done', { kind: writerFor('kinds', locale).say(kind) });
  return unsubscribePage(
    { locale, frame },
    `<p>${escapeHtml(done)}</p><p><a href="${escapeHtml(preferencesUrl(config))}">${escapeHtml(say('settings'))}</a></p>`,
  );
}

const invalid = (reader: Reader): HttpResponse =>
  unsubscribePage(reader, `<p>${escapeHtml(writerFor('unsubscribe', reader.locale).say('invalid'))}</p>`, 404);

const unsubscribePage = ({ locale, frame }: Reader, body: string, status = 200): HttpResponse =>
  renderPage(frame, { title: writerFor('unsubscribe', locale).say('title'), body, status, hasForms: true });
