/** One of the instances, with a wire in front of it and one between it and the database. */
import { type Child, startChild } from '../test/support/child-process.ts';
import { startWire, type Wire } from './fault-proxy.ts';
import { plantOption } from './injected-bug.ts';
import { freePort } from './ports.ts';

export interface Instance {
  readonly name: string;
  /** Where clients reach it, also after it was started anew. */
  readonly url: string;
  readonly clients: Wire;
  readonly database: Wire;
  /** Starts it and waits until it listens. */
  start(): Promise<void>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  kill(): Promise<void>;
  /** Ends it the ordinary way, with the wires. */
  end(): Promise<void>;
  /** What it has printed since it was last started. */
  output(): string;
}

export interface InstanceOptions {
  readonly name: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly mailUrl: string;
  readonly dataDir: string;
  /** A fault that is planted into it. */
  readonly plant: string | undefined;
}

export async function createInstance({ name, plant, ...options }: InstanceOptions): Promise<Instance> {
  const port = await freePort();
  const clients = await startWire(port);
  const url = new URL(options.databaseUrl);
  const database = await startWire(Number(url.port || 5432));
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
    ...(plant ? { NODE_OPTIONS: plantOption(plant) } : {}),
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
