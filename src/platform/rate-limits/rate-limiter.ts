import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { limits } from '../../limits.ts';
import { RateLimited } from '../errors.ts';
import { entriesOf } from '../objects.ts';

export type RateLimitName = keyof typeof limits.rates;

export interface RateLimiter {
  /** Takes one point from the budget of `key` for `name`. @throws RateLimited if the budget is used up */
  consume(name: RateLimitName, key: string): Promise<void>;
  /** Takes one point like `consume`, but returns the seconds to wait instead of throwing; undefined if there was a point. */
  tryConsume(name: RateLimitName, key: string): Promise<number | undefined>;
  /** Takes no point: for budgets that only failures use up. @throws RateLimited if the budget is used up */
  requireBudget(name: RateLimitName, key: string): Promise<void>;
}

/** Budgets held in this process, or across instances where there is Redis; while Redis is away, each instance counts for itself. */
export function createRateLimiter(redis: Redis | undefined, namespace: string): RateLimiter {
  const limiters = new Map<RateLimitName, RateLimiterAbstract>();
  for (const [name, { points, seconds }] of entriesOf(limits.rates)) {
    const memory = new RateLimiterMemory({ points, duration: seconds, keyPrefix: name });
    limiters.set(
      name,
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
  const tryConsume: RateLimiter['tryConsume'] = async (name, key) => {
    try {
      await limiters.get(name)?.consume(key);
      return undefined;
    } catch (error) {
      if (error instanceof RateLimiterRes) return secondsOf(error);
      throw error;
    }
  };
  return {
    tryConsume,
    consume: async (name, key) => {
      const retryAfterSeconds = await tryConsume(name, key);
      if (retryAfterSeconds !== undefined) throw new RateLimited({ retryAfterSeconds });
    },
    requireBudget: async (name, key) => {
      const spent = await limiters.get(name)?.get(key);
      if (spent && spent.consumedPoints >= limits.rates[name].points)
        throw new RateLimited({ retryAfterSeconds: secondsOf(spent) });
    },
  };
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1_000));
