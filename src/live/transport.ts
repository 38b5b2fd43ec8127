import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Position } from './log-cache.ts';
import type { PresenceState, PresenceValue } from './presence.ts';

/** Says that a topic has new entries, and up to which position if that is known. */
export interface TopicUpdate {
  readonly topic: string;
  readonly position?: Position;
}

/** A presence state of a topic, set by `source` for `ttlMs`; 0 clears it. */
export interface PresenceChange {
  readonly topic: string;
  readonly state: PresenceState;
  readonly source: string;
  readonly ttlMs: number;
}

export type TransportMessage = TopicUpdate | PresenceChange;

/**
 * Carries messages between instances, each at most once. A lost topic update delays subscribers until the next pass of
 * the reconcilers; a lost presence change is lost.
 */
export interface Transport {
  broadcast(messages: readonly TransportMessage[]): void;
  /** Sets the one handler of incoming messages. */
  onMessage(handler: (message: TransportMessage) => void): void;
  stop(): Promise<void>;
}

/** The transport of a single instance: it sends nothing and receives nothing. */
export const localTransport: Transport = {
  broadcast: () => undefined,
  onMessage: () => undefined,
  stop: async () => undefined,
};

/** Carries messages through a Redis channel. While Redis is unreachable messages are dropped, not queued. */
export function redisTransport(redis: Redis, namespace: string, onError: (error: unknown) => void): Transport {
  const channel = `${namespace}:updates`;
  const instanceId = randomUUID();
  const connection = redis.duplicate({ enableOfflineQueue: true });
  let handle: (message: TransportMessage) => void = () => undefined;
  connection.on('error', onError);
  connection.on('message', (_channel: string, text: string) => {
    // Redis delivers the messages of this instance to it as well: they have been handled already.
    if (!text.startsWith(instanceId))
      for (const message of parseMessages(text.slice(instanceId.length))) handle(message);
  });
  connection.subscribe(channel).catch(onError);
  return {
    broadcast: (messages) => {
      if (messages.length > 0 && redis.status === 'ready')
        redis.publish(channel, instanceId + JSON.stringify(messages)).catch(onError);
    },
    onMessage: (handler) => {
      handle = handler;
    },
    stop: async () => {
      connection.disconnect();
    },
  };
}

/** Parses the text of the channel. Messages in another form, for example of another version, are left out. */
function parseMessages(text: string): TransportMessage[] {
  try {
    const messages = JSON.parse(text) as unknown;
    return Array.isArray(messages) ? messages.flatMap((message) => parseMessage(message) ?? []) : [];
  } catch {
    return [];
  }
}

function parseMessage(message: unknown): TransportMessage | undefined {
  const { topic, position, state, source, ttlMs } = (message ?? {}) as Record<string, unknown>;
  if (typeof topic !== 'string') return undefined;
  if (state === undefined)
    return typeof position === 'number' || typeof position === 'string' ? { topic, position } : { topic };
  const { key, value } = (state ?? {}) as Record<string, unknown>;
  if (typeof key !== 'string' || typeof value !== 'object' || value === null) return undefined;
  if (typeof source !== 'string' || typeof ttlMs !== 'number') return undefined;
  // The reader of the key checks the fields of the value.
  return { topic, state: { key, value: value as PresenceValue }, source, ttlMs };
}
