import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { limits } from '../../limits.ts';

export type RateName = keyof typeof limits.rates;

export interface Rates {
  /**
   * Takes one point of `key`'s budget for `name`.
   * Answers the seconds to wait if the budget is used up, else undefined.
   */
  take(name: RateName, key: string): Promise<number | undefined>;
  /** The same answer without taking a point: for budgets that only failures use up. */
  wait(name: RateName, key: string): Promise<number | undefined>;
}

/** Budgets held in this process, or across instances where there is Redis; while Redis is away, each instance counts for itself. */
export function createRates(redis: Redis | undefined, namespace: string): Rates {
  const limiters = new Map<RateName, RateLimiterAbstract>();
  for (const [name, { points, seconds }] of Object.entries(limits.rates)) {
    const memory = new RateLimiterMemory({ points, duration: seconds, keyPrefix: name });
    // Object.entries forgets the type of the keys.
    limiters.set(
      name as RateName,
      redis
        ? new RateLimiterRedis({
            storeClient: redis,
            points,
            duration: seconds,
            keyPrefix: `${namespace}:${name}`,
            insuranceLimiter: memory,
            rejectIfRedisNotReady: true,
          })
        : memory,
    );
  }
  return {
    take: async (name, key) => {
      try {
        await limiters.get(name)?.consume(key);
        return undefined;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
        throw refusal;
      }
    },
    wait: async (name, key) => {
      const spent = await limiters.get(name)?.get(key);
      return spent && spent.consumedPoints >= limits.rates[name].points ? secondsOf(spent) : undefined;
    },
  };
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1_000));
