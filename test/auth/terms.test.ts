/** The terms of the marketplace, its rule for new people and its languages, when people sign in. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { type ApiClient, apiClient } from '../support/client.ts';
import { factoryFor, type TestPerson } from '../support/factory.ts';
import { readSettings, updateSettings } from '../support/marketplace.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { enterCode, mailedCode, signInByMail } from '../support/sign-in.ts';
import { useServer } from '../support/use-server.ts';

// Anonymous callers are counted by network address, and Redis keeps the counts between runs: here each server counts separately.
const withoutRedis = { redisUrl: undefined };
const { server, factory } = useServer({ config: withoutRedis });
let operator: TestPerson;
let version: number;

const url = 'https://market.example/terms';
const privacyUrl = 'https://market.example/privacy';

beforeAll(async () => {
  operator = await factory.createOperator();
});
beforeEach(async () => {
  const settings = { termsUrl: url, privacyUrl, newTermsVersion: true, signUp: 'OPEN', languages: ['EN', 'DE'] };
  version = (await updateSettings(operator, settings)).terms.version;
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

let counter = 0;
const newAddress = () => `newcomer${++counter}@people.example`;
const peopleWith = (email: string) => server.app.db.person.count({ where: { email } });
const acceptancesOf = (email: string) =>
  server.app.db.termsAcceptance.findMany({ where: { person: { email } }, orderBy: { version: 'asc' } });

const readOwn = async (who: ApiClient) =>
  (await who.ask('{ me { language acceptedTermsVersion hasTermsToAccept } }')).me;

describe('A new person', () => {
  test('accepts the current version: the refusal names it, creates no one, and the same code works afterwards', async () => {
    const email = newAddress();
    const code = await mailedCode(server, email);

    for (const acceptedTermsVersion of [undefined, null, version - 1, version + 1, 0, -1, 2_147_483_647])
      expect(await enterCode(server, { email, code, acceptedTermsVersion })).toEqual({
        __typename: 'TermsNotAccepted',
        code: 'TERMS_NOT_ACCEPTED',
        recovery: 'CORRECTABLE',
        message: `Accept the terms at ${url} (version ${version}, privacy policy: ${privacyUrl}).`,
        terms: { version, url, privacyUrl },
      });
    expect(await peopleWith(email)).toBe(0);
    expect(limits.signInCode.tries).toBeLessThan(7);

    expect(await enterCode(server, { email, code, acceptedTermsVersion: version })).toMatchObject({
      __typename: 'SignedIn',
      isNewPerson: true,
    });
    expect(await acceptancesOf(email)).toMatchObject([{ version, termsUrl: url, privacyUrl }]);
  });

  test('who reads a version that is replaced before the code is entered gets the new one', async () => {
    const email = newAddress();
    const code = await mailedCode(server, email);
    await updateSettings(operator, { termsUrl: 'https://market.example/agb', privacyUrl: null });

    expect(await enterCode(server, { email, code, acceptedTermsVersion: version })).toMatchObject({
      terms: { version: version + 1, url: 'https://market.example/agb', privacyUrl: null },
    });
  });

  test('accepts nothing while the marketplace has no terms', async () => {
    await updateSettings(operator, { termsUrl: null });
    const [one, other] = [newAddress(), newAddress()];

    expect(await readOwn(await signInByMail(server, one))).toEqual({
      language: 'EN',
      acceptedTermsVersion: null,
      hasTermsToAccept: false,
    });
    await signInByMail(server, other, { acceptedTermsVersion: version });
    expect(await acceptancesOf(other)).toEqual([]);
  });

  test('who enters the code several times at the same time is created once, with one acceptance', async () => {
    const email = newAddress();
    const code = await mailedCode(server, email);

    const results = await Promise.all(
      [version, version, null, version].map((acceptedTermsVersion) =>
        enterCode(server, { email, code, acceptedTermsVersion }),
      ),
    );

    expect(results.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1);
    expect([await peopleWith(email), (await acceptancesOf(email)).length]).toEqual([1, 1]);
  });
});

test('without the right code, an outsider observes the same for known and unknown addresses', async () => {
  const silent = await startServer({ config: withoutRedis });
  const other = factoryFor(silent);
  const { email } = await other.createPerson();
  await updateSettings(await other.createOperator(), { termsUrl: url });
  await silent.app.jobs.stop();
  const observe = async (address: string, acceptedTermsVersion?: number) => {
    const start = silent.app.database.statements();
    const asked = await change(apiClient(silent.url), 'requestSignInCode', { email: address });
    const answer = await enterCode(silent, { email: address, code: '00000000', acceptedTermsVersion });
    return { asked, answer, statements: silent.app.database.statements() - start };
  };
  await observe('warming.up@unknown.example');

  for (const acceptedTermsVersion of [undefined, 1, 7])
    expect(await observe('somebody.else@unknown.example', acceptedTermsVersion)).toEqual(
      await observe(email, acceptedTermsVersion),
    );
  await silent.stop();
});

describe('A person who exists', () => {
  const accept = (who: ApiClient, input: Record<string, unknown>) =>
    change(
      who,
      'acceptTerms',
      input,
      `... on Person { acceptedTermsVersion hasTermsToAccept } ... on TermsNotAccepted { terms { version url } }
       ... on InputInvalid { problems { field } }`,
    );

  test('signs in without accepting, and reads that the current version is still to be accepted', async () => {
    const { email } = await factory.createPerson();

    const { token, isNewPerson } = await enterCode(server, { email, code: await mailedCode(server, email) });

    expect(isNewPerson).toBe(false);
    expect(await readOwn(apiClient(server.url, token))).toMatchObject({
      acceptedTermsVersion: null,
      hasTermsToAccept: true,
    });
  });

  test('accepts the current version when signing in with it; another version is ignored', async () => {
    const { email } = await factory.createPerson();

    await signInByMail(server, email, { acceptedTermsVersion: version + 5 });
    expect(await acceptancesOf(email)).toEqual([]);
    await signInByMail(server, email, { acceptedTermsVersion: version });
    await signInByMail(server, email, { acceptedTermsVersion: version });
    expect(await acceptancesOf(email)).toMatchObject([{ version }]);
  });

  test('accepts each newer version with acceptTerms, and all acceptances are kept', async () => {
    const person = await factory.createPerson();

    expect(await accept(person, { version })).toMatchObject({ acceptedTermsVersion: version, hasTermsToAccept: false });
    await updateSettings(operator, { newTermsVersion: true });
    expect(await readOwn(person)).toMatchObject({ acceptedTermsVersion: version, hasTermsToAccept: true });
    expect(await accept(person, { version })).toMatchObject({
      __typename: 'TermsNotAccepted',
      terms: { version: version + 1, url },
    });
    expect(await accept(person, { version: version + 1 })).toMatchObject({ acceptedTermsVersion: version + 1 });

    expect((await acceptancesOf(person.email)).map((one) => one.version)).toEqual([version, version + 1]);
    const { exportPersonalData } = await person.ask('{ exportPersonalData { document } }');
    expect(JSON.parse(exportPersonalData.document).termsAcceptances).toMatchObject([
      { version, termsUrl: url, privacyUrl, acceptedAt: expect.any(String) },
      { version: version + 1 },
    ]);
  });

  test('accepts a version once, also with several requests at the same time', async () => {
    const person = await factory.createPerson();

    const results = await Promise.all(
      ['a', 'a', 'b', undefined].map((idempotencyKey) => accept(person, { version, idempotencyKey })),
    );

    expect(results.map(({ __typename }) => __typename)).toEqual(Array(4).fill('Person'));
    expect(await acceptancesOf(person.email)).toHaveLength(1);
  });

  test('cannot accept what does not exist, and no one else accepts', async () => {
    const person = await factory.createPerson();
    for (const wrong of [-1, 0, version + 1])
      expect((await accept(person, { version: wrong })).__typename).toBe('TermsNotAccepted');
    expect((await accept(apiClient(server.url), { version })).__typename).toBe('NotSignedIn');
    await updateSettings(operator, { termsUrl: null });
    expect((await accept(person, { version })).problems).toEqual([{ field: 'version' }]);
    expect(await readOwn(person)).toMatchObject({ acceptedTermsVersion: null, hasTermsToAccept: false });
  });

  test('who only reads for an account accepts too, and works on without accepting', async () => {
    const owner = await factory.createPerson();
    const reader = await factory.createMember(owner, 'VIEWER');

    expect((await reader.ask('{ orders { totalCount: edges { cursor } } }')).orders).toBeDefined();
    expect((await accept(reader, { version })).acceptedTermsVersion).toBe(version);
    expect((await factory.createOrder({ seller: owner })).number).toBeGreaterThan(0);
  });

  test('shows what was accepted to operators only', async () => {
    const owner = await factory.createPerson();
    const colleague = await factory.createMember(owner, 'MEMBER');
    await accept(owner, { version });
    const members = 'query ($id: ID!) { node(id: $id) { ... on Person { acceptedTermsVersion hasTermsToAccept } } }';
    const id = (await owner.ask('{ me { id } }')).me.id;

    expect((await colleague.ask(members, { id })).node).toEqual({ acceptedTermsVersion: null, hasTermsToAccept: null });
    expect((await operator.ask(members, { id })).node).toMatchObject({ acceptedTermsVersion: version });
  });
});

describe('The rule for new people', () => {
  const invite = (owner: TestPerson, email: string) => change(owner, 'inviteMember', { email, role: 'MEMBER' });

  test('INVITE accepts invited addresses only, who accept the terms, and people who exist', async () => {
    await updateSettings(operator, { signUp: 'INVITE' });
    const [stranger, invited, owner] = [newAddress(), newAddress(), await factory.createPerson()];
    await invite(owner, invited);

    expect(await enterCode(server, { email: stranger, code: await mailedCode(server, stranger) })).toMatchObject({
      __typename: 'SignUpClosed',
      code: 'SIGN_UP_CLOSED',
    });
    expect(await peopleWith(stranger)).toBe(0);
    const code = await mailedCode(server, invited);
    expect((await enterCode(server, { email: invited, code })).__typename).toBe('TermsNotAccepted');
    expect((await enterCode(server, { email: invited, code, acceptedTermsVersion: version })).__typename).toBe(
      'SignedIn',
    );
    await signInByMail(server, owner.email);
  });

  test('cannot be wider than the configuration of the server', async () => {
    const closed = await startServer({ config: { ...withoutRedis, isSignUpOpen: false } });
    const closedOperator = await factoryFor(closed).createOperator();

    expect((await readSettings(apiClient(closed.url))).signUp).toBe('INVITE');
    expect((await updateSettings(closedOperator, { signUp: 'OPEN' })).problems).toEqual([
      { field: 'signUp', message: 'must be INVITE, because the server is configured with SIGN_UP=invite' },
    ]);
    expect((await updateSettings(closedOperator, { signUp: 'INVITE' })).signUp).toBe('INVITE');
    const email = newAddress();
    expect((await enterCode(closed, { email, code: await mailedCode(closed, email) })).__typename).toBe('SignUpClosed');
    await closed.stop();
  });
});

describe('A language', () => {
  test('that is not offered cannot be chosen, and a person who has it keeps it', async () => {
    const person = await factory.createPerson();
    const choose = (language: string) =>
      change(
        person,
        'updatePerson',
        { language },
        '... on Person { language } ... on InputInvalid { problems { field message } }',
      );
    await choose('DE');
    await updateSettings(operator, { languages: ['EN'] });

    expect((await choose('DE')).problems).toEqual([{ field: 'language', message: 'must be one of EN' }]);
    expect((await person.ask('{ me { language } }')).me.language).toBe('DE');
    expect((await change(person, 'updatePerson', { name: 'Ada' })).__typename).toBe('Person');
    expect((await choose('EN')).language).toBe('EN');
  });

  test('of new people is one that is offered', async () => {
    await updateSettings(operator, { languages: ['DE'] });
    const email = newAddress();

    const person = await signInByMail(server, email, { acceptedTermsVersion: version });
    const added = await change(operator, 'addOperator', { email: newAddress() }, '... on Person { language }');

    expect([(await readOwn(person)).language, added.language]).toEqual(['DE', 'DE']);
  });
});
