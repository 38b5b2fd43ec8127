/** The registry of error codes: complete, unique, and the only source of codes. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isInterfaceType } from 'graphql';
import { expect, test } from 'vitest';
import { defineError, errorDefinitions } from '../../src/platform/error-definitions.ts';
import { errorDocs } from '../../src/platform/error-docs.ts';
import { LimitReached, notFound, QuotaExceeded, RateLimited } from '../../src/platform/errors.ts';
import '../../src/routes.ts';
import { schema } from '../../src/schema.ts';
import '../../src/server/http.ts';

const root = join(import.meta.dirname, '../../src');
const sources = (await readdir(root, { recursive: true }))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The codes that a source file defines. */
const definedIn = (text: string): string[] => [
  ...[...text.matchAll(/defineError(?:<[^>]*>)?\('([A-Z0-9_]+)'/g)].map(([, code = '']) => code),
  ...[...text.matchAll(/defineRefusal(?:<[^>]*>)?\('\w+', \{\n\s*code: '([A-Z0-9_]+)'/g)].map(([, code = '']) => code),
  ...[...text.matchAll(/^\s+([A-Z0-9_]+): \{\n\s+recovery: '/gm)].map(([, code = '']) => code),
  ...[...text.matchAll(/= notFound\('(\w+)'/g)].map(
    ([, noun = '']) =>
      `${noun
        .split(/(?=[A-Z])/)
        .join('_')
        .toUpperCase()}_NOT_FOUND`,
  ),
];

test('the registry holds every code that a source file defines, and no other', () => {
  const defined = sources.flatMap(({ text }) => definedIn(text));

  expect([...errorDefinitions.keys()].sort()).toEqual(defined.sort());
});

test('a code cannot be defined twice', () => {
  const options = { recovery: 'FINAL', message: 'x', description: 'x', remedy: 'x' } as const;

  expect(() => defineError('ORDER_NOT_FOUND', options)).toThrow('The error code ORDER_NOT_FOUND is defined twice');
  expect(() => notFound('Order')).toThrow('ORDER_NOT_FOUND');
});

test('only two files make GraphQL errors with a code, and none makes an error body by hand', () => {
  const makers = sources.filter(({ text }) => /extensions: \{ code\b/.test(text)).map(({ path }) => path);
  const bodies = sources.filter(({ text }) => /json\([45]\d\d/.test(text)).map(({ path }) => path);

  expect(makers.sort()).toEqual(['graphql/error-format.ts', 'graphql/errors.ts', 'http/error-response.ts'].sort());
  expect(bodies).toEqual([]);
});

test('every refusal of the schema has the description of its definition, and the fields of the interface', () => {
  const refusal = schema.getType('Refusal');
  if (!isInterfaceType(refusal)) throw new Error('Refusal is not an interface');

  for (const type of schema.getPossibleTypes(refusal)) {
    expect(Object.keys(type.getFields())).toEqual(expect.arrayContaining(['message', 'code', 'recovery', 'docUrl']));
    expect(type.description?.split(' ').length).toBeGreaterThanOrEqual(5);
  }
});

test('every definition has a message, a description and a remedy that are sentences', () => {
  for (const { code, exampleMessage, description, remedy } of errorDefinitions.values()) {
    for (const text of [exampleMessage, description, remedy]) expect(text, code).toMatch(/^[A-Z"`].*[.…]$/s);
    expect(description, code).not.toMatch(/^(What|Whether|How|Who|Which|When|Where)\b/);
    expect(description.split(' ').length, code).toBeGreaterThanOrEqual(5);
  }
});

test('the document has an anchor for every code', () => {
  const page = errorDocs();

  for (const code of errorDefinitions.keys()) expect(page).toContain(`<a id="${code}"></a>`);
});

test('a refusal takes its message, recovery and extensions from the details', () => {
  const limited = new RateLimited({ retryAfterSeconds: 7 });
  const full = new LimitReached({ owner: 'An account', max: 3, objects: 'keys', advice: 'Revoke one first.' });
  const charge = { requested: 90, remaining: 40, capacity: 100, restoreRate: 10 };
  const later = new QuotaExceeded({ charge });
  const never = new QuotaExceeded({ charge: { ...charge, requested: 101 } });

  expect(limited).toMatchObject({
    name: 'Error',
    code: 'RATE_LIMITED',
    recovery: 'RETRYABLE',
    message: 'Too many requests. Try again in 7 s.',
    retryAfterSeconds: 7,
    extensions: { retryAfterSeconds: 7 },
  });
  expect(full.message).toBe('An account can have at most 3 keys. Revoke one first.');
  expect(later).toMatchObject({ recovery: 'RETRYABLE', extensions: { retryAfterSeconds: 5, cost: charge } });
  expect(never).toMatchObject({ recovery: 'CORRECTABLE', extensions: { cost: { requested: 101 } } });
  expect(never.extensions).not.toHaveProperty('retryAfterSeconds');
});
