/** The normalisation of searched texts, and the index function of the database, which must agree with it. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { escapeIdentifier } from 'pg';
import { describe, expect, test } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { containsWordSql, gramsOf, searchTextOf, searchWordsOf } from '../../src/platform/search-text.ts';
import { tuning } from '../../src/tuning.ts';
import { pick, seededRandom } from '../support/random.ts';
import { useServer } from '../support/use-server.ts';

const { server } = useServer();

describe('searchTextOf', () => {
  test.each([
    ['letter case', 'Banner BANNER bAnNeR', 'banner banner banner'],
    ['accents of Latin letters', 'Müller café Ångström Čapek Nguyễn', 'muller cafe angstrom capek nguyen'],
    ['decomposed accents', 'Mu\u0308ller cafe\u0301', 'muller cafe'],
    ['accents of Greek letters, and the final sigma', 'Άρης ΣΊΣΥΦΟΣ', 'αρησ σισυφοσ'],
    ['accents of Cyrillic letters', 'Ёлка йод їжак', 'елка иод іжак'],
    [
      'letters that fold to two',
      'Straße STRASSE ẞ Æsir œuvre Þór ﬁnal ǆ',
      'strasse strasse ss aesir oeuvre thor final dz',
    ],
    ['strokes', 'Øresund Łódź Đakovo Ħamrun', 'oresund lodz dakovo hamrun'],
    ['the Turkish i', 'İstanbul ISTANBUL ıstanbul istanbul', 'istanbul istanbul istanbul istanbul'],
    ['full-width and half-width forms', 'ＡＢＣ１２３ ｶﾞｲﾄﾞ', 'abc123 ガイド'],
    ['ligatures, circled and superscript characters', 'ﬀ ① m² ½ №5', 'ff 1 m2 1/2 no5'],
    ['composition of Hangul', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
    ['vowel points of Arabic and Hebrew', 'مُحَمَّد أحمد שָׁלוֹם', 'محمد احمد שלום'],
    ['Persian forms of Arabic letters, and the tatweel', 'کی مـــرحبا', 'كي مرحبا'],
    ['digits of other scripts', '٢٠٢٦ ۲۰۲۶ २०२६ ๒๐๒๖', '2026 2026 2026 2026'],
    ['dashes, quotes and full stops', '2026–12‑01 it’s 広告。', "2026-12-01 it's 広告."],
    ['characters without a width', 'soft\u00adware zero\u200bwidth \ufeffbom', 'software zerowidth bom'],
    ['spaces and control characters', ' a\u00a0b\u3000c\td\r\ne\u0000f\u0007 ', 'a b c d e f'],
    ['lone surrogates', 'a\ud800b \udc00', 'a b'],
    ['marks alone', '\u0301\u0308', ''],
    ['emoji', '🎉 👩‍💻 ❤️ 👍🏽', '🎉 👩💻 ❤ 👍🏽'],
  ])('removes differences: %s', (_kind, text, expected) => {
    expect(searchTextOf(text)).toBe(expected);
  });

  test('keeps the marks with which Indian, Thai and Japanese scripts spell', () => {
    expect(searchTextOf('हिन्दी')).toBe('हिन्दी');
    expect(searchTextOf('โฆษณา')).toBe('โฆษณา');
    expect(searchTextOf('が')).toBe(searchTextOf('か\u3099'));
    expect(searchTextOf('が')).not.toBe(searchTextOf('か'));
  });

  test('joins its parts with spaces', () => {
    expect(searchTextOf(12, 'A Brief', '')).toBe('12 a brief');
  });

  test('changes nothing in its own result, and gives text that the database can store', () => {
    const random = seededRandom(7);
    for (let count = 0; count < 3_000; count += 1) {
      const text = String.fromCodePoint(...Array.from({ length: 8 }, () => Math.floor(random() * 0x30_000)));
      const normal = searchTextOf(text);
      expect(searchTextOf(normal)).toBe(normal);
      expect(normal).not.toMatch(/[\p{Cc}\p{Cs}]|^ | $| {2}/u);
    }
  });

  test('cuts texts that are longer than what is indexed, and no character in two', () => {
    const { maxIndexedCharacters } = tuning.search;
    expect(searchTextOf('x'.repeat(maxIndexedCharacters * 2))).toHaveLength(maxIndexedCharacters);
    expect(searchTextOf(`x${'🎉'.repeat(maxIndexedCharacters)}`).isWellFormed()).toBe(true);
    expect(searchTextOf('\ufdfa'.repeat(10_000)).length).toBeLessThanOrEqual(maxIndexedCharacters);
  });
});

describe('searchWordsOf', () => {
  test.each([
    ['different words', 'Tea tea COFFEE', ['tea', 'coffee']],
    ['punctuation at the ends of words', '(12.50), "shop.example.com"! #42', ['12.50', 'shop.example.com', '42']],
    ['punctuation between spaces', 'tea - & coffee', ['tea', 'coffee']],
    ['symbols', 'C++ | €5', ['c++', '|', '€5']],
    ['punctuation only', '% _ \\ \' " … ()', []],
    ['spaces and marks only', ' \u0301 \u3000 \u0000', []],
  ])('returns %s', (_kind, text, expected) => {
    expect(searchWordsOf(text)).toEqual(expected);
  });
});

describe('gramsOf', () => {
  test('a long word has a bounded number of grams, with its first and its last', () => {
    const grams = gramsOf(Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(''));

    expect(grams).toHaveLength(tuning.search.maxGramsPerWord);
    expect(grams[0]).toBe('一丁丂');
    expect(grams.at(-1)).toBe(String.fromCodePoint(0x4e00 + 197, 0x4e00 + 198, 0x4e00 + 199));
  });
});

/** True if the index function of the database finds a word in a text. Both are normalised here. */
async function isFound(text: string, word: string): Promise<boolean> {
  const [row] = await server.app.db.$queryRaw<{ isFound: boolean }[]>`
    select ${containsWordSql(Prisma.sql`sample.text`, word)} as "isFound"
    from (select ${searchTextOf(text)}::text collate "C" as text) as sample`;
  return row?.isFound ?? false;
}

describe('containsWordSql', () => {
  const scripts = [
    'abcxyz0189',
    'äßøçñ',
    'αβγδ',
    'жщъю',
    'אבגד',
    'ابتث',
    'हिन्दीकखग',
    'தமிழ்',
    'ก่ขฃคี',
    'ကခဂ',
    'កខគ',
    '北京大学',
    'かながア',
    '한글말',
    'აბგ',
    'አበገ',
    '.-/:_%',
    '+$€',
    '🎉👍❤',
    'ꓐꓑ',
    '𐌰𐌱',
    '𠀀𠀁',
  ];

  test('finds every part of at least three characters of words in any script, and every beginning', async () => {
    const random = seededRandom(11);
    for (let count = 0; count < 120; count += 1) {
      const letters = [...pick(random, scripts), ...pick(random, scripts)];
      const [word = ''] = searchTextOf(
        Array.from({ length: 3 + Math.floor(random() * 12) }, () => pick(random, letters)).join(''),
      ).split(' ');
      const characters = [...word];
      if (characters.length < 3) continue;
      const start = Math.floor(random() * (characters.length - 2));
      const end = start + 3 + Math.floor(random() * (characters.length - start - 2));
      const part = characters.slice(start, end).join('');
      for (const needle of [...searchWordsOf(part), ...searchWordsOf(characters.slice(0, 2).join(''))]) {
        if ([...needle].length < 3 && !word.startsWith(needle)) continue;
        expect({ word, needle, isFound: await isFound(`before ${word} after`, needle) }).toEqual({
          ...{ word, needle },
          isFound: true,
        });
      }
    }
  });

  test('finds one and two characters at the beginning of a word, and at any place in scripts without spaces', async () => {
    expect(await isFound('a big banner', 'b')).toBe(true);
    expect(await isFound('a big banner', 'ba')).toBe(true);
    expect(await isFound('a big banner', 'an')).toBe(false);
    expect(await isFound('shop.example.com', 'ex')).toBe(true);
    expect(await isFound('2026-12-01', '12')).toBe(true);
    expect(await isFound('南京市长江大桥', '江')).toBe(true);
    expect(await isFound('南京市长江大桥', '长江')).toBe(true);
    expect(await isFound('남서울', '서울')).toBe(true);
    expect(await isFound('ราคาโฆษณา', 'คา')).toBe(true);
    expect(await isFound('big東京', 'g東')).toBe(true);
    expect(await isFound('5€', '€')).toBe(true);
    expect(await isFound('party🎉', '🎉')).toBe(true);
  });

  test('does not find a word whose grams are all in the text, in another order', async () => {
    expect(await isFound('abcd bcde', 'abcde')).toBe(false);
    expect(await isFound('abcde', 'abcde')).toBe(true);
  });
});

test.skipIf(!process.env['DATABASE_URL'])(
  'the index function makes the same grams in a database with the locale C',
  async () => {
    const text = searchTextOf('Müller हिन्दी สวัสดี 北京大学 한글 12.50 shop.example.com 🎉');
    const grams = async (url: string, prepare: string) => {
      const client = await connectOnce(url);
      try {
        await client.query(prepare);
        const { rows } = await client.query<{ grams: string[] }>('select search_grams($1) as grams', [text]);
        return rows[0]?.grams;
      } finally {
        await client.end();
      }
    };
    const migration = await readFile(
      new URL('../../prisma/migrations/20261128203000_search_text/migration.sql', import.meta.url),
      'utf8',
    );
    const createFunction = migration.slice(0, migration.indexOf('$$;') + 3);
    const name = `placard_test_locale_${randomBytes(4).toString('hex')}`;
    const admin = await connectOnce(server.database.url);
    try {
      await admin.query(
        `create database ${escapeIdentifier(name)} template template0 encoding 'UTF8' lc_ctype 'C' lc_collate 'C'`,
      );
      const url = new URL(server.database.url);
      url.pathname = `/${name}`;

      const inLocaleC = await grams(url.href, createFunction);

      expect(inLocaleC).toEqual(await grams(server.database.url, 'select 1'));
      expect(inLocaleC).toEqual(expect.arrayContaining(['สวั', '北京', '北京大', '한글', '12.', '🎉']));
    } finally {
      await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
      await admin.end();
    }
  },
);
