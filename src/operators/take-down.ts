/** Taking spaces and ads down, and restoring them. */
import { requireOperator, rowsForOperators } from '../access/operator-access.ts';
import { operatorAccountOf, type Viewer } from '../access/viewer.ts';
import { markUnsettled } from '../ads/placements/placements.ts';
import { lockAd, publishAdChange } from '../ads/take-ad-step.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { Ad, Order } from '../generated/prisma/client.ts';
import { appendToTimeline } from '../orders/timeline/timeline.ts';
import type { Tx } from '../platform/db.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { AppServices } from '../services/services.ts';
import { SpaceNotFound } from '../spaces/space-refusals.ts';
import { lockOperator, requireReason } from './act.ts';

export interface TakeDown {
  readonly id: string;
  /** Reason for the audit log, and for the parties of what is taken down. */
  readonly reason: string;
  /** False to restore it. */
  readonly isTakenDown: boolean;
}

/**
 * Takes a space down, so that it is not offered, or restores it. Repeating it changes nothing.
 * @throws NotSignedIn, ScopeMissing, OperatorRequired, AccountRefused, SpaceNotFound, InputInvalid
 */
export async function setSpaceTakenDown(app: AppServices, viewer: Viewer, act: TakeDown): Promise<void> {
  const { personId } = requireOperator(viewer);
  requireReason('reason', act.reason);
  const { id, reason, isTakenDown } = act;
  await app.db.$transaction(async (tx) => {
    await lockOperator(tx, personId);
    const { count } = await tx.space.updateMany(changeOf(app, act));
    if (count > 0)
      return appendAuditEntry(app, tx, {
        personId,
        action: isTakenDown ? 'SPACE_TAKEN_DOWN' : 'SPACE_RESTORED',
        subject: { type: 'Space', id },
        reason,
      });
    if ((await tx.space.count({ where: { id } })) === 0) throw new SpaceNotFound();
  });
}

/**
 * Takes an ad down, so that it is not served although its status does not change, or restores it. The parties of its order
 * read it on the timeline and in an e-mail. Repeating it changes nothing.
 * @throws NotSignedIn, ScopeMissing, OperatorRequired, AccountRefused, AdNotFound, InputInvalid
 */
export async function setAdTakenDown(app: OrderServices, viewer: Viewer, act: TakeDown): Promise<void> {
  const { personId } = requireOperator(viewer);
  requireReason('reason', act.reason);
  const { id, reason, isTakenDown } = act;
  const result = await app.db.$transaction(async (tx) => {
    await lockOperator(tx, personId);
    const { ad, order } = await lockAd(tx, id, rowsForOperators(viewer));
    const placed = await tx.placementEntry.findUnique({
      where: { adId: id },
      select: { placementId: true, placement: { select: { slug: true } } },
    });
    const unchanged = { ad, order, placementSlugs: placed ? [placed.placement.slug] : [] };
    const { count } = await tx.ad.updateMany(changeOf(app, act));
    if (count === 0) return unchanged;
    // The placement may show another ad now.
    if (placed) await markUnsettled(tx, { placementId: placed.placementId, at: app.clock.now() });
    await appendAuditEntry(app, tx, {
      personId,
      action: isTakenDown ? 'AD_TAKEN_DOWN' : 'AD_RESTORED',
      subject: { type: 'Ad', id },
      reason,
    });
    return order ? { ...unchanged, order: await logTakeDown(app, tx, viewer, { ad, order, act }) } : unchanged;
  });
  publishAdChange(app, result);
}

/** Appends the act to the timeline of the ad's order, and queues the e-mails to both parties. Returns the order. */
async function logTakeDown(
  app: OrderServices,
  tx: Tx,
  viewer: Viewer,
  { ad, order, act }: { readonly ad: Ad; readonly order: Order; readonly act: TakeDown },
): Promise<Order> {
  const { personId } = requireOperator(viewer);
  const { order: after, entry } = await appendToTimeline(tx, order, {
    type: act.isTakenDown ? 'takeDownAd' : 'restoreAd',
    at: app.clock.now(),
    role: 'operator',
    actorId: operatorAccountOf(viewer) ?? null,
    personId,
    input: { adName: ad.name, adId: ad.id, reason: act.reason },
  });
  const mail = act.isTakenDown ? 'ad-taken-down' : 'ad-restored';
  await app.queueEmails(tx, after, entry.number, [
    { mail, role: 'advertiser' },
    { mail, role: 'seller' },
  ]);
  return after;
}

/** The statement that changes only a row that is not in the state already. */
const changeOf = ({ clock }: AppServices, { id, reason, isTakenDown }: TakeDown) => ({
  where: { id, takenDownAt: isTakenDown ? null : { not: null } },
  data: { takenDownAt: isTakenDown ? clock.now() : null, takenDownReason: isTakenDown ? reason : null },
});
