/** The session of the browser client: its cookie works for pages of this server, and for no other page. */
import { afterEach, expect, test } from 'vitest';
import { factoryFor, type TestPerson } from '../support/factory.ts';
import { askOver, errorsIn, openSocket, type RawAnswer, sendRaw } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const json = { 'content-type': 'application/json' };
/** The headers of a request that a page of this server sends. */
const ownPage = () => ({ origin: server.url, 'placard-csrf': '1' });
const cookieOf = ({ headers }: RawAnswer): string => headers['set-cookie']?.[0] ?? '';
const cookieFor = ({ sessionToken }: TestPerson) => ({ cookie: `placard-session=${sessionToken}` });

const postToken = (token: unknown, headers: Record<string, string>) =>
  sendRaw(server.url, { path: '/session', headers: { ...json, ...headers }, body: JSON.stringify({ token }) });

/** The name of the person whom a request is authenticated as; null for an anonymous caller. */
async function nameSeenBy(headers: Record<string, string>): Promise<string | null> {
  const { text } = await sendRaw(server.url, {
    headers: { ...json, ...headers },
    body: JSON.stringify({ query: '{ me { name } }' }),
  });
  return JSON.parse(text).data.me?.name ?? null;
}

test('a page exchanges a token for a cookie that scripts cannot read, and its requests are authenticated by it', async () => {
  const person = await factory.createPerson();

  const answer = await postToken(person.sessionToken, ownPage());

  expect(answer.status).toBe(204);
  expect(cookieOf(answer)).toBe(
    `placard-session=${person.sessionToken}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`,
  );
  expect(await nameSeenBy({ ...ownPage(), ...cookieFor(person) })).toBe(person.name);
});

test('a token in the header Authorization precedes the cookie', async () => {
  const [person, other] = [await factory.createPerson(), await factory.createPerson()];

  const name = await nameSeenBy({
    ...ownPage(),
    ...cookieFor(person),
    authorization: `Bearer ${other.sessionToken}`,
  });

  expect(name).toBe(other.name);
});

test.each([
  ['with a foreign origin', { origin: 'https://elsewhere.example', 'placard-csrf': '1' }],
  ['with the origin null of a sandboxed frame', { origin: 'null', 'placard-csrf': '1' }],
  ['without an origin', { 'placard-csrf': '1' }],
  ['without an origin, sent by a page of another site', { 'placard-csrf': '1', 'sec-fetch-site': 'cross-site' }],
  [
    'with an origin whose name begins with that of this server',
    { origin: 'http://127.0.0.1.evil.example', 'placard-csrf': '1' },
  ],
] as const)('a request %s does not use the cookie, and cannot set or remove it', async (_name, headers) => {
  const person = await factory.createPerson();

  expect(await nameSeenBy({ ...headers, ...cookieFor(person) })).toBeNull();
  const set = await postToken(person.sessionToken, headers);
  expect([set.status, JSON.parse(set.text).errors[0].extensions.code]).toEqual([403, 'CROSS_SITE_REQUEST']);
  expect(cookieOf(set)).toBe('');
  const removed = await sendRaw(server.url, {
    method: 'DELETE',
    path: '/session',
    headers: { ...headers, ...cookieFor(person) },
  });
  expect(removed.status).toBe(403);
  expect(await nameSeenBy({ ...ownPage(), ...cookieFor(person) })).toBe(person.name);
});

test('a request without the CSRF header does not use the cookie', async () => {
  const person = await factory.createPerson();
  const headers = { origin: server.url, ...cookieFor(person) };

  expect(await nameSeenBy(headers)).toBeNull();
  expect((await postToken(person.sessionToken, headers)).status).toBe(403);
});

test('a form cannot be posted with the cookie', async () => {
  const person = await factory.createPerson();
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: server.url, ...cookieFor(person) };

  const answers = [
    await sendRaw(server.url, { headers: form, body: 'query=%7Bme%7Bname%7D%7D' }),
    await sendRaw(server.url, { headers: { ...form, 'content-type': 'text/plain' }, body: '{"query":"{me{name}}"}' }),
    await sendRaw(server.url, { path: '/session', headers: { ...form, ...ownPage() }, body: 'token=a' }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([415, 415, 415]);
});

test('a GET uses the cookie only with the CSRF header, from a page of this server', async () => {
  const person = await factory.createPerson();
  const nameRead = async (headers: Record<string, string>) => {
    const path = `/graphql?query=${encodeURIComponent('{me{name}}')}`;
    const { text } = await sendRaw(server.url, { method: 'GET', path, headers: { ...headers, ...cookieFor(person) } });
    return JSON.parse(text).data.me?.name ?? null;
  };

  expect(await nameRead({ 'placard-csrf': '1', 'sec-fetch-site': 'same-origin' })).toBe(person.name);
  expect(await nameRead({ 'sec-fetch-site': 'same-origin' })).toBeNull();
  expect(await nameRead({ 'placard-csrf': '1', 'sec-fetch-site': 'same-site' })).toBeNull();
  expect(await nameRead({ 'placard-csrf': '1' })).toBeNull();
});

test.each([
  ['of this server', (): string => server.url, true],
  ['of another site', (): string => 'https://elsewhere.example', false],
  ['that hides its origin', (): string => 'null', false],
] satisfies [string, () => string, boolean][])('a WebSocket from a page %s', async (_name, origin, isSignedIn) => {
  const person = await factory.createPerson();
  const socket = await openSocket(server.url, undefined, { origin: origin(), ...cookieFor(person) });
  socket.send({ type: 'connection_init' });
  expect((await socket.next()).type).toBe('connection_ack');

  const [answer] = await askOver(socket, 'me', { query: '{ me { name } }' });

  expect(answer.payload.data.me?.name ?? null).toBe(isSignedIn ? person.name : null);
  socket.cut();
});

test('a page ends its session and removes the cookie, also when the session has ended already', async () => {
  const person = await factory.createPerson();
  const end = () =>
    sendRaw(server.url, { method: 'DELETE', path: '/session', headers: { ...ownPage(), ...cookieFor(person) } });

  const answers = [await end(), await end()];

  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect(answers.map(cookieOf)).toEqual(
    answers.map(() => 'placard-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'),
  );
  expect((await person.send('{ me { name } }')).status).toBe(401);
  // The page asks for the cookie to be removed, or signs in again.
  const refused = await sendRaw(server.url, {
    headers: { ...json, ...ownPage(), ...cookieFor(person) },
    body: '{"query":"{ me { name } }"}',
  });
  expect([refused.status, JSON.parse(refused.text).errors[0].extensions.code]).toEqual([401, 'SESSION_ENDED']);
});

test.each([
  ['an unknown token', 'unknown', 401],
  ['an empty token', '', 400],
  ['a number', 1, 400],
  ['a token with the separator of cookies', 'a; Domain=example', 400],
  ['a token with a line break', 'a\r\nset-cookie: b=c', 400],
  ['null', null, 400],
] as const)('%s sets no cookie', async (_name, token, status) => {
  const answer = await postToken(token, ownPage());

  expect(answer.status).toBe(status);
  expect(cookieOf(answer)).toBe('');
});

test('a server with TLS in front of it sets a cookie that is bound to its host, and accepts its public origin only', async () => {
  const behindTls = await startServer({ config: { isProduction: true, publicUrl: 'https://market.example' } });
  try {
    const person = await factoryFor(behindTls).createPerson();
    const post = (origin: string) =>
      sendRaw(behindTls.url, {
        path: '/session',
        headers: { ...json, origin, 'placard-csrf': '1' },
        body: JSON.stringify({ token: person.sessionToken }),
      });

    expect(cookieOf(await post('https://market.example'))).toBe(
      `__Host-placard-session=${person.sessionToken}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure`,
    );
    expect((await post(behindTls.url)).status).toBe(403);
  } finally {
    await behindTls.stop();
  }
});
