/** The free days of spaces. */
import { Prisma, type Space, type SpaceDay } from '../generated/prisma/client.ts';
import { type Day, type DayRange, daysOfRange } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { readDays } from './reservations.ts';

/** Days of a space that follow each other and have the same availability. */
export interface Availability extends DayRange {
  /** Number of places that an order can reserve; null for any number. */
  readonly freePlaces: number | null;
  readonly isBlocked: boolean;
  /** The seller's reason for blocking the days; null if there is none or the reader may not know it. */
  readonly blockReason: string | null;
}

/** The availability of spaces in a range, for each in the order of the days. The reasons of blocked days are included. */
export async function readAvailability(
  db: Tx,
  spaces: readonly Pick<Space, 'id' | 'capacity'>[],
  range: DayRange,
): Promise<readonly (readonly Availability[])[]> {
  const stored = await readDays(
    db,
    spaces.map(({ id }) => ({ spaceId: id, ...range })),
  );
  const days = daysOfRange(range);
  return spaces.map(({ id, capacity }) =>
    mergeDays(days.map((day) => availabilityOn(day, { capacity, stored: stored.get(id)?.get(day) }))),
  );
}

function availabilityOn(
  day: Day,
  { capacity, stored }: { readonly capacity: number | null; readonly stored: SpaceDay | undefined },
): Availability {
  const { isBlocked = false, blockReason = null, reserved = 0 } = stored ?? {};
  const free = capacity === null ? null : Math.max(0, capacity - reserved);
  return { from: day, to: day, freePlaces: isBlocked ? 0 : free, isBlocked, blockReason };
}

/** Joins neighbours with the same availability. The ranges are in the order of their days, without gaps. */
export function mergeDays(ranges: readonly Availability[]): Availability[] {
  const merged: Availability[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && isSame(last, range)) merged[merged.length - 1] = { ...last, to: range.to };
    else merged.push(range);
  }
  return merged;
}

const isSame = (one: Availability, other: Availability): boolean =>
  one.freePlaces === other.freePlaces && one.isBlocked === other.isBlocked && one.blockReason === other.blockReason;

/**
 * The spaces that have a free place on each day of a range: a condition on the columns of `space`, for hand-written SQL.
 * It does not compare the range with the first day that can be ordered.
 */
export const spacesFreeBetween = ({ from, to }: DayRange): Prisma.Sql => Prisma.sql`not exists (
  select from space_day where space_day.space_id = space.id
  and space_day.day between ${from}::text::date and ${to}::text::date
  and (space_day.is_blocked or space_day.reserved >= space.capacity))`;
