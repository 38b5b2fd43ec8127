/** `npm start` and `npm run dev`: a supervisor signals npm, and an incomplete installation is named in one sentence. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/platform/postgres/folder-lock.ts';
import { killChildren, startNpm } from '../support/child-process.ts';
import { findFreePorts } from '../support/ports.ts';

const folders: string[] = [];

afterAll(async () => {
  await killChildren();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'placard-npm-'));
  folders.push(folder);
  return folder;
}

/** @throws if the port is in use */
const listenOn = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });

test.each([
  ['npm start', 'SIGTERM'],
  ['npm start', 'SIGINT'],
  ['npm run dev', 'SIGTERM'],
] as const)('the server of %s stops on %s to npm, and frees its port and its folder', async (command, signal) => {
  const DATA_DIR = await emptyFolder();
  const port = await findFreePorts();
  const npm = startNpm(command.split(' ').slice(1), { env: { PORT: `${port}`, DATA_DIR, DEMO_DATA: 'false' } });
  await npm.says(new RegExp(`Begin here +http://localhost:${port}/`));
  await npm.says(/\/clock/);

  npm.signal(signal);

  expect(await npm.ended).toBe(0);
  expect(npm.output()).toContain('Stopped.');
  await listenOn(port);
  lockFolder(join(DATA_DIR, 'postgres')).release();
});

describe('an incomplete installation', () => {
  /** A folder with the scripts of the project and these additional files. */
  async function installation(files: readonly string[]): Promise<string> {
    const folder = await emptyFolder();
    for (const file of ['package.json', 'src/preflight.js', 'src/main.ts']) {
      await mkdir(join(folder, file, '..'), { recursive: true });
      await copyFile(new URL(`../../${file}`, import.meta.url), join(folder, file));
    }
    for (const file of files) {
      await mkdir(join(folder, file, '..'), { recursive: true });
      await writeFile(join(folder, file), '{}');
    }
    return folder;
  }

  const dependencies = 'node_modules/graphql/package.json';

  test.each([
    ['without dependencies', [], {}, 'run `npm install`'],
    [
      'on a Node that cannot run TypeScript',
      [dependencies],
      { NODE_OPTIONS: '--no-experimental-strip-types' },
      'run `npm rebuild --ignore-scripts=false`, or use Node 22.18 or later',
    ],
    ['without the generated database client', [dependencies], {}, 'run `npx prisma generate`'],
  ] as const)('%s is named in one sentence with the command that completes it', async (_name, files, env, command) => {
    const npm = startNpm(['start', '--silent'], { env, cwd: await installation(files) });

    expect(await npm.ended).toBe(1);
    expect(npm.output().trim().split('\n')).toEqual([expect.stringContaining(command)]);
  });
});
