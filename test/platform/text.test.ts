/** Texts that people write: what shows nothing, what acts on the text around it, and where a text is cut. */
import { expect, test } from 'vitest';
import { cleanLine, cleanText, cutText, isBlank } from '../../src/platform/text.ts';

test.each([
  ['', 'no character'],
  [' \t\n\u00a0\u3000', 'spaces'],
  ['\u200b\u200c\u200d\u2060\ufeff', 'zero-width characters'],
  ['\u202e\u2066\u200f', 'direction controls'],
  ['\u0301\u0308', 'combining characters without a letter'],
  ['\u115f\u1160\u3164\uffa0', 'Hangul fillers'],
  ['\u2800\u2800', 'Braille blanks'],
  ['\u00ad\u034f\u180e\ufe0f', 'soft hyphens, joiners and variation selectors'],
  ['\u{e0041}\u{e0001}', 'tags'],
  ['\u0007\u0085', 'control characters'],
  ['\ud83d', 'half an emoji'],
])('%j is blank: %s', (text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(['a', '.', '☕', '👨‍👩‍👧', '🇩🇪', 'é', '안녕', 'שלום', '0', '⠓', '1️⃣', '\u200ba'])(
  '%j is not blank',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);

test('a text is cleaned of characters that act on the text around it, and of no others', () => {
  expect(cleanText('\u202eevil\u202c \u2066x\u2069\u0000\u0008\u009b1;5m')).toBe('evil x1;5m');
  expect(cleanText(`Z${'\u0301'.repeat(50)}`)).toBe(`Z${'\u0301'.repeat(8)}`);
  for (const text of [
    'One\r\n\tTwo',
    'שלום\u200f!',
    'می\u200cخواهم',
    '👨‍👩‍👧 🇩🇪 1️⃣',
    'ằ ผู้ หึ่ง',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
  ])
    expect(cleanText(text)).toBe(text);
  expect(cleanLine(' Tea\r\n\u2028 and\u202e cake ')).toBe('Tea and cake');
});

test.each([
  ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2, '👨‍👩‍👧👨‍👩‍👧…'],
  ['🇩🇪🇫🇷🇮🇹', 1, '🇩🇪…'],
  ['e\u0301e\u0301', 1, 'e\u0301…'],
  ['👍🏽👍🏽', 1, '👍🏽…'],
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc…'],
])('%j is cut between characters to %i', (text, max, cut) => {
  expect(cutText(text, max)).toBe(cut);
});

test('a text is cut in the time of its beginning, also if its first character has no end', () => {
  expect(cutText(`a${'\u0301'.repeat(10_000)}`, 5)).toBe('…');
  expect(cutText('☕'.repeat(2_000_000), 2, { end: '' })).toBe('☕☕');
});
