import { Redis } from 'ioredis';
import type { Log } from './log.ts';

/** Connects to Redis, which carries hints and budgets: nothing waits for it, and nothing is lost with it. */
export function connectRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: (tries) => Math.min(tries * 200, 2_000),
  });
  redis.on('error', (error) => log.warn({ err: error }, 'redis'));
  return redis;
}
