import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Place } from './log-cache.ts';
import type { Sign, SignValue } from './presence.ts';

/** "This topic has moved", and how far if that is known. */
export interface Hint {
  readonly topic: string;
  readonly place?: Place;
}

/** A sign of a topic, put up by `source` for a while; for 0 ms: taken down. */
export interface SignNews {
  readonly topic: string;
  readonly sign: Sign;
  readonly source: string;
  readonly forMs: number;
}

export type RelayMessage = Hint | SignNews;

/** Carries messages between instances, at most once. A hint that is lost costs time (the sweep), never data; a sign that is lost is lost. */
export interface Relay {
  pass(messages: readonly RelayMessage[]): void;
  onMessage(arrive: (message: RelayMessage) => void): void;
  stop(): Promise<void>;
}

/** The only instance: nobody else to tell. */
export const noRelay: Relay = { pass: () => undefined, onMessage: () => undefined, stop: async () => undefined };

/** Tells the other instances through Redis. While Redis is away messages are dropped, not piled up. */
export function redisRelay(redis: Redis, namespace: string, onError: (error: unknown) => void): Relay {
  const channel = `${namespace}:hints`;
  const self = randomUUID();
  const listener = redis.duplicate({ enableOfflineQueue: true });
  let arrive: (message: RelayMessage) => void = () => undefined;
  listener.on('error', onError);
  listener.on('message', (_channel: string, text: string) => {
    // What this instance has passed comes back to it; it knows that already.
    if (!text.startsWith(self)) for (const message of parseMessages(text.slice(self.length))) arrive(message);
  });
  listener.subscribe(channel).catch(onError);
  return {
    pass: (messages) => {
      if (messages.length > 0 && redis.status === 'ready')
        redis.publish(channel, self + JSON.stringify(messages)).catch(onError);
    },
    onMessage: (listen) => {
      arrive = listen;
    },
    stop: async () => {
      listener.disconnect();
    },
  };
}

/** Reads what came over the channel; what is no message of ours (of another version, say) is left out. */
function parseMessages(text: string): RelayMessage[] {
  try {
    const messages = JSON.parse(text) as unknown;
    return Array.isArray(messages) ? messages.flatMap((message) => parseMessage(message) ?? []) : [];
  } catch {
    return [];
  }
}

function parseMessage(given: unknown): RelayMessage | undefined {
  const { topic, place, sign, source, forMs } = (given ?? {}) as Record<string, unknown>;
  if (typeof topic !== 'string') return undefined;
  if (sign === undefined) return typeof place === 'number' || typeof place === 'string' ? { topic, place } : { topic };
  const { key, value } = (sign ?? {}) as Record<string, unknown>;
  if (typeof key !== 'string' || typeof value !== 'object' || value === null) return undefined;
  if (typeof source !== 'string' || typeof forMs !== 'number') return undefined;
  // What the values are is looked at by whoever knows the key.
  return { topic, sign: { key, value: value as SignValue }, source, forMs };
}
