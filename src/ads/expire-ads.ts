import { nobody } from '../access/viewer.ts';
import { announce } from '../orders/take-step.ts';
import type { OrderWorld } from '../orders/world.ts';
import { adRow } from '../process/ad.ts';
import { toJson } from '../process/fields.ts';
import { adBlockOf } from './ad.ts';
import { applyAdStep, lockAd } from './take-ad-step.ts';

const mostAtOnce = 100;

/**
 * Lets every ad expire whose days are over, each in a transaction of its own; two instances may do this at once.
 * One that fails holds up no other and is tried again the next time. Returns how many expired.
 */
export async function expireDueAds(app: OrderWorld): Promise<number> {
  const due = await app.db.ad.findMany({
    where: { status: { in: [...adRow('expireAd').from] }, endsAt: { lte: app.clock.now() } },
    orderBy: { endsAt: 'asc' },
    take: mostAtOnce,
    select: { id: true },
  });
  let expired = 0;
  for (const { id } of due) {
    try {
      if (await expireAd(app, id)) expired += 1;
    } catch (error) {
      app.log.error({ err: error, adId: id }, 'an ad could not expire');
    }
  }
  return expired;
}

async function expireAd(app: OrderWorld, adId: string): Promise<boolean> {
  const done = await app.db.$transaction(async (tx) => {
    const locked = await lockAd(tx, adId, {});
    const { ad } = locked;
    // With the ad locked: another instance may have done it, or the seller has taken the ad back.
    if (!ad.endsAt || ad.endsAt > app.clock.now() || adBlockOf(ad, 'expireAd', ['system'])) return undefined;
    return applyAdStep(app, tx, locked, {
      step: 'expireAd',
      input: {},
      logged: toJson({ adName: ad.name, adId }),
      role: 'system',
      viewer: nobody,
      actorId: null,
    });
  });
  if (done?.order) announce(app, done.order);
  return done !== undefined;
}
