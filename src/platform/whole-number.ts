/** The whole number in a text of decimal digits, without a sign, an exponent or leading zeros; undefined outside of the range. */
export function wholeNumberIn(text: string, { min, max }: { min: number; max: number }): number | undefined {
  const number = /^(?:0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number >= min && number <= max ? number : undefined;
}
