/** The languages of the client, and their catalogues of messages. */
import type { MessageFormatElement } from 'react-intl';
import type en from '../../messages/en.json';

/** The id of a message. */
export type MessageId = keyof typeof en & string;
/** Compiled messages by id. A catalogue may also translate texts of the API, under ids that begin with `api.`. */
export type Messages = Readonly<Record<string, MessageFormatElement[]>>;

export type Language = 'en' | 'de';

const catalogues: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: () => import('../../messages/en.json'),
  de: () => import('../../messages/de.json'),
};

/** The languages by their own names. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The languages as the API names them. */
export const apiLanguages = { en: 'EN', de: 'DE' } as const satisfies Record<Language, string>;

const isLanguage = (name: string): name is Language => Object.hasOwn(catalogues, name);

const storageKey = 'placard.language';

/** The language of the page: the one chosen in this browser, that of the person, or the first of the browser that exists. */
export function preferredLanguage(ofPerson: string | undefined): Language {
  const names = [localStorage.getItem(storageKey), ofPerson?.toLowerCase(), ...navigator.languages];
  return names.map((name) => name?.slice(0, 2) ?? '').find(isLanguage) ?? 'en';
}

/** Remembers the language that the visitor has chosen. */
export const rememberLanguage = (language: Language): void => localStorage.setItem(storageKey, language);

/** Loads the messages of a language. The build has compiled them. */
export async function loadMessages(language: Language): Promise<Messages> {
  const { default: messages } = await catalogues[language]();
  return messages as Messages;
}

/** The locale for dates and numbers: that of the browser if it has the language of the page, as en-GB for English. */
export const localeFor = (language: Language): string =>
  navigator.languages.find((locale) => locale.slice(0, 2) === language) ?? language;
