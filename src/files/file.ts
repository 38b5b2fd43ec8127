import { limits } from '../limits.ts';
import { later, minuteMs } from '../platform/clock.ts';

/** When a file goes that nothing uses from `at` on. */
export const unusedUntil = (at: Date): Date => later(at, limits.files.unusedHours * 60 * minuteMs);
