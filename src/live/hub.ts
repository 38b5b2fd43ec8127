/**
 * The live side: hints in, wake-ups out. It knows no socket and no order, and nothing is lost when a hint is,
 * because whoever is woken reads the truth after its own cursor.
 */
import type { Relay } from './relay.ts';
import { createTail, type Numbered, type ReadAfter, type Tail } from './tail.ts';

/** "This topic has moved", and how far if its log counts. */
export interface Hint {
  readonly topic: string;
  readonly number?: number;
}

/** Compares topics with the truth: returns how far they are, in case a hint was lost. */
export type Sweep = (topics: readonly string[]) => Promise<readonly Hint[]>;

export interface Hub {
  /** Tells everyone who listens, on this instance and the others. Call it after the commit. Never throws. */
  nudge(topic: string, number?: number): void;
  /**
   * Calls `wake` with the topic whenever one of `topics` may have moved. Listen first and read second: then
   * nothing falls between. Returns the function that ends it.
   */
  listen(topics: readonly string[], wake: (topic: string) => void): () => void;
  /**
   * Reads a topic's log after a cursor, shared by all who listen to the topic.
   * An empty answer means: nothing newer, wait to be woken.
   */
  readAfter<Entry extends Numbered>(topic: string, cursor: number, read: ReadAfter<Entry>): Promise<readonly Entry[]>;
  /** Has `sweep` look after the topics that start with `prefix`. */
  addSweep(prefix: string, sweep: Sweep): void;
  /** How many topics are listened to, and by how many listeners. */
  size(): { readonly topics: number; readonly listeners: number };
  start(): void;
  stop(): Promise<void>;
}

interface Topic {
  readonly wakes: Set<(topic: string) => void>;
  tail: Tail<Numbered> | undefined;
  /** How far the last sweep found it. */
  swept: number | undefined;
}

export interface HubOptions {
  readonly relay: Relay;
  /** The pause between two sweeps. */
  readonly sweepMs: number;
  readonly pageSize: number;
  readonly keptEntries: number;
  readonly onError: (error: unknown) => void;
}

export function createHub({ relay, sweepMs, pageSize, keptEntries, onError }: HubOptions): Hub {
  const topics = new Map<string, Topic>();
  const sweeps: { prefix: string; sweep: Sweep }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const arrive = ({ topic: name, number }: Hint) => {
    const topic = topics.get(name);
    if (!topic) return;
    if (number !== undefined) topic.tail?.hear(number);
    for (const wake of [...topic.wakes]) wake(name);
  };
  relay.onHint(arrive);

  const sweepAll = async () => {
    for (const { prefix, sweep } of sweeps) {
      const followed = [...topics.keys()].filter((name) => name.startsWith(prefix));
      if (followed.length === 0) continue;
      for (const hint of await sweep(followed)) {
        const topic = topics.get(hint.topic);
        if (!topic || (hint.number !== undefined && hint.number === topic.swept)) continue;
        topic.swept = hint.number;
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

  return {
    nudge: (topic, number) => {
      const hint = number === undefined ? { topic } : { topic, number };
      arrive(hint);
      relay.pass(hint);
    },
    listen: (names, wake) => {
      for (const name of names) {
        const topic = topics.get(name) ?? { wakes: new Set(), tail: undefined, swept: undefined };
        topics.set(name, topic);
        topic.wakes.add(wake);
      }
      return () => {
        for (const name of names) {
          const topic = topics.get(name);
          topic?.wakes.delete(wake);
          if (topic?.wakes.size === 0) topics.delete(name);
        }
      };
    },
    readAfter: <Entry extends Numbered>(name: string, cursor: number, read: ReadAfter<Entry>) => {
      const topic = topics.get(name);
      if (!topic) return read(cursor, pageSize);
      topic.tail ??= createTail<Numbered>(read, { pageSize, keptEntries });
      // All readers of one topic read the same log, hence the same kind of entries.
      return (topic.tail as Tail<Entry>).after(cursor);
    },
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
