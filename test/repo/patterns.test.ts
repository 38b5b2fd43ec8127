/** The patterns of src take time in proportion to the length of the text, whatever the text is. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { expect, test, vi } from 'vitest';

// The implementation in JavaScript, which is the same on every platform. It is chosen when the module is loaded.
vi.stubEnv('RECHECK_BACKEND', 'pure');
const { checkSync } = await import('recheck');
vi.unstubAllEnvs();

const root = fileURLToPath(new URL('../../src/', import.meta.url));

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const paths = (await readdir(root, { recursive: true }))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
  .sort();
const patterns = paths.flatMap((path) => {
  const literals: Pattern[] = [];
  // The replacer is called for every node of the syntax tree.
  JSON.stringify(parseAst(readFileSync(root + path, 'utf8'), { lang: 'ts' }), (_key, node) => {
    if (node?.type === 'Literal' && node.regex) {
      const { pattern: source, flags } = node.regex as { pattern: string; flags: string };
      literals.push({ place: `${path} /${source}/${flags}`, source, flags });
    }
    return typeof node === 'bigint' ? null : node;
  });
  return literals;
});

const complexityOf = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>) => {
  const result = checkSync(source, flags, { timeout: 600_000 });
  return result.status === 'vulnerable' ? result.complexity.summary : result.status;
};

test('the checker finds patterns that backtrack', () => {
  expect(patterns.length).toBeGreaterThan(30);
  expect(complexityOf({ source: '^(a+)+$', flags: '' })).toMatch(/^exponential/);
  expect(complexityOf({ source: '\\s+$', flags: 'u' })).toMatch(/^2nd degree polynomial/);
});

test.each(patterns)('$place takes linear time', (pattern) => {
  expect(complexityOf(pattern)).toBe('safe');
});
