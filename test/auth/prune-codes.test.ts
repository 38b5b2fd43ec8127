/** The deletion of codes that have expired long ago. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeTasks } from '../../src/auth/prune-codes.ts';
import { limits } from '../../src/limits.ts';
import { dayMs, later } from '../../src/platform/clock.ts';
import { tuning } from '../../src/tuning.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

/** Creates codes of both kinds whose retention ends at a moment. */
async function createCodes(personId: string, { count, endsAt }: { count: number; endsAt: Date }): Promise<void> {
  const expiresAt = later(endsAt, -limits.codeRetentionDays * dayMs);
  const code = { codeHash: '', attemptsLeft: 1, createdAt: expiresAt, expiresAt };
  const codes = Array.from({ length: count }, () => ({ ...code, id: randomUUID() }));
  await server.app.db.signInCode.createMany({ data: codes.map((row) => ({ ...row, email: 'old@codes.example' })) });
  await server.app.db.emailChange.createMany({
    data: codes.map((row) => ({ ...row, personId, purpose: 'PERSON', newEmail: 'old@codes.example' })),
  });
}

test('expired codes are deleted after their retention, in batches, by two instances at the same time', async () => {
  const { personId } = await factory.createPerson();
  const endsAt = later(server.clock.now(), dayMs);
  await createCodes(personId, { count: 2 * tuning.pruning.batchSize + 1, endsAt: later(endsAt, -2 * dayMs) });
  await createCodes(personId, { count: 1, endsAt });
  const runs = [server, second].flatMap(({ app }) => codeTasks(app).map((task) => task.run()));

  await Promise.all(runs);

  const count = async () => [
    await server.app.db.signInCode.count({ where: { email: 'old@codes.example' } }),
    await server.app.db.emailChange.count({ where: { personId } }),
  ];
  expect(await count()).toEqual([1, 1]);
  const dueAt = await Promise.all(codeTasks(server.app).map((task) => task.nextDueAt?.()));
  expect(dueAt).toEqual([endsAt, endsAt]);

  server.clock.advance({ days: 1, ms: 1 });
  await Promise.all(codeTasks(server.app).map((task) => task.run()));
  expect(await count()).toEqual([0, 0]);
  expect(await Promise.all(codeTasks(server.app).map((task) => task.nextDueAt?.()))).toEqual([undefined, undefined]);
});
