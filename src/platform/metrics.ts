/**
 * The counts and durations of this process, in the text format of Prometheus. Labels have few values, so that the memory and
 * the size of a page are bounded.
 */

type Labels = Readonly<Record<string, string | number>>;

/** Reports of the code. Without `METRICS_PORT` they do nothing. */
export interface Metrics {
  /** An operation has ended; `outcome` is `ok`, or the codes of its errors. */
  operation(labels: { readonly operation: string; readonly kind: string; readonly outcome: string }, ms: number): void;
  streamOpened(): void;
  streamClosed(): void;
  /** An event was handed to a subscriber. */
  event(): void;
  socketOpened(): void;
  socketClosed(code: number): void;
  job(name: string, outcome: 'completed' | 'failed'): void;
  taskFailed(name: string): void;
  /** Writes the values, with gauges that are read now. */
  text(gauges: readonly Gauge[]): string;
}

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels?: Labels; readonly value: number }[];
}

const none = () => undefined;

/** Reports that are not kept. */
export const noMetrics: Metrics = {
  operation: none,
  streamOpened: none,
  streamClosed: none,
  event: none,
  socketOpened: none,
  socketClosed: none,
  job: none,
  taskFailed: none,
  text: () => '',
};

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Sets of labels of one metric; further ones are counted together. */
const maxSeries = 2_000;

export function createMetrics(): Metrics {
  const operations = createCounter('placard_operations_total', 'Operations that have ended.');
  const refusals = createCounter('placard_refusals_total', 'Refusals and errors in answers, by code.');
  const durations = createHistogram('placard_operation_seconds', 'Duration of queries and mutations.');
  const events = createCounter('placard_events_total', 'Events handed to subscribers.');
  const closed = createCounter('placard_sockets_closed_total', 'Sockets that have closed, by close code.');
  const jobs = createCounter('placard_jobs_total', 'Attempts at jobs, by outcome.');
  const tasks = createCounter('placard_task_failures_total', 'Runs of background tasks that have failed.');
  let streams = 0;
  let sockets = 0;
  return {
    operation: ({ operation, kind, outcome }, ms) => {
      const isOk = outcome === 'ok' || outcome === 'ended';
      operations.add({ operation, kind, outcome: isOk ? 'ok' : 'refused' });
      if (!isOk) for (const code of outcome.split(',')) refusals.add({ code });
      if (kind !== 'subscription') durations.observe({ kind }, ms / 1_000);
    },
    streamOpened: () => {
      streams += 1;
    },
    streamClosed: () => {
      streams -= 1;
    },
    event: () => events.add({}),
    socketOpened: () => {
      sockets += 1;
    },
    socketClosed: (code) => {
      sockets -= 1;
      closed.add({ code });
    },
    job: (job, outcome) => jobs.add({ job, outcome }),
    taskFailed: (task) => tasks.add({ task }),
    text: (gauges) =>
      [
        ...[operations, refusals, durations, events, closed, jobs, tasks].flatMap((metric) => metric.lines()),
        ...[
          { name: 'placard_streams', help: 'Subscriptions that are open.', values: [{ value: streams }] },
          { name: 'placard_sockets', help: 'WebSockets that are open.', values: [{ value: sockets }] },
          ...gauges,
        ].flatMap(gaugeLines),
        '',
      ].join('\n'),
  };
}

function createCounter(name: string, help: string) {
  const values = new Map<string, number>();
  return {
    add: (labels: Labels) => {
      const key = seriesKey(values, labels);
      values.set(key, (values.get(key) ?? 0) + 1);
    },
    lines: () => [
      ...heading(name, help, 'counter'),
      ...[...values].map(([labels, value]) => `${name}${labels} ${value}`),
    ],
  };
}

interface Observations {
  readonly buckets: number[];
  sum: number;
  count: number;
}

function createHistogram(name: string, help: string) {
  const series = new Map<string, Observations>();
  return {
    observe: (labels: Labels, value: number) => {
      const key = seriesKey(series, labels);
      const observed = series.get(key) ?? { buckets: seconds.map(() => 0), sum: 0, count: 0 };
      series.set(key, observed);
      observed.sum += value;
      observed.count += 1;
      for (const [index, bound] of seconds.entries())
        if (value <= bound) observed.buckets[index] = (observed.buckets[index] ?? 0) + 1;
    },
    lines: () => [
      ...heading(name, help, 'histogram'),
      ...[...series].flatMap(([labels, { buckets, sum, count }]) => [
        ...seconds.map((bound, index) => `${name}_bucket${withLabel(labels, 'le', bound)} ${buckets[index]}`),
        `${name}_bucket${withLabel(labels, 'le', '+Inf')} ${count}`,
        `${name}_sum${labels} ${sum}`,
        `${name}_count${labels} ${count}`,
      ]),
    ],
  };
}

const heading = (name: string, help: string, type: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];

const gaugeLines = ({ name, help, values }: Gauge): string[] => [
  ...heading(name, help, 'gauge'),
  ...values.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}`),
];

const seriesKey = (series: ReadonlyMap<string, unknown>, labels: Labels): string => {
  const key = labelText(labels);
  if (series.has(key) || series.size < maxSeries) return key;
  return labelText(Object.fromEntries(Object.keys(labels).map((name) => [name, 'other'])));
};

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const withLabel = (labels: string, name: string, value: string | number): string =>
  labels === '' ? `{${name}="${value}"}` : `${labels.slice(0, -1)},${name}="${value}"}`;
