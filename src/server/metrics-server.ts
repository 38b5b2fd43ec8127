/** The page `/metrics` for Prometheus, on a port of its own, which proxies do not lead to. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { countQueue } from '../operators/operator-queue.ts';
import { findNextTimer } from '../orders/fire-timers.ts';
import type { Database } from '../platform/db.ts';
import { StartupError } from '../platform/errors.ts';
import type { Gauge } from '../platform/metrics.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { findNextDelivery } from '../webhooks/webhook-tasks.ts';

type MeasuredApp = AppServices & { readonly database: Pick<Database, 'pool'> };

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** @throws StartupError if the port is taken or not allowed */
export async function serveMetrics(
  app: MeasuredApp,
  { host, port }: { host: string; port: number },
): Promise<MetricsServer> {
  const delay = monitorEventLoopDelay();
  delay.enable();
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void readGauges(app).then((gauges) => {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(app.metrics.text([...processGauges(delay), ...gauges]));
      delay.reset();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new StartupError(`METRICS_PORT ${port} cannot be used: ${error.message}`)));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      delay.disable();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const gauge = (name: string, help: string, value: number): Gauge => ({ name, help, values: [{ value }] });

function processGauges(delay: { readonly max: number; percentile(percentile: number): number }): Gauge[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const values = [0.5, 0.99].map((quantile) => ({
    labels: { quantile },
    value: (delay.percentile(quantile * 100) || 0) / 1e9,
  }));
  return [
    { name: 'placard_event_loop_delay_seconds', help: 'Delay of the event loop since the last scrape.', values },
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('placard_heap_used_bytes', 'Used memory of the heap.', heapUsed),
    gauge('placard_cpu_seconds', 'Processor time since the start.', (user + system) / 1e6),
    gauge('placard_uptime_seconds', 'Time since the start.', process.uptime()),
  ];
}

/** The gauges of the pool and the database. Without the database, only those that say so. */
async function readGauges(app: MeasuredApp): Promise<Gauge[]> {
  const { totalCount, idleCount, waitingCount } = app.database.pool;
  const { topics, listeners } = app.live.size();
  const inMemory: Gauge[] = [
    {
      name: 'placard_pool_connections',
      help: 'Connections to the database, by state; waiting is the number of statements that wait for one.',
      values: [
        { labels: { state: 'busy' }, value: totalCount - idleCount },
        { labels: { state: 'idle' }, value: idleCount },
        { labels: { state: 'waiting' }, value: waitingCount },
      ],
    },
    gauge('placard_live_topics', 'Topics that somebody follows.', topics),
    gauge('placard_live_listeners', 'Subscriptions to topics.', listeners),
  ];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), tuning.database.healthTimeoutMs);
  });
  const stored = await Promise.race([readStored(app).catch(() => undefined), late]);
  clearTimeout(timer);
  return [
    ...inMemory,
    gauge('placard_database_up', 'Whether the database answers.', stored ? 1 : 0),
    ...(stored ?? []),
  ];
}

interface WaitingKind {
  readonly job: string;
  readonly count: number;
  readonly seconds: number;
}

/** Gauges of the work that waits in the database, which are the same on all instances. */
async function readStored({ db, clock }: AppServices): Promise<Gauge[]> {
  const now = clock.now();
  const [jobs, nextTimer, nextDelivery, queued] = await Promise.all([
    db.$queryRaw<WaitingKind[]>`
      select name as job, count(*)::int as count,
        greatest(extract(epoch from clock_timestamp() - min(created_on)), 0)::float8 as seconds
      from jobs.job where state < 'active' group by name order by name`,
    findNextTimer(db),
    findNextDelivery(db),
    countQueue(db),
  ]);
  const lateness = (dueAt: Date | undefined) => (dueAt ? Math.max(0, (now.getTime() - dueAt.getTime()) / 1_000) : 0);
  return [
    {
      name: 'placard_jobs_waiting',
      help: 'Jobs that wait, by kind: deliver-mail is e-mails.',
      values: jobs.map(({ job, count }) => ({ labels: { job }, value: count })),
    },
    {
      name: 'placard_jobs_oldest_seconds',
      help: 'Age of the oldest job that waits, by kind.',
      values: jobs.map(({ job, seconds }) => ({ labels: { job }, value: seconds })),
    },
    gauge('placard_timers_late_seconds', 'Lateness of the timer of an order that is due longest.', lateness(nextTimer)),
    gauge(
      'placard_webhooks_late_seconds',
      'Lateness of the webhook delivery that is due longest.',
      lateness(nextDelivery),
    ),
    gauge('placard_operator_queue', 'Items that wait for operators, up to 100.', queued),
  ];
}
