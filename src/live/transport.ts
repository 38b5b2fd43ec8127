import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Position } from './log-cache.ts';
import type { PresenceState, PresenceValue } from './presence.ts';

/** "This topic has moved", and how far if that is known. */
export interface TopicUpdate {
  readonly topic: string;
  readonly position?: Position;
}

/** A sign of a topic, put up by `source` for a while; for 0 ms: taken down. */
export interface PresenceChange {
  readonly topic: string;
  readonly sign: PresenceState;
  readonly source: string;
  readonly forMs: number;
}

export type TransportMessage = TopicUpdate | PresenceChange;

/** Carries messages between instances, at most once. A hint that is lost costs time (the sweep), never data; a sign that is lost is lost. */
export interface Transport {
  broadcast(messages: readonly TransportMessage[]): void;
  onMessage(arrive: (message: TransportMessage) => void): void;
  stop(): Promise<void>;
}

/** The only instance: nobody else to tell. */
export const localTransport: Transport = {
  broadcast: () => undefined,
  onMessage: () => undefined,
  stop: async () => undefined,
};

/** Tells the other instances through Redis. While Redis is away messages are dropped, not piled up. */
export function redisTransport(redis: Redis, namespace: string, onError: (error: unknown) => void): Transport {
  const channel = `${namespace}:hints`;
  const self = randomUUID();
  const listener = redis.duplicate({ enableOfflineQueue: true });
  let arrive: (message: TransportMessage) => void = () => undefined;
  listener.on('error', onError);
  listener.on('message', (_channel: string, text: string) => {
    // What this instance has passed comes back to it; it knows that already.
    if (!text.startsWith(self)) for (const message of parseMessages(text.slice(self.length))) arrive(message);
  });
  listener.subscribe(channel).catch(onError);
  return {
    broadcast: (messages) => {
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
function parseMessages(text: string): TransportMessage[] {
  try {
    const messages = JSON.parse(text) as unknown;
    return Array.isArray(messages) ? messages.flatMap((message) => parseMessage(message) ?? []) : [];
  } catch {
    return [];
  }
}

function parseMessage(given: unknown): TransportMessage | undefined {
  const { topic, place: position, sign, source, forMs } = (given ?? {}) as Record<string, unknown>;
  if (typeof topic !== 'string') return undefined;
  if (sign === undefined)
    return typeof position === 'number' || typeof position === 'string' ? { topic, position } : { topic };
  const { key, value } = (sign ?? {}) as Record<string, unknown>;
  if (typeof key !== 'string' || typeof value !== 'object' || value === null) return undefined;
  if (typeof source !== 'string' || typeof forMs !== 'number') return undefined;
  // What the values are is looked at by whoever knows the key.
  return { topic, sign: { key, value: value as PresenceValue }, source, forMs };
}
