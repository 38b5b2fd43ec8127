import type { Pool } from 'pg';
import { fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from './db.ts';
import type { Log } from './log.ts';

/** A kind of job: its queue, and what is done with one. Doing it twice must be harmless: a crash repeats it. */
export interface JobKind<Data extends object> {
  readonly name: string;
  /** How often it is tried again after it threw. */
  readonly retryLimit: number;
  /** The first pause before a retry; it doubles from there, up to `retryMaxSeconds`. */
  readonly retrySeconds: number;
  readonly retryMaxSeconds: number;
  /** A job that runs longer is given to another worker. */
  readonly runSeconds: number;
  /** @param isLastTry whether a throw would be final. */
  work(data: Data, isLastTry: boolean): Promise<void>;
}

export interface Jobs {
  /** Queues jobs in the transaction: they exist if and only if it commits. Returns after one statement. */
  enqueue<Data extends object>(tx: Tx, kind: string, data: readonly Data[]): Promise<void>;
  /** After the commit: have the kind's worker look now and not at its next poll. */
  nudge(kind: string): void;
  start(kinds: readonly JobKind<never>[]): Promise<void>;
  /** Lets running jobs finish for a few seconds and hands back the others. */
  stop(): Promise<void>;
}

const pollSeconds = 0.5;
const stopMs = 5_000;

/** The one job runner: pg-boss in the schema `jobs` of the same database. */
export function createJobs({ pool, log, isEmbedded }: { pool: Pool; log: Log; isEmbedded: boolean }): Jobs {
  const boss = new PgBoss({
    schema: 'jobs',
    backend: isEmbedded ? 'pglite' : 'postgres',
    schedule: false,
    reindex: false,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    db: { executeSql: async (text, values) => pool.query(text, values as unknown[]) },
  });
  boss.on('error', (error) => log.error({ err: error }, 'job runner'));
  const workers = new Map<string, string>();

  return {
    enqueue: async (tx, kind, data) => {
      if (data.length > 0)
        await boss.insert(
          kind,
          data.map((one) => ({ data: one })),
          { db: fromPrisma(tx) },
        );
    },
    nudge: (kind) => {
      const worker = workers.get(kind);
      if (worker) boss.notifyWorker(worker);
    },
    start: async (kinds) => {
      await boss.start();
      for (const kind of kinds) {
        const { name, retryLimit, retrySeconds, retryMaxSeconds, runSeconds } = kind;
        const options = {
          retryLimit,
          retryDelay: retrySeconds,
          retryBackoff: true,
          retryDelayMax: retryMaxSeconds,
          expireInSeconds: runSeconds,
        };
        await boss.createQueue(name, options);
        await boss.updateQueue(name, options);
        const worker = await boss.work(
          name,
          { pollingIntervalSeconds: pollSeconds, includeMetadata: true, batchSize: 1, localConcurrency: 4 },
          async ([job]) => {
            if (job) await kind.work(job.data as never, job.retryCount >= job.retryLimit);
          },
        );
        workers.set(name, worker);
      }
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: stopMs, close: false });
    },
  };
}
