/** Retries of work that another service has failed to do. */

import { cutText } from './text.ts';

/** Pauses between retries that double from the first up to the longest. */
export interface RetrySchedule {
  readonly firstPauseSeconds: number;
  readonly maxPauseSeconds: number;
  /** The time in which all retries take place. */
  readonly withinSeconds: number;
}

/** The number of retries that a schedule has, at least 1. Jitter only shortens pauses, so none is later than the schedule says. */
export function retryCount({ firstPauseSeconds, maxPauseSeconds, withinSeconds }: RetrySchedule): number {
  let retries = 0;
  for (let seconds = 0; seconds < withinSeconds; retries += 1)
    seconds += Math.min(firstPauseSeconds * 2 ** retries, maxPauseSeconds);
  return Math.max(1, retries - 1);
}

const maxReasonCharacters = 500;

/** The reason that a service gave for a failure, as it is stored and logged. */
export const truncateReason = (reason: string): string =>
  cutText(reason, maxReasonCharacters) || 'The service gave no reason.';
