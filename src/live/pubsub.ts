/**
 * The live side: hints in, wake-ups out. It knows no socket and no order, and nothing is lost when a hint is,
 * because whoever is woken reads the truth after its own cursor. Beside the hints it carries signs: what is stored
 * nowhere, may be lost, and counts only in its newest state.
 */
import { randomUUID } from 'node:crypto';
import { createHeldSigns } from './held-presence.ts';
import { createTail, type Log, type Page, type Place, type Tail } from './log-cache.ts';
import { type Board, createBoard, type SeenSign, type Sign } from './presence.ts';
import type { Hint, Relay, SignNews } from './transport.ts';

/** Compares topics with the truth: returns how far they are, in case a hint was lost. */
export type Sweep = (topics: readonly string[]) => Promise<readonly Hint[]>;

/** A log that is followed: by which topic it is known, and which others tell of it too; who follows it listens to all of them. */
export interface TopicLog<At extends Place, Entry> extends Log<At, Entry> {
  readonly topic: string;
  readonly alsoToldBy?: readonly string[];
}

export interface Hub {
  /** Tells everyone who listens, on this instance and the others. Call it after the commit. Never throws. */
  nudge(topic: string, place?: Place): void;
  /** The same for several topics in one message. */
  nudgeAll(hints: readonly Hint[]): void;
  /**
   * Calls `wake` with the topic whenever one of `topics` may have moved. Listen first and read second: then
   * nothing falls between. Returns the function that ends it.
   */
  listen(topics: readonly string[], wake: (topic: string) => void): () => void;
  /** Reads a log after a cursor, shared by all who listen to its topic. */
  readAfter<At extends Place, Entry>(log: TopicLog<At, Entry>, cursor: At): Promise<Page<Entry>>;
  /** Puts a sign up for a while, for whoever listens to the topic. */
  show(topic: string, sign: Sign, forMs: number): void;
  /** Takes a sign down that was put up with `show`. */
  hide(topic: string, key: string): void;
  /** Puts a sign up until the returned function is called, or this instance is no more. It stays up while anyone holds it. */
  hold(topic: string, sign: Sign): () => void;
  /** Calls `wake` whenever a sign of the topic changes, for who listens to it. Returns the function that ends it. */
  watchSigns(topic: string, wake: () => void): () => void;
  /** The signs of a topic that have changed after a version, oldest change first, for who listens to it; with 0: all that are up. */
  signsSince(topic: string, version: number): readonly SeenSign[];
  /** Has `sweep` look after the topics that start with `prefix`. */
  addSweep(prefix: string, sweep: Sweep): void;
  /** How many topics are listened to, and by how many listeners. */
  size(): { readonly topics: number; readonly listeners: number };
  start(): void;
  stop(): Promise<void>;
}

interface Topic {
  readonly wakes: Set<(topic: string) => void>;
  readonly signWakes: Set<() => void>;
  tail: Tail<Place, unknown> | undefined;
  /** Tails of other topics that this one tells of. */
  readonly told: Set<Tail<Place, unknown>>;
  forgetTail: () => void;
  board: Board | undefined;
  /** How far the last sweep found it. */
  swept: Place | undefined;
}

export interface HubOptions {
  readonly relay: Relay;
  /** The pause between two sweeps. */
  readonly sweepMs: number;
  readonly pageSize: number;
  readonly keptEntries: number;
  /** How long a held sign stays up without word of its holder, and how often the holder gives word. */
  readonly signMs: number;
  readonly signBeatMs: number;
  readonly signsPerTopic: number;
  readonly onError: (error: unknown) => void;
}

export function createHub(options: HubOptions): Hub {
  const { relay, sweepMs, signMs, onError } = options;
  const topics = new Map<string, Topic>();
  const sweeps: { prefix: string; sweep: Sweep }[] = [];
  const held = createHeldSigns(randomUUID(), signMs);
  let timer: NodeJS.Timeout | undefined;
  let lastBeatAt = 0;
  let stopped = false;

  const arrive = ({ topic: name, place }: Hint) => {
    const topic = topics.get(name);
    if (!topic) return;
    topic.tail?.hear(place);
    for (const tail of topic.told) tail.hear();
    for (const wake of [...topic.wakes]) wake(name);
  };
  const wakeForSigns = ({ signWakes }: Topic) => {
    for (const wake of [...signWakes]) wake();
  };
  const post = ({ topic: name, sign, source, forMs }: SignNews) => {
    const topic = topics.get(name);
    if (!topic) return;
    topic.board ??= createBoard(options.signsPerTopic);
    const board = topic.board;
    const isNewcomer = source !== '' && forMs > 0 && !board.has(sign.key, source);
    const hasChanged =
      forMs > 0
        ? board.put(sign, source, performance.now() + forMs)
        : board.remove(sign.key, source === '' ? undefined : source);
    if (hasChanged) wakeForSigns(topic);
    // Another instance begins to hold something here: it does not know yet what is held here.
    if (isNewcomer && source !== held.source) relay.pass(held.of(name));
  };
  const postAndPass = (news: SignNews) => {
    post(news);
    relay.pass([news]);
  };
  relay.onMessage((message) => ('sign' in message ? post(message) : arrive(message)));

  const tendSigns = () => {
    const now = performance.now();
    if (now - lastBeatAt >= options.signBeatMs) {
      lastBeatAt = now;
      const all = held.all();
      for (const news of all) post(news);
      for (let from = 0; from < all.length; from += mostPerMessage) relay.pass(all.slice(from, from + mostPerMessage));
    }
    for (const topic of topics.values()) if (topic.board?.expire(now)) wakeForSigns(topic);
  };
  const sweepAll = async () => {
    tendSigns();
    for (const { prefix, sweep } of sweeps) {
      const followed = [...topics.keys()].filter((name) => name.startsWith(prefix));
      if (followed.length === 0) continue;
      for (const hint of await sweep(followed)) {
        const topic = topics.get(hint.topic);
        if (!topic || (hint.place !== undefined && hint.place === topic.swept)) continue;
        topic.swept = hint.place;
        arrive(hint);
      }
    }
  };
  // The next sweep begins a pause after the last one ended, however long that took.
  const sweepLater = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      sweepAll().catch(onError).finally(sweepLater);
    }, sweepMs);
    timer.unref();
  };
  const nudgeAll = (hints: readonly Hint[]) => {
    for (const hint of hints) arrive(hint);
    relay.pass(hints);
  };

  return {
    nudge: (topic, place) => nudgeAll([place === undefined ? { topic } : { topic, place }]),
    nudgeAll,
    listen: (names, wake) => {
      for (const name of names) {
        const topic = topics.get(name) ?? newTopic();
        topics.set(name, topic);
        topic.wakes.add(wake);
      }
      return () => {
        for (const name of names) {
          const topic = topics.get(name);
          topic?.wakes.delete(wake);
          if (topic?.wakes.size !== 0) continue;
          topic.forgetTail();
          topics.delete(name);
        }
      };
    },
    readAfter: <At extends Place, Entry>(log: TopicLog<At, Entry>, cursor: At) => {
      const topic = topics.get(log.topic);
      if (!topic) return log.read(cursor, options.pageSize);
      if (!topic.tail) {
        // All readers of one topic read the same log, hence the same kind of places and entries.
        const tail = createTail(log, options) as unknown as Tail<Place, unknown>;
        const tellers = (log.alsoToldBy ?? []).flatMap((name) => topics.get(name) ?? []);
        for (const { told } of tellers) told.add(tail);
        topic.forgetTail = () => {
          for (const { told } of tellers) told.delete(tail);
        };
        topic.tail = tail;
      }
      return (topic.tail as unknown as Tail<At, Entry>).after(cursor);
    },
    show: (topic, sign, forMs) => postAndPass({ topic, sign, source: '', forMs }),
    hide: (topic, key) => postAndPass({ topic, sign: { key, value: {} }, source: '', forMs: 0 }),
    hold: (topic, sign) => {
      if (held.take(topic, sign)) postAndPass(held.news(topic, sign));
      return () => {
        if (held.release(topic, sign.key)) postAndPass({ ...held.news(topic, sign), forMs: 0 });
      };
    },
    watchSigns: (name, wake) => {
      const signWakes = topics.get(name)?.signWakes;
      signWakes?.add(wake);
      return () => signWakes?.delete(wake);
    },
    signsSince: (name, version) => topics.get(name)?.board?.since(version) ?? [],
    addSweep: (prefix, sweep) => {
      sweeps.push({ prefix, sweep });
    },
    size: () => ({
      topics: topics.size,
      listeners: [...topics.values()].reduce((sum, { wakes }) => sum + wakes.size, 0),
    }),
    start: sweepLater,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await relay.stop();
    },
  };
}

const mostPerMessage = 500;

const newTopic = (): Topic => ({
  wakes: new Set(),
  signWakes: new Set(),
  tail: undefined,
  told: new Set(),
  forgetTail: () => undefined,
  board: undefined,
  swept: undefined,
});
