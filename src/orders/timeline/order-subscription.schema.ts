import { orderAccess } from '../../access/access.ts';
import { ScopeMissing } from '../../access/scopes.ts';
import { builder } from '../../graphql/builder.ts';
import { type Context, sharedLoader } from '../../graphql/context.ts';
import { rowIdOf } from '../../graphql/ids.ts';
import { logSubscription } from '../../graphql/log-subscription.ts';
import { describedEnum } from '../../graphql/process.schema.ts';
import { refusalTypes } from '../../graphql/refusals.schema.ts';
import { NotSignedIn } from '../../platform/errors.ts';
import { OrderType } from '../order.schema.ts';
import type { Order } from '../order.ts';
import { OrderNotFound } from '../order-refusals.ts';
import { EphemeralEvent, PresenceChanged, ReadMarkerMoved, TypingChanged } from './ephemeral-events.ts';
import { StreamEnded } from './log-subscription.ts';
import { type ResetReason, subscribeToTimeline, TimelineEntryAdded, TimelineReset } from './order-subscription.ts';
import { TimelineEntry } from './timeline.schema.ts';
import { encodeTimelineCursor, type TimelinePosition } from './timeline.ts';

export const cursorField = { description: 'The place to resume from: give it as `after` when you connect again.' };
export const orderField = { type: OrderType, description: 'The order as it is at this moment.' } as const;
/** The order of an event, with the selected fields. The access of the viewer has just been checked. */
export async function readOrder(query: object, orderId: string, context: Context): Promise<Order> {
  const order = await selectedOrder(context).load({ query, orderId });
  if (!order) throw new OrderNotFound();
  return order;
}

/** Loads selected fields of orders: the same selection of many orders is one statement. */
const selectedOrder = sharedLoader<{ query: object; orderId: string }, Order | null>(
  async ({ db }, keys) => {
    const rows = new Map<string, Order>();
    for (const [name, [first, ...others]] of Map.groupBy(keys, selectionName)) {
      const ids = [first, ...others].flatMap((key) => key?.orderId ?? []);
      const orders = await db.order.findMany({ ...first?.query, where: { id: { in: ids } } });
      for (const order of orders) rows.set(`${order.id} ${name}`, order);
    }
    return keys.map((key) => rows.get(`${key.orderId} ${selectionName(key)}`) ?? null);
  },
  (key) => `${key.orderId} ${selectionName(key)}`,
);

/** The key of a selection. Conditions that depend on the viewer are part of the query, and so of the key. */
function selectionName({ query }: { query: object }): string {
  return JSON.stringify(query, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

const timelineCursorField = {
  ...cursorField,
  resolve: (event: TimelinePosition, _args: object, { app }: Context) => encodeTimelineCursor(app.epoch.name, event),
};
/** The order of an event with the selected fields. */
export const currentOrderField = {
  ...orderField,
  resolve: (query: object, { orderId }: { readonly orderId: string }, _args: object, context: Context) =>
    readOrder(query, orderId, context),
};

builder.objectType(TimelineEntryAdded, {
  name: 'TimelineEntryAdded',
  description: 'An entry that came after the cursor. Each comes once, in order.',
  fields: (t) => ({
    entry: t.field({
      type: TimelineEntry,
      description: 'The entry of the timeline that was added.',
      resolve: ({ entry }) => entry,
    }),
    cursor: t.string(timelineCursorField),
    order: t.prismaField(currentOrderField),
  }),
});

const ResetReasonEnum = describedEnum<ResetReason>('ResetReason', 'Reason why a cursor cannot be used.', {
  CURSOR_UNKNOWN: 'The cursor is none of ours.',
  CURSOR_OF_ANOTHER_DATABASE: 'The cursor was made before the database was restored, or by another one.',
  CURSOR_OF_ANOTHER_ORDER: 'The cursor belongs to another order.',
  CURSOR_AHEAD: 'The timeline does not go as far as the cursor.',
});

export const reasonField = { type: ResetReasonEnum, description: 'Reason why the cursor cannot be used.' } as const;

builder.objectType(TimelineReset, {
  name: 'TimelineReset',
  description:
    'The cursor cannot be used, so your copy is out of date: discard it, query the order again, and continue from this cursor. The stream continues from it too.',
  fields: (t) => ({
    reason: t.field({ ...reasonField, resolve: ({ reason }) => reason }),
    cursor: t.string(timelineCursorField),
    order: t.prismaField(currentOrderField),
  }),
});

refusalTypes(StreamEnded);

logSubscription('orderTimeline', {
  description:
    'Follows an order: first every entry after the cursor, then live whatever comes, each once and in order. Connect again with the last cursor to miss nothing.',
  event: { name: 'OrderTimelineEvent', description: 'An event of the subscription `orderTimeline`.' },
  types: [TimelineEntryAdded, TimelineReset, TypingChanged, PresenceChanged, ReadMarkerMoved],
  refusals: [StreamEnded, OrderNotFound, NotSignedIn, ScopeMissing],
  args: (arg) => ({
    orderId: arg.id({ required: true, description: 'The id of the order to subscribe to.' }),
    ephemeralEvents: arg.boolean({
      defaultValue: false,
      description:
        'If true, typing, presence and read positions are sent between the entries, starting with the current ones.',
    }),
  }),
  afterDescription:
    'A cursor of this order (`Order.cursor`, of an entry, of an event); from the first entry if left out.',
  subscribe: ({ orderId, ephemeralEvents }, options, { app, viewer }) =>
    subscribeToTimeline(app, viewer, {
      ...options,
      orderId: rowIdOf('Order', String(orderId)),
      withEphemeralEvents: ephemeralEvents ?? false,
      access: orderAccess,
    }),
  cursorOf: (event, { app }) =>
    event instanceof EphemeralEvent ? undefined : encodeTimelineCursor(app.epoch.name, event),
});
