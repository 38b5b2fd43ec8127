/** One of the instances, with a fault proxy before it and one between it and the database. */
import { type Child, startChild } from '../test/support/child-process.ts';
import { findFreePorts } from '../test/support/ports.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

export interface Instance {
  readonly name: string;
  /** The address for clients; a restart does not change it. */
  readonly url: string;
  readonly clients: FaultProxy;
  readonly database: FaultProxy;
  /** Starts it and waits until it listens. */
  start(): Promise<void>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  kill(): Promise<void>;
  /** Ends it, with its proxies. */
  end(): Promise<void>;
  /** Its output since it was last started. */
  output(): string;
}

const injector = new URL('./inject-bug.ts', import.meta.url).href;

export interface InstanceOptions {
  readonly name: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly mailUrl: string;
  readonly dataDir: string;
  /** The name of a bug to inject. */
  readonly bug: string | undefined;
}

export async function createInstance({ name, bug, ...options }: InstanceOptions): Promise<Instance> {
  const port = await findFreePorts();
  const clients = await startFaultProxy(port);
  const url = new URL(options.databaseUrl);
  const database = await startFaultProxy(Number(url.port || 5432));
  url.host = `127.0.0.1:${database.port}`;
  const env = {
    PORT: String(port),
    // One for all instances, as behind a balancer: a mail that two of them try must read the same.
    PUBLIC_URL: 'http://chaos.example',
    DATABASE_URL: url.href,
    REDIS_URL: options.redisUrl,
    RESEND_API_KEY: 'chaos',
    RESEND_URL: options.mailUrl,
    DATA_DIR: options.dataDir,
    MOVABLE_CLOCK: 'false',
    DEMO_DATA: 'false',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    ...(bug ? { NODE_OPTIONS: `--import=${injector}`, CHAOS_BUG: bug } : {}),
  };
  let child: Child | undefined;
  const end = async (signal: NodeJS.Signals) => {
    child?.signal(signal);
    await child?.ended;
    child = undefined;
  };
  return {
    name,
    url: `http://127.0.0.1:${clients.port}`,
    clients,
    database,
    start: async () => {
      child = startChild('chaos/server.ts', { env });
      await child.says(/ready on/);
    },
    signal: (signal) => child?.signal(signal),
    kill: () => end('SIGKILL'),
    end: async () => {
      await end('SIGKILL');
      await clients.stop();
      await database.stop();
    },
    output: () => child?.output() ?? '',
  };
}
