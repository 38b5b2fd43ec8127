/** The read markers of the parties, and the unread counts. */
import DataLoader from 'dataloader';
import { isSelf, type OrderParties, visibleOrders } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import { hasScope } from '../access/scopes.ts';
import { AccountType, accountLoader } from '../accounts/account.schema.ts';
import type { ReadMarker } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { type Context, contextLoader, sharedLoader } from '../graphql/context.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { OrderRoleEnum, OrderType } from '../orders/order.schema.ts';
import { OrderNotFound } from '../orders/order-refusals.ts';
import type { Participant } from '../orders/timeline/ephemeral-events.ts';
import { planned } from '../plans/declarations.ts';
import { markRead, NotAParty, readUnreadInAll } from './read-markers.ts';

/** The read markers of an order; a marker is created on first use. A whole list is read in one statement. */
const markers = sharedLoader<string, readonly ReadMarker[]>(async ({ db }, orderIds) => {
  const rows = await db.readMarker.findMany({ where: { orderId: { in: [...orderIds] } } });
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return orderIds.map((id) => byOrder.get(id) ?? []);
});

type PartysMarker = Participant & Pick<ReadMarker, 'readNumber' | 'deliveredNumber'>;

const ReadMarkerType = builder.objectRef<PartysMarker>('ReadMarker').implement({
  description: 'The positions up to which a party has received and read an order.',
  fields: (t) => ({
    account: t.field({
      type: AccountType,
      description: 'The party that the marker belongs to.',
      resolve: ({ accountId }, _args, context) => accountLoader(context).load(accountId),
    }),
    role: t.field({
      type: OrderRoleEnum,
      description: 'The role of the party in the order.',
      resolve: ({ role }) => role,
    }),
    readUpTo: t.int({
      description: 'Number of the last entry that the party has read; 0 if there is none.',
      resolve: ({ readNumber }) => readNumber,
    }),
    deliveredUpTo: t.int({
      description:
        'Number of the last entry that was delivered to a client of the party. It may lag a few seconds behind `ReadMarkerMoved`.',
      resolve: ({ readNumber, deliveredNumber }) => Math.max(readNumber, deliveredNumber),
    }),
  }),
});

const ofOrder = (marker: string, order: string): string => `${marker}.order_id = ${order}.id`;

const unreadOf = ({ viewer }: Context, rows: readonly ReadMarker[]): number =>
  rows.find(({ accountId }) => isSelf(viewer, accountId))?.unread ?? 0;

function markersOf({ advertiserId, sellerId }: OrderParties, rows: readonly ReadMarker[]): PartysMarker[] {
  const parties: Participant[] = [
    { accountId: advertiserId, role: 'advertiser' },
    { accountId: sellerId, role: 'seller' },
  ];
  const none = { readNumber: 0, deliveredNumber: 0 };
  return parties.map((party) => ({
    ...none,
    ...rows.find(({ accountId }) => accountId === party.accountId),
    ...party,
  }));
}

builder.prismaObjectFields('Order', (t) => ({
  unreadCount: t.int({
    description: 'Number of unread messages of others; 0 if the viewer is not a party of the order.',
    ...planned({
      kind: 'computed',
      model: 'ReadMarker',
      match: ofOrder,
      compute: (context, _order, rows) => unreadOf(context, rows),
    }),
    resolve: async ({ id }, _args, context) => unreadOf(context, await markers(context).load(id)),
  }),
  readMarkers: t.field({
    type: [ReadMarkerType],
    description: 'The read markers of both parties, the advertiser first.',
    ...planned({
      kind: 'computed',
      model: 'ReadMarker',
      match: ofOrder,
      compute: (_context, order, rows) => markersOf(order, rows),
    }),
    resolve: async (order, _args, context) => markersOf(order, await markers(context).load(order.id)),
  }),
}));

/** The unread count of an account in all its orders; it is read once in an operation. */
const unreadInAll = contextLoader(
  ({ app }) =>
    new DataLoader<string, number>((accountIds) =>
      Promise.all(accountIds.map((accountId) => readUnreadInAll(app.db, [accountId]))),
    ),
);

builder.prismaObjectField('Account', 'unreadCount', (t) =>
  t.int({
    nullable: true,
    description:
      'Number of unread messages in all orders of the viewer; null for other accounts and for applications without access to orders.',
    resolve: ({ id }, _args, context) =>
      isSelf(context.viewer, id) && hasScope(context.viewer, 'ORDERS_READ') ? unreadInAll(context).load(id) : null,
  }),
);

refusalTypes(NotAParty);

const MarkReadInput = builder.inputType('MarkReadInput', {
  description: 'The entry up to which the viewer has read an order.',
  fields: (t) => ({
    orderId: t.id({ required: true, description: 'The global id of the order.' }),
    upTo: t.int({
      required: true,
      description: 'The number of the newest entry that was read; a number beyond the end counts as the end.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('markRead', (t) =>
  t.prismaField({
    type: OrderType,
    description:
      'Marks an order as read up to an entry. It never goes back: a lower number, or the same again, changes nothing.',
    errors: {
      types: [...actorRefusals, OrderNotFound, NotAParty],
      union: { name: 'MarkReadResult', description: 'Result of `markRead`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: MarkReadInput, required: true, description: 'The order, and how far.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const id = rowIdOf('Order', String(input.orderId));
      const { upTo } = input;
      await runOnce(context, 'markRead', input, (inside) => markRead(inside, viewer, { orderId: id, upTo }));
      return requireResult(app.db.order.findFirst({ ...query, where: { AND: [{ id }, visibleOrders(viewer)] } }));
    },
  }),
);
