/** A start on an empty database of a PostgreSQL server: `node src/main.ts` with DATABASE_URL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killChildren, startChild } from '../support/child-process.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const folder = await mkdtemp(join(tmpdir(), 'placard-start-'));
let database: TestDatabase | undefined;
afterAll(async () => {
  await killChildren();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

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
