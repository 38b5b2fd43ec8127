/** The server of a test file, in one line: `const { server, factory } = useServer()`. */
import { afterAll, beforeAll } from 'vitest';
import type { Config } from '../../src/config.ts';
import { type Factory, factoryFor } from './factory.ts';
import { startServer, type TestServer, type TestServerOptions } from './server.ts';

/** The servers of a test file: started before its tests, stopped after them. */
export interface UsedServers {
  readonly server: TestServer;
  /** Another instance on the same database; only with `instances: 2`. */
  readonly second: TestServer;
  readonly factory: Factory;
}

export interface UseServerOptions extends Omit<TestServerOptions, 'beside' | 'config'> {
  readonly instances?: 1 | 2;
  /** The configuration, or a function that makes it when the server is started. */
  readonly config?: Partial<Config> | (() => Partial<Config>);
  /** The lifetime of the sessions of people, for tests that let more time pass. */
  readonly sessionDays?: number;
}

/**
 * Starts a server (or two on one database) for the tests of a file and stops it after them. What it returns can be
 * used from the first hook that is registered after this call. A service that the server needs is started in a hook
 * before this call.
 */
export function useServer({ instances = 1, config = {}, sessionDays, ...options }: UseServerOptions = {}): UsedServers {
  const running: TestServer[] = [];
  beforeAll(async () => {
    const started = typeof config === 'function' ? config() : config;
    const server = await startServer({ ...options, config: started });
    running.push(server);
    if (instances === 2) running.push(await startServer({ ...options, config: started, beside: server }));
  });
  afterAll(async () => {
    for (const server of running.splice(0).reverse()) await server.stop();
  });
  const server = lateServer(() => running[0]);
  return {
    server,
    second: lateServer(() => running[1]),
    factory: factoryFor(server, sessionDays ? { sessionDays } : {}),
  };
}

/** A server that is known before it runs. @throws if it is used before its hook has started it */
function lateServer(find: () => TestServer | undefined): TestServer {
  const running = (): TestServer => {
    const server = find();
    if (!server) throw new Error('The server is used before it has been started, or useServer has fewer instances');
    return server;
  };
  return {
    get app() {
      return running().app;
    },
    get clock() {
      return running().clock;
    },
    get url() {
      return running().url;
    },
    get database() {
      return running().database;
    },
    get logged() {
      return running().logged;
    },
    stop: () => running().stop(),
  };
}
