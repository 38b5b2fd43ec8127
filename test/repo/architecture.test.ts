/** Rules about which file may import which, and where code belongs. The compiler cannot check them. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { orderSteps } from '../../src/process/order.ts';

const root = fileURLToPath(new URL('../../src/', import.meta.url));

interface SourceFile {
  /** Relative to src, e.g. orders/order.ts. */
  readonly path: string;
  /** The first folder of the path; for a file of src itself, its name. */
  readonly folder: string;
  readonly text: string;
  /** Files relative to src, and names of packages. */
  readonly imports: readonly string[];
}

const files: SourceFile[] = (await readdir(root, { recursive: true }))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const imports = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;]*?from '([^']+)'|(?:^|\n)import '([^']+)'/g)]
      .map((match) => match[1] ?? match[2] ?? '')
      .map((name) => (name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name));
    return { path, folder: folderOf(path), text, imports };
  });

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

const isSchema = (path: string) => path.endsWith('.schema.ts');
const isSourceFile = (name: string) => name.endsWith('.ts') && !name.startsWith('generated/');

/**
 * The floors of src, the lowest first. An import points to a lower floor, or stays on its own. A folder that is not named
 * here is a feature; a file of src that is not named here is on the highest floor.
 */
const floors: readonly (readonly string[])[] = [
  ['limits.ts', 'tuning.ts', 'live'],
  ['platform'],
  ['process', 'http'],
  ['i18n'],
  ['pages'],
  ['config.ts', 'settings.ts'],
  ['access'],
  ['services'],
  ['graphql'],
  ['plans'],
  ['features'],
  ['order-extensions.ts', 'schema.ts'],
  ['server'],
  ['demo'],
  ['app.ts', 'open-services.ts', 'routes.ts', 'main.ts'],
];
const floorOfName = new Map(floors.flatMap((names, floor) => names.map((name) => [name, floor] as const)));
const isFeature = (folder: string) => !floorOfName.has(folder) && !folder.endsWith('.ts');
const floorOf = (folder: string): number =>
  floorOfName.get(isFeature(folder) ? 'features' : folder) ?? floors.length - 1;

/** Every import of one file of src by another, except within a folder. */
const crossings = files.flatMap(({ path, folder, imports }) =>
  imports
    .filter((name) => isSourceFile(name) && folderOf(name) !== folder)
    .map((target) => ({ path, target, from: folder, to: folderOf(target), text: `${path} imports ${target}` })),
);

/** The folders that each folder imports. */
const folderGraph: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  files.map(({ folder }) => [folder, new Set(crossings.filter(({ from }) => from === folder).map(({ to }) => to))]),
);

/** A cycle in the graph of folders, as a list that begins and ends with the same folder; undefined if there is none. */
function findCycle(): readonly string[] | undefined {
  const finished = new Set<string>();
  const visit = (folder: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(folder)) return [...path.slice(path.indexOf(folder)), folder];
    if (finished.has(folder)) return undefined;
    for (const next of folderGraph.get(folder) ?? []) {
      const cycle = visit(next, [...path, folder]);
      if (cycle) return cycle;
    }
    finished.add(folder);
    return undefined;
  };
  for (const folder of folderGraph.keys()) {
    const cycle = visit(folder, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** The features whose GraphQL types others refer to. */
const sharedSchemas = ['accounts', 'orders', 'files', 'attachments', 'applications', 'payments', 'reports', 'spaces'];

describe('The folders of src', () => {
  test('have no import cycle', () => {
    expect(findCycle()).toBeUndefined();
  });

  test('import only lower floors, or folders of their own floor', () => {
    const upward = crossings.filter(({ from, to }) => floorOf(to) > floorOf(from));

    expect(upward.map(({ text }) => text)).toEqual([]);
  });

  test('keep the process tables and the PubSub free of all other code', () => {
    const strays = crossings.filter(
      ({ from, target }) =>
        ['process', 'live', 'limits.ts', 'tuning.ts'].includes(from) &&
        !['platform/objects.ts', 'platform/text.ts', 'platform/web-address.ts'].includes(target),
    );

    expect(strays.map(({ text }) => text)).toEqual([]);
  });

  test('leave the schema files of a feature to the schema files of other features', () => {
    const strays = crossings.filter(
      ({ path, from, to, target }) =>
        isFeature(from) && isFeature(to) && isSchema(target) && !(isSchema(path) && sharedSchemas.includes(to)),
    );

    expect(strays.map(({ text }) => text)).toEqual([]);
  });

  test('name the demo data only where the program is put together', () => {
    const users = crossings.filter(({ to }) => to === 'demo').map(({ path }) => path);

    expect([...new Set(users)].sort()).toEqual(['app.ts', 'main.ts', 'routes.ts']);
  });
});

/** The files outside the kit and the server that may use GraphQL, besides schema files: this one runs documents. */
const runsDocuments = 'webhooks/event-documents.ts';
/** Files of the kit that do not use GraphQL themselves, so that any file may import them. */
const isFreeOfGraphQL = (name: string) => ['graphql/cursors.ts', 'graphql/document-info.ts'].includes(name);
const usesGraphQL = (name: string) =>
  /^(graphql|graphql-yoga|graphql-ws|graphql-scalars|@pothos\/)/.test(name) && !isFreeOfGraphQL(name);

describe('Every file of src', () => {
  test('uses GraphQL only in the kit, the server and the schema files', () => {
    const users = files.filter(
      ({ path, folder, imports }) =>
        (isFeature(folder) || isFreeOfGraphQL(path)) &&
        !isSchema(path) &&
        path !== runsDocuments &&
        imports.some(usesGraphQL),
    );

    expect(users.map(({ path }) => path)).toEqual([]);
  });

  test('uses GraphQL in no folder below the kit', () => {
    const users = files.filter(
      ({ folder, imports }) => floorOf(folder) < floorOf('graphql') && imports.some(usesGraphQL),
    );

    expect(users.map(({ path }) => path)).toEqual([]);
  });

  test('imports nothing from outside src, so that the program runs without scripts and tests', () => {
    const strays = files.flatMap(({ path, imports }) =>
      imports.filter((name) => name.startsWith('..')).map((name) => `${path} imports ${name}`),
    );

    expect(strays).toEqual([]);
  });

  test('reads the environment only in main.ts, which calls config.ts', () => {
    const readers = files.filter(({ text }) => text.includes('process.env')).map(({ path }) => path);

    expect(readers).toEqual(['main.ts']);
  });

  test('reads the time only from the clock', () => {
    const readers = files.filter(({ text }) => /new Date\(\)|Date\.now\(\)/.test(text)).map(({ path }) => path);

    expect(readers.sort()).toEqual(['platform/clock.ts', 'platform/postgres/folder-lock.ts']);
  });

  test('re-exports nothing, and is not an index.ts', () => {
    const reexporting = files.filter(
      ({ path, text }) => path.endsWith('index.ts') || /^export (\*|\{[^}]*\}) from/m.test(text),
    );

    expect(reexporting.map(({ path }) => path)).toEqual([]);
  });

  test('has at most 300 lines, unless it is a process table or generated', () => {
    const tables = ['process/ad.ts', 'process/order.ts', 'plans/tables.ts'];
    const long = files.filter(({ path, text }) => !tables.includes(path) && text.split('\n').length > 300);

    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

test('Every access condition is written in access/', () => {
  const writers = files.filter(
    ({ folder, text }) =>
      !['access', 'demo'].includes(folder) &&
      /===\s*viewer\.accountId|where:[^;]*(advertiserId|sellerId|accountId):\s*viewer|(advertiser_id|seller_id)[^;`]*viewer/.test(
        text,
      ),
  );

  expect(writers.map(({ path }) => path)).toEqual([]);
});

test('A relation is not loaded through a row that can be deleted while it is shown', () => {
  const code = files.map(({ text }) => text).join('\n');
  const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
  const isDeleted = (model: string) =>
    new RegExp(`\\.${model[0]?.toLowerCase()}${model.slice(1)}\\.delete|delete from ${snakeCase(model)}\\b`).test(code);
  // The program loads the relation of an object with a second statement, which finds no row any more.
  const throughRows = files
    .filter(({ text }) => text.includes('t.relation('))
    .flatMap(({ text }) => text.split(/(?=builder\.prismaObject)/))
    .filter((definition) => definition.includes('t.relation('))
    .map((definition) => /^builder\.prismaObject\w*\(\s*'(\w+)'/.exec(definition)?.[1] ?? '')
    .filter((model) => isDeleted(model));

  // These are deleted a month after they have ended.
  expect(throughRows.sort()).toEqual(['WebhookDelivery', 'WebhookEndpoint']);
});

test('A step of the order table is named outside the table only in the code of its own work', () => {
  const names = orderSteps.map(([step]) => step);
  const naming = files
    .filter(({ folder, path }) => folder !== 'demo' && path !== 'process/order.ts')
    .flatMap(({ path, text }) =>
      names
        .filter((name) => new RegExp(`['"\`.]${name}\\b`).test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
        .map((name) => `${path}: ${name}`),
    );

  // Only the step that creates an order has code of its own.
  expect(naming.sort()).toEqual([
    'orders/order.schema.ts: placeOrder',
    'orders/place-order.ts: placeOrder',
    'orders/steps.schema.ts: placeOrder',
  ]);
});
