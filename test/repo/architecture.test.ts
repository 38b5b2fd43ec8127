/** The rules of the house that are about where things stand. The compiler cannot hold them; this can. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { orderSteps } from '../../src/process/order.ts';

const root = fileURLToPath(new URL('../../src/', import.meta.url));

interface SourceFile {
  /** From src, e.g. orders/order.ts. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** What it imports: files from src, packages by name. */
  readonly imports: readonly string[];
}

const files: SourceFile[] = (await readdir(root, { recursive: true }))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const imports = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;]*?from '([^']+)'|(?:^|\n)import '([^']+)'/g)]
      .map((match) => match[1] ?? match[2] ?? '')
      .map((name) => (name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name));
    return { path, room: roomOf(path), text, imports };
  });

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'root';
}

const isSchema = ({ path }: SourceFile) => path.endsWith('.schema.ts');
const isOurs = (name: string) => name.endsWith('.ts');
const knowsGraphQL = (name: string) =>
  /^(graphql|graphql-yoga|graphql-ws|graphql-scalars|@pothos\/)/.test(name) || name.startsWith('graphql/');

/** The rooms that a room may use besides itself, outside its schema files. */
const mayUse: Record<string, readonly string[]> = {
  process: [],
  platform: ['live', 'access', 'config.ts', 'limits.ts', 'generated'],
  live: [],
  access: ['platform', 'process', 'generated'],
  orders: ['process', 'platform', 'live', 'access', 'limits.ts', 'generated'],
  files: ['process', 'platform', 'access', 'limits.ts', 'generated'],
  attachments: ['orders', 'files', 'process', 'platform', 'access', 'generated'],
  ads: ['orders', 'files', 'process', 'platform', 'access', 'limits.ts', 'generated'],
  messages: ['orders', 'attachments', 'files', 'process', 'platform', 'access', 'limits.ts', 'generated'],
  inbox: ['orders', 'messages', 'process', 'platform', 'live', 'access', 'limits.ts', 'generated'],
  payments: ['orders', 'process', 'platform', 'access', 'config.ts', 'limits.ts', 'generated'],
  renewals: ['ads', 'orders', 'payments', 'process', 'platform', 'access', 'limits.ts', 'generated'],
  partners: ['process', 'platform', 'access', 'limits.ts', 'generated'],
  webhooks: ['orders', 'inbox', 'partners', 'notifications', 'process', 'platform', 'access', 'limits.ts', 'generated'],
  reviews: ['orders', 'process', 'platform', 'access', 'spaces', 'limits.ts', 'generated'],
  sandboxes: ['orders', 'partners', 'process', 'platform', 'live', 'access', 'config.ts', 'limits.ts', 'generated'],
  spaces: ['process', 'platform', 'access', 'limits.ts', 'generated'],
  notifications: ['orders', 'payments', 'files', 'process', 'platform', 'access', 'limits.ts', 'generated'],
  auth: ['notifications', 'platform', 'access', 'limits.ts', 'generated'],
};
/** What a schema file may use besides that: the builder and its surroundings, and the types of what it points at. */
const schemasMayUse = ['graphql', 'access', 'orders', 'limits.ts'];

describe('every file', () => {
  test('uses only the rooms that its own may use', () => {
    const strays = files
      .filter(({ room }) => room in mayUse)
      .flatMap((file) => {
        const allowed = [file.room, ...(mayUse[file.room] ?? []), ...(isSchema(file) ? schemasMayUse : [])];
        return file.imports
          .filter((name) => isOurs(name) && !allowed.includes(roomOf(name) === 'root' ? name : roomOf(name)))
          .map((name) => `${file.path} uses ${name}`);
      });

    expect(strays).toEqual([]);
  });

  test('stands in a room whose rules are known', () => {
    const unknown = new Set(
      files.map(({ room }) => room).filter((room) => !(room in mayUse) && !['root', 'graphql', 'demo'].includes(room)),
    );

    expect([...unknown]).toEqual([]);
  });

  test('knows GraphQL only if it is a schema file, the engine, or joins the parts', () => {
    const knowing = files.filter(
      (file) => !isSchema(file) && !['graphql', 'demo', 'root'].includes(file.room) && file.imports.some(knowsGraphQL),
    );

    expect(knowing.map(({ path }) => path)).toEqual([]);
  });

  test('leaves the environment to config.ts and its one call', () => {
    const readers = files.filter(({ text }) => text.includes('process.env')).map(({ path }) => path);

    expect(readers).toEqual(['main.ts']);
  });

  test('leaves the time to the clock', () => {
    const readers = files.filter(({ text }) => /new Date\(\)|Date\.now\(\)/.test(text)).map(({ path }) => path);

    expect(readers.sort()).toEqual(['platform/clock.ts', 'platform/postgres/folder-lock.ts']);
  });

  test('hands nothing on that another file exports, and is no index', () => {
    const handing = files.filter(
      ({ path, text }) => path.endsWith('index.ts') || /^export (\*|\{[^}]*\}) from/m.test(text),
    );

    expect(handing.map(({ path }) => path)).toEqual([]);
  });

  test('fits on a few screens, unless it is a table: that is as long as there are steps', () => {
    const tables = ['process/ad.ts', 'process/order.ts'];
    const long = files.filter(({ path, text }) => !tables.includes(path) && text.split('\n').length > 300);

    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

test('demo data is known to nobody but who joins the parts', () => {
  const users = files
    .filter(({ room, imports }) => room !== 'demo' && imports.some((name) => name.startsWith('demo/')))
    .map(({ path }) => path);

  expect(users.sort()).toEqual(['app.ts', 'main.ts', 'routes.ts']);
});

test('every condition of access is written in access/', () => {
  const writers = files.filter(
    ({ room, text }) =>
      !['access', 'demo'].includes(room) &&
      /===\s*viewer\.accountId|where:[^;]*(advertiserId|sellerId|accountId):\s*viewer|(advertiser_id|seller_id)[^;`]*viewer/.test(
        text,
      ),
  );

  expect(writers.map(({ path }) => path)).toEqual([]);
});

test('a step of the table is named in a second place only where its own work is', () => {
  const names = orderSteps.map(([step]) => step);
  const naming = files
    .filter(({ room, path }) => room !== 'demo' && path !== 'process/order.ts')
    .flatMap(({ path, text }) =>
      names
        .filter((name) => new RegExp(`['"\`.]${name}\\b`).test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
        .map((name) => `${path}: ${name}`),
    );

  // Only the step that makes an order has code of its own.
  expect(naming.sort()).toEqual([
    'orders/order.schema.ts: placeOrder',
    'orders/place-order.ts: placeOrder',
    'orders/steps.schema.ts: placeOrder',
  ]);
});
