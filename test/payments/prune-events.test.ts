/** The deletion of events of payment providers that were handled long ago. */
import { expect, test } from 'vitest';
import { providerEventTasks } from '../../src/payments/prune-events.ts';
import { dayMs, later } from '../../src/platform/clock.ts';
import { tuning } from '../../src/tuning.ts';
import { useServer } from '../support/use-server.ts';

const { server } = useServer();

test('events that were handled are deleted after their retention; new and failed ones are kept', async () => {
  const { db } = server.app;
  const endsAt = later(server.clock.now(), -tuning.payments.eventRetentionDays * dayMs);
  const statuses = ['NEW', 'DONE', 'IGNORED', 'UNHANDLED', 'FAILED'] as const;
  const event = { provider: 'STRIPE', type: 'charge.updated', payload: {} } as const;
  await db.providerEvent.createMany({
    data: statuses.flatMap((status) => [
      { ...event, id: `old ${status}`, status, receivedAt: later(endsAt, -1) },
      { ...event, id: `recent ${status}`, status, receivedAt: later(endsAt, dayMs) },
    ]),
  });

  await Promise.all(providerEventTasks(server.app).map((task) => task.run()));

  const left = await db.providerEvent.findMany({ select: { id: true } });
  const expected = ['old NEW', 'old FAILED', ...statuses.map((status) => `recent ${status}`)];
  expect(left.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
});
