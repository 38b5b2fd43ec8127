/**
 * Decides which visits count: each visitor once within some minutes, and of each address and network at most a number.
 * Visitors are hashes with a key of the day. They are held for the window only, and never written to the database.
 */
import type { IncomingMessage } from 'node:http';
import { callerAddress, networksOf } from '../../http/caller-address.ts';
import { limits } from '../../limits.ts';
import { dayOf } from '../../platform/days.ts';
import { derivedToken } from '../../platform/secrets.ts';
import type { AppServices } from '../../services/services.ts';
import { isClick, isVisit } from './bot-filter.ts';
import type { CounterBuffer } from './counters.ts';

type Counted = 'impressions' | 'clicks';

/** The counters by what happened, and by whether it counts. */
const counters = {
  impressions: { counts: isVisit, filtered: 'filteredImpressions' },
  clicks: { counts: isClick, filtered: 'filteredClicks' },
} as const;

export interface VisitFilter {
  /** Counts a request that shows or clicks an ad, in the counter that it belongs to. HEAD is not counted at all. */
  count(request: IncomingMessage, adId: string, what: Counted): void;
  /** Waits until every request so far is in its counter. */
  settle(): Promise<void>;
}

export function createVisitFilter(
  { config, clock, visits }: Pick<AppServices, 'config' | 'clock' | 'visits'>,
  add: CounterBuffer['add'],
): VisitFilter {
  const pending = new Set<Promise<void>>();
  let key = { day: '', value: '' };
  const keyOfDay = (): string => {
    const day = dayOf(clock.now());
    if (key.day !== day) key = { day, value: derivedToken(config.secret, `visitors:${day}`) };
    return key.value;
  };
  const { perAddress, perNetwork } = limits.serving.visitors;

  return {
    count: (request, adId, what) => {
      if (request.method !== 'GET') return;
      const { counts, filtered } = counters[what];
      const addAs = (isCounted: boolean) => add(adId, isCounted ? what : filtered);
      if (!counts(request)) return addAs(false);
      const address = callerAddress(config, request);
      const hashed = (...parts: string[]) => derivedToken(keyOfDay(), JSON.stringify([adId, what, ...parts]));
      const result = visits.tryRecord(hashed(address, request.headers['user-agent'] ?? ''), () => {
        const { host, network } = networksOf(address);
        return [
          { key: hashed('host', host), max: perAddress },
          { key: hashed('network', network), max: perNetwork },
        ];
      });
      if (typeof result === 'boolean') return addAs(result);
      const added: Promise<void> = result.then(addAs).finally(() => pending.delete(added));
      pending.add(added);
    },
    settle: async () => {
      await Promise.all(pending);
    },
  };
}
