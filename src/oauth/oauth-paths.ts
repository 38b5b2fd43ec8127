/** The addresses of OAuth. */
export const authorizePath = '/oauth/authorize';
export const tokenPath = '/oauth/token';
export const revokePath = '/oauth/revoke';
/** The pages on which a person consents; the id of the authorization follows. */
export const consentPath = '/oauth/consent/';
/** The metadata of the authorization server (RFC 8414). */
export const metadataPath = '/.well-known/oauth-authorization-server';
