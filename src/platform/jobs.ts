import type { Pool } from 'pg';
import { fromPrisma, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Tx } from './db.ts';
import type { Log } from './log.ts';

/** A kind of job: its queue, and what is done with one. Doing it twice must be harmless: a crash repeats it. */
export interface JobDefinition<Data extends object> {
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

/** Somebody waits for an urgent job: it goes before all others. */
export type Priority = 'urgent' | 'ordinary';

export interface Jobs {
  /** Queues jobs in the transaction: they exist if and only if it commits. Returns after one statement. */
  enqueue<Data extends object>(tx: Tx, kind: string, data: readonly Data[], urgency?: Priority): Promise<void>;
  /** After the commit: have the kind's worker look now and not at its next poll. */
  wake(kind: string): void;
  start(kinds: readonly JobDefinition<never>[]): Promise<void>;
  /** Lets running jobs finish for a few seconds and hands back the others. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly pool: Pool;
  readonly log: Log;
  readonly isEmbedded: boolean;
  /** How often jobs that ran longer than `runSeconds` are given to another worker. */
  readonly deadWorkerCheckSeconds: number;
}

const pollSeconds = 0.5;
/** Jobs that are done at the same time. */
const batchSize = 8;
const stopMs = 5_000;

/** Does one job of a batch; one that throws is tried again and takes none of the others with it. */
async function workOn(kind: JobDefinition<never>, job: JobWithMetadata<unknown>): Promise<JobResult> {
  try {
    await kind.work(job.data as never, job.retryCount >= job.retryLimit);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    return {
      id: job.id,
      status: 'failed',
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
}

/** The one job runner: pg-boss in the schema `jobs` of the same database. */
export function createJobs({ pool, log, isEmbedded, deadWorkerCheckSeconds }: JobsOptions): Jobs {
  const boss = new PgBoss({
    schema: 'jobs',
    backend: isEmbedded ? 'pglite' : 'postgres',
    schedule: false,
    reindex: false,
    superviseIntervalSeconds: deadWorkerCheckSeconds,
    monitorIntervalSeconds: deadWorkerCheckSeconds,
    db: { executeSql: async (text, values) => pool.query(text, values as unknown[]) },
  });
  boss.on('error', (error) => log.error({ err: error }, 'job runner'));
  const workers = new Map<string, string>();

  return {
    enqueue: async (tx, kind, data, urgency = 'ordinary') => {
      if (data.length > 0)
        await boss.insert(
          kind,
          data.map((one) => ({ data: one, priority: urgency === 'urgent' ? 1 : 0 })),
          { db: fromPrisma(tx) },
        );
    },
    wake: (kind) => {
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
          {
            pollingIntervalSeconds: pollSeconds,
            includeMetadata: true,
            batchSize,
            burstWhenBatchFull: true,
            perJobResults: true,
          },
          (jobs) => Promise.all(jobs.map((job) => workOn(kind, job))),
        );
        workers.set(name, worker);
      }
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: stopMs, close: false });
    },
  };
}
