import { today } from '@internationalized/date';

/** The number of days for which availability is read. */
const shownDays = 90;

/**
 * The first and the last day, such as 2026-11-28. The time zone of the space is not known before the space is read, so the
 * range begins with the day that is today where the day ends last.
 */
export function bookableRange(): { readonly from: string; readonly to: string } {
  const from = today('Etc/GMT+12');
  return { from: from.toString(), to: from.add({ days: shownDays + 1 }).toString() };
}
