/** The only source of time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs like the real one and can be put forward. */
export interface MovableClock extends Clock {
  advance(by: { days?: number; ms?: number }): void;
}

export function movableClock(): MovableClock {
  let offsetMs = 0;
  return {
    now: () => later(systemClock.now(), offsetMs),
    advance: ({ days = 0, ms = 0 }) => {
      offsetMs += days * dayMs + ms;
    },
  };
}

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** The moment that lies `ms` milliseconds after `at`. */
export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
