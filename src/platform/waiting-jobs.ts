/** The report of jobs that wait too long: they fail and are tried again, or no worker takes them. */
import { tuning } from '../tuning.ts';
import type { BackgroundTask } from './background-tasks.ts';
import type { Db } from './db.ts';
import type { Log } from './log.ts';

interface ReportServices {
  readonly db: Db;
  readonly log: Pick<Log, 'warn'>;
}

/** The task that reports waiting jobs, once per interval. */
export const waitingJobTasks = (app: ReportServices): readonly BackgroundTask[] => [
  {
    name: 'waiting-jobs',
    kind: 'service',
    run: () => reportWaitingJobs(app),
    maxPauseMs: tuning.jobs.waitingCheckMs,
    minPauseMs: tuning.jobs.waitingCheckMs,
  },
];

interface WaitingJobs {
  readonly job: string;
  readonly count: number;
  readonly oldestSeconds: number;
}

/** Logs one line for each kind of jobs of which one is older than `lateSeconds`: their number and age, and nothing of their content. */
export async function reportWaitingJobs(
  { db, log }: ReportServices,
  { lateSeconds = tuning.jobs.lateSeconds }: { lateSeconds?: number } = {},
): Promise<void> {
  const kinds = await db.$queryRaw<WaitingJobs[]>`
    select name as job, count(*)::int as count,
      extract(epoch from clock_timestamp() - min(created_on))::int as "oldestSeconds"
    from jobs.job
    where state < 'active' and created_on <= clock_timestamp() - make_interval(secs => ${lateSeconds})
    group by name order by name`;
  for (const kind of kinds) log.warn({ ...kind }, 'jobs wait: they fail, or no worker takes them');
}
