/**
 * `npm run check`: everything that must hold before a commit. Stops at the first step that fails. `--without-tests` leaves
 * the tests out, for a run that has them elsewhere.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { styleText } from 'node:util';

/** From the fastest to the slowest, so that an error shows early. */
const checks: readonly { readonly title: string; readonly command: readonly string[] }[] = [
  { title: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'types of web', command: ['tsc', '--noEmit', '-p', 'web'] },
  { title: 'unused code', command: ['knip', '--no-config-hints'] },
  { title: 'generated files', command: ['node', 'scripts/generate.ts', '--check'] },
  { title: 'migrations', command: ['node', 'scripts/new-migration.ts', '--check'] },
  { title: 'dates', command: ['node', 'scripts/check-dates.ts'] },
  { title: 'tests', command: ['vitest', 'run'] },
];

const root = join(import.meta.dirname, '..');
const selectedChecks = process.argv.includes('--without-tests') ? checks.slice(0, -1) : checks;

for (const { title, command } of selectedChecks) {
  process.stdout.write(`${title.padEnd(18)}… `);
  const startedAt = performance.now();
  const { isFine, output } = await run(command);
  const took = `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
  if (isFine) {
    console.log(`${styleText('green', 'ok')}  ${took}`);
    continue;
  }
  console.log(`${styleText('red', 'failed')}  ${took}\n\n${output.trim()}\n\nFailed: ${title} (${command.join(' ')})`);
  process.exitCode = 1;
  break;
}

function run([program = '', ...args]: readonly string[]): Promise<{ isFine: boolean; output: string }> {
  // The project's own programs, Node among them, also when this was not started by npm.
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A step of minutes shows that it is still running.
  const progress = setInterval(() => process.stdout.write('. '), 20_000);
  child.once('close', () => clearInterval(progress));
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) =>
      resolve({ isFine: false, output: `${program} could not be started: ${error.message}` }),
    );
    child.once('close', (code) => resolve({ isFine: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}
