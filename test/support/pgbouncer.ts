/** A real PgBouncer in front of the database server, which hands out its connections for one transaction each. */

import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from './child-process.ts';
import { findFreePorts } from './ports.ts';

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) =>
  existsSync(path),
);

/** The reason why tests with PgBouncer are skipped; undefined if they run. */
export const pgbouncerMissing = !process.env['DATABASE_URL']
  ? 'skipped: only on a database server'
  : program
    ? undefined
    : 'skipped: no PgBouncer; apt-get install pgbouncer';

export interface RunningPooler {
  /** The database at `url` through the pooler. */
  throughPooler(url: string): string;
  stop(): Promise<void>;
}

/** Starts it with so few connections that transactions of several clients use the same ones. */
export async function startPgbouncer(serverUrl: string, { poolSize = 3 } = {}): Promise<RunningPooler> {
  const { hostname, port, username, password } = new URL(serverUrl);
  const folder = await mkdtemp(join(tmpdir(), 'placard-pgbouncer-'));
  const listenPort = await findFreePorts();
  const isRoot = process.getuid?.() === 0;
  const target = `host=${hostname} port=${port || 5432} user=${username || 'postgres'}${password ? ` password=${password}` : ''}`;
  const lines = [
    '[databases]',
    `* = ${target}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${listenPort}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    `default_pool_size = ${poolSize}`,
    'max_client_conn = 200',
    // It refuses to run as root.
    ...(isRoot ? ['user = postgres'] : []),
  ];
  await writeFile(join(folder, 'pgbouncer.ini'), `${lines.join('\n')}\n`);
  await chmod(folder, 0o755);
  const child = startProgram(program ?? '', [join(folder, 'pgbouncer.ini')]);
  await child.says(/process up/);
  return {
    throughPooler: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${listenPort}` }).href,
    stop: async () => {
      child.signal('SIGINT');
      child.kill();
      await child.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
