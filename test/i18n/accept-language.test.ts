import { expect, test } from 'vitest';
import { languageIn } from '../../src/i18n/accept-language.ts';

test.each([
  [undefined, 'EN'],
  ['', 'EN'],
  ['*', 'EN'],
  ['de', 'DE'],
  ['DE-at', 'DE'],
  ['de-CH, en;q=0.5', 'DE'],
  ['en-GB,en;q=0.9,de;q=0.8', 'EN'],
  ['fr-FR, fr;q=0.9, de;q=0.4, en;q=0.3', 'DE'],
  ['en;q=0.1, de;q=0.9', 'DE'],
  ['de;q=0, en', 'EN'],
  ['de;q=0', 'EN'],
  ['de;q=x', 'EN'],
  [';;;,,,;q=', 'EN'],
  [`${'x,'.repeat(50_000)}de`, 'EN'],
])('the header %j prefers %s', (header, language) => {
  expect(languageIn(header)).toBe(language);
});
