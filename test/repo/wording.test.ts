/** Holds docs/writing.md: the words that are avoided, and the form of descriptions in the API. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';
import { avoidedWords, descriptionProblem, wordingProblems } from '../support/wording.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The texts of the product, its tests, its tools and its documents. Generated code repeats them. */
const readFiles = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(ts|tsx|md|prisma|graphql|sh|yml)$/.test(path) || path === '.ci/run')
  .filter((path) => !path.includes('/generated/'));

test('no text uses a word that the writing guide avoids', () => {
  const problems = readFiles.flatMap((path) => wordingProblems(path, readFileSync(`${root}${path}`, 'utf8')));

  expect(problems).toEqual([]);
});

test.each([...avoidedWords.words, ...avoidedWords.codeNames])(
  'the pattern $pattern finds its example',
  ({ use, example }) => {
    expect(wordingProblems('a.ts', example)).toContainEqual(expect.stringContaining(`(use ${use})`));
  },
);

test('a plain sentence has no problem', () => {
  expect(wordingProblems('a.ts', 'The order continues after the payment. const order = await readOrder();')).toEqual(
    [],
  );
});

test('every description in the API has five words and begins with a noun phrase or a verb', () => {
  const problems: string[] = [];
  const check = (name: string, description: string | null | undefined) => {
    const problem = description ? descriptionProblem(description) : 'is missing';
    if (problem) problems.push(`${name} ${problem}: ${description ?? ''}`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
    check(type.name, type.description);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field.description);
    if (!(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.description);
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument.description);
      expect(getNamedType(field.type)).toBeDefined();
    }
  }

  expect(problems).toEqual([]);
});

test('no docstring begins with a clause', () => {
  const clauseDocstring = /\/\*\*\s*(?:\*\s*)?(?:What|Whether|Who|Whom|Whose|How|Where|When|Why|Which)\b[^\n]*/g;
  const problems = readFiles
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) =>
      (readFileSync(`${root}${path}`, 'utf8').match(clauseDocstring) ?? []).map((text) => `${path}: ${text}`),
    );

  // The opening is kept apart, because this file is read too.
  const opening = '/**';
  expect(`${opening} What it does. */`).toMatch(clauseDocstring);
  expect(`${opening}\n * Whether it does. */`).toMatch(clauseDocstring);
  expect(problems).toEqual([]);
});
