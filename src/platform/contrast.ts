/** Colours, and the text that can be read on them. */

/** A colour as `#rrggbb`, in lower case; undefined if the text is not a colour of six hexadecimal digits. */
export const parseColor = (text: string): string | undefined =>
  /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined;

/**
 * White or black: the one that has the higher contrast on a colour. The contrast is always at least 4.5:1 (WCAG 2.2, level
 * AA), because the product of both contrasts is 21 for every colour; so no colour must be refused.
 */
export const textColorOn = (color: string): string =>
  contrastOf(luminanceOf(color), 1) >= contrastOf(luminanceOf(color), 0) ? '#ffffff' : '#000000';

/** The contrast ratio of two relative luminances, from 1 to 21. */
export const contrastOf = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** The relative luminance of a colour, from 0 for black to 1 for white. */
export function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(color.slice(start, start + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A channel of sRGB, from 0 to 255, as linear light. */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
