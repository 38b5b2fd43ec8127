/** Hostile values in the inputs of people, accounts, memberships and sessions: each is refused, and reveals no internals. */
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isRequiredInputField,
} from 'graphql';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { schema } from '../../src/schema.ts';
import { type Answer, apiClient } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { errorsIn, insides } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

// The rate limits of the person would refuse before the values are looked at; each value has a person of its own.
const { server, factory } = useServer({ config: { redisUrl: undefined } });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const names = [
  'acceptInvitation',
  'confirmContactEmailChange',
  'confirmEmailChange',
  'inviteMember',
  'leaveAccount',
  'removeMember',
  'requestContactEmailChange',
  'requestEmailChange',
  'resendInvitation',
  'revokeOtherSessions',
  'revokeSession',
  'updateMemberRole',
  'withdrawInvitation',
];

interface Mutation {
  readonly name: string;
  readonly input: GraphQLInputObjectType;
}

const mutations: readonly Mutation[] = names.map((name) => {
  const input = getNamedType(schema.getMutationType()?.getFields()[name]?.args[0]?.type);
  if (!isInputObjectType(input)) throw new Error(`${name} is not a mutation with an input`);
  return { name, input };
});

const sampleOf = (type: GraphQLInputType): unknown => {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues()[0]?.name : 'sample';
};

/** The required fields of an input with samples, and one field with a hostile value. */
const inputWith = ({ input }: Mutation, changes: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.values(input.getFields())
      .filter(isRequiredInputField)
      .map(({ name, type }) => [name, sampleOf(type)]),
  ),
  ...changes,
});

const run = (who: Pick<TestPerson, 'send'>, { name, input: type }: Mutation, input: object): Promise<Answer> =>
  who.send(
    `mutation ($input: ${type.name}!) { answer: ${name}(input: $input) { __typename ... on Refusal { code message recovery } } }`,
    { input },
  );

let person: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  other = await factory.createPerson();
});

const hostile: readonly (readonly [name: string, value: () => unknown])[] = [
  ['an empty text', () => ''],
  ['a text of spaces', () => '   '],
  ['a very long text', () => 'x'.repeat(50_000)],
  ['SQL', () => "' or 1=1; drop table person --"],
  ['HTML', () => '<script>alert(1)</script>@b.example'],
  ['a NUL', () => 'a\u0000@b.example'],
  ['an unpaired surrogate', () => 'a\ud800@b.example'],
  ['a line feed', () => 'a@b.example\nBcc: c@d.example'],
  ['the id of another type', () => toGlobalId('Account', other.accountId)],
  ['the id of a stranger', () => toGlobalId('Person', other.personId)],
  ['an id that is not a UUID', () => toGlobalId('Person', '1')],
  ['the name of a property of every object', () => '__proto__'],
];

test.each(hostile)('%s in any field is refused', async (_name, value) => {
  for (const mutation of mutations) {
    const fields = Object.values(mutation.input.getFields()).filter(({ type }) => !isEnumType(getNamedType(type)));
    for (const { name: field } of fields.filter(({ name }) => name !== 'idempotencyKey')) {
      person = await factory.createPerson();
      const { status, data, errors } = await run(person, mutation, inputWith(mutation, { [field]: value() }));
      const where = `${mutation.name} ${field}`;

      expect([where, status]).toEqual([where, expect.toSatisfy((code: number) => code === 200 || code === 400)]);
      const text = JSON.stringify([data?.answer?.message, errors]);
      expect([where, text]).toEqual([where, expect.not.stringMatching(insides)]);
      // Either a refusal, or an error of the request such as TEXT_INVALID; nothing was done.
      expect([where, data?.answer?.code ?? errors?.[0]?.extensions?.['code']]).toEqual([where, expect.any(String)]);
      expect([where, errors?.[0]?.extensions?.['code']]).not.toEqual([where, 'INTERNAL']);
    }
  }
});

test.each(mutations)('$name refuses an idempotency key that is empty or too long', async (mutation) => {
  person = await factory.createPerson();
  for (const idempotencyKey of ['', 'x'.repeat(limits.idempotencyKeyCharacters + 1)]) {
    const { data } = await run(person, mutation, inputWith(mutation, { idempotencyKey }));

    expect(data?.answer).toMatchObject({
      __typename: 'InputInvalid',
      message: expect.stringContaining('idempotencyKey'),
    });
  }
});

test.each(mutations)('$name is refused to an anonymous caller', async (mutation) => {
  const { data } = await run(apiClient(server.url), mutation, inputWith(mutation, {}));

  expect(data?.answer?.__typename).toBe('NotSignedIn');
});

test('an unknown role is refused by the schema', async () => {
  person = await factory.createPerson();
  for (const role of ['OPERATOR', 'owner', '', null])
    expect(
      (
        await person.send('mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', {
          input: { email: 'a@b.example', role },
        })
      ).errors?.[0]?.extensions?.['code'],
    ).toBe('BAD_USER_INPUT');
});
