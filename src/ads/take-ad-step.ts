/** Takes a step of the table of ads, whole or not at all. */
import { rolesInAd, visibleAds } from '../access/access.ts';
import { requireMember } from '../access/scopes.ts';
import { applicationOf, type Viewer } from '../access/viewer.ts';
import { type Ad, type Order, Prisma } from '../generated/prisma/client.ts';
import { adTopic, placementTopic } from '../live/topics.ts';
import { findByIdempotencyKey } from '../orders/idempotency.ts';
import { firstAnswerAt, topicUpdatesFor } from '../orders/order.ts';
import { lockOrder } from '../orders/take-step.ts';
import { appendToTimeline } from '../orders/timeline/timeline.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { type AdStep, adRow } from '../process/ad.ts';
import { type Role, STAYS } from '../process/define.ts';
import { viaSetupLink } from '../process/entries.ts';
import { parseValues, toJson } from '../process/fields.ts';
import { mailsOf } from '../process/guards.ts';
import type { OrderServices, TopicUpdates } from '../services/order-services.ts';
import { AdNotFound, AdStepNotAllowed, adSnapshotFor, adStatusOf, checkAdStep } from './ad.ts';
import { type AdPatch, adEffects } from './ad-effects.ts';

export interface AdStepCall {
  readonly adId: string;
  readonly step: AdStep;
  /** What the step asks for, as it came in; types were checked, the rest is checked here. */
  readonly input: Readonly<Record<string, unknown>>;
  /** For an ad of an order: the same key again, by the same person, changes nothing and gives the first answer. */
  readonly idempotencyKey?: string | undefined;
}

/**
 * Takes a step of an ad for a person, an application or the holder of a setup link. An ad of an order is locked with
 * its order, so that of two calls on their way one decides before the other looks; its step stands on the timeline and
 * is told live. An ad without one is silent.
 * @throws NotSignedIn, ScopeMissing, AdNotFound, InputInvalid, AdStepNotAllowed, IdempotencyKeyReused; then nothing has changed.
 */
export async function takeAdStep(app: OrderServices, viewer: Viewer, call: AdStepCall): Promise<Ad> {
  const actorId = viewer.kind === 'setup-link' ? null : requireMember(viewer, call.step).accountId;
  const via = viewer.kind === 'setup-link' ? viaSetupLink : {};
  const { values, problems } = parseValues(adRow(call.step), call.input);
  if (problems.length > 0) throw new InputInvalid(problems);

  const taken = await app.db.$transaction(async (tx): Promise<Taken> => {
    const locked = await lockAd(tx, call.adId, visibleAds(viewer));
    const roles = rolesInAd(locked.ad, locked.order, viewer);
    const logged = toJson({ adName: locked.ad.name, adId: locked.ad.id, ...values, ...via });
    const { idempotencyKey } = call;
    const deed = { actorId, idempotencyKey, type: call.step, input: logged, added: adRow(call.step).logs ?? {} };
    if (locked.order && (await findByIdempotencyKey(tx, { ...deed, orderId: locked.order.id }))) return locked;
    const block = checkAdStep(locked.ad, call.step, roles);
    if (block) throw new AdStepNotAllowed(call.step, block, adSnapshotFor(locked.ad, roles));
    const role = roles.find((one) => adRow(call.step).by.includes(one)) ?? 'system';
    return applyAdStep(app, tx, locked, {
      step: call.step,
      input: values,
      logged,
      role,
      viewer,
      actorId,
      applicationId: applicationOf(viewer),
      idempotencyKey,
    });
  });
  announceAd(app, taken);
  return taken.ad;
}

/** After the commit of an ad's step: tells the live side and the mail worker. What is lost here costs time, never data. */
export function announceAd(app: OrderServices, taken: Taken): void {
  app.live.publishAll(hintsOfAd(taken));
  if (taken.order) app.wakeEmailWorker();
}

/** What has moved with a step of an ad: itself, its order, the placement that shows something else now. */
export const hintsOfAd = ({ ad, order, placementSlug }: Taken): TopicUpdates => [
  ...(order ? topicUpdatesFor(order) : []),
  { topic: adTopic(ad.id) },
  ...(placementSlug === undefined ? [] : [{ topic: placementTopic(placementSlug) }]),
];

interface Locked {
  readonly ad: Ad;
  readonly order: Order | null;
}

/** An ad after its step, with the placement that shows something else now. */
interface Taken extends Locked {
  readonly placementSlug?: string | undefined;
}

/** Locks an ad until the transaction ends: first its order, if it has one, then the ad. @throws AdNotFound */
export async function lockAd(tx: Tx, adId: string, condition: Prisma.AdWhereInput): Promise<Locked> {
  const found = await tx.ad.findFirst({ where: { AND: [{ id: adId }, condition] }, select: { orderId: true } });
  if (!found) throw new AdNotFound();
  // The condition has found that its order may be seen.
  const order = found.orderId ? await lockOrder(tx, found.orderId, Prisma.sql`true`) : null;
  await tx.$queryRaw`select 1 from ad where id = ${adId}::uuid for update`;
  return { order, ad: await tx.ad.findUniqueOrThrow({ where: { id: adId } }) };
}

interface Move {
  readonly step: AdStep;
  readonly input: Readonly<Record<string, unknown>>;
  readonly logged: Record<string, unknown>;
  readonly role: Role;
  readonly viewer: Viewer;
  readonly actorId: string | null;
  readonly applicationId?: string | null;
  readonly idempotencyKey?: string | undefined;
}

/** Takes a step that was found to be allowed, of an ad that is locked. */
export async function applyAdStep(app: OrderServices, tx: Tx, { ad, order }: Locked, move: Move): Promise<Taken> {
  const row = adRow(move.step);
  const at = app.clock.now();
  let patch: AdPatch = {};
  let logged = move.logged;
  let placementSlug: string | undefined;
  for (const name of row.effects ?? []) {
    const outcome = await adEffects[name](tx, { ad, order, viewer: move.viewer, at, input: move.input });
    patch = { ...patch, ...outcome.patch };
    logged = { ...logged, ...toJson(outcome.logged ?? {}) };
    placementSlug ??= outcome.placementSlug;
  }
  const status = row.to === STAYS ? adStatusOf(ad) : row.to;
  const after = await tx.ad.update({ where: { id: ad.id }, data: { ...patch, status, updatedAt: at } });
  if (!order) return { ad: after, order, placementSlug };

  const { actorId, role, applicationId = null, idempotencyKey = null } = move;
  const { order: moved, entry } = await appendToTimeline(
    tx,
    order,
    { type: move.step, at, role, actorId, applicationId, input: logged, idempotencyKey },
    { firstRespondedAt: firstAnswerAt(order, role, at) },
  );
  await app.queueEmails(tx, moved, entry.number, mailsOf(row, role));
  return { ad: after, order: moved, placementSlug };
}
