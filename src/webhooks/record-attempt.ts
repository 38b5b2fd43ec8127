/** Records the result of an attempt together with the new state of its queue. */
import { queueWebhookEmail } from '../emails/queue-emails.ts';
import type {
  Prisma,
  WebhookDeliveryStatus,
  WebhookDisabledReason,
  WebhookEndpoint,
} from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { webhooksTopic } from '../live/topics.ts';
import { later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { PostingResult } from '../platform/post.ts';
import type { AppServices } from '../services/services.ts';
import { type Claim, type Failing, nextAttemptAt } from './claims.ts';
import { disableEndpoint, lockEndpoint, verifyEndpoint } from './endpoints.ts';
import { verificationType } from './verification.ts';

/** An event for an endpoint. */
export interface Message {
  /** The delivery; undefined for the next entry of a queue. */
  readonly messageId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly orderId: string | null;
  readonly number: number | null;
}

export interface Attempt extends PostingResult {
  /** Address of the request. */
  readonly url: string;
  readonly at: Date;
  readonly durationMs: number;
}

/**
 * Records an attempt in the log and updates its queue. Only the log changes if the lease has expired and another sender
 * holds the claim.
 */
export async function recordAttempt(app: AppServices, claim: Claim, message: Message, attempt: Attempt): Promise<void> {
  const hasSucceeded = attempt.error === undefined;
  const isGone = attempt.statusCode === 410;
  const isChallenge = message.type === verificationType;
  const hasVerified = await app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, claim.endpointId);
    const endpoint = await tx.webhookEndpoint.findUnique({ where: { id: claim.endpointId } });
    // The endpoint was deleted with its rows.
    if (!endpoint) return false;
    const failing = hasSucceeded ? unfailing : await failingOf(tx, claim);
    const isLast = isChallenge && failing.failures + 1 >= limits.webhooks.verificationAttempts;
    const next = hasSucceeded || isGone || isLast ? undefined : nextAttemptAt(app, failing, attempt.waitMs);
    const isFailing = !hasSucceeded && !next && !isChallenge;
    const reason: WebhookDisabledReason | undefined = isGone ? 'GONE' : isFailing ? 'FAILING' : undefined;
    await log(app, tx, { endpoint, claim: claim, message, attempt, next });
    const failure = hasSucceeded ? undefined : { next: next ?? null, ...failing };
    const isOwn = await moveOn(app, tx, { endpoint, claim: claim, message, failure });
    const failingSince = hasSucceeded ? null : (endpoint.failingSince ?? attempt.at);
    if (endpoint.failingSince?.getTime() !== failingSince?.getTime())
      await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince } });
    // An answer from an address that was replaced during the attempt proves nothing about the new one.
    const verifies = isChallenge && hasSucceeded && endpoint.url === attempt.url && !endpoint.verifiedAt;
    if (verifies) await verifyEndpoint(app, tx, endpoint);
    if (isOwn && reason && !endpoint.disabledAt && !endpoint.deletedAt)
      await disableWithNotice(app, tx, endpoint, reason);
    return verifies;
  });
  if (hasVerified) app.live.publish(webhooksTopic);
}

const unfailing: Failing = { failures: 0, failingSince: null };

/** Number of earlier failures, read now, because enabling the endpoint during the attempt resets it. */
async function failingOf(tx: Tx, { endpointId, queue, deliveryId }: Claim): Promise<Failing> {
  const select = { failures: true, failingSince: true };
  const delivery = queue
    ? await tx.webhookQueue.findUnique({
        where: { endpointId_orderId: { endpointId, orderId: queue.orderId } },
        select,
      })
    : await tx.webhookDelivery.findUnique({ where: { id: deliveryId ?? '' }, select });
  return delivery ?? unfailing;
}

/** Disables an endpoint whose row the caller holds, and e-mails its account. */
export async function disableWithNotice(
  app: AppServices,
  tx: Tx,
  endpoint: Pick<WebhookEndpoint, 'id' | 'applicationId'>,
  reason: WebhookDisabledReason,
): Promise<void> {
  const at = await disableEndpoint(app, tx, endpoint, reason);
  await queueWebhookEmail(app, tx, { ...endpoint, at });
}

interface AttemptRecord {
  readonly endpoint: WebhookEndpoint;
  readonly claim: Claim;
  readonly message: Message;
}

/** Consequence of a failure: `next` is the time of the next attempt, null if there is none. */
interface FailureOutcome extends Failing {
  readonly next: Date | null;
}

/** Updates the queue; without a failure the entry was delivered. Returns true if the lease was still valid. */
async function moveOn(
  app: AppServices,
  tx: Tx,
  { endpoint, claim, message, failure }: AttemptRecord & { readonly failure: FailureOutcome | undefined },
): Promise<boolean> {
  const { lease, deliveryId, queue } = claim;
  const isActive = !endpoint.disabledAt && !endpoint.deletedAt;
  const retry = {
    lease: null,
    failures: failure ? failure.failures + 1 : 0,
    failingSince: failure ? (failure.failingSince ?? app.clock.now()) : null,
  };
  const dueAt = isActive ? (failure?.next ?? null) : null;
  if (!queue) {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId ?? '', lease },
      data: { ...retry, dueAt },
    });
    return count > 0;
  }
  const { endpointId } = claim;
  if (failure) {
    const { count } = await tx.webhookQueue.updateMany({
      where: { endpointId, orderId: queue.orderId, lease },
      data: { ...retry, dueAt },
    });
    return count > 0;
  }
  return advanceQueue(app, tx, claim, { sentNumber: message.number ?? queue.sentNumber, isActive });
}

/** Moves a queue past an entry, unless a replay has set it back. Returns true if the lease was still valid. */
export async function advanceQueue(
  app: AppServices,
  tx: Tx,
  { endpointId, lease, queue }: Claim,
  { sentNumber, isActive }: { sentNumber: number; isActive: boolean },
): Promise<boolean> {
  if (!queue) return false;
  const count = await tx.$executeRaw`
    update webhook_queue set lease = null, failures = 0, failing_since = null,
      sent_number = case when sent_number = ${queue.sentNumber} then ${sentNumber}::int else sent_number end,
      due_at = case
        when ${isActive} and (sent_number <> ${queue.sentNumber} or wanted_number > ${sentNumber}) then ${app.clock.now()}::timestamptz
      end
    where endpoint_id = ${endpointId}::uuid and order_id = ${queue.orderId}::uuid and lease = ${lease}::uuid`;
  return count > 0;
}

/** Writes the attempt to the log, with its delivery if that is new. */
async function log(
  app: AppServices,
  tx: Tx,
  {
    endpoint,
    claim,
    message: { messageId, ...message },
    attempt,
    next,
  }: AttemptRecord & { readonly attempt: Attempt; readonly next: Date | undefined },
): Promise<void> {
  const { at, durationMs, statusCode, error } = attempt;
  const now = app.clock.now();
  const where: Prisma.WebhookDeliveryWhereUniqueInput = claim.deliveryId
    ? { id: claim.deliveryId }
    : { endpointId_messageId: { endpointId: endpoint.id, messageId } };
  const status: WebhookDeliveryStatus = error === undefined ? 'DELIVERED' : 'WAITING';
  const failure = {
    nextAttemptAt: next ?? null,
    ...(status === 'DELIVERED' ? { status, deliveredAt: now } : {}),
  };
  const base = { ...message, messageId, endpointId: endpoint.id, createdAt: at, status, attemptCount: 1 };
  const delivery = await tx.webhookDelivery.upsert({
    where,
    create: { ...base, ...failure },
    update: { ...failure, attemptCount: { increment: 1 } },
  });
  await tx.webhookAttempt.create({
    data: {
      deliveryId: delivery.id,
      number: delivery.attemptCount,
      at,
      durationMs,
      statusCode: statusCode ?? null,
      error: error ?? null,
    },
  });
}

/** Reschedules a claim without an attempt, unless its endpoint was disabled, or is to be verified first. */
export function reschedule(
  app: AppServices,
  { endpointId, lease, queue, deliveryId }: Claim,
  seconds: number,
): Promise<void> {
  return app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, endpointId);
    const ofQueue = queue ? { verifiedAt: { not: null } } : {};
    const where = { id: endpointId, disabledAt: null, deletedAt: null, ...ofQueue };
    const active = await tx.webhookEndpoint.count({ where });
    const data = { dueAt: active > 0 ? later(app.clock.now(), seconds * 1_000) : null, lease: null };
    if (queue) await tx.webhookQueue.updateMany({ where: { endpointId, orderId: queue.orderId, lease }, data });
    else await tx.webhookDelivery.updateMany({ where: { id: deliveryId ?? '', lease }, data });
  });
}
