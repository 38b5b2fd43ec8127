/** The totals of the orders of a seller: updated by the steps that change them, and read without adding anything up. */

import { limits } from '../limits.ts';
import type { Tx } from '../platform/db.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';

/** By how much figures grow; what is left out stays. */
export interface StatsDelta {
  readonly ordersCompleted?: number;
  readonly ratingCount?: number;
  readonly starSum?: number;
  readonly surveyCount?: number;
  readonly traffic?: number;
  readonly leads?: number;
  readonly conversions?: number;
}

/**
 * Updates the statistics of a seller in the transaction of the change. The caller holds an order, and no transaction that holds
 * figures waits for an order.
 */
export async function addToSellerStats(tx: Tx, sellerId: string, delta: StatsDelta): Promise<void> {
  const update = Object.fromEntries(Object.entries(delta).map(([name, increment]) => [name, { increment }]));
  await tx.sellerStats.upsert({ where: { sellerId }, create: { sellerId, ...delta }, update });
}

/**
 * Publishes the averages of a seller once enough further advertisers have answered. Two averages with one answer between them
 * would reveal that answer, and so would one with answers of an advertiser who knows the own ones. The caller has locked the
 * statistics, so of two answers at the same time the second one sees the first.
 */
export async function publishMetrics(tx: Tx, sellerId: string): Promise<void> {
  const [waiting] = await tx.$queryRaw<{ advertisers: number }[]>`
    select count(distinct ordered.advertiser_id)::int as advertisers
    from order_metrics as answer join "order" as ordered on ordered.id = answer.order_id
    where ordered.seller_id = ${sellerId}::uuid and not answer.is_published`;
  if (!waiting || waiting.advertisers < limits.profile.answersPerUpdate) return;
  await tx.orderMetrics.updateMany({ where: { order: { sellerId }, isPublished: false }, data: { isPublished: true } });
  await tx.$executeRaw`
    update seller_figures set published_answers = answers, published_traffic = traffic, published_leads = leads,
      published_conversions = conversions
    where seller_id = ${sellerId}::uuid`;
}

/** Counts the order among those that its seller has completed. */
const countCompleted: RunEffect = async (_app, tx, { order }) => {
  await addToSellerStats(tx, order.sellerId, { ordersCompleted: 1 });
  return undefined;
};

/** Counts it no longer: the money was given back, or it was not complete after all. */
const uncountCompleted: RunEffect = async (_app, tx, { order }) => {
  await tx.sellerStats.update({ where: { sellerId: order.sellerId }, data: { ordersCompleted: { decrement: 1 } } });
  return undefined;
};

export const statsEffects = { countCompleted, uncountCompleted } satisfies Partial<Effects>;
