/**
 * The runner of background tasks. A task is data: a name, the moment at which it is next due, and its work. Between two
 * runs a task sleeps until more work is due, until a topic says that there is new work, or for `maxPauseMs` at most.
 */
import { tuning } from '../tuning.ts';
import { type Clock, later } from './clock.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

const timerPrecisionMs = 2;

export interface BackgroundTask {
  /** The name in log lines, for example `order-timers`. */
  readonly name: string;
  /**
   * The kind of work. A `clock` task does what falls due as time passes. A `buffer` task writes what was gathered in
   * memory; it runs once more when the app stops. A `service` task does any other work.
   */
  readonly kind: 'clock' | 'buffer' | 'service';
  /** Does all the work that is due. Other instances may run the same task at the same time. */
  run(): Promise<unknown>;
  /**
   * The moment, by the clock of the app, at which there is work; undefined if no work is known. `run` is called only when
   * that moment has come. A task without this function runs after each pause.
   */
  nextDueAt?(): Promise<Date | undefined>;
  /** The longest pause: work that no topic has announced, such as that of an instance that has died, is found within it. */
  readonly maxPauseMs: number;
  /** The shortest pause, however often the task is woken. */
  readonly minPauseMs?: number;
  /** The topics whose updates say that there may be new work. */
  readonly wakeTopics?: readonly string[];
  /** Asks a run that may take long to come to its end; called when the app stops. */
  interrupt?(): void;
}

export interface BackgroundTasksOptions {
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  readonly metrics?: Pick<Metrics, 'taskFailed'>;
  /** Calls `wake` after each update of one of the topics; returns the function that ends that. */
  readonly subscribe: (topics: readonly string[], wake: () => void) => () => void;
}

export interface BackgroundTasks {
  /** Starts the tasks of these kinds. */
  start(kinds: readonly BackgroundTask['kind'][]): void;
  /** Does what is due by the clock, after it was advanced. @throws if a task fails */
  runClockTasks(): Promise<void>;
  /** Interrupts long runs, waits for the others, and writes all buffers. */
  stop(): Promise<void>;
}

export function createBackgroundTasks(
  tasks: readonly BackgroundTask[],
  options: BackgroundTasksOptions,
): BackgroundTasks {
  const runners = tasks.map((task) => createRunner(task, options));
  return {
    start: (kinds) => {
      for (const runner of runners) if (kinds.includes(runner.task.kind)) runner.start();
    },
    runClockTasks: async () => {
      await Promise.all(runners.filter(({ task }) => task.kind === 'clock').map((runner) => runner.run()));
    },
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}

/** The loop of one task. Its runs never overlap. */
function createRunner(task: BackgroundTask, { clock, log, metrics, subscribe }: BackgroundTasksOptions) {
  const { minPauseMs = tuning.backgroundTasks.minPauseMs, maxPauseMs } = task;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let lastRun: Promise<unknown> = Promise.resolve();
  let endedAt = Number.NEGATIVE_INFINITY;
  let isWoken = false;
  let isStopped = false;
  let failures = 0;
  let stopListening: () => void = () => undefined;

  /** Begins after the run before has ended. */
  const afterLastRun = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = lastRun.then(work);
    lastRun = result.catch(() => undefined);
    return result;
  };
  // A timer may fire a moment early: a little later, the moment has certainly come.
  const pauseUntil = (dueAt: Date | undefined): number =>
    dueAt ? Math.min(later(dueAt, timerPrecisionMs).getTime() - clock.now().getTime(), maxPauseMs) : maxPauseMs;
  /** Returns the pause after it. */
  const runIfDue = async (): Promise<number> => {
    if (!task.nextDueAt) {
      await task.run();
      return maxPauseMs;
    }
    const dueAt = await task.nextDueAt();
    if (!dueAt || dueAt > clock.now()) return pauseUntil(dueAt);
    await task.run();
    return pauseUntil(await task.nextDueAt());
  };
  const runAndLog = async (): Promise<number> => {
    try {
      const pauseMs = await afterLastRun(runIfDue);
      failures = 0;
      return pauseMs;
    } catch (error) {
      log.error({ err: error, task: task.name }, 'background task failed; will retry');
      metrics?.taskFailed(task.name);
      failures += 1;
      return Math.min(tuning.backgroundTasks.retryMs * 2 ** (failures - 1), maxPauseMs);
    }
  };
  /** Without a pause, or when something is overdue although it was just handled, the shortest pause is kept. */
  const schedule = (pauseMs: number) => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(begin, pauseMs > 0 ? pauseMs : Math.max(0, endedAt + minPauseMs - performance.now()));
  };
  const begin = () => {
    isWoken = false;
    running = runAndLog().then((pauseMs) => {
      running = undefined;
      endedAt = performance.now();
      schedule(isWoken && failures === 0 ? 0 : pauseMs);
    });
  };
  const wake = () => {
    isWoken = true;
    // After a failure it waits for its pause: what wakes it may be what makes it fail.
    if (!running && failures === 0) schedule(0);
  };

  return {
    task,
    start: () => {
      const stopTopics = task.wakeTopics ? subscribe(task.wakeTopics, wake) : undefined;
      const stopClock = clock.onAdvance?.(wake);
      stopListening = () => {
        stopTopics?.();
        stopClock?.();
      };
      schedule(task.kind === 'buffer' ? maxPauseMs : 0);
    },
    run: () => afterLastRun(() => task.run()),
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      stopListening();
      task.interrupt?.();
      await running;
      await lastRun;
      if (task.kind !== 'buffer') return;
      await task.run().catch((error: unknown) => {
        log.error({ err: error, task: task.name }, 'background task failed at the stop; what it held is lost');
      });
    },
  };
}
