/**
 * The live side beside graphql-yoga's pub/sub with graphql-ws, and beside a socket server by hand: `npm run bench:live`.
 * What is measured, and how, is in ../README.md.
 */
import { parseArgs } from 'node:util';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { endAll, startLoad, startServer } from '../child.ts';
import { describeMachine, findServer } from '../machine.ts';
import type { LiveTarget } from './live-client.ts';
import type { LiveTask } from './load.ts';
import { type Figures, type LiveScenario, liveScenarios, lostFigure } from './scenarios.ts';
import { atTheEnd, type LiveDataset, seedLive } from './seed.ts';
import { fullSizes, smokeSizes } from './sizes.ts';

const servers: Record<LiveTarget, string> = {
  placard: './server-placard.ts',
  yoga: './live/server-yoga.ts',
  ws: './server-baseline.ts',
};
const targets = Object.keys(servers) as LiveTarget[];
const names = liveScenarios.map(({ name }) => name);
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    target: { type: 'string' },
    profile: { type: 'string' },
    smoke: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const usage = `npm run bench:live -- [options]
  --only <name>       one of: ${names.join(', ')}
  --target <name>     one of: ${targets.join(', ')}
  --profile <folder>  has the servers write CPU profiles there
  --smoke             runs every scenario with little data, and fails if one does not work; measures nothing`;
const sizes = values.smoke ? smokeSizes : fullSizes;
const log = (text: string) => console.error(text);

async function bench(): Promise<void> {
  const database = await freshDatabase({ serverUrl: await findServer(), isDurable: true });
  process.once('SIGINT', () => {
    log('Stopping …');
    endAll();
  });
  try {
    log('Filling the database …');
    const dataset = await seedLive(database, sizes, log);
    if (!values.smoke) console.log(`${await describeMachine(database)}\n`);
    for (const scenario of liveScenarios)
      if ((values.only ?? scenario.name) === scenario.name) await measure(scenario, { database, dataset });
  } finally {
    await database.drop();
  }
}

/** Each server in a process of its own and fresh for each scenario, so that none carries what another has left. */
async function measure(
  scenario: LiveScenario,
  { database, dataset }: { database: TestDatabase; dataset: LiveDataset },
) {
  const results: [LiveTarget, Figures][] = [];
  for (const target of targets) {
    if ((values.target ?? target) !== target) continue;
    log(`${scenario.name}: ${target} …`);
    const figures = await runOn(target, scenario, { database, dataset });
    results.push([target, figures]);
    if (values.smoke && target === 'placard' && figures[lostFigure] !== '0')
      throw new Error(`${scenario.name}: placard lost entries or stopped: ${JSON.stringify(figures)}`);
  }
  if (values.smoke) {
    console.log(`${scenario.name}: ran on ${results.map(([target]) => target).join(', ')}`);
    return;
  }
  const rows = [...new Set(results.flatMap(([, figures]) => Object.keys(figures)))];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line([scenario.name, ...results.map(([target]) => target)]),
    line(Array.from({ length: results.length + 1 }, () => '---')),
    ...rows.map((row) => line([row, ...results.map(([, figures]) => figures[row] ?? '–')])),
  ];
  console.log(`${table.join('\n')}\n`);
}

async function runOn(
  target: LiveTarget,
  { name, run }: LiveScenario,
  { database, dataset }: { database: TestDatabase; dataset: LiveDataset },
): Promise<Figures> {
  const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
  const { url, isEmbedded } = database;
  const server = await startServer(servers[target], { url, isEmbedded }, ['--expose-gc', ...profile]);
  const load = await startLoad('./live/load.ts', { url: server.url, target } satisfies LiveTask);
  try {
    return await run({
      sizes,
      dataset: await atTheEnd(database, dataset),
      server,
      load,
      key: `${target}-${names.indexOf(name)}`,
    });
  } catch (error) {
    // A server that stops under the load is a result too.
    return { stopped: String(error instanceof Error ? error.message : error) };
  } finally {
    await load.stop();
    await server.stop();
  }
}

if (values.help) console.log(usage);
else await bench();
