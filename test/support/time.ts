import { type Clock, dayMs, later } from '../../src/platform/clock.ts';

/** A clock that runs like the real one and can be put forward. */
export interface MovableClock extends Clock {
  advance(by: { days?: number; ms?: number }): void;
}

export function movableClock(): MovableClock {
  let offsetMs = 0;
  return {
    now: () => later(new Date(), offsetMs),
    advance: ({ days = 0, ms = 0 }) => {
      offsetMs += days * dayMs + ms;
    },
  };
}
