/** The queries of orders: one, and the list. */
import type { GraphQLResolveInfo } from 'graphql';
import { visibleOrderSql, visibleOrders } from '../../access/access.ts';
import { requireScopes } from '../../access/scopes.ts';
import { isMember, type Viewer } from '../../access/viewer.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { builder } from '../../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../../graphql/connection-types.ts';
import { type PageArguments, pageCost, pageOf, pageRequest, pageWindow } from '../../graphql/connections.ts';
import type { Context } from '../../graphql/context.ts';
import { asGraphQLError } from '../../graphql/errors.ts';
import { rowIdOf } from '../../graphql/ids.ts';
import { planned } from '../../plans/declarations.ts';
import { InputInvalid, NotSignedIn } from '../../platform/errors.ts';
import { requireSearchWords, searchRules } from '../../platform/search-text.ts';
import { OrderRoleEnum, OrderStatusEnum, OrderType } from '../order.schema.ts';
import { decodeListCursor, encodeListCursor, listOrderIds, orderIdsSql, orderSortSql } from './list-orders.ts';

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
    ...planned({
      kind: 'find',
      model: 'Order',
      condition: (args, { viewer }) => {
        const which = requestedOrder(args, viewer);
        const isRequested =
          which.number === undefined
            ? Prisma.sql`"order".id = ${which.id}::uuid`
            : Prisma.sql`"order".number = ${which.number}`;
        return Prisma.sql`${isRequested} and ${visibleOrderSql(viewer)}`;
      },
    }),
    resolve: (query, _root, args, { app, viewer }) =>
      app.db.order.findFirst({ ...query, where: { AND: [requestedOrder(args, viewer), visibleOrders(viewer)] } }),
  }),
  orders: t.connection(
    {
      ...orderList,
      args: { filter: t.arg(filterArgument) },
      ...planned({
        kind: 'list',
        model: 'Order',
        reads: ['id', 'lastActivityAt'],
        list: (args: OrderListArguments, { viewer }) => {
          const { request, filter, window } = requestedList(args, viewer);
          return {
            ids: orderIdsSql(viewer, filter, window),
            orderBy: orderSortSql(window),
            page: (rows) => pageOf(request, rows, encodeListCursor),
          };
        },
      }),
      resolve: (_root, args, context, info) => readOrderList(args, context, info),
    },
    connectionOf(OrderType),
  ),
}));

type OrderListArguments = PageArguments & { filter?: typeof OrderFilterInput.$inferInput | null };

/** The key in the arguments of `order`. @throws ScopeMissing, InputInvalid */
function requestedOrder(
  { id, number }: { id?: string | number | bigint | null; number?: number | null },
  viewer: Viewer,
): { readonly number?: number; readonly id?: string } {
  requireScopes(viewer, 'ORDERS_READ');
  if ((typeof id === 'string') === (typeof number === 'number'))
    throw new InputInvalid([{ field: 'id', message: 'or `number` must be sent, but not both' }]);
  return typeof number === 'number' ? { number } : { id: rowIdOf('Order', String(id)) };
}

/** The page in the arguments of a list of orders. @throws a GraphQL error for somebody unknown, and for arguments that are not allowed */
function requestedList({ filter, ...args }: OrderListArguments, viewer: Viewer) {
  if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
  requireScopes(viewer, 'ORDERS_READ');
  const { statuses, role, needsAttention, hasUnreadMessages, text } = filter ?? {};
  const words = requireSearchWords(text ?? '', 'text');
  const request = pageRequest(args);
  return {
    request,
    window: pageWindow(request, decodeListCursor),
    filter: {
      statuses: statuses ?? undefined,
      role: role ?? undefined,
      needsAttention: needsAttention ?? undefined,
      hasUnreadMessages: hasUnreadMessages ?? undefined,
      words: text?.trim() ? words : undefined,
    },
  };
}

/** A page of the viewer's orders, with what was selected of them. @throws a GraphQL error for somebody unknown, and for arguments that are not allowed */
export async function readOrderList(args: OrderListArguments, context: Context, info: GraphQLResolveInfo) {
  const { app, viewer } = context;
  const { request, filter, window } = requestedList(args, viewer);
  const ids = await listOrderIds(app.db, viewer, filter, window);
  const query = nodeQuery('Order', context, info);
  const rows = await app.db.order.findMany({ ...query, where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pageOf(
    request,
    ids.flatMap((id) => byId.get(id) ?? []),
    encodeListCursor,
  );
}
