/** Applications as OAuth clients, with the library that a partner would use, and a person's browser without scripts. */
import * as oauth from 'openid-client';
import { signInCodeFor } from '../../src/emails/mailed-codes.ts';
import type { Data } from './client.ts';
import type { Factory, TestPerson } from './factory.ts';
import { change, createPartner, type TestPartner } from './partner.ts';
import type { TestServer } from './server.ts';

export const redirectUri = 'https://partner.example/callback';
/** The base of all addresses in answers: PUBLIC_URL of the test server. */
const publicUrl = 'http://localhost:4000';

/** Scopes of an order reader. */
export const readerScopes = 'ORDERS_READ MESSAGES_WRITE';

export interface OAuthPartner extends TestPartner {
  readonly clientId: string;
  /** Undefined for a public client. */
  readonly clientSecret: string | undefined;
}

/** An application with a redirect URI; with a secret if it is confidential. */
export async function createOAuthPartner(
  factory: Factory,
  { isConfidential = false, ...options }: Parameters<typeof createPartner>[1] & { isConfidential?: boolean } = {},
): Promise<OAuthPartner> {
  const partner = await createPartner(factory, options);
  const { owner, applicationId } = partner;
  const { oauthClient } = await change(
    owner,
    'updateApplicationRedirectUris',
    { applicationId, redirectUris: [redirectUri, 'http://127.0.0.1:9/callback'] },
    '... on Application { oauthClient { clientId } }',
  );
  const rotated: Data = isConfidential
    ? await change(
        owner,
        'rotateApplicationClientSecret',
        { applicationId },
        '... on ApplicationClientSecretRotated { secret }',
      )
    : {};
  return { ...partner, clientId: oauthClient.clientId, clientSecret: rotated.secret };
}

/** Reaches the server at the addresses that it names. */
export const fetchFrom =
  ({ url }: Pick<TestServer, 'url'>) =>
  (address: string, options?: RequestInit): Promise<Response> =>
    fetch(address.replace(publicUrl, url), options);

/** The configuration of the client library, from the metadata of the server. */
export function discover(
  server: Pick<TestServer, 'url'>,
  { clientId, clientSecret }: Pick<OAuthPartner, 'clientId' | 'clientSecret'>,
): Promise<oauth.Configuration> {
  return oauth.discovery(
    new URL(publicUrl),
    clientId,
    undefined,
    clientSecret === undefined ? oauth.None() : oauth.ClientSecretBasic(clientSecret),
    {
      algorithm: 'oauth2',
      execute: [oauth.allowInsecureRequests],
      [oauth.customFetch]: fetchFrom(server) as oauth.CustomFetch,
    },
  );
}

/** A browser without scripts: follows redirects within the server, keeps cookies by path, sends forms. */
export interface Browser {
  readonly cookies: Map<string, { readonly value: string; readonly path: string }>;
  /** Opens an address. Redirects to other sites are not followed: they are `location` of the answer. */
  open(address: string): Promise<Page>;
  submit(page: Page, fields: Readonly<Record<string, string>>, headers?: Record<string, string>): Promise<Page>;
}

export interface Page {
  readonly address: string;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The address on another site to which the page redirects. */
  readonly location: URL | undefined;
}

let browsers = 0;

/** Servers that trust one proxy count each browser as another caller. */
export function createBrowser(server: Pick<TestServer, 'url'>): Browser {
  const caller = `10.0.${Math.floor(++browsers / 250)}.${browsers % 250}`;
  const cookies: Browser['cookies'] = new Map();
  const request = async (address: string, options: RequestInit = {}): Promise<Page> => {
    const { pathname } = new URL(address);
    const cookiePairs = [...cookies].flatMap(([name, { value, path }]) =>
      pathname.startsWith(path) ? [`${name}=${value}`] : [],
    );
    const response = await fetchFrom(server)(address, {
      ...options,
      redirect: 'manual',
      headers: {
        ...(options.headers as Record<string, string>),
        cookie: cookiePairs.join('; '),
        'x-forwarded-for': caller,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      const path = /path=([^;]+)/i.exec(cookie)?.[1] ?? '/';
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, { value, path });
    }
    const target = response.headers.get('location');
    const location = target === null ? undefined : new URL(target, address);
    if (location?.origin === publicUrl) {
      await response.body?.cancel();
      return request(location.href);
    }
    const { status, headers } = response;
    return { address, status, headers, location, text: await response.text() };
  };
  return {
    cookies,
    open: (address) => request(address),
    submit: (page, fields, headers = {}) =>
      request(page.address, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

/** An authorization that an application has started. */
export interface Authorization {
  readonly config: oauth.Configuration;
  readonly verifier: string;
  readonly state: string;
  readonly url: URL;
}

/** Starts an authorization as the client library does; `parameters` replaces parameters of the request. */
export async function startAuthorization(
  server: Pick<TestServer, 'url'>,
  partner: OAuthPartner,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Authorization> {
  const config = await discover(server, partner);
  const verifier = oauth.randomPKCECodeVerifier();
  const state = oauth.randomState();
  const url = oauth.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: readerScopes,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...parameters,
  });
  return { config, verifier, state, url };
}

/** The newest code of an address. It is read from its row, because either instance may have e-mailed it. */
export async function newestCodeOf({ app }: TestServer, email: string): Promise<string> {
  const row = await app.db.signInCode.findFirst({ where: { email }, orderBy: { createdAt: 'desc' } });
  return row ? signInCodeFor(app, row.id) : '';
}

/** Signs in on the page of a consent with a mailed code. */
export async function signInOnPage(server: TestServer, browser: Browser, page: Page, email: string): Promise<Page> {
  const asked = await browser.submit(page, { action: 'requestCode', email });
  const code = await newestCodeOf(server, email);
  return browser.submit(asked, { action: 'signIn', email, code });
}

/** The account choices of a consent page: the values of its radio buttons. */
export const choicesOn = ({ text }: Page): string[] =>
  [...text.matchAll(/name="account" value="([^"]+)"/g)].map(([, value = '']) => value);

/** Leaves the page of a consent: opens the link to the application. */
export async function returnFrom(browser: Browser, page: Page): Promise<Page> {
  const [, link = ''] = /<a href="([^"]+)">Continue/.exec(page.text) ?? [];
  if (link === '') throw new Error(`The page does not lead back: ${page.status} ${page.text}`);
  return browser.open(link.replaceAll('&amp;', '&'));
}

/** Signs in, allows for the only account of the person, and returns the address to which the person is sent back. */
export async function allow(server: TestServer, authorization: Authorization, owner: TestPerson): Promise<URL> {
  const browser = createBrowser(server);
  const page = await signInOnPage(server, browser, await browser.open(authorization.url.href), owner.email);
  const [account = ''] = choicesOn(page);
  const { location } = await returnFrom(browser, await browser.submit(page, { action: 'allow', account }));
  if (!location) throw new Error('The person was not sent back');
  return location;
}

/** The tokens of an application that an owner has allowed to act. */
export async function authorize(
  server: TestServer,
  partner: OAuthPartner,
  owner: TestPerson,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Awaited<ReturnType<typeof oauth.authorizationCodeGrant>>> {
  const authorization = await startAuthorization(server, partner, parameters);
  return exchange(authorization, await allow(server, authorization, owner));
}

/** Exchanges the code of an address for tokens. */
export const exchange = ({ config, verifier, state }: Authorization, address: URL) =>
  oauth.authorizationCodeGrant(config, address, { pkceCodeVerifier: verifier, expectedState: state });
