/** The live side of an inbox: what happens in all orders of somebody, after a cursor, each once and in order. */
import { roleIn } from '../access/access.ts';
import { hasScope, ScopeMissing } from '../access/scopes.ts';
import { isMember, isOperator, type Member, type Viewer } from '../access/viewer.ts';
import { everyOrderTopic, inboxTopic, inboxTopicPrefix } from '../orders/order.ts';
import { partyIn } from '../orders/timeline/ephemeral-events.ts';
import { type EndReason, type LogSource, subscribeToLog } from '../orders/timeline/log-subscription.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { NotSignedIn, type Refusal } from '../platform/errors.ts';
import type { OrderServices } from '../services/order-services.ts';
import { findPlace, type InboxItem, type InboxResetReason, inboxLog, placeAt, readEnd } from './inbox.ts';

/** Something happened in an order. */
export class InboxEntryAdded {
  readonly entry: Entry;
  readonly place: string;
  constructor(entry: Entry, place: string) {
    this.entry = entry;
    this.place = place;
  }
  get orderId() {
    return this.entry.orderId;
  }
  /** All streams of one inbox are told of the same entry. */
  get subject() {
    return this.entry;
  }
}

/** The viewer has read in an order. */
export class InboxOrderRead {
  readonly orderId: string;
  readonly place: string;
  constructor(orderId: string, place: string) {
    this.orderId = orderId;
    this.place = place;
  }
}

/** The cursor leads nowhere: what the client holds cannot be brought up to date from it. The stream goes on from the end. */
export class InboxReset {
  readonly place: string;
  readonly reason: InboxResetReason;
  constructor(place: string, reason: InboxResetReason) {
    this.place = place;
    this.reason = reason;
  }
}

export type InboxEvent = InboxEntryAdded | InboxOrderRead | InboxReset | Refusal;

export interface InboxSubscriptionOptions {
  /** Where to begin; absent: from now on. */
  readonly after: string | undefined;
  /** Called before each event with the viewer's rights of that moment, so that nothing older answers for it. */
  readonly renew: (viewer: Viewer) => void;
}

/** Follows the inbox of a viewer. All streams of one account in a process share its reads. */
export function subscribeToInbox(
  app: OrderServices,
  viewer: Viewer,
  { after, renew }: InboxSubscriptionOptions,
): AsyncIterableIterator<InboxEvent> {
  const own = isMember(viewer) ? inboxLog(app.db, viewer) : undefined;
  return subscribeToLog<string, InboxItem, InboxEvent>(app, viewer, {
    topics: own ? [own.topic, ...(own.alsoInvalidatedBy ?? [])] : [],
    open: async () => {
      if (!isMember(viewer)) return new NotSignedIn();
      return hasScope(viewer, 'orders:read') ? openInbox(app, viewer, after) : new ScopeMissing(['orders:read']);
    },
    renew,
  });
}

async function openInbox(
  app: OrderServices,
  member: Member,
  after: string | undefined,
): Promise<LogSource<string, InboxItem, InboxEvent>> {
  const end = { place: await readEnd(app.db) };
  const start = after === undefined ? end : await findPlace(app, after);
  const reset = 'reason' in start ? new InboxReset(end.place, start.reason) : undefined;
  return {
    log: inboxLog(app.db, member),
    from: 'place' in start ? start.place : end.place,
    opening: reset,
    lossOf: (now) => lossOf(member, now),
    eventOf: (item, now) => eventOf(item, now),
    onTaken: ({ entry }) => {
      const party = entry && member.kind === 'person' && partyOf(entry, member);
      if (party) app.recordDelivery({ ...party, orderId: entry.orderId, number: entry.number });
    },
  };
}

/** An operator sees all orders, others their own: who changes from one to the other reads another inbox. */
const lossOf = (member: Member, now: Viewer): EndReason | undefined =>
  isOperator(now) === isOperator(member) && hasScope(now, 'orders:read') ? undefined : 'RIGHTS_CHANGED';

function eventOf({ orderId, place, entry }: InboxItem, viewer: Viewer): InboxEvent | undefined {
  if (!entry) return new InboxOrderRead(orderId, place);
  const parties = partiesOf(entry);
  return parties && roleIn(parties, viewer) ? new InboxEntryAdded(entry, place) : undefined;
}

const partyOf = (entry: Entry, viewer: Viewer) => {
  const parties = partiesOf(entry);
  return parties && partyIn(parties, roleIn(parties, viewer));
};

/** The parties of an entry's order; the database has filled them in. */
const partiesOf = ({ advertiserId, sellerId }: Entry) =>
  advertiserId !== null && sellerId !== null ? { advertiserId, sellerId } : undefined;

/** Has the hub notice inboxes that moved although their hint was lost. */
export function reconcileInboxes({ db, live }: OrderServices): void {
  live.addReconciler(inboxTopicPrefix, async (topics) => {
    const ids = topics.map((topic) => topic.slice(inboxTopicPrefix.length));
    const heads = await db.$queryRaw<{ id: string; head: bigint | null }[]>`
      select id, greatest(
        (select max(position) from log_entry where advertiser_id = account.id),
        (select max(position) from log_entry where seller_id = account.id),
        (select max(position) from read_marker where account_id = account.id)
      ) as head from account where id = any(${ids}::uuid[])`;
    return heads.map(({ id, head }) => ({ topic: inboxTopic(id), place: placeAt(head ?? 0n) }));
  });
  live.addReconciler(everyOrderTopic, async () => {
    const [row] = await db.$queryRaw<{ head: bigint | null }[]>`select max(position) as head from log_entry`;
    return [{ topic: everyOrderTopic, position: placeAt(row?.head ?? 0n) }];
  });
}
