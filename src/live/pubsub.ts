/**
 * The live side: hints in, wake-ups out. It knows no socket and no order, and nothing is lost when a hint is,
 * because whoever is woken reads the truth after its own cursor. Beside the hints it carries signs: what is stored
 * nowhere, may be lost, and counts only in its newest state.
 */
import { randomUUID } from 'node:crypto';
import { createHeldPresence } from './held-presence.ts';
import { createLogCache, type Log, type LogCache, type Page, type Position } from './log-cache.ts';
import { createPresenceStore, type PresenceState, type PresenceStore, type VersionedPresence } from './presence.ts';
import type { PresenceChange, TopicUpdate, Transport } from './transport.ts';

/** Compares topics with the truth: returns how far they are, in case a hint was lost. */
export type Reconcile = (topics: readonly string[]) => Promise<readonly TopicUpdate[]>;

/** A log that is followed: by which topic it is known, and which others tell of it too; who follows it listens to all of them. */
export interface TopicLog<At extends Position, Entry> extends Log<At, Entry> {
  readonly topic: string;
  readonly alsoInvalidatedBy?: readonly string[];
}

export interface PubSub {
  /** Tells everyone who listens, on this instance and the others. Call it after the commit. Never throws. */
  publish(topic: string, place?: Position): void;
  /** The same for several topics in one message. */
  publishAll(hints: readonly TopicUpdate[]): void;
  /**
   * Calls `wake` with the topic whenever one of `topics` may have moved. Listen first and read second: then
   * nothing falls between. Returns the function that ends it.
   */
  subscribe(topics: readonly string[], wake: (topic: string) => void): () => void;
  /** Reads a log after a cursor, shared by all who listen to its topic. */
  readAfter<At extends Position, Entry>(log: TopicLog<At, Entry>, cursor: At): Promise<Page<Entry>>;
  /** Puts a sign up for a while, for whoever listens to the topic. */
  showPresence(topic: string, sign: PresenceState, forMs: number): void;
  /** Takes a sign down that was put up with `show`. */
  clearPresence(topic: string, key: string): void;
  /** Puts a sign up until the returned function is called, or this instance is no more. It stays up while anyone holds it. */
  holdPresence(topic: string, sign: PresenceState): () => void;
  /** Calls `wake` whenever a sign of the topic changes, for who listens to it. Returns the function that ends it. */
  onPresenceChange(topic: string, wake: () => void): () => void;
  /** The signs of a topic that have changed after a version, oldest change first, for who listens to it; with 0: all that are up. */
  presenceSince(topic: string, version: number): readonly VersionedPresence[];
  /** Has `sweep` look after the topics that start with `prefix`. */
  addReconciler(prefix: string, sweep: Reconcile): void;
  /** How many topics are listened to, and by how many listeners. */
  size(): { readonly topics: number; readonly listeners: number };
  start(): void;
  stop(): Promise<void>;
}

interface Topic {
  readonly listeners: Set<(topic: string) => void>;
  readonly presenceListeners: Set<() => void>;
  logCache: LogCache<Position, unknown> | undefined;
  /** Tails of other topics that this one tells of. */
  readonly dependentCaches: Set<LogCache<Position, unknown>>;
  releaseCache: () => void;
  presence: PresenceStore | undefined;
  /** How far the last sweep found it. */
  lastReconciled: Position | undefined;
}

export interface PubSubOptions {
  readonly transport: Transport;
  /** The pause between two sweeps. */
  readonly reconcileMs: number;
  readonly pageSize: number;
  readonly cachedEntries: number;
  /** How long a held sign stays up without word of its holder, and how often the holder gives word. */
  readonly presenceTtlMs: number;
  readonly presenceRefreshMs: number;
  readonly maxPresencePerTopic: number;
  readonly onError: (error: unknown) => void;
}

export function createPubSub(options: PubSubOptions): PubSub {
  const { transport, reconcileMs, presenceTtlMs, onError } = options;
  const topics = new Map<string, Topic>();
  const reconcilers: { prefix: string; sweep: Reconcile }[] = [];
  const held = createHeldPresence(randomUUID(), presenceTtlMs);
  let timer: NodeJS.Timeout | undefined;
  let lastBeatAt = 0;
  let stopped = false;

  const applyUpdate = ({ topic: name, position }: TopicUpdate) => {
    const topic = topics.get(name);
    if (!topic) return;
    topic.logCache?.invalidate(position);
    for (const tail of topic.dependentCaches) tail.invalidate();
    for (const wake of [...topic.listeners]) wake(name);
  };
  const notifyPresenceListeners = ({ presenceListeners }: Topic) => {
    for (const wake of [...presenceListeners]) wake();
  };
  const applyPresence = ({ topic: name, sign, source, forMs }: PresenceChange) => {
    const topic = topics.get(name);
    if (!topic) return;
    topic.presence ??= createPresenceStore(options.maxPresencePerTopic);
    const board = topic.presence;
    const isNewcomer = source !== '' && forMs > 0 && !board.has(sign.key, source);
    const hasChanged =
      forMs > 0
        ? board.put(sign, source, performance.now() + forMs)
        : board.remove(sign.key, source === '' ? undefined : source);
    if (hasChanged) notifyPresenceListeners(topic);
    // Another instance begins to hold something here: it does not know yet what is held here.
    if (isNewcomer && source !== held.source) transport.broadcast(held.of(name));
  };
  const applyAndBroadcast = (news: PresenceChange) => {
    applyPresence(news);
    transport.broadcast([news]);
  };
  transport.onMessage((message) => ('sign' in message ? applyPresence(message) : applyUpdate(message)));

  const refreshPresence = () => {
    const now = performance.now();
    if (now - lastBeatAt >= options.presenceRefreshMs) {
      lastBeatAt = now;
      const all = held.all();
      for (const news of all) applyPresence(news);
      for (let from = 0; from < all.length; from += maxPerMessage)
        transport.broadcast(all.slice(from, from + maxPerMessage));
    }
    for (const topic of topics.values()) if (topic.presence?.expire(now)) notifyPresenceListeners(topic);
  };
  const reconcileAll = async () => {
    refreshPresence();
    for (const { prefix, sweep } of reconcilers) {
      const followed = [...topics.keys()].filter((name) => name.startsWith(prefix));
      if (followed.length === 0) continue;
      for (const hint of await sweep(followed)) {
        const topic = topics.get(hint.topic);
        if (!topic || (hint.position !== undefined && hint.position === topic.lastReconciled)) continue;
        topic.lastReconciled = hint.position;
        applyUpdate(hint);
      }
    }
  };
  // The next sweep begins a pause after the last one ended, however long that took.
  const scheduleReconcile = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      reconcileAll().catch(onError).finally(scheduleReconcile);
    }, reconcileMs);
    timer.unref();
  };
  const publishAll = (hints: readonly TopicUpdate[]) => {
    for (const hint of hints) applyUpdate(hint);
    transport.broadcast(hints);
  };

  return {
    publish: (topic, position) => publishAll([position === undefined ? { topic } : { topic, position }]),
    publishAll,
    subscribe: (names, wake) => {
      for (const name of names) {
        const topic = topics.get(name) ?? newTopic();
        topics.set(name, topic);
        topic.listeners.add(wake);
      }
      return () => {
        for (const name of names) {
          const topic = topics.get(name);
          topic?.listeners.delete(wake);
          if (topic?.listeners.size !== 0) continue;
          topic.releaseCache();
          topics.delete(name);
        }
      };
    },
    readAfter: <At extends Position, Entry>(log: TopicLog<At, Entry>, cursor: At) => {
      const topic = topics.get(log.topic);
      if (!topic) return log.read(cursor, options.pageSize);
      if (!topic.logCache) {
        // All readers of one topic read the same log, hence the same kind of places and entries.
        const tail = createLogCache(log, options) as unknown as LogCache<Position, unknown>;
        const tellers = (log.alsoInvalidatedBy ?? []).flatMap((name) => topics.get(name) ?? []);
        for (const { dependentCaches } of tellers) dependentCaches.add(tail);
        topic.releaseCache = () => {
          for (const { dependentCaches } of tellers) dependentCaches.delete(tail);
        };
        topic.logCache = tail;
      }
      return (topic.logCache as unknown as LogCache<At, Entry>).after(cursor);
    },
    showPresence: (topic, sign, forMs) => applyAndBroadcast({ topic, sign, source: '', forMs }),
    clearPresence: (topic, key) => applyAndBroadcast({ topic, sign: { key, value: {} }, source: '', forMs: 0 }),
    holdPresence: (topic, sign) => {
      if (held.take(topic, sign)) applyAndBroadcast(held.news(topic, sign));
      return () => {
        if (held.release(topic, sign.key)) applyAndBroadcast({ ...held.news(topic, sign), forMs: 0 });
      };
    },
    onPresenceChange: (name, wake) => {
      const signWakes = topics.get(name)?.presenceListeners;
      signWakes?.add(wake);
      return () => signWakes?.delete(wake);
    },
    presenceSince: (name, version) => topics.get(name)?.presence?.since(version) ?? [],
    addReconciler: (prefix, sweep) => {
      reconcilers.push({ prefix, sweep });
    },
    size: () => ({
      topics: topics.size,
      listeners: [...topics.values()].reduce((sum, { listeners }) => sum + listeners.size, 0),
    }),
    start: scheduleReconcile,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await transport.stop();
    },
  };
}

const maxPerMessage = 500;

const newTopic = (): Topic => ({
  listeners: new Set(),
  presenceListeners: new Set(),
  logCache: undefined,
  dependentCaches: new Set(),
  releaseCache: () => undefined,
  presence: undefined,
  lastReconciled: undefined,
});
