/** Notification preferences in the API: read and changed by the person only, with typed refusals. */
import { afterEach, describe, expect, test } from 'vitest';
import { notificationKinds } from '../../src/notifications/kinds.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { createPartner, idOf, wires } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const preferences = 'notificationPreferences { digestTime quietHours { from to } choices { kind email isRequired } }';
const mutation = `mutation ($input: UpdateNotificationPreferencesInput!) { update: updateNotificationPreferences(input: $input) {
  __typename ... on Person { id ${preferences} } ... on Refusal { message code recovery }
  ... on InputInvalid { problems { field message } } ... on NotificationRequired { kinds } } }`;

const update = async (client: ApiClient, input: object): Promise<Data> =>
  (await client.ask(mutation, { input })).update;
const read = async (client: ApiClient): Promise<Data> =>
  (await client.ask(`query { me { ${preferences} } }`)).me.notificationPreferences;
const emailsOf = ({ choices }: Data) => Object.fromEntries(choices.map(({ kind, email }: Data) => [kind, email]));

describe('A person', () => {
  test('is notified of everything immediately without having chosen, and sees what cannot be turned off', async () => {
    const { digestTime, quietHours, choices } = await read(await factory.createPerson());

    expect({ digestTime, quietHours }).toEqual({ digestTime: '08:00', quietHours: null });
    expect(choices.map(({ kind }: Data) => kind)).toEqual(Object.keys(notificationKinds));
    expect(new Set(choices.map(({ email }: Data) => email))).toEqual(new Set(['IMMEDIATELY']));
    const required = choices.filter(({ isRequired }: Data) => isRequired).map(({ kind }: Data) => kind);
    expect(required).toEqual(['RECEIPTS', 'DISPUTES', 'ACCOUNT']);
  });

  test('chooses for each kind, and what is not named stays', async () => {
    const person = await factory.createPerson();

    await update(person, {
      choices: [
        { kind: 'ADS', email: 'DIGEST' },
        { kind: 'MESSAGES', email: 'OFF' },
      ],
    });
    await update(person, { quietHours: { from: '22:00', to: '07:00' } });
    const answer = await update(person, { choices: [{ kind: 'ADS', email: 'IMMEDIATELY' }, { kind: 'ORDERS' }] });

    expect(answer.notificationPreferences).toEqual(await read(person));
    expect(emailsOf(await read(person))).toMatchObject({ ADS: 'IMMEDIATELY', MESSAGES: 'OFF', ORDERS: 'IMMEDIATELY' });
    expect((await read(person)).quietHours).toEqual({ from: '22:00', to: '07:00' });

    await update(person, { quietHours: null });
    expect((await read(person)).quietHours).toBeNull();
  });

  test('who may only read in an account chooses too', async () => {
    const viewer = await factory.createMember(await factory.createPerson(), 'VIEWER');

    expect((await update(viewer, { choices: [{ kind: 'ADS', email: 'OFF' }] })).__typename).toBe('Person');
  });

  test('cannot turn off what is required, and nothing changes', async () => {
    const person = await factory.createPerson();
    const choices = [
      { kind: 'ADS', email: 'OFF' },
      { kind: 'RECEIPTS', email: 'OFF' },
      { kind: 'DISPUTES', email: 'DIGEST' },
      { kind: 'ACCOUNT', email: 'IMMEDIATELY' },
    ];

    const answer = await update(person, { choices });

    expect(answer).toMatchObject({
      code: 'NOTIFICATION_REQUIRED',
      recovery: 'CORRECTABLE',
      kinds: ['RECEIPTS', 'DISPUTES'],
    });
    expect(emailsOf(await read(person))).toMatchObject({ ADS: 'IMMEDIATELY' });
  });

  test.each([
    [
      {
        choices: [
          { kind: 'ADS', email: 'OFF' },
          { kind: 'ADS', email: 'DIGEST' },
        ],
      },
      ['choices'],
    ],
    [{ quietHours: { from: '24:00', to: '7:00' } }, ['quietHours.from', 'quietHours.to']],
    [{ quietHours: { from: '22:00\u0007', to: '07:00' } }, ['quietHours.from']],
    [{ quietHours: { from: '9'.repeat(5_000), to: '07:00' } }, ['quietHours.from']],
    [{ quietHours: { from: '22:00', to: '22:00' } }, ['quietHours.to']],
    [{ idempotencyKey: '' }, ['idempotencyKey']],
  ])('gets the problems of %j', async (input, fields) => {
    const { __typename, problems } = await update(await factory.createPerson(), input);

    expect([__typename, problems.map(({ field }: Data) => field)]).toEqual(['InputInvalid', fields]);
  });

  test.each([
    { choices: [{ kind: 'SPAM', email: 'OFF' }] },
    { choices: [{ kind: 'ADS', email: 'SOMETIMES' }] },
    { choices: 'ADS' },
    { quietHours: '22:00' },
    { quietHours: { from: 22, to: 7 } },
  ])('cannot send %j', async (input) => {
    const { errors } = await (await factory.createPerson()).send(mutation, { input });

    expect(errors?.[0]?.extensions?.['code']).toBeDefined();
  });

  test('repeats a request with a key without effect, and cannot use the key for another', async () => {
    const person = await factory.createPerson();
    const input = { choices: [{ kind: 'ADS', email: 'OFF' }], idempotencyKey: 'once' };

    await update(person, input);
    await update(person, { choices: [{ kind: 'ADS', email: 'DIGEST' }] });
    const repeated = await update(person, input);
    const other = await update(person, { ...input, choices: [{ kind: 'ADS', email: 'DIGEST' }] });

    expect(emailsOf(repeated.notificationPreferences)).toMatchObject({ ADS: 'DIGEST' });
    expect(other.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('who changes several kinds at the same time loses no change', async () => {
    const person = await factory.createPerson();
    const kinds = ['ORDERS', 'MESSAGES', 'ADS', 'PAYMENTS', 'RENEWALS', 'REVIEWS', 'WEBHOOKS'];

    await Promise.all(kinds.map((kind) => update(person, { choices: [{ kind, email: 'OFF' }] })));

    expect(emailsOf(await read(person))).toMatchObject(Object.fromEntries(kinds.map((kind) => [kind, 'OFF'])));
  });

  test('does not see the preferences of a colleague', async () => {
    const person = await factory.createPerson();
    const colleague = await factory.createMember(person, 'OWNER');

    const { me } = await colleague.ask(
      `query { me { memberships { account { members { person { name ${preferences} } } } } } }`,
    );

    const members = me.memberships[0].account.members.map(({ person: member }: Data) => member);
    expect(members.find(({ name }: Data) => name === person.name).notificationPreferences).toBeNull();
    expect(members.find(({ name }: Data) => name === colleague.name).notificationPreferences).not.toBeNull();
  });
});

test('An anonymous caller has no preferences', async () => {
  expect(await update(apiClient(server.url), {})).toMatchObject({ __typename: 'NotSignedIn' });
});

test('An application cannot change the preferences of people', async () => {
  const text = 'mutation { answer: updateNotificationPreferences(input: {}) { __typename } }';
  const partner = await createPartner(factory, { documents: [text] });

  const { data } = await wires.POST(server, partner.key, { documentId: idOf(text), variables: {} });

  expect(data.answer.__typename).toBe('ScopeMissing');
});
