import { anonymous } from '../access/viewer.ts';
import { adRow } from '../process/ad.ts';
import { toJson } from '../process/fields.ts';
import type { OrderServices } from '../services/order-services.ts';
import { checkAdStep } from './ad.ts';
import { findUsedUp, isUsedUp } from './ad-flight.ts';
import { announceAd, applyAdStep, lockAd } from './take-ad-step.ts';

const batchSize = 100;

/**
 * Lets every ad expire whose days are over or whose impressions or clicks are used up, each in a transaction of its own;
 * two instances may do this at once. One that fails holds up no other and is tried again the next time. Returns how many
 * expired.
 */
export async function expireDueAds(app: OrderServices): Promise<number> {
  const due = await findDueAds(app);
  let expired = 0;
  for (const id of due) {
    try {
      if (await expireAd(app, id)) expired += 1;
    } catch (error) {
      app.log.error({ err: error, adId: id }, 'an ad could not expire');
    }
  }
  return expired;
}

/** Both are read from an index that holds little else: looking every second costs next to nothing. */
async function findDueAds({ db, clock }: OrderServices): Promise<ReadonlySet<string>> {
  const overdue = await db.ad.findMany({
    where: { status: { in: [...adRow('expireAd').from] }, endsAt: { lte: clock.now() } },
    orderBy: { endsAt: 'asc' },
    take: batchSize,
    select: { id: true },
  });
  return new Set([...overdue.map(({ id }) => id), ...(await findUsedUp(db, { most: batchSize }))]);
}

async function expireAd(app: OrderServices, adId: string): Promise<boolean> {
  const taken = await app.db.$transaction(async (tx) => {
    const locked = await lockAd(tx, adId, {});
    const { ad } = locked;
    // With the ad locked: another instance may have done it, or the seller has taken the ad back.
    const isOver = (ad.endsAt && ad.endsAt <= app.clock.now()) || (await isUsedUp(tx, ad));
    if (!isOver || checkAdStep(ad, 'expireAd', ['system'])) return undefined;
    return applyAdStep(app, tx, locked, {
      step: 'expireAd',
      input: {},
      logged: toJson({ adName: ad.name, adId }),
      role: 'system',
      viewer: anonymous,
      actorId: null,
    });
  });
  if (taken) announceAd(app, taken);
  return taken !== undefined;
}
