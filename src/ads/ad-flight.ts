/**
 * How long an ad runs: for the days, the impressions or the clicks that were bought. Days are counted from each
 * publication. Impressions and clicks are counted over all runs together, toward the one quantity that was bought: an ad
 * that is taken back and published again goes on where it was.
 */
import type { Ad } from '../generated/prisma/client.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';

/** What is counted, by the word with which it is bought. */
export const countedMeasures = { IMPRESSIONS: 'impressions', CLICKS: 'clicks' } as const;
export type DeliveryMeasure = keyof typeof countedMeasures;
/** What an ad has of each. */
export type Counts = Readonly<Record<(typeof countedMeasures)[DeliveryMeasure], number>>;

/** At how many impressions or clicks a run ends. */
export interface FlightLimit {
  readonly measure: DeliveryMeasure;
  readonly quantity: number;
}

/** What ends a run: one of both, or nothing. */
export interface FlightEnd {
  readonly endsAt: Date | null;
  readonly limit: FlightLimit | null;
}

/** What was bought, as the price option says it. */
interface Purchase {
  readonly measure: string;
  readonly quantity: number;
}

const isCounted = (measure: string): measure is DeliveryMeasure => Object.hasOwn(countedMeasures, measure);

/** How many impressions or clicks end a run; null where days do, or nothing. */
const flightLimitOf = ({ measure, quantity }: Purchase): FlightLimit | null =>
  isCounted(measure) ? { measure, quantity } : null;

/** What ends the run of an ad that is published at `at`. This alone decides it. */
export async function computeFlightEnd(db: Tx, { itemId }: Pick<Ad, 'itemId'>, at: Date): Promise<FlightEnd> {
  const purchase = itemId ? await db.priceOption.findFirst({ where: { items: { some: { id: itemId } } } }) : null;
  if (!purchase) return { endsAt: null, limit: null };
  return {
    endsAt: purchase.measure === 'DAYS' ? later(at, purchase.quantity * dayMs) : null,
    limit: flightLimitOf(purchase),
  };
}

/** Has the impressions and clicks of an ad counted from now on, and hands back when its days are over. */
export async function startRun(
  tx: Tx,
  { ad, at }: { readonly ad: Pick<Ad, 'id' | 'itemId'>; readonly at: Date },
): Promise<Pick<FlightEnd, 'endsAt'>> {
  const { endsAt, limit } = await computeFlightEnd(tx, ad, at);
  const limits = {
    impressionLimit: limit?.measure === 'IMPRESSIONS' ? limit.quantity : null,
    clickLimit: limit?.measure === 'CLICKS' ? limit.quantity : null,
  };
  await tx.adCounter.upsert({ where: { adId: ad.id }, create: { adId: ad.id, ...limits }, update: limits });
  return { endsAt };
}

/** Ends the run of an ad: what is still counted ends nothing any more. */
export async function endRun(tx: Tx, { id }: Pick<Ad, 'id'>): Promise<Pick<FlightEnd, 'endsAt'>> {
  await tx.adCounter.updateMany({ where: { adId: id }, data: { impressionLimit: null, clickLimit: null } });
  return { endsAt: null };
}

/** Whether an ad runs and has used up the impressions or clicks that were bought. */
export const isGoalReached = async (db: Tx, { id }: Pick<Ad, 'id'>): Promise<boolean> =>
  (await db.adCounter.count({ where: { adId: id, isGoalReached: true } })) > 0;

/** How far an ad is. */
export interface FlightProgress {
  readonly counts: Counts;
  /** Null if neither impressions nor clicks were bought. */
  readonly limit: (FlightLimit & { readonly used: number }) | null;
}

/** How far each of these ads is, in the order of the ids. A fixed number of statements. */
export async function readProgress(db: Tx, adIds: readonly string[]): Promise<readonly FlightProgress[]> {
  const ads = await db.ad.findMany({
    where: { id: { in: [...adIds] } },
    select: {
      id: true,
      counter: { select: { impressions: true, clicks: true } },
      item: { select: { priceOption: { select: { measure: true, quantity: true } } } },
    },
  });
  const byId = new Map(ads.map((ad) => [ad.id, ad]));
  return adIds.map((id) => {
    const ad = byId.get(id);
    const counts = { impressions: Number(ad?.counter?.impressions ?? 0), clicks: Number(ad?.counter?.clicks ?? 0) };
    const purchase = ad?.item?.priceOption;
    const limit = purchase ? flightLimitOf(purchase) : null;
    return { counts, limit: limit && { ...limit, used: counts[countedMeasures[limit.measure]] } };
  });
}
