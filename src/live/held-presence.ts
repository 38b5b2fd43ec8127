import type { PresenceState } from './presence.ts';
import type { PresenceChange } from './transport.ts';

interface Holding {
  readonly state: PresenceState;
  holders: number;
}

/** The presence states that this instance holds as `source`. A state is held while it has at least one holder. */
export function createHeldPresence(source: string, ttlMs: number) {
  const topics = new Map<string, Map<string, Holding>>();
  const changeOf = (topic: string, state: PresenceState): PresenceChange => ({ topic, state, source, ttlMs });
  const changesOfTopic = (topic: string) =>
    [...(topics.get(topic)?.values() ?? [])].map(({ state }) => changeOf(topic, state));
  return {
    source,
    changeOf,
    changesOfTopic,
    allChanges: () => [...topics.keys()].flatMap(changesOfTopic),
    /** Adds a holder. Returns true for the first holder of the state. */
    hold: (topic: string, state: PresenceState): boolean => {
      const holdings = topics.get(topic) ?? new Map<string, Holding>();
      topics.set(topic, holdings);
      const holding = holdings.get(state.key);
      holdings.set(state.key, { state, holders: (holding?.holders ?? 0) + 1 });
      return !holding;
    },
    /** Removes a holder. Returns true if it was the last one. */
    release: (topic: string, key: string): boolean => {
      const holdings = topics.get(topic);
      const holding = holdings?.get(key);
      if (!holdings || !holding) return false;
      holding.holders -= 1;
      if (holding.holders > 0) return false;
      holdings.delete(key);
      if (holdings.size === 0) topics.delete(topic);
      return true;
    },
  };
}
