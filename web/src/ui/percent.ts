/** Rates in percent, as people type them. */
import type { Refused } from '../api/use-api.ts';

/** A number of percent with a point or a comma, in basis points; NaN if it is not a number. */
export const basisPointsIn = (percent: string): number =>
  percent.trim() === '' ? Number.NaN : Math.round(Number(percent.replace(',', '.')) * 100);

/** Basis points as a number of percent that `basisPointsIn` reads. */
export const percentText = (basisPoints: number): string => String(basisPoints / 100);

/** The refusal of a field that is not a number of percent; undefined if it is one. */
export const percentProblem = (field: string, percent: string, message: string): Refused | undefined =>
  Number.isFinite(basisPointsIn(percent))
    ? undefined
    : { code: 'INPUT_INVALID', message, problems: [{ field, message }] };
