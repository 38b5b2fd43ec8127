/**
 * The flight of an ad: it runs for the purchased days, impressions or clicks. Days, impressions and clicks are counted over
 * all flights toward the purchased quantity: an ad that is unpublished and published again continues where it stopped.
 */
import type { Ad, OrderItem } from '../generated/prisma/client.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';

/** The counted measures by the measure of the price option. */
export const countedMeasures = { IMPRESSIONS: 'impressions', CLICKS: 'clicks' } as const;
export type DeliveryMeasure = keyof typeof countedMeasures;
/** Counted impressions and clicks of an ad. */
export type Counts = Readonly<Record<(typeof countedMeasures)[DeliveryMeasure], number>>;
/** Requests that were left out of the counts. */
export interface FilteredCounts {
  readonly filteredImpressions: number;
  readonly filteredClicks: number;
}

/** The number of impressions or clicks that ends a flight. */
export interface FlightLimit {
  readonly measure: DeliveryMeasure;
  readonly quantity: number;
}

/** The end of a flight: a date, a limit, or neither. */
export interface FlightEnd {
  readonly endsAt: Date | null;
  readonly limit: FlightLimit | null;
}

/** The purchased measure and quantity of an item. The quantity is null for an ad that runs until it is taken down. */
type Purchase = Pick<OrderItem, 'measure' | 'quantity'>;

const isCounted = (measure: string): measure is DeliveryMeasure => Object.hasOwn(countedMeasures, measure);

/** The limit of impressions or clicks; null for ads that are bought by days, as a whole, or not at all. */
const flightLimitOf = ({ measure, quantity }: Purchase): FlightLimit | null =>
  isCounted(measure) && quantity !== null ? { measure, quantity } : null;

/** The purchased time in milliseconds; null for ads that are not bought by days. */
const purchasedMsOf = ({ measure, quantity }: Purchase): number | null =>
  measure === 'DAYS' && quantity !== null ? quantity * dayMs : null;

/** The end of the days of an ad, or what is left of them while they do not run. */
type RunOfAd = Pick<Ad, 'endsAt' | 'remainingMs'>;

type FlightOfAd = Pick<Ad, 'itemId' | 'remainingMs'>;

/** Decides the end of the flight of an ad that is published at `at`. No other code decides it. */
export async function computeFlightEnd(db: Tx, { itemId, remainingMs }: FlightOfAd, at: Date): Promise<FlightEnd> {
  const purchase = itemId ? await db.orderItem.findUnique({ where: { id: itemId } }) : null;
  if (!purchase) return { endsAt: null, limit: null };
  const ms = remainingMs === null ? purchasedMsOf(purchase) : Number(remainingMs);
  return { endsAt: ms === null ? null : later(at, ms), limit: flightLimitOf(purchase) };
}

/** Starts a flight: counts impressions and clicks from now on, and returns its end date, if it has one. */
export async function startRun(
  tx: Tx,
  { ad, at }: { readonly ad: Pick<Ad, 'id'> & FlightOfAd; readonly at: Date },
): Promise<RunOfAd> {
  const { endsAt, limit } = await computeFlightEnd(tx, ad, at);
  const limits = {
    impressionLimit: limit?.measure === 'IMPRESSIONS' ? limit.quantity : null,
    clickLimit: limit?.measure === 'CLICKS' ? limit.quantity : null,
  };
  await tx.adCounter.upsert({ where: { adId: ad.id }, create: { adId: ad.id, ...limits }, update: limits });
  return { endsAt, remainingMs: null };
}

/** Ends the flight of an ad; later counts have no effect on its status. What is left of its time runs in the next flight. */
export async function endRun(
  tx: Tx,
  { ad, at }: { readonly ad: Pick<Ad, 'id'> & RunOfAd; readonly at: Date },
): Promise<RunOfAd> {
  await tx.adCounter.updateMany({ where: { adId: ad.id }, data: { impressionLimit: null, clickLimit: null } });
  return { endsAt: null, remainingMs: remainingMsAt(ad, at) };
}

/** The time of a flight that is left at `at`, in milliseconds; null if it is not limited. */
export const remainingMsAt = ({ endsAt, remainingMs }: RunOfAd, at: Date): bigint | null =>
  endsAt ? BigInt(Math.max(0, endsAt.getTime() - at.getTime())) : remainingMs;

/** Stops the days of a running ad at `at`. */
export const pauseRun = (ad: RunOfAd, at: Date): RunOfAd => ({ endsAt: null, remainingMs: remainingMsAt(ad, at) });

/** Lets the days of an ad that were stopped run from `at`. */
export const continueRun = ({ endsAt, remainingMs }: RunOfAd, at: Date): RunOfAd => ({
  endsAt: remainingMs === null ? endsAt : later(at, Number(remainingMs)),
  remainingMs: null,
});

/** Adds days to the flight of an ad, whether they run or are stopped. */
export const extendRun = ({ endsAt, remainingMs }: RunOfAd, days: number): RunOfAd => ({
  endsAt: endsAt && later(endsAt, days * dayMs),
  remainingMs: remainingMs === null ? null : remainingMs + BigInt(days * dayMs),
});

/** True if a running ad has used up the purchased impressions or clicks. */
export const isGoalReached = async (db: Tx, { id }: Pick<Ad, 'id'>): Promise<boolean> =>
  (await db.adCounter.count({ where: { adId: id, isGoalReached: true } })) > 0;

/** Delivery progress of an ad. */
export interface FlightProgress {
  readonly counts: Counts & FilteredCounts;
  /** Null if neither impressions nor clicks were bought. */
  readonly limit: (FlightLimit & { readonly used: number }) | null;
}

/** Delivery progress of these ads, in the order of the ids, in a fixed number of statements. */
export async function readProgress(db: Tx, adIds: readonly string[]): Promise<readonly FlightProgress[]> {
  const ads = await db.ad.findMany({
    where: { id: { in: [...adIds] } },
    select: {
      id: true,
      counter: { select: { impressions: true, clicks: true, filteredImpressions: true, filteredClicks: true } },
      item: { select: { measure: true, quantity: true } },
    },
  });
  const byId = new Map(ads.map((ad) => [ad.id, ad]));
  return adIds.map((id) => {
    const ad = byId.get(id);
    const counts = {
      impressions: Number(ad?.counter?.impressions ?? 0),
      clicks: Number(ad?.counter?.clicks ?? 0),
      filteredImpressions: Number(ad?.counter?.filteredImpressions ?? 0),
      filteredClicks: Number(ad?.counter?.filteredClicks ?? 0),
    };
    const purchase = ad?.item;
    const limit = purchase ? flightLimitOf(purchase) : null;
    return { counts, limit: limit && { ...limit, used: counts[countedMeasures[limit.measure]] } };
  });
}
