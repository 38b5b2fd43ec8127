/** Codes belong to the caller who requested them: strangers neither use them nor lock their owner out. */
import { afterEach, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { apiClient, type Data } from '../support/client.ts';
import { factoryFor } from '../support/factory.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer({ config: { redisUrl: undefined } });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** A caller at an address of the loopback network, which has limits of its own. */
interface Caller {
  requestCode(email: string): Promise<Data>;
  signIn(email: string, code: string): Promise<Data>;
}

const request = `mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename
  ... on Refusal { code } } }`;
const enter = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on SignedIn { token isNewPerson person { name } account { name } } ... on Refusal { code recovery message } } }`;

function callerAt(localAddress: string, on: TestServer = server): Caller {
  const ask = async (query: string, input: object): Promise<Data> => {
    const { text } = await sendRaw(on.url, {
      headers: { 'content-type': 'application/json' },
      localAddress,
      body: JSON.stringify({ query, variables: { input } }),
    });
    return JSON.parse(text).data;
  };
  return {
    requestCode: async (email) => (await ask(request, { email })).requestSignInCode,
    signIn: async (email, code) => (await ask(enter, { email, code })).signIn,
  };
}

const codesFor = (email: string, on: TestServer = server): string[] =>
  (on.app.mailbox?.letters() ?? []).flatMap(({ to, text }) =>
    to === email ? (/sign-in code is (\d+)/.exec(text)?.[1] ?? []) : [],
  );

/** Requests a code and reads it from the e-mail. */
async function mailedCode(caller: Caller, email: string, on: TestServer = server): Promise<string> {
  const before = new Set(codesFor(email, on));
  expect((await caller.requestCode(email)).__typename).toBe('SignInCodeRequested');
  return eventually(() => {
    const code = codesFor(email, on).find((one) => !before.has(one));
    if (code === undefined) throw new Error('No mail has arrived yet');
    return code;
  });
}
const otherCode = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');

test('a stranger who requests codes until refused and enters wrong codes does not invalidate the code of the owner', async () => {
  const { email } = await factory.createPerson();
  const [owner, stranger] = [callerAt('127.0.1.1'), callerAt('127.0.1.2')];
  const code = await mailedCode(owner, email);

  const answers: string[] = [];
  do answers.push((await stranger.requestCode(email)).__typename);
  while (answers.at(-1) === 'SignInCodeRequested');
  for (let count = 0; count < 2 * limits.signInCode.tries; count += 1)
    expect((await stranger.signIn(email, otherCode(code))).__typename).toBe('SignInCodeInvalid');

  expect(answers.at(-1)).toBe('RateLimited');
  expect(answers).toHaveLength(limits.rates.signInCodesPerCallerAndAddress.points + 1);
  expect((await owner.signIn(email, code)).__typename).toBe('SignedIn');
});

test('the right code is refused to any caller but the one who requested it', async () => {
  const { email } = await factory.createPerson();
  const [owner, stranger] = [callerAt('127.0.2.1'), callerAt('127.0.2.2')];
  const code = await mailedCode(owner, email);
  await mailedCode(stranger, email);

  expect((await stranger.signIn(email, code)).__typename).toBe('SignInCodeInvalid');
  expect((await owner.signIn(email, code)).__typename).toBe('SignedIn');
});

test('a caller from where the person has signed in before gets a code although strangers have used up the limit of the address', async () => {
  const { email } = await factory.createPerson();
  const [known, unknown] = [callerAt('127.0.3.1'), callerAt('127.0.3.2')];
  expect((await known.signIn(email, await mailedCode(known, email))).__typename).toBe('SignedIn');
  const { points } = limits.rates.signInCodesPerAddress;
  for (let count = 1; count < points; count += 1)
    await callerAt(`127.0.4.${1 + Math.floor(count / limits.rates.signInCodesPerCallerAndAddress.points)}`).requestCode(
      email,
    );

  expect((await unknown.requestCode(email)).__typename).toBe('RateLimited');
  // The codes of the strangers arrive first.
  await eventually(async () =>
    expect(await server.app.db.email.count({ where: { address: email, status: 'QUEUED' } })).toBe(0),
  );
  expect((await known.signIn(email, await mailedCode(known, email))).__typename).toBe('SignedIn');
});

test('callers who use different codes of one address at the same time get one session', async () => {
  const { email, personId } = await factory.createPerson();
  const callers = ['127.0.5.1', '127.0.5.2', '127.0.5.3'].map((address) => callerAt(address));
  const sessions = () => server.app.db.session.count({ where: { personId } });

  for (let round = 1; round <= 3; round += 1) {
    const before = await sessions();
    const codes: string[] = [];
    for (const caller of callers) codes.push(await mailedCode(caller, email));

    const answers = await Promise.all(callers.map((caller, index) => caller.signIn(email, codes[index] ?? '')));

    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1);
    expect(await sessions()).toBe(before + 1);
  }
});

test('two callers who sign in with an unknown address at the same time make one person', async () => {
  const email = 'twice@new.example';
  const callers = [callerAt('127.0.6.1'), callerAt('127.0.6.2')];
  const codes: string[] = [];
  for (const caller of callers) codes.push(await mailedCode(caller, email));

  const answers = await Promise.all(callers.map((caller, index) => caller.signIn(email, codes[index] ?? '')));

  expect(answers.filter(({ isNewPerson }) => isNewPerson)).toHaveLength(1);
  expect(await server.app.db.person.count({ where: { email } })).toBe(1);
});

test('a known and an unknown address get the same answers and the same mails', async () => {
  const { email: known } = await factory.createPerson();
  const unknown = 'unknown@new.example';
  const observe = async (email: string, address: string) => {
    const caller = callerAt(address);
    const asked = await caller.requestCode(email);
    await eventually(() => expect(codesFor(email)).toHaveLength(1));
    const { subject, text } = server.app.mailbox?.letters().find(({ to }) => to === email) ?? {};
    const [code = ''] = codesFor(email);
    const wrong = await caller.signIn(email, otherCode(code));
    return [asked, subject?.replace(code, 'CODE'), text?.replace(code, 'CODE'), wrong];
  };

  expect(await observe(known, '127.0.7.1')).toEqual(await observe(unknown, '127.0.7.2'));
});

test('a new person creates an account before the first order', async () => {
  const caller = callerAt('127.0.8.1');
  const email = 'new.person@new.example';
  const session = await caller.signIn(email, await mailedCode(caller, email));
  const again = await caller.signIn(email, await mailedCode(caller, email));
  const client = apiClient(server.url, session.token);
  const option = await factory.createPriceOption(await factory.createPerson());
  const place = async () =>
    (
      await client.ask(
        `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Refusal { code } } }`,
        { input: { priceOptionIds: [option], brief: 'An ad for tea.', paymentMethod: 'CASH' } },
      )
    ).placeOrder;

  expect(session).toMatchObject({ isNewPerson: true, account: null, person: { name: 'new.person' } });
  expect(again).toMatchObject({ isNewPerson: false, account: null });
  expect(await place()).toEqual({ __typename: 'AccountRefused', code: 'ACCOUNT_MISSING' });
  const { createAccount } = await client.ask(
    'mutation { createAccount(input: { name: "Tea House" }) { __typename ... on Account { name contactEmail } } }',
  );
  expect(createAccount).toEqual({ __typename: 'Account', name: 'Tea House', contactEmail: email });
  expect((await place()).__typename).toBe('Order');
});

test('a marketplace for invited people refuses an unknown address after the right code only, unless the address was invited', async () => {
  const closed = await startServer({ config: { redisUrl: undefined, isSignUpOpen: false } });
  const owner = await factoryFor(closed).createPerson();
  const caller = callerAt('127.0.9.1', closed);
  const [invited, uninvited] = ['invited@new.example', 'uninvited@new.example'];
  await owner.ask(`mutation { inviteMember(input: { email: "${invited}", role: MEMBER }) { __typename } }`);

  for (const email of [owner.email, invited, uninvited]) {
    const code = await mailedCode(caller, email, closed);
    expect((await caller.signIn(email, otherCode(code))).__typename).toBe('SignInCodeInvalid');
    const answer = await caller.signIn(email, code);
    if (email === uninvited) expect(answer).toMatchObject({ __typename: 'SignUpClosed', code: 'SIGN_UP_CLOSED' });
    else expect(answer).toMatchObject({ __typename: 'SignedIn', isNewPerson: email === invited });
  }
  expect(await closed.app.db.person.count({ where: { email: uninvited } })).toBe(0);
  expect(errorsIn(closed.logged)).toEqual([]);
  await closed.stop();
});
