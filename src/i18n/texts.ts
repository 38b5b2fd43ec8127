/** Texts in several languages: a catalogue of messages in the ICU message format for each language. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../generated/prisma/client.ts';
import type { Money } from '../process/fields.ts';
import { formatMoney } from '../process/format-money.ts';

/** A language and a time zone in which a text is written. */
export interface Locale {
  readonly language: Language;
  /** An IANA name. */
  readonly timeZone: string;
}

/** The values of the placeholders of a message. A number is grouped only where the message formats it. */
export type Values = Readonly<Record<string, string | number>>;

/** A catalogue: its language, and sections of messages. */
interface CatalogueShape {
  readonly language: { readonly tag: string; readonly direction: string };
}

/** A section of a catalogue. */
export type SectionOf<C> = Exclude<keyof C, 'language'>;
export type MessageKeyOf<C, S extends SectionOf<C>> = keyof C[S] & string;

/** Writes the messages of one section, with values in the form of a language and a time zone. */
export interface TextWriter<C, S extends SectionOf<C>> {
  /** A message of the section. The values that all of its messages may use are added. */
  say(key: MessageKeyOf<C, S>, values?: Values): string;
  /** A sum, such as "EUR 1,200.00". */
  money(sum: Money): string;
  /** The date of a moment and the time zone that decides it, such as "December 1, 2026 (GMT+9)". */
  day(moment: Date): string;
  /** The date and time of a moment, such as "December 1, 2026 at 3:00 PM UTC". */
  moment(moment: Date): string;
}

export interface Texts<C> {
  /** A message in a language. @throws if a placeholder has no value */
  messageIn<S extends SectionOf<C>>(language: Language, section: S, key: MessageKeyOf<C, S>, values?: Values): string;
  /** The writer of a section; `values` are those that every message of it may use. */
  writerFor<S extends SectionOf<C>>(section: S, locale: Locale, values?: Values): TextWriter<C, S>;
}

/** The texts of the catalogues. Each message is compiled when it is used first. */
export function createTexts<C extends CatalogueShape>(catalogues: Readonly<Record<Language, C>>): Texts<C> {
  const compiled = new Map<string, IntlMessageFormat>();
  const messageIn: Texts<C>['messageIn'] = (language, section, key, values = {}) => {
    const id = `${language} ${String(section)} ${key}`;
    let message = compiled.get(id);
    if (!message) {
      const catalogue = catalogues[language];
      // The key is one of the section; its values are texts.
      const text = catalogue[section][key] as string;
      message = new IntlMessageFormat(text, catalogue.language.tag, undefined, { ignoreTag: true });
      compiled.set(id, message);
    }
    return String(message.format(values));
  };
  return {
    messageIn,
    writerFor: (section, { language, timeZone }, values = {}) => {
      const { tag } = catalogues[language].language;
      const format = (options: Intl.DateTimeFormatOptions, moment: Date): string =>
        // Some versions of Node separate the parts by narrow spaces, which not every font of a mail program has.
        new Intl.DateTimeFormat(tag, { timeZone, ...options }).format(moment).replace(/\s/g, ' ');
      const zoneAt = (moment: Date): string =>
        new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'short' })
          .formatToParts(moment)
          .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
      return {
        say: (key, more = {}) => messageIn(language, section, key, { ...values, ...more }),
        money: (sum) => formatMoney(sum, tag),
        day: (moment) => `${format({ dateStyle: 'long' }, moment)} (${zoneAt(moment)})`,
        moment: (moment) => format(timeAndDate, moment),
      };
    },
  };
}

const timeAndDate = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const satisfies Intl.DateTimeFormatOptions;
