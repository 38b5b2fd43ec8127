/** The OAuth client of an application: its redirect URIs and its secret. */

import { randomUUID } from 'node:crypto';
import { offeredScopes, requirePerson } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import { changeApplication } from '../applications/applications.ts';
import type { Config } from '../config.ts';
import type { Application, Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import { loopbackHosts } from '../platform/loopback.ts';
import { derivedToken, hashOf } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';

/** There is no OAuth in a sandbox: its people exist to be tried out, and its applications have keys. */
export const OAuthUnavailable = defineRefusal('OAuthUnavailable', {
  code: 'OAUTH_UNAVAILABLE',
  recovery: 'FINAL',
  message: 'OAuth is not available in a sandbox. Use a key of the sandbox.',
  description: 'OAuth is not available in a sandbox.',
  remedy: 'Use a key of the sandbox, or ask for consent on the live marketplace.',
  httpStatus: 403,
});

/** The prefix of all client secrets, so that people and secret scanners recognize them. */
const clientSecretPrefix = 'placard_cs_';

/** A client secret. It is derived, so that a repeated request with its idempotency key gets the same one. */
export const clientSecretOf = ({ secret }: Pick<Config, 'secret'>, id: string): string =>
  `${clientSecretPrefix}${derivedToken(secret, `oauth-client-secret:${id}`)}`;

/** @throws OAuthUnavailable in a sandbox */
export function requireOAuth({ sandbox }: Pick<AppServices, 'sandbox'>): void {
  if (sandbox) throw new OAuthUnavailable();
}

/**
 * Replaces the redirect URIs of an application.
 * @throws OAuthUnavailable, InputInvalid, and as the other changes of applications
 */
export function updateRedirectUris(
  app: AppServices,
  viewer: Viewer,
  { applicationId, redirectUris }: { readonly applicationId: string; readonly redirectUris: readonly string[] },
): Promise<void> {
  const uris = [...new Set(redirectUris)];
  return changeClient(app, viewer, applicationId, () => {
    const problem = redirectUrisProblem(uris);
    if (problem) throw new InputInvalid([{ field: 'redirectUris', message: problem }]);
    return { redirectUris: uris };
  });
}

/**
 * Makes a new client secret, which replaces the one before immediately, and makes the client confidential. Returns the id
 * of the secret, for `clientSecretOf`; the database has its hash.
 * @throws OAuthUnavailable, and as the other changes of applications
 */
export async function rotateClientSecret(app: AppServices, viewer: Viewer, applicationId: string): Promise<string> {
  const clientSecretId = randomUUID();
  const clientSecretHash = hashOf(clientSecretOf(app.config, clientSecretId));
  await changeClient(app, viewer, applicationId, () => ({ clientSecretId, clientSecretHash }));
  return clientSecretId;
}

/**
 * Deletes the client secret, which makes the client a public one.
 * @throws OAuthUnavailable, and as the other changes of applications
 */
export const deleteClientSecret = (app: AppServices, viewer: Viewer, applicationId: string): Promise<void> =>
  changeClient(app, viewer, applicationId, () => ({ clientSecretId: null, clientSecretHash: null }));

/** Updates the columns of an application that belong to its OAuth client. */
async function changeClient(
  app: AppServices,
  viewer: Viewer,
  applicationId: string,
  newData: () => Prisma.ApplicationUpdateInput,
): Promise<void> {
  requirePerson(viewer);
  requireOAuth(app);
  await changeApplication(app, viewer, applicationId, (tx) =>
    tx.application.update({ where: { id: applicationId }, data: newData() }),
  );
}

function redirectUrisProblem(uris: readonly string[]): string | undefined {
  const { redirectUris: max, redirectUriCharacters: maxCharacters } = limits.oauth;
  if (uris.length > max) return `must be at most ${max} addresses`;
  return uris.every((uri) => uri.length <= maxCharacters && isRedirectUri(uri))
    ? undefined
    : `must each be an https address, or an http address of this machine (${loopbackHosts.join(', ')}), of at most ${maxCharacters} characters, without a fragment and without credentials`;
}

/** True for a printable URL that leads to a server of the application or to the person's own machine. */
function isRedirectUri(uri: string): boolean {
  // A parser ignores some characters that a comparison does not.
  const url = /^[\x21-\x7e]+$/.test(uri) && !/[#"<>\\^`{|}]/.test(uri) ? URL.parse(uri) : null;
  if (url?.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname));
}

/** An application as the OAuth provider knows clients; undefined if it has no redirect URI. */
export function clientMetadataOf(application: Application): Record<string, unknown> | undefined {
  const { id, name, redirectUris, clientSecretHash, scopes } = application;
  if (redirectUris.length === 0) return undefined;
  return {
    client_id: id,
    client_name: name,
    redirect_uris: redirectUris,
    response_types: ['code'],
    response_modes: ['query'],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: offeredScopes.filter((scope) => scopes.includes(scope)).join(' '),
    // The provider compares the hash, see provider.ts.
    ...(clientSecretHash === null
      ? { token_endpoint_auth_method: 'none' }
      : { token_endpoint_auth_method: 'client_secret_basic', client_secret: clientSecretHash }),
  };
}
