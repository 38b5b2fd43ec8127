import { anonymous } from '../access/viewer.ts';
import { orderActivityTopic, usedUpAdsTopic } from '../live/topics.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { later } from '../platform/clock.ts';
import { forEachDue } from '../platform/due-items.ts';
import { adRow } from '../process/ad.ts';
import { toJson } from '../process/fields.ts';
import type { OrderServices } from '../services/order-services.ts';
import { tuning } from '../tuning.ts';
import { checkAdStep } from './ad.ts';
import { isGoalReached } from './ad-flight.ts';
import { applyAdStep, lockAd, publishAdChange } from './take-ad-step.ts';

/** The task that lets ads expire. */
export const adTasks = (app: OrderServices): readonly BackgroundTask[] => [
  {
    name: 'ad-expiry',
    kind: 'clock',
    run: () => expireDueAds(app),
    nextDueAt: () => findNextExpiry(app),
    wakeTopics: [usedUpAdsTopic, orderActivityTopic],
    maxPauseMs: tuning.backgroundTasks.maxPauseMs,
  },
];

/**
 * Expires every ad whose days have passed or whose impressions or clicks are used up, and returns their number.
 */
export const expireDueAds = (app: OrderServices): Promise<number> =>
  forEachDue({
    name: 'ad expiry',
    log: app.log,
    find: (limit) => findDueAds(app, limit),
    handle: ({ adId }) => expireAd(app, adId),
    reschedule: ({ adId: id }) =>
      app.db.ad.updateMany({
        where: { id },
        data: { expireRetryAt: later(app.clock.now(), tuning.ads.expiryRetryMs) },
      }),
  });

/**
 * Ads that have ended, ads that are used up, and ads whose expiry has failed and is tried again: up to `limit` of each.
 * The conditions are those of partial indexes, so they are part of the text.
 */
function findDueAds({ db, clock }: OrderServices, limit: number): Promise<{ adId: string }[]> {
  const now = clock.now();
  return db.$queryRaw`
    (select id as "adId" from ad where status = 'PUBLISHED' and expire_retry_at is null and ends_at <= ${now}
      order by ends_at limit ${limit})
    union
    (select ad.id from ad_counter join ad on ad.id = ad_counter.ad_id
      where is_used_up and status = 'PUBLISHED' and expire_retry_at is null limit ${limit})
    union
    (select id from ad where status = 'PUBLISHED' and expire_retry_at is not null and expire_retry_at <= ${now}
      order by expire_retry_at limit ${limit})`;
}

/** The moment at which the next ad ends, or its expiry is tried again; now if an ad is used up. */
async function findNextExpiry({ db, clock }: OrderServices): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ dueAt: Date | null }[]>`
    select least(
      (select min(ends_at) from ad where status = 'PUBLISHED' and expire_retry_at is null),
      (select min(expire_retry_at) from ad where status = 'PUBLISHED' and expire_retry_at is not null),
      (select ${clock.now()}::timestamptz where exists (
        select from ad_counter join ad on ad.id = ad_counter.ad_id
        where is_used_up and status = 'PUBLISHED' and expire_retry_at is null))
    ) as "dueAt"`;
  return row?.dueAt ?? undefined;
}

/** @throws if the flight has ended and the expiry is refused */
async function expireAd(app: OrderServices, adId: string): Promise<boolean> {
  const expired = await app.db.$transaction(async (tx) => {
    const locked = await lockAd(tx, adId, {});
    const { ad } = locked;
    if (ad.expireRetryAt) await tx.ad.update({ where: { id: adId }, data: { expireRetryAt: null } });
    // With the ad locked: another instance may have let it expire, or the seller has unpublished it.
    const isPublished = adRow('expireAd').from.includes(ad.status);
    const hasEnded = (ad.endsAt && ad.endsAt <= app.clock.now()) || (await isGoalReached(tx, ad));
    if (!isPublished || !hasEnded) return undefined;
    const failure = checkAdStep(ad, 'expireAd', ['system']);
    if (failure) throw new Error(`The ad cannot expire: ${failure.reason}`);
    return applyAdStep(app, tx, locked, {
      step: 'expireAd',
      input: {},
      loggedInput: toJson({ adName: ad.name, adId }),
      role: 'system',
      viewer: anonymous,
      actorId: null,
    });
  });
  if (expired) publishAdChange(app, expired);
  return expired !== undefined;
}
