/** Ratings: each party rates an order once; ratings are sealed until both have rated or the period has ended. */
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import type { Effects, OrderPatch, RunEffect } from '../services/order-services.ts';
import { addToSellerStats } from './seller-stats.ts';

/**
 * Opens the ratings when the order is completed for the first time. Completed once more, it keeps the same
 * ratings: what is open stays open for the time of the new stay, and what was published is not asked for again.
 */
const openReviews: RunEffect = async (_app, _tx, { order }) =>
  order.reviewStatus === 'NOT_OPEN' ? { reviewStatus: 'OPEN' } : undefined;

/** Keeps what a party gave; the second rating publishes both. */
const recordRating: RunEffect = async (_app, tx, { order, entry, input }) => {
  const isByAdvertiser = entry.role === 'advertiser';
  const role = isByAdvertiser ? 'advertiser' : 'seller';
  const [raterId, rateeId] = isByAdvertiser
    ? [order.advertiserId, order.sellerId]
    : [order.sellerId, order.advertiserId];
  // The table asks for both; the effect's author knows their types.
  const { stars, text } = input as { stars: number; text?: string };
  await tx.rating.create({
    data: { orderId: order.id, role, raterId, rateeId, stars, text: text ?? null },
  });
  const patch = isByAdvertiser ? { hasAdvertiserRated: true } : { hasSellerRated: true };
  const { hasAdvertiserRated, hasSellerRated } = { ...order, ...patch };
  return hasAdvertiserRated && hasSellerRated ? { ...patch, ...(await publish(tx, order, entry.at)) } : patch;
};

/** Publishes the ratings and closes them. If ratings are not open, it does nothing. */
const releaseRatings: RunEffect = async (_app, tx, { order, entry }) =>
  order.reviewStatus === 'OPEN' ? publish(tx, order, entry.at) : undefined;

async function publish(tx: Tx, order: Order, at: Date): Promise<OrderPatch> {
  const published = await tx.rating.updateManyAndReturn({
    where: { orderId: order.id },
    data: { publishedAt: at },
    select: { rateeId: true, stars: true },
  });
  for (const { rateeId, stars: starSum } of published)
    if (rateeId === order.sellerId) await addToSellerStats(tx, order.sellerId, { ratingCount: 1, starSum });
  return { reviewStatus: 'PUBLISHED' };
}

export const ratingEffects = { openReviews, recordRating, releaseRatings } satisfies Partial<Effects>;
