/** Records that another ad is shown in the place of an ad, or that the ad is shown again, and stops and continues its days. */
import { anonymous } from '../../access/viewer.ts';
import type { Ad, Placement } from '../../generated/prisma/client.ts';
import { unsettledPlacementsTopic } from '../../live/topics.ts';
import type { BackgroundTask } from '../../platform/background-tasks.ts';
import { later } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db.ts';
import { forEachDue } from '../../platform/due-items.ts';
import type { AdStep } from '../../process/ad.ts';
import { toJson } from '../../process/fields.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { tuning } from '../../tuning.ts';
import { checkAdStep } from '../ad.ts';
import { applyAdStep, lockAd, publishAdChange } from '../take-ad-step.ts';
import { lockPlacement, type StackedEntry, servableAds, withAds } from './placements.ts';

/** The task that settles placements. */
export const placementTasks = (app: OrderServices): readonly BackgroundTask[] => [
  {
    name: 'placement-settling',
    kind: 'clock',
    run: () => settlePlacements(app),
    nextDueAt: () => findNextUnsettled(app),
    wakeTopics: [unsettledPlacementsTopic],
    maxPauseMs: tuning.backgroundTasks.maxPauseMs,
  },
];

/**
 * Takes the steps of the ads of every placement that has changed which ad it shows, and returns the number of placements. An
 * ad is locked with its order, which a publication of another order cannot lock; so this follows its commit.
 */
export const settlePlacements = (app: OrderServices): Promise<number> =>
  forEachDue({
    name: 'placement settling',
    log: app.log,
    find: (limit) => findUnsettled(app, limit),
    handle: ({ placementId }) => settle(app, placementId),
    reschedule: ({ placementId: id }) =>
      app.db.placement.updateMany({
        where: { id },
        data: { unsettledSince: later(app.clock.now(), tuning.ads.expiryRetryMs) },
      }),
  });

function findUnsettled({ db, clock }: OrderServices, limit: number): Promise<{ placementId: string }[]> {
  return db.$queryRaw`
    select id as "placementId" from placement where unsettled_since is not null and unsettled_since <= ${clock.now()}
    order by unsettled_since limit ${limit}`;
}

async function findNextUnsettled({ db }: OrderServices): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ dueAt: Date | null }[]>`
    select min(unsettled_since) as "dueAt" from placement where unsettled_since is not null`;
  return row?.dueAt ?? undefined;
}

type PlacementWithAds = Placement & { readonly entries: readonly StackedEntry[] };

/** An ad whose record differs from what its placement shows, and the step that corrects it. */
interface Difference {
  readonly adId: string;
  readonly step: AdStep & ('displaceAd' | 'showAdAgain');
}

/** Ads that an operator has taken down, or whose days have passed, are not displaced: they are not shown anywhere. */
function differencesIn({ kind, entries }: PlacementWithAds, at: Date): readonly Difference[] {
  const servable = servableAds('GROUP', entries, at);
  const shown = new Set(servableAds(kind, entries, at));
  return servable.flatMap((entry): Difference[] => {
    const { displacedAt } = entry.ad;
    if (shown.has(entry) === (displacedAt === null)) return [];
    return [{ adId: entry.adId, step: displacedAt ? 'showAdAgain' : 'displaceAd' }];
  });
}

const readPlacement = (tx: Tx, id: string): Promise<PlacementWithAds | null> =>
  tx.placement.findUnique({ where: { id }, include: { entries: withAds } });

/** Settles one placement, ad by ad, each in a transaction of its own. */
async function settle(app: OrderServices, placementId: string): Promise<boolean> {
  const placement = await readPlacement(app.db, placementId);
  for (const { adId } of placement ? differencesIn(placement, app.clock.now()) : [])
    await settleAd(app, placementId, adId);
  await app.db.$transaction(async (tx) => {
    await lockPlacement(tx, placementId);
    const after = await readPlacement(tx, placementId);
    // What has changed since then stays due.
    if (after && differencesIn(after, app.clock.now()).length === 0)
      await tx.placement.update({ where: { id: placementId }, data: { unsettledSince: null } });
  });
  return true;
}

/** Takes the step of one ad, if it still differs once its order and the placement are locked. */
async function settleAd(app: OrderServices, placementId: string, adId: string): Promise<void> {
  const result = await app.db.$transaction(async (tx) => {
    const locked = await lockAd(tx, adId, {});
    await lockPlacement(tx, placementId);
    const placement = await readPlacement(tx, placementId);
    const at = app.clock.now();
    const step = placement && differencesIn(placement, at).find((one) => one.adId === adId)?.step;
    if (!placement || !step || checkAdStep(locked.ad, step, ['system'])) return undefined;
    const input = step === 'displaceAd' ? displacement(placement, locked.ad, at) : undefined;
    const { displacedDays } = input ?? {};
    return applyAdStep(app, tx, locked, {
      step,
      input: { ...input },
      loggedInput: toJson({ adName: locked.ad.name, adId, placementId, displacedDays }),
      role: 'system',
      viewer: anonymous,
      actorId: null,
    });
  });
  if (result) publishAdChange(app, result);
}

/** The displacement of an ad: since when it is not shown, and whether its days run until then. */
function displacement({ unsettledSince, pausesReplaced }: Placement, { endsAt, publishedAt }: Ad, at: Date) {
  const [since, first] = [unsettledSince ?? at, publishedAt ?? at];
  const displacedAt = since > at ? at : since < first ? first : since;
  return { displacedAt, displacedDays: endsAt && pausesReplaced ? 'STOP' : 'CONTINUE' };
}
