/** Sending again, and sending for trying out. */
import { changeableWebhookEndpoints } from '../access/access.ts';
import { requireMember } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import type { WebhookDelivery, WebhookDeliveryStatus, WebhookEndpoint } from '../generated/prisma/client.ts';
import { decodeInboxCursor, feedPositionOf } from '../inbox/inbox.ts';
import { limits } from '../limits.ts';
import { dayMs, later } from '../platform/clock.ts';
import { defineRefusal, InputInvalid, notFound } from '../platform/errors.ts';
import { randomId } from '../platform/secrets.ts';
import type { AppServices } from '../services/services.ts';
import { withEndpoint } from './endpoints.ts';
import { messageIdOf } from './record-attempt.ts';
import { enqueueSystemEvent } from './system-events.ts';

export const WebhookDeliveryNotFound = notFound('WebhookDelivery', { remedy: 'Old deliveries are deleted.' });

export const WebhookEndpointDisabled = defineRefusal('WebhookEndpointDisabled', {
  code: 'WEBHOOK_ENDPOINT_DISABLED',
  recovery: 'CORRECTABLE',
  message: 'The webhook endpoint is disabled. Enable it with updateWebhookEndpoint first.',
  description: 'The webhook endpoint is disabled, so that no event is sent to it.',
  remedy: 'Enable the endpoint with `updateWebhookEndpoint`, then try again.',
});

/** Has a test event be sent. @throws WebhookEndpointDisabled, and as the other changes of endpoints */
export function sendTestEvent(app: AppServices, viewer: Viewer, endpointId: string): Promise<WebhookDelivery> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    refuseDisabled(endpoint);
    const about = [randomId()];
    const type = 'webhook.test';
    await enqueueSystemEvent(app, tx, [endpointId], {
      type,
      about,
      content: { message: 'This is how an event looks.' },
    });
    const messageId = messageIdOf(endpointId, type, ...about);
    return tx.webhookDelivery.findUniqueOrThrow({ where: { endpointId_messageId: { endpointId, messageId } } });
  });
}

/**
 * Has a delivery be sent again, at once and beside the order of its order, with the same id. One that waits for its next
 * try is tried at once.
 * @throws WebhookDeliveryNotFound, WebhookEndpointDisabled, and as the other changes of endpoints
 */
export async function replayDelivery(app: AppServices, viewer: Viewer, deliveryId: string): Promise<WebhookDelivery> {
  requireMember(viewer, 'changeWebhooks');
  const found = await app.db.webhookDelivery.findFirst({
    where: { id: deliveryId, endpoint: changeableWebhookEndpoints(viewer) },
  });
  if (!found) throw new WebhookDeliveryNotFound();
  const { endpointId, orderId, number } = found;
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    refuseDisabled(endpoint);
    const now = app.clock.now();
    // If its queue has still to send it, the queue is hurried, so that nothing is sent twice at the same time.
    const queued = orderId !== null &&
      number !== null && { endpointId, orderId, sentNumber: { lt: number }, targetNumber: { gte: number } };
    if (queued && (await tx.webhookQueue.count({ where: queued })) > 0) {
      await tx.webhookQueue.updateMany({ where: { ...queued, lease: null }, data: { dueAt: now } });
    } else {
      const status: WebhookDeliveryStatus = 'WAITING';
      await tx.webhookDelivery.updateMany({
        // One that is being sent at this moment is left alone.
        where: { id: deliveryId, OR: [{ lease: null }, { dueAt: null }, { dueAt: { lte: now } }] },
        data: { dueAt: now, nextAttemptAt: now, lease: null, status, failures: 0, failingSince: null },
      });
    }
    return tx.webhookDelivery.findUniqueOrThrow({ where: { id: deliveryId } });
  });
}

/**
 * Has everything be sent again that has happened after a cursor of the inbox, in its order and with the same ids.
 * @throws InputInvalid, WebhookEndpointDisabled, and as the other changes of endpoints
 */
export function replayEvents(
  app: AppServices,
  viewer: Viewer,
  { endpointId, after }: { readonly endpointId: string; readonly after: string },
): Promise<WebhookEndpoint> {
  return withEndpoint(app, viewer, endpointId, async (tx, endpoint) => {
    refuseDisabled(endpoint);
    const cursor = decodeInboxCursor(after);
    if (cursor?.epoch !== app.epoch.name)
      throw new InputInvalid([{ field: 'after', message: 'must be a cursor of the inbox of this database' }]);
    // A cursor of an entry lies after that entry; one without an entry lies before everything at its feed position.
    const position = feedPositionOf(cursor.position) + (cursor.position.includes(':') ? 1n : 0n);
    const { retentionDays } = limits.webhooks;
    const first = await tx.logEntry.findFirst({
      where: { position: { gte: position } },
      orderBy: { position: 'asc' },
      select: { at: true },
    });
    if (first && first.at < later(app.clock.now(), -retentionDays * dayMs))
      throw new InputInvalid([{ field: 'after', message: `must not be more than ${retentionDays} days old` }]);
    if (position >= endpoint.position) return endpoint;
    return tx.webhookEndpoint.update({ where: { id: endpointId }, data: { position } });
  });
}

/** @throws WebhookEndpointDisabled */
function refuseDisabled({ disabledAt }: WebhookEndpoint): void {
  if (disabledAt) throw new WebhookEndpointDisabled();
}
