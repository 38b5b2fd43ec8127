import { roleIn, visibleOrders } from '../access/access.ts';
import { actorIn, requireEditor } from '../access/actor.ts';
import { limitOwnerOf, type Viewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { orderTopic } from '../live/topics.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import { typingPresence } from '../orders/timeline/ephemeral-events.ts';
import { later } from '../platform/clock.ts';
import type { AppServices } from '../services/services.ts';

/** The typing state of a viewer; `expiresAt` is in ISO 8601, or null after the state was cleared. */
export type TypingStatus = {
  readonly expiresAt: string | null;
};

/**
 * Shows other subscribers of an order that the viewer is typing, for a few seconds or until it is cleared. Not stored.
 * @throws NotSignedIn, ScopeMissing, RateLimited, OrderNotFound
 */
export async function updateTypingStatus(
  app: AppServices,
  viewer: Viewer,
  { orderId, isTyping }: { orderId: string; isTyping: boolean },
): Promise<TypingStatus> {
  const member = requireEditor(viewer, 'updateTypingStatus');
  await app.rateLimiter.consume('typing', limitOwnerOf(member));
  const order = await app.db.order.findFirst({ where: { AND: [{ id: orderId }, visibleOrders(viewer)] } });
  const role = order && roleIn(order, viewer);
  if (!role) throw new OrderNotFound();
  const { accountId } = actorIn(order, viewer);
  const presence = typingPresence({ accountId, role });
  if (!isTyping) {
    app.live.clearPresence(orderTopic(orderId), presence.key);
    return { expiresAt: null };
  }
  const ttlMs = limits.typingSeconds * 1_000;
  app.live.setPresence(orderTopic(orderId), presence, ttlMs);
  return { expiresAt: later(app.clock.now(), ttlMs).toISOString() };
}
