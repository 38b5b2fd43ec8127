/** The reasons of refusals in the language of the page. */
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useApiText, type Values } from '../i18n/use-text.ts';
import type { Refused } from './use-api.ts';

/**
 * Returns the function that translates a refusal. A message of the API that names what a program would do has other words on
 * the page, under `refusal.CODE`. All others are translated by their code, and the problems of fields by their text.
 */
export function useTranslatedRefusal(): (refusal: Refused) => Refused {
  const intl = useIntl();
  const apiText = useApiText();
  return useCallback(
    ({ code, message, problems }) => {
      const values = { ...numbersIn(message), message };
      const id = `refusal.${code}`;
      return {
        code,
        message: Object.hasOwn(intl.messages, id)
          ? intl.formatMessage({ id }, values)
          : apiText(`refusal.${code}`, message, values),
        ...(problems && {
          problems: problems.map((problem) => ({
            field: problem.field,
            message: apiText(`problem.${withoutNumbers(problem.message)}`, problem.message, numbersIn(problem.message)),
          })),
        }),
      };
    },
    [intl, apiText],
  );
}

/** Digits, perhaps with separators of thousands: 4,000. */
const number = /\d+(?:,\d{3})*/g;

/** The text as the catalogues name it: "must have at most # characters". */
const withoutNumbers = (text: string): string => text.replaceAll(number, '#');

/** The numbers of a text as the values `n1`, `n2` and so on. */
const numbersIn = (text: string): Values =>
  Object.fromEntries(
    [...text.matchAll(number)].map(([digits], index) => [`n${index + 1}`, Number(digits.replaceAll(',', ''))]),
  );
