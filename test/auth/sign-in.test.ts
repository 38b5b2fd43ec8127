/** Signing in with a mailed code, and the end of a session. */
import { inspect } from 'node:util';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { tuning } from '../../src/tuning.ts';
import { type ApiClient, apiClient, type Data, type Subscriber } from '../support/client.ts';
import { factoryFor, type TestPerson } from '../support/factory.ts';
import { askOver, errorsIn, openGreetedSocket, sendRaw } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

// Anonymous callers are counted by network address, and Redis keeps the counts between runs: here each server counts separately.
const withoutRedis = { redisUrl: undefined };

const { server, factory } = useServer({ config: withoutRedis });
let visitor: ApiClient;

beforeAll(async () => {
  visitor = apiClient(server.url);
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const request = `mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename
  ... on SignInCodeRequested { sentTo } ... on Refusal { code message recovery }
  ... on InputInvalid { problems { field } } ... on RateLimited { retryAfterSeconds } } }`;
const enter = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on SignedIn { token expiresAt account { id name email } } ... on Refusal { code message recovery } } }`;
const leave = 'mutation { signOut(input: {}) { __typename ... on SignedOut { signedOutAt } } }';

const requestCode = async (email: string, on = visitor): Promise<Data> =>
  (await on.ask(request, { input: { email } })).requestSignInCode;
const signIn = async (email: string, code: string, on = visitor): Promise<Data> =>
  (await on.ask(enter, { input: { email, code } })).signIn;

const codesFor = (email: string, on = server): string[] =>
  (on.app.mailbox?.letters() ?? []).flatMap(({ to, text }) =>
    to === email ? (/sign-in code is (\d+)/.exec(text)?.[1] ?? []) : [],
  );

/** Requests a code and reads it from the mail when the mail has arrived. */
async function mailedCode(email: string, on = server, enteredEmail = email): Promise<string> {
  const before = codesFor(email, on).length;
  expect(await requestCode(enteredEmail, apiClient(on.url))).toEqual({
    __typename: 'SignInCodeRequested',
    sentTo: enteredEmail,
  });
  return eventually(() => {
    const codes = codesFor(email, on);
    if (codes.length <= before) throw new Error('No mail has arrived yet');
    return codes[0] ?? '';
  });
}
const otherCode = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');

test('a mailed code signs in, and the token identifies the person', async () => {
  const { email, name } = await factory.createPerson();

  const code = await mailedCode(email);
  const session = await signIn(email, code);

  expect(code).toMatch(/^\d{8}$/);
  expect(session).toMatchObject({ __typename: 'SignedIn', account: { name } });
  expect(session.token.length).toBeGreaterThanOrEqual(43);
  expect(await apiClient(server.url, session.token).ask('{ viewer { name email } }')).toEqual({
    viewer: { name, email },
  });
});

test('a person of several accounts signs in to the one that was joined first, not to the oldest', async () => {
  const oldest = await factory.createPerson();
  server.clock.advance({ ms: 1_000 });
  const { email, name, personId } = await factory.createPerson();
  server.clock.advance({ ms: 1_000 });
  await server.app.db.membership.create({
    data: { personId, accountId: oldest.accountId, role: 'MEMBER', createdAt: server.clock.now() },
  });

  const session = await signIn(email, await mailedCode(email));

  const { viewer } = await apiClient(server.url, session.token).ask('{ viewer { name } }');
  expect([session.account.name, viewer.name]).toEqual([name, name]);
});

test('a code works once', async () => {
  const { email } = await factory.createPerson();
  const code = await mailedCode(email);
  await signIn(email, code);

  const again = await signIn(email, code);

  expect(again).toMatchObject({ __typename: 'SignInCodeInvalid', code: 'SIGN_IN_CODE_INVALID' });
});

test('a code expires after some minutes', async () => {
  const [early, late] = [await factory.createPerson(), await factory.createPerson()];
  const [earlyCode, lateCode] = [await mailedCode(early.email), await mailedCode(late.email)];
  const lastMoment = limits.signInCode.minutes * 60_000 - 30_000;

  server.clock.advance({ ms: lastMoment });
  expect((await signIn(early.email, earlyCode)).__typename).toBe('SignedIn');

  server.clock.advance({ ms: 30_000 });
  expect((await signIn(late.email, lateCode)).__typename).toBe('SignInCodeInvalid');
});

test('a code is invalid after too many wrong tries', async () => {
  const [patient, guessed] = [await factory.createPerson(), await factory.createPerson()];
  const tryWrong = async ({ email }: TestPerson, code: string, times: number) => {
    for (let count = 0; count < times; count += 1)
      expect((await signIn(email, otherCode(code))).__typename).toBe('SignInCodeInvalid');
  };

  const patientCode = await mailedCode(patient.email);
  await tryWrong(patient, patientCode, limits.signInCode.tries - 1);
  expect((await signIn(patient.email, patientCode)).__typename).toBe('SignedIn');

  const guessedCode = await mailedCode(guessed.email);
  await tryWrong(guessed, guessedCode, limits.signInCode.tries);
  expect((await signIn(guessed.email, guessedCode)).__typename).toBe('SignInCodeInvalid');
});

test('each of several codes works until one of them is used', async () => {
  const [hasty, patient] = [await factory.createPerson(), await factory.createPerson()];

  for (const [{ email }, uses] of [
    [hasty, 'first'],
    [patient, 'second'],
  ] as const) {
    const first = await mailedCode(email);
    server.clock.advance({ ms: 60_000 });
    const second = await mailedCode(email);
    const [used, other] = uses === 'first' ? [first, second] : [second, first];

    expect(second).not.toBe(first);
    expect((await signIn(email, used)).__typename).toBe('SignedIn');
    expect((await signIn(email, other)).__typename).toBe('SignInCodeInvalid');
  }
});

test('a code signs in only to the address that it was sent to', async () => {
  const [one, other] = [await factory.createPerson(), await factory.createPerson()];
  const code = await mailedCode(one.email);
  await mailedCode(other.email);

  expect((await signIn(other.email, code)).__typename).toBe('SignInCodeInvalid');
  expect((await signIn('someone@unknown.example', code)).__typename).toBe('SignInCodeInvalid');
});

test('capital letters in the address and spaces around the address and the code are ignored', async () => {
  const { email, name } = await factory.createPerson();

  const code = await mailedCode(email, server, `  ${email.toUpperCase()} `);

  expect(await signIn(`\t${email.replace('p', 'P')}\n`, ` ${code} `)).toMatchObject({ account: { name } });
});

test.each([
  '',
  '   ',
  'ada',
  'ada@',
  '@example',
  'ada@example',
  'a b@example.org',
  'a@b@c.example',
  'x<ada@people.example>',
  'ada,bob@people.example',
  'ada\u0007@people.example',
  `${'a'.repeat(250)}@b.example`,
])('an invalid address (%j) is refused as invalid input', async (email) => {
  for (const answer of [await requestCode(email), await signIn(email, '12345678')])
    expect(answer).toMatchObject({ __typename: 'InputInvalid', code: 'INPUT_INVALID', recovery: 'CORRECTABLE' });
});

test('a malformed code is refused like a wrong code', async () => {
  const { email } = await factory.createPerson();
  await mailedCode(email);

  for (const code of ['', 'abcdefgh', '1'.repeat(10_000), '１２３４５６７８', "' or 1=1 --"])
    expect([code, (await signIn(email, code)).__typename]).toEqual([code, 'SignInCodeInvalid']);
});

test('callers who use one code at the same time get one session', async () => {
  const { email, personId } = await factory.createPerson();
  const code = await mailedCode(email);
  const sessions = () => server.app.db.session.count({ where: { personId } });
  const before = await sessions();

  const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(email, code)));

  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(
    ['SignInCodeInvalid', 'SignInCodeInvalid', 'SignInCodeInvalid', 'SignedIn'].sort(),
  );
  expect(await sessions()).toBe(before + 1);
});

test('an address with an account cannot be distinguished from an unknown address, by the answers or by the number of statements', async () => {
  const silent = await startServer({ config: withoutRedis });
  const { email } = await factoryFor(silent).createPerson();
  // The delivery of mails is stopped, so that only the statements of the request are counted.
  await silent.app.jobs.stop();
  const client = apiClient(silent.url);
  const observe = async (address: string) => {
    const start = silent.app.database.statements();
    const requestAnswer = await requestCode(address, client);
    const middle = silent.app.database.statements();
    const tried = await signIn(address, 'wrong', client);
    return {
      requestAnswer: { ...requestAnswer, sentTo: undefined },
      tried,
      statements: [middle - start, silent.app.database.statements() - middle],
    };
  };
  await observe('warming.up@unknown.example');

  const forKnown = await observe(email);
  const forUnknown = await observe('somebody.else@unknown.example');

  expect(forKnown.statements[0]).toBeGreaterThan(0);
  expect(forUnknown).toEqual(forKnown);
  await silent.stop();
});

test('an unknown address receives a code too', async () => {
  const address = 'stranger@unknown.example';

  expect(await requestCode(address)).toEqual({ __typename: 'SignInCodeRequested', sentTo: address });

  await eventually(() => expect(codesFor(address)).toHaveLength(1));
});

test('a caller requests a limited number of codes for an address, and the refusal says when to try again', async () => {
  const { email } = await factory.createPerson();
  const { points, seconds } = limits.rates.signInCodesPerCallerAndAddress;
  for (let count = 0; count < points; count += 1)
    expect((await requestCode(email)).__typename).toBe('SignInCodeRequested');

  const refused = await requestCode(email.toUpperCase());

  expect(refused).toMatchObject({ __typename: 'RateLimited', code: 'RATE_LIMITED', recovery: 'RETRYABLE' });
  expect(refused.retryAfterSeconds).toBeGreaterThan(0);
  expect(refused.retryAfterSeconds).toBeLessThanOrEqual(seconds);
});

test('a caller has a limited number of tries, also with different addresses', async () => {
  const guarded = await startServer({ config: withoutRedis });
  const { email } = await factoryFor(guarded).createPerson();
  const client = apiClient(guarded.url);
  const code = await mailedCode(email, guarded);
  for (let count = 0; count < limits.rates.signInTriesPerCaller.points; count += 1)
    expect((await signIn(`guess${count}@unknown.example`, code, client)).__typename).toBe('SignInCodeInvalid');

  expect((await signIn(email, code, client)).__typename).toBe('RateLimited');
  for (let count = 1; count < limits.rates.signInCodesPerCaller.points; count += 1)
    expect((await requestCode(`guess${count}@unknown.example`, client)).__typename).toBe('SignInCodeRequested');
  expect((await requestCode(email, client)).__typename).toBe('RateLimited');
  await guarded.stop();
});

test('neither the token nor the code is stored or logged in plain text', async () => {
  const { email } = await factory.createPerson();
  const code = await mailedCode(email);
  const { token } = await signIn(email, code);
  await apiClient(server.url, token).ask('{ viewer { name } }');
  await apiClient(server.url, token).send('{ order(id: "x") { nothing } }');
  const secrets = [code, token];

  expect(await rowsWith(server, email)).not.toEqual([]);
  for (const secret of secrets) expect(await rowsWith(server, secret)).toEqual([]);
  const logged = inspect(server.logged, { depth: null, maxArrayLength: null, maxStringLength: null });
  for (const secret of secrets) expect(logged).not.toContain(secret);
});

/** Names of the tables that contain a text, including those of the job runner. */
async function rowsWith(on: TestServer, text: string): Promise<string[]> {
  const client = await connectOnce(on.database.url);
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const tableNames: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select 1 from ${name} as one where strpos(one::text, $1) > 0 limit 1`, [
        text,
      ]);
      if (rows.length > 0) tableNames.push(name);
    }
    return tableNames;
  } finally {
    await client.end();
  }
}

test.each([
  ['Bearer nonsense'],
  ['Bearer '],
  ['Bearer a b'],
  ['Basic QWxhZGRpbjpvcGVu'],
  ['nonsense'],
  [`Bearer ${'x'.repeat(1_000)}`],
])('an invalid token (%s) is refused with 401', async (authorization) => {
  for (const accept of ['application/graphql-response+json', 'application/json', 'text/event-stream']) {
    const answer = await sendRaw(server.url, {
      headers: { 'content-type': 'application/json', accept, authorization },
      body: '{"query":"{ viewer { id } }"}',
    });

    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.text).toContain('"code":"SESSION_ENDED"');
  }
});

test('signing out ends this session immediately, and no other session', async () => {
  const person = await factory.createPerson();
  const elsewhere = await signIn(person.email, await mailedCode(person.email));

  const { signOut } = await person.ask(leave);

  expect(signOut.__typename).toBe('SignedOut');
  const { status, errors } = await person.send('{ viewer { name } }');
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([401, 'SESSION_ENDED']);
  expect((await person.send(leave)).status).toBe(401);
  expect(await apiClient(server.url, elsewhere.token).ask('{ viewer { name } }')).toEqual({
    viewer: { name: person.name },
  });
});

test('signing out without being signed in is refused', async () => {
  expect((await visitor.ask(leave)).signOut).toEqual({ __typename: 'NotSignedIn' });
});

test('the oldest session ends when a person begins more sessions than allowed', async () => {
  const { email, personId, ...first } = await factory.createPerson();
  const at = server.app.clock.now();
  await server.app.db.session.createMany({
    data: Array.from({ length: limits.session.perPerson - 1 }, (_, index) => ({
      personId,
      tokenHash: `${personId} ${index}`,
      createdAt: new Date(at.getTime() + index + 1),
      expiresAt: new Date(at.getTime() + 3_600_000),
    })),
  });
  expect((await first.send('{ viewer { name } }')).status).toBe(200);

  const newest = await signIn(email, await mailedCode(email));

  expect((await first.send('{ viewer { name } }')).status).toBe(401);
  expect((await apiClient(server.url, newest.token).send('{ viewer { name } }')).status).toBe(200);
});

const follow = `subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename
  ... on TimelineEntryAdded { entry { number type } } ... on Refusal { code recovery } } }`;

/** Opens streams of one session, and waits until each has delivered the first entry. */
async function openStreams(on: ApiClient, id: string): Promise<Subscriber[]> {
  const streams = [on.follow(follow, { id }), on.followSse(follow, { id })];
  for (const stream of streams) expect(await stream.next()).toMatchObject({ orderTimeline: { entry: { number: 1 } } });
  return streams;
}

/** Expects each stream to report that the session has ended, and to end. */
async function expectEnd(streams: readonly Subscriber[]): Promise<void> {
  for (const stream of streams) {
    const all = await stream.until(({ orderTimeline }) => orderTimeline.__typename === 'StreamEnded');
    expect(all.at(-1).orderTimeline).toMatchObject({ code: 'SESSION_ENDED', recovery: 'CORRECTABLE' });
    await stream.ended;
  }
}

/** Starts servers whose reconcilers do not run: a change on another instance reaches them only by a broadcast. */
async function withoutReconciler<Started>(start: () => Promise<Started>): Promise<Started> {
  const live = tuning.live as { reconcileMs: number };
  const usual = live.reconcileMs;
  live.reconcileMs = 600_000;
  try {
    return await start();
  } finally {
    live.reconcileMs = usual;
  }
}

test('signing out ends the open streams of this session, and of no other session', async () => {
  const here = await withoutReconciler(() => startServer({ config: withoutRedis }));
  const person = await factoryFor(here).createPerson();
  const order = await factoryFor(here).createOrder({ advertiser: person });
  const streams = await openStreams(person, order.id);
  const sellers = await openStreams(order.seller, order.id);

  await person.ask(leave);

  await expectEnd(streams);
  await factoryFor(here).takeStep(order, 'requestFeedback');
  for (const stream of sellers) {
    const all = await stream.until(({ orderTimeline }) => orderTimeline.entry?.type !== 'EMAIL_SENT');
    expect(all.at(-1).orderTimeline).toMatchObject({ entry: { type: 'FEEDBACK_REQUESTED' } });
    stream.stop();
  }
  await here.stop();
});

test('signing out on another instance ends the streams of this instance without Redis, by the reconciler', async () => {
  const here = await startServer({ config: withoutRedis });
  const there = await startServer({ config: withoutRedis, beside: here });
  const person = await factoryFor(here).createPerson();
  const order = await factoryFor(here).createOrder({ advertiser: person });
  const streams = await openStreams(person, order.id);

  await apiClient(there.url, person.token).ask(leave);

  await expectEnd(streams);
  expect((await person.send('{ viewer { name } }')).status).toBe(401);
  await there.stop();
  await here.stop();
});

test.runIf(process.env['REDIS_URL'])(
  'signing out on another instance ends the streams of this instance with Redis, by the broadcast',
  async () => {
    const [here, there] = await withoutReconciler(async () => {
      const one = await startServer();
      return [one, await startServer({ beside: one })] as const;
    });
    const person = await factoryFor(here).createPerson();
    const order = await factoryFor(here).createOrder({ advertiser: person });
    const streams = await openStreams(person, order.id);

    await apiClient(there.url, person.token).ask(leave);

    await expectEnd(streams);
    await there.stop();
    await here.stop();
  },
);

test('an expired session has ended everywhere: on HTTP, on a socket, and in open streams', async () => {
  const aging = await startServer({ config: withoutRedis });
  const person = await factoryFor(aging).createPerson();
  const order = await factoryFor(aging).createOrder({ advertiser: person });
  const socket = await openGreetedSocket(aging.url, person.token);
  aging.clock.advance({ days: limits.session.days, ms: -60_000 });
  const streams = await openStreams(person, order.id);

  aging.clock.advance({ ms: 60_000 });

  await expectEnd(streams);
  expect((await person.send('{ viewer { name } }')).status).toBe(401);
  const [answer] = await askOver(socket, '1', { query: '{ viewer { name } }' });
  expect(answer).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'SESSION_ENDED' } }] });
  socket.cut();
  await aging.stop();
});
