/** A start on an empty database of a PostgreSQL server: `node src/main.ts` with DATABASE_URL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { killChildren, startChild } from '../support/child-process.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts';

const folder = await mkdtemp(join(tmpdir(), 'placard-start-'));
let database: TestDatabase | undefined;
afterAll(async () => {
  await killChildren();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

test.skipIf(!process.env['DATABASE_URL'])(
  'a role that owns its database and is not a superuser is enough',
  async () => {
    const plain = await emptyDatabase(process.env['DATABASE_URL'] ?? '');
    const url = new URL(plain.url);
    const name = url.pathname.slice(1);
    const admin = await connectOnce(process.env['DATABASE_URL'] ?? '');
    await admin.query(`create role ${name} login password 'plain' nosuperuser nocreatedb nocreaterole`);
    await admin.query(`alter database ${name} owner to ${name}`);
    Object.assign(url, { username: name, password: 'plain' });
    try {
      const child = startChild('src/main.ts', { env: { PORT: '0', DATA_DIR: folder, DATABASE_URL: url.href } });
      const [, address] = await child.says(/Begin here +(http:\/\/localhost:\d+)\//);
      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
      child.signal('SIGTERM');
      expect(await child.ended).toBe(0);
    } finally {
      await plain.drop();
      await admin.query(`drop role ${name}`);
      await admin.end();
    }
  },
);

test('a server migrates an empty database, stops on SIGTERM, and finds its data when it is started again', async () => {
  database = await freshDatabase({ folder });
  const { REDIS_URL } = process.env;
  const env = { PORT: '0', DATA_DIR: folder, DATABASE_URL: database.url, ...(REDIS_URL ? { REDIS_URL } : {}) };

  const first = startChild('src/main.ts', { env });
  await first.says(/Applying \d+ migrations/);
  await first.says(/requestSignInCode/);
  first.signal('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = startChild('src/main.ts', { env });
  const [, url] = await second.says(/Begin here +(http:\/\/localhost:\d+)\//);
  await second.says(/requestSignInCode/);
  expect(second.output()).not.toMatch(/Applying|demo order/);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  second.signal('SIGTERM');
  expect(await second.ended).toBe(0);
});
