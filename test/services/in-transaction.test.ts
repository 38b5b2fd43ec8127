/** Services in an open transaction: nothing that code does with them is committed or published without it. */
import { expect, test } from 'vitest';
import { clientInTransaction } from '../../src/platform/db.ts';
import { inTransaction } from '../../src/services/in-transaction.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer({ config: { redisUrl: undefined } });

const nameOf = async (id: string) => (await server.app.db.person.findUniqueOrThrow({ where: { id } })).name;

/** The topics that have been published since, of these. */
function listen(...topics: string[]): string[] {
  const heard: string[] = [];
  server.app.live.subscribe(topics, (topic) => heard.push(topic));
  return heard;
}

test('transactions that the code begins belong to the open one, and end with it', async () => {
  const { personId: id } = await factory.createPerson();
  const before = await nameOf(id);

  const failing = server.app.db.$transaction(async (tx) => {
    const { db } = inTransaction(server.app, tx);
    await db.$transaction((inner) => inner.person.update({ where: { id }, data: { name: 'Changed' } }));
    expect((await db.person.findUniqueOrThrow({ where: { id } })).name).toBe('Changed');
    expect(await nameOf(id)).toBe(before);
    throw new Error('The outer work failed');
  });

  await expect(failing).rejects.toThrow('The outer work failed');
  expect(await nameOf(id)).toBe(before);
});

test('statements are sent through the open transaction', async () => {
  const { personId: id } = await factory.createPerson();

  await server.app.db.$transaction(async (tx) => {
    const db = clientInTransaction(tx);
    await db.$executeRaw`update person set name = 'By a statement' where id = ${id}::uuid`;
    expect(await db.$queryRaw`select name from person where id = ${id}::uuid`).toEqual([{ name: 'By a statement' }]);
  });

  expect(await nameOf(id)).toBe('By a statement');
});

test('what the code publishes is published after the commit, and never if there is none', async () => {
  const heard = listen('test:committed', 'test:rolled-back', 'test:last');

  await server.app.db.$transaction(async (tx) => {
    const { live } = inTransaction(server.app, tx);
    live.publish('test:committed');
    live.publishAll([{ topic: 'test:last' }]);
    await tx.$queryRaw`select 1`;
    expect(heard).toEqual([]);
  });
  const failing = server.app.db.$transaction((tx) => {
    inTransaction(server.app, tx).live.publish('test:rolled-back');
    throw new Error('The outer work failed');
  });

  await expect(failing).rejects.toThrow('The outer work failed');
  await eventually(() => expect(heard).toContain('test:last'));
  expect(heard).toEqual(['test:committed', 'test:last']);
});
