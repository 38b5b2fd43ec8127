/** Texts of the catalogues. */
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './languages.ts';

export type Values = Readonly<Record<string, string | number | Date>>;

/** The function that finds a message and fills in its values. */
export type TextOf = (id: MessageId, values?: Values) => string;

/** Returns the function that finds the messages of the language of the page. */
export function useText(): TextOf {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, { ...values }), [intl]);
}

/**
 * Returns the function that translates a text of the API, such as the title of a step. A catalogue may have a message under
 * `api.KEY`; without one the text of the API is shown, which is English.
 */
export function useApiText(): (key: string, text: string, values?: Values) => string {
  const intl = useIntl();
  return useCallback(
    (key, text, values) => {
      const id = `api.${key}`;
      return Object.hasOwn(intl.messages, id) ? intl.formatMessage({ id }, { ...values }) : text;
    },
    [intl],
  );
}
