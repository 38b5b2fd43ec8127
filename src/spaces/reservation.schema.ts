/** The reserved days of spaces, as the parties of the orders see them. */
import { visibleOrderSql } from '../access/access.ts';
import type { OrderItem, SpaceReservation } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { pageLoader } from '../graphql/page-loader.ts';
import { refusalType } from '../graphql/refusals.schema.ts';
import { OrderItemType, OrderType, orderItemLoader, orderLoader } from '../orders/order.schema.ts';
import { type DayRange, dayOf } from '../platform/days.ts';
import { readLatestPerOwner } from '../platform/latest-per-owner.ts';
import { DaysReserved, DaysUnavailable, type UnavailableDays } from './availability-refusals.ts';
import { reservationsOfSpaces } from './reservations.ts';

const DayRangeType = builder.objectRef<DayRange>('DayRange').implement({
  description: 'A range of calendar days, the first and the last included.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'First day of the range of days.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the range of days.' }),
  }),
});

const SpaceReservationType = builder.prismaObject('SpaceReservation', {
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ id }) => toGlobalId('SpaceReservation', id),
    }),
    startsOn: t.field({
      type: 'Date',
      description: 'First reserved day in the time zone of the space.',
      resolve: ({ startsOn }) => dayOf(startsOn),
    }),
    endsOn: t.field({
      type: 'Date',
      description: 'Last reserved day in the time zone of the space.',
      resolve: ({ endsOn }) => dayOf(endsOn),
    }),
    isMonthAhead: t.exposeBoolean('isMonthAhead'),
    // By the id of the order: the reservation may have ended since it was read, and its row is gone then.
    order: t.field({
      type: OrderType,
      description: 'The order that has reserved the days.',
      resolve: ({ orderId }, _args, context) => orderLoader(context).load(orderId),
    }),
    item: t.field({
      type: OrderItemType,
      description: 'The item of the order that is to run.',
      resolve: ({ itemId, item }: SpaceReservation & { item?: OrderItem }, _args, context) =>
        item ?? orderItemLoader(context).load(itemId),
    }),
  }),
});

builder.objectType(DaysReserved, {
  ...refusalType(DaysReserved),
  fields: (t) => ({
    reservations: t.field({
      type: [SpaceReservationType],
      description: 'The first of the reservations that prevent the change.',
      resolve: ({ reservations }) => [...reservations],
    }),
  }),
});

const UnavailableDaysType = builder.objectRef<UnavailableDays>('UnavailableDays').implement({
  description: 'The requested days of one space that are not available.',
  fields: (t) => ({
    spaceId: t.id({
      description: 'The global id of the space.',
      resolve: ({ spaceId }) => toGlobalId('Space', spaceId),
    }),
    title: t.exposeString('title', { description: 'The current title of the space.' }),
    taken: t.field({
      type: [DayRangeType],
      description: 'The first of the requested days that are reserved or blocked.',
      resolve: ({ taken }) => [...taken],
    }),
    free: t.field({
      type: [DayRangeType],
      description: 'Free days near the requested ones, with as many free places as the order needs.',
      resolve: ({ free }) => [...free],
    }),
  }),
});

builder.objectType(DaysUnavailable, {
  ...refusalType(DaysUnavailable),
  fields: (t) => ({
    spaces: t.field({
      type: [UnavailableDaysType],
      description: 'The spaces without room on some of the requested days.',
      resolve: ({ spaces }) => [...spaces],
    }),
  }),
});

const reservationList = newestFirst('startsOn', 'sr');
const reservations = pageLoader(async ({ app, viewer }, spaceIds, request) => {
  const list = reservationsOfSpaces(visibleOrderSql(viewer));
  const idsBySpace = await readLatestPerOwner(app.db, list, spaceIds, reservationList.latestPage(request));
  const rows = await app.db.spaceReservation.findMany({ where: { id: { in: [...idsBySpace.values()].flat() } } });
  const items = await app.db.orderItem.findMany({ where: { id: { in: rows.map(({ itemId }) => itemId) } } });
  const itemsById = new Map(items.map((item) => [item.id, item]));
  // A reservation whose item an offer has removed since it was read has ended.
  const current = rows.flatMap((row) => {
    const item = itemsById.get(row.itemId);
    return item ? [{ ...row, item }] : [];
  });
  const byId = new Map(current.map((row) => [row.id, row]));
  return new Map([...idsBySpace].map(([id, ids]) => [id, ids.flatMap((one) => byId.get(one) ?? [])]));
});

builder.prismaObjectField('Space', 'reservations', (t) =>
  t.connection(
    {
      type: SpaceReservationType,
      description:
        'Reserved days of the space, latest first: all of them for its seller, and for others those of their own orders.',
      complexity: pageCost,
      resolve: async ({ id }, args, context) => {
        const request = reservationList.validate(pageRequest(args));
        return pageOf(request, await reservations(context).load({ ownerId: id, request }), reservationList.cursorOf);
      },
    },
    connectionOf(SpaceReservationType),
  ),
);
