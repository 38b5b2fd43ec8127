/** The HTML of the consent: signing in, choosing an account, and the end of an authorization. No scripts. */
import type { IncomingMessage } from 'node:http';
import type { Scope } from '../access/scopes.ts';
import { pageFrameFor } from '../branding/page-frame.ts';
import { escapeHtml, type HttpResponse } from '../http/route.ts';
import { type PageText, pageText } from '../pages/catalogues.ts';
import { bidiText, notice, type PageFrame, renderPage } from '../pages/layout.ts';
import { InputInvalid, RateLimited, type Refusal } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';

/** The application that asks for consent. */
export interface AskingApplication {
  readonly name: string;
  /** The name of the account that owns it. */
  readonly maker: string;
  readonly scopes: readonly Scope[];
}

/** An account of the person who has signed in. */
export interface AccountChoice {
  readonly id: string;
  readonly name: string;
  readonly isOwner: boolean;
  readonly isSuspended: boolean;
}

/** The frame and the texts of the pages for a visitor. */
export interface ConsentView {
  readonly frame: PageFrame;
  readonly say: PageText<'consent'>['say'];
}

export async function consentViewFor(app: AppServices, request: IncomingMessage): Promise<ConsentView> {
  const frame = await pageFrameFor(app, request);
  return { frame, say: pageText('consent', { language: frame.language, timeZone: 'UTC' }).say };
}

type Say = ConsentView['say'];
type TextKey = Parameters<Say>[0];

/** A text as HTML. */
const html = (say: Say, key: TextKey, values?: Parameters<Say>[1]): string => escapeHtml(say(key, values));

/** The form that asks for the address. */
export const addressForm = ({ say }: ConsentView, problem?: string): string =>
  `${problemOf(problem)}<p>${html(say, 'introduction')}</p>
<form method="post"><div class="field"><label for="email">${html(say, 'email')}</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254"></div>
<div class="row">${button(say, 'requestCode', 'requestCode')} ${denyButton(say)}</div></form>`;

/** The form that asks for the code. It looks the same for known and unknown addresses. */
export const codeForm = ({ say }: ConsentView, email: string, problem?: string): string =>
  `${problemOf(problem)}<p>${html(say, 'codeSent', { email })}</p>
<form method="post"><input type="hidden" name="email" value="${escapeHtml(email)}">
<div class="field"><label for="code">${html(say, 'codeLabel')}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20"></div>
<div class="row">${button(say, 'signIn', 'continue')} ${denyButton(say)}</div></form>
<form method="post"><div class="row"><button name="action" value="changeAddress">${html(say, 'changeAddress')}</button></div></form>`;

/** The form that asks an owner for consent; without an account to choose, it says why. */
export function consentForm(view: ConsentView, accounts: readonly AccountChoice[], problem?: string): string {
  const { say } = view;
  const [first, ...others] = accounts.filter(({ isOwner, isSuspended }) => isOwner && !isSuspended);
  const notes = notesOn(say, accounts);
  if (!first)
    return `${problemOf(problem)}${notes}<form method="post"><div class="row">${denyButton(say)}</div></form>`;
  const radios = [first, ...others].map(
    ({ id, name }) =>
      `<label class="choice"><input type="radio" name="account" value="${escapeHtml(id)}" required${others.length === 0 ? ' checked' : ''}> ${bidiText(name)}</label>`,
  );
  return `${problemOf(problem)}<form method="post"><fieldset><legend>${html(say, 'account')}</legend>${radios.join('')}</fieldset>${notes}
<p class="muted">${html(say, 'revocable')}</p>
<div class="row">${button(say, 'allow', 'allow')} ${denyButton(say)}</div></form>`;
}

const button = (say: Say, action: string, label: TextKey): string =>
  `<button class="primary" name="action" value="${action}">${html(say, label)}</button>`;
const denyButton = (say: Say): string =>
  `<button name="action" value="deny" formnovalidate>${html(say, 'deny')}</button>`;
const problemOf = (problem: string | undefined): string =>
  problem === undefined ? '' : notice('bad', `<p>${escapeHtml(problem)}</p>`, { isAlert: true });

/** A refusal in the language of the page. */
export function problemText({ say }: ConsentView, error: Refusal): string {
  if (error instanceof RateLimited) return say('problemLater', { seconds: error.retryAfterSeconds });
  if (error instanceof InputInvalid) return say('problemEmail');
  return error.definition.code === 'SIGN_IN_CODE_INVALID' ? say('problemCode') : error.message;
}

/** Reasons for which accounts of the person cannot be chosen. */
function notesOn(say: Say, accounts: readonly AccountChoice[]): string {
  if (accounts.length === 0) return `<p>${html(say, 'noAccount')}</p>`;
  const notes = accounts.flatMap(({ name: account, isOwner, isSuspended }) => {
    if (!isOwner) return [html(say, 'notOwner', { account })];
    return isSuspended ? [html(say, 'suspended', { account })] : [];
  });
  return notes.map((note) => `<p class="muted">${note}</p>`).join('');
}

/** The page around a form: who asks, and for what. */
export const consentPage = (
  { frame, say }: ConsentView,
  { name, maker, scopes }: AskingApplication,
  form: string,
  status = 200,
): HttpResponse =>
  renderPage(frame, {
    title: say('title'),
    heading: say('heading', { application: name }),
    body: `<p>${html(say, 'maker', { maker })}</p>
<ul>${scopes.map((scope) => `<li>${html(say, scope)}</li>`).join('')}</ul>
${form}`,
    status,
    hasForms: true,
  });

/**
 * The page that leads back to the application. The form is not redirected: browsers apply the policy for forms to
 * redirects too, and it allows no other site.
 */
export const returnPage = ({ frame, say }: ConsentView, address: string): HttpResponse =>
  renderPage(frame, {
    title: say('returning'),
    body: `<p><a href="${escapeHtml(address)}">${html(say, 'continue')}</a></p>`,
    head: `<meta http-equiv="refresh" content="0;url=${escapeHtml(address)}">`,
  });

/** The page of an authorization that has ended. */
export const expiredPage = (view: ConsentView): HttpResponse =>
  failurePage(view, { error: 'expired', description: view.say('expired') });

/** The page of an authorization that cannot be continued. The description is for the maker of the application. */
export const failurePage = (
  { frame, say }: ConsentView,
  { error, description }: { error: string; description?: string | undefined },
): HttpResponse =>
  renderPage(frame, {
    title: say('failed'),
    body: `<p>${html(say, 'again')}</p><p>${escapeHtml(description ?? '')}</p><p class="muted"><code>${escapeHtml(error)}</code></p>`,
    status: 400,
  });
