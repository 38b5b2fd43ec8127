/** Takes a step of the ad process in one transaction. */
import { rolesInAd, visibleAds } from '../access/access.ts';
import { actorIn, entryActor, requireEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { type Ad, type Order, Prisma } from '../generated/prisma/client.ts';
import { adTopic, placementTopic, unsettledPlacementsTopic } from '../live/topics.ts';
import { findByIdempotencyKey } from '../orders/idempotency.ts';
import { firstAnswerAt, topicUpdatesFor } from '../orders/order.ts';
import { lockOrder, waitingAdsColumns } from '../orders/take-step.ts';
import { appendToTimeline } from '../orders/timeline/timeline.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { type AdStep, adRow } from '../process/ad.ts';
import { type Role, STAYS } from '../process/define.ts';
import { viaSetupLink } from '../process/entries.ts';
import { parseValues, toJson } from '../process/fields.ts';
import { emailsCausedBy } from '../process/guards.ts';
import type { OrderServices, TopicUpdates } from '../services/order-services.ts';
import { AdNotFound, AdStepNotAllowed, adSnapshotFor, checkAdStep } from './ad.ts';
import { type AdPatch, adEffects } from './ad-effects.ts';
import { readWaitingAds } from './waiting-ads.ts';

export interface AdStepCall {
  readonly adId: string;
  readonly step: AdStep;
  /** Raw input of the step; GraphQL has checked the types. */
  readonly input: Readonly<Record<string, unknown>>;
  /** For a step on the timeline: a repeated key of the same actor changes nothing and returns the first result. */
  readonly idempotencyKey?: string | undefined;
}

/**
 * Takes a step of an ad for a person, an application or the holder of a setup link. An ad of an order is locked with its
 * order, which serializes concurrent steps; its step is an entry on the timeline and is published, unless the row is silent.
 * An ad without an order changes silently.
 * @throws NotSignedIn, ScopeMissing, AdNotFound, InputInvalid, AdStepNotAllowed, IdempotencyKeyReused
 */
export async function takeAdStep(app: OrderServices, viewer: Viewer, call: AdStepCall): Promise<Ad> {
  if (viewer.kind !== 'setup-link') requireEditor(viewer, call.step);
  const via = viewer.kind === 'setup-link' ? viaSetupLink : {};
  const { values, problems } = parseValues(adRow(call.step), call.input);
  if (problems.length > 0) throw new InputInvalid(problems);

  const result = await app.db.$transaction(async (tx): Promise<AdStepResult> => {
    const locked = await lockAd(tx, call.adId, visibleAds(viewer));
    const roles = rolesInAd(locked.ad, locked.order, viewer);
    const actor = entryActorOf(locked, viewer);
    const loggedInput = toJson({ adName: locked.ad.name, adId: locked.ad.id, ...values, ...via });
    const { idempotencyKey } = call;
    const idempotentRequest = {
      actorId: actor.actorId,
      idempotencyKey,
      type: call.step,
      input: loggedInput,
      effectFields: adRow(call.step).logs ?? {},
    };
    if (locked.order && (await findByIdempotencyKey(tx, { ...idempotentRequest, orderId: locked.order.id })))
      return { ...locked, placementSlugs: [] };
    const guardFailure = checkAdStep(locked.ad, call.step, roles);
    if (guardFailure) throw new AdStepNotAllowed(call.step, guardFailure, adSnapshotFor(locked.ad, roles));
    const role = roles.find((one) => adRow(call.step).by.includes(one)) ?? 'system';
    return applyAdStep(app, tx, locked, {
      step: call.step,
      input: values,
      loggedInput,
      role,
      viewer,
      ...actor,
      idempotencyKey,
    });
  });
  publishAdChange(app, result);
  return result.ad;
}

/** The actor of a step of an ad. The holder of a setup link has no account. @throws AccountRefused */
function entryActorOf({ ad, order }: LockedAd, viewer: Viewer) {
  if (viewer.kind === 'setup-link') return { actorId: null, applicationId: null, personId: null };
  return entryActor(actorIn(order ?? { advertiserId: ad.sellerId, sellerId: ad.sellerId }, viewer));
}

/** After the commit of an ad's step: publishes the change. A lost notification costs time, not data. */
export function publishAdChange(app: OrderServices, result: AdStepResult): void {
  app.live.publishAll(topicUpdatesForAd(result));
}

/** Topic updates of an ad step: the ad, its order, and the placement that now serves another ad. */
export const topicUpdatesForAd = ({ ad, order, placementSlugs }: AdStepResult): TopicUpdates => [
  ...(order ? topicUpdatesFor(order) : []),
  { topic: adTopic(ad.id) },
  ...placementSlugs.map((slug) => ({ topic: placementTopic(slug) })),
  ...(placementSlugs.length > 0 ? [{ topic: unsettledPlacementsTopic }] : []),
];

interface LockedAd {
  readonly ad: Ad;
  readonly order: Order | null;
}

/** An ad after its step, with the placements that now serve other ads. */
interface AdStepResult extends LockedAd {
  readonly placementSlugs: readonly string[];
}

/** Locks an ad until the transaction ends: first its order, if it has one, then the ad. @throws AdNotFound */
export async function lockAd(tx: Tx, adId: string, condition: Prisma.AdWhereInput): Promise<LockedAd> {
  const visibleAd = await tx.ad.findFirst({ where: { AND: [{ id: adId }, condition] }, select: { orderId: true } });
  if (!visibleAd) throw new AdNotFound();
  // The access condition has matched, so the viewer may see the order.
  const order = visibleAd.orderId ? await lockOrder(tx, visibleAd.orderId, Prisma.sql`true`) : null;
  if (!order) await lockOpenSeller(tx, adId);
  await tx.$queryRaw`select 1 from ad where id = ${adId}::uuid for update`;
  return { order, ad: await tx.ad.findUniqueOrThrow({ where: { id: adId } }) };
}

/** Locks the seller of an ad without an order, so that the account is not closed before the step. @throws AdNotFound */
async function lockOpenSeller(tx: Tx, adId: string): Promise<void> {
  const locked = await tx.$queryRaw<unknown[]>`
    select 1 from account where id = (select seller_id from ad where id = ${adId}::uuid) and closed_at is null for share`;
  if (locked.length === 0) throw new AdNotFound();
}

interface AdStepRequest {
  readonly step: AdStep;
  readonly input: Readonly<Record<string, unknown>>;
  readonly loggedInput: Record<string, unknown>;
  readonly role: Role;
  readonly viewer: Viewer;
  readonly actorId: string | null;
  readonly applicationId?: string | null;
  readonly personId?: string | null;
  readonly idempotencyKey?: string | undefined;
}

/** Takes an allowed step of a locked ad. */
export async function applyAdStep(
  app: OrderServices,
  tx: Tx,
  { ad, order }: LockedAd,
  request: AdStepRequest,
): Promise<AdStepResult> {
  const row = adRow(request.step);
  const at = app.clock.now();
  let patch: AdPatch = {};
  let loggedInput = request.loggedInput;
  const placementSlugs: string[] = [];
  for (const name of row.effects ?? []) {
    const outcome = await adEffects[name](tx, { ad, order, viewer: request.viewer, at, input: request.input });
    patch = { ...patch, ...outcome.patch };
    loggedInput = { ...loggedInput, ...toJson(outcome.logged ?? {}) };
    placementSlugs.push(...(outcome.placementSlugs ?? []));
  }
  const entered = row.to === STAYS ? {} : { status: row.to, statusStep: request.step, statusSince: at };
  const after = await tx.ad.update({ where: { id: ad.id }, data: { ...patch, ...entered, updatedAt: at } });
  if (!order) return { ad: after, order, placementSlugs };
  const waiting = row.to === STAYS ? {} : waitingAdsColumns(app, order, await readWaitingAds(tx, order));

  const { actorId, role, applicationId = null, personId = null, idempotencyKey = null } = request;
  if (row.silentAs) {
    await appendAuditEntry(app, tx, {
      personId,
      action: row.silentAs,
      subject: { type: 'Ad', id: ad.id },
      details: { orderNumber: order.number, adName: ad.name, ...(applicationId ? { applicationId } : {}) },
    });
    return { ad: after, order: await tx.order.update({ where: { id: order.id }, data: waiting }), placementSlugs };
  }
  const { order: orderAfter, entry } = await appendToTimeline(
    tx,
    order,
    { type: request.step, at, role, actorId, applicationId, personId, input: loggedInput, idempotencyKey },
    { firstRespondedAt: firstAnswerAt(order, role, at), ...waiting },
  );
  await app.queueEmails(tx, orderAfter, entry.number, emailsCausedBy(row, role));
  return { ad: after, order: orderAfter, placementSlugs };
}
