/** Events that count once within a window of time, and of each group at most a number. */
import type { Redis } from 'ioredis';
import type { Clock } from '../clock.ts';

/** A group of events that counts up to a maximum within the window. */
export interface EventGroup {
  readonly key: string;
  readonly max: number;
}

export interface UniqueEvents {
  /**
   * Records the event of `key` and returns true, unless it was recorded within the window or one of its groups is full. The
   * groups are read for an event that is new to this process only. Without Redis the result is not a promise.
   */
  tryRecord(key: string, groupsOf: () => readonly EventGroup[]): boolean | Promise<boolean>;
}

/** The time of the first event of a key, and the number of events since. */
interface Recorded {
  readonly at: number;
  count: number;
}

/**
 * The same as `recordHere`, as one step of Redis: no other instance can come in between. It returns 0 and the time if the
 * event was recorded, otherwise the number of the key that prevents it, and the time since which it does.
 */
const recordScript = `
local now, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local at = tonumber(redis.call('GET', KEYS[1]))
if at and now - at < window then return { 1, at } end
local hasStarted = {}
for index = 2, #KEYS do
  local group = redis.call('HMGET', KEYS[index], 'at', 'count')
  local start, count = tonumber(group[1]), tonumber(group[2])
  if start and count and now - start < window then
    if count >= tonumber(ARGV[index + 1]) then return { index, start } end
    hasStarted[index] = true
  end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', window)
for index = 2, #KEYS do
  if hasStarted[index] then
    redis.call('HINCRBY', KEYS[index], 'count', 1)
  else
    redis.call('HSET', KEYS[index], 'at', ARGV[1], 'count', 1)
    redis.call('PEXPIRE', KEYS[index], window)
  end
end
return { 0, now }`;

interface UniqueEventsOptions {
  readonly redis: Redis | undefined;
  readonly namespace: string;
  readonly clock: Clock;
  readonly windowMs: number;
  /** The number of keys that a process holds. When it is reached, the oldest are dropped. */
  readonly maxKeys: number;
  readonly onError: (error: unknown) => void;
}

/** Events recorded in this process, and across instances where there is Redis; while Redis is away, each instance has its own. */
export function createUniqueEvents({
  redis,
  namespace,
  clock,
  windowMs,
  maxKeys,
  onError,
}: UniqueEventsOptions): UniqueEvents {
  /** In the order of `at`, because the window is the same for all. */
  const recorded = new Map<string, Recorded>();
  const recent = (key: string, now: number): Recorded | undefined => {
    const one = recorded.get(key);
    return one && now - one.at < windowMs ? one : undefined;
  };
  const set = (key: string, one: Recorded): void => {
    recorded.delete(key);
    recorded.set(key, one);
  };
  const dropOld = (now: number): void => {
    for (const [key, { at }] of recorded) {
      if (recorded.size <= maxKeys && now - at < windowMs) return;
      recorded.delete(key);
    }
  };
  const recordHere = (key: string, groups: readonly EventGroup[], now: number): void => {
    dropOld(now);
    set(key, { at: now, count: 1 });
    for (const group of groups) {
      const started = recent(group.key, now);
      if (started) started.count += 1;
      else set(group.key, { at: now, count: 1 });
    }
  };
  const isFull = (groups: readonly EventGroup[], now: number): boolean =>
    groups.some(({ key, max }) => (recent(key, now)?.count ?? 0) >= max);

  const recordShared = async (
    shared: Redis,
    key: string,
    groups: readonly EventGroup[],
    now: number,
  ): Promise<boolean> => {
    const keys = [key, ...groups.map((group) => group.key)];
    const [blocking, since] = (await shared.eval(
      recordScript,
      keys.length,
      ...keys.map((one) => `${namespace}:event:${one}`),
      now,
      windowMs,
      ...groups.map(({ max }) => max),
      // What the script returns.
    )) as [number, number];
    if (blocking === 0) recordHere(key, groups, now);
    else {
      // The next time, this process knows it without asking.
      dropOld(now);
      const group = groups[blocking - 2];
      set(group?.key ?? key, { at: since, count: group?.max ?? 1 });
    }
    return blocking === 0;
  };

  return {
    tryRecord: (key, groupsOf) => {
      const now = clock.now().getTime();
      if (recent(key, now)) return false;
      const groups = groupsOf();
      if (isFull(groups, now)) return false;
      if (redis?.status !== 'ready') {
        recordHere(key, groups, now);
        return true;
      }
      return recordShared(redis, key, groups, now).catch((error: unknown) => {
        onError(error);
        if (recent(key, now) || isFull(groups, now)) return false;
        recordHere(key, groups, now);
        return true;
      });
    },
  };
}
