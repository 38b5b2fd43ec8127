import type { Redis } from 'ioredis';
import type { Hint } from './hub.ts';

/** Carries hints between instances, at most once. A hint that is lost costs time (the sweep), never data. */
export interface Relay {
  pass(hint: Hint): void;
  onHint(arrive: (hint: Hint) => void): void;
  stop(): Promise<void>;
}

/** The only instance: nobody else to tell. */
export const noRelay: Relay = { pass: () => undefined, onHint: () => undefined, stop: async () => undefined };

/** Tells the other instances through Redis. While Redis is away hints are dropped, not piled up. */
export function redisRelay(redis: Redis, namespace: string, onError: (error: unknown) => void): Relay {
  const channel = `${namespace}:hints`;
  const listener = redis.duplicate({ enableOfflineQueue: true });
  let arrive: (hint: Hint) => void = () => undefined;
  listener.on('error', onError);
  listener.on('message', (_channel: string, message: string) => {
    const hint = parseHint(message);
    if (hint) arrive(hint);
  });
  listener.subscribe(channel).catch(onError);
  return {
    pass: (hint) => {
      // Its own hint comes back to the sender as well; hearing it twice is harmless.
      if (redis.status === 'ready') redis.publish(channel, JSON.stringify(hint)).catch(onError);
    },
    onHint: (listen) => {
      arrive = listen;
    },
    stop: async () => {
      listener.disconnect();
    },
  };
}

function parseHint(message: string): Hint | undefined {
  try {
    const { topic, number } = JSON.parse(message) as Partial<Hint>;
    return typeof topic === 'string' ? { topic, ...(typeof number === 'number' ? { number } : {}) } : undefined;
  } catch {
    return undefined;
  }
}
