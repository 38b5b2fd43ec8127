/** The live side of an inbox: everything that happens in all orders of a viewer, after a cursor, once and in order. */
import { roleIn } from '../access/access.ts';
import { hasScope, ScopeMissing } from '../access/scopes.ts';
import { accountIdsOf, isMember, isOperator, type Member, type Viewer } from '../access/viewer.ts';
import { everyOrderTopic, inboxTopic, inboxTopicPrefix } from '../live/topics.ts';
import { partyIn } from '../orders/timeline/ephemeral-events.ts';
import { type EndReason, type LogSource, subscribeToLog } from '../orders/timeline/log-subscription.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { NotSignedIn, type Refusal } from '../platform/errors.ts';
import type { OrderServices } from '../services/order-services.ts';
import {
  type InboxItem,
  type InboxResetReason,
  inboxLog,
  readEnd,
  readHeadOfAll,
  readHeads,
  resolveCursor,
} from './inbox.ts';

/** An entry was added to an order. */
export class InboxEntryAdded {
  readonly entry: Entry;
  readonly position: string;
  constructor(entry: Entry, position: string) {
    this.entry = entry;
    this.position = position;
  }
  get orderId() {
    return this.entry.orderId;
  }
  /** The same object for all subscriptions to one inbox, so that they share the execution. */
  get subject() {
    return this.entry;
  }
}

/** The viewer has read an order. */
export class InboxOrderRead {
  readonly orderId: string;
  readonly position: string;
  constructor(orderId: string, position: string) {
    this.orderId = orderId;
    this.position = position;
  }
}

/** The cursor cannot be resumed, so the client has to read the inbox again. The subscription continues from the end. */
export class InboxReset {
  readonly position: string;
  readonly reason: InboxResetReason;
  constructor(position: string, reason: InboxResetReason) {
    this.position = position;
    this.reason = reason;
  }
}

export type InboxEvent = InboxEntryAdded | InboxOrderRead | InboxReset;

export interface InboxSubscriptionOptions {
  /** The cursor after which the subscription begins; undefined: it begins now. */
  readonly after: string | undefined;
  /** Called before each event with the viewer's current rights, so that nothing is resolved with older rights. */
  readonly refreshViewer: (viewer: Viewer) => void;
}

/** Subscribes to the inbox of a viewer. All subscriptions of one account in a process share their reads. */
export function subscribeToInbox(
  app: OrderServices,
  viewer: Viewer,
  { after, refreshViewer }: InboxSubscriptionOptions,
): AsyncIterableIterator<InboxEvent | Refusal> {
  const log = isMember(viewer) ? inboxLog(app.db, viewer) : undefined;
  return subscribeToLog<string, InboxItem, InboxEvent>(app, viewer, {
    topics: log ? [log.topic, ...(log.alsoInvalidatedBy ?? [])] : [],
    open: async () => {
      if (!isMember(viewer)) return new NotSignedIn();
      return hasScope(viewer, 'ORDERS_READ')
        ? openInbox(app, viewer, after)
        : new ScopeMissing({ scopes: ['ORDERS_READ'] });
    },
    refreshViewer,
  });
}

async function openInbox(
  app: OrderServices,
  member: Member,
  after: string | undefined,
): Promise<LogSource<string, InboxItem, InboxEvent>> {
  const end = { position: await readEnd(app.db) };
  const start = after === undefined ? end : await resolveCursor(app, after);
  return {
    log: inboxLog(app.db, member),
    from: 'position' in start ? start.position : end.position,
    initialEvent: 'reason' in start ? new InboxReset(end.position, start.reason) : undefined,
    checkAccess: (current) => checkAccess(member, current),
    toEvent,
    onDelivered: ({ entry }) => {
      const party = entry && member.kind === 'person' && deliveredParty(entry, member);
      if (party) app.recordDelivery({ ...party, orderId: entry.orderId, number: entry.number });
    },
  };
}

/**
 * An operator sees all orders, others those of their accounts: a person who becomes an operator, or joins or leaves an
 * account, reads another inbox.
 */
function checkAccess(member: Member, current: Viewer): EndReason | undefined {
  const [before, now] = [member, current].map((viewer) => [...accountIdsOf(viewer)].sort().join());
  const isSame = before === now && isOperator(current) === isOperator(member);
  return isSame && hasScope(current, 'ORDERS_READ') ? undefined : 'RIGHTS_CHANGED';
}

function toEvent({ orderId, position, entry }: InboxItem, viewer: Viewer): InboxEvent | undefined {
  if (!entry) return new InboxOrderRead(orderId, position);
  const parties = partiesOf(entry);
  return parties && roleIn(parties, viewer) ? new InboxEntryAdded(entry, position) : undefined;
}

const deliveredParty = (entry: Entry, viewer: Viewer) => {
  const parties = partiesOf(entry);
  return parties && partyIn(parties, roleIn(parties, viewer));
};

/** The parties of an entry's order; the database has filled them in. */
const partiesOf = ({ advertiserId, sellerId }: Entry) =>
  advertiserId !== null && sellerId !== null ? { advertiserId, sellerId } : undefined;

/** Adds the reconciler that finds inboxes with new items whose topic update was lost. */
export function reconcileInboxes({ db, live }: OrderServices): void {
  live.addReconciler(inboxTopicPrefix, async (topics) => {
    const heads = await readHeads(
      db,
      topics.map((topic) => topic.slice(inboxTopicPrefix.length)),
    );
    return heads.map(({ accountId, position }) => ({ topic: inboxTopic(accountId), position }));
  });
  live.addReconciler(everyOrderTopic, async () => [{ topic: everyOrderTopic, position: await readHeadOfAll(db) }]);
}
