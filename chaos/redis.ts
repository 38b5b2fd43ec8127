/** A Redis of this run, which the nemesis may kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { findFreePorts } from '../test/support/ports.ts';

export interface RedisProcess {
  readonly url: string;
  start(): Promise<void>;
  /** Kills it. It stores no data on disk. */
  kill(): Promise<void>;
}

const startMs = 60_000;

/** Starts it on a free port, keeping nothing on disk. @throws an error that says what to install if there is no redis-server */
export async function startRedis(): Promise<RedisProcess> {
  const port = await findFreePorts();
  let child: ChildProcess | undefined;
  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const started = spawn('redis-server', args, { stdio: 'ignore' });
    child = started;
    await Promise.race([
      untilOpen(port),
      once(started, 'error').then(() => {
        throw new Error('chaos needs the program redis-server in PATH (Debian: apt-get install redis-server)');
      }),
      once(started, 'exit').then(() => {
        throw new Error('redis-server ended as soon as it was started');
      }),
    ]);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function untilOpen(port: number): Promise<void> {
  for (const deadline = performance.now() + startMs; performance.now() < deadline; ) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`redis-server does not listen after ${startMs} ms`);
}
