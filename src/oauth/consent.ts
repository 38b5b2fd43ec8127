/** The pages on which a person signs in with a mailed code and consents to a grant. */
import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import { offeredScopes } from '../access/scopes.ts';
import { requestSignInCode, withSignInCode } from '../auth/sign-in.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { RouteRefused } from '../http/error-response.ts';
import type { HttpResponse } from '../http/route.ts';
import { Refusal } from '../platform/errors.ts';
import { isUuid } from '../platform/uuid.ts';
import type { AppServices } from '../services/services.ts';
import {
  type AccountChoice,
  type AskingApplication,
  addressForm,
  type ConsentView,
  codeForm,
  consentForm,
  consentPage,
  consentViewFor,
  expiredPage,
  problemText,
  returnPage,
} from './consent-pages.ts';
import { createGrant } from './grants.ts';
import { consentPath } from './oauth-paths.ts';
import { type DetachedExchange, detach } from './provider-request.ts';

/** A request of the consent pages, with what is known of its authorization. */
interface ConsentRequest {
  readonly exchange: DetachedExchange;
  readonly view: ConsentView;
  readonly application: AskingApplication;
  readonly applicationId: string;
  /** The person who has signed in on the page; undefined before. */
  readonly personId: string | undefined;
  readonly rateLimitKey: string;
}

/** The result that is kept with the authorization between two requests of its pages. */
interface SignedInResult {
  readonly signedIn?: { readonly personId?: unknown };
}

/** Handles GET: the form that is next. */
export const showConsent = (app: AppServices, provider: Provider, request: IncomingMessage, url: URL) =>
  withConsent(app, provider, { request, url }, (consent) => showNext(app, consent));

/** Handles POST: one of the buttons of the forms. */
export function handleConsent(
  app: AppServices,
  provider: Provider,
  call: { readonly request: IncomingMessage; readonly url: URL; readonly read: () => Promise<FormData> },
): Promise<HttpResponse> {
  // The cookie is not sent with forms of other sites; this also stops those of other origins of the same site.
  if (isFromElsewhere(call.request)) throw new RouteRefused('CROSS_SITE_REQUEST');
  return withConsent(app, provider, call, async (consent) => {
    const form = await call.read();
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    return takeAction(app, provider, consent, { action: field('action'), field, path: call.url.pathname });
  });
}

const isFromElsewhere = ({ headers }: IncomingMessage): boolean =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);

interface Submission {
  readonly action: string;
  readonly field: (name: string) => string;
  readonly path: string;
}

async function takeAction(
  app: AppServices,
  provider: Provider,
  consent: ConsentRequest,
  { action, field, path }: Submission,
): Promise<HttpResponse> {
  const { exchange, view, application, rateLimitKey, personId } = consent;
  const answer = (form: string, status = 200) => consentPage(view, application, form, status);
  const finish = async (result: Record<string, unknown>) => {
    const address = await provider.interactionResult(exchange.request, exchange.response, result, {
      mergeWithLastSubmission: false,
    });
    return returnPage(view, address);
  };
  const email = field('email');
  switch (action) {
    case 'deny':
      return finish({ error: 'access_denied', error_description: 'the account did not consent' });
    case 'requestCode':
      return orProblem(
        view,
        async () => {
          await requestSignInCode(app, { email, rateLimitKey });
          return answer(codeForm(view, email.trim()));
        },
        (problem) => answer(addressForm(view, problem), 422),
      );
    case 'signIn':
      return orProblem(
        view,
        async () => {
          const person = await withSignInCode(
            app,
            { email, code: field('code'), rateLimitKey },
            async (_tx, found) => found,
          );
          const signedIn = { personId: person.personId };
          await provider.interactionResult(exchange.request, exchange.response, { signedIn } as never, {
            mergeWithLastSubmission: false,
          });
          return redirectTo(`${app.config.publicUrl}${path}`);
        },
        (problem) => answer(codeForm(view, email, problem), 422),
      );
    case 'allow': {
      if (personId === undefined) return answer(addressForm(view), 422);
      const accountId = field('account');
      const refused = async (problem: string) =>
        answer(consentForm(view, await accountsOf(app, personId), problem), 422);
      return orProblem(
        view,
        async () => {
          const { applicationId } = consent;
          const grant = { applicationId, accountId, personId, scopes: application.scopes };
          const grantId = isUuid(accountId) ? await createGrant(app, grant) : undefined;
          if (grantId === undefined) return refused(view.say('chooseAccount'));
          return finish({ login: { accountId, remember: false }, consent: { grantId } });
        },
        refused,
      );
    }
    default:
      return showNext(app, consent);
  }
}

/** Runs an action; a refusal is shown as the problem of its form. */
async function orProblem(
  view: ConsentView,
  act: () => Promise<HttpResponse>,
  show: (problem: string) => HttpResponse | Promise<HttpResponse>,
): Promise<HttpResponse> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(problemText(view, error));
  }
}

async function showNext(app: AppServices, { view, application, personId }: ConsentRequest): Promise<HttpResponse> {
  const form = personId === undefined ? addressForm(view) : consentForm(view, await accountsOf(app, personId));
  return consentPage(view, application, form);
}

const redirectTo = (location: string): HttpResponse => ({
  status: 303,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: { location },
});

/** Finds the authorization of a request by its cookie, and calls `answer`; all others get the page that it has ended. */
async function withConsent(
  app: AppServices,
  provider: Provider,
  { request, url }: { readonly request: IncomingMessage; readonly url: URL },
  answer: (consent: ConsentRequest) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const view = await consentViewFor(app, request);
  const exchange = detach(request, app.config.publicUrl);
  const interaction = await provider.interactionDetails(exchange.request, exchange.response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  });
  const applicationId = String(interaction?.params['client_id'] ?? '');
  const redirectUri = String(interaction?.params['redirect_uri'] ?? '');
  const application = interaction && (await findApplication(app, applicationId, redirectUri));
  if (!interaction || !application || interaction.uid !== url.pathname.slice(consentPath.length))
    return expiredPage(view);
  const requested = String(interaction.params['scope'] ?? '').split(' ');
  const { signedIn } = (interaction.result ?? {}) as SignedInResult;
  return answer({
    exchange,
    view,
    applicationId,
    application: { ...application, scopes: offeredScopes.filter((scope) => requested.includes(scope)) },
    personId: typeof signedIn?.personId === 'string' ? signedIn.personId : undefined,
    rateLimitKey: rateLimitKeyOf(app.config, request),
  });
}

/** The application of an authorization; undefined if it was deleted, stopped, or no longer has the redirect URI. */
async function findApplication(
  { db }: AppServices,
  id: string,
  redirectUri: string,
): Promise<{ name: string; maker: string } | undefined> {
  const application = await db.application.findFirst({
    where: { id, redirectUris: { has: redirectUri }, deletedAt: null, account: { closedAt: null, suspendedAt: null } },
    select: { name: true, account: { select: { name: true } } },
  });
  return application ? { name: application.name, maker: application.account.name } : undefined;
}

async function accountsOf({ db }: AppServices, personId: string): Promise<AccountChoice[]> {
  const memberships = await db.membership.findMany({
    where: { personId, account: { closedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { accountId: 'asc' }],
    select: { role: true, account: { select: { id: true, name: true, suspendedAt: true } } },
  });
  return memberships.map(({ role, account: { id, name, suspendedAt } }) => ({
    id,
    name,
    isOwner: role === 'OWNER',
    isSuspended: suspendedAt !== null,
  }));
}
