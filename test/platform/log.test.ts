/** The log: whatever its callers put into a line, the line stays short. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';

/** A log, and the lines that it has written. */
function loggedLines() {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: createLog('debug', destination), lines };
}

const long = 'x'.repeat(90_000);
const maxLineCharacters = 20_000;

test.each<readonly [name: string, fields: Record<string, unknown>]>([
  ['a field', { operation: long }],
  ['a nested field', { a: { b: [{ c: long }, long] } }],
  ['the message of an error', { err: new Error(long) }],
  ['a property of an error', { err: Object.assign(new Error('short'), { meta: { target: long } }) }],
  ['the cause of an error', { err: new Error('short', { cause: new Error(long) }) }],
  ['a very long list', { list: Array.from({ length: 10_000 }, (_, index) => `item ${index}`) }],
  ['very many properties', Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`name${index}`, index]))],
  ['the name of a property', { [long]: 1 }],
  [
    'an object that contains itself',
    (() => {
      const loop: Record<string, unknown> = { text: long };
      loop['loop'] = loop;
      return loop;
    })(),
  ],
])('a line with a long text in %s is short', (_name, fields) => {
  const { log, lines } = loggedLines();

  log.error(fields, 'what happened');
  log.child({ child: 1 }).warn(fields, long);

  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line.length).toBeLessThan(maxLineCharacters);
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.stringMatching(/^what|^x/) });
  }
});

test('a line keeps short fields, the stack of an error and the redaction of credentials', () => {
  const { log, lines } = loggedLines();

  log.info(
    { operation: 'Orders', ms: 12, token: 'secret', nested: { authorization: 'secret' }, none: null },
    'operation',
  );
  log.error({ err: new TypeError('broken') }, 'failed');

  const [first, second] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({ operation: 'Orders', ms: 12, none: null, msg: 'operation' });
  expect(lines[0]).not.toContain('secret');
  expect(second.err).toMatchObject({ type: 'TypeError', message: 'broken' });
  expect(second.err.stack).toContain('log.test.ts');
});
