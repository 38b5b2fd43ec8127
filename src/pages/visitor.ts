/** The locale of a visitor who has not signed in. */
import type { IncomingMessage } from 'node:http';
import { languageIn } from '../i18n/accept-language.ts';
import type { Locale } from '../i18n/texts.ts';

/** The language that the browser asks for. Browsers send no time zone, so times are in UTC, and say so. */
export const localeOf = ({ headers }: Pick<IncomingMessage, 'headers'>): Locale => ({
  language: languageIn(headers['accept-language']),
  timeZone: 'UTC',
});

/** True if a browser opens the address as a page, and not a program. */
export const wantsPage = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.accept?.includes('text/html') ?? false;
