/** The offers of an order: proposals to change its items, days and prices. */
import { visibleOrders } from '../access/access.ts';
import type { Offer, OfferItem, OfferStatus } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { rowLoader, sharedLoader } from '../graphql/context.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { pageLoader } from '../graphql/page-loader.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { OrderRoleEnum } from '../orders/order.schema.ts';
import { TimelineEntry } from '../orders/timeline/timeline.schema.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { planned } from '../plans/declarations.ts';
import { dayOf } from '../platform/days.ts';
import { readLatestPerOwner } from '../platform/latest-per-owner.ts';
import { MeasureEnum } from '../spaces/space.schema.ts';
import { OfferOutdated } from './offers.ts';

refusalTypes(OfferOutdated);

const OfferStatusEnum = describedEnum<OfferStatus>('OfferStatus', 'Status of an offer to change an order.', {
  OPEN: 'The offer waits for the answer of the other party.',
  ACCEPTED: 'The order has the items and the total of the offer.',
  DECLINED: 'The other party has declined the offer.',
  COUNTERED: 'The other party has answered with another offer.',
  WITHDRAWN: 'The party that made the offer has withdrawn it.',
  EXPIRED: 'The offer was not answered in time.',
  VOID: 'The order was paid or ended before the offer was answered.',
});

const OfferItemType = builder.prismaObject('OfferItem', {
  fields: (t) => ({
    title: t.exposeString('title'),
    price: t.field({
      type: MoneyType,
      description: 'Price of the item for its quantity.',
      resolve: ({ priceMinorUnits, currency }) => ({ minorUnits: priceMinorUnits, currency }),
    }),
    priceOptionId: t.id({
      description: 'The global id of the price option.',
      resolve: ({ priceOptionId }) => toGlobalId('PriceOption', priceOptionId),
    }),
    measure: t.expose('measure', { type: MeasureEnum, description: 'The measure that the quantity counts.' }),
    quantity: t.exposeInt('quantity', { nullable: true }),
    isMonthly: t.exposeBoolean('isMonthly'),
    startsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day, in the time zone of the space; null if the item names no days.',
      resolve: ({ startsOn }) => startsOn && dayOf(startsOn),
    }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day, in the time zone of the space; null if the item names no days.',
      resolve: ({ endsOn }) => endsOn && dayOf(endsOn),
    }),
  }),
});

/** All items of offers that the viewer may see. */
const itemsOf = sharedLoader<string, readonly OfferItem[]>(async ({ db }, ids) => {
  const items = await db.offerItem.findMany({ where: { offerId: { in: [...ids] } }, orderBy: { position: 'asc' } });
  const byOffer = Map.groupBy(items, ({ offerId }) => offerId);
  return ids.map((id) => byOffer.get(id) ?? []);
});

const OfferType = builder.prismaObject('Offer', {
  fields: (t) => {
    const itemList = (isProposed: boolean, description: string) =>
      t.field({
        type: [OfferItemType],
        description: `${description} At most ${limits.itemsPerOrder}.`,
        ...planned({
          kind: 'rows',
          model: 'OfferItem',
          match: (item, offer) => `${item}.offer_id = ${offer}.id and ${isProposed ? '' : 'not '}${item}.is_proposed`,
          orderBy: 'position',
        }),
        resolve: async ({ id }, _args, context) =>
          (await itemsOf(context).load(id)).filter((item) => item.isProposed === isProposed),
      });
    return {
      status: t.expose('status', { type: OfferStatusEnum, description: 'Status of the offer: open, or its outcome.' }),
      proposedBy: t.expose('proposedBy', { type: OrderRoleEnum, description: 'The party that made the offer.' }),
      note: t.exposeString('note', { nullable: true }),
      items: itemList(true, 'The items that the order is to have.'),
      previousItems: itemList(false, 'The items of the order when the offer was made.'),
      total: t.field({
        type: MoneyType,
        description: 'Total of the proposed items.',
        resolve: ({ totalMinorUnits, currency }) => ({ minorUnits: totalMinorUnits, currency }),
      }),
      previousTotal: t.field({
        type: MoneyType,
        description: 'Total of the order when the offer was made.',
        resolve: ({ previousTotalMinorUnits, currency }) => ({ minorUnits: previousTotalMinorUnits, currency }),
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time at which the offer was made.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
      closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    };
  },
});

builder.nodeRef(
  OfferType,
  nodeOptions('Offer', ({ app, viewer }, ids) =>
    app.db.offer.findMany({ where: { id: { in: ids }, order: visibleOrders(viewer) } }),
  ) as never,
);

/** Loads offers of orders that the viewer may see. */
const offerLoader = rowLoader(({ db }, ids) => db.offer.findMany({ where: { id: { in: ids } } }));

const offerList = newestFirst('createdAt', 'of');
const offers = pageLoader<Offer>(async ({ app }, orderIds, request) => {
  const list = {
    table: Prisma.sql`offer`,
    condition: Prisma.sql`true`,
    owner: Prisma.raw('order_id'),
    at: Prisma.raw('created_at'),
  };
  const idsByOrder = await readLatestPerOwner(app.db, list, orderIds, offerList.latestPage(request));
  const rows = await app.db.offer.findMany({ where: { id: { in: [...idsByOrder.values()].flat() } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map([...idsByOrder].map(([id, ids]) => [id, ids.flatMap((one) => byId.get(one) ?? [])]));
});

builder.prismaObjectField('Order', 'offer', (t) =>
  t.field({
    type: OfferType,
    nullable: true,
    description: 'The open offer; null if there is none.',
    ...planned({ kind: 'row', model: 'Offer', idField: 'openOfferId' }),
    resolve: ({ openOfferId }, _args, context) => (openOfferId ? offerLoader(context).load(openOfferId) : null),
  }),
);

builder.prismaObjectField('Order', 'offers', (t) =>
  t.connection(
    {
      type: OfferType,
      description: `The offers of the order, newest first; at most ${limits.offersPerOrder}.`,
      complexity: pageCost,
      resolve: async ({ id }, args, context) => {
        const request = offerList.validate(pageRequest(args));
        return pageOf(request, await offers(context).load({ ownerId: id, request }), offerList.cursorOf);
      },
    },
    connectionOf(OfferType),
  ),
);

/** The offers of entries; a viewer of the entry may see its offer. */
const offerOfEntry = sharedLoader<string, Offer | null>(async ({ db }, ids) => {
  const rows = await db.offer.findMany({ where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

builder.interfaceField(TimelineEntry, 'offer', (t) =>
  t.field({
    type: OfferType,
    nullable: true,
    description:
      'The offer that the entry is about, with its current status, and with the items before and after; null for other entries.',
    ...planned({
      kind: 'only-row',
      model: 'Offer',
      // The engine writes ids alone there.
      match: (offer, entry) => `${offer}.id = (${entry}.input->>'offerId')::uuid`,
    }),
    resolve: ({ input }, _args, context) => {
      const id = offerIdIn(input);
      return id === undefined ? null : offerOfEntry(context).load(id);
    },
  }),
);

function offerIdIn(input: Entry['input']): string | undefined {
  const id = (input as { offerId?: unknown }).offerId;
  return typeof id === 'string' ? id : undefined;
}
