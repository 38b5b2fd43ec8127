/** Sends hostile operations to a server of its own and prints what they break: `npm run fuzz -- --help`. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { limits } from '../src/limits.ts';
import { startServer } from '../test/support/server.ts';
import { countOf, type FuzzReport, fuzz } from './fuzz.ts';
import { faultKinds } from './judge.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const usage = `npm run fuzz -- [options]
  --seconds 60     duration
  --seed <number>  repeats the requests of an earlier run`;
const maxShown = 40;

const number = (name: 'seconds' | 'seed', text: string, max: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > max) throw new Error(`--${name}: from 1 to ${max}`);
  return number;
};

/** Prints the report. Each kind of fault has its number, and the first findings their requests. */
function print(report: FuzzReport): void {
  const { findings, requests, fields, worst, seed } = report;
  for (const { kind, detail, request } of findings.slice(0, maxShown))
    console.log(`${kind}: ${detail}\n  ${request.replaceAll('\n', '\n  ')}\n`);
  if (findings.length > maxShown) console.log(`… and ${findings.length - maxShown} more findings\n`);
  const total = Object.values(requests).reduce((sum, count) => sum + count, 0);
  const wires = Object.entries(requests).map(([wire, count]) => `${wire} ${count}`);
  console.log(`requests: ${total} (${wires.join(' · ')}), to ${fields} fields of the root types`);
  for (const kind of faultKinds) console.log(`${kind}: ${countOf(report, kind)}`);
  console.log(`worst processor time of a request: ${worst.ms.toFixed(0)} ms, of ${worst.request.slice(0, 200)}`);
  console.log(
    findings.length === 0 ? `fuzz found nothing, seed ${seed}` : `fuzz found ${findings.length} faults, seed ${seed}`,
  );
}

if (values.help) console.log(usage);
else {
  const seconds = number('seconds', values.seconds, 86_400);
  const seed = number('seed', values.seed ?? String(randomInt(1, 1_000_000)), 2_147_483_647);
  console.log(`fuzz, seed ${seed}, ${seconds} s`);
  // A fault is one of the operation, and not of a machine that is busy.
  Object.assign(limits, { operationMs: 60_000 });
  const server = await startServer({ config: { hasSandboxes: false } });
  try {
    const report = await fuzz(server, { seed, seconds });
    print(report);
    process.exitCode = report.findings.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
}
