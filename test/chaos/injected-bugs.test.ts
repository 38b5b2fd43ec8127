/** The bugs that chaos injects replace texts of the product's source: a rename must not disarm one unnoticed. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { applyBug, findBug, injectedBugs, urlOf } from '../../chaos/injected-bugs.ts';

test.each(Object.entries(injectedBugs))(
  'the bug %s changes the current source, and the result is still a program',
  (_, bug) => {
    const source = applyBug(bug);

    expect(source).not.toBe(readFileSync(urlOf(bug), 'utf8'));
    expect(() => stripTypeScriptTypes(source)).not.toThrow();
  },
);

test('a text that is missing from the source is named', () => {
  const file = 'src/main.ts';
  const bug = { description: '', foundAs: 'holes', file, changes: [['a text that no file has', '']] } as const;

  expect(() => applyBug(bug)).toThrow(`${file} does not contain exactly once:\na text that no file has`);
});

test('an unknown bug is refused with the names of all bugs', () => {
  expect(() => findBug('toString')).toThrow('--inject-bug: one of access-not-checked, no-reconciler');
});
