/**
 * The texts of e-mails in all languages: one catalogue for each, in the ICU message format. A further language is a file
 * beside `messages/en.json`, a value of the enum `Language`, and a line here; see docs/emails.md.
 */
import type { Language } from '../generated/prisma/client.ts';
import {
  createTexts,
  type Locale,
  type MessageKeyOf,
  type SectionOf,
  type TextWriter,
  type Values,
} from '../i18n/texts.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };

type Catalogue = typeof en;

/** The catalogue of each language. One that lacks a message does not compile. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { EN: en, DE: de };

/** A section of a catalogue: the messages of one template, or of several. */
export type Section = SectionOf<Catalogue>;
export type MessageKey<S extends Section> = MessageKeyOf<Catalogue, S>;

/** The language and the time zone in which an e-mail is written. */
export type EmailLocale = Locale;

const texts = createTexts<Catalogue>(catalogues);

/** A message in a language. @throws if a placeholder has no value */
export const { messageIn } = texts;

/** The language of an e-mail, as HTML names it: its BCP 47 tag and its direction. */
export const languageTag = (language: Language): string => catalogues[language].language.tag;
export const directionOf = (language: Language): string => catalogues[language].language.direction;

/** Writes the messages of one section, with values in the form of a language and a time zone. */
export interface Writer<S extends Section> extends TextWriter<Catalogue, S> {
  /** A message that several templates use, with the same values. */
  shared(key: MessageKey<'shared'>, values?: Values): string;
}

/** The writer of a section; `values` are those that every message of it may use. */
export const writerFor = <S extends Section>(section: S, locale: EmailLocale, values: Values = {}): Writer<S> => ({
  ...texts.writerFor(section, locale, values),
  shared: (key, more = {}) => messageIn(locale.language, 'shared', key, { ...values, ...more }),
});
