/** Serves ads and counts impressions and clicks: placements are cached briefly, counts are written periodically. */
import { randomUUID } from 'node:crypto';
import { servableAdsFilter } from '../../access/access.ts';
import { adTopic, placementTopic, usedUpAdsTopic } from '../../live/topics.ts';
import type { BackgroundTask } from '../../platform/background-tasks.ts';
import { createCache } from '../../platform/cache.ts';
import { dayMs, later } from '../../platform/clock.ts';
import type { AppServices } from '../../services/services.ts';
import { tuning } from '../../tuning.ts';
import { type ClickTarget, clickTargetOf } from './click-target.ts';
import { type CounterBuffer, createCounterBuffer, forgetBatches, writeCounts } from './counters.ts';
import { type PublicPlacement, readPublicPlacement } from './servable-ads.ts';
import { createVisitFilter, type VisitFilter } from './visit-filter.ts';

export interface Serving {
  /** The placement with this slug from the cache; null if it does not exist. */
  placement(slug: string): Promise<PublicPlacement | null>;
  /** Click target of a running ad; null if the ad does not run or has no target. */
  target(adId: string): Promise<ClickTarget | null>;
  readonly count: CounterBuffer['add'];
  /** Counts the request of a visitor, or leaves it out of the counts. */
  readonly countVisit: VisitFilter['count'];
  /** Writes the counts. @throws if the write fails; the counts are kept for the next attempt */
  flush(): Promise<void>;
  /** Closes the caches, and deletes what the database holds about this process. Nothing is counted afterwards. */
  close(): Promise<void>;
}

/** The task that writes impressions and clicks. */
export const servingTasks = (serving: Serving): readonly BackgroundTask[] => [
  { name: 'ad-counters', kind: 'buffer', run: serving.flush, maxPauseMs: tuning.serving.counterFlushMs },
];

/**
 * Serves from this process; several processes may serve the same placements concurrently. Callers have no rate limit,
 * because many visitors share an address. An unknown slug costs one index lookup.
 */
export function createServing(app: AppServices): Serving {
  const { db, clock, live } = app;
  const watch = (topicOf: (key: string) => string) => (key: string, invalidate: () => void) =>
    live.subscribe([topicOf(key)], invalidate);
  const { cacheTtlMs, cachedPlacements, cachedTargets } = tuning.serving;
  const placements = createCache({
    clock,
    ttlMs: cacheTtlMs,
    maxKeys: cachedPlacements,
    watch: watch(placementTopic),
    read: (slug) => readPublicPlacement(app, slug),
  });
  const targets = createCache({
    clock,
    ttlMs: cacheTtlMs,
    maxKeys: cachedTargets,
    watch: watch(adTopic),
    read: (adId) =>
      db.ad.findFirst({
        where: { AND: [{ id: adId }, servableAdsFilter(clock.now())] },
        select: {
          targetUrl: true,
          endsAt: true,
          order: { select: { number: true } },
          entry: { select: { placement: { select: { slug: true, referrerPolicy: true, addsUtm: true } } } },
        },
      }),
  });
  const processId = randomUUID();
  const counters = createCounterBuffer(clock, async (batch) => {
    if (await writeCounts(db, { processId, batch, at: clock.now() })) live.publish(usedUpAdsTopic);
  });

  const filter = createVisitFilter(app, counters.add);

  return {
    placement: placements.get,
    target: async (adId) => {
      const ad = await targets.get(adId);
      const hasEnded = ad?.endsAt && ad.endsAt <= clock.now();
      return ad && !hasEnded ? clickTargetOf(ad) : null;
    },
    count: counters.add,
    countVisit: filter.count,
    flush: async () => {
      await filter.settle();
      await counters.flush();
    },
    close: async () => {
      placements.close();
      targets.close();
      await forgetBatches(db, { processId, diedBefore: later(clock.now(), -dayMs) });
    },
  };
}
