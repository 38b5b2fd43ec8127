/** The deletion of sessions that have expired long ago. */
import { expect, test } from 'vitest';
import { sessionTasks } from '../../src/auth/prune-sessions.ts';
import { limits } from '../../src/limits.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

test('a session is deleted some time after it has expired, and its token is refused as before', async () => {
  const person = await factory.createPerson();
  const count = () => server.app.db.session.count({ where: { personId: person.personId } });
  const refusal = async () => (await person.send('{ me { id } }')).errors?.[0]?.extensions?.['code'];
  const run = () => Promise.all(sessionTasks(server.app).map((task) => task.run()));

  server.clock.advance({ days: limits.session.days, ms: 1 });
  await run();
  expect([await count(), await refusal()]).toEqual([1, 'SESSION_ENDED']);
  server.clock.advance({ days: limits.session.retentionDays });
  await run();
  expect([await count(), await refusal()]).toEqual([0, 'SESSION_ENDED']);
});
