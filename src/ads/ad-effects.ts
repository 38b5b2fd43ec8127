/** Effects of ad steps, and effects of order steps on ads. */
import { isMember, type Viewer } from '../access/viewer.ts';
import type { Ad, Order } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { type AdEffect, adProcess, maxExtendedDays } from '../process/ad.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';
import { keepToCreativeRules, saveContent } from './ad-content.ts';
import { continueRun, endRun, extendRun, pauseRun, startRun } from './ad-flight.ts';
import { createAdsOfItems, withdrawnAt } from './ads-of-items.ts';
import { moveToPlacement } from './placements/move-to-placement.ts';
import { assignToPlacement, findDefaultPlacement, takeOutOfPlacement } from './placements/placements.ts';
import { endSetupLinks } from './setup-link/setup-links.ts';
import { readWaitingAds } from './waiting-ads.ts';

/** The columns beside the status that a step's work may change. */
export type AdPatch = Partial<
  Pick<
    Ad,
    | 'html'
    | 'imageId'
    | 'targetUrl'
    | 'altText'
    | 'publishedAt'
    | 'endsAt'
    | 'remainingMs'
    | 'displacedAt'
    | 'extendedDays'
  >
>;

/** Changes to the ad, additions to the log entry, and the placements that now serve other ads. */
export interface AdEffectResult {
  readonly patch?: AdPatch;
  readonly logged?: Readonly<Record<string, unknown>>;
  readonly placementSlugs?: readonly string[];
}

export interface AdStepContext {
  readonly ad: Ad;
  readonly order: Order | null;
  /** The actor; undefined for a background task. */
  readonly viewer: Viewer;
  readonly at: Date;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The code behind every effect that the table of ads names. */
export const adEffects: Readonly<Record<AdEffect, (tx: Tx, context: AdStepContext) => Promise<AdEffectResult>>> = {
  saveContent,
  keepToCreativeRules,
  startRun: async (tx, { ad, at }) => ({ patch: { publishedAt: at, ...(await startRun(tx, { ad, at })) } }),
  endRun: async (tx, { ad, at }) => ({ patch: await endRun(tx, { ad, at }) }),
  injectIntoPlacement: async (tx, { ad, viewer, at, input }) => {
    const named = input['placementId'];
    // A renewal keeps the placement of the month before, also if there was none.
    const defaultPlacementId = !named && isMember(viewer) ? await findDefaultPlacement(tx, ad) : undefined;
    const placementId = typeof named === 'string' ? named : defaultPlacementId;
    if (placementId === undefined) return {};
    const { replaced, placement } = await assignToPlacement(tx, { ad, placementId, at });
    return { logged: { defaultPlacementId, replacedAdId: replaced?.id }, placementSlugs: [placement.slug] };
  },
  takeOutOfPlacement: async (tx, { ad, at }) => {
    const removal = await takeOutOfPlacement(tx, { ad, at });
    if (!removal) return {};
    const { restored, slug } = removal;
    return { patch: { displacedAt: null }, logged: { restoredAdId: restored?.id }, placementSlugs: [slug] };
  },
  moveToPlacement,
  extendRun: async (_tx, { ad, input }) => {
    // The table defines the type.
    const days = Number(input['days']);
    const extendedDays = ad.extendedDays + days;
    if (extendedDays > maxExtendedDays)
      throw new InputInvalid([
        {
          field: 'days',
          message: `must be at most ${maxExtendedDays - ad.extendedDays}: an ad is extended by at most ${maxExtendedDays} days in all`,
        },
      ]);
    const run = extendRun(ad, days);
    return { patch: { ...run, extendedDays }, logged: { endsAt: run.endsAt ?? undefined } };
  },
  pauseRun: async (_tx, { ad, input }) => {
    // The task that takes the step says since when.
    const { displacedAt, displacedDays } = input as { displacedAt: Date; displacedDays: 'STOP' | 'CONTINUE' };
    return { patch: { displacedAt, ...(displacedDays === 'STOP' ? pauseRun(ad, displacedAt) : {}) } };
  },
  continueRun: async (_tx, { ad, at }) => {
    const run = continueRun(ad, at);
    return { patch: { displacedAt: null, ...run }, logged: { endsAt: run.endsAt ?? undefined } };
  },
};

/** Creates the ads of a new order. */
const createAds: RunEffect = async (_app, tx, { order, entry }) => {
  const items = await tx.orderItem.findMany({ where: { orderId: order.id }, orderBy: { position: 'asc' } });
  await createAdsOfItems(tx, order, items, entry.at);
  return { waitingAds: await readWaitingAds(tx, order) };
};

/** Withdraws the unpublished ads of an order that ends and revokes its setup link. */
const withdrawAds: RunEffect = async (_app, tx, { order, entry }) => {
  await tx.ad.updateMany({
    where: { orderId: order.id, status: { in: [...adProcess.steps.withdrawAd.from] } },
    data: withdrawnAt(entry.at),
  });
  await endSetupLinks(tx, { orderId: order.id, at: entry.at });
  return { waitingAds: [] };
};

/** Effects of order steps on the ads of the order. */
export const orderAdEffects = { createAds, withdrawAds } satisfies Partial<Effects>;
