/** The live side of an order: its timeline after a cursor, and hints of what is stored nowhere. */
import { type OrderAccess, roleIn } from '../../access/access.ts';
import { hasScope, ScopeMissing } from '../../access/scopes.ts';
import type { Viewer } from '../../access/viewer.ts';
import { NotSignedIn, type Refusal } from '../../platform/errors.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { orderTopic, orderTopicPrefix } from '../order.ts';
import { OrderNotFound } from '../order-refusals.ts';
import {
  ephemeralEventOf,
  type PresenceChanged,
  participantPresence,
  partyIn,
  type ReadMarkerMoved,
  type TypingChanged,
} from './ephemeral-events.ts';
import { type LogSource, subscribeToLog } from './log-subscription.ts';
import { type Entry, parseCursor, readHeads, timelineLog } from './timeline.ts';

/** An entry that came after the cursor. */
export class TimelineEntryAdded {
  readonly entry: Entry;
  constructor(entry: Entry) {
    this.entry = entry;
  }
  get orderId() {
    return this.entry.orderId;
  }
  get number() {
    return this.entry.number;
  }
  /** All who follow the order are told of the same entry. */
  get subject() {
    return this.entry;
  }
}

export type ResetReason = 'CURSOR_UNKNOWN' | 'CURSOR_OF_ANOTHER_DATABASE' | 'CURSOR_OF_ANOTHER_ORDER' | 'CURSOR_AHEAD';

/** The cursor leads nowhere: what the client holds cannot be brought up to date from it. The stream goes on from the end. */
export class TimelineReset {
  readonly orderId: string;
  readonly number: number;
  readonly reason: ResetReason;
  constructor(orderId: string, number: number, reason: ResetReason) {
    this.orderId = orderId;
    this.number = number;
    this.reason = reason;
  }
}

export type TimelineEvent =
  | TimelineEntryAdded
  | TimelineReset
  | TypingChanged
  | PresenceChanged
  | ReadMarkerMoved
  | Refusal;

export interface TimelineSubscriptionOptions {
  readonly orderId: string;
  /** Where to begin; absent: from the first entry. */
  readonly after: string | undefined;
  /** Whether hints are wanted too. */
  readonly hints?: boolean;
  /** Who may follow. */
  readonly access: OrderAccess;
  /** Which entries are passed on; absent: all. */
  readonly wants?: (entry: Entry) => boolean;
  /** Called before each event with the viewer's rights of that moment, so that nothing older answers for it. */
  readonly renew: (viewer: Viewer) => void;
}

/** Follows an order, or some of what happens in it. Whoever loses the right to see it is told so within a second, and the stream ends. */
export function subscribeToTimeline(
  app: OrderServices,
  viewer: Viewer,
  { renew, ...wish }: TimelineSubscriptionOptions,
): AsyncIterableIterator<TimelineEvent> {
  return subscribeToLog<number, Entry, TimelineEvent>(app, viewer, {
    topics: [orderTopic(wish.orderId)],
    open: () => openTimeline(app, viewer, wish),
    renew,
  });
}

async function openTimeline(
  app: OrderServices,
  viewer: Viewer,
  { orderId, after, access, wants, hints = false }: Omit<TimelineSubscriptionOptions, 'renew'>,
): Promise<LogSource<number, Entry, TimelineEvent> | Refusal> {
  if (viewer.kind === 'anonymous') return new NotSignedIn();
  if (!hasScope(viewer, access.scope)) return new ScopeMissing([access.scope]);
  // An order's parties never change; what can change is who the viewer is.
  const order = await app.db.order.findFirst({
    where: { AND: [{ id: orderId }, access.orders(viewer)] },
    select: { id: true, logNumber: true, advertiserId: true, sellerId: true },
  });
  if (!order) return new OrderNotFound();
  const { number, reason } = startOf(app.epoch.name, orderId, { after, end: order.logNumber });
  // An application is no company, and who gets only some of the entries is not reached by the others.
  const party = viewer.kind === 'person' && !wants ? partyIn(order, roleIn(order, viewer)) : undefined;
  const hasReached = (reached: number) => party && app.recordDelivery({ ...party, orderId, number: reached });
  if (!reason && number > 0) hasReached(number);
  return {
    log: timelineLog(app.db, orderId),
    from: number,
    opening: reason && new TimelineReset(orderId, number, reason),
    lossOf: (now) => (access.holds(order, now) ? undefined : 'ACCESS_LOST'),
    eventOf: (entry) => (wants && !wants(entry) ? undefined : new TimelineEntryAdded(entry)),
    onTaken: (entry) => hasReached(entry.number),
    ...(hints ? { signEventOf: (sign, now) => ephemeralEventOf(orderId, sign, now) } : {}),
    ...(party ? { enter: () => app.live.holdPresence(orderTopic(orderId), participantPresence(party)) } : {}),
  };
}

function startOf(
  epoch: string,
  orderId: string,
  { after, end }: { after: string | undefined; end: number },
): { number: number; reason?: ResetReason } {
  if (after === undefined) return { number: 0 };
  const place = parseCursor(after);
  if (!place) return { number: end, reason: 'CURSOR_UNKNOWN' };
  if (place.epoch !== epoch) return { number: end, reason: 'CURSOR_OF_ANOTHER_DATABASE' };
  if (place.orderId !== orderId) return { number: end, reason: 'CURSOR_OF_ANOTHER_ORDER' };
  return place.number > end ? { number: end, reason: 'CURSOR_AHEAD' } : { number: place.number };
}

/** Has the hub notice orders that moved although their hint was lost. */
export function reconcileOrders(app: OrderServices): void {
  app.live.addReconciler(orderTopicPrefix, async (topics) => {
    const heads = await readHeads(
      app.db,
      topics.map((topic) => topic.slice(orderTopicPrefix.length)),
    );
    return heads.map(({ id, logNumber }) => ({ topic: orderTopic(id), place: logNumber }));
  });
}
