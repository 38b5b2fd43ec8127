/** The files in deploy/ and the Dockerfile: what they name exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { environment } from '../../src/settings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const files = [...readdirSync(`${root}deploy`).map((name) => `deploy/${name}`), 'Dockerfile'];
const sourcesOfMetrics = ['src/platform/metrics.ts', 'src/server/metrics-server.ts'].map(read).join('\n');

test('the alerts watch metrics that there are, and the guide says what to do about each', () => {
  const alerts = read('deploy/alerts.yaml');
  const metrics = [...alerts.matchAll(/\bplacard_\w+/g)].map(([name]) => name);
  const names = [...alerts.matchAll(/alert: (\w+)/g)].map(([, name = '']) => name);

  expect(metrics.length).toBeGreaterThan(8);
  for (const name of metrics) expect(sourcesOfMetrics).toContain(`'${name}'`);
  const guide = read('docs/operations.md');
  expect(names.filter((name) => !guide.includes(`| ${name} |`))).toEqual([]);
});

test('the settings that the files name are settings of the server', () => {
  const allowed = [...Object.keys(environment.entries), 'POSTGRES_USER', 'POSTGRES_PASSWORD', 'DOMAIN'];
  const named = files.flatMap((path) =>
    [...read(path).matchAll(/\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b/g)].map(([name]) => name),
  );

  expect(new Set(named.filter((name) => !allowed.includes(name)))).toEqual(new Set());
});

test('the image has every file that the server and its commands start from', () => {
  const lines = read('Dockerfile').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
  const copied = last
    .filter((line) => line.startsWith('COPY') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1));

  expect(copied.length).toBeGreaterThan(3);
  for (const path of copied) expect([path, existsSync(root + path)]).toEqual([path, true]);
  for (const script of copied.filter((path) => path.startsWith('scripts/')))
    for (const [, name = ''] of read(script).matchAll(/from '\.\/([\w-]+\.ts)'/g))
      expect(copied).toContain(`scripts/${name}`);
  expect(copied).toContain('scripts/move-orders.ts');
  expect(last.join('\n')).toMatch(/^USER \d+:\d+$/m);
  expect(last.at(-2)).toBe('CMD ["node", "--import", "./src/preflight.js", "src/main.ts"]');
  expect(read('deploy/placard.service')).toContain('--import ./src/preflight.js src/main.ts');
});

test('what a proxy passes on is not smaller than what the server takes', () => {
  const [, megabytes] = /client_max_body_size (\d+)m/.exec(read('deploy/nginx.conf')) ?? [];

  expect(Number(megabytes) * 1_000_000).toBeGreaterThan(Math.max(limits.files.bytes, limits.formWithFilesBytes));
});
