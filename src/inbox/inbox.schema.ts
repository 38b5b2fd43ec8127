import { requireScopes, ScopeMissing } from '../access/scopes.ts';
import { accountIdsOf, isMember, type Member } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { cursorMalformed, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { logSubscription } from '../graphql/log-subscription.ts';
import { readUnreadInAll } from '../messages/read-markers.ts';
import { filterArgument, orderList, readOrderList } from '../orders/lists/list-orders.schema.ts';
import { OrderType } from '../orders/order.schema.ts';
import { StreamEnded } from '../orders/timeline/log-subscription.ts';
import { currentOrderField, cursorField, reasonField } from '../orders/timeline/order-subscription.schema.ts';
import { TimelineEntry } from '../orders/timeline/timeline.schema.ts';
import { NotSignedIn } from '../platform/errors.ts';
import { decodeInboxCursor, encodeInboxCursor, readEnd, readEntries } from './inbox.ts';
import { InboxEntryAdded, InboxOrderRead, InboxReset, subscribeToInbox } from './inbox-subscription.ts';

const unreadField = { description: 'Number of unread messages in all orders of the viewer now.' };

export const requireInboxMember = ({ viewer }: Context): Member => {
  if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
  requireScopes(viewer, 'ORDERS_READ');
  return viewer;
};
const unreadFor = (context: Context) => readUnreadInAll(context.app.db, accountIdsOf(requireInboxMember(context)));
const encodeCursorFor = ({ app }: Context, position: string) => encodeInboxCursor(app.epoch.name, position);

interface Inbox {
  /** The position before which everything is visible to the fields of the inbox. */
  readonly end: string;
}

const InboxType = builder.objectRef<Inbox>('Inbox').implement({
  description:
    'The log of all orders of the viewer. Its fields are read after its cursor, so the stream from the cursor misses nothing and may repeat some entries.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Follow `inbox` from here to miss nothing that comes after this answer.',
      resolve: ({ end }, _args, context) => encodeCursorFor(context, end),
    }),
    unreadCount: t.int({ ...unreadField, resolve: (_inbox, _args, context) => unreadFor(context) }),
    orders: t.connection(
      {
        ...orderList,
        args: { filter: t.arg(filterArgument) },
        resolve: (_inbox, args, context, info) => readOrderList(args, context, info),
      },
      connectionOf(OrderType),
    ),
    entries: t.connection(
      {
        type: TimelineEntry,
        description:
          'Entries of all orders of the viewer, oldest first; `last: 20` returns the newest. The cursors are those of the subscription `inbox`.',
        complexity: pageCost,
        resolve: async (_inbox, args, context) => {
          const request = pageRequest(args);
          const rows = await readEntries(context.app.db, requireInboxMember(context), {
            after: positionOfCursor(context, request.after),
            before: positionOfCursor(context, request.before),
            limit: request.size + 1,
            isFromEnd: request.isFromEnd,
          });
          const { edges, pageInfo } = pageOf(request, rows, ({ position }) => encodeCursorFor(context, position));
          return {
            edges: edges.flatMap(({ cursor, node: { entry } }) => (entry ? [{ cursor, node: entry }] : [])),
            pageInfo,
          };
        },
      },
      connectionOf(TimelineEntry),
    ),
  }),
});

/** @throws a GraphQL error for a text that is not a cursor of this database */
function positionOfCursor({ app }: Context, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const decoded = decodeInboxCursor(cursor);
  return decoded?.epoch === app.epoch.name ? decoded.position : cursorMalformed(cursor);
}

builder.queryField('inbox', (t) =>
  t.field({
    type: InboxType,
    description: 'The log of all orders of the viewer, with the cursor to subscribe from; operators see all orders.',
    resolve: async (_root, _args, context) => {
      requireInboxMember(context);
      return { end: await readEnd(context.app.db) };
    },
  }),
);

builder.objectType(InboxEntryAdded, {
  name: 'InboxEntryAdded',
  description: 'Something happened in an order. Each entry comes once, and those of one order in their order.',
  fields: (t) => ({
    entry: t.field({
      type: TimelineEntry,
      description: 'The entry of the timeline that was added.',
      resolve: ({ entry }) => entry,
    }),
    cursor: t.string({ ...cursorField, resolve: ({ position }, _args, context) => encodeCursorFor(context, position) }),
    unreadCount: t.int({ ...unreadField, resolve: (_event, _args, context) => unreadFor(context) }),
    order: t.prismaField(currentOrderField),
  }),
});

builder.objectType(InboxOrderRead, {
  name: 'InboxOrderRead',
  description: 'The viewer has read in an order, on another device perhaps. Of several times only the last may come.',
  fields: (t) => ({
    cursor: t.string({ ...cursorField, resolve: ({ position }, _args, context) => encodeCursorFor(context, position) }),
    unreadCount: t.int({ ...unreadField, resolve: (_event, _args, context) => unreadFor(context) }),
    order: t.prismaField(currentOrderField),
  }),
});

builder.objectType(InboxReset, {
  name: 'InboxReset',
  description:
    'The cursor cannot be used, so your copy is out of date: discard it and query the inbox again. The stream continues from this cursor.',
  fields: (t) => ({
    reason: t.field({ ...reasonField, resolve: ({ reason }) => reason }),
    cursor: t.string({ ...cursorField, resolve: ({ position }, _args, context) => encodeCursorFor(context, position) }),
  }),
});

logSubscription('inbox', {
  description:
    'Follows all orders of the viewer: first everything after the cursor, then live whatever comes, each once and in order. Connect again with the last cursor to miss nothing.',
  event: { name: 'InboxEvent', description: 'An event of the subscription `inbox`.' },
  types: [InboxEntryAdded, InboxOrderRead, InboxReset],
  refusals: [StreamEnded, NotSignedIn, ScopeMissing],
  afterDescription: 'A cursor of an inbox (`Inbox.cursor`, of an event); from now on if left out.',
  subscribe: (_args, options, { app, viewer }) => subscribeToInbox(app, viewer, options),
  cursorOf: ({ position }, context) => encodeCursorFor(context, position),
});
