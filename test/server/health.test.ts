/** A server that is not well: the log names the reason for its operators, and strangers see only that it is not ready. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportWaitingJobs } from '../../src/platform/waiting-jobs.ts';
import { apiClient } from '../support/client.ts';
import { type MailService, startMailService } from '../support/mail-service.ts';
import { sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
afterAll(() => service.stop());

const { server } = useServer({
  config: () => ({
    mail: {
      resendApiKey: 're_test',
      resendUrl: service.url,
      from: 'Placard <orders@mail.example>',
      retrySeconds: 3,
      timeoutSeconds: 2,
    },
  }),
});

const warnings = (text: RegExp) =>
  server.logged.filter(({ level, text: line = '' }) => level === 'warn' && text.test(line));

const ready = () => sendRaw(server.url, { method: 'GET', path: '/health/ready' });
const newerName = '20990101000000_of_a_newer_version';

/** Records a migration of a newer version while `work` runs. */
async function withNewerMigration(logs: string | null, work: () => Promise<void>): Promise<void> {
  const { db } = server.app;
  await db.$executeRaw`insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count, logs)
    values ('newer', 'x', ${newerName}, now(), 1, ${logs})`;
  await work().finally(() => db.$executeRaw`delete from _prisma_migrations where id = 'newer'`);
}

test('a server stays ready when a newer version migrates its database; the name is in the log, once', async () => {
  expect((await ready()).status).toBe(200);
  await withNewerMigration(null, async () => {
    expect([(await ready()).status, (await ready()).status]).toEqual([200, 200]);
  });
  expect(warnings(/migrations/).map(({ fields }) => fields)).toEqual([{ migrations: { newer: [newerName] } }]);
});

test('a server is not ready on a schema that needs a newer version; the name is in the log and not in the answer', async () => {
  await withNewerMigration(`-- needs: ${newerName}`, async () => {
    for (const { status, text } of [await ready(), await ready()])
      expect([status, JSON.parse(text)]).toEqual([
        503,
        { status: 'not ready', reason: 'the database has other migrations than this version' },
      ]);
  });
  expect(warnings(/migrations/).at(-1)?.fields).toEqual({ migrations: { unknown: [newerName] } });
  expect((await ready()).status).toBe(200);
});

test('e-mails that fail and are tried again are a warning with their number and age, without their content', async () => {
  service.misbehaveAlways('broken');
  const client = apiClient(server.url);
  for (const email of ['first@mail.example', 'second@mail.example'])
    await client.ask('mutation ($email: String!) { requestSignInCode(input: { email: $email }) { __typename } }', {
      email,
    });
  await service.until(() => service.requests.length >= 2);
  const report = async () => {
    await reportWaitingJobs(server.app, { lateSeconds: 0 });
    return warnings(/jobs wait/).at(-1)?.fields;
  };

  await expect.poll(report).toEqual({ job: 'deliver-mail', count: 2, oldestSeconds: expect.any(Number) });
  service.misbehaveAlways(undefined);
  await expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED' } }), { timeout: 30_000 }).toBe(0);
  const count = warnings(/jobs wait/).length;
  await report();
  expect(warnings(/jobs wait/)).toHaveLength(count);
});

test('a job that is not late is not reported', async () => {
  service.misbehaveAlways('broken');
  const before = warnings(/jobs wait/).length;
  await apiClient(server.url).ask(
    'mutation { requestSignInCode(input: { email: "third@mail.example" }) { __typename } }',
  );

  await reportWaitingJobs(server.app);

  expect(warnings(/jobs wait/)).toHaveLength(before);
  service.misbehaveAlways(undefined);
});
