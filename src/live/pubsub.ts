/**
 * The PubSub of one process: topic updates come in, and subscribers are woken. It knows neither sockets nor orders. A
 * lost update loses no entry, because a subscriber that is woken reads the log after its own cursor. Besides updates it
 * carries presence: states that are not stored, may be lost, and count only in their newest version.
 */
import { randomUUID } from 'node:crypto';
import { createHeldPresence } from './held-presence.ts';
import { createLogCache, type Log, type LogCache, type Page, type Position } from './log-cache.ts';
import { createPresenceStore, type PresenceState, type PresenceStore, type VersionedPresence } from './presence.ts';
import type { PresenceChange, TopicUpdate, Transport } from './transport.ts';

/** Compares topics with the database: returns their ends, in case an update was lost. */
export type Reconcile = (topics: readonly string[]) => Promise<readonly TopicUpdate[]>;

/** A log with its topic. Its subscribers listen to the topic, and to the other topics that also invalidate its cache. */
export interface TopicLog<At extends Position, Entry> extends Log<At, Entry> {
  readonly topic: string;
  readonly alsoInvalidatedBy?: readonly string[];
}

export interface PubSub {
  /** Wakes the subscribers of a topic, on this instance and on the others. Call it after the commit. Never throws. */
  publish(topic: string, position?: Position): void;
  /** Publishes several topics in one message. */
  publishAll(updates: readonly TopicUpdate[]): void;
  /**
   * Calls `wake` with the topic whenever one of `topics` may have new entries. Subscribe first and read second, so that
   * no entry is missed in between. Returns the function that unsubscribes.
   */
  subscribe(topics: readonly string[], wake: (topic: string) => void): () => void;
  /** Reads a log after a cursor. All subscribers of its topic share the reads. */
  readAfter<At extends Position, Entry>(log: TopicLog<At, Entry>, cursor: At): Promise<Page<Entry>>;
  /** Sets a presence state for `ttlMs`, for the subscribers of the topic. */
  setPresence(topic: string, state: PresenceState, ttlMs: number): void;
  /** Clears a state that `setPresence` has set. */
  clearPresence(topic: string, key: string): void;
  /** Sets a state until the returned function is called, or this instance ends. It stays set while it has a holder. */
  holdPresence(topic: string, state: PresenceState): () => void;
  /** Calls `wake` whenever a state of a subscribed topic changes. Returns the function that ends it. */
  onPresenceChange(topic: string, wake: () => void): () => void;
  /** The states of a subscribed topic that have changed after a version, oldest change first; with 0, all that are set. */
  presenceSince(topic: string, version: number): readonly VersionedPresence[];
  /** Calls `reconcile` at intervals with the subscribed topics that start with `prefix`. */
  addReconciler(prefix: string, reconcile: Reconcile): void;
  /** Counts the topics that have subscribers, and the subscribers. */
  size(): { readonly topics: number; readonly listeners: number };
  start(): void;
  stop(): Promise<void>;
}

interface Topic {
  readonly listeners: Set<(topic: string) => void>;
  readonly presenceListeners: Set<() => void>;
  logCache: LogCache<Position, unknown> | undefined;
  /** Caches of other topics that updates of this topic invalidate. */
  readonly dependentCaches: Set<LogCache<Position, unknown>>;
  releaseCache: () => void;
  presence: PresenceStore | undefined;
  /** The end of the topic at the last reconciliation. */
  lastReconciled: Position | undefined;
}

export interface PubSubOptions {
  readonly transport: Transport;
  /** The pause between two reconciliations. */
  readonly reconcileMs: number;
  readonly pageSize: number;
  readonly cachedEntries: number;
  /** The time after which a held state expires unless its holder refreshes it, and the interval of the refreshes. */
  readonly presenceTtlMs: number;
  readonly presenceRefreshMs: number;
  readonly maxPresencePerTopic: number;
  readonly onError: (error: unknown) => void;
}

export function createPubSub(options: PubSubOptions): PubSub {
  const { transport, reconcileMs, presenceTtlMs, onError } = options;
  const topics = new Map<string, Topic>();
  const reconcilers: { prefix: string; reconcile: Reconcile }[] = [];
  const held = createHeldPresence(randomUUID(), presenceTtlMs);
  let timer: NodeJS.Timeout | undefined;
  let lastRefreshAt = 0;
  let isStopped = false;

  const applyUpdate = ({ topic: name, position }: TopicUpdate) => {
    const topic = topics.get(name);
    if (!topic) return;
    topic.logCache?.invalidate(position);
    for (const cache of topic.dependentCaches) cache.invalidate();
    for (const wake of [...topic.listeners]) wake(name);
  };
  const notifyPresenceListeners = ({ presenceListeners }: Topic) => {
    for (const wake of [...presenceListeners]) wake();
  };
  const applyPresence = ({ topic: name, state, source, ttlMs }: PresenceChange) => {
    const topic = topics.get(name);
    if (!topic) return;
    topic.presence ??= createPresenceStore(options.maxPresencePerTopic);
    const store = topic.presence;
    const isNewHolder = source !== '' && ttlMs > 0 && !store.has(state.key, source);
    const hasChanged =
      ttlMs > 0
        ? store.put(state, source, performance.now() + ttlMs)
        : store.remove(state.key, source === '' ? undefined : source);
    if (hasChanged) notifyPresenceListeners(topic);
    // Another instance begins to hold a state of this topic: it does not know yet what this instance holds.
    if (isNewHolder && source !== held.source) transport.broadcast(held.changesOfTopic(name));
  };
  const applyAndBroadcast = (change: PresenceChange) => {
    applyPresence(change);
    transport.broadcast([change]);
  };
  transport.onMessage((message) => ('state' in message ? applyPresence(message) : applyUpdate(message)));

  const refreshPresence = () => {
    const now = performance.now();
    if (now - lastRefreshAt >= options.presenceRefreshMs) {
      lastRefreshAt = now;
      const changes = held.allChanges();
      for (const change of changes) applyPresence(change);
      for (let from = 0; from < changes.length; from += maxPerMessage)
        transport.broadcast(changes.slice(from, from + maxPerMessage));
    }
    for (const topic of topics.values()) if (topic.presence?.expire(now)) notifyPresenceListeners(topic);
  };
  const reconcileAll = async () => {
    refreshPresence();
    for (const { prefix, reconcile } of reconcilers) {
      const subscribed = [...topics.keys()].filter((name) => name.startsWith(prefix));
      if (subscribed.length === 0) continue;
      for (const update of await reconcile(subscribed)) {
        const topic = topics.get(update.topic);
        if (!topic || (update.position !== undefined && update.position === topic.lastReconciled)) continue;
        topic.lastReconciled = update.position;
        applyUpdate(update);
      }
    }
  };
  // The pause begins when a reconciliation ends, however long it took.
  const scheduleReconcile = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      reconcileAll().catch(onError).finally(scheduleReconcile);
    }, reconcileMs);
    timer.unref();
  };
  const publishAll = (updates: readonly TopicUpdate[]) => {
    for (const update of updates) applyUpdate(update);
    transport.broadcast(updates);
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
        // All readers of one topic read the same log, hence the same types of positions and entries.
        const cache = createLogCache(log, options) as unknown as LogCache<Position, unknown>;
        const sources = (log.alsoInvalidatedBy ?? []).flatMap((name) => topics.get(name) ?? []);
        for (const { dependentCaches } of sources) dependentCaches.add(cache);
        topic.releaseCache = () => {
          for (const { dependentCaches } of sources) dependentCaches.delete(cache);
        };
        topic.logCache = cache;
      }
      return (topic.logCache as unknown as LogCache<At, Entry>).after(cursor);
    },
    setPresence: (topic, state, ttlMs) => applyAndBroadcast({ topic, state, source: '', ttlMs }),
    clearPresence: (topic, key) => applyAndBroadcast({ topic, state: { key, value: {} }, source: '', ttlMs: 0 }),
    holdPresence: (topic, state) => {
      if (held.hold(topic, state)) applyAndBroadcast(held.changeOf(topic, state));
      return () => {
        if (held.release(topic, state.key)) applyAndBroadcast({ ...held.changeOf(topic, state), ttlMs: 0 });
      };
    },
    onPresenceChange: (name, wake) => {
      const listeners = topics.get(name)?.presenceListeners;
      listeners?.add(wake);
      return () => listeners?.delete(wake);
    },
    presenceSince: (name, version) => topics.get(name)?.presence?.since(version) ?? [],
    addReconciler: (prefix, reconcile) => {
      reconcilers.push({ prefix, reconcile });
    },
    size: () => ({
      topics: topics.size,
      listeners: [...topics.values()].reduce((sum, { listeners }) => sum + listeners.size, 0),
    }),
    start: scheduleReconcile,
    stop: async () => {
      isStopped = true;
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
