/** Taking spaces and ads down, and restoring them. */
import { requireOperator } from '../access/operator-access.ts';
import type { Viewer } from '../access/viewer.ts';
import { AdNotFound } from '../ads/ad.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { adTopic, placementTopic } from '../live/topics.ts';
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
 * Takes an ad down, so that it is not served although its status does not change, or restores it. Repeating it changes
 * nothing.
 * @throws NotSignedIn, ScopeMissing, OperatorRequired, AccountRefused, AdNotFound, InputInvalid
 */
export async function setAdTakenDown(app: AppServices, viewer: Viewer, act: TakeDown): Promise<void> {
  const { personId } = requireOperator(viewer);
  requireReason('reason', act.reason);
  const { id, reason, isTakenDown } = act;
  const slug = await app.db.$transaction(async (tx) => {
    await lockOperator(tx, personId);
    const { count } = await tx.ad.updateMany(changeOf(app, act));
    if (count > 0)
      await appendAuditEntry(app, tx, {
        personId,
        action: isTakenDown ? 'AD_TAKEN_DOWN' : 'AD_RESTORED',
        subject: { type: 'Ad', id },
        reason,
      });
    const ad = await tx.ad.findUnique({ where: { id }, select: { entry: { select: { placement: true } } } });
    if (!ad) throw new AdNotFound();
    return ad.entry?.placement.slug;
  });
  app.live.publishAll([adTopic(id), ...(slug === undefined ? [] : [placementTopic(slug)])].map((topic) => ({ topic })));
}

/** The statement that changes only a row that is not in the state already. */
const changeOf = ({ clock }: AppServices, { id, reason, isTakenDown }: TakeDown) => ({
  where: { id, takenDownAt: isTakenDown ? null : { not: null } },
  data: { takenDownAt: isTakenDown ? clock.now() : null, takenDownReason: isTakenDown ? reason : null },
});
