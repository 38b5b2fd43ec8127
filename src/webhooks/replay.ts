/** Replays of deliveries, and test events. */

import { requireEditor } from '../access/actor.ts';
import { changeableWebhookEndpoints } from '../access/application-access.ts';
import type { Viewer } from '../access/viewer.ts';
import type { WebhookDelivery, WebhookEndpoint } from '../generated/prisma/client.ts';
import { decodeInboxCursor, feedPositionOf } from '../inbox/inbox.ts';
import { limits } from '../limits.ts';
import { dayMs, later } from '../platform/clock.ts';
import { defineRefusal, InputInvalid, notFound } from '../platform/errors.ts';
import { randomId } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { withEndpoint } from './endpoints.ts';
import { messageIdOf } from './message-ids.ts';
import { enqueueSystemEvent } from './system-events.ts';

export const WebhookDeliveryNotFound = notFound('WebhookDelivery', { remedy: 'Old deliveries are deleted.' });

export const WebhookEndpointDisabled = defineRefusal('WebhookEndpointDisabled', {
  code: 'WEBHOOK_ENDPOINT_DISABLED',
  recovery: 'CORRECTABLE',
  message: 'The webhook endpoint is disabled. Enable it with updateWebhookEndpoint first.',
  description: 'The webhook endpoint is disabled, so that no event is sent to it.',
  remedy: 'Enable the endpoint with `updateWebhookEndpoint`, then try again.',
});

export const WebhookEndpointNotVerified = defineRefusal('WebhookEndpointNotVerified', {
  code: 'WEBHOOK_ENDPOINT_NOT_VERIFIED',
  recovery: 'CORRECTABLE',
  message:
    'The program at the address has not returned the challenge yet. Call updateWebhookEndpoint with isEnabled: true to send another one.',
  description: 'The webhook endpoint has not returned the challenge yet, so that no event is sent to it.',
  remedy:
    'Answer the event `webhook.verification` with its challenge. `updateWebhookEndpoint` with `isEnabled: true` sends another one.',
});

/** Sends a test event. @throws WebhookEndpointDisabled, WebhookEndpointNotVerified, and as `updateWebhookEndpoint` */
export function sendTestEvent(app: AppServices, viewer: Viewer, endpointId: string): Promise<WebhookDelivery> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    refuseInactive(endpoint);
    const about = [randomId()];
    const type = 'webhook.test';
    await enqueueSystemEvent(app, tx, [endpointId], {
      type,
      about,
      content: { message: 'This is a test event.' },
    });
    const messageId = messageIdOf(endpointId, type, ...about);
    return tx.webhookDelivery.findUniqueOrThrow({ where: { endpointId_messageId: { endpointId, messageId } } });
  });
}

/**
 * Sends a delivery again with the same id, immediately and independently of the queue of its order. A delivery that waits
 * for its next attempt is attempted immediately.
 * @throws WebhookDeliveryNotFound, WebhookEndpointDisabled, WebhookEndpointNotVerified, and as `updateWebhookEndpoint`
 */
export async function replayDelivery(app: AppServices, viewer: Viewer, deliveryId: string): Promise<void> {
  requireEditor(viewer, 'changeWebhooks');
  const delivery = await app.db.webhookDelivery.findFirst({
    where: { id: deliveryId, endpoint: changeableWebhookEndpoints(viewer) },
  });
  if (!delivery) throw new WebhookDeliveryNotFound();
  const { endpointId, orderId, number } = delivery;
  await withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    refuseInactive(endpoint);
    const now = app.clock.now();
    // If its queue has not sent it yet, the queue is made due, so that it is not sent twice at the same time.
    const queued = orderId !== null &&
      number !== null && { endpointId, orderId, sentNumber: { lt: number }, targetNumber: { gte: number } };
    if (queued && (await tx.webhookQueue.count({ where: queued })) > 0) {
      await tx.webhookQueue.updateMany({ where: { ...queued, lease: null }, data: { dueAt: now } });
    } else {
      await tx.webhookDelivery.updateMany({
        // A delivery that is being sent now is not changed.
        where: { id: deliveryId, OR: [{ lease: null }, { dueAt: null }, { dueAt: { lte: now } }] },
        data: { dueAt: now, nextAttemptAt: now, lease: null, status: 'WAITING', failures: 0, failingSince: null },
      });
    }
  });
}

/**
 * Sends all events after a cursor of the inbox again, in their order and with the same ids.
 * @throws InputInvalid, WebhookEndpointDisabled, WebhookEndpointNotVerified, and as `updateWebhookEndpoint`
 */
export function replayEvents(
  app: AppServices,
  viewer: Viewer,
  { endpointId, after }: { readonly endpointId: string; readonly after: string },
): Promise<void> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    refuseInactive(endpoint);
    const cursor = decodeInboxCursor(after);
    if (cursor?.epoch !== app.epoch.name)
      throw new InputInvalid([{ field: 'after', message: 'must be a cursor of the inbox of this database' }]);
    // A cursor of an entry is after that entry; a cursor without an entry is before all entries at its position.
    const position = feedPositionOf(cursor.position) + (cursor.position.includes(':') ? 1n : 0n);
    const { retentionDays } = limits.webhooks;
    const first = await tx.logEntry.findFirst({
      where: { position: { gte: position } },
      orderBy: { position: 'asc' },
      select: { at: true },
    });
    if (first && first.at < later(app.clock.now(), -retentionDays * dayMs))
      throw new InputInvalid([{ field: 'after', message: `must not be more than ${retentionDays} days old` }]);
    if (position < endpoint.position)
      await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { position } });
  });
}

/** @throws WebhookEndpointDisabled, WebhookEndpointNotVerified */
function refuseInactive({ disabledAt, verifiedAt }: WebhookEndpoint): void {
  if (disabledAt) throw new WebhookEndpointDisabled();
  if (!verifiedAt) throw new WebhookEndpointNotVerified();
}
