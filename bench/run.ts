/** Measures our server beside a plain one: `npm run bench -- --help`. What is measured, and how, is in README.md. */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { freshDatabase } from '../test/support/database.ts';
import { checkEqual } from './check.ts';
import { endAll, runLoad, type ServerProcess, startServer, type Usage } from './child.ts';
import type { HttpResult, HttpTask } from './load-http.ts';
import type { SocketResult, SocketTask } from './load-socket.ts';
import { describeMachine, findServer, median } from './machine.ts';
import { type BenchWorld, cursorBeforeLast, scenarios, type Target } from './scenarios.ts';
import { seed } from './seed.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    'steps-per-second': { type: 'string', default: '50' },
    only: { type: 'string' },
    profile: { type: 'string' },
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
  --profile <folder>      has our server write a CPU profile there`;

/** A whole number from 1 to `most`. @throws for anything else */
function bounded(name: 'seconds' | 'rounds' | 'connections' | 'steps-per-second', most: number): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Error(`--${name}: from 1 to ${most}`);
  return number;
}
const settings = {
  seconds: bounded('seconds', 60),
  rounds: bounded('rounds', 20),
  connections: bounded('connections', 100),
  stepsPerSecond: bounded('steps-per-second', 500),
};
if (values.only !== undefined && !names.includes(values.only)) throw new Error(`--only: ${names.join(', ')}`);

const say = (text: string) => console.error(text);
const followedOrders = 100;
const settleMs = 300;
// Code that has not been compiled yet is several times as slow; both servers get as long to warm up.
const maxWarmUpSeconds = 5;

async function bench(): Promise<void> {
  const database = await freshDatabase({ serverUrl: await findServer(), isDurable: true });
  process.once('SIGINT', () => {
    say('Stopping …');
    endAll();
  });
  const servers: ServerProcess[] = [];
  const db = new pg.Client({ connectionString: database.url });
  try {
    say('Filling the database …');
    const world = await seed(database);
    await db.connect();
    const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
    const placard = await startServer('./server-placard.ts', database, profile);
    servers.push(placard);
    const plain = await startServer('./server-baseline.ts', database);
    servers.push(plain);
    say('Comparing the answers …');
    await checkEqual({ placard, plain }, db, world);
    const { rounds, seconds, connections, stepsPerSecond } = settings;
    const paces = `${rounds} rounds of ${seconds} s, ${connections} connections, ${stepsPerSecond} steps a second`;
    console.log(`${await describeMachine(database)}\n${paces}\n`);
    const lines = [];
    for (const name of names.filter((one) => values.only === undefined || one === values.only))
      lines.push(await measure(name, { placard, plain }, db, world));
    console.log(`${tableHead}\n${lines.join('\n')}`);
  } finally {
    for (const server of servers) await server.stop();
    await db.end();
    await database.drop();
  }
}

/** What a round found, with what the server used for each call. */
type Figures = (HttpResult | SocketResult) & Usage;
type Round = Readonly<Record<Target, Figures>>;

/** Rounds by turns: ours first, then the other first, so that what changes over time meets both alike. */
async function measure(
  name: string,
  servers: Readonly<Record<Target, ServerProcess>>,
  db: pg.Client,
  world: BenchWorld,
): Promise<string> {
  const isOursTwice = scenarios.some((scenario) => scenario.name === name && scenario.isOursTwice);
  const serverOf = (target: Target) => servers[isOursTwice ? 'placard' : target];
  const run = async (target: Target, seconds: number, round: string) => {
    const key = `${round}:${name}:${target}`;
    await resetSteps(db, world);
    const before = await serverOf(target).usage();
    const result =
      name === socketScenario
        ? await runLoad<SocketResult>('./load-socket.ts', await socketTask(target, seconds, key))
        : await runLoad<HttpResult>('./load-http.ts', { ...httpTask(target, seconds, key), scenario: name });
    if (result.failures > 0) throw new Error(`${name}: ${target} failed ${result.failures} times`);
    const after = await serverOf(target).usage();
    return {
      ...result,
      cpuMs: (after.cpuMs - before.cpuMs) / result.calls,
      statements: (after.statements - before.statements) / result.calls,
    };
  };
  const httpTask = (target: Target, seconds: number, key: string): Omit<HttpTask, 'scenario'> => {
    return { url: serverOf(target).url, target, world, seconds, connections: settings.connections, key };
  };
  const socketTask = async (target: Target, seconds: number, key: string): Promise<SocketTask> => {
    const { stepsPerSecond } = settings;
    const follows = await followsOf(db, world);
    return { url: servers[target].url, target, seconds, stepsPerSecond, sellerToken: world.sellerToken, follows, key };
  };
  say(`${name}: warming up`);
  for (const target of ['placard', 'plain'] as const)
    await run(target, Math.min(maxWarmUpSeconds, settings.seconds), 'warm');
  const rounds: Round[] = [];
  for (let number = 1; number <= settings.rounds; number++) {
    const order = number % 2 === 1 ? (['placard', 'plain'] as const) : (['plain', 'placard'] as const);
    const found: Partial<Record<Target, Figures>> = {};
    for (const target of order) found[target] = await run(target, settings.seconds, String(number));
    // Both were run.
    const round = found as Round;
    rounds.push(round);
    say(`${name}: round ${number} of ${settings.rounds}: ${figuresOf(round.placard)} beside ${figuresOf(round.plain)}`);
  }
  return lineOf(name, rounds);
}

/** Waits until what a load left behind when it hung up has been written. */
async function settle(db: pg.Client): Promise<void> {
  const written = async () => (await db.query<{ sum: string }>('select sum(log_number) from "order"')).rows[0]?.sum;
  let before: string | undefined;
  let now = await written();
  while (now !== before) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    now = await written();
  }
}

/** Puts the orders of the steps back to where the steps begin; a round may end between the two. */
async function resetSteps(db: pg.Client, { stepOrders }: BenchWorld): Promise<void> {
  await settle(db);
  await db.query(
    `update "order" set status = 'PENDING', awaits_seller = true, awaits_advertiser = false
     where id = any($1::uuid[]) and status <> 'PENDING'`,
    [stepOrders.map(({ rowId }) => rowId)],
  );
}

/** Every advertiser follows some of their orders, each over one socket. */
async function followsOf(db: pg.Client, world: BenchWorld): Promise<SocketTask['follows']> {
  const { rows } = await db.query<{ id: string; number: number }>('select id, log_number as number from "order"');
  const heads = new Map(rows.map(({ id, number }) => [id, number]));
  const followed = Map.groupBy(world.stepOrders.slice(0, followedOrders), ({ advertiserToken }) => advertiserToken);
  return [...followed].map(([token, orders]) => ({
    token,
    orders: orders.map(({ id, rowId }) => ({ id, after: cursorBeforeLast(world, rowId, heads.get(rowId) ?? 1) })),
  }));
}

const isHttp = (result: HttpResult | SocketResult): result is HttpResult => 'requestsPerSecond' in result;
const milliseconds = (number: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const figuresOf = (result: Figures) =>
  `${isHttp(result) ? `${Math.round(result.requestsPerSecond)}/s` : `${result.calls} received`}, p50 ${milliseconds(result.p50)}, p99 ${milliseconds(result.p99)}, CPU ${result.cpuMs.toFixed(2)} ms, ${shownCount(result.statements)} statements`;
const shownCount = (number: number) => number.toFixed(number < 0.1 ? 4 : 1);

const tableHead = `| scenario | ours | plain | ratio (each round) | CPU a call, ours and plain | CPU ratio | statements a call | p50 | p99 |
|---|---|---|---|---|---|---|---|---|`;

/** Ratios are always ours / plain: of rates the more the better, of latencies and processor time the less. */
function lineOf(name: string, rounds: readonly Round[]): string {
  const of = (target: Target, figure: (figures: Figures) => number) =>
    median(rounds.map((round) => figure(round[target])));
  const ratios = (figure: (figures: Figures) => number) =>
    rounds.map(({ placard, plain }) => figure(placard) / figure(plain));
  const pair = (figure: (figures: Figures) => number, shown = milliseconds) =>
    `${shown(of('placard', figure))}, ${shown(of('plain', figure))}`;
  const speed = (figures: Figures) => (isHttp(figures) ? figures.requestsPerSecond : figures.p50);
  const shownSpeed = (number: number) => (name === socketScenario ? milliseconds(number) : `${Math.round(number)}/s`);
  const cpu = ({ cpuMs }: Figures) => cpuMs;
  const cells = [
    name,
    shownSpeed(of('placard', speed)),
    shownSpeed(of('plain', speed)),
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
