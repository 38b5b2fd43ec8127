/** The names in the documents: a name in backticks exists in the API or in the source. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const self = 'test/repo/documented-names.test.ts';
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const filesIn = (...paths: readonly string[]) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...paths], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '');

/** Every word of the API and of the source. Migrations are left out: they have the names of the past. */
const words = new Set(
  filesIn(
    'schema.graphql',
    'package.json',
    'prisma/schema.prisma',
    'src',
    'scripts',
    'bench',
    'chaos',
    'fuzz',
    'examples',
    'test',
    'web/src',
  )
    .filter((path) => /\.(graphql|json|prisma|ts|tsx|js)$/.test(path) && path !== self)
    .flatMap((path) => read(path).match(/\w+/g) ?? []),
);

/** The documents that are written by hand. Generated pages are compared with what the code generates. */
const documents = filesIn('README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs')
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: read(path) }))
  .filter(({ text }) => !/^Generated from .* by `npm run generate`/m.test(text));

/** `name`, `Type.field`, `name(` with arguments: in backticks, outside of blocks of code. */
function namesIn(text: string): readonly (readonly string[])[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/`([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)(?:\([^`]*)?`/g)].map(([, name = '']) => name.split('.'));
}

/** True if the parts exist; the second part of `Type.field` must be a part of that type of the API. */
function exists([first = '', second, ...more]: readonly string[]): boolean {
  const type = schema.getType(first);
  if (type && second !== undefined) {
    if (isEnumType(type)) return type.getValue(second) !== undefined;
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return second in type.getFields();
  }
  return [first, ...(second === undefined ? [] : [second]), ...more].every((part) => words.has(part));
}

test('every name in backticks in the documents exists', () => {
  const missing = documents.flatMap(({ path, text }) =>
    namesIn(text)
      .filter((parts) => !exists(parts))
      .map((parts) => `${path}: ${parts.join('.')}`),
  );

  expect(documents.flatMap(({ text }) => namesIn(text)).length).toBeGreaterThan(200);
  expect(missing).toEqual([]);
});

test('a name that does not exist is found', () => {
  const text =
    'The mutation `receiveMoneyForOrder(input:` and the fields `Order.payedAt`, `orderTimeline`, `OrderStatus.UNHEARD` and `DATABASE_URL`.';

  expect(namesIn(text).filter((parts) => !exists(parts))).toEqual([
    ['receiveMoneyForOrder'],
    ['Order', 'payedAt'],
    ['OrderStatus', 'UNHEARD'],
  ]);
});
