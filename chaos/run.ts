/** Harms two instances while people write and read, and then looks for what was lost: `npm run chaos -- --help`. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { killChildren } from '../test/support/child-process.ts';
import { seededRandom } from '../test/support/random.ts';
import { checkDeeds, checkLog, checkMails } from './check.ts';
import { openArena, openWorld, type Undo } from './environment.ts';
import { createFindings } from './findings.ts';
import { plants } from './injected-bug.ts';
import { createNemesis } from './nemesis.ts';
import { createCast } from './participants.ts';
import { awaitReaders, quiesce } from './quiesce.ts';
import { startReaders } from './readers.ts';
import { startOutsider } from './unauthorized-client.ts';
import { startWriters } from './writers.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string' },
    plant: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const usage = `npm run chaos -- [options]
  --seconds 30      how long there is harm; the whole run takes about half a minute more
  --seed <number>   harm and writing by the same chance as in an earlier run
  --plant <name>    with a fault, to see that it is found: ${plants().join(', ')}`;

const number = (name: 'seconds' | 'seed', given: string, most: number): number => {
  const found = Number(given);
  if (!Number.isInteger(found) || found < 1 || found > most) throw new Error(`--${name}: from 1 to ${most}`);
  return found;
};
const seconds = number('seconds', values.seconds, 3_600);
const seed = number('seed', values.seed ?? String(randomInt(1, 1_000_000)), 2_147_483_647);
const startedAt = performance.now();
const say = (text: string) =>
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6)} s  ${text}`);
const progressMs = 5_000;

/** Returns whether everything held. */
async function run(undo: Undo): Promise<boolean> {
  say(`chaos, seed ${seed}${values.plant ? `, with the fault ${values.plant}` : ''}`);
  // Each goes its own way by the seed, however the others come along.
  const randomOf = (part: number) => seededRandom(seed + part);
  const findings = createFindings();
  const world = await openWorld(process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres', undo);
  const cast = await createCast(world.database, world.mails.url);
  const arena = await openArena(world, values.plant, undo);
  const urls = arena.instances.map(({ url }) => url);
  say(`two instances and ${cast.orders.length} orders are there`);

  await quiesce(arena, say);
  const readers = await startReaders(cast, { urls, random: randomOf(1), findings });
  undo.unshift(() => Promise.all(readers.map((reader) => reader.stop())));
  const outsider = startOutsider(cast, { urls, random: randomOf(2), findings });
  undo.unshift(() => outsider.stop());
  const parties = cast.orders.flatMap((order) => [order.advertiser, order.seller].map((person) => ({ order, person })));
  const writers = startWriters(parties, { urls, random: randomOf(3), findings });
  const nemesis = createNemesis(arena, cast, { orderBy: randomOf(4), random: randomOf(5), findings, say });
  const received = () => readers.reduce((sum, reader) => sum + reader.received(), 0);
  const progress = setInterval(() => say(`${writers.deeds.length} deeds, ${received()} entries received`), progressMs);
  undo.unshift(async () => clearInterval(progress));

  await nemesis.rage(performance.now() + 1_000 * seconds);
  say('no more harm; the writers finish');
  await writers.stop();
  await quiesce(arena, say);
  await nemesis.killBeforeTheLastNudge();
  clearInterval(progress);
  await quiesce(arena, say);
  say('checking');
  const deeds = [...writers.deeds, ...nemesis.deeds];
  await awaitReaders(readers, { cast, urls, findings });
  await checkDeeds(arena, deeds, findings);
  await checkLog(arena, findings);
  await checkMails(arena, findings);

  const violations = findings.all();
  for (const { violation, count, details } of violations)
    console.log(`${violation}: ${count}\n${details.map((detail) => `  ${detail}`).join('\n')}`);
  if (violations.length > 0)
    for (const { name, output } of arena.instances)
      console.log(`instance ${name} has printed:\n${output().slice(-2_000)}`);
  const fates = Map.groupBy(deeds, ({ fate }) => fate);
  const many = (fate: 'acknowledged' | 'refused' | 'undecided') => fates.get(fate)?.length ?? 0;
  console.log(`harm done: ${[...nemesis.faults].map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
  const faults = [...nemesis.faults.values()].reduce((sum, times) => sum + times, 0);
  const losses = readers.reduce((sum, reader) => sum + reader.losses(), 0);
  console.log(
    [
      `chaos ${violations.length === 0 ? 'held' : 'FAILED'}: seed ${seed}, ${seconds} s, ${faults} faults`,
      `${many('acknowledged')} writes acknowledged, ${many('refused')} refused, ${many('undecided')} undecided`,
      `${readers.length} readers, ${received()} entries received over ${losses} lost connections`,
      `${outsider.refusals()} intrusions refused, ${arena.mails.delivered.length} mails`,
      violations.map(({ violation, count }) => `${violation} ${count}`).join(', ') ||
        'nothing lost, doubled, out of order or leaked',
    ].join('; '),
  );
  return violations.length === 0;
}

async function main(): Promise<void> {
  if (values.help) {
    console.log(usage);
    return;
  }
  const undo: Undo = [() => killChildren()];
  const undoAll = async () => {
    for (const step of undo.splice(0)) await step().catch((error: unknown) => console.error(error));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void undoAll().finally(() => process.exit(1)));
  let held = false;
  try {
    held = await run(undo);
  } finally {
    await undoAll();
  }
  // Whatever is still open was left by what was harmed.
  process.exit(held ? 0 : 1);
}

await main();
