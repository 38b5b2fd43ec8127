import type { PresenceState } from './presence.ts';
import type { PresenceChange } from './transport.ts';

interface Holding {
  readonly sign: PresenceState;
  holders: number;
}

/** The signs that this instance, as `source`, holds up, each for as long as it has holders. */
export function createHeldPresence(source: string, forMs: number) {
  const topics = new Map<string, Map<string, Holding>>();
  const news = (topic: string, sign: PresenceState): PresenceChange => ({ topic, sign, source, forMs });
  const of = (topic: string) => [...(topics.get(topic)?.values() ?? [])].map(({ sign }) => news(topic, sign));
  return {
    source,
    news,
    of,
    all: () => [...topics.keys()].flatMap(of),
    /** Returns whether it was not held before. */
    take: (topic: string, sign: PresenceState): boolean => {
      const signs = topics.get(topic) ?? new Map<string, Holding>();
      topics.set(topic, signs);
      const known = signs.get(sign.key);
      signs.set(sign.key, { sign, holders: (known?.holders ?? 0) + 1 });
      return !known;
    },
    /** Returns whether nobody holds it any more. */
    release: (topic: string, key: string): boolean => {
      const signs = topics.get(topic);
      const known = signs?.get(key);
      if (!signs || !known) return false;
      known.holders -= 1;
      if (known.holders > 0) return false;
      signs.delete(key);
      if (signs.size === 0) topics.delete(topic);
      return true;
    },
  };
}
