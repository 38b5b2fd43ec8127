/** The name, the logo and the colour of the marketplace on pages. */
import { escapeHtml } from '../http/route.ts';

export interface PageBrand {
  readonly name: string;
  /** The path of the first page of the marketplace. */
  readonly homePath: string;
  /** As `#rrggbb`. */
  readonly color: string;
  readonly logo: { readonly path: string; readonly width: number; readonly height: number } | undefined;
}

/** Shown where the settings cannot be read. */
export const plainBrand: PageBrand = { name: 'Placard', homePath: '/', color: '#d5d9e4', logo: undefined };

/** The content of `<title>`. */
export const titleOf = (title: string, { name }: PageBrand): string => escapeHtml(`${title} – ${name}`);

/** The head of a page, with the logo and the name. */
export function headerOf({ name, logo }: PageBrand): string {
  const image = logo
    ? `<img src="${escapeHtml(logo.path)}" alt="" width="${Math.round((logo.width * logoHeight) / logo.height)}" height="${logoHeight}">`
    : '';
  return `<header class="brand">${image}<b>${escapeHtml(name)}</b></header>`;
}

const logoHeight = 40;
