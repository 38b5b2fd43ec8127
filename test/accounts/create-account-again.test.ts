/** `createAccount` that a client repeats, because the answer was lost. */
import { afterEach, expect, test } from 'vitest';
import type { ApiClient, Data } from '../support/client.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const createAccount = (person: ApiClient, input: Data): Promise<Data> =>
  change(person, 'createAccount', input, '... on Account { id name }');
const accountsOf = async (person: ApiClient): Promise<Data[]> =>
  (await person.ask('{ me { memberships { role account { id } } } }')).me.memberships;

test('requests with one idempotency key create one account, also concurrently', async () => {
  const person = await factory.createPerson();
  const input = { name: 'Village Letter', idempotencyKey: 'a1' };

  const concurrent = await Promise.all([createAccount(person, input), createAccount(person, input)]);
  const later = await createAccount(person, input);

  expect(later).toMatchObject({ __typename: 'Account', name: 'Village Letter' });
  expect(concurrent).toEqual([later, later]);
  const memberships = await accountsOf(person);
  expect(memberships).toHaveLength(2);
  expect(memberships[1]).toEqual({ role: 'OWNER', account: { id: later.id } });
});

test('a key of another input is refused, and keys of different people are independent', async () => {
  const [first, second] = [await factory.createPerson(), await factory.createPerson()];
  await createAccount(first, { name: 'One', idempotencyKey: 'a2' });

  const reused = await createAccount(first, { name: 'Two', idempotencyKey: 'a2' });
  const ofOther = await createAccount(second, { name: 'Two', idempotencyKey: 'a2' });

  expect(reused.__typename).toBe('IdempotencyKeyReused');
  expect(ofOther).toMatchObject({ __typename: 'Account', name: 'Two' });
  expect(await accountsOf(first)).toHaveLength(2);
});

test('without a key each request creates an account', async () => {
  const person = await factory.createPerson();

  for (const name of ['One', 'One']) expect((await createAccount(person, { name })).__typename).toBe('Account');

  expect(await accountsOf(person)).toHaveLength(3);
});
