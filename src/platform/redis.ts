import { Redis } from 'ioredis';
import type { Log } from './log.ts';

/** Connects to Redis, which carries topic updates and rate limits. No request waits for it, and it stores no data. */
export function connectRedis(url: string, log: Pick<Log, 'warn'>): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: (tries) => Math.min(tries * 200, 2_000),
  });
  redis.on('error', (error) => log.warn({ err: error }, 'Redis connection failed; will reconnect'));
  return redis;
}
