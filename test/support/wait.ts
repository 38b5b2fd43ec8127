/**
 * The limits of waiting, in this one place. A test waits for a condition and names it when it does not come; how long
 * that takes depends on the machine, so no limit is a promise about speed.
 */
import { setTimeout } from 'node:timers/promises';

/** The longest wait for one condition. Reached only where it will never hold. */
export const waitLimitMs = 300_000;

/** The longest that a test or a hook takes, with several waits in it. */
export const testLimitMs = 1_500_000;

export const pollIntervalMs = 25;

/** Repeats a check until it no longer throws, and returns its result. @throws its last error, after `waitLimitMs` */
export async function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  const deadline = performance.now() + waitLimitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await setTimeout(pollIntervalMs);
  }
}
