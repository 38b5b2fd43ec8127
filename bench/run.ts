/** Measures Placard beside the baseline: `npm run bench -- --help`. README.md says what is measured, and how. */

import { parseArgs } from 'node:util';
import pg from 'pg';
import { wholeNumberIn } from '../src/platform/whole-number.ts';
import { freshDatabase } from '../test/support/database.ts';
import { checkEqual } from './check.ts';
import { endAll, runLoad, type ServerProcess, startServer, type Usage } from './child.ts';
import type { HttpResult, HttpTask } from './load-http.ts';
import type { SocketResult, SocketTask } from './load-socket.ts';
import { describeMachine, findServer, median } from './machine.ts';
import { cursorBeforeNewest, type Dataset, scenarios, type Target } from './scenarios.ts';
import { fullSizes, seed, smokeSizes } from './seed.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    'steps-per-second': { type: 'string', default: '50' },
    only: { type: 'string' },
    profile: { type: 'string' },
    smoke: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const socketScenario = 'step to received';
const names = [...scenarios.map(({ name }) => name), socketScenario];
const usage = `npm run bench -- [options]
  --seconds 5             of each round, at most 60
  --rounds 3              of each scenario and server, at most 20
  --connections 16        of the HTTP load, at most 100
  --steps-per-second 50   of "${socketScenario}", at most 500
  --only <name>           one of: ${names.join(', ')}
  --profile <folder>      has Placard write a CPU profile there
  --smoke                 compares the answers and runs every scenario with little data; measures nothing`;

/** A whole number from 1 to `most`. @throws for anything else */
function bounded(name: 'seconds' | 'rounds' | 'connections' | 'steps-per-second', most: number): number {
  const number = wholeNumberIn(values[name], { min: 1, max: most });
  if (number === undefined) throw new Error(`--${name}: from 1 to ${most}`);
  return number;
}
const settings = {
  seconds: bounded('seconds', 60),
  rounds: bounded('rounds', 20),
  connections: values.smoke ? 2 : bounded('connections', 100),
  stepsPerSecond: values.smoke ? 10 : bounded('steps-per-second', 500),
};
if (values.only !== undefined && !names.includes(values.only)) throw new Error(`--only: ${names.join(', ')}`);

const log = (text: string) => console.error(text);
const followedOrders = 100;
const targets: readonly Target[] = ['placard', 'baseline'];
const smokeCalls = 20;
const settleMs = 300;
// Code is several times slower before it is compiled: both servers have the same time to warm up.
const maxWarmUpSeconds = 5;

async function bench(): Promise<void> {
  const database = await freshDatabase({ serverUrl: await findServer(), isDurable: true });
  process.once('SIGINT', () => {
    log('Stopping …');
    endAll();
  });
  const servers: ServerProcess[] = [];
  const db = new pg.Client({ connectionString: database.url });
  try {
    log('Filling the database …');
    const dataset = await seed(database, values.smoke ? smokeSizes : fullSizes);
    await db.connect();
    const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
    const placard = await startServer('./server-placard.ts', database, profile);
    servers.push(placard);
    const baseline = await startServer('./server-baseline.ts', database);
    servers.push(baseline);
    log('Comparing the answers …');
    await checkEqual({ placard, baseline }, db, dataset, values.smoke ? 12 : 60);
    const benched = { servers: { placard, baseline }, db, dataset };
    const selectedNames = names.filter((name) => values.only === undefined || name === values.only);
    if (values.smoke) {
      for (const name of selectedNames) console.log(await runOnce(benched, name));
      return;
    }
    const { rounds, seconds, connections, stepsPerSecond } = settings;
    const paces = `${rounds} rounds of ${seconds} s, ${connections} connections, ${stepsPerSecond} steps a second`;
    console.log(`${await describeMachine(database)}\n${paces}\n`);
    const lines = [];
    for (const name of selectedNames) lines.push(await measure(benched, name));
    console.log(`${tableHead}\n${lines.join('\n')}`);
  } finally {
    for (const server of servers) await server.stop();
    await db.end();
    await database.drop();
  }
}

/** The figures of one server in one round, with its usage for each call. */
type Figures = (HttpResult | SocketResult) & Usage;
type Round = Readonly<Record<Target, Figures>>;

interface Bench {
  readonly servers: Readonly<Record<Target, ServerProcess>>;
  readonly db: pg.Client;
  readonly dataset: Dataset;
}

interface Load {
  readonly name: string;
  readonly target: Target;
  readonly seconds: number;
  /** Makes idempotency keys unique. */
  readonly round: string;
  /** Makes this number of HTTP calls instead of a load of `seconds`. */
  readonly amount?: number;
}

/** Runs one load of a scenario against one server. @throws if a call fails */
async function runScenario({ servers, db, dataset }: Bench, load: Load): Promise<Figures> {
  const { name, target, seconds, round, amount } = load;
  const comparesRequestForms = scenarios.some((scenario) => scenario.name === name && scenario.comparesRequestForms);
  const server = servers[comparesRequestForms ? 'placard' : target];
  const { connections, stepsPerSecond } = settings;
  const task = { url: server.url, target, seconds, key: `${round}:${name}:${target}` };
  await resetSteps(db, dataset);
  const before = await server.usage();
  const result =
    name === socketScenario
      ? await runLoad<SocketResult>('./load-socket.ts', {
          ...{ ...task, stepsPerSecond, sellerToken: dataset.sellerToken, follows: await followsOf(db, dataset) },
        } satisfies SocketTask)
      : await runLoad<HttpResult>('./load-http.ts', {
          ...{ ...task, scenario: name, dataset, connections, amount },
        } satisfies HttpTask);
  if (result.failures > 0) throw new Error(`${name}: ${result.failures} calls to ${target} failed`);
  const after = await server.usage();
  return {
    ...result,
    cpuMs: (after.cpuMs - before.cpuMs) / result.calls,
    statements: (after.statements - before.statements) / result.calls,
  };
}

/** Runs a scenario once on each server. @throws if a call fails */
async function runOnce(bench: Bench, name: string): Promise<string> {
  const counts: string[] = [];
  for (const target of targets) {
    const { calls } = await runScenario(bench, { name, target, seconds: 1, round: 'smoke', amount: smokeCalls });
    counts.push(`${target} ${calls}`);
  }
  return `${name}: successful calls: ${counts.join(', ')}`;
}

/** Rounds in alternating order, so that a change of the machine over time affects both servers alike. */
async function measure(bench: Bench, name: string): Promise<string> {
  log(`${name}: warming up`);
  for (const target of targets)
    await runScenario(bench, {
      ...{ name, target, round: 'warm', seconds: Math.min(maxWarmUpSeconds, settings.seconds) },
    });
  const rounds: Round[] = [];
  for (let number = 1; number <= settings.rounds; number++) {
    const figures: Partial<Record<Target, Figures>> = {};
    for (const target of number % 2 === 1 ? targets : targets.toReversed())
      figures[target] = await runScenario(bench, { name, target, seconds: settings.seconds, round: String(number) });
    // Both were run.
    const round = figures as Round;
    rounds.push(round);
    const [placard, baseline] = [figuresOf(round.placard), figuresOf(round.baseline)];
    log(`${name}: round ${number} of ${settings.rounds}: Placard ${placard}; baseline ${baseline}`);
  }
  return lineOf(name, rounds);
}

/** Waits until the calls that were under way when a load ended have been written. */
async function settle(db: pg.Client): Promise<void> {
  const countEntries = async () =>
    (await db.query<{ sum: string }>('select sum(log_number) from "order"')).rows[0]?.sum;
  let before: string | undefined;
  let now = await countEntries();
  while (now !== before) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    now = await countEntries();
  }
}

/** Resets the orders of the steps to the status in which the steps begin; a round may end between the two steps. */
async function resetSteps(db: pg.Client, { stepOrders }: Dataset): Promise<void> {
  await settle(db);
  await db.query(
    `update "order" set status = 'PENDING', awaits_seller = true, awaits_advertiser = false
     where id = any($1::uuid[]) and status <> 'PENDING'`,
    [stepOrders.map(({ rowId }) => rowId)],
  );
}

/** The orders that each advertiser follows, all over one socket. */
async function followsOf(db: pg.Client, dataset: Dataset): Promise<SocketTask['follows']> {
  const { rows } = await db.query<{ id: string; number: number }>('select id, log_number as number from "order"');
  const heads = new Map(rows.map(({ id, number }) => [id, number]));
  const followed = Map.groupBy(dataset.stepOrders.slice(0, followedOrders), ({ advertiserToken }) => advertiserToken);
  return [...followed].map(([token, orders]) => ({
    token,
    orders: orders.map(({ id, rowId }) => ({ id, after: cursorBeforeNewest(dataset, rowId, heads.get(rowId) ?? 1) })),
  }));
}

const isHttp = (result: HttpResult | SocketResult): result is HttpResult => 'requestsPerSecond' in result;
const milliseconds = (number: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const figuresOf = (result: Figures) =>
  `${isHttp(result) ? `${Math.round(result.requestsPerSecond)}/s` : `${result.calls} received`}, p50 ${milliseconds(result.p50)}, p99 ${milliseconds(result.p99)}, CPU ${result.cpuMs.toFixed(2)} ms, ${shownCount(result.statements)} statements`;
const shownCount = (number: number) => number.toFixed(number < 0.1 ? 4 : 1);

const tableHead = `| scenario | Placard | baseline | ratio (each round) | CPU a call, Placard and baseline | CPU ratio | statements a call | p50 | p99 |
|---|---|---|---|---|---|---|---|---|`;

/** Ratios are always Placard / baseline. A higher rate is better, and a lower latency or processor time. */
function lineOf(name: string, rounds: readonly Round[]): string {
  const of = (target: Target, figure: (figures: Figures) => number) =>
    median(rounds.map((round) => figure(round[target])));
  const ratios = (figure: (figures: Figures) => number) =>
    rounds.map(({ placard, baseline }) => figure(placard) / figure(baseline));
  const pair = (figure: (figures: Figures) => number, shown = milliseconds) =>
    `${shown(of('placard', figure))}, ${shown(of('baseline', figure))}`;
  const speed = (figures: Figures) => (isHttp(figures) ? figures.requestsPerSecond : figures.p50);
  const shownSpeed = (number: number) => (name === socketScenario ? milliseconds(number) : `${Math.round(number)}/s`);
  const cpu = ({ cpuMs }: Figures) => cpuMs;
  const cells = [
    name,
    shownSpeed(of('placard', speed)),
    shownSpeed(of('baseline', speed)),
    `**×${median(ratios(speed)).toFixed(2)}** (${ratios(speed)
      .map((ratio) => ratio.toFixed(2))
      .join(', ')})`,
    pair(cpu, (number) => `${number.toFixed(2)} ms`),
    `×${median(ratios(cpu)).toFixed(1)}`,
    pair(({ statements }) => statements, shownCount),
    pair(({ p50 }) => p50),
    pair(({ p99 }) => p99),
  ];
  return `| ${cells.join(' | ')} |`;
}

if (values.help) console.log(usage);
else await bench();
