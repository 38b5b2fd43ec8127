/** The pace of the calls to a service that allows a number of calls per second. It is learnt from its answers. */
import { setTimeout } from 'node:timers/promises';

export interface Pace {
  /** Waits for the next turn. Turns are given in the order in which they were asked for. */
  turn(): Promise<void>;
  /** Reads the headers of an answer. Returns the pause that the service demands; undefined if it demands none. */
  learn(headers: Readonly<Record<string, string>> | null): number | undefined;
}

const maxPauseMs = 60_000;

export function createPace(): Pace {
  let nextAt = 0;
  let gapMs = 0;
  return {
    turn: async () => {
      const now = performance.now();
      const at = Math.max(now, nextAt);
      nextAt = at + gapMs;
      if (at > now) await setTimeout(at - now);
    },
    learn: (headers) => {
      const perSecond = Number(headers?.['ratelimit-limit']);
      if (perSecond > 0) gapMs = 1_000 / perSecond;
      const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
      if (!(seconds >= 0)) return undefined;
      const pauseMs = Math.min(seconds * 1_000, maxPauseMs);
      nextAt = Math.max(nextAt, performance.now() + pauseMs);
      return pauseMs;
    },
  };
}
