/** The entries after a cursor, for clients that poll: the log of the subscription `inbox`, page by page. */
import { visibleOrders } from '../access/access.ts';
import type { Order } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { orderField } from '../orders/timeline/order-subscription.schema.ts';
import { TimelineEntry } from '../orders/timeline/timeline.schema.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusalGroup } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { requireInboxMember } from './inbox.schema.ts';
import { encodeInboxCursor, type InboxResetReason, positionBefore, readEntries, resolveCursor } from './inbox.ts';

const cursorRemedy =
  'Read `inbox { cursor }`, then read the orders again and continue from that cursor. Leave out `after` to start with the first event.';

/** The cursor is not a position in the inbox of this database. */
const CursorLost = defineRefusalGroup<InboxResetReason>('CursorLost', {
  description: 'The cursor is not a position in the inbox of this database.',
  codes: defineErrors({
    CURSOR_UNKNOWN: {
      recovery: 'CORRECTABLE',
      message: `The cursor was not issued by this API. ${cursorRemedy}`,
      description: 'The cursor was not issued by this API.',
      remedy: cursorRemedy,
    },
    CURSOR_OF_ANOTHER_DATABASE: {
      recovery: 'CORRECTABLE',
      message: `The cursor was issued before the database was restored, or for another database. ${cursorRemedy}`,
      description: 'The cursor was issued before the database was restored, or for another database.',
      remedy: cursorRemedy,
    },
    CURSOR_AHEAD: {
      recovery: 'CORRECTABLE',
      message: `The cursor is ahead of the latest event. ${cursorRemedy}`,
      description: 'The cursor is ahead of the latest event.',
      remedy: cursorRemedy,
    },
  }),
});

const EventType = builder.objectRef<{ readonly entry: Entry; readonly order: Order }>('OrderEvent').implement({
  description: 'Something that happened in one of the orders of the viewer.',
  fields: (t) => ({
    entry: t.field({
      type: TimelineEntry,
      description: 'The entry of the timeline that was added.',
      resolve: ({ entry }) => entry,
    }),
    order: t.field({ ...orderField, resolve: ({ order }) => order }),
  }),
});

builder.queryField('events', (t) =>
  t.connection(
    {
      type: EventType,
      description:
        'Events in all orders of the viewer, oldest first, each once, for clients that poll; operators see all orders. Store `endCursor` and pass it as `after`: immediately while `hasNextPage` is true, later otherwise. It is present even if there are no new events. The cursors are those of the subscription `inbox`.',
      complexity: pageCost,
      resolve: async (_root, args, context, info) => {
        const member = requireInboxMember(context);
        const { app } = context;
        const request = pageRequest(args);
        const bounds = {
          after: await positionOfCursor(app, request.after),
          before: await positionOfCursor(app, request.before),
        };
        const { size, isFromEnd } = request;
        const rows = await readEntries(app.db, member, { ...bounds, limit: size + 1, isFromEnd });
        const cursorOf = ({ position }: { position: string }) => encodeInboxCursor(app.epoch.name, position);
        const { edges, pageInfo } = pageOf(request, rows, cursorOf);
        const query = nodeQuery('Order', context, info, ['order']);
        const ids = edges.map(({ node }) => node.orderId);
        const orders = await readOrders(context, query, ids);
        return {
          edges: edges.flatMap(({ cursor, node: { entry, orderId } }) => {
            const order = orders.get(orderId);
            return entry && order ? [{ cursor, node: { entry, order } }] : [];
          }),
          pageInfo: {
            ...pageInfo,
            endCursor: pageInfo.endCursor ?? cursorOf({ position: bounds.after ?? positionBefore(0n) }),
          },
        };
      },
    },
    connectionOf(EventType),
  ),
);

/** The position of a cursor. @throws a GraphQL error for a cursor that cannot be resumed */
async function positionOfCursor(app: AppServices, cursor: string | undefined): Promise<string | undefined> {
  if (cursor === undefined) return undefined;
  const resolved = await resolveCursor(app, cursor);
  if ('reason' in resolved) throw asGraphQLError(new CursorLost(resolved.reason));
  return resolved.position;
}

/** The orders of a page with the selected fields, in one statement. */
async function readOrders(
  { app, viewer }: Context,
  query: object,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Order>> {
  const where = { AND: [{ id: { in: [...new Set(ids)] } }, visibleOrders(viewer)] };
  const orders = await app.db.order.findMany({ ...query, where });
  return new Map(orders.map((order) => [order.id, order]));
}
