/** Texts that people write, as other people read them: cleaned, and cut between characters. Pure. */

/**
 * Characters that act on the text around them: direction controls, which reorder the lines of others, and control characters
 * except tabs and line breaks.
 */
const controls = /[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/gu;

/** Combining characters of one letter beyond those that a script needs: they cover the lines above and below. */
const excessMarks = /(\p{M}{8})\p{M}+/gu;

/** A letter, digit, symbol or emoji, which shows something; the others are spaces, fillers and parts of characters. */
const visible = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u;

/** A text without characters that act on the text around it. */
export const cleanText = (text: string): string => text.toWellFormed().replace(controls, '').replace(excessMarks, '$1');

/** A cleaned text on one line, such as a name or a subject. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim();

/** True for a text that shows nothing. */
export const isBlank = (text: string): boolean => !visible.test(text);

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The beginning of a text with at most `max` characters as people count them. A cut text ends in `end`. A character can
 * be a sequence of any length, so the bytes are limited too.
 */
export function cutText(text: string, max: number, { end = '…', maxBytes = 32 * max } = {}): string {
  let [count, bytes] = [0, 0];
  for (const { index, segment } of characters.segment(text)) {
    count += 1;
    bytes += Buffer.byteLength(segment);
    if (count > max || bytes > maxBytes) return `${text.slice(0, index)}${end}`;
  }
  return text;
}
