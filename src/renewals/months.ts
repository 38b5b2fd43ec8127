/** The calendar of renewals, in UTC. Pure. */

/**
 * The moment one calendar month after `at`, at the same time of day, on this day of the month; where the month does not
 * have that day, on its last. So a month that began on the 31st ends on the 28th of February and on the 31st of March.
 */
export function monthAfter(at: Date, day: number): Date {
  const after = new Date(at);
  // First to a day that every month has.
  after.setUTCDate(1);
  after.setUTCMonth(after.getUTCMonth() + 1);
  after.setUTCDate(Math.min(day, daysOf(after)));
  return after;
}

/** How many days the month of a moment has. */
const daysOf = (at: Date): number => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
