/** Connections to a database server: the zone of its sessions, TLS as libpq means it, and connections that break. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connectOnce } from '../../../src/platform/database-connection.ts';
import { openDatabase } from '../../../src/platform/db.ts';
import { decideSslMode } from '../../../src/platform/postgres/connection-options.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { startCutter } from '../../support/flaky-proxy.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe.skipIf(!process.env['DATABASE_URL'])('On a database server', () => {
  test('moments are stored and read as they are, although the database and its role are in another zone', async () => {
    const name = new URL(database.url).pathname.slice(1);
    const admin = await connectOnce(database.url);
    await admin.query(`alter database ${name} set timezone to 'Asia/Kathmandu'`);
    await admin.query(`alter role current_user in database ${name} set timezone to 'America/New_York'`);
    await admin.end();
    const { db, pool, close } = openDatabase(database);
    onTestFinished(close);
    // An hour that the clocks of New York skip.
    const moment = new Date('2027-03-14T02:30:00.123Z');

    const { id } = await db.account.create({
      data: { name: 'Ada', contactEmail: 'ada@people.example', createdAt: moment },
    });
    const { rows } = await pool.query<{ isEqual: boolean; zone: string }>(
      `select created_at = '2027-03-14T02:30:00.123Z' as "isEqual", current_setting('timezone') as zone from account where id = $1`,
      [id],
    );

    expect(rows).toEqual([{ isEqual: true, zone: 'UTC' }]);
    expect((await db.account.findUniqueOrThrow({ where: { id } })).createdAt).toEqual(moment);
  });

  test('a server that falls silent is given up, and the next statement gets another connection', async () => {
    const network = await startCutter(database.url);
    onTestFinished(() => network.stop());
    const { pool, close } = openDatabase({ url: network.url, isEmbedded: false, silenceMs: 300 });
    onTestFinished(close);
    await pool.query('select 1');
    network.silence();

    await expect(pool.query('select 1')).rejects.toThrow();
    expect((await pool.query('select 1')).rowCount).toBe(1);
  });
});

describe('sslmode', () => {
  let folder: string;
  let withTls: { url: string; stop(): void };
  let caFile: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'placard-tls-'));
    caFile = join(folder, 'cert.pem');
    const key = join(folder, 'key.pem');
    const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    execFileSync(
      'openssl',
      [
        ...request,
        '-keyout',
        key,
        '-out',
        caFile,
        '-subj',
        '/CN=db.example',
        '-addext',
        'subjectAltName=DNS:db.example',
      ],
      { stdio: 'ignore' },
    );
    withTls = await startTlsServer(database.url, { cert: await readFile(caFile), key: await readFile(key) });
  });
  afterAll(async () => {
    withTls.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The result of a connection with these parameters: `works`, or the reason. */
  const tryWith = async (base: string, parameters: string): Promise<string> => {
    try {
      const client = await connectOnce(await decideSslMode(`${base}?${parameters}`));
      await client.query('select 1');
      await client.end();
      return 'works';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each(['sslmode=require', 'sslmode=prefer', 'sslmode=allow', 'sslmode=no-verify'])(
    'a certificate of an unknown authority is accepted with %s',
    async (mode) => {
      expect(await tryWith(withTls.url, mode)).toBe('works');
    },
  );

  test('verify-ca wants a certificate of the authority, and verify-full the name of the host too', async () => {
    const authority = `sslrootcert=${encodeURIComponent(caFile)}`;
    expect(await tryWith(withTls.url, 'sslmode=verify-full')).toMatch(/secure connection failed: self-signed/);
    expect(await tryWith(withTls.url, 'sslmode=verify-full&sslrootcert=system')).toMatch(/failed: self-signed/);
    expect(await tryWith(withTls.url, 'sslmode=verify-ca')).toMatch(/requires specifying a CA with sslrootcert/);
    expect(await tryWith(withTls.url, `sslmode=verify-ca&${authority}`)).toBe('works');
    expect(await tryWith(withTls.url, `sslmode=require&${authority}`)).toBe('works');
    expect(await tryWith(withTls.url, `sslmode=verify-full&${authority}`)).toMatch(
      /secure connection failed: .*altnames/,
    );
  });

  test('a server without TLS is used with prefer, allow and disable, and refused with require', async () => {
    for (const mode of ['prefer', 'allow', 'disable'])
      expect(await tryWith(database.url, `sslmode=${mode}`)).toBe('works');
    expect(await tryWith(database.url, 'sslmode=require')).toMatch(/does not support SSL/);
  });
});

/** Puts TLS in front of a database, as a server with a certificate does: it answers the request for it, and forwards. */
async function startTlsServer(url: string, credentials: { cert: Buffer; key: Buffer }) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined);
    client.once('data', () => {
      client.write('S');
      const secure = new TLSSocket(client, { isServer: true, ...credentials });
      const onward = connect(Number(target.port || 5432), target.hostname);
      for (const socket of [secure, onward]) socket.on('error', () => socket.destroy());
      secure.pipe(onward);
      onward.pipe(secure);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { host: `localhost:${port}` }).href,
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
