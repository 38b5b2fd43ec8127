/** Records the result of an attempt together with the new state of its queue. */
import { createHash } from 'node:crypto';
import { queueWebhookEmail } from '../emails/queue-emails.ts';
import type {
  Prisma,
  WebhookDeliveryStatus,
  WebhookDisabledReason,
  WebhookEndpoint,
} from '../generated/prisma/client.ts';
import { later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { PostingResult } from '../platform/post.ts';
import type { AppServices } from '../services/services.ts';
import { type Claim, type Failing, nextAttemptAt } from './claims.ts';
import { disableEndpoint, lockEndpoint } from './endpoints.ts';

/** An event for an endpoint. */
export interface Message {
  /** The delivery; undefined for the next entry of a queue. */
  readonly messageId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly orderId: string | null;
  readonly number: number | null;
}

/** Value of `webhook-id`, derived from the endpoint and the event, so that it is the same for all attempts. */
export const messageIdOf = (endpointId: string, ...about: readonly (string | number)[]): string =>
  `msg_${createHash('sha256')
    .update([endpointId, ...about].join(':'))
    .digest('base64url')
    .slice(0, 32)}`;

export interface Attempt extends PostingResult {
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
  await app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, claim.endpointId);
    const endpoint = await tx.webhookEndpoint.findUnique({ where: { id: claim.endpointId } });
    // The endpoint was deleted with its rows.
    if (!endpoint) return;
    const failing = hasSucceeded ? unfailing : await failingOf(tx, claim);
    const next = hasSucceeded || isGone ? undefined : nextAttemptAt(app, failing, attempt.waitMs);
    const reason: WebhookDisabledReason | undefined = isGone ? 'GONE' : hasSucceeded || next ? undefined : 'FAILING';
    await log(app, tx, { endpoint, claim: claim, message, attempt, next });
    const failure = hasSucceeded ? undefined : { next: next ?? null, ...failing };
    const isOwn = await moveOn(app, tx, { endpoint, claim: claim, message, failure });
    const failingSince = hasSucceeded ? null : (endpoint.failingSince ?? attempt.at);
    if (endpoint.failingSince?.getTime() !== failingSince?.getTime())
      await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince } });
    if (!isOwn || !reason || endpoint.disabledAt || endpoint.deletedAt) return;
    await disableWithNotice(app, tx, endpoint, reason);
  });
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

/** Reschedules a claim without an attempt, unless its endpoint was disabled. */
export function reschedule(
  app: AppServices,
  { endpointId, lease, queue, deliveryId }: Claim,
  seconds: number,
): Promise<void> {
  return app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, endpointId);
    const active = await tx.webhookEndpoint.count({ where: { id: endpointId, disabledAt: null, deletedAt: null } });
    const data = { dueAt: active > 0 ? later(app.clock.now(), seconds * 1_000) : null, lease: null };
    if (queue) await tx.webhookQueue.updateMany({ where: { endpointId, orderId: queue.orderId, lease }, data });
    else await tx.webhookDelivery.updateMany({ where: { id: deliveryId ?? '', lease }, data });
  });
}
