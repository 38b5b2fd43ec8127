/**
 * Search by parts of words, in any script. A searchable row keeps its text as `searchTextOf` returns it, in a column of
 * type `text COLLATE "C"` with a GIN index on `search_grams(column)`. A search splits its input into words with
 * `searchWordsOf`, which normalises them in the same way, and adds one `containsWordSql` per word to its statement. The
 * index finds the rows that have all grams of a word; comparing the text removes those that have them in another order.
 */
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { tuning } from '../tuning.ts';
import { InputInvalid } from './errors.ts';

/** Accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic. Other scripts spell with their marks. */
const optionalMarks = new RegExp(
  [
    '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]',
    '[\\u0483-\\u0489]',
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]',
    '[\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed]',
  ].join('|'),
  'gu',
);

/** Letters that Unicode does not decompose, as people type them without the special key. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ŧ: 't', ŋ: 'n', þ: 'th', æ: 'ae', œ: 'oe', ƒ: 'f', ς: 'σ' },
  // Arabic and Persian keyboards have different code points for the same letters; the tatweel only stretches a word.
  ...{ ى: 'ي', ی: 'ي', ک: 'ك', ٱ: 'ا', '\u0640': '' },
};
const foldedLetters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

const digitZeros = [...'٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐'].map((zero) => zero.codePointAt(0) ?? 0);
const foreignDigits = /[^\P{Nd}0-9]/gu;

/** The ASCII digit of the same value; the character itself if its script is not in the list. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = digitZeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** Non-ASCII punctuation becomes ASCII, so that the database knows it without knowing Unicode. */
const asciiPunctuation = (mark: string): string => {
  if (/[\p{Pd}−]/u.test(mark)) return '-';
  if (/[‘’‚‛′]/u.test(mark)) return "'";
  return mark === '⁄' ? '/' : '.';
};

/**
 * The text by which a row is found: the parts, separated by spaces, without differences of letter case, accents, width
 * and composition. Applying it to its own result changes nothing. Lone surrogates and control characters become spaces.
 * Longer texts are cut after `tuning.search.maxIndexedCharacters`.
 */
export function searchTextOf(...parts: readonly (string | number)[]): string {
  const folded = parts
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{DI}/gu, '')
    .replace(optionalMarks, '')
    // Upper case has no ß, no ı and no final sigma; lower case first, because ẞ is its own upper case.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .replace(foldedLetters, (letter) => plainLetters[letter] ?? letter)
    .replace(foreignDigits, asciiDigit)
    .normalize('NFC')
    .replace(/[^\P{P}!-~]|[−⁄]/gu, asciiPunctuation)
    .replace(/[\p{Z}\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim();
  return folded.slice(0, tuning.search.maxIndexedCharacters).replace(/[ \ud800-\udbff]$/, '');
}

/**
 * The different words of a search, normalised and without punctuation at their ends: `(12.50)` is `12.50`. Punctuation
 * between spaces is ignored, so the list can be empty.
 */
export function searchWordsOf(text: string): readonly string[] {
  const words = searchTextOf(text)
    .split(' ')
    .map((word) => /\P{P}(?:.*\P{P})?/su.exec(word)?.[0] ?? '');
  return [...new Set(words)].filter((word) => word !== '');
}

/** The rules of a search, for descriptions of the API. */
export const searchRules = `Three characters or more are found at any place of a word, fewer at its beginning. Letter case and accents make no difference. At most ${limits.searchCharacters} characters and ${limits.searchWords} different words.`;

/**
 * The words of a search that a client has sent in `field`.
 * @throws InputInvalid if the text has too many characters or too many words
 */
export function requireSearchWords(text: string, field: string): readonly string[] {
  const refuse = (message: string): never => {
    throw new InputInvalid([{ field, message }]);
  };
  if (text.length > limits.searchCharacters) refuse(`must have at most ${limits.searchCharacters} characters`);
  const words = searchWordsOf(text);
  if (words.length > limits.searchWords) refuse(`must have at most ${limits.searchWords} different words`);
  return words;
}

/** Letters and digits of scripts that put spaces between words: the `joined` ranges of the SQL function `search_grams`. */
const joined =
  /[0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0dff\u10a0-\u10ff\u1200-\u177f\u1800-\u1fff\ua4d0-\uabff\ufb00-\u{1afef}]/u;

/**
 * Grams that every text with this word has, as `search_grams` makes them: three characters at any place, and one or two
 * where a word begins. In scripts without spaces between words, a word begins at every character.
 */
export function gramsOf(word: string): readonly string[] {
  const characters = [...word];
  const [first = '', second = ''] = characters;
  if (characters.length === 2 && joined.test(first) && second !== '' && !joined.test(second)) return [second];
  if (characters.length < 3) return [word];
  const gramCount = characters.length - 2;
  const count = Math.min(gramCount, tuning.search.maxGramsPerWord);
  // Of a long word some grams suffice: the first, the last, and others at equal distances.
  const places = Array.from({ length: count }, (_, index) => Math.round((index * (gramCount - 1)) / (count - 1 || 1)));
  return [...new Set(places.map((place) => characters.slice(place, place + 3).join('')))];
}

/** The condition that a column with search text contains a word of `searchWordsOf`. Its index finds the rows. */
export const containsWordSql = (column: Prisma.Sql, word: string): Prisma.Sql =>
  Prisma.sql`(search_grams(${column}) @> ${gramsOf(word)}::text[] and strpos(${column}, ${word}) > 0)`;
