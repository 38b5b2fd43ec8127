/** An application acts for the account of another person: the authorization code flow with PKCE, over HTTP. */
import * as oauth from 'openid-client';
import { afterEach, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import {
  allow,
  authorize,
  createOAuthPartner,
  discover,
  exchange,
  fetchFrom,
  type OAuthPartner,
  readerScopes,
  redirectUri,
  startAuthorization,
} from '../support/oauth.ts';
import { change, codesOf, idOf, wires } from '../support/partner.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, config: { trustedProxies: 1 } });
afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const whoAmI = 'query WhoAmI { viewer { name } }';
const ask = (token: string, on = server) => wires.POST(on, token, { documentId: idOf(whoAmI) });

/** The error of a request for tokens that must fail. */
const errorOf = (request: Promise<unknown>): Promise<string> =>
  request.then(
    () => 'accepted',
    (error: { error?: string; cause?: readonly { parameters: { error: string } }[] }) =>
      error.error ?? error.cause?.[0]?.parameters.error ?? String(error),
  );

/** Opens an authorization request without a browser, and returns where it leads. */
async function openAuthorization(partner: OAuthPartner, parameters: Readonly<Record<string, string | undefined>>) {
  const { url } = await startAuthorization(server, partner);
  for (const [name, value] of Object.entries(parameters))
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  const response = await fetchFrom(server)(url.href, { redirect: 'manual' });
  const location = response.headers.get('location');
  return {
    status: response.status,
    location: location === null ? undefined : new URL(location),
    text: await response.text(),
  };
}

describe('The flow', () => {
  test('makes a public client act for the account of the person who consents, on every wire and instance', async () => {
    const partner = await createOAuthPartner(factory, { documents: [whoAmI] });
    const owner = await factory.createPerson();

    const tokens = await authorize(server, partner, owner);
    const answers = await Promise.all(
      Object.values(wires).map((wire) => wire(second, tokens.access_token, { documentId: idOf(whoAmI) })),
    );

    expect(tokens).toMatchObject({ token_type: 'bearer', scope: readerScopes, expires_in: 3_600 });
    expect(tokens.access_token).toMatch(/^placard_at_[0-9a-f]{64}$/);
    expect(tokens.refresh_token).toMatch(/^placard_rt_[0-9a-f]{64}$/);
    expect(tokens.id_token).toBeUndefined();
    for (const { data } of answers) expect(data).toEqual({ viewer: { name: owner.name } });
  });

  test('gives tokens to a confidential client with its newest secret only', async () => {
    const partner = await createOAuthPartner(factory, { isConfidential: true, documents: [whoAmI] });
    const owner = await factory.createPerson();
    const { applicationId } = partner;
    const authorization = await startAuthorization(server, partner);
    const address = await allow(server, authorization, owner);
    const rotate = (key: string) =>
      change(
        partner.owner,
        'rotateApplicationClientSecret',
        { applicationId, idempotencyKey: key },
        '... on ApplicationClientSecretRotated { secret application { oauthClient { type } } }',
      );

    const rotated = await rotate('once');
    const repeated = await rotate('once');
    const withOld = await errorOf(exchange(authorization, address));
    const withoutAny = await errorOf(
      exchange({ ...authorization, config: await discover(server, { ...partner, clientSecret: undefined }) }, address),
    );
    const config = await discover(server, { ...partner, clientSecret: rotated.secret });
    const tokens = await exchange({ ...authorization, config }, address);

    expect(partner.clientSecret).toMatch(/^placard_cs_/);
    expect(repeated).toEqual(rotated);
    expect(rotated.application.oauthClient.type).toBe('CONFIDENTIAL');
    expect([withOld, withoutAny]).toEqual(['invalid_client', 'invalid_client']);
    expect((await ask(tokens.access_token)).data).toEqual({ viewer: { name: owner.name } });
  });

  test('treats a client without a secret as public again', async () => {
    const partner = await createOAuthPartner(factory, { isConfidential: true, documents: [whoAmI] });
    const { applicationId, owner } = partner;
    const selection = '... on Application { oauthClient { type } }';

    const deleted = await change(owner, 'deleteApplicationClientSecret', { applicationId }, selection);
    const tokens = await authorize(server, { ...partner, clientSecret: undefined }, await factory.createPerson());

    expect(deleted.oauthClient.type).toBe('PUBLIC');
    expect((await ask(tokens.access_token)).status).toBe(200);
  });

  test('is described by the metadata, which offers nothing else', async () => {
    const { text, headers } = await sendRaw(server.url, {
      method: 'GET',
      path: '/.well-known/oauth-authorization-server',
    });

    expect(JSON.parse(text)).toEqual({
      issuer: 'http://localhost:4000',
      authorization_endpoint: 'http://localhost:4000/oauth/authorize',
      token_endpoint: 'http://localhost:4000/oauth/token',
      revocation_endpoint: 'http://localhost:4000/oauth/revoke',
      scopes_supported: ['ORDERS_READ', 'ORDERS_WRITE', 'MESSAGES_WRITE', 'ADS_READ', 'ADS_WRITE'],
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    });
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  test('has the same metadata for HEAD, without a body', async () => {
    const path = '/.well-known/oauth-authorization-server';

    const { status, text, headers } = await sendRaw(server.url, { method: 'HEAD', path });

    expect([status, text, headers['content-type']]).toEqual([200, '', expect.stringContaining('json')]);
  });

  test('keeps codes and tokens in the database only as hashes, and in no log', async () => {
    const partner = await createOAuthPartner(factory, { isConfidential: true });
    const authorization = await startAuthorization(server, partner);
    const address = await allow(server, authorization, await factory.createPerson());
    const tokens = await exchange(authorization, address);
    const secrets = [
      tokens.access_token,
      tokens.refresh_token ?? '',
      address.searchParams.get('code') ?? '',
      partner.clientSecret ?? '',
    ].map((secret) => secret.replace(/^placard_.._/, ''));

    for (const table of ['oauth_record', 'application_grant', 'application', 'idempotency_key'])
      for (const secret of secrets) {
        const rows = await server.app.db.$queryRawUnsafe(
          `select 1 from ${table} as row where row::text like $1`,
          `%${secret}%`,
        );
        expect([table, secret.length > 20, rows]).toEqual([table, true, []]);
      }
    for (const secret of secrets) expect(JSON.stringify(server.logged)).not.toContain(secret);
  });
});

describe('A code', () => {
  test('gives no tokens with a wrong verifier, with none, or with another redirect URI', async () => {
    const partner = await createOAuthPartner(factory);
    const authorization = await startAuthorization(server, partner);
    const address = await allow(server, authorization, await factory.createPerson());
    const { config } = authorization;
    const code = address.searchParams.get('code') ?? '';
    const exchangeWith = (parameters: Record<string, string>) =>
      errorOf(
        oauth.genericGrantRequest(config, 'authorization_code', {
          code,
          redirect_uri: redirectUri,
          code_verifier: authorization.verifier,
          ...parameters,
        }),
      );

    expect(await exchangeWith({ code_verifier: oauth.randomPKCECodeVerifier() })).toBe('invalid_grant');
    expect(await exchangeWith({ code_verifier: '' })).toBe('invalid_grant');
    expect(await exchangeWith({ redirect_uri: 'http://127.0.0.1:9/callback' })).toBe('invalid_grant');
    expect(await exchangeWith({ code: `${code}x` })).toBe('invalid_grant');
    expect(await exchangeWith({})).toBe('accepted');
  });

  test('belongs to its client', async () => {
    const [partner, thief] = [await createOAuthPartner(factory), await createOAuthPartner(factory)];
    const authorization = await startAuthorization(server, partner);
    const address = await allow(server, authorization, await factory.createPerson());

    const stolen = await errorOf(exchange({ ...authorization, config: await discover(server, thief) }, address));

    expect(stolen).toBe('invalid_grant');
  });

  test('that is sent again ends the grant', async () => {
    const partner = await createOAuthPartner(factory, { documents: [whoAmI] });
    const authorization = await startAuthorization(server, partner);
    const address = await allow(server, authorization, await factory.createPerson());
    const tokens = await exchange(authorization, address);
    expect((await ask(tokens.access_token)).status).toBe(200);

    const again = await errorOf(exchange(authorization, address));
    const after = await ask(tokens.access_token, second);

    expect(again).toBe('invalid_grant');
    expect([after.status, codesOf(after)]).toEqual([401, ['ACCESS_TOKEN_INVALID']]);
    expect(await errorOf(oauth.refreshTokenGrant(authorization.config, tokens.refresh_token ?? ''))).toBe(
      'invalid_grant',
    );
  });

  test('that is sent many times at the same time gives tokens at most once, and they do not stay', async () => {
    const partner = await createOAuthPartner(factory, { documents: [whoAmI] });
    const authorization = await startAuthorization(server, partner);
    const address = await allow(server, authorization, await factory.createPerson());
    const config = await discover(second, partner);

    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        exchange(index % 2 === 0 ? authorization : { ...authorization, config }, address),
      ),
    );

    const tokens = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(tokens).toHaveLength(1);
    expect((await ask(tokens[0]?.access_token ?? '')).status).toBe(401);
  });
});

describe('A request for authorization', () => {
  test.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['for an implicit grant', { response_type: 'token' }, 'invalid_request'],
    ['for an ID token', { response_type: 'code id_token' }, 'invalid_request'],
    ['with a scope that the application does not have', { scope: 'ORDERS_READ ADS_WRITE' }, 'invalid_scope'],
    ['with an unknown scope', { scope: 'ORDERS_READ openid' }, 'invalid_scope'],
    ['for webhooks', { scope: 'WEBHOOKS ORDERS_READ' }, 'invalid_scope'],
    ['without a scope', { scope: undefined }, 'invalid_scope'],
    ['without a page', { prompt: 'none' }, 'interaction_required'],
    ['with a request object', { request: 'e30.e30.' }, 'request_not_supported'],
  ])('%s is sent back with an error', async (_what, parameters, error) => {
    const partner = await createOAuthPartner(factory, { scopes: ['ORDERS_READ', 'MESSAGES_WRITE', 'WEBHOOKS'] });

    const { status, location, text } = await openAuthorization(partner, parameters);

    if (!location) throw new Error(`${status} ${text}`);
    const answer = location.searchParams.size > 0 ? location.searchParams : new URLSearchParams(location.hash.slice(1));
    expect(`${location.origin}${location.pathname}`).toBe(redirectUri);
    expect(Object.fromEntries(answer)).toMatchObject({ error, iss: 'http://localhost:4000' });
    expect(answer.get('state')).toMatch(/./);
    expect(answer.has('code')).toBe(false);
  });

  test.each([
    ['an unknown client', { client_id: '00000000-0000-4000-8000-000000000000' }],
    ['a client id that is none', { client_id: 'x\u0000y' }],
    ['no client', { client_id: undefined }],
    ['no redirect URI', { redirect_uri: undefined }],
    ['another redirect URI', { redirect_uri: 'https://thief.example/callback' }],
    ['a redirect URI below the registered one', { redirect_uri: `${redirectUri}/more` }],
    ['a redirect URI with a query', { redirect_uri: `${redirectUri}?next=1` }],
    ['a redirect URI in other case', { redirect_uri: redirectUri.replace('callback', 'Callback') }],
    ['another port of this machine', { redirect_uri: 'http://127.0.0.1:10/callback' }],
    ['an answer in a form', { response_mode: 'form_post' }],
    ['an answer in a fragment', { response_mode: 'fragment' }],
    ['a script as redirect URI', { redirect_uri: 'javascript:alert(1)' }],
  ])('with %s is answered with a page, and redirects to no address', async (_what, parameters) => {
    const partner = await createOAuthPartner(factory);

    const { status, location, text } = await openAuthorization(partner, parameters);

    expect([status, location]).toEqual([400, undefined]);
    expect(text).toContain('The authorization failed');
  });

  test('of a deleted application, or of one whose account is suspended, is answered with a page', async () => {
    const [deleted, suspended] = [await createOAuthPartner(factory), await createOAuthPartner(factory)];
    await change(deleted.owner, 'deleteApplication', { applicationId: deleted.applicationId });
    const accountId = toGlobalId('Account', suspended.owner.accountId);
    await change(await factory.createOperator(), 'suspendAccount', { accountId, reason: 'Spam' });

    for (const partner of [deleted, suspended]) {
      const { status, location } = await openAuthorization(partner, {});
      expect([status, location]).toEqual([400, undefined]);
    }
  });
});

describe('A redirect URI', () => {
  test('is https, or http on this machine, and their number is limited', async () => {
    const { owner, applicationId } = await createOAuthPartner(factory);
    const replace = async (redirectUris: readonly string[]) =>
      (await change(owner, 'updateApplicationRedirectUris', { applicationId, redirectUris })).__typename;
    const refused = [
      'http://partner.example/callback',
      'javascript:alert(1)',
      'com.partner.app:/callback',
      'https://partner.example/#fragment',
      'https://user:password@partner.example/',
      'https://partner.example/\u0001',
      'https://partner.example/\n',
      ' https://partner.example/',
      'http://127.0.0.1.partner.example/',
      'http://localhost@partner.example/',
      `https://partner.example/${'x'.repeat(500)}`,
      'https://',
      '',
    ];

    for (const uri of refused) expect([uri, await replace([uri])]).toEqual([uri, 'InputInvalid']);
    expect(await replace(Array.from({ length: 11 }, (_, index) => `https://partner.example/${index}`))).toBe(
      'InputInvalid',
    );
    expect(await replace(['http://localhost:8080/', 'http://[::1]/x', 'https://partner.example/a?b=c'])).toBe(
      'Application',
    );
    expect(await replace([])).toBe('Application');
  });

  test('is changed by those who may change the application', async () => {
    const { owner, applicationId } = await createOAuthPartner(factory);
    const viewer = await factory.createMember(owner, 'VIEWER');
    const stranger = await factory.createPerson();
    const input = { applicationId, redirectUris: ['https://thief.example/'] };
    const refusal = async (who: typeof owner, mutation: string, fields: Record<string, unknown>) =>
      (await change(who, mutation, fields)).code;

    expect(await refusal(viewer, 'updateApplicationRedirectUris', input)).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
    expect(await refusal(stranger, 'updateApplicationRedirectUris', input)).toBe('APPLICATION_NOT_FOUND');
    expect(await refusal(stranger, 'rotateApplicationClientSecret', { applicationId })).toBe('APPLICATION_NOT_FOUND');
    expect(await refusal(stranger, 'deleteApplicationClientSecret', { applicationId })).toBe('APPLICATION_NOT_FOUND');
  });
});

describe('A request for tokens', () => {
  const send = (fields: Record<string, string> | string, headers: Record<string, string> = {}, path = '/oauth/token') =>
    sendRaw(server.url, {
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: String(new URLSearchParams(fields)),
    });

  test.each(['password', 'client_credentials', 'implicit', 'urn:ietf:params:oauth:grant-type:device_code'])(
    'for the grant type %s is refused',
    async (grant_type) => {
      const { clientId } = await createOAuthPartner(factory);

      const { status, text } = await send({ grant_type, client_id: clientId, username: 'a', password: 'b' });

      expect([status, JSON.parse(text).error]).toEqual([400, 'unsupported_grant_type']);
    },
  );

  test('survives long values, control characters and doubled fields in every parameter', async () => {
    const { clientId } = await createOAuthPartner(factory);
    const fields = {
      grant_type: 'authorization_code',
      client_id: clientId,
      code: 'x',
      redirect_uri: redirectUri,
      code_verifier: 'v'.repeat(43),
      refresh_token: 'x',
      token: 'x',
      scope: 'ORDERS_READ',
    };
    for (const path of ['/oauth/token', '/oauth/revoke'])
      for (const name of Object.keys(fields))
        for (const value of [
          'x'.repeat(90_000),
          'a\u0001b\u007f\ud800\r\nSet-Cookie: a=b',
          'a\u0000b',
          '💥'.repeat(1_000),
        ])
          for (const grant_type of ['authorization_code', 'refresh_token']) {
            const { status } = await send({ ...fields, grant_type, [name]: value }, {}, path);
            expect([path, name, status < 500]).toEqual([path, name, true]);
          }
    const doubled = await send(`${new URLSearchParams(fields)}&code=y`);
    expect([doubled.status, JSON.parse(doubled.text).error]).toEqual([400, 'invalid_request']);
    const { status } = await send(fields, { authorization: `Basic ${'x'.repeat(9_000)}` });
    expect(status).toBe(400);
    expect((await send('x'.repeat(300_000))).status).toBe(413);
    expect((await send(fields, { 'content-type': 'application/json' })).status).toBe(415);
  });

  test('is not answered on other methods', async () => {
    for (const path of ['/oauth/token', '/oauth/revoke']) {
      const { status, headers } = await sendRaw(server.url, { method: 'GET', path });
      expect([status, headers['allow']]).toEqual([405, 'POST']);
    }
    expect((await sendRaw(server.url, { method: 'GET', path: '/oauth/jwks' })).status).toBe(404);
    expect((await sendRaw(server.url, { method: 'GET', path: '/.well-known/openid-configuration' })).status).toBe(404);
  });
});

test('A request for authorization survives long values, control characters and doubled fields in every parameter', async () => {
  const partner = await createOAuthPartner(factory);
  const { url } = await startAuthorization(server, partner);
  const open = (address: URL | string) => fetchFrom(server)(String(address), { redirect: 'manual' });
  for (const name of [...url.searchParams.keys(), 'prompt', 'nonce', 'max_age', 'claims', 'unknown'])
    for (const value of [
      'x'.repeat(9_000),
      'a\u0001b\u007f\r\nSet-Cookie: a=b',
      'a\u0000b',
      '"><script>alert(1)</script>',
      '💥'.repeat(200),
    ]) {
      const hostile = new URL(url);
      hostile.searchParams.set(name, value);
      const response = await open(hostile);
      expect([name, response.status < 500, response.headers.get('set-cookie')?.includes('a=b') ?? false]).toEqual([
        name,
        true,
        false,
      ]);
      expect(await response.text()).not.toContain('<script>');
    }
  const tooLong = new URL(url);
  tooLong.searchParams.set('state', 'x'.repeat(90_000));
  expect((await open(tooLong)).status).toBe(431);
  const doubled = await open(`${url}&client_id=x`);
  expect(doubled.status).toBe(400);
});
