/**
 * The reserved places of spaces. Each reservation is a row, and `space_day` has the number of places that are reserved on
 * each day (decision 25). Everything that changes them first locks the rows of the spaces. The number of statements does
 * not depend on the number of days.
 */
import { Prisma, type Space, type SpaceDay } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { firstBookableDay } from '../orders/item-days.ts';
import { addDays, type Day, type DayRange, dateOf, dayOf, daysOfRange, rangesOf } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import type { OwnedList } from '../platform/latest-per-owner.ts';
import { DaysUnavailable, type UnavailableDays } from './availability-refusals.ts';

/** One place in a space for an item of an order, on each day of the range. */
export interface Place extends DayRange {
  readonly spaceId: string;
  readonly orderId: string;
  readonly itemId: string;
}

/** Locks spaces until the transaction ends, in the order of their ids, and returns them by id. */
export async function lockSpaces(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Space>> {
  const unique = [...new Set(ids)];
  // Not "for update": rows that refer to a space can still be written.
  await tx.$queryRaw`select 1 from space where id = any(${unique}::uuid[]) order by id for no key update`;
  const spaces = await tx.space.findMany({ where: { id: { in: unique } } });
  return new Map(spaces.map((space) => [space.id, space]));
}

/** Locks the spaces in which an order has reservations; false if it has none. */
export async function lockSpacesOf(tx: Tx, orderId: string): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    select 1 from space where id in (select space_id from space_reservation where order_id = ${orderId}::uuid)
    order by id for no key update`;
  return locked.length > 0;
}

/** Reserves places. Their spaces are locked and have room. */
export async function insertReservations(
  tx: Tx,
  places: readonly Place[],
  { isMonthAhead }: { readonly isMonthAhead: boolean },
): Promise<void> {
  await tx.$executeRaw`
    with created as (
      insert into space_reservation (id, space_id, order_id, item_id, starts_on, ends_on, is_month_ahead)
      select gen_random_uuid(), space_id, order_id, item_id, starts_on, ends_on, ${isMonthAhead}
      from unnest(
        ${places.map(({ spaceId }) => spaceId)}::uuid[], ${places.map(({ orderId }) => orderId)}::uuid[],
        ${places.map(({ itemId }) => itemId)}::uuid[], ${places.map(({ from }) => from)}::text[]::date[],
        ${places.map(({ to }) => to)}::text[]::date[]
      ) as place (space_id, order_id, item_id, starts_on, ends_on)
      returning space_id, starts_on, ends_on
    )
    insert into space_day (space_id, day, reserved)
    select space_id, starts_on + number, count(*) from created, generate_series(0, ends_on - starts_on) as number
    group by 1, 2
    on conflict (space_id, day) do update set reserved = space_day.reserved + excluded.reserved`;
}

/** Ends the reservations of an order, or only those of the month ahead. Locks their spaces. */
export async function releaseReservations(
  tx: Tx,
  { orderId, onlyMonthAhead = false }: { readonly orderId: string; readonly onlyMonthAhead?: boolean },
): Promise<void> {
  if (!(await lockSpacesOf(tx, orderId))) return;
  await tx.$executeRaw`
    with released as (
      delete from space_reservation
      where order_id = ${orderId}::uuid ${onlyMonthAhead ? Prisma.sql`and is_month_ahead` : Prisma.empty}
      returning space_id, starts_on, ends_on
    )
    update space_day set reserved = space_day.reserved - counted.places
    from (
      select space_id, starts_on + number as day, count(*) as places
      from released, generate_series(0, ends_on - starts_on) as number group by 1, 2
    ) as counted
    where space_day.space_id = counted.space_id and space_day.day = counted.day`;
}

/** The requested days of each space on which it has no room for the places; absent for spaces with room. They are locked. */
export async function findTakenDays(
  tx: Tx,
  spaces: ReadonlyMap<string, Space>,
  places: readonly Place[],
): Promise<ReadonlyMap<string, readonly Day[]>> {
  const stored = await readDays(tx, places);
  const takenDays = new Map<string, readonly Day[]>();
  for (const [spaceId, ofSpace] of Map.groupBy(places, (place) => place.spaceId)) {
    const isFree = freeDays(spaces.get(spaceId), stored.get(spaceId));
    const counts = countPerDay(ofSpace);
    const days = [...counts].flatMap(([day, places]) => (isFree(day, places) ? [] : [day]));
    if (days.length > 0) takenDays.set(spaceId, days.sort());
  }
  return takenDays;
}

/** Requires room for the places in their spaces, which are locked. @throws DaysUnavailable */
export async function requireFreeDays(
  tx: Tx,
  spaces: ReadonlyMap<string, Space>,
  places: readonly Place[],
  now: Date,
): Promise<void> {
  const takenDays = await findTakenDays(tx, spaces, places);
  if (takenDays.size === 0) return;
  const { searchedDays, namedRanges } = limits.availability;
  const windows = [...takenDays].flatMap(([spaceId, days]) => {
    const space = spaces.get(spaceId);
    const [first, last] = [days[0], days.at(-1)];
    if (!space || !first || !last) return [];
    const from = laterDay(addDays(first, -searchedDays), firstBookableDay(space, now));
    return [{ spaceId, space, first, taken: days, from, to: addDays(last, searchedDays) }];
  });
  const stored = await readDays(tx, windows);
  const unavailable = windows.map(({ spaceId, space, first, taken, ...window }): UnavailableDays => {
    const isFree = freeDays(space, stored.get(spaceId));
    const needed = Math.max(...countPerDay(places.filter((place) => place.spaceId === spaceId)).values());
    const free = rangesOf(daysOfRange(window).filter((day) => isFree(day, needed)));
    return {
      ...{ spaceId, title: space.title, taken: rangesOf(taken).slice(0, namedRanges) },
      free: nearestRanges(free, first).slice(0, namedRanges).sort(byFirstDay),
    };
  });
  throw new DaysUnavailable({ spaces: unavailable });
}

const laterDay = (one: Day, other: Day): Day => (one > other ? one : other);
const byFirstDay = (one: DayRange, other: DayRange): number => (one.from < other.from ? -1 : 1);

/** The ranges, those with the fewest days to `day` first. */
function nearestRanges(ranges: readonly DayRange[], day: Day): DayRange[] {
  const msTo = (other: Day) => dateOf(other).getTime() - dateOf(day).getTime();
  return ranges.toSorted((one, other) => distanceOf(one) - distanceOf(other));
  function distanceOf({ from, to }: DayRange): number {
    return Math.max(msTo(from), -msTo(to), 0);
  }
}

/** The stored days in ranges of spaces, by space and day. */
export async function readDays(
  db: Tx,
  ranges: readonly (DayRange & { readonly spaceId: string })[],
): Promise<ReadonlyMap<string, ReadonlyMap<Day, SpaceDay>>> {
  const rows = await db.spaceDay.findMany({
    where: { OR: ranges.map(({ spaceId, from, to }) => ({ spaceId, day: { gte: dateOf(from), lte: dateOf(to) } })) },
  });
  const bySpace = Map.groupBy(rows, ({ spaceId }) => spaceId);
  return new Map([...bySpace].map(([id, days]) => [id, new Map(days.map((row) => [dayOf(row.day), row]))]));
}

/** Returns the check that a space has room for a number of places on a day. */
function freeDays(space: Space | undefined, stored: ReadonlyMap<Day, SpaceDay> = new Map()) {
  const capacity = space?.capacity ?? Number.POSITIVE_INFINITY;
  return (day: Day, places: number): boolean => {
    const { isBlocked = false, reserved = 0 } = stored.get(day) ?? {};
    return !isBlocked && reserved + places <= capacity;
  };
}

/** Number of places on each day. */
function countPerDay(ranges: readonly DayRange[]): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>();
  for (const day of ranges.flatMap(daysOfRange)) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** The reservations of spaces, latest first, of the orders for which the condition on the columns of "order" holds. */
export const reservationsOfSpaces = (visibleOrder: Prisma.Sql): OwnedList => ({
  table: Prisma.sql`space_reservation`,
  condition: Prisma.sql`exists (select from "order" where "order".id = space_reservation.order_id and ${visibleOrder})`,
  owner: Prisma.raw('space_id'),
  at: Prisma.raw('starts_on'),
});
