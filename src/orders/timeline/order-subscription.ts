/** The live side of an order: the entries of its timeline after a cursor, and its ephemeral events. */
import { type OrderAccess, roleIn } from '../../access/access.ts';
import { hasScope, ScopeMissing } from '../../access/scopes.ts';
import type { Viewer } from '../../access/viewer.ts';
import { orderTopic, orderTopicPrefix } from '../../live/topics.ts';
import { NotSignedIn, type Refusal } from '../../platform/errors.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { OrderNotFound } from '../order-refusals.ts';
import {
  onlinePresence,
  type PresenceChanged,
  partyIn,
  type ReadMarkerMoved,
  type TypingChanged,
  toEphemeralEvent,
} from './ephemeral-events.ts';
import { type LogSource, subscribeToLog } from './log-subscription.ts';
import { decodeTimelineCursor, type Entry, readEnds, timelineLog } from './timeline.ts';

/** An entry was added to the timeline. */
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
  /** The same object for all subscribers of the order, so that they share the execution. */
  get subject() {
    return this.entry;
  }
}

export type ResetReason = 'CURSOR_UNKNOWN' | 'CURSOR_OF_ANOTHER_DATABASE' | 'CURSOR_OF_ANOTHER_ORDER' | 'CURSOR_AHEAD';

/** The cursor cannot be resumed, so the client has to read the order again. The subscription continues from the end. */
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

export type TimelineEvent = TimelineEntryAdded | TimelineReset | TypingChanged | PresenceChanged | ReadMarkerMoved;

export interface TimelineSubscriptionOptions {
  readonly orderId: string;
  /** The cursor after which the subscription begins; undefined: it begins with the first entry. */
  readonly after: string | undefined;
  /** True to receive ephemeral events as well. */
  readonly withEphemeralEvents?: boolean;
  /** The access condition of the subscription. */
  readonly access: OrderAccess;
  /** Selects the entries to send; omitted: all. */
  readonly includes?: (entry: Entry) => boolean;
  /** Called before each event with the viewer's current rights, so that nothing is resolved with older rights. */
  readonly refreshViewer: (viewer: Viewer) => void;
}

/** Subscribes to an order, or to a selection of its entries. A viewer who loses access gets `StreamEnded` within a second. */
export function subscribeToTimeline(
  app: OrderServices,
  viewer: Viewer,
  { refreshViewer, ...options }: TimelineSubscriptionOptions,
): AsyncIterableIterator<TimelineEvent | Refusal> {
  return subscribeToLog<number, Entry, TimelineEvent>(app, viewer, {
    topics: [orderTopic(options.orderId)],
    open: () => openTimeline(app, viewer, options),
    refreshViewer,
  });
}

async function openTimeline(
  app: OrderServices,
  viewer: Viewer,
  { orderId, after, access, includes, withEphemeralEvents = false }: Omit<TimelineSubscriptionOptions, 'refreshViewer'>,
): Promise<LogSource<number, Entry, TimelineEvent> | Refusal> {
  if (viewer.kind === 'anonymous') return new NotSignedIn();
  if (!hasScope(viewer, access.scope)) return new ScopeMissing({ scopes: [access.scope] });
  // The parties of an order never change; the rights of the viewer may.
  const order = await app.db.order.findFirst({
    where: { AND: [{ id: orderId }, access.orders(viewer)] },
    select: { id: true, logNumber: true, advertiserId: true, sellerId: true },
  });
  if (!order) return new OrderNotFound();
  const { number, reason } = resolveStart(app.epoch.name, orderId, { after, end: order.logNumber });
  // Neither an application nor a subscriber of a selection counts as a party that has received the entries.
  const party = viewer.kind === 'person' && !includes ? partyIn(order, roleIn(order, viewer)) : undefined;
  const recordDelivery = (upTo: number) => party && app.recordDelivery({ ...party, orderId, number: upTo });
  if (!reason && number > 0) recordDelivery(number);
  return {
    log: timelineLog(app.db, orderId),
    from: number,
    initialEvent: reason && new TimelineReset(orderId, number, reason),
    checkAccess: (current) => (access.includes(order, current) ? undefined : 'ACCESS_LOST'),
    toEvent: (entry) => (includes && !includes(entry) ? undefined : new TimelineEntryAdded(entry)),
    onDelivered: (entry) => recordDelivery(entry.number),
    ...(withEphemeralEvents
      ? { toPresenceEvent: (presence, current) => toEphemeralEvent(orderId, presence, current) }
      : {}),
    ...(party ? { onStart: () => app.live.holdPresence(orderTopic(orderId), onlinePresence(party)) } : {}),
  };
}

function resolveStart(
  epoch: string,
  orderId: string,
  { after, end }: { after: string | undefined; end: number },
): { number: number; reason?: ResetReason } {
  if (after === undefined) return { number: 0 };
  const position = decodeTimelineCursor(after);
  if (!position) return { number: end, reason: 'CURSOR_UNKNOWN' };
  if (position.epoch !== epoch) return { number: end, reason: 'CURSOR_OF_ANOTHER_DATABASE' };
  if (position.orderId !== orderId) return { number: end, reason: 'CURSOR_OF_ANOTHER_ORDER' };
  return position.number > end ? { number: end, reason: 'CURSOR_AHEAD' } : { number: position.number };
}

/** Adds the reconciler that finds orders with new entries whose topic update was lost. */
export function reconcileOrders(app: OrderServices): void {
  app.live.addReconciler(orderTopicPrefix, async (topics) => {
    const ends = await readEnds(
      app.db,
      topics.map((topic) => topic.slice(orderTopicPrefix.length)),
    );
    return ends.map(({ id, logNumber }) => ({ topic: orderTopic(id), position: logNumber }));
  });
}
