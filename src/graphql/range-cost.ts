import { limits } from '../limits.ts';
import type { DayRange } from '../platform/days.ts';

/**
 * The cost of a list with an item for each day or month of a range, at most `maxCount`. While a document is registered, its
 * variables have no days; the range then has the default size of a page.
 */
export const rangeCost =
  (maxCount: number, count: (range: DayRange) => number) =>
  (range: DayRange): { field: number; multiplier: number } => {
    const size = count(range);
    return {
      field: 1,
      multiplier: Number.isNaN(size) ? limits.defaultPageSize : Math.min(maxCount, Math.max(1, size)),
    };
  };
