/** What happened since a cursor, for those who poll: the same log as the stream `inbox`, page by page. */
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
import { Refusal } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { memberIn } from './inbox.schema.ts';
import { findPlace, type InboxResetReason, inboxCursor, placeAt, readEntries } from './inbox.ts';

const reasons: Readonly<Record<InboxResetReason, string>> = {
  CURSOR_UNKNOWN: 'The cursor is none of ours: give one as it came.',
  CURSOR_OF_ANOTHER_DATABASE: 'The cursor was made before the database was restored, or by another one.',
  CURSOR_AHEAD: 'The cursor lies further than anything that has happened here.',
};

/** The cursor leads nowhere, so nobody can say what came after it. */
class CursorLost extends Refusal {
  constructor(reason: InboxResetReason) {
    super(
      `${reasons[reason]} Take \`inbox { cursor }\`, then read your orders anew, and go on from that cursor; or leave \`after\` out to begin with what happened first.`,
      reason,
      'CORRECTABLE',
    );
  }
}

const EventType = builder.objectRef<{ readonly entry: Entry; readonly order: Order }>('OrderEvent').implement({
  description: 'Something that happened in one of the orders of the viewer.',
  fields: (t) => ({
    entry: t.field({ type: TimelineEntry, description: 'What happened.', resolve: ({ entry }) => entry }),
    order: t.field({ ...orderField, resolve: ({ order }) => order }),
  }),
});

builder.queryField('events', (t) =>
  t.connection(
    {
      type: EventType,
      description:
        'What happened in all orders of the viewer, oldest first, each once, for those who ask now and then; an operator sees all. Take a page, keep `endCursor`, and ask with it as `after`: at once while `hasNextPage` says so, later if not. It is also there when nothing is new. The cursors are those of the stream `inbox`.',
      complexity: pageCost,
      resolve: async (_root, args, context, info) => {
        const member = memberIn(context);
        const { app } = context;
        const request = pageRequest(args);
        const bounds = { after: await placeOf(app, request.after), before: await placeOf(app, request.before) };
        const { size, isFromEnd } = request;
        const rows = await readEntries(app.db, member, { ...bounds, limit: size + 1, isFromEnd });
        const cursorOf = ({ place }: { place: string }) => inboxCursor(app.epoch.name, place);
        const { edges, pageInfo } = pageOf(request, rows, cursorOf);
        const query = nodeQuery('Order', context, info, ['order']);
        const ids = edges.map(({ node }) => node.orderId);
        const orders = await readOrders(context, query, ids);
        return {
          edges: edges.flatMap(({ cursor, node: { entry, orderId } }) => {
            const order = orders.get(orderId);
            return entry && order ? [{ cursor, node: { entry, order } }] : [];
          }),
          pageInfo: { ...pageInfo, endCursor: pageInfo.endCursor ?? cursorOf({ place: bounds.after ?? placeAt(0n) }) },
        };
      },
    },
    connectionOf(EventType),
  ),
);

/** The place that a cursor leads to. @throws a GraphQL error for one that leads nowhere */
async function placeOf(app: AppServices, cursor: string | undefined): Promise<string | undefined> {
  if (cursor === undefined) return undefined;
  const found = await findPlace(app, cursor);
  if ('reason' in found) throw asGraphQLError(new CursorLost(found.reason));
  return found.place;
}

/** The orders of a page, with what was selected of them, in one statement. */
async function readOrders(
  { app, viewer }: Context,
  query: object,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Order>> {
  const where = { AND: [{ id: { in: [...new Set(ids)] } }, visibleOrders(viewer)] };
  const found = await app.db.order.findMany({ ...query, where });
  return new Map(found.map((order) => [order.id, order]));
}
