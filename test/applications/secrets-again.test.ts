/** Requests that show a secret once, repeated with their idempotency key: the secret is the same, and is not stored. */
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { checksumOf } from '../../src/platform/secrets.ts';
import { apiClient, type Data } from '../support/client.ts';
import { change, createPartner, idOf, wires } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const feed = 'query Feed { inbox { cursor } }';
const follow = 'subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename } }';
const statusOf = async (key: string): Promise<number | undefined> =>
  (await wires.POST(server, key, { documentId: idOf(feed) })).status;

const keyFields = '... on ApplicationKeyCreated { secret key { id createdAt } }';
const secretFields = '... on WebhookSecretPayload { secret endpoint { id } }';

/** The number of rows of a table that contain a text. */
async function rowsWith(table: string, text: string): Promise<number | undefined> {
  const [found] = await server.app.db.$queryRawUnsafe<{ count: number }[]>(
    `select count(*)::int as count from ${table} row where position($1 in row::text) > 0`,
    text,
  );
  return found?.count;
}

test('a repeated `createApplicationKey` answers the same key, which works and is not stored', async () => {
  const { owner, applicationId } = await createPartner(factory, { documents: [feed] });
  const input = { applicationId, idempotencyKey: 'key' };

  const first: Data = await change(owner, 'createApplicationKey', input, keyFields);
  const again = await change(owner, 'createApplicationKey', input, keyFields);

  expect(first.secret).toMatch(/^placard_pk_[0-9a-f]{72}$/);
  expect(again).toEqual(first);
  expect(await statusOf(again.secret)).toBe(200);
  for (const table of ['application_key', 'idempotency_key']) expect(await rowsWith(table, first.secret)).toBe(0);
});

test('each key of an application has a secret of its own', async () => {
  const { owner, applicationId, key } = await createPartner(factory);

  const other = await change(owner, 'createApplicationKey', { applicationId }, keyFields);

  expect(other.secret).not.toBe(key);
});

test('a key is not shown again to a person who has left the account, or may only read there', async () => {
  const { owner, applicationId } = await createPartner(factory);
  const member = await factory.createMember(owner, 'MEMBER');
  const input = { applicationId, idempotencyKey: 'key' };
  await change(member, 'createApplicationKey', input, keyFields);
  const where = { personId: member.personId };

  await server.app.db.membership.updateMany({ where, data: { role: 'VIEWER' } });
  const asViewer = await change(member, 'createApplicationKey', input, keyFields);
  await server.app.db.membership.deleteMany({ where });
  const asStranger = await change(member, 'createApplicationKey', input, keyFields);

  expect(asViewer).toMatchObject({ code: 'MEMBERSHIP_ROLE_INSUFFICIENT' });
  expect(asStranger).toMatchObject({ __typename: 'ResultUnavailable', code: 'RESULT_UNAVAILABLE' });
});

test('the idempotency key of another person shows no secret', async () => {
  const { owner, applicationId } = await createPartner(factory);
  const input = { applicationId, idempotencyKey: 'key' };
  await change(owner, 'createApplicationKey', input, keyFields);

  const byStranger = await change(await factory.createPerson(), 'createApplicationKey', input, keyFields);

  expect(byStranger.__typename).toBe('ApplicationNotFound');
});

test('a random key, as earlier versions made it, works', async () => {
  const { applicationId } = await createPartner(factory, { documents: [feed] });
  const body = `placard_pk_${'0123456789abcdef'.repeat(4)}`;
  const key = `${body}${checksumOf(body)}`;
  const rowId = Buffer.from(applicationId, 'base64url').toString().replace('Application:', '');
  const keyHash = createHash('sha256').update(key).digest('base64url');
  await server.app.db.applicationKey.updateMany({
    where: { applicationId: rowId },
    data: { keyHash, createdAt: server.clock.now() },
  });

  expect(await statusOf(key)).toBe(200);
});

test('a repeated request for a webhook secret answers the same secret, also after another was made', async () => {
  const { owner, applicationId } = await createPartner(factory, { documents: [follow] });
  const creation = { applicationId, url: 'http://127.0.0.1:9/hook', documentId: idOf(follow), idempotencyKey: 'one' };
  const created: Data = await change(owner, 'createWebhookEndpoint', creation, secretFields);
  const rotation = { endpointId: created.endpoint.id, idempotencyKey: 'two' };
  const rotated: Data = await change(owner, 'rotateWebhookSecret', rotation, secretFields);
  await change(owner, 'rotateWebhookSecret', { endpointId: created.endpoint.id }, secretFields);

  expect(rotated.secret).not.toBe(created.secret);
  expect(await change(owner, 'createWebhookEndpoint', creation, secretFields)).toEqual(created);
  expect(await change(owner, 'rotateWebhookSecret', rotation, secretFields)).toEqual(rotated);
});

test('an application repeats its own requests, and its keys are not those of the people of its account', async () => {
  const create = `mutation Create($input: CreatePlacementInput!) { createPlacement(input: $input) {
    __typename ... on Placement { id slug } } }`;
  const { owner, key } = await createPartner(factory, { documents: [create] });
  const input = { slug: 'by-robot', name: 'By a robot', kind: 'SINGLE', idempotencyKey: 'place' };
  const byRobot = () => wires.POST(server, key, { documentId: idOf(create), variables: { input } });

  const [first, second] = await Promise.all([byRobot(), byRobot()]);
  const byPerson = await apiClient(server.url, owner.sessionToken).ask(create, {
    input: { ...input, slug: 'by-person' },
  });

  expect(first.data?.createPlacement).toMatchObject({ __typename: 'Placement', slug: 'by-robot' });
  expect(second.data).toEqual(first.data);
  expect((await byRobot()).data).toEqual(first.data);
  expect(byPerson.createPlacement).toMatchObject({ __typename: 'Placement', slug: 'by-person' });
});

test('a refused request leaves no key, and a failed confirmation counts as an attempt although it has a key', async () => {
  const person = await factory.createPerson();
  const invalid = await change(person, 'createApplication', { name: '', scopes: [], idempotencyKey: 'app' });
  const valid = await change(person, 'createApplication', { name: 'Robot', scopes: [], idempotencyKey: 'app' });
  await change(person, 'requestEmailChange', { newEmail: 'attempts@people.example' });
  const before = await server.app.db.emailChange.findFirstOrThrow({ where: { personId: person.personId } });

  const wrong = { code: '00000000', idempotencyKey: 'confirm' };
  const answers = [
    await change(person, 'confirmEmailChange', wrong),
    await change(person, 'confirmEmailChange', wrong),
  ];

  expect(invalid.__typename).toBe('InputInvalid');
  expect(valid.__typename).toBe('Application');
  expect(answers.map(({ code }) => code)).toEqual(['EMAIL_CHANGE_CODE_INVALID', 'EMAIL_CHANGE_CODE_INVALID']);
  const after = await server.app.db.emailChange.findUniqueOrThrow({ where: { id: before.id } });
  expect(after.attemptsLeft).toBe(before.attemptsLeft - 2);
});
