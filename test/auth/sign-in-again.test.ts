/** `signIn` that a client repeats, because the answer was lost: the key of the request is not a credential. */
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { signInCodeFor } from '../../src/emails/mailed-codes.ts';
import { limits } from '../../src/limits.ts';
import { dayMs, later } from '../../src/platform/clock.ts';
import { apiClient, type Data } from '../support/client.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ config: { redisUrl: undefined } });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const request = `mutation ($input: RequestSignInCodeInput!) { answer: requestSignInCode(input: $input) { __typename
  ... on SignInCodeRequested { sentTo } } }`;
const enter = `mutation ($input: SignInInput!) { answer: signIn(input: $input) { __typename
  ... on SignedIn { token expiresAt isNewPerson person { id } } ... on Refusal { code } } }`;

/** Sends a mutation without a token from an address of the loopback network. */
async function sendFrom(localAddress: string, query: string, input: Data): Promise<Data> {
  const headers = { 'content-type': 'application/json' };
  const { text } = await sendRaw(server.url, {
    headers,
    localAddress,
    body: JSON.stringify({ query, variables: { input } }),
  });
  return JSON.parse(text).data.answer;
}

let addresses = 0;
/** A caller with a code for an address that is new. */
async function callerWithCode() {
  const from = `127.0.7.${++addresses}`;
  const email = `again-${addresses}@people.example`;
  await sendFrom(from, request, { email });
  const { id } = await server.app.db.signInCode.findFirstOrThrow({ where: { email } });
  const code = signInCodeFor(server.app, id);
  const signIn = (input: Data = {}, address = from) => sendFrom(address, enter, { email, code, ...input });
  return { from, email, code, signIn };
}
const wrong = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');

test('a repeated sign-in gets the same session, which works', async () => {
  const { email, signIn } = await callerWithCode();

  const first = await signIn({ idempotencyKey: 'one' });
  const again = await signIn({ idempotencyKey: 'one' });

  expect(first).toMatchObject({ __typename: 'SignedIn', isNewPerson: true });
  expect(again).toEqual(first);
  expect(await apiClient(server.url, again.token).ask('{ me { email } }')).toEqual({
    me: { email },
  });
  expect(await server.app.db.session.count({ where: { person: { email } } })).toBe(1);
});

test('the token of a session is not in the database', async () => {
  const { signIn } = await callerWithCode();
  const { token } = await signIn({ idempotencyKey: 'one' });

  const tables = await server.app.db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`;
  for (const { name } of tables) {
    const [found] = await server.app.db.$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from public."${name}" row where position($1 in row::text) > 0`,
      token,
    );
    expect([name, found?.count]).toEqual([name, 0]);
  }
});

test('a repeated sign-in without a key, or with another one, is refused because the code was used', async () => {
  const { signIn } = await callerWithCode();
  await signIn({ idempotencyKey: 'one' });

  expect((await signIn()).__typename).toBe('SignInCodeInvalid');
  expect((await signIn({ idempotencyKey: 'two' })).__typename).toBe('SignInCodeInvalid');
});

test('a caller at another address gets nothing for the key and the code', async () => {
  const { email, signIn } = await callerWithCode();
  await signIn({ idempotencyKey: 'one' });

  expect((await signIn({ idempotencyKey: 'one' }, '127.0.8.1')).__typename).toBe('SignInCodeInvalid');
  expect(await server.app.db.session.count({ where: { person: { email } } })).toBe(1);
});

test('guesses of the code with a known key count as attempts, after which the right code gets nothing either', async () => {
  const { code, signIn } = await callerWithCode();
  await signIn({ idempotencyKey: 'one' });

  for (let guess = 1; guess < limits.signInCode.tries; guess += 1)
    expect((await signIn({ idempotencyKey: 'one', code: wrong(code) })).__typename).toBe('IdempotencyKeyReused');

  expect((await signIn({ idempotencyKey: 'one' })).__typename).toBe('SignInCodeInvalid');
});

test('a failed sign-in leaves no key, and the right code can be sent with it', async () => {
  const { code, signIn } = await callerWithCode();

  expect((await signIn({ idempotencyKey: 'one', code: wrong(code) })).__typename).toBe('SignInCodeInvalid');
  expect((await signIn({ idempotencyKey: 'one' })).__typename).toBe('SignedIn');
});

test('a session that has ended is not answered again', async () => {
  const { signIn } = await callerWithCode();
  const { token } = await signIn({ idempotencyKey: 'one' });
  await apiClient(server.url, token).ask('mutation { signOut(input: {}) { __typename } }');

  expect((await signIn({ idempotencyKey: 'one' })).__typename).toBe('SignInCodeInvalid');
});

test('a session is answered again only as long as the code would still work', async () => {
  const { signIn } = await callerWithCode();
  await signIn({ idempotencyKey: 'one' });
  server.clock.advance({ ms: limits.signInCode.minutes * 60_000 });

  expect((await signIn({ idempotencyKey: 'one' })).__typename).toBe('SignInCodeInvalid');
});

test('two requests with one key at the same time get one session', async () => {
  const { email, signIn } = await callerWithCode();

  const answers = await Promise.all([1, 2, 3].map(() => signIn({ idempotencyKey: 'one' })));

  expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
  expect(await server.app.db.session.count({ where: { person: { email } } })).toBe(1);
});

test('a code that is requested twice with one key is e-mailed once', async () => {
  const input = { email: 'once@people.example', idempotencyKey: 'one' };

  for (let count = 0; count < 2; count += 1)
    expect(await sendFrom('127.0.9.1', request, input)).toEqual({
      __typename: 'SignInCodeRequested',
      sentTo: input.email,
    });
  const byOther = await sendFrom('127.0.9.2', request, input);

  expect(byOther.__typename).toBe('SignInCodeRequested');
  expect(await server.app.db.signInCode.count({ where: { email: input.email } })).toBe(2);
});

test('a session with a random token, as earlier versions opened it, works', async () => {
  const { personId, email } = await factory.createPerson();
  const token = 'a-token-of-an-earlier-version';
  const createdAt = server.clock.now();
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  await server.app.db.session.create({ data: { personId, tokenHash, createdAt, expiresAt: later(createdAt, dayMs) } });

  expect(await apiClient(server.url, token).ask('{ me { email } }')).toEqual({ me: { email } });
});
