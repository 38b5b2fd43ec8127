/** Changes by the seller to the availability of a space. */
import { requirePersonEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Prisma, Space } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { lastBookableDay } from '../orders/item-days.ts';
import { type Day, type DayRange, dateOf, dayIn, isTimeZone, timeZoneProblem } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { DaysReserved } from './availability-refusals.ts';
import { lockOwnSpace } from './lock-space.ts';

/** The settings of the availability, whole. */
export interface NewAvailability {
  readonly spaceId: string;
  /** Maximum number of ads on one day; null for any number. */
  readonly capacity: number | null;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * Sets the capacity and the time zone of a space of the seller. The days of reservations do not change.
 * @throws NotSignedIn, ScopeMissing, InputInvalid, SpaceNotFound, DaysReserved if orders have reserved more places from
 * today on
 */
export async function updateAvailability(
  app: AppServices,
  viewer: Viewer,
  { spaceId, capacity, timeZone }: NewAvailability,
): Promise<void> {
  requirePersonEditor(viewer);
  const problems: InputProblem[] = [];
  const { capacity: maxCapacity } = limits.availability;
  if (capacity !== null && (capacity < 1 || capacity > maxCapacity))
    problems.push({ field: 'capacity', message: `must be from 1 to ${maxCapacity}, or absent for any number of ads` });
  if (!isTimeZone(timeZone)) problems.push({ field: 'timeZone', message: timeZoneProblem });
  if (problems.length > 0) throw new InputInvalid(problems);
  await app.db.$transaction(async (tx) => {
    await lockOwnSpace(tx, viewer, spaceId);
    if (capacity !== null) {
      const ids = await findReservationsAbove(tx, { spaceId, capacity, from: dayIn(timeZone, app.clock.now()) });
      await refuseReserved(tx, { id: { in: ids } });
    }
    await tx.space.update({ where: { id: spaceId }, data: { capacity, timeZone } });
  });
}

/** The ids of reservations that include a day, from `from` on, with more reserved places than the capacity. */
async function findReservationsAbove(
  tx: Tx,
  { spaceId, capacity, from }: { readonly spaceId: string; readonly capacity: number; readonly from: Day },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from space_reservation where space_id = ${spaceId}::uuid and exists (
      select from space_day where space_day.space_id = space_reservation.space_id
      and space_day.day between greatest(starts_on, ${from}::text::date) and ends_on and reserved > ${capacity})
    order by starts_on, id limit ${limits.availability.namedReservations}`;
  return rows.map(({ id }) => id);
}

/** @throws DaysReserved if there are such reservations */
async function refuseReserved(tx: Tx, where: Prisma.SpaceReservationWhereInput): Promise<void> {
  const reservations = await tx.spaceReservation.findMany({
    where,
    include: { order: { select: { number: true } } },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    take: limits.availability.namedReservations,
  });
  if (reservations.length > 0) throw new DaysReserved({ reservations });
}

/** Ranges of days of a space that the seller blocks or unblocks. */
export interface BlockRequest {
  readonly spaceId: string;
  /** Ranges may overlap. */
  readonly ranges: readonly DayRange[];
}

/**
 * Blocks days of a space of the seller, from today on. Days that are blocked already get the new reason.
 * @throws NotSignedIn, ScopeMissing, InputInvalid, SpaceNotFound, DaysReserved
 */
export async function blockDays(
  app: AppServices,
  viewer: Viewer,
  { spaceId, ranges, reason }: BlockRequest & { readonly reason: string | null },
): Promise<void> {
  requirePersonEditor(viewer);
  const { reasonCharacters } = limits.availability;
  const reasonProblem = { field: 'reason', message: `must have at most ${reasonCharacters} characters` };
  const problems = [...countProblems(ranges), ...(reason && reason.length > reasonCharacters ? [reasonProblem] : [])];
  if (problems.length > 0) throw new InputInvalid(problems);
  await app.db.$transaction(async (tx) => {
    const space = await lockOwnSpace(tx, viewer, spaceId);
    requireBlockableRanges(space, ranges, app.clock.now());
    const overlaps = ranges.map(({ from, to }) => ({ startsOn: { lte: dateOf(to) }, endsOn: { gte: dateOf(from) } }));
    await refuseReserved(tx, { spaceId, OR: overlaps });
    await tx.$executeRaw`
      insert into space_day (space_id, day, is_blocked, block_reason)
      select distinct ${spaceId}::uuid, first_day + number, true, ${reason}::text
      from unnest(${ranges.map(({ from }) => from)}::text[]::date[], ${ranges.map(({ to }) => to)}::text[]::date[])
        as range (first_day, last_day), generate_series(0, last_day - first_day) as number
      on conflict (space_id, day) do update set is_blocked = true, block_reason = excluded.block_reason`;
  });
}

/**
 * Unblocks days of a space of the seller, from today on. Days that are not blocked do not change.
 * @throws NotSignedIn, ScopeMissing, InputInvalid, SpaceNotFound
 */
export async function unblockDays(app: AppServices, viewer: Viewer, { spaceId, ranges }: BlockRequest): Promise<void> {
  requirePersonEditor(viewer);
  const problems = countProblems(ranges);
  if (problems.length > 0) throw new InputInvalid(problems);
  await app.db.$transaction(async (tx) => {
    const space = await lockOwnSpace(tx, viewer, spaceId);
    requireBlockableRanges(space, ranges, app.clock.now());
    const days = ranges.map(({ from, to }) => ({ day: { gte: dateOf(from), lte: dateOf(to) } }));
    // A blocked day has no reservation, so its row has nothing else.
    await tx.spaceDay.deleteMany({ where: { spaceId, isBlocked: true, OR: days } });
  });
}

function countProblems(ranges: readonly DayRange[]): InputProblem[] {
  const { rangesPerBlock } = limits.availability;
  return ranges.length >= 1 && ranges.length <= rangesPerBlock
    ? []
    : [{ field: 'ranges', message: `must have 1 to ${rangesPerBlock} ranges` }];
}

/** Requires ranges from today to the last day that an order can name. @throws InputInvalid with all problems */
function requireBlockableRanges(space: Space, ranges: readonly DayRange[], now: Date): void {
  const [first, last] = [dayIn(space.timeZone, now), lastBookableDay(space, now)];
  const problems = ranges.flatMap(({ from, to }, index): InputProblem[] => {
    const path = `ranges.${index}`;
    if (from < first || from > last) return [{ field: `${path}.from`, message: `must be from ${first} to ${last}` }];
    if (to < from) return [{ field: `${path}.to`, message: 'must not be before `from`' }];
    return to > last ? [{ field: `${path}.to`, message: `must be ${last} or earlier` }] : [];
  });
  if (problems.length > 0) throw new InputInvalid(problems);
}
