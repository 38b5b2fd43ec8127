/** The queries of orders: one, and the list. */
import type { GraphQLResolveInfo } from 'graphql';
import { visibleOrders } from '../../access/access.ts';
import { requireScopes } from '../../access/scopes.ts';
import { isMember } from '../../access/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../../graphql/connection-types.ts';
import { type PageArguments, pageCost, pageOf, pageRequest, pageWindow } from '../../graphql/connections.ts';
import type { Context } from '../../graphql/context.ts';
import { asGraphQLError } from '../../graphql/errors.ts';
import { rowIdOf } from '../../graphql/ids.ts';
import { InputInvalid, NotSignedIn } from '../../platform/errors.ts';
import { requireSearchWords, searchRules } from '../../platform/search-text.ts';
import { OrderRoleEnum, OrderStatusEnum, OrderType } from '../order.schema.ts';
import { decodeListCursor, encodeListCursor, listOrderIds } from './list-orders.ts';

const OrderFilterInput = builder.inputType('OrderFilter', {
  description: 'Filter for a list of orders. Omitted fields do not filter.',
  fields: (t) => ({
    statuses: t.field({ type: [OrderStatusEnum], description: 'Only those in one of these statuses.' }),
    role: t.field({ type: OrderRoleEnum, description: 'Only those in which the viewer has this role.' }),
    needsAttention: t.boolean({
      description: 'If true, only orders in which the viewer is expected to act; if false, only the others.',
    }),
    hasUnreadMessages: t.boolean({
      description: 'If true, only orders with messages that the viewer has not read; if false, only the others.',
    }),
    text: t.string({
      description: `Words that must all occur in the number, brief, items, party names or messages of the order. ${searchRules}`,
    }),
  }),
});

/** The options that every list of orders shares. */
export const orderList = {
  type: OrderType,
  description: "The viewer's orders, newest activity first; an operator sees all.",
  complexity: pageCost,
};
export const filterArgument = {
  type: OrderFilterInput,
  description: 'Filter for the list; all orders if omitted.',
} as const;

builder.queryFields((t) => ({
  order: t.prismaField({
    type: 'Order',
    nullable: true,
    description: 'The order with this id or this number; null if there is none that the viewer may see.',
    args: {
      id: t.arg.id({ description: 'The id of an order.' }),
      number: t.arg.int({ description: 'The number of an order.' }),
    },
    resolve: (query, _root, { id, number }, { app, viewer }) => {
      requireScopes(viewer, 'ORDERS_READ');
      if ((typeof id === 'string') === (typeof number === 'number'))
        throw new InputInvalid([{ field: 'id', message: 'or `number` must be sent, but not both' }]);
      const which = typeof number === 'number' ? { number } : { id: rowIdOf('Order', String(id)) };
      return app.db.order.findFirst({ ...query, where: { AND: [which, visibleOrders(viewer)] } });
    },
  }),
  orders: t.connection(
    {
      ...orderList,
      args: { filter: t.arg(filterArgument) },
      resolve: (_root, args, context, info) => readOrderList(args, context, info),
    },
    connectionOf(OrderType),
  ),
}));

/** A page of the viewer's orders, with what was selected of them. @throws a GraphQL error for somebody unknown, and for arguments that are not allowed */
export async function readOrderList(
  { filter, ...args }: PageArguments & { filter?: typeof OrderFilterInput.$inferInput | null },
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { app, viewer } = context;
  if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
  requireScopes(viewer, 'ORDERS_READ');
  const { statuses, role, needsAttention, hasUnreadMessages, text } = filter ?? {};
  const words = requireSearchWords(text ?? '', 'text');
  const request = pageRequest(args);
  const window = pageWindow(request, decodeListCursor);
  const ids = await listOrderIds(
    app.db,
    viewer,
    {
      statuses: statuses ?? undefined,
      role: role ?? undefined,
      needsAttention: needsAttention ?? undefined,
      hasUnreadMessages: hasUnreadMessages ?? undefined,
      words: text?.trim() ? words : undefined,
    },
    window,
  );
  const query = nodeQuery('Order', context, info);
  const rows = await app.db.order.findMany({ ...query, where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pageOf(
    request,
    ids.flatMap((id) => byId.get(id) ?? []),
    encodeListCursor,
  );
}
