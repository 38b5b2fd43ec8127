import { limits } from '../limits.ts';
import { later, minuteMs } from '../platform/clock.ts';

/** Removal time of a file that is unused from `at` on. */
export const unusedUntil = (at: Date): Date => later(at, limits.files.unusedHours * 60 * minuteMs);
