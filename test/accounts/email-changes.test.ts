/** Changes of the address of a person and of the contact address of an account. */
import { afterEach, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, second, factory } = useServer({ instances: 2 });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

type Kind = 'EmailChange' | 'ContactEmailChange';
const request = async (who: ApiClient, newEmail: string, kind: Kind = 'EmailChange'): Promise<Data> =>
  (
    await who.ask(
      `mutation ($input: Request${kind}Input!) { answer: request${kind}(input: $input) { __typename ... on EmailChangeRequested { sentTo } ... on Refusal { code message } } }`,
      { input: { newEmail } },
    )
  ).answer;
const confirm = async (who: ApiClient, code: string, kind: Kind = 'EmailChange'): Promise<Data> =>
  (
    await who.ask(
      `mutation ($input: Confirm${kind}Input!) { answer: confirm${kind}(input: $input) { __typename
        ... on ${kind === 'EmailChange' ? 'Person { email }' : 'Account { contactEmail }'} ... on Refusal { code message } } }`,
      { input: { code } },
    )
  ).answer;

/** The e-mails to an address. Either instance may have delivered them. */
const lettersTo = (email: string) =>
  [server, second].flatMap(({ app }) => app.mailbox?.letters() ?? []).filter(({ to }) => to === email);
const codesFor = (email: string): string[] =>
  lettersTo(email).flatMap(({ text }) => /confirms it is (\d{8})/.exec(text)?.[1] ?? []);
async function mailedCode(who: ApiClient, email: string, kind: Kind = 'EmailChange'): Promise<string> {
  const before = new Set(codesFor(email));
  expect(await request(who, email, kind)).toEqual({ __typename: 'EmailChangeRequested', sentTo: email });
  return eventually(() => {
    const code = codesFor(email).find((one) => !before.has(one));
    if (code === undefined) throw new Error('No mail has arrived yet');
    return code;
  });
}
const otherCode = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');
let addresses = 0;
const newAddress = () => `moved${++addresses}@new.example`;
const emailOf = async ({ personId }: TestPerson) =>
  (await server.app.db.person.findUniqueOrThrow({ where: { id: personId } })).email;

test('a person confirms a new address, the old address is notified, and sessions stay', async () => {
  const person = await factory.createPerson();
  const email = newAddress();
  const code = await mailedCode(person, email);

  expect(await emailOf(person)).toBe(person.email);
  expect((await confirm(person, otherCode(code))).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  expect(await confirm(person, ` ${code} `)).toEqual({ __typename: 'Person', email });
  expect((await confirm(person, code)).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  await eventually(() =>
    expect(lettersTo(person.email).map(({ subject }) => subject)).toContain('Your address has been changed'),
  );
  expect(await person.ask('{ me { email } }')).toEqual({ me: { email } });
});

test('a code is invalid after some minutes and after too many wrong tries', async () => {
  const [late, guessed] = [await factory.createPerson(), await factory.createPerson()];
  const lateCode = await mailedCode(late, newAddress());
  server.clock.advance({ ms: limits.emailChangeCode.minutes * 60_000 });
  expect((await confirm(late, lateCode)).code).toBe('EMAIL_CHANGE_CODE_INVALID');

  const code = await mailedCode(guessed, newAddress());
  for (let count = 0; count < limits.emailChangeCode.tries; count += 1)
    expect((await confirm(guessed, otherCode(code))).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  expect((await confirm(guessed, code)).code).toBe('EMAIL_CHANGE_CODE_INVALID');
});

test('a taken address is refused after the right code only', async () => {
  const [person, owner] = [await factory.createPerson(), await factory.createPerson()];

  const code = await mailedCode(person, owner.email);

  expect((await confirm(person, otherCode(code))).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  expect(await confirm(person, code)).toMatchObject({ __typename: 'EmailTaken', code: 'EMAIL_TAKEN' });
  expect(await emailOf(person)).toBe(person.email);
  expect((await confirm(person, code)).code).toBe('EMAIL_CHANGE_CODE_INVALID');
});

test('of two people who confirm the same new address at the same time one gets it', async () => {
  for (let round = 1; round <= 3; round += 1) {
    const [one, other] = [await factory.createPerson(), await factory.createPerson()];
    const email = newAddress();
    const codeOfOne = await mailedCode(one, email);
    const codeOfOther = await mailedCode(other, email);

    const answers = await Promise.all([
      confirm(one, codeOfOne),
      confirm(apiClient(second.url, other.sessionToken), codeOfOther),
    ]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['EmailTaken', 'Person']);
    expect(await server.app.db.person.count({ where: { email } })).toBe(1);
  }
});

test('a code works for one purpose, one person and one account', async () => {
  const [person, stranger] = [await factory.createPerson(), await factory.createPerson()];
  const email = newAddress();
  const code = await mailedCode(person, email);
  const contactCode = await mailedCode(person, newAddress(), 'ContactEmailChange');
  const { signIn } = await apiClient(server.url).ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input: { email, code } },
  );

  expect(signIn.__typename).toBe('SignInCodeInvalid');
  expect((await confirm(stranger, code)).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  expect((await confirm(person, code, 'ContactEmailChange')).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  expect((await confirm(person, contactCode)).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  expect((await confirm(person, code)).__typename).toBe('Person');
  expect((await confirm(person, contactCode, 'ContactEmailChange')).__typename).toBe('Account');
});

test('a member changes the contact address of the account, and the old address is notified', async () => {
  const owner = await factory.createPerson();
  const [member, reader] = [await factory.createMember(owner, 'MEMBER'), await factory.createMember(owner, 'VIEWER')];
  const email = newAddress();

  expect((await request(reader, email, 'ContactEmailChange')).code).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
  expect((await confirm(reader, '12345678', 'ContactEmailChange')).code).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
  const code = await mailedCode(member, email, 'ContactEmailChange');
  expect((await confirm(owner, code, 'ContactEmailChange')).code).toBe('EMAIL_CHANGE_CODE_INVALID');
  expect(await confirm(member, code, 'ContactEmailChange')).toEqual({ __typename: 'Account', contactEmail: email });
  await eventually(() =>
    expect(lettersTo(owner.email).map(({ subject }) => subject)).toContain(
      `The contact address of ${owner.name} has been changed`,
    ),
  );
  expect(await emailOf(owner)).toBe(owner.email);
});

test('an anonymous caller changes no address', async () => {
  const anonymous = apiClient(server.url);

  for (const kind of ['EmailChange', 'ContactEmailChange'] as const) {
    expect((await request(anonymous, newAddress(), kind)).__typename).toBe('NotSignedIn');
    expect((await confirm(anonymous, '12345678', kind)).__typename).toBe('NotSignedIn');
  }
});

test.each([
  '',
  'ada',
  'a b@example.org',
  'a@b@c.example',
  `${'a'.repeat(250)}@b.example`,
  'a@b.example\r\nBcc: c@d.example',
])('an invalid new address (%j) is invalid input', async (newEmail) => {
  const person = await factory.createPerson();

  for (const kind of ['EmailChange', 'ContactEmailChange'] as const)
    expect((await request(person, newEmail, kind)).__typename).toBe('InputInvalid');
});

test('the current address is invalid input, and codes of any form are refused', async () => {
  const person = await factory.createPerson();

  expect((await request(person, person.email.toUpperCase())).__typename).toBe('InputInvalid');
  for (const code of ['', 'abcdefgh', '1'.repeat(10_000), '１２３４５６７８', "' or 1=1 --"])
    expect((await confirm(person, code)).code).toBe('EMAIL_CHANGE_CODE_INVALID');
});
