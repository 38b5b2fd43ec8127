/** The background tasks: a runner that starts, wakes and stops them, and a server that is quiet when idle. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BackgroundTask, createBackgroundTasks } from '../../src/platform/background-tasks.ts';
import { movableClock } from '../../src/platform/clock.ts';
import { useServer } from '../support/use-server.ts';

describe('An idle server', () => {
  const { server, factory } = useServer({ runsTasks: true });

  interface Activity {
    readonly transactions: number;
    readonly seconds: number;
  }

  const readActivity = async (): Promise<Activity> => {
    const [row] = await server.app.db.$queryRaw<Activity[]>`
      select (xact_commit + xact_rollback)::int as transactions, extract(epoch from clock_timestamp())::float8 as seconds
      from pg_stat_database where datname = current_database()`;
    if (!row) throw new Error('The database has no statistics about itself');
    return row;
  };

  test('soon runs fewer than five transactions a second', async () => {
    await factory.createOrder();
    const readings: Activity[] = [];
    /** Over the last ten seconds, without the readings themselves; undefined at first. */
    const transactionsPerSecond = async (): Promise<number | undefined> => {
      readings.push(await readActivity());
      const last = readings.at(-1) as Activity;
      const index = readings.findLastIndex(({ seconds }) => last.seconds - seconds >= 10);
      const first = readings[index];
      if (!first) return undefined;
      const own = readings.length - 1 - index;
      return (last.transactions - first.transactions - own) / (last.seconds - first.seconds);
    };

    await expect.poll(transactionsPerSecond, { interval: 1_000, timeout: 60_000 }).toBeLessThan(5);
    expect(readings.at(-1)?.transactions).toBeGreaterThan(readings[0]?.transactions ?? 0);
  });
});

describe('A background task', () => {
  /** Runs one task until the test ends, and records what it logs. */
  const start = (task: Partial<BackgroundTask> & Pick<BackgroundTask, 'run'>) => {
    const clock = movableClock();
    const logged: { readonly fields: object; readonly text: string }[] = [];
    const listeners = new Map<string, () => void>();
    const tasks = createBackgroundTasks(
      [{ name: 'test', kind: 'clock', maxPauseMs: 600_000, minPauseMs: 0, ...task }],
      {
        clock,
        log: { error: ((fields: object, text: string) => logged.push({ fields, text })) as never },
        subscribe: (topics, wake) => {
          for (const topic of topics) listeners.set(topic, wake);
          return () => listeners.clear();
        },
      },
    );
    tasks.start(['clock', 'buffer', 'service']);
    onTestFinished(() => tasks.stop());
    return { tasks, clock, logged, publish: (topic: string) => listeners.get(topic)?.() };
  };

  test('runs when its moment has come, and not before', async () => {
    let runs = 0;
    let dueInMs: number | undefined = 3_600_000;
    const { clock } = start({
      run: async () => {
        runs += 1;
        dueInMs = undefined;
      },
      nextDueAt: async () => (dueInMs === undefined ? undefined : new Date(startedAt + dueInMs)),
    });
    const startedAt = clock.now().getTime();

    clock.advance({ ms: 1_800_000 });
    const early = runs;
    clock.advance({ ms: 1_800_000 });

    await expect.poll(() => runs).toBe(1);
    expect(early).toBe(0);
  });

  test('is woken by its topic, and never overlaps itself', async () => {
    let running = 0;
    let maxRunning = 0;
    let runs = 0;
    let finish: () => void = () => undefined;
    const { publish } = start({
      wakeTopics: ['news'],
      run: async () => {
        runs += 1;
        running += 1;
        maxRunning = Math.max(maxRunning, running);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        running -= 1;
      },
    });
    await expect.poll(() => runs).toBe(1);

    publish('news');
    publish('news');
    finish();

    await expect.poll(() => runs).toBe(2);
    finish();
    expect(maxRunning).toBe(1);
  });

  test('that fails is logged under its own name and tried again', async () => {
    let runs = 0;
    const { logged } = start({
      name: 'order-timers',
      run: async () => {
        runs += 1;
        if (runs === 1) throw new Error('The database is away');
      },
    });

    await expect.poll(() => runs, { timeout: 20_000 }).toBe(2);

    expect(logged).toEqual([
      {
        fields: { err: new Error('The database is away'), task: 'order-timers' },
        text: 'background task failed; will retry',
      },
    ]);
  });

  test('is waited for at the stop, and a buffer is written once more', async () => {
    let finish: () => void = () => undefined;
    let isFinished = false;
    const working = start({
      run: async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        isFinished = true;
      },
    });
    let flushes = 0;
    const buffer = start({
      kind: 'buffer',
      run: async () => {
        flushes += 1;
      },
    });
    await expect.poll(() => finish.length === 1).toBe(true);

    const stopping = working.tasks.stop();
    finish();
    await stopping;
    await buffer.tasks.stop();

    expect(isFinished).toBe(true);
    expect(flushes).toBe(1);
  });
});
