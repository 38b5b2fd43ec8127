/** Dates and money in the language and the time zone of the viewer. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { formatMoney, type Money } from './amounts.ts';

export interface Formats {
  /** 28 Nov 2026, 14:05. */
  dateTime(moment: string): string;
  /** 28 Nov 2026. */
  date(moment: string): string;
  /** A calendar day such as 2026-11-28, which is the same in all time zones. */
  day(day: string): string;
  /** Nov 2026: the month of a calendar day. */
  month(day: string): string;
  /** 14:05. */
  time(moment: string): string;
  money(money: Money): string;
  number(value: number): string;
  /** 150 kB, or 1.5 MB. */
  fileSize(bytes: number): string;
  /** A number from 0 to 100 with a percent sign. */
  percent(value: number): string;
  /** Several names with commas and "and". */
  list(names: readonly string[]): string;
}

/** Returns the formats of the viewer. */
export function useFormats(): Formats {
  const intl = useIntl();
  return useMemo(
    () => ({
      dateTime: (moment) => intl.formatDate(moment, { dateStyle: 'medium', timeStyle: 'short' }),
      date: (moment) => intl.formatDate(moment, { dateStyle: 'medium' }),
      day: (day) => intl.formatDate(`${day}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
      month: (day) => intl.formatDate(`${day}T00:00:00Z`, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
      time: (moment) => intl.formatDate(moment, { timeStyle: 'short' }),
      money: (money) => formatMoney(intl, money),
      number: (value) => intl.formatNumber(value),
      fileSize: (bytes) => {
        const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
        return intl.formatNumber(value, { style: 'unit', unit, maximumFractionDigits: 1 });
      },
      percent: (value) => intl.formatNumber(value / 100, { style: 'percent', maximumFractionDigits: 2 }),
      list: (names) => intl.formatList([...names]),
    }),
    [intl],
  );
}

/** The time zone in which times are shown. */
export const useTimeZone = (): string => useIntl().timeZone ?? 'UTC';
