/** The OAuth provider: oidc-provider, reduced to the authorization code flow with PKCE, without OpenID Connect. */
import { generateKeyPairSync } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import Provider, { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { newAccessToken } from '../access/access-tokens.ts';
import { offeredScopes } from '../access/scopes.ts';
import { limits } from '../limits.ts';
import { dayMs, minuteMs } from '../platform/clock.ts';
import { derivedToken, matchesHash, newHexToken } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { consentViewFor, failurePage } from './consent-pages.ts';
import { authorizePath, consentPath, revokePath, tokenPath } from './oauth-paths.ts';
import { createProviderStorage, type ProviderStorage } from './provider-storage.ts';

/** The prefix of all refresh tokens, so that people and secret scanners recognize them. */
const refreshTokenPrefix = 'placard_rt_';

export function createProvider(app: AppServices): Provider {
  const { config, log } = app;
  const storage = createProviderStorage(app);
  const provider = new Provider(config.publicUrl, configurationOf(app, storage));
  // The addresses in answers and the cookies follow PUBLIC_URL, see provider-request.ts.
  provider.proxy = true;
  setTokenFormats(provider);
  provider.use(async (ctx, next) => {
    if (ctx.method !== 'POST') return next();
    await storage.transaction(async () => {
      await next();
      if (ctx.status < 500) return true;
      ctx.body = { error: 'server_error', error_description: failureText };
      return false;
    });
  });
  provider.on('server_error', (ctx: KoaContextWithOIDC, error: Error) =>
    log.error({ err: error, path: ctx.path }, 'OAuth request failed'),
  );
  (provider as EventEmitter).on('error', (error: Error) => log.error({ err: error }, 'OAuth request failed'));
  return provider;
}

const configurationOf = (app: AppServices, storage: ProviderStorage): Configuration => {
  const { config } = app;
  const { accessTokenMinutes, refreshTokenDays, codeSeconds, consentMinutes } = limits.oauth;
  const off = { enabled: false } as const;
  const secondsOf = (ms: number) => Math.floor(ms / 1_000);
  return {
    adapter: storage.adapter,
    // Nothing is signed: there are no ID tokens. The provider wants a key nevertheless.
    jwks: { keys: [generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as never] },
    cookies: {
      keys: [derivedToken(config.secret, 'oauth-cookies')],
      names: { interaction: 'placard_consent', resume: 'placard_consent_resume', session: unusedCookie },
      short: { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true },
      long: { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true },
    },
    routes: { authorization: authorizePath, token: tokenPath, revocation: revokePath },
    responseTypes: ['code'],
    scopes: [...offeredScopes],
    claims: {},
    clientAuthMethods: ['client_secret_basic', 'none'],
    clientDefaults: { id_token_signed_response_alg: 'EdDSA' },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    extraParams: { scope: checkScope },
    features: {
      devInteractions: off,
      dPoP: off,
      pushedAuthorizationRequests: off,
      resourceIndicators: off,
      rpInitiatedLogout: off,
      userinfo: off,
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => 'clientId' in token && token.clientId === client.clientId,
      },
    },
    interactions: {
      policy: [
        new interactionPolicy.Prompt({ name: 'login', requestable: true }),
        new interactionPolicy.Prompt(
          { name: 'consent', requestable: true },
          new interactionPolicy.Check(
            'consent_required',
            'an owner of an account must consent',
            'interaction_required',
            (ctx) => !ctx.oidc.result?.consent,
          ),
        ),
      ],
      url: (_ctx, { uid }) => `${config.publicUrl}${consentPath}${uid}`,
    },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    // Each of the tokens stands for its grant.
    revokeGrantPolicy: () => true,
    renderError: async (ctx, { error, error_description: description }) => {
      const view = await consentViewFor(app, ctx.req);
      const { type, body, headers } = failurePage(view, {
        error,
        description: error === 'server_error' ? failureText : description,
      });
      ctx.type = type;
      ctx.body = body;
      ctx.set('content-security-policy', String(headers?.['content-security-policy']));
    },
    ttl: {
      Interaction: secondsOf(consentMinutes * minuteMs),
      AuthorizationCode: codeSeconds,
      AccessToken: secondsOf(accessTokenMinutes * minuteMs),
      RefreshToken: secondsOf(refreshTokenDays * dayMs),
      Grant: secondsOf(refreshTokenDays * dayMs),
      Session: secondsOf(consentMinutes * minuteMs),
    },
  };
};

const failureText = 'The server could not handle the request. Try again later.';

/** The cookie of a session of the provider. There are no sessions, so it is never sent. */
export const unusedCookie = 'placard_oauth_session';

/** Rejects scopes that the application does not have. The provider itself leaves out scopes that it does not know. */
function checkScope({ query }: KoaContextWithOIDC, _known: unknown, client: { readonly scope?: string }): void {
  const requested = String(query['scope'] ?? '')
    .split(' ')
    .filter((scope) => scope !== '');
  const allowed = client.scope?.split(' ') ?? [];
  if (requested.length === 0) throw new errors.InvalidScope('name the scopes that the application needs', '');
  if (!requested.every((scope) => allowed.includes(scope)))
    throw new errors.InvalidScope('the application does not have the requested scopes', '');
}

/** Gives tokens a prefix, and compares client secrets with their stored hashes. */
function setTokenFormats({ AccessToken, RefreshToken, Client }: Provider): void {
  const { generateTokenId } = AccessToken.prototype as unknown as { generateTokenId: () => string };
  Object.assign(AccessToken.prototype, {
    generateTokenId(this: unknown) {
      // Sets the format of the token too.
      generateTokenId.call(this as never);
      return newAccessToken();
    },
  });
  Object.assign(RefreshToken.prototype, { generateTokenId: () => `${refreshTokenPrefix}${newHexToken()}` });
  Object.assign(Client.prototype, {
    compareClientSecret(this: { readonly clientSecret?: string }, secret: string) {
      return this.clientSecret !== undefined && matchesHash(secret, this.clientSecret);
    },
  });
}
