/** The primary colour of the marketplace on the page: buttons have it, links have the nearest shade that is readable. */

type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of buttons. `text` is the colour that is readable on `primary`. */
export interface BrandColors {
  readonly primary: string;
  readonly text: string;
}

const storageKey = 'placard.brand';
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The surface of dark pages, as in tokens.css. */
const darkSurface: Rgb = [27, 31, 41];
/** The contrast of WCAG AA, and a little for rounding. */
const readable = 4.6;

/** Draws the page in the colours, and remembers them for the next visit. */
export function applyBrandColors(colors: BrandColors): void {
  localStorage.setItem(storageKey, JSON.stringify(colors));
  draw(colors);
}

/** Draws the page in the colours of the last visit, before the settings are read. */
export function applyRememberedColors(): void {
  try {
    const { primary, text } = JSON.parse(localStorage.getItem(storageKey) ?? '');
    draw({ primary, text });
  } catch {
    // Nothing was remembered.
  }
}

function draw({ primary, text }: BrandColors): void {
  const color = parse(primary);
  if (!color || !parse(text)) return;
  // The soft background of badges and notices, on which text has the colour of links.
  const soft = { light: mix(color, white, 0.88), dark: mix(color, darkSurface, 0.75) };
  const { style } = document.documentElement;
  style.setProperty('--color-button', primary);
  style.setProperty('--color-on-button', text);
  // Pages are not quite white, and sunken parts a little darker.
  const lightest = mix(white, black, 0.08);
  const light = shade(color, black, [lightest, soft.light]);
  const dark = shade(color, white, [darkSurface, soft.dark]);
  style.setProperty('--color-accent', `light-dark(${print(light)}, ${print(dark)})`);
  style.setProperty('--color-accent-soft', `light-dark(${print(soft.light)}, ${print(soft.dark)})`);
}

/** The shade of a colour, as near as possible, that is readable on all backgrounds. */
function shade(color: Rgb, towards: Rgb, backgrounds: readonly Rgb[]): Rgb {
  for (let part = 0; part < 1; part += 0.05) {
    const candidate = mix(color, towards, part);
    if (backgrounds.every((background) => contrast(candidate, background) >= readable)) return candidate;
  }
  return towards;
}

const mix = (from: Rgb, to: Rgb, part: number): Rgb =>
  [0, 1, 2].map((index) => Math.round((from[index] ?? 0) * (1 - part) + (to[index] ?? 0) * part)) as unknown as Rgb;

/** The contrast of two colours as WCAG defines it, from 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parse(color: string): Rgb | undefined {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  return match ? (match.slice(1).map((digits) => Number.parseInt(digits, 16)) as unknown as Rgb) : undefined;
}

const print = (color: Rgb): string => `rgb(${color.join(' ')})`;
