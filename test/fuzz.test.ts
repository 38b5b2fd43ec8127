/** Generated operations with hostile values on every wire: no crash, no internal error, nothing of the insides. */
import { expect, test } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';
import { judgeResult, judgeStatus } from '../fuzz/judge.ts';
import { useServer } from './support/use-server.ts';

// Sandboxes are databases of their own, which nothing here would remove.
const { server } = useServer({ config: { hasSandboxes: false } });

const seconds = 15;

test(`hostile operations break nothing in ${seconds} seconds`, async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
  console.log(`fuzz with SEED=${seed}`);

  const { findings, requests } = await fuzz(server, { seed, seconds });

  expect(findings, `SEED=${seed}`).toEqual([]);
  expect(Object.values(requests).length).toBeGreaterThan(0);
});

const errorOf = (code: unknown, message: unknown = 'x') =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

test.each([
  ['a code of our mistakes', 'INTERNAL', errorOf('INTERNAL')],
  ['a stack', 'insides shown', errorOf('BAD_USER_INPUT', 'at resolve (file.ts:1:2)')],
  ['a statement', 'insides shown', errorOf('BAD_USER_INPUT', 'select id from person')],
  ['no JSON', 'malformed answer', '<html>'],
  ['neither data nor errors', 'malformed answer', '{}'],
  ['an error without a code', 'malformed answer', errorOf(undefined)],
  ['an error without a message', 'malformed answer', errorOf('BAD_USER_INPUT', '')],
  ['no errors in the list', 'malformed answer', '{"errors":[]}'],
])('an answer with %s is a fault: %s', (_name, kind, text) => {
  expect(judgeResult(text).map((fault) => fault.kind)).toEqual([kind]);
});

test('neither a good answer nor a refusal is a fault, and a status from 500 on is one', () => {
  const good = [judgeResult('{"data":{"viewer":null}}'), judgeResult(errorOf('NOT_SIGNED_IN')), judgeStatus(404, '')];

  expect(good.flat()).toEqual([]);
  expect(judgeStatus(503, '').map(({ kind }) => kind)).toEqual(['status 5xx']);
});
