import type { Pool } from 'pg';
import { fromPrisma, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { tuning } from '../tuning.ts';
import { afterCommit, type Tx } from './db.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** A kind of job: its queue and its work. Doing a job twice must be harmless: after a crash it is repeated. */
export interface JobDefinition<Data extends object> {
  readonly name: string;
  /** Maximum number of retries after a job has failed. */
  readonly retryLimit: number;
  /** The pause before the first retry; it doubles from there, up to `retryMaxSeconds`. */
  readonly retrySeconds: number;
  readonly retryMaxSeconds: number;
  /** A job that runs longer is given to another worker. */
  readonly timeoutSeconds: number;
  /**
   * @param isLastTry whether a failure is final
   * @param isFirstTry whether the job was not begun before
   */
  work(data: Data, isLastTry: boolean, isFirstTry: boolean): Promise<void>;
}

/** Urgent jobs are taken before all others: a person waits for them. */
export type Priority = 'urgent' | 'ordinary';

export interface Jobs {
  /**
   * Queues jobs in the transaction: they exist if and only if it commits. Runs one statement. After the commit the workers
   * of this kind are woken, here and on the other instances.
   */
  enqueue<Data extends object>(tx: Tx, name: string, data: readonly Data[], priority?: Priority): Promise<void>;
  start(definitions: readonly JobDefinition<never>[]): Promise<void>;
  /** Lets running jobs finish for a few seconds and hands back the others. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly pool: Pool;
  readonly log: Pick<Log, 'error'>;
  readonly metrics: Pick<Metrics, 'job'>;
  readonly isEmbedded: boolean;
  /** Polling interval for jobs without an announcement, such as those of an instance that has died. */
  readonly pollSeconds: number;
  /** The interval of giving jobs that have run longer than `timeoutSeconds` to another worker. */
  readonly deadWorkerCheckSeconds: number;
  /** Notifies all instances of new jobs of a kind. */
  readonly announce: (name: string) => void;
  /** Calls `listener` after each announcement of a kind; returns the function that ends that. */
  readonly onAnnouncement: (name: string, listener: () => void) => () => void;
}

/** Does one job of a batch; one that fails is tried again and does not affect the others. */
async function runJob(definition: JobDefinition<never>, job: JobWithMetadata<unknown>): Promise<JobResult> {
  try {
    await definition.work(job.data as never, job.retryCount >= job.retryLimit, job.retryCount === 0);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    return {
      id: job.id,
      status: 'failed',
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
}

/** The longest pause that the job runner makes before it tries this job again: half of the pause is random. */
const maxRetryPauseMs = ({ retrySeconds, retryMaxSeconds }: JobDefinition<never>, retryCount: number): number =>
  Math.min(Math.max(retrySeconds, 1) * 2 ** (retryCount + 1), retryMaxSeconds) * 1_000;

/** The one job runner: pg-boss in the schema `jobs` of the same database. */
export function createJobs(options: JobsOptions): Jobs {
  const { pool, log, metrics, isEmbedded, pollSeconds, deadWorkerCheckSeconds, announce, onAnnouncement } = options;
  const { batchSize, stopMs, unusedCheckSeconds } = tuning.jobs;
  const boss = new PgBoss({
    schema: 'jobs',
    backend: isEmbedded ? 'pglite' : 'postgres',
    schedule: false,
    reindex: false,
    superviseIntervalSeconds: deadWorkerCheckSeconds,
    monitorIntervalSeconds: deadWorkerCheckSeconds,
    // Jobs that depend on others, and migrations in the background, are not used here.
    flowIntervalSeconds: unusedCheckSeconds,
    bamIntervalSeconds: unusedCheckSeconds,
    queueCacheIntervalSeconds: unusedCheckSeconds,
    db: { executeSql: async (text, values) => pool.query(text, values as unknown[]) },
  });
  boss.on('error', (error) => log.error({ err: error }, 'job runner failed; will retry'));
  const retryTimers = new Set<NodeJS.Timeout>();
  const stopListening: (() => void)[] = [];

  /** Wakes the worker when the delay of a retry has passed, so that it need not poll often. */
  const wakeAfter = (worker: string, pauseMs: number) => {
    const timer = setTimeout(() => {
      retryTimers.delete(timer);
      boss.notifyWorker(worker);
    }, pauseMs);
    retryTimers.add(timer);
  };

  const startWorker = async (definition: JobDefinition<never>) => {
    const { name, retryLimit, retrySeconds, retryMaxSeconds, timeoutSeconds } = definition;
    const queue = {
      retryLimit,
      retryDelay: retrySeconds,
      retryBackoff: true,
      retryDelayMax: retryMaxSeconds,
      expireInSeconds: timeoutSeconds,
    };
    await boss.createQueue(name, queue);
    await boss.updateQueue(name, queue);
    const worker = await boss.work(
      name,
      {
        pollingIntervalSeconds: pollSeconds,
        includeMetadata: true,
        batchSize,
        burstWhenBatchFull: true,
        perJobResults: true,
      },
      async (jobs) => {
        const results = await Promise.all(jobs.map((job) => runJob(definition, job)));
        for (const { status } of results) metrics.job(name, status === 'completed' ? 'completed' : 'failed');
        for (const [index, { retryCount }] of jobs.entries())
          if (results[index]?.status === 'failed') wakeAfter(worker, maxRetryPauseMs(definition, retryCount));
        return results;
      },
    );
    stopListening.push(onAnnouncement(name, () => boss.notifyWorker(worker)));
  };

  return {
    enqueue: async (tx, name, data, priority = 'ordinary') => {
      if (data.length === 0) return;
      await boss.insert(
        name,
        data.map((one) => ({ data: one, priority: priority === 'urgent' ? 1 : 0 })),
        { db: fromPrisma(tx) },
      );
      afterCommit(tx, () => announce(name));
    },
    start: async (definitions) => {
      await boss.start();
      for (const definition of definitions) await startWorker(definition);
    },
    stop: async () => {
      for (const stop of stopListening) stop();
      for (const timer of retryTimers) clearTimeout(timer);
      await boss.stop({ graceful: true, timeout: stopMs, close: false });
    },
  };
}
