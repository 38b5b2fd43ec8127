/** The calendar of renewals, in UTC. Pure. */

/**
 * The moment one calendar month after `at`, at the same time of day, on this day of the month or the last day of a shorter
 * month. A month that began on the 31st ends on the 28th of February and on the 31st of March.
 */
export function monthAfter(at: Date, day: number): Date {
  const after = new Date(at);
  // Move to a day that every month has first.
  after.setUTCDate(1);
  after.setUTCMonth(after.getUTCMonth() + 1);
  after.setUTCDate(Math.min(day, daysOf(after)));
  return after;
}

/** Number of days in the month of a moment. */
const daysOf = (at: Date): number => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
