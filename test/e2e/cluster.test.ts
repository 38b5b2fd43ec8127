/** `npm run cluster`, as a developer runs it. The tests of each feature cover the work between instances. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { killChildren, startChild } from '../support/child-process.ts';
import { freshDatabase } from '../support/database.ts';
import { findFreePorts } from '../support/ports.ts';

const folder = await mkdtemp(join(tmpdir(), 'placard-cluster-'));
afterAll(async () => {
  await killChildren();
  await rm(folder, { recursive: true, force: true });
});

/** A database on the server and the Redis of this run; empty where it runs on the embedded database. */
async function servers(): Promise<Record<string, string>> {
  const { DATABASE_URL: serverUrl, REDIS_URL } = process.env;
  if (!serverUrl) return {};
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  return { DATABASE_URL: database.url, ...(REDIS_URL ? { REDIS_URL } : {}) };
}

test('two instances share one database, print their addresses, and stop together', async () => {
  const port = await findFreePorts(2);
  const server = await servers();
  const env = { PORT: String(port), DATA_DIR: folder, DEMO_DATA: 'false', LOG_LEVEL: 'error', ...server };
  const child = startChild('scripts/cluster.ts', { env });
  await child.says(server['REDIS_URL'] ? /Both instances are ready\./ : /Both instances are ready, without Redis/);

  for (const at of [port, port + 1]) {
    expect(child.output()).toContain(`http://localhost:${at}/`);
    expect((await fetch(`http://127.0.0.1:${at}/health/ready`)).status).toBe(200);
  }

  child.signal('SIGINT');
  expect(await child.ended).toBe(0);
});

test.each(['first', 'second'] as const)(
  'a cluster whose %s port is taken names the port and the remedy',
  async (taken) => {
    const port = await findFreePorts(2);
    const takenPort = taken === 'first' ? port : port + 1;
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(takenPort, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const dataDir = await mkdtemp(join(folder, 'taken-'));
    const env = { PORT: String(port), DATA_DIR: dataDir, DEMO_DATA: 'false', LOG_LEVEL: 'error', ...(await servers()) };

    const child = startChild('scripts/cluster.ts', { env });

    expect(await child.ended).toBe(1);
    expect(child.output()).toContain(`Port ${takenPort} is taken by another program`);
    expect(child.output()).toContain(`PORT=${takenPort + 1} npm run cluster`);
    expect(child.output()).not.toMatch(/^\s+at /m);
  },
);

test('a cluster does not start in production', async () => {
  const child = startChild('scripts/cluster.ts', { env: { NODE_ENV: 'production' } });

  expect(await child.ended).toBe(1);
});
