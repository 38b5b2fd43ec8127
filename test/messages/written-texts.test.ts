/** Texts that people write for others: messages, names and titles. */
import { afterEach, expect, test } from 'vitest';
import type { ApiClient, Data } from '../support/client.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { changeSpace, createSpace } from '../support/spaces.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const problems = '... on InputInvalid { problems { field } }';
const send = (who: ApiClient, orderId: string, text: string, input: Data = {}): Promise<Data> =>
  change(who, 'sendMessage', { orderId, text, ...input }, `... on Message { id text } ${problems}`);

const reversed = '\u202eTea\u202c for \u2067two\u2069';

test('a message that shows nothing is refused, also if it replaces another', async () => {
  const { seller, id } = await factory.createOrder();
  const { id: messageId } = await send(seller, id, 'Hello.');

  for (const text of ['\u200b', '\u3164\u115f', '\u2800', '\u0301', '\u2066\u2069'])
    for (const answer of [
      await send(seller, id, text),
      await change(seller, 'updateMessage', { messageId, text }, `... on Message { text } ${problems}`),
    ])
      expect(answer, JSON.stringify(text)).toMatchObject({ problems: [{ field: 'text' }] });
});

test('direction controls are removed from messages, which can be repeated', async () => {
  const { seller, id } = await factory.createOrder();

  const [first, again] = [
    await send(seller, id, reversed, { idempotencyKey: 'reversed' }),
    await send(seller, id, reversed, { idempotencyKey: 'reversed' }),
  ];

  expect(first).toMatchObject({ text: 'Tea for two' });
  expect(again.id).toBe(first.id);
});

test('direction controls are removed from the names of people and accounts, and from titles', async () => {
  const person = await factory.createPerson();

  expect([
    (await change(person, 'updatePerson', { name: reversed }, '... on Person { name }')).name,
    (await change(person, 'updateAccount', { name: reversed }, '... on Account { name }')).name,
    (await changeSpace(person, 'updateSpace', { spaceId: await createSpace(person), title: reversed })).title,
  ]).toEqual(['Tea for two', 'Tea for two', 'Tea for two']);
});
