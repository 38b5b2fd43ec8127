/** The calendar of renewals. Pure. */
import { Temporal } from 'temporal-polyfill';

/**
 * The moment one calendar month after `at` in a time zone, at the same local time, on this day of the month or the last day
 * of a shorter month. A month that began on the 31st ends on the 28th of February and on the 31st of March. A local time that
 * a change of the clocks skips is later by the skipped time, and one that occurs twice is the first.
 */
export function monthAfter(at: Date, day: number, timeZone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
  // Move to a day that every month has first.
  const after = local.with({ day: 1 }).add({ months: 1 }).with({ day }, { overflow: 'constrain' });
  return new Date(after.toZonedDateTime(timeZone).epochMilliseconds);
}
