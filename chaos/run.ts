/** Injects faults into two instances while clients write and read, and then checks for losses: `npm run chaos -- --help`. */

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { wholeNumberIn } from '../src/platform/whole-number.ts';
import { killChildren } from '../test/support/child-process.ts';
import { seededRandom } from '../test/support/random.ts';
import { checkLog, checkMails, checkWrites } from './check.ts';
import { openBackingServices, openEnvironment, type Undo } from './environment.ts';
import { createFindings } from './findings.ts';
import { findBug, injectedBugs } from './injected-bugs.ts';
import { createNemesis } from './nemesis.ts';
import { createParticipants } from './participants.ts';
import { awaitReaders, quiesce } from './quiesce.ts';
import { startReaders } from './readers.ts';
import { startUnauthorizedClient } from './unauthorized-client.ts';
import { startWriters } from './writers.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string' },
    'inject-bug': { type: 'string' },
    smoke: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const usage = `npm run chaos -- [options]
  --seconds 30     duration of the faults; the whole run takes about half a minute more
  --seed <number>  repeats the faults and writes of an earlier run
  --inject-bug <name>  with a bug that the checker must find: ${Object.keys(injectedBugs).join(', ')}
  --smoke          two seconds of faults, to see that chaos works`;

const number = (name: 'seconds' | 'seed', text: string, max: number): number => {
  const number = wholeNumberIn(text, { min: 1, max });
  if (number === undefined) throw new Error(`--${name}: from 1 to ${max}`);
  return number;
};
const seconds = values.smoke ? 2 : number('seconds', values.seconds, 3_600);
const seed = number('seed', values.seed ?? String(randomInt(1, 1_000_000)), 2_147_483_647);
const startedAt = performance.now();
const log = (text: string) =>
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6)} s  ${text}`);
const progressMs = 5_000;

/** Returns whether everything held. */
async function run(undo: Undo): Promise<boolean> {
  const bug = values['inject-bug'];
  if (bug) findBug(bug);
  log(`chaos, seed ${seed}${bug ? `, with the injected bug ${bug}` : ''}`);
  log('creating a database …');
  // Each part has its own random numbers, so that the timing of one does not change another.
  const randomOf = (part: number) => seededRandom(seed + part);
  const findings = createFindings();
  const services = await openBackingServices(
    process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
    undo,
  );
  log('creating accounts and orders …');
  const participants = await createParticipants(services.database, services.mails.url);
  log('starting Redis and two instances …');
  const environment = await openEnvironment(services, bug, undo);
  const urls = environment.instances.map(({ url }) => url);
  log(`two instances run on ${participants.orders.length} orders`);

  await quiesce(environment, log);
  const readers = await startReaders(participants, { urls, random: randomOf(1), findings });
  undo.unshift(() => Promise.all(readers.map((reader) => reader.stop())));
  const outsider = startUnauthorizedClient(participants, { urls, random: randomOf(2), findings });
  undo.unshift(() => outsider.stop());
  const parties = participants.orders.flatMap((order) =>
    [order.advertiser, order.seller].map((person) => ({ order, person })),
  );
  const writers = startWriters(parties, { urls, random: randomOf(3), findings });
  const nemesis = createNemesis(environment, participants, {
    orderBy: randomOf(4),
    random: randomOf(5),
    findings,
    log,
  });
  const received = () => readers.reduce((sum, reader) => sum + reader.received(), 0);
  const progress = setInterval(
    () => log(`${writers.writes.length} writes, ${received()} entries received`),
    progressMs,
  );
  undo.unshift(async () => clearInterval(progress));

  await nemesis.run(performance.now() + 1_000 * seconds);
  log('no more faults; the writers finish');
  await writers.stop();
  await quiesce(environment, log);
  await nemesis.killBeforeLastPublish();
  clearInterval(progress);
  await quiesce(environment, log);
  log('checking the copies of the readers, the writes, the log and the mails …');
  const writes = [...writers.writes, ...nemesis.writes];
  await awaitReaders(readers, { participants, urls, findings });
  await checkWrites(environment, writes, findings);
  await checkLog(environment, findings);
  await checkMails(environment, findings);

  const violations = findings.all();
  for (const { violation, count, details } of violations)
    console.log(`${violation}: ${count}\n${details.map((detail) => `  ${detail}`).join('\n')}`);
  if (violations.length > 0)
    for (const { name, output } of environment.instances)
      console.log(`output of instance ${name}:\n${output().slice(-2_000)}`);
  const outcomes = Map.groupBy(writes, ({ outcome }) => outcome);
  const countOf = (outcome: 'acknowledged' | 'refused' | 'undecided') => outcomes.get(outcome)?.length ?? 0;
  console.log(`faults: ${[...nemesis.counts].map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
  const faults = [...nemesis.counts.values()].reduce((sum, times) => sum + times, 0);
  const losses = readers.reduce((sum, reader) => sum + reader.losses(), 0);
  console.log(
    [
      `chaos ${violations.length === 0 ? 'held' : 'FAILED'}: seed ${seed}, ${seconds} s, ${faults} faults`,
      `${countOf('acknowledged')} writes acknowledged, ${countOf('refused')} refused, ${countOf('undecided')} undecided`,
      `${readers.length} readers, ${received()} entries received over ${losses} lost connections`,
      `${outsider.refusals()} unauthorized subscriptions refused, ${environment.mails.delivered.length} mails`,
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
  let undone: Promise<void> | undefined;
  const undoAll = () => {
    undone ??= (async () => {
      // Requests that are still running fail when their services end; they must not end the process before that.
      process.on('unhandledRejection', () => undefined);
      for (const step of undo.splice(0)) await step().catch((error: unknown) => console.error(error));
    })();
    return undone;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void undoAll().finally(() => process.exit(1)));
  let held = false;
  try {
    held = await run(undo);
  } catch (error) {
    // A run that is stopped by a signal loses its instances and its database in the middle of its work.
    if (!undone) throw error;
  } finally {
    await undoAll();
  }
  // Connections may still be open after the faults.
  process.exit(held ? 0 : 1);
}

await main();
