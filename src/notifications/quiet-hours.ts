/** Quiet hours and the time of the daily digest, in the time zone of a person. Pure. */
import type { Person } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { addDays, dayIn, instantOf } from '../platform/days.ts';

/** The columns of a person that decide when e-mails are sent. */
export type TimedReader = Pick<Person, 'timeZone' | 'quietFrom' | 'quietTo'>;

/** The hours of a day in which only required e-mails are sent, in minutes after midnight. */
export interface QuietHours {
  readonly from: number;
  /** Less than `from` if the quiet hours last over midnight. */
  readonly to: number;
}

/** The quiet hours of a person; undefined if there are none. */
export const quietHoursOf = ({ quietFrom: from, quietTo: to }: TimedReader): QuietHours | undefined =>
  from === null || to === null ? undefined : { from, to };

/**
 * The end of the quiet hours in which a moment is; undefined if it is not in quiet hours.
 */
export function quietEndAt(reader: TimedReader, at: Date): Date | undefined {
  const quiet = quietHoursOf(reader);
  if (!quiet) return undefined;
  const { timeZone } = reader;
  const today = dayIn(timeZone, at);
  // The quiet hours of yesterday may last until today.
  for (const day of [addDays(today, -1), today]) {
    const start = instantOf(day, quiet.from, timeZone);
    const end = instantOf(quiet.to > quiet.from ? day : addDays(day, 1), quiet.to, timeZone);
    if (start <= at && at < end) return end;
  }
  return undefined;
}

/** The time of the next daily digest after a moment: at a fixed local hour, or when the quiet hours end if that is later. */
export function nextDigestAt(reader: TimedReader, after: Date): Date {
  const { timeZone } = reader;
  const today = dayIn(timeZone, after);
  for (let day = addDays(today, -1); ; day = addDays(day, 1)) {
    const morning = instantOf(day, limits.dailyDigest.hour * 60, timeZone);
    const digestAt = quietEndAt(reader, morning) ?? morning;
    if (digestAt > after) return digestAt;
  }
}

/** A local time as the API has it, such as 22:00. */
export const localTimeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The minutes after midnight of a local time; undefined if it is not one from 00:00 to 23:59. */
export function minutesOf(localTime: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(localTime);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}
