/** Clients as they are: where they put credentials, how they fall back, and which headers they send. */
import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { type AuditResult, serverAudits } from 'graphql-http';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TestPerson } from '../support/factory.ts';
import { createPartner, idOf, wires } from '../support/partner.ts';
import { askOver, errorsIn, openSocket, sendRaw } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let person: TestPerson;
beforeAll(async () => {
  person = await factory.createPerson();
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** The name of the caller of a socket with these parameters and headers, or the code with which it is closed. */
async function callerOf(payload: unknown, headers: Record<string, string> = {}): Promise<string | number | null> {
  const socket = await openSocket(server.url, 'graphql-transport-ws', headers);
  socket.send({ type: 'connection_init', payload });
  const first = await Promise.race([socket.next().catch(() => undefined), socket.closed]);
  if (first === undefined || 'code' in first) return (await socket.closed).code;
  const [answer] = await askOver(socket, '1', { query: '{ me { name } }' });
  socket.cut();
  return answer.payload.data.me?.name ?? null;
}

describe('a socket', () => {
  const places: readonly (readonly [name: string, place: (credentials: string, token: string) => unknown])[] = [
    ['authorization', (authorization) => ({ authorization })],
    ['Authorization', (Authorization) => ({ Authorization })],
    ['AUTHORIZATION', (AUTHORIZATION) => ({ AUTHORIZATION })],
    ['headers.Authorization', (Authorization) => ({ headers: { Authorization } })],
    ['headers.authorization', (authorization) => ({ headers: { authorization } })],
    ['Headers.Authorization', (Authorization) => ({ Headers: { Authorization } })],
    ['authToken', (_, authToken) => ({ authToken })],
    ['authToken with its scheme', (authToken) => ({ authToken })],
    ['token', (_, token) => ({ token })],
    ['accessToken', (_, accessToken) => ({ accessToken })],
    ['an empty place before another', (Authorization) => ({ authorization: '', headers: { Authorization } })],
  ];

  test.each(places)('is authenticated by %s, and refused if that is not valid', async (_name, place) => {
    const { sessionToken } = person;

    expect(await callerOf(place(`Bearer ${sessionToken}`, sessionToken))).toBe(person.name);
    expect(await callerOf(place('Bearer nonsense', 'nonsense'))).toBe(4403);
  });

  test('is authenticated by the header of its upgrade, and refused if that is not valid', async () => {
    const authorization = `Bearer ${person.sessionToken}`;

    expect(await callerOf(undefined, { authorization })).toBe(person.name);
    expect(await callerOf({ authorization: '' }, { authorization })).toBe(person.name);
    for (const wrong of ['Bearer nonsense', 'Basic QWxhZGRpbg==', 'Bearer', person.sessionToken])
      expect([wrong, await callerOf({}, { authorization: wrong })]).toEqual([wrong, 4403]);
  });

  test('is refused with credentials that are not a text', async () => {
    for (const wrong of [1, true, {}, [], ['Bearer x'], { token: 'x' }])
      for (const name of ['authorization', 'token', 'authToken'])
        expect([name, wrong, await callerOf({ [name]: wrong })]).toEqual([name, wrong, 4403]);
  });

  test('is anonymous without credentials', async () => {
    for (const payload of [undefined, {}, { authorization: '' }, { token: null }, { headers: {} }, { headers: null }])
      expect(await callerOf(payload)).toBeNull();
  });
});

describe('a client with automatic persisted queries', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const client = (url: string, token: string, useGETForHashedQueries: boolean) =>
    new ApolloClient({
      cache: new InMemoryCache(),
      link: new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(
        new HttpLink({ uri: `${url}/graphql`, headers: { authorization: `Bearer ${token}` } }),
      ),
    });

  test.each([true, false])('falls back to the text where texts are allowed (hashes by GET: %s)', async (byGet) => {
    const apollo = client(server.url, person.sessionToken, byGet);

    for (const query of [gql`query First { me { name } }`, gql`query Second { me { name id } }`])
      expect((await apollo.query<{ me: { name: string } }>({ query })).data?.me.name).toBe(person.name);
  });

  test('gets the reason where only registered operations run', async () => {
    const { key } = await createPartner(factory, { owner: person });
    const strict = await startServer({ config: { allowsArbitraryOperations: false }, beside: server });
    const payload = { extensions: { persistedQuery: { version: 1, sha256Hash: idOf('{ unknown }') } } };
    const codeFor = async (url: string, token: string) =>
      (await wires.POST({ url }, token, payload)).errors?.[0]?.extensions['code'];

    expect(await codeFor(server.url, key)).toBe('OPERATION_NOT_REGISTERED');
    expect(await codeFor(strict.url, person.sessionToken)).toBe('OPERATION_NOT_REGISTERED');
    expect(await codeFor(server.url, person.sessionToken)).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    await strict.stop();
  });
});

test('pages of all origins may send the headers that clients and their tracing add', async () => {
  const headers =
    'authorization, placard-account, content-type, traceparent, tracestate, baggage, sentry-trace, x-request-id, apollographql-client-name, apollographql-client-version, apollo-require-preflight, x-graphql-client-name, x-graphql-client-version';
  const preflight = await sendRaw(server.url, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': headers,
    },
  });

  const allowed = String(preflight.headers['access-control-allow-headers']).toLowerCase().split(/, */);
  expect(allowed).toEqual(expect.arrayContaining(headers.split(', ')));
  expect(allowed).not.toContain('placard-csrf');
  expect(allowed).not.toContain('*');
});

const wrongParameters: readonly (readonly [name: string, values: readonly unknown[]])[] = [
  ['operationName', [1, true, {}, []]],
  ['query', [1, true, {}, []]],
  ['variables', [1, true, 'x', []]],
  ['extensions', [1, true, 'x', []]],
];
test.each(wrongParameters)('a parameter %s of another type is refused', async (name, values) => {
  for (const value of values)
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, text } = await sendRaw(server.url, {
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query: '{ __typename }', [name]: value }),
      });
      const [error] = JSON.parse(text).errors;
      expect([value, status, error.extensions.code]).toEqual([value, 400, 'PARAMETER_INVALID']);
      expect(error.message).toContain(name);
    }
});

describe('the audit of GraphQL over HTTP', () => {
  /** Audits that the server does not pass, each with the reason. */
  const exceptions: Readonly<Record<string, string>> = {};

  test.each(
    serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch }).map((audit) => [audit.name, audit] as const),
  )('%s', async (_name, audit) => {
    const result: AuditResult = await audit.fn();

    if (result.status === 'ok') expect(exceptions).not.toHaveProperty([audit.id]);
    else
      expect([result.status, result.reason, exceptions[audit.id]]).toEqual([
        result.status,
        result.reason,
        expect.any(String),
      ]);
  });
});
