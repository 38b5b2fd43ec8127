/** The only source of time. */
export interface Clock {
  now(): Date;
  /** Calls `listener` whenever the clock was advanced; returns the function that ends that. Absent if it cannot be. */
  onAdvance?(listener: () => void): () => void;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs like the real one and can be advanced. */
export interface MovableClock extends Clock {
  advance(by: { days?: number; ms?: number }): void;
}

export function movableClock(): MovableClock {
  let offsetMs = 0;
  const listeners = createListeners();
  return {
    now: () => later(systemClock.now(), offsetMs),
    onAdvance: listeners.add,
    advance: ({ days = 0, ms = 0 }) => {
      offsetMs += days * dayMs + ms;
      listeners.call();
    },
  };
}

/** The listeners of a clock that can be advanced. */
export function createListeners(): { add(listener: () => void): () => void; call(): void } {
  const listeners = new Set<() => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    call: () => {
      for (const listener of [...listeners]) listener();
    },
  };
}

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** The moment that lies `ms` milliseconds after `at`. */
export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** The later of two moments. */
export const latestOf = (one: Date, other: Date): Date => (one > other ? one : other);
