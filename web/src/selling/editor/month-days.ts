/** The days of a month with their state, as the calendar of a space shows them. */
import { type CalendarDate, endOfMonth, startOfMonth, startOfWeek } from '@internationalized/date';
import type { SpaceMonthQuery } from '../../generated/graphql.ts';

type Month = NonNullable<SpaceMonthQuery['space']>;

export type DayState = 'FREE' | 'RESERVED' | 'BLOCKED';

export interface MonthDay {
  readonly date: CalendarDate;
  /** Such as 2026-11-28. */
  readonly day: string;
  readonly state: DayState;
  /** Number of places that are free; null for any number. */
  readonly freePlaces: number | null;
  readonly blockReason: string | null;
}

/** The weeks of a month. The days before and after it are undefined. */
export function weeksOf(month: CalendarDate, locale: string, space: Month): (MonthDay | undefined)[][] {
  const [first, last] = [startOfMonth(month), endOfMonth(month)];
  const weeks: (MonthDay | undefined)[][] = [];
  for (let start = startOfWeek(first, locale); start.compare(last) <= 0; start = start.add({ days: 7 }))
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const date = start.add({ days: index });
        return date.month === month.month ? dayOf(date, space) : undefined;
      }),
    );
  return weeks;
}

function dayOf(date: CalendarDate, { availability, reservations, capacity }: Month): MonthDay {
  const day = date.toString();
  const range = availability.find(({ from, to }) => from <= day && day <= to);
  const freePlaces = range?.freePlaces ?? null;
  const isReserved =
    reservations.nodes.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) ||
    (freePlaces !== null && capacity != null && freePlaces < capacity);
  return {
    date,
    day,
    state: range?.isBlocked ? 'BLOCKED' : isReserved ? 'RESERVED' : 'FREE',
    freePlaces,
    blockReason: range?.blockReason ?? null,
  };
}
