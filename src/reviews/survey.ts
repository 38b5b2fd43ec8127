/** The metrics survey: some days after completion the advertiser is asked, once, what the ads have brought. */
import type { Effects, RunEffect } from '../services/order-services.ts';
import { addToSellerStats, publishMetrics } from './seller-stats.ts';

/** From now on the advertiser can answer. */
const openSurvey: RunEffect = async () => ({ surveyStatus: 'DUE' });

/** Keeps the answer, for both parties to read, and adds it to the figures of the seller. */
const recordMetrics: RunEffect = async (_app, tx, { order, entry, input }) => {
  // The table asks for these three; the effect's author knows their types.
  const { traffic, leads, conversions } = input as { traffic: number; leads: number; conversions: number };
  await tx.orderMetrics.create({ data: { orderId: order.id, traffic, leads, conversions, answeredAt: entry.at } });
  await addToSellerStats(tx, order.sellerId, { surveyCount: 1, traffic, leads, conversions });
  await publishMetrics(tx, order.sellerId);
  return { surveyStatus: 'ANSWERED' };
};

/** Ends an open survey. */
const endSurvey: RunEffect = async (_app, _tx, { order }) =>
  order.surveyStatus === 'DUE' ? { surveyStatus: 'LAPSED' } : undefined;

export const surveyEffects = { openSurvey, recordMetrics, endSurvey } satisfies Partial<Effects>;
