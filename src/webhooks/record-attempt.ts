/** What a try comes to: written together with where its queue stands then. */
import { createHash } from 'node:crypto';
import { queueWebhookMail } from '../emails/queue-emails.ts';
import type {
  Prisma,
  WebhookDeliveryStatus,
  WebhookDisabledReason,
  WebhookEndpoint,
} from '../generated/prisma/client.ts';
import { later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { type Failing, nextTry, type Turn } from './claims.ts';
import type { PostingResult } from './deliver.ts';
import { disableEndpoint, lockEndpoint } from './endpoints.ts';

/** Something to tell an endpoint. */
export interface Message {
  /** Without an id of a delivery: of an entry that its queue has come to. */
  readonly messageId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly orderId: string | null;
  readonly number: number | null;
}

/** What `webhook-id` says: it follows from the endpoint and from what is told, so it is the same over all tries. */
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
 * Writes down a try: the log, and what is next for its queue. Nothing but the log changes if the turn was over, because
 * it took too long and somebody else has it.
 */
export async function recordAttempt(app: AppServices, turn: Turn, message: Message, attempt: Attempt): Promise<void> {
  const hasSucceeded = attempt.error === undefined;
  const isGone = attempt.statusCode === 410;
  const hasDisabled = await app.db.$transaction(async (tx) => {
    await lockEndpoint(tx, turn.endpointId);
    const endpoint = await tx.webhookEndpoint.findUnique({ where: { id: turn.endpointId } });
    // It was removed, and its rows are gone.
    if (!endpoint) return false;
    const failing = hasSucceeded ? unfailing : await failingOf(tx, turn);
    const next = hasSucceeded || isGone ? undefined : nextTry(app, failing, attempt.waitMs);
    const reason: WebhookDisabledReason | undefined = isGone ? 'GONE' : hasSucceeded || next ? undefined : 'FAILING';
    await log(app, tx, { endpoint, turn, message, attempt, next });
    const fate = hasSucceeded ? undefined : { next: next ?? null, ...failing };
    const isOwn = await moveOn(app, tx, { endpoint, turn, message, fate });
    const failingSince = hasSucceeded ? null : (endpoint.failingSince ?? attempt.at);
    if (endpoint.failingSince?.getTime() !== failingSince?.getTime())
      await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince } });
    if (!isOwn || !reason || endpoint.disabledAt || endpoint.deletedAt) return false;
    await disableWithNotice(app, tx, endpoint, reason);
    return true;
  });
  if (hasDisabled) app.jobs.wake('deliver-mail');
}

const unfailing: Failing = { failures: 0, failingSince: null };

/** How often it has failed before, as it stands by now: whoever has enabled the endpoint anew during the try has begun anew. */
async function failingOf(tx: Tx, { endpointId, queue, deliveryId }: Turn): Promise<Failing> {
  const select = { failures: true, failingSince: true };
  const found = queue
    ? await tx.webhookQueue.findUnique({
        where: { endpointId_orderId: { endpointId, orderId: queue.orderId } },
        select,
      })
    : await tx.webhookDelivery.findUnique({ where: { id: deliveryId ?? '' }, select });
  return found ?? unfailing;
}

/** Disables an endpoint whose row the caller holds, and has a mail tell its account. */
export async function disableWithNotice(
  app: AppServices,
  tx: Tx,
  endpoint: Pick<WebhookEndpoint, 'id' | 'applicationId'>,
  reason: WebhookDisabledReason,
): Promise<void> {
  const at = await disableEndpoint(app, tx, endpoint, reason);
  await queueWebhookMail(app, tx, { ...endpoint, at });
}

interface Settling {
  readonly endpoint: WebhookEndpoint;
  readonly turn: Turn;
  readonly message: Message;
}

/** What a failure leads to: `next` is when to try again, null never. */
interface Fate extends Failing {
  readonly next: Date | null;
}

/** Where the queue stands now; without a fate it was delivered. Returns whether the turn still counted. */
async function moveOn(
  app: AppServices,
  tx: Tx,
  { endpoint, turn, message, fate }: Settling & { readonly fate: Fate | undefined },
): Promise<boolean> {
  const { lease, deliveryId, queue } = turn;
  const isActive = !endpoint.disabledAt && !endpoint.deletedAt;
  const retry = {
    lease: null,
    failures: fate ? fate.failures + 1 : 0,
    failingSince: fate ? (fate.failingSince ?? app.clock.now()) : null,
  };
  const dueAt = isActive ? (fate?.next ?? null) : null;
  if (!queue) {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId ?? '', lease },
      data: { ...retry, dueAt },
    });
    return count > 0;
  }
  const { endpointId } = turn;
  if (fate) {
    const { count } = await tx.webhookQueue.updateMany({
      where: { endpointId, orderId: queue.orderId, lease },
      data: { ...retry, dueAt },
    });
    return count > 0;
  }
  return advanceQueue(app, tx, turn, { sentNumber: message.number ?? queue.sentNumber, isActive });
}

/** Moves a queue past an entry. One that was set back meanwhile stays where it was set. Returns whether the turn still counted. */
export async function advanceQueue(
  app: AppServices,
  tx: Tx,
  { endpointId, lease, queue }: Turn,
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

/** Writes the try into the log, where its delivery may stand from earlier tries. */
async function log(
  app: AppServices,
  tx: Tx,
  {
    endpoint,
    turn,
    message: { messageId, ...message },
    attempt,
    next,
  }: Settling & { readonly attempt: Attempt; readonly next: Date | undefined },
): Promise<void> {
  const { at, durationMs, statusCode, error } = attempt;
  const now = app.clock.now();
  const where: Prisma.WebhookDeliveryWhereUniqueInput = turn.deliveryId
    ? { id: turn.deliveryId }
    : { endpointId_messageId: { endpointId: endpoint.id, messageId } };
  const status: WebhookDeliveryStatus = error === undefined ? 'DELIVERED' : 'WAITING';
  const fate = {
    nextAttemptAt: next ?? null,
    ...(status === 'DELIVERED' ? { status, deliveredAt: now } : {}),
  };
  const base = { ...message, messageId, endpointId: endpoint.id, createdAt: at, status, attemptCount: 1 };
  const delivery = await tx.webhookDelivery.upsert({
    where,
    create: { ...base, ...fate },
    update: { ...fate, attemptCount: { increment: 1 } },
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

/** Has a turn come round again a while later, unless its endpoint was disabled. Nothing was tried. */
export function putOff(
  app: AppServices,
  { endpointId, lease, queue, deliveryId }: Turn,
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
