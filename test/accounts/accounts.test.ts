/** Accounts and people: creation, changes, and the limits of both. */
import { afterEach, expect, test } from 'vitest';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const createAccount = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) {
  __typename ... on Account { id name contactEmail } ... on Refusal { code }
  ... on InputInvalid { problems { field } } } }`;
const updateAccount = `mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) {
  __typename ... on Account { name legalName website paymentInstructions } ... on Refusal { code }
  ... on InputInvalid { problems { field } } } }`;

test('the same request with the same key creates one account, also when both arrive at the same time', async () => {
  const person = await factory.createPerson();
  const input = { name: 'Second business', idempotencyKey: 'account-1' };

  const answers = await Promise.all([1, 2].map(() => person.ask(createAccount, { input })));
  const other = await person.ask(createAccount, { input: { ...input, name: 'Third business' } });

  const [first, second] = answers.map(({ createAccount: account }) => account);
  expect(first).toMatchObject({ __typename: 'Account', name: 'Second business', contactEmail: person.email });
  expect(second).toEqual(first);
  expect(other.createAccount).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect((await person.ask('{ me { memberships { role account { name } } } }')).me.memberships).toEqual([
    { role: 'OWNER', account: { name: person.name } },
    { role: 'OWNER', account: { name: 'Second business' } },
  ]);
});

test('an update changes the given fields, keeps the omitted ones, and clears those that are null', async () => {
  const person = await factory.createPerson();
  const update = async (input: Record<string, unknown>) => (await person.ask(updateAccount, { input })).updateAccount;

  const first = await update({ legalName: 'Ada Ltd', website: 'https://ada.example' });
  const changed = await update({ name: 'Ada', website: null, paymentInstructions: 'IBAN DE02' });

  expect(first.website).toBe('https://ada.example/');
  expect(changed).toEqual({
    __typename: 'Account',
    name: 'Ada',
    legalName: 'Ada Ltd',
    website: null,
    paymentInstructions: 'IBAN DE02',
  });
});

test.each([
  ['name', ''],
  ['name', null],
  ['name', 'x'.repeat(201)],
  ['website', 'javascript:alert(1)'],
  ['website', 'ftp://files.example'],
  ['website', `https://${'x'.repeat(400)}.example`],
  ['website', 'https://ada:word@ada.example/'],
  ['website', 'https://ada.example/\nhttps://evil.example/'],
  ['taxId', 'x'.repeat(51)],
  ['about', 'x'.repeat(2_001)],
])('an update with an invalid %s is refused and changes nothing', async (field, value) => {
  const person = await factory.createPerson();

  const { updateAccount: answer } = await person.ask(updateAccount, { input: { legalName: 'New', [field]: value } });

  expect(answer).toMatchObject({ __typename: 'InputInvalid', problems: [{ field }] });
  expect((await person.ask('{ viewer { name legalName } }')).viewer).toEqual({ name: person.name, legalName: null });
});

test.each(['Mars/Olympus', '+02:00', '', "Europe/Berlin'; --"])('the time zone %j is refused', async (timeZone) => {
  const person = await factory.createPerson();

  const { updatePerson } = await person.ask(
    'mutation ($timeZone: String!) { updatePerson(input: { timeZone: $timeZone }) { __typename ... on InputInvalid { problems { field } } } }',
    { timeZone },
  );

  expect(updatePerson).toEqual({ __typename: 'InputInvalid', problems: [{ field: 'timeZone' }] });
});

test('the other party sees the person who acted by name, and not the address', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });

  const { order: read } = await order.advertiser.ask(
    `query ($id: ID!) { order(id: $id) { timeline(last: 50) { nodes { type actor { name contactEmail } person { name email } } } } }`,
    { id: order.id },
  );

  const requested = read.timeline.nodes.find(({ type }: { type: string }) => type === 'PAYMENT_REQUESTED');
  expect(requested).toMatchObject({
    actor: { name: order.seller.name, contactEmail: null },
    person: { name: order.seller.name, email: null },
  });
});
