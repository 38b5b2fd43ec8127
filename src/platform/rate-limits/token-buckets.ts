/** Token buckets that refill steadily: the cost of a request is consumed completely or not at all. */
import type { Redis } from 'ioredis';
import type { Clock } from '../clock.ts';

/** The points that were taken from a bucket, or asked for, and the points that are left. */
export interface Charge {
  readonly requested: number;
  readonly remaining: number;
  readonly capacity: number;
  /** Points that come back each second. */
  readonly restoreRate: number;
}

export interface BucketParams {
  /** Points that it holds when it is full, which it is at first. */
  readonly capacity: number;
  /** Points that come back each second. */
  readonly restorePerSecond: number;
}

/** Result of an attempt to consume points. */
export interface ConsumeResult {
  readonly isTaken: boolean;
  /** Whole points that are left. */
  readonly remaining: number;
}

export interface TokenBuckets {
  /** Takes `points` out of the bucket of `key`, all of them or none. */
  take(key: string, points: number, size: BucketParams): Promise<ConsumeResult>;
}

interface Level {
  readonly points: number;
  /** The time of this level, in milliseconds. */
  readonly at: number;
}

/** The level of a bucket at `now`. A clock that is behind adds no points and removes none. */
function refilled(level: Level | undefined, now: number, { capacity, restorePerSecond }: BucketParams): Level {
  if (!level) return { points: capacity, at: now };
  const at = Math.max(level.at, now);
  return { points: Math.min(capacity, level.points + ((at - level.at) * restorePerSecond) / 1_000), at };
}

/** The same as `refilled` and the taking, as one step of Redis: no other instance can come in between. */
const takeScript = `
local capacity, rate, now, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local stored = redis.call('HMGET', KEYS[1], 'points', 'at')
local points, at = tonumber(stored[1]), tonumber(stored[2])
if points == nil or at == nil then points, at = capacity, now end
local later = math.max(at, now)
points = math.min(capacity, points + (later - at) * rate / 1000)
local taken = 0
if points >= wanted then points, taken = points - wanted, 1 end
redis.call('HSET', KEYS[1], 'points', string.format('%.6f', math.floor(points * 1000000) / 1000000), 'at', string.format('%.0f', later))
redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - points) * 1000 / rate) + 60000)
return { taken, math.floor(points) }`;

/** Buckets held in this process, or across instances where there is Redis; while Redis is away, each instance has its own. */
export function createTokenBuckets({
  redis,
  namespace,
  clock,
  onError,
}: {
  redis: Redis | undefined;
  namespace: string;
  clock: Clock;
  onError: (error: unknown) => void;
}): TokenBuckets {
  const levels = new Map<string, Level>();
  const takeHere = (key: string, wanted: number, size: BucketParams): ConsumeResult => {
    const { points, at } = refilled(levels.get(key), clock.now().getTime(), size);
    const isTaken = points >= wanted;
    const left = isTaken ? points - wanted : points;
    levels.set(key, { points: left, at });
    return { isTaken, remaining: Math.floor(left) };
  };
  return {
    take: async (key, points, size) => {
      if (redis?.status !== 'ready') return takeHere(key, points, size);
      try {
        const [taken, remaining] = (await redis.eval(
          takeScript,
          1,
          `${namespace}:bucket:${key}`,
          size.capacity,
          size.restorePerSecond,
          clock.now().getTime(),
          points,
          // What the script returns.
        )) as [number, number];
        return { isTaken: taken === 1, remaining };
      } catch (error) {
        onError(error);
        return takeHere(key, points, size);
      }
    },
  };
}
