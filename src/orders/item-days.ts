/** The days that an item of an order names. Pure. */
import type { OrderItem, PriceOption, Space } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import {
  addDays,
  countDays,
  type Day,
  type DayRange,
  dateOf,
  dayIn,
  dayOf,
  dayOfMonth,
  monthFrom,
} from '../platform/days.ts';
import type { InputProblem } from '../platform/errors.ts';

/** An item as a client requests it. */
export interface ItemRequest {
  /** Id of the row. */
  readonly priceOptionId: string;
  readonly startsOn?: Day | undefined;
  /** Number of days. */
  readonly days?: number | undefined;
  readonly endsOn?: Day | undefined;
}

/** The columns of an item with its days; all of them are null if it names no days. */
export type ItemDays = Pick<OrderItem, 'startsOn' | 'endsOn' | 'monthDay'>;

export const withoutDays: ItemDays = { startsOn: null, endsOn: null, monthDay: null };

/** The first day of a space that an order can name: today, or later by the number of days that the seller needs. */
export const firstBookableDay = (
  { timeZone, leadTimeDays }: Pick<Space, 'timeZone' | 'leadTimeDays'>,
  now: Date,
): Day => addDays(dayIn(timeZone, now), leadTimeDays ?? 0);

/** The last day of a space that an order can name or its seller can block. */
export const lastBookableDay = ({ timeZone }: Pick<Space, 'timeZone'>, now: Date): Day =>
  addDays(dayIn(timeZone, now), limits.availability.horizonDays);

type Option = Pick<PriceOption, 'measure' | 'quantity' | 'isMonthly'> & { readonly space: Space };

/**
 * The days of an item that a client requests at `now`. A price option in days runs for its number of days, and a monthly
 * option for a month; for other options the item names the last day or the number of days.
 * @returns the problems, with names of fields that begin with `path`; then the days are none
 */
export function parseItemDays(
  option: Option,
  request: ItemRequest,
  { now, path }: { readonly now: Date; readonly path: string },
): { readonly days: ItemDays; readonly problems: readonly InputProblem[] } {
  const { startsOn, days: count, endsOn } = request;
  const refuse = (field: keyof ItemRequest, message: string) => ({
    days: withoutDays,
    problems: [{ field: `${path}.${field}`, message }],
  });
  if (startsOn === undefined)
    return count === undefined && endsOn === undefined
      ? { days: withoutDays, problems: [] }
      : refuse('startsOn', 'must be given with `days` or `endsOn`');
  const first = firstBookableDay(option.space, now);
  const last = lastBookableDay(option.space, now);
  const maxDays = limits.availability.horizonDays + 1;
  if (startsOn < first || startsOn > last) return refuse('startsOn', `must be from ${first} to ${last}`);
  if (count !== undefined && (count < 1 || count > maxDays)) return refuse('days', `must be from 1 to ${maxDays}`);
  if (endsOn !== undefined && endsOn < startsOn) return refuse('endsOn', 'must not be before `startsOn`');
  const range = purchasedRange(option, startsOn) ?? requestedRange(request, startsOn);
  if (!range) return refuse('endsOn', 'or `days` must be given, because the price option has no number of days');
  if (count !== undefined && count !== countDays(range))
    return refuse('days', `must be ${countDays(range)}, or absent, to match the price option and \`endsOn\``);
  if (endsOn !== undefined && endsOn !== range.to)
    return refuse('endsOn', `must be ${range.to}, or absent, to match the price option`);
  if (range.to > last) return refuse('startsOn', `must be so early that the last day is ${last} or earlier`);
  const monthDay = option.isMonthly ? dayOfMonth(startsOn) : null;
  return { days: { startsOn: dateOf(range.from), endsOn: dateOf(range.to), monthDay }, problems: [] };
}

/** The range that the price option defines; undefined unless it counts days or months. */
function purchasedRange({ measure, quantity, isMonthly }: Option, from: Day): DayRange | undefined {
  if (isMonthly) return monthFrom(from, dayOfMonth(from));
  if (measure !== 'DAYS' || quantity === null) return undefined;
  // A longer range ends after the last bookable day anyway; the bound keeps the year below 10000.
  return { from, to: addDays(from, Math.min(quantity, limits.availability.horizonDays + 2) - 1) };
}

/** The range that the request names; undefined if it names no end. */
function requestedRange({ days, endsOn }: ItemRequest, from: Day): DayRange | undefined {
  if (endsOn !== undefined) return { from, to: endsOn };
  return days === undefined ? undefined : { from, to: addDays(from, days - 1) };
}

/** The next month of a monthly item; without days if the item names none. */
export function nextMonthOf({ endsOn, monthDay }: ItemDays): ItemDays {
  if (!endsOn || monthDay === null) return withoutDays;
  const { from, to } = monthFrom(addDays(dayOf(endsOn), 1), monthDay);
  return { startsOn: dateOf(from), endsOn: dateOf(to), monthDay };
}
