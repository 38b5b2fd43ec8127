/** Values of forms as people type them. */

/** A whole number that was typed: null for an empty text, undefined for one that is no such number. */
export function wholeNumberOf(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A number as it is typed; an empty text for null. */
export const typedNumber = (value: number | null | undefined): string => (value == null ? '' : String(value));

/** The codes of a list that was typed with commas or spaces. */
export const codesOf = (typed: string): string[] => typed.split(/[\s,;]+/).filter((code) => code !== '');
