/** Calendar days without a time of day. Pure. */
import { Temporal } from 'temporal-polyfill';
import { dayMs } from './clock.ts';
import { monthAfter } from './months.ts';

/** A calendar day as text, such as 2026-11-28. Days of the years 0001 to 9999 are in the order of their texts. */
export type Day = string;

/** The days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** The day of a date column, which is read as midnight in UTC. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/** The value of a date column. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);

/** The day on which a moment is in a time zone, by its IANA name. */
export const dayIn = (timeZone: string, at: Date): Day =>
  // The Swedish format of a date is ISO 8601.
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** The year in which a moment is in a time zone. */
export const yearIn = (timeZone: string, at: Date): number => Number(dayIn(timeZone, at).slice(0, 4));

/**
 * The moment of a local time, in minutes after midnight. A local time that a change of the clocks skips is later by the skipped
 * time, and one that occurs twice is the first.
 */
export function instantOf(day: Day, minutes: number, timeZone: string): Date {
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}

/** The day that is `count` days later. */
export const addDays = (day: Day, count: number): Day => dayOf(new Date(dateOf(day).getTime() + count * dayMs));

/** Number of days of a range. */
export const countDays = ({ from, to }: DayRange): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / dayMs) + 1;

/** Number of calendar months in which the days of a range are. */
export const countMonths = ({ from, to }: DayRange): number => monthNumber(to) - monthNumber(from) + 1;

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** True if the text is a day of the calendar, such as 2026-11-28. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dateOf(text).getTime()) && dayOf(dateOf(text)) === text;

/** The first day of the month that is `count` months after that of a day. */
function firstDayOfMonth(day: Day, count: number): Day {
  const date = dateOf(day);
  date.setUTCMonth(date.getUTCMonth() + count, 1);
  return dayOf(date);
}

/** The first days of the months in which the days of a range are, in their order. */
export const monthsOfRange = (range: DayRange): Day[] =>
  Array.from({ length: countMonths(range) }, (_, index) => firstDayOfMonth(range.from, index));

/** The first day of the month after that of a day. */
export const firstDayAfterMonth = (day: Day): Day => firstDayOfMonth(day, 1);

/** All days of a range in their order. */
export const daysOfRange = (range: DayRange): Day[] =>
  Array.from({ length: countDays(range) }, (_, index) => addDays(range.from, index));

/** The ranges of days that are in ascending order, each once. */
export function rangesOf(days: readonly Day[]): DayRange[] {
  const ranges: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}

/** The day of the month, from 1. */
export const dayOfMonth = (day: Day): number => dateOf(day).getUTCDate();

/** The month from `from` to the day before the next month begins on `monthDay`, or on the last day of a shorter month. */
export const monthFrom = (from: Day, monthDay: number): DayRange => ({
  from,
  to: addDays(dayOf(monthAfter(dateOf(from), monthDay, 'UTC')), -1),
});

/** A range for people: "2026-11-28" or "2026-11-28 to 2026-12-04". */
export const rangeText = ({ from, to }: DayRange): string => (from === to ? from : `${from} to ${to}`);

/** True for the IANA name of a time zone. Offsets such as +01:00 are not names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The problem of a text that is not the name of a time zone. */
export const timeZoneProblem = 'must be the IANA name of a time zone, such as Europe/Berlin';
