/** The HTTP routes of OAuth: authorization, tokens, revocation, metadata and the pages of the consent. */
import type { IncomingMessage } from 'node:http';
import { offeredScopes } from '../access/scopes.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { type HttpResponse, json, type Route } from '../http/route.ts';
import type { AppServices } from '../services/services.ts';
import { consentViewFor, failurePage } from './consent-pages.ts';
import { requireOAuth } from './oauth-clients.ts';
import { authorizePath, consentPath, metadataPath, revokePath, tokenPath } from './oauth-paths.ts';

/** The provider and what is loaded with it. It is loaded with the first request. */
const load = async (app: AppServices) => {
  const [{ createProvider }, { callProvider, detach }, { showConsent, handleConsent }] = await Promise.all([
    import('./provider.ts'),
    import('./provider-request.ts'),
    import('./consent.ts'),
  ]);
  return { provider: createProvider(app), callProvider, detach, showConsent, handleConsent };
};
type Loaded = Awaited<ReturnType<typeof load>>;

/** Pages of every origin may read the answers to a program: no cookies are involved. */
const anyOrigin = { 'access-control-allow-origin': '*' };

export function oauthRoutes(app: AppServices): Route[] {
  let loading: Promise<Loaded> | undefined;
  const handle = async (request: IncomingMessage, answer: (loaded: Loaded) => Promise<HttpResponse>) => {
    requireOAuth(app);
    await app.rateLimiter.consume('operations', rateLimitKeyOf(app.config, request));
    loading ??= load(app);
    return answer(await loading);
  };
  const call = (request: IncomingMessage, read?: () => Promise<FormData>, headers = {}) =>
    handle(request, async ({ provider, callProvider, detach }) =>
      callProvider(provider, detach(request, app.config.publicUrl, await read?.()), headers),
    );
  const forPrograms = (path: string): Route => ({ path, postForm: (read, request) => call(request, read, anyOrigin) });
  return [
    {
      path: authorizePath,
      get: (request, url) => (isAnsweredByQuery(url) ? call(request) : refuseResponseMode(app, request)),
    },
    { path: `${authorizePath}/`, get: (request) => call(request) },
    forPrograms(tokenPath),
    forPrograms(revokePath),
    {
      path: metadataPath,
      get: async (request) => {
        const response = await call(request);
        return { ...json(response.status, metadataOf(JSON.parse(String(response.body)))), headers: anyOrigin };
      },
    },
    {
      path: consentPath,
      get: (request, url) => handle(request, ({ provider, showConsent }) => showConsent(app, provider, request, url)),
      postForm: (read, request, url) =>
        handle(request, ({ provider, handleConsent }) => handleConsent(app, provider, { request, url, read })),
    },
  ];
}

/** The members of the provider's metadata that are about OAuth; the others are about OpenID Connect. */
const metadataMembers = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'response_types_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'code_challenge_methods_supported',
  'authorization_response_iss_parameter_supported',
] as const;

const metadataOf = (metadata: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...Object.fromEntries(metadataMembers.map((name) => [name, metadata[name]])),
  scopes_supported: offeredScopes,
  response_modes_supported: ['query'],
});

/** False for an answer in a form or a fragment: pages without scripts cannot send the one, and servers do not get the other. */
const isAnsweredByQuery = ({ searchParams }: URL): boolean =>
  searchParams.getAll('response_mode').every((mode) => mode === 'query');

const refuseResponseMode = async (app: AppServices, request: IncomingMessage): Promise<HttpResponse> =>
  failurePage(await consentViewFor(app, request), {
    error: 'invalid_request',
    description: 'The response_mode must be query.',
  });
