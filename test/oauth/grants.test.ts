/** Grants: what an application may do with one, how its tokens are refreshed, and everything that ends it. */
import * as oauth from 'openid-client';
import { afterEach, describe, expect, test } from 'vitest';
import { workingGrantsOf } from '../../src/access/grant-access.ts';
import { offeredScopes } from '../../src/access/scopes.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { createGrant } from '../../src/oauth/grants.ts';
import { pruneRecords } from '../../src/oauth/prune-records.ts';
import { type ApiClient, apiClient, type Data, type Subscriber } from '../support/client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { mutations } from '../support/mutations.ts';
import { authorize, createOAuthPartner, discover, type OAuthPartner } from '../support/oauth.ts';
import { change, codesOf, idOf, manifestOf, register, wires } from '../support/partner.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, config: { trustedProxies: 1 }, sessionDays: 1_000 });
afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const whoAmI = 'query WhoAmI { viewer { name contactEmail } }';
const read = 'query Read($id: ID!) { order(id: $id) { number ads { id } } orders { edges { node { number } } } }';
const say = `mutation Say($id: ID!, $key: String) { sendMessage(input: { orderId: $id, text: "Hello", idempotencyKey: $key }) {
  __typename ... on Message { number } ... on ScopeMissing { scopes } } }`;
const follow = `subscription Follow($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { entry { number } } ... on Refusal { code recovery } } }`;
const listGrants = `query { viewer { applicationGrants(first: 50) { nodes {
  id scopes lastUsedAt revokedAt application { name maker { name } } consentedBy { name } account { name } } } } }`;
const documents = [whoAmI, read, say, follow];

type Tokens = oauth.TokenEndpointResponse;
interface Granted {
  readonly partner: OAuthPartner;
  /** The person who has consented: the seller of the order. */
  readonly owner: TestPerson;
  readonly order: TestOrder;
  readonly tokens: Tokens;
}

/** An application that acts for the seller of an order. */
async function grant(parameters: Readonly<Record<string, string>> = {}): Promise<Granted> {
  const partner = await createOAuthPartner(factory, { documents });
  const order = await factory.createOrder();
  const tokens = await authorize(server, partner, order.seller, parameters);
  return { partner, owner: order.seller, order, tokens };
}

const run = (token: string, text: string, variables: Record<string, unknown> = {}, on = server) =>
  wires.POST(on, token, { documentId: idOf(text), variables });
const isWorking = async ({ access_token }: Tokens, on = server) =>
  (await run(access_token, whoAmI, {}, on)).status === 200;
const refresh = async (partner: OAuthPartner, tokens: Tokens, on = server) =>
  oauth.refreshTokenGrant(await discover(on, partner), tokens.refresh_token ?? '');
const refreshError = (partner: OAuthPartner, tokens: Tokens, on = server): Promise<string> =>
  refresh(partner, tokens, on).then(
    () => 'accepted',
    (error: oauth.ResponseBodyError) => error.error,
  );
const grantsOf = async (who: ApiClient): Promise<Data[]> => (await who.ask(listGrants)).viewer.applicationGrants.nodes;

describe('An application with a grant', () => {
  test('sees and does what its scopes allow for the account that consented, and nothing for the account of its maker', async () => {
    const { partner, owner, order, tokens } = await grant();
    const ofMaker = await factory.createOrder({ seller: partner.owner });
    const unrelated = await factory.createOrder();

    const own = await run(tokens.access_token, read, { id: order.id });
    const others = await Promise.all([ofMaker, unrelated].map(({ id }) => run(tokens.access_token, read, { id })));
    const ownAccount = await run(tokens.access_token, whoAmI);
    const message = await run(tokens.access_token, say, { id: order.id });
    const messageElsewhere = await run(tokens.access_token, say, { id: ofMaker.id });

    expect(own.data).toEqual({
      order: { number: order.number, ads: [] },
      orders: { edges: [{ node: { number: order.number } }] },
    });
    for (const { data } of others) expect(data.order).toBeNull();
    expect(ownAccount.data).toEqual({ viewer: { name: owner.name, contactEmail: null } });
    expect(message.data.sendMessage.__typename).toBe('Message');
    expect(messageElsewhere.data.sendMessage.__typename).toBe('OrderNotFound');
  });

  test('has the scopes that were granted and that it still has', async () => {
    const { partner, order, tokens } = await grant({ scope: 'ORDERS_READ' });
    const { applicationId } = partner;
    const refused = await run(tokens.access_token, say, { id: order.id });
    await change(partner.owner, 'updateApplicationScopes', { applicationId, scopes: ['MESSAGES_WRITE'] });
    const narrowed = await run(tokens.access_token, read, { id: order.id });
    await change(partner.owner, 'updateApplicationScopes', { applicationId, scopes: ['ORDERS_READ', 'ORDERS_WRITE'] });
    const restored = await run(tokens.access_token, read, { id: order.id });

    expect(refused.data.sendMessage).toEqual({ __typename: 'ScopeMissing', scopes: ['MESSAGES_WRITE'] });
    expect(narrowed.data?.order ?? null).toBeNull();
    expect(restored.data.order.number).toBe(order.number);
  });

  test('runs only its registered operations, and manages nothing of its own', async () => {
    const { partner, tokens } = await grant({ scope: 'ORDERS_READ ORDERS_WRITE MESSAGES_WRITE ADS_READ ADS_WRITE' });
    const manage = `mutation Manage($input: RegisterOperationsInput!) { registerOperations(input: $input) { __typename } }`;
    const look =
      'query Look { applications { edges { node { name } } } operationManifests { edges { node { name } } } }';
    const endpoint = `mutation Hook($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { __typename } }`;
    await register(partner, [manage, look, endpoint]);
    const manifest = { name: 'evil', version: '1', manifest: manifestOf(whoAmI) };

    const text = await wires.POST(server, tokens.access_token, { query: whoAmI });
    const unknown = await run(tokens.access_token, '{ viewer { id } }');
    const registered = await run(tokens.access_token, manage, { input: manifest });
    const seen = await run(tokens.access_token, look);
    const hook = await run(tokens.access_token, endpoint, {
      input: { url: 'https://partner.example/hook', documentId: idOf(follow) },
    });

    expect([codesOf(text), codesOf(unknown)]).toEqual([['ARBITRARY_OPERATION_REFUSED'], ['OPERATION_NOT_REGISTERED']]);
    expect(registered.data.registerOperations.__typename).toBe('ApplicationNotFound');
    expect(seen.data).toEqual({ applications: { edges: [] }, operationManifests: { edges: [] } });
    expect(hook.data.createWebhookEndpoint.__typename).toBe('ScopeMissing');
  });

  test('may call the same mutations as with a key of that account', async () => {
    const texts = mutations.map(
      ({ name, inputType }) =>
        `mutation Try_${name}($input: ${inputType}!) { answer: ${name}(input: $input) { __typename } }`,
    );
    const partner = await createOAuthPartner(factory, { scopes: offeredScopes, documents: texts });
    const tokens = await authorize(server, partner, partner.owner, { scope: offeredScopes.join(' ') });
    const answersWith = async (token: string) => {
      const answers: Record<string, string> = {};
      for (const [index, { name, input }] of mutations.entries())
        answers[name] = (await run(token, texts[index] ?? '', { input })).data?.answer.__typename;
      return answers;
    };

    const byKey = await answersWith(partner.key);
    const byToken = await answersWith(tokens.access_token);

    /** Answers that say who may call a mutation; all others depend on the data. */
    const rights = ['ScopeMissing', 'NotSignedIn', 'AccountRefused', 'OperatorRequired', 'SandboxOnly'];
    const rightIn = (answer: string | undefined) => (rights.includes(answer ?? '') ? answer : 'allowed');
    for (const { name } of mutations) expect([name, rightIn(byToken[name])]).toEqual([name, rightIn(byKey[name])]);
    expect(byToken['updateApplicationRedirectUris']).toBe('ScopeMissing');
    expect(byToken['revokeApplicationGrant']).toBe('ScopeMissing');
  });

  test('exports no lists', async () => {
    const { partner, tokens } = await grant();
    const exportAs = (token: string) =>
      sendRaw(server.url, {
        method: 'GET',
        path: '/exports/orders.csv',
        headers: { authorization: `Bearer ${token}` },
      });

    expect([(await exportAs(partner.key)).status, (await exportAs(tokens.access_token)).status]).toEqual([200, 403]);
  });

  test('uses the quota of the application, together with its keys', async () => {
    const { partner, tokens } = await grant();

    const byKey = await run(partner.key, whoAmI);
    const byToken = await run(tokens.access_token, whoAmI);

    const { remaining, requested } = byToken.extensions.cost;
    expect(remaining).toBeLessThanOrEqual(byKey.extensions.cost.remaining);
    expect(remaining).toBeGreaterThan(byKey.extensions.cost.remaining - requested - 1);
    expect(requested).toBe(byKey.extensions.cost.requested);
  });

  test('is on the timeline beside the account for which it acts, and its idempotency keys are its own', async () => {
    const { order, tokens } = await grant();

    const first = await run(tokens.access_token, say, { id: order.id, key: 'same' });
    const repeated = await run(tokens.access_token, say, { id: order.id, key: 'same' }, second);
    const { order: seen } = await order.advertiser.ask(
      'query ($id: ID!) { order(id: $id) { timeline { edges { node { type actor { name } application { name } } } } } }',
      { id: order.id },
    );

    expect(repeated.data).toEqual(first.data);
    expect(seen.timeline.edges.map(({ node }: Data) => node)).toContainEqual({
      type: 'MESSAGE_SENT',
      actor: { name: order.seller.name },
      application: { name: 'Feed robot' },
    });
  });
});

describe('A refresh token', () => {
  test('gives new tokens once; the access token before works until it expires', async () => {
    const { partner, tokens } = await grant();

    const next = await refresh(partner, tokens, second);
    const narrower = await oauth.refreshTokenGrant(await discover(server, partner), next.refresh_token ?? '', {
      scope: 'ORDERS_READ',
    });

    expect(next.access_token).not.toBe(tokens.access_token);
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    expect(narrower.scope).toBe('ORDERS_READ');
    expect([await isWorking(tokens), await isWorking(next), await isWorking(narrower)]).toEqual([true, true, true]);
  });

  test('that is used again ends the grant with all its tokens', async () => {
    const { partner, owner, tokens } = await grant();
    const next = await refresh(partner, tokens);

    const reused = await refreshError(partner, tokens, second);

    expect(reused).toBe('invalid_grant');
    expect([await isWorking(tokens), await isWorking(next, second)]).toEqual([false, false]);
    expect(await refreshError(partner, next)).toBe('invalid_grant');
    expect(await grantsOf(owner)).toEqual([]);
  });

  test('that is sent many times at the same time on two instances works at most once, and ends the grant', async () => {
    const { partner, owner, tokens } = await grant();
    const configs = [await discover(server, partner), await discover(second, partner)];

    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        oauth.refreshTokenGrant(configs[index % 2] as oauth.Configuration, tokens.refresh_token ?? ''),
      ),
    );

    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.error] : []));
    expect(won.length).toBeLessThanOrEqual(1);
    expect(new Set(errors)).toEqual(new Set(['invalid_grant']));
    for (const next of [tokens, ...won]) expect(await isWorking(next)).toBe(false);
    expect(await grantsOf(owner)).toEqual([]);
  });

  test('is not used up by a request that fails', async () => {
    const { partner, tokens } = await grant();
    await server.app.db.$executeRaw`create function refuse_refresh_tokens() returns trigger language plpgsql as
      $$ begin if new.kind = 'REFRESH_TOKEN' then raise exception 'the disk is full'; end if; return new; end $$`;
    await server.app.db.$executeRaw`create trigger refuse_refresh_tokens before insert on oauth_record
      for each row execute function refuse_refresh_tokens()`;

    // An instance of its own, because it logs the error.
    const third = await startServer({ beside: server });
    const failed = await sendRaw(third.url, {
      path: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: String(
        new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: partner.clientId,
          refresh_token: tokens.refresh_token ?? '',
        }),
      ),
    });
    await server.app.db.$executeRaw`drop trigger refuse_refresh_tokens on oauth_record`;
    await third.stop();

    expect([failed.status, JSON.parse(failed.text)]).toEqual([
      500,
      { error: 'server_error', error_description: 'The server could not handle the request. Try again later.' },
    ]);
    expect(errorsIn(third.logged).join()).toContain('the disk is full');
    expect(await refreshError(partner, tokens)).toBe('accepted');
    expect(await isWorking(tokens)).toBe(true);
  });

  test('can be used while its grant is revoked in all ways, without a deadlock', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { partner, owner, tokens } = await grant();
      const [{ id: grantId }] = (await grantsOf(owner)) as [{ id: string }];
      const configs = [await discover(server, partner), await discover(second, partner)] as const;

      const [refreshed] = await Promise.all([
        refreshError(partner, tokens),
        change(owner, 'revokeApplicationGrant', { grantId }),
        oauth.tokenRevocation(configs[0], tokens.access_token),
        oauth.tokenRevocation(configs[1], tokens.refresh_token ?? ''),
        refreshError(partner, tokens, second),
      ]);

      expect(['accepted', 'invalid_grant']).toContain(refreshed);
      expect(await isWorking(tokens)).toBe(false);
    }
  });

  test('belongs to its client, and does not widen the scopes', async () => {
    const { partner, tokens } = await grant({ scope: 'ORDERS_READ' });
    const thief = await createOAuthPartner(factory);

    const config = await discover(server, partner);
    const wider = { scope: 'ORDERS_READ ADS_READ' };

    expect(await refreshError(thief, tokens)).toBe('invalid_grant');
    await expect(oauth.refreshTokenGrant(config, tokens.refresh_token ?? '', wider)).rejects.toMatchObject({
      error: 'invalid_scope',
    });
    expect(await refreshError(partner, tokens)).toBe('accepted');
  });

  test('works after its access token has expired, and expires itself', async () => {
    const { partner, owner, tokens } = await grant();
    server.clock.advance({ ms: limits.oauth.accessTokenMinutes * 60_000 });

    const expired = await run(tokens.access_token, whoAmI);
    const next = await refresh(partner, tokens);
    const works = await isWorking(next);
    server.clock.advance({ days: limits.oauth.refreshTokenDays });

    expect([expired.status, codesOf(expired)]).toEqual([401, ['ACCESS_TOKEN_INVALID']]);
    expect(expired.headers['www-authenticate']).toBe('Bearer');
    expect(works).toBe(true);
    expect(await refreshError(partner, next)).toBe('invalid_grant');
    expect(await grantsOf(owner)).toEqual([]);
    const { id } = await server.app.db.applicationGrant.findFirstOrThrow({ where: { accountId: owner.accountId } });
    expect(await server.app.db.oAuthRecord.count({ where: { grantId: id } })).toBeGreaterThan(0);
    await Promise.all([pruneRecords(server.app), pruneRecords(second.app)]);
    expect(await server.app.db.oAuthRecord.count({ where: { grantId: id } })).toBe(0);
    expect(await server.app.db.applicationGrant.count({ where: { id } })).toBe(1);
  });
});

/** Everything that ends a grant, or stops it. */
const ends: Readonly<Record<string, (granted: Granted) => Promise<unknown>>> = {
  'the owner revokes it': async ({ owner }) => {
    const [{ id }] = (await grantsOf(owner)) as [{ id: string }];
    expect((await change(owner, 'revokeApplicationGrant', { grantId: id })).__typename).toBe('ApplicationGrant');
  },
  'the application revokes its access token': async ({ partner, tokens }) =>
    oauth.tokenRevocation(await discover(server, partner), tokens.access_token),
  'the application revokes its refresh token': async ({ partner, tokens }) =>
    oauth.tokenRevocation(await discover(server, partner), tokens.refresh_token ?? ''),
  'the refresh token is used twice': async ({ partner, tokens }) => {
    await refresh(partner, tokens);
    await refreshError(partner, tokens);
  },
  'the application is deleted': ({ partner: { owner, applicationId } }) =>
    change(owner, 'deleteApplication', { applicationId }),
  'the account of its maker is suspended': async ({ partner: { owner } }) =>
    change(await factory.createOperator(), 'suspendAccount', {
      accountId: toGlobalId('Account', owner.accountId),
      reason: 'Spam',
    }),
  'the person who consented becomes a member': async ({ owner }) => {
    const other = await factory.createMember(owner, 'OWNER');
    const input = { personId: toGlobalId('Person', owner.personId), role: 'MEMBER' };
    expect((await change(other, 'updateMemberRole', input)).__typename).toBe('AccountMembership');
  },
  'the person who consented leaves the account': async ({ owner }) => {
    const other = await factory.createMember(owner, 'OWNER');
    await change(other, 'removeMember', { personId: toGlobalId('Person', owner.personId) });
    expect(await server.app.db.membership.count({ where: { personId: owner.personId } })).toBe(0);
  },
  'it is revoked without an announcement': ({ owner: { accountId } }) =>
    server.app.db.applicationGrant.updateMany({ where: { accountId }, data: { revokedAt: server.clock.now() } }),
};

describe.each(Object.entries(ends))('When %s', (_what, end) => {
  test('its tokens stop working, and its streams end on every wire and instance', async () => {
    const granted = await grant();
    const { partner, order, tokens } = granted;
    const streams = await Promise.all([
      followAs(tokens, 'WebSocket', order, second),
      followAs(tokens, 'SSE', order, server),
    ]);
    await order.advertiser.ask(
      'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "?" }) { __typename } }',
      {
        id: order.id,
      },
    );
    for (const stream of streams) await stream.next();

    await end(granted);
    const last = await Promise.all(streams.map(endOf));

    expect(last).toEqual(
      streams.map(() => ({ __typename: 'StreamEnded', code: 'ACCESS_TOKEN_INVALID', recovery: 'CORRECTABLE' })),
    );
    expect([await isWorking(tokens), await isWorking(tokens, second)]).toEqual([false, false]);
    expect(['invalid_grant', 'invalid_client']).toContain(await refreshError(partner, tokens));
    const listed = workingGrantsOf(granted.owner.accountId, server.clock.now());
    expect(await server.app.db.applicationGrant.count({ where: listed })).toBe(0);
  });
});

async function followAs(
  { access_token }: Tokens,
  wire: 'SSE' | 'WebSocket',
  from: TestOrder,
  on: ApiClient | typeof server,
) {
  const { cursor } = (await from.seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: from.id })).order;
  const client = apiClient(on.url, access_token);
  const payload = { documentId: idOf(follow) };
  const variables = { id: from.id, after: cursor };
  return wire === 'SSE' ? client.followSse('', variables, payload) : client.follow('', variables, payload);
}

const endOf = async (stream: Subscriber) =>
  (await stream.until(({ orderTimeline }) => orderTimeline.__typename === 'StreamEnded')).at(-1)?.orderTimeline;

test('A stream ends when its access token expires, and resumes from its cursor with the next one', async () => {
  const { partner, order, tokens } = await grant();
  const stream = await followAs(tokens, 'WebSocket', order, server);
  const next = await refresh(partner, tokens);
  await run(next.access_token, say, { id: order.id });
  await stream.next();
  server.clock.advance({ ms: limits.oauth.accessTokenMinutes * 60_000 });

  expect(await endOf(stream)).toMatchObject({ code: 'ACCESS_TOKEN_INVALID' });
  const refreshed = await refresh(partner, next);
  const resumed = await followAs(refreshed, 'WebSocket', order, server);
  await run(refreshed.access_token, say, { id: order.id });
  expect((await resumed.next()).orderTimeline.__typename).toBe('TimelineEntryAdded');
  resumed.stop();
});

test('A grant works again when the account of its maker is reinstated', async () => {
  const { partner, tokens } = await grant();
  const operator = await factory.createOperator();
  const input = { accountId: toGlobalId('Account', partner.owner.accountId), reason: 'A mistake' };

  await change(operator, 'suspendAccount', input);
  const suspended = await isWorking(tokens);
  const refused = await refreshError(partner, tokens);
  await change(operator, 'reinstateAccount', input);

  expect([suspended, refused]).toEqual([false, 'invalid_client']);
  expect([await isWorking(tokens), await refreshError(partner, tokens)]).toEqual([true, 'accepted']);
});

test('Suspending the account that consented leaves the grant, as it leaves keys: nothing new is started', async () => {
  const { owner, tokens } = await grant();
  const accountId = toGlobalId('Account', owner.accountId);
  await change(await factory.createOperator(), 'suspendAccount', { accountId, reason: 'Spam' });

  expect(await isWorking(tokens)).toBe(true);
});

describe('The grants of an account', () => {
  test('are listed for its members with the application, its maker and the owner who consented', async () => {
    const { partner, owner, tokens } = await grant();
    const stranger = await factory.createPerson();
    const viewer = await factory.createMember(owner, 'VIEWER');
    await isWorking(tokens);
    await server.app.keyUsage.flush();

    const [listed, ...others] = await grantsOf(viewer);
    const ofStranger = await stranger.ask(
      'query ($id: ID!) { node(id: $id) { ... on Account { applicationGrants { nodes { id } } } } }',
      { id: toGlobalId('Account', owner.accountId) },
    );

    expect(others).toEqual([]);
    expect(listed).toMatchObject({
      scopes: ['ORDERS_READ', 'MESSAGES_WRITE'],
      lastUsedAt: expect.any(String),
      revokedAt: null,
      application: { name: 'Feed robot', maker: { name: partner.owner.name } },
      consentedBy: { name: owner.name },
      account: { name: owner.name },
    });
    const { exportPersonalData: data } = await owner.ask('{ exportPersonalData { document } }');
    expect(JSON.parse(data.document).applicationGrants).toMatchObject([{ accountId: owner.accountId }]);
    expect(ofStranger.node?.applicationGrants.nodes ?? []).toEqual([]);
    expect(await grantsOf(partner.owner)).toEqual([]);
  });

  test('are revoked by its owners only, once', async () => {
    const { partner, owner, tokens } = await grant();
    const [{ id: grantId }] = (await grantsOf(owner)) as [{ id: string }];
    const revoke = async (who: ApiClient, input: Record<string, unknown> = { grantId }) => {
      const { __typename, code, revokedAt } = await change(
        who,
        'revokeApplicationGrant',
        input,
        '... on ApplicationGrant { revokedAt }',
      );
      return code ?? revokedAt ?? __typename;
    };

    expect(await revoke(await factory.createMember(owner, 'MEMBER'))).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
    expect(await revoke(await factory.createMember(owner, 'VIEWER'))).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
    for (const who of [partner.owner, await factory.createPerson(), await factory.createOperator()])
      expect(await revoke(who)).toBe('APPLICATION_GRANT_NOT_FOUND');
    expect(await revoke(apiClient(server.url))).toBe('NOT_SIGNED_IN');
    for (const bad of ['', 'x', partner.applicationId, 'x'.repeat(9_000)])
      expect(await revoke(owner, { grantId: bad })).toBe('APPLICATION_GRANT_NOT_FOUND');
    expect(await isWorking(tokens)).toBe(true);

    const at = await revoke(owner, { grantId, idempotencyKey: 'once' });
    server.clock.advance({ ms: 5_000 });
    expect(at).toMatch(/^\d{4}-/);
    expect(await revoke(owner, { grantId, idempotencyKey: 'once' })).toBe(at);
    expect(await revoke(owner)).toBe(at);
    expect(await isWorking(tokens)).toBe(false);
  });

  test('are limited for each application: a further one ends the oldest', async () => {
    const { partner, owner, tokens } = await grant();
    const consent = {
      applicationId: partner.clientId,
      accountId: owner.accountId,
      personId: owner.personId,
      scopes: ['ORDERS_READ'] as const,
    };

    const created = await Promise.all(
      Array.from({ length: limits.oauth.grantsPerApplication }, (_, index) =>
        createGrant(index % 2 === 0 ? server.app : second.app, consent),
      ),
    );

    expect(created.every((id) => id !== undefined)).toBe(true);
    expect(await grantsOf(owner)).toHaveLength(limits.oauth.grantsPerApplication);
    expect(await isWorking(tokens)).toBe(false);
  });
});

test('A token that is unknown or malformed is refused like one that has expired', async () => {
  for (const token of ['placard_at_', `placard_at_${'0'.repeat(64)}`, `placard_at_${'x'.repeat(150)}`]) {
    const answer = await run(token, whoAmI);
    expect([answer.status, codesOf(answer)]).toEqual([401, ['ACCESS_TOKEN_INVALID']]);
  }
  const { tokens } = await grant();
  for (const token of [tokens.refresh_token ?? '', tokens.access_token.toUpperCase()])
    expect((await run(token, whoAmI)).status).toBe(401);
});
