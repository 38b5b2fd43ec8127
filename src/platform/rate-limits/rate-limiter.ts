import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { limits } from '../../limits.ts';

export type RateLimitName = keyof typeof limits.rates;

export interface RateLimiter {
  /**
   * Takes one point of `key`'s budget for `name`.
   * Answers the seconds to wait if the budget is used up, else undefined.
   */
  take(name: RateLimitName, key: string): Promise<number | undefined>;
  /** The same answer without taking a point: for budgets that only failures use up. */
  wait(name: RateLimitName, key: string): Promise<number | undefined>;
}

/** Budgets held in this process, or across instances where there is Redis; while Redis is away, each instance counts for itself. */
export function createRateLimiter(redis: Redis | undefined, namespace: string): RateLimiter {
  const limiters = new Map<RateLimitName, RateLimiterAbstract>();
  for (const [name, { points, seconds }] of Object.entries(limits.rates)) {
    const memory = new RateLimiterMemory({ points, duration: seconds, keyPrefix: name });
    // Object.entries forgets the type of the keys.
    limiters.set(
      name as RateLimitName,
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
