import { limits } from '../limits.ts';
import { later, minuteMs } from '../platform/clock.ts';

/** How far a file has come: see the model. */
export type FileStatus = 'OPEN' | 'STORING' | 'STORED' | 'REMOVING';

/** When a file goes that nothing uses from `at` on. */
export const unusedUntil = (at: Date): Date => later(at, limits.files.unusedHours * 60 * minuteMs);
