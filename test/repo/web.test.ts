/** Rules about the browser client: which folder imports which, and what its catalogues of messages have. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { adProcess } from '../../src/process/ad.ts';
import { enumName } from '../../src/process/names.ts';
import { orderProcess } from '../../src/process/order.ts';

const root = fileURLToPath(new URL('../../web/', import.meta.url));
const source = join(root, 'src');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('generated/'))
  .map((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const imports = [...text.matchAll(/(?:from|import) '(\.[^']+)'|import\('(\.[^']+)'\)/g)]
      .map((match) => relative(source, join(source, dirname(path), match[1] ?? match[2] ?? '')))
      .filter((target) => !target.startsWith('..'));
    return { path, text, imports };
  });

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

/** The folders that pages share, the lowest first. All others are pages, above them; `app` joins the pages. */
const sharedFolders = ['generated', 'i18n', 'api', 'session', 'brand', 'ui', 'files', 'steps', 'moderation'];
/** The files of `app` that pages may use. */
const sharedFiles = ['app/paths.ts', 'app/error-pages.tsx'];

const floorOf = (path: string): number => {
  const shared = sharedFolders.indexOf(folderOf(path));
  if (shared >= 0) return shared;
  const pages = sharedFolders.length;
  if (folderOf(path) === 'app') return pages + 1;
  return folderOf(path) === '' ? pages + 2 : pages;
};

test('a file of the client imports lower folders and its own folder only', () => {
  const strays = files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => folderOf(target) !== folderOf(path) && !sharedFiles.includes(target))
      .filter((target) => floorOf(target) >= floorOf(path))
      .map((target) => `${path} imports ${target}`),
  );

  expect(files.length).toBeGreaterThan(50);
  expect(strays).toEqual([]);
});

test('only generated files of the client name a step', () => {
  const steps = [orderProcess, adProcess].flatMap((process) => Object.keys(process.steps).map(enumName));
  const quoted = new RegExp(`['"\`](?:${steps.join('|')})['"\`]`);

  const strays = files.filter(({ text }) => !text.startsWith('/** Generated') && quoted.test(text));
  expect(strays.map(({ path }) => path)).toEqual([]);
});

test('a file of the client has at most 300 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 300);

  expect(long.map(({ path }) => path)).toEqual([]);
});

test('the client never writes a text into a page as markup', () => {
  const strays = files.filter(({ text }) =>
    /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(|srcDoc/.test(text),
  );

  expect(strays.map(({ path }) => path)).toEqual([]);
});

const readCatalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'messages', `${language}.json`), 'utf8'));
const english = readCatalogue('en');
const isOfApi = (id: string): boolean => id.startsWith('api.');

test.each(['de'])('the catalogue %s has the messages of the English one, with the same values', (language) => {
  const catalogue = readCatalogue(language);
  const valuesIn = (text: string) =>
    [...new Set(JSON.stringify(parse(text, { ignoreTag: true })).match(/"type":[1-6],"value":"\w+"/g))].sort();

  expect(Object.keys(catalogue).filter((id) => !isOfApi(id))).toEqual(Object.keys(english));
  for (const [id, text] of Object.entries(english)) expect(valuesIn(catalogue[id] ?? ''), id).toEqual(valuesIn(text));
});

test('every message is used, and no text of the API has an English message', () => {
  const code = files.map(({ text }) => text).join('\n');
  // A template such as `spaceKind.${kind}` uses all messages that begin like it.
  const beginnings = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning = '']) => beginning);
  const unused = Object.keys(english).filter(
    (id) => !code.includes(`'${id}'`) && !beginnings.some((beginning) => id.startsWith(beginning)),
  );

  expect(unused).toEqual([]);
  expect(Object.keys(english).filter(isOfApi)).toEqual([]);
});
