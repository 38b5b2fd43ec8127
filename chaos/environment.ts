/** The environment of a run. All that the nemesis harms is started here, and ends here. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../test/support/database.ts';
import { type MailService, startMailService } from '../test/support/mail-service.ts';
import { createInstance, type Instance } from './instance.ts';
import { type RedisProcess, startRedis } from './redis.ts';

export interface ChaosDatabase extends TestDatabase {
  /** Connections that bypass the fault proxies. */
  readonly pool: pg.Pool;
  /** Waits for an entry of this account with this idempotency key. Returns false if none comes before the time or the run ends. */
  seesKey(accountId: string, key: string, withinMs: number): Promise<boolean>;
  /** Terminates each backend of others in this database with this probability. Returns their number. */
  endBackends(chance: number): Promise<number>;
}

export interface Environment {
  readonly database: ChaosDatabase;
  readonly redis: RedisProcess;
  readonly mails: MailService;
  readonly instances: readonly Instance[];
}

/** The steps that undo the setup, the newest first. */
export type Undo = (() => Promise<unknown>)[];

const ownName = 'chaos itself';

/** Creates a database on this server and a mail service. @throws if the server cannot be reached */
export async function openBackingServices(
  serverUrl: string,
  undo: Undo,
): Promise<Pick<Environment, 'database' | 'mails'>> {
  const database = await freshDatabase({ serverUrl });
  undo.unshift(() => database.drop());
  const pool = new pg.Pool({ connectionString: database.url, max: 4, application_name: ownName });
  pool.on('error', () => undefined);
  const ending = new AbortController();
  undo.unshift(async () => {
    // First: a wait for a key would otherwise query the ended pool.
    ending.abort();
    await pool.end();
  });
  const mails = await startMailService();
  undo.unshift(() => mails.stop());
  return { database: { ...database, pool, ...withPool(pool, ending.signal) }, mails };
}

function withPool(pool: pg.Pool, ending: AbortSignal): Pick<ChaosDatabase, 'seesKey' | 'endBackends'> {
  const countRows = async (sql: string, values: readonly unknown[]): Promise<number> =>
    ending.aborted ? 0 : ((await pool.query(sql, [...values])).rowCount ?? 0);
  return {
    seesKey: async (accountId, key, withinMs) => {
      const deadline = performance.now() + withinMs;
      while (performance.now() < deadline && !ending.aborted) {
        const sql = 'select from log_entry where actor_id = $1 and idempotency_key = $2';
        if ((await countRows(sql, [accountId, key])) > 0) return true;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return false;
    },
    endBackends: (chance) =>
      countRows(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name <> $1 and random() < $2`,
        [ownName, chance],
      ),
  };
}

/** Starts Redis and two instances. */
export async function openEnvironment(
  { database, mails }: Pick<Environment, 'database' | 'mails'>,
  bug: string | undefined,
  undo: Undo,
): Promise<Environment> {
  const redis = await startRedis();
  undo.unshift(() => redis.kill());
  const dataDir = await mkdtemp(join(tmpdir(), 'placard-chaos-'));
  undo.unshift(() => rm(dataDir, { recursive: true, force: true }));
  const instances = await Promise.all(
    ['A', 'B'].map((name) =>
      createInstance({ name, databaseUrl: database.url, redisUrl: redis.url, mailUrl: mails.url, dataDir, bug }),
    ),
  );
  undo.unshift(() => Promise.all(instances.map((instance) => instance.end())));
  for (const instance of instances) await instance.start();
  return { database, redis, mails, instances };
}
