/** The texts of the pages that the server renders, in all languages. */
import type { Language } from '../generated/prisma/client.ts';
import { createTexts, type Locale, type SectionOf, type TextWriter, type Values } from '../i18n/texts.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };

type Catalogue = typeof en;

/** The catalogue of each language. One that lacks a message does not compile. */
export const pageCatalogues: Readonly<Record<Language, Catalogue>> = { EN: en, DE: de };

export type PageSection = SectionOf<Catalogue>;
export type PageText<S extends PageSection> = TextWriter<Catalogue, S>;

const texts = createTexts<Catalogue>(pageCatalogues);

/** The writer of a section; `values` are those that every message of it may use. */
export const pageText = <S extends PageSection>(section: S, locale: Locale, values: Values = {}): PageText<S> =>
  texts.writerFor(section, locale, values);

/** The language of a page, as HTML names it: its BCP 47 tag and its direction. */
export const languageOf = (language: Language): { readonly tag: string; readonly direction: string } =>
  pageCatalogues[language].language;
