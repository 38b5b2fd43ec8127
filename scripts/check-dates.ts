/**
 * Runs the tests whose promises depend on dates, and the bench, with the date 400 days ahead in Pacific/Auckland: a result
 * must not depend on the day and the place of a run. Part of `npm run check`.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** The files whose promises depend on dates. */
const files = [
  'test/accounts/time-zones',
  'test/ads/setup-link',
  'test/auth/sign-in',
  'test/demo/clock-page',
  'test/e2e/one-year',
  'test/renewals',
  'test/reviews/reviews',
];
const commands = [
  ['vitest', 'run', '--reporter=dot', ...files],
  ['node', 'bench/run.ts', '--smoke'],
];

const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
  TZ: 'Pacific/Auckland',
  DATE_SHIFT_DAYS: '400',
  NODE_OPTIONS: `--import=${new URL('../test/support/shift-date.ts', import.meta.url).href}`,
};

for (const [program = '', ...args] of commands) {
  console.log(`${program} ${args.join(' ')}`);
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code === 0) continue;
  process.exitCode = 1;
  break;
}
