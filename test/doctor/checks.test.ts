/** The checks of a deployment: each finds its problem, and nothing in a deployment that is right. */
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { checks, examine } from '../../src/doctor/checks.ts';
import { findFreePorts } from '../support/ports.ts';
import { useServer } from '../support/use-server.ts';

const { server } = useServer();

/** The problems that a check finds with these settings. */
async function problemsOf(name: string, settings: object = {}): Promise<readonly string[]> {
  const config = { ...server.app.config, dataDir: tmpdir(), publicUrl: server.url, ...settings };
  const selected = checks.filter((check) => check.name === name);
  const [finding] = await examine({ config, pool: server.app.database.pool }, selected);
  return finding?.problems ?? ['no such check'];
}

test('a deployment that is right has no problems with its storage, clock, migrations and address', async () => {
  for (const name of ['proxy', 'clock', 'migrations', 'storage', 'public address', 'mail'])
    expect([name, await problemsOf(name)]).toEqual([name, []]);
});

test('a proxy that is not trusted, and an address without TLS, are found in production', async () => {
  const https = { isProduction: true, publicUrl: 'https://market.example' };
  expect(await problemsOf('proxy', https)).toEqual([expect.stringContaining('TRUSTED_PROXIES is 0')]);
  expect(await problemsOf('proxy', { ...https, trustedProxies: 1 })).toEqual([]);
  expect(await problemsOf('proxy', { isProduction: true, publicUrl: 'http://market.example' })).toEqual([
    expect.stringContaining('does not begin with https'),
  ]);
});

test('a public address that leads elsewhere, or to nothing, is found', async () => {
  expect(await problemsOf('public address', { publicUrl: `${server.url}/elsewhere` })).toEqual([
    expect.stringContaining('answers 404 and does not lead to this server'),
  ]);
  const port = await findFreePorts();
  expect(await problemsOf('public address', { publicUrl: `http://127.0.0.1:${port}` })).toEqual([
    expect.stringContaining('cannot be reached'),
  ]);
});

test('a Redis that cannot be reached, and one that is missing in production, are found', async () => {
  const port = await findFreePorts();
  expect(await problemsOf('Redis', { redisUrl: `redis://127.0.0.1:${port}` })).toEqual([
    'Redis at REDIS_URL cannot be reached.',
  ]);
  expect(await problemsOf('Redis', { redisUrl: undefined, isProduction: true })).toEqual([
    expect.stringContaining('REDIS_URL is not set'),
  ]);
});

test('migrations that are missing are named', async () => {
  const { db } = server.app;
  const [newest] = await db.$queryRaw<{ id: string; name: string }[]>`
    update _prisma_migrations set finished_at = null
    where id = (select id from _prisma_migrations order by migration_name desc limit 1)
    returning id, migration_name as name`;
  onTestFinished(() => db.$executeRaw`update _prisma_migrations set finished_at = now()`.then(() => undefined));

  expect(await problemsOf('migrations')).toEqual([`The database has failed migrations: ${newest?.name}.`]);
});

test('a folder for files that is not there is found', async () => {
  expect(await problemsOf('disk', { dataDir: '/no/such/folder' })).toEqual([
    'DATA_DIR /no/such/folder cannot be read.',
  ]);
});
