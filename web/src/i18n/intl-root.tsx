/** The language of the page, for all components below. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { type Language, loadMessages, localeFor, type Messages, rememberLanguage } from './languages.ts';

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): Promise<void>;
}

const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

interface IntlRootProps {
  readonly language: Language;
  readonly messages: Messages;
  /** The time zone in which times are shown. */
  readonly timeZone: string;
  readonly children: ReactNode;
}

/** Provides messages, and formats of dates and numbers. `language` and `messages` are those to begin with. */
export function IntlRoot({ language: first, messages: firstMessages, timeZone, children }: IntlRootProps) {
  const [{ language, messages }, setCatalogue] = useState({ language: first, messages: firstMessages });
  const choose = useCallback(async (next: Language) => {
    rememberLanguage(next);
    setCatalogue({ language: next, messages: await loadMessages(next) });
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  const locale = localeFor(language);
  return (
    <LanguageContext value={choice}>
      {/* The catalogue has a message for each id, which a test checks; the API's own texts may have none. */}
      <IntlProvider locale={locale} messages={{ ...messages }} timeZone={timeZone} onError={() => undefined}>
        <I18nProvider locale={locale}>{children}</I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
}

/** The language of the page, and the function that changes it. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (!choice) throw new Error('There is no IntlRoot above this component');
  return choice;
}
