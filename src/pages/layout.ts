/** The layout of the pages that the server renders. Their style sheet and their script, if any, are named by hashes. */
import type { Language } from '../generated/prisma/client.ts';
import { contentPolicy, hashSource } from '../http/content-policy.ts';
import { escapeHtml, type HttpResponse } from '../http/route.ts';
import { languageOf } from './catalogues.ts';
import { headerOf, type PageBrand, titleOf } from './page-brand.ts';
import { styleSheet } from './page-styles.ts';

/** The parts that all pages of a visitor have in common. */
export interface PageFrame {
  readonly brand: PageBrand;
  readonly language: Language;
}

export interface PageContent {
  /** The name of the page, as text. */
  readonly title: string;
  /** The heading as text; the title if it is left out. */
  readonly heading?: string;
  /** HTML below the heading, in which everything that people wrote is escaped. */
  readonly body: string;
  /** HTML for the head. */
  readonly head?: string;
  readonly status?: number;
  /** True if the page has forms, which are sent to this origin. */
  readonly hasForms?: boolean;
  /** The script of the page, which must work without it. It is the same for all visitors. */
  readonly script?: string;
  /** The origin or prefix of the frames of the page. */
  readonly framesAt?: string;
}

/** A page in the design of the browser client, with the brand of the marketplace. */
export function renderPage({ brand, language }: PageFrame, content: PageContent): HttpResponse {
  const {
    title,
    heading = title,
    body,
    head = '',
    status = 200,
    hasForms = false,
    framesAt = "'none'",
    script,
  } = content;
  const { tag, direction } = languageOf(language);
  const style = styleSheet(brand.color);
  const policy = contentPolicy({
    'style-src': hashSource(style),
    'script-src': script ? hashSource(script) : null,
    'img-src': "'self'",
    'form-action': hasForms ? "'self'" : "'none'",
    'frame-src': framesAt,
  });
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">${head}<title>${titleOf(title, brand)}</title><style>${style}</style></head>
<body>${headerOf(brand)}
<main><h1>${escapeHtml(heading)}</h1>
${body}</main>${script ? `<script>${script}</script>` : ''}</body></html>`,
    headers: { 'content-security-policy': policy, vary: 'accept-language' },
  };
}

/** Text in an element whose direction follows the text, for what people wrote. */
export const bidiText = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

/** A box that says what has happened. */
export const notice = (kind: 'good' | 'warn' | 'bad', html: string, { isAlert = false } = {}): string =>
  `<div class="notice ${kind}"${isAlert ? ' role="alert"' : ''}>${html}</div>`;

/** Rows of a name, as text, and a value, as HTML; those without a value are left out. */
export const factList = (facts: readonly (readonly [name: string, value: string])[]): string =>
  `<dl class="facts">${facts.map(([name, value]) => (value ? `<dt>${escapeHtml(name)}</dt><dd>${value}</dd>` : '')).join('')}</dl>`;
