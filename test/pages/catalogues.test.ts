/** The texts of the pages of the server: complete in all languages, with the same placeholders. */
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { pageCatalogues, pageText } from '../../src/pages/catalogues.ts';
import { keysOf } from '../../src/platform/objects.ts';
import { adStatuses } from '../../src/process/ad.ts';

/** Every message of a catalogue with the names and kinds of its placeholders, by "section.key". */
const placeholdersOf = (language: keyof typeof pageCatalogues): Record<string, readonly string[]> => {
  const { language: _, ...sections } = pageCatalogues[language];
  return Object.fromEntries(
    Object.entries(sections).flatMap(([section, messages]) =>
      Object.entries(messages).map(([key, text]) => [
        `${section}.${key}`,
        [...new Set(JSON.stringify(parse(text, { ignoreTag: true })).match(/"type":[1-6],"value":"\w+"/g))].sort(),
      ]),
    ),
  );
};

test.each(keysOf(pageCatalogues))('%s has the messages of English with the same placeholders', (language) => {
  expect(placeholdersOf(language)).toEqual(placeholdersOf('EN'));
});

test.each(keysOf(pageCatalogues))('%s has a text for every status of an ad and every scope', (language) => {
  const { setup, consent } = pageCatalogues[language];

  expect(adStatuses.filter((status) => !Object.hasOwn(setup, status))).toEqual([]);
  expect(allScopes.filter((scope) => !Object.hasOwn(consent, scope))).toEqual([]);
});

test('sums and dates have the form of the language', () => {
  const moment = new Date('2026-12-01T15:00:00.000Z');
  const texts = (['EN', 'DE'] as const).map((language) => {
    const { money, day } = pageText('receipt', { language, timeZone: 'UTC' });
    return [money({ minorUnits: 120_000n, currency: 'EUR' }), day(moment)];
  });

  expect(texts).toEqual([
    ['EUR 1,200.00', 'December 1, 2026 (UTC)'],
    ['1.200,00 EUR', '1. Dezember 2026 (UTC)'],
  ]);
});
