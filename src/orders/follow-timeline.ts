/** The live side of an order: its timeline after a cursor, then whatever comes, each entry once and in order. */

import type { OrderAccess, OrderParties } from '../access/access.ts';
import { hasScope, ScopeMissing } from '../access/scopes.ts';
import { rightsTopics } from '../access/standing.ts';
import type { Viewer } from '../access/viewer.ts';
import { createStream, type Sleeper } from '../live/stream.ts';
import { NotSignedIn, Refusal } from '../platform/errors.ts';
import type { World } from '../platform/world.ts';
import { orderTopic, orderTopicPrefix } from './order.ts';
import { OrderNotFound } from './refusals.ts';
import { type Entry, placeOf, readEntriesAfter, readHeads } from './timeline.ts';

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
}

export type ResetReason = 'CURSOR_UNKNOWN' | 'CURSOR_OF_ANOTHER_ORDER' | 'CURSOR_AHEAD';

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

/** How a viewer loses the right to follow. */
type Loss = 'SESSION_ENDED' | 'KEY_INVALID' | 'SETUP_LINK_ENDED' | 'ACCESS_LOST';

/** The last thing that a stream says when it does not end by the client's own wish. */
export class StreamEnded extends Refusal {
  constructor(code: Loss) {
    const messages = {
      SESSION_ENDED: ['Your session is over. Sign in again and follow from your last cursor.', 'CORRECTABLE'],
      SETUP_LINK_ENDED: ['This setup link no longer works. If it was renewed, the new one was mailed.', 'FINAL'],
      KEY_INVALID: ['The key no longer works. Use another and follow from your last cursor.', 'CORRECTABLE'],
      ACCESS_LOST: ['You can no longer see this order.', 'FINAL'],
    } as const;
    super(messages[code][0], code, messages[code][1]);
  }
}

export type TimelineEvent =
  | TimelineEntryAdded
  | TimelineReset
  | StreamEnded
  | OrderNotFound
  | NotSignedIn
  | ScopeMissing;

export interface Following {
  readonly orderId: string;
  /** Where to begin; absent: from the first entry. */
  readonly after: string | undefined;
  /** Who may follow. */
  readonly access: OrderAccess;
  /** Which entries are passed on; absent: all. */
  readonly wants?: (entry: Entry) => boolean;
  /** Called before each event with the viewer's rights of that moment, so that nothing older answers for it. */
  readonly renew: (viewer: Viewer) => void;
}

const retryMs = 1_000;

/**
 * Follows an order, or some of what happens in it. The reader holds a cursor, not a queue: one that is slow lags and
 * costs nothing. The right to see it is asked for anew before each event; whoever loses it is told so within a second,
 * and the stream ends.
 */
export function followTimeline(app: World, viewer: Viewer, following: Following): AsyncIterableIterator<TimelineEvent> {
  return createStream((sleeper) => events(app, viewer, following, sleeper));
}

async function* events(
  app: World,
  viewer: Viewer,
  { orderId, after, access, wants = () => true, renew }: Following,
  sleeper: Sleeper,
): AsyncGenerator<TimelineEvent, void, undefined> {
  if (viewer.kind === 'nobody') return yield new NotSignedIn();
  if (!hasScope(viewer, access.scope)) return yield new ScopeMissing([access.scope]);
  const topic = orderTopic(orderId);
  let haveRightsMoved = false;
  // Listen first, read second: what is committed in between wakes the stream and is read.
  const stopListening = app.live.listen([topic, ...rightsTopics(viewer)], (moved) => {
    if (moved !== topic) haveRightsMoved = true;
    sleeper.wake();
  });
  try {
    // An order's parties never change; what can change is who the viewer is.
    const order = await app.db.order.findFirst({
      where: { AND: [{ id: orderId }, access.orders(viewer)] },
      select: { id: true, logNumber: true, advertiserId: true, sellerId: true },
    });
    if (!order) return yield new OrderNotFound();
    const start = startOf(orderId, after, order.logNumber);
    let number = start.number;
    if (start.reason) yield new TimelineReset(orderId, number, start.reason);

    while (!sleeper.isOver()) {
      try {
        const entries = await app.live.readAfter(topic, number, (from, limit) =>
          readEntriesAfter(app.db, orderId, from, limit),
        );
        const wanted = entries.filter(wants);
        // An entry that is not passed on may be what has ended the right.
        if (wanted.length === 0 && (haveRightsMoved || entries.length > 0)) {
          haveRightsMoved = false;
          const rights = await rightsOf(app, viewer, { order, access });
          if (rights.lost) return yield new StreamEnded(rights.lost);
        }
        for (const entry of wanted) {
          // Between two entries of a page hours may pass if the reader is slow: the right is asked for anew each time.
          const rights = await rightsOf(app, viewer, { order, access });
          if (sleeper.isOver()) return;
          if (rights.lost) return yield new StreamEnded(rights.lost);
          renew(rights.viewer);
          number = entry.number;
          yield new TimelineEntryAdded(entry);
        }
        number = entries.at(-1)?.number ?? number;
        if (entries.length === 0) await sleeper.sleep();
      } catch (error) {
        app.log.warn({ err: error, orderId }, 'a stream cannot read on now and will try again');
        await sleeper.sleep(retryMs);
      }
    }
  } finally {
    stopListening();
  }
}

type Rights = { readonly viewer: Viewer; readonly lost?: undefined } | { readonly lost: Loss };

/** What each kind of viewer loses when it is nobody any more. */
const endOf: Record<Viewer['kind'], Loss> = {
  person: 'SESSION_ENDED',
  partner: 'KEY_INVALID',
  'setup-link': 'SETUP_LINK_ENDED',
  nobody: 'ACCESS_LOST',
};

async function rightsOf(
  app: World,
  viewer: Viewer,
  { order, access }: { order: OrderParties & { readonly id: string }; access: OrderAccess },
): Promise<Rights> {
  const now = await app.viewers.now(viewer);
  if (!now) return { lost: endOf[viewer.kind] };
  return access.holds(order, now) ? { viewer: now } : { lost: 'ACCESS_LOST' };
}

function startOf(orderId: string, after: string | undefined, end: number): { number: number; reason?: ResetReason } {
  if (after === undefined) return { number: 0 };
  const place = placeOf(after);
  if (!place) return { number: end, reason: 'CURSOR_UNKNOWN' };
  if (place.orderId !== orderId) return { number: end, reason: 'CURSOR_OF_ANOTHER_ORDER' };
  return place.number > end ? { number: end, reason: 'CURSOR_AHEAD' } : { number: place.number };
}

/** Has the hub notice orders that moved although their hint was lost. */
export function watchOrders(app: World): void {
  app.live.addSweep(orderTopicPrefix, async (topics) => {
    const heads = await readHeads(
      app.db,
      topics.map((topic) => topic.slice(orderTopicPrefix.length)),
    );
    return heads.map(({ id, logNumber }) => ({ topic: orderTopic(id), number: logNumber }));
  });
}
