/** Checks of ranges of days that clients read. */
import { countDays, countMonths, type DayRange } from './days.ts';
import { InputInvalid } from './errors.ts';

/** The arguments that hold the first and the last day. */
type RangeNames = Readonly<Record<keyof DayRange, string>>;
const defaultNames: RangeNames = { from: 'from', to: 'to' };

/** Days outside of these are not read. Each has a month after it that databases and formats can express. */
const readable: DayRange = { from: '2000-01-01', to: '9998-12-31' };

function refuse(field: string, message: string): never {
  throw new InputInvalid([{ field, message }]);
}

function requireReadableRange({ from, to }: DayRange, names: RangeNames): void {
  if (from < readable.from) refuse(names.from, `must be ${readable.from} or later`);
  if (to < from) refuse(names.to, `must not be before \`${names.from}\``);
  if (to > readable.to) refuse(names.to, `must be ${readable.to} or earlier`);
}

/** Requires a range of at most `maxDays` days. @throws InputInvalid */
export function requireReadableDays(range: DayRange, maxDays: number, names = defaultNames): void {
  requireReadableRange(range, names);
  if (countDays(range) > maxDays)
    refuse(names.to, `must be at most ${maxDays - 1} days after \`${names.from}\`: at most ${maxDays} days are read`);
}

/** Requires a range of days in at most `maxMonths` months. @throws InputInvalid */
export function requireReadableMonths(range: DayRange, maxMonths: number, names = defaultNames): void {
  requireReadableRange(range, names);
  if (countMonths(range) > maxMonths)
    refuse(
      names.to,
      `must be at most ${maxMonths - 1} months after \`${names.from}\`: at most ${maxMonths} months are read`,
    );
}
