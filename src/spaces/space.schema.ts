import { visibleSpaces } from '../access/access.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { nodeOptions } from '../graphql/nodes.ts';

const measures = {
  DAYS: { description: 'The quantity counts days from publication.' },
  IMPRESSIONS: { description: 'The quantity counts impressions of the ad.' },
  CLICKS: { description: 'The quantity counts clicks on the ad.' },
};
const MeasureEnum = builder.enumType('PriceMeasure', {
  description: 'The measure that the quantity of a price option counts.',
  values: measures,
});

const PriceOptionType = builder.prismaObject('PriceOption', {
  fields: (t) => ({
    title: t.exposeString('title'),
    price: t.field({
      type: MoneyType,
      description: 'Price of the option for its quantity.',
      resolve: ({ priceMinorUnits, currency }) => ({ minorUnits: priceMinorUnits, currency }),
    }),
    // A word that the enum does not know would not pass it.
    measure: t.field({
      type: MeasureEnum,
      description: 'The measure that the quantity counts.',
      resolve: ({ measure }) => measure as keyof typeof measures,
    }),
    quantity: t.exposeInt('quantity'),
    isMonthly: t.exposeBoolean('isMonthly'),
  }),
});

builder.nodeRef(
  PriceOptionType,
  nodeOptions('PriceOption', ({ app, viewer }, ids) =>
    app.db.priceOption.findMany({ where: { id: { in: ids }, space: visibleSpaces(viewer) } }),
  ) as never,
);

export const SpaceType = builder.prismaObject('Space', {
  fields: (t) => ({
    title: t.exposeString('title'),
    description: t.exposeString('description'),
    isListed: t.exposeBoolean('isListed'),
    seller: t.relation('seller', { description: 'The seller that offers the space.' }),
    options: t.relation('options', { description: 'The ways to buy it.', query: { orderBy: { position: 'asc' } } }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  SpaceType,
  nodeOptions('Space', ({ app, viewer }, ids) =>
    app.db.space.findMany({ where: { AND: [{ id: { in: ids } }, visibleSpaces(viewer)] } }),
  ) as never,
);

/** The order of every list of spaces. */
export const spaceList = newestFirst('createdAt', 's');

builder.queryFields((t) => ({
  space: t.prismaField({
    type: 'Space',
    nullable: true,
    description: 'The space with this id; null if there is none that the viewer may see.',
    args: { id: t.arg.id({ required: true, description: 'The id of a space.' }) },
    resolve: (query, _root, { id }, { app, viewer }) =>
      app.db.space.findFirst({
        ...query,
        where: { AND: [{ id: rowIdOf('Space', String(id)) }, visibleSpaces(viewer)] },
      }),
  }),
  spaces: t.connection(
    {
      type: SpaceType,
      description: 'The spaces on offer, newest first.',
      complexity: pageCost,
      args: { sellerId: t.arg.id({ description: 'Only those of this seller: the id of an account.' }) },
      resolve: async (_root, { sellerId, ...args }, context, info) => {
        const request = pageRequest(args);
        const query = nodeQuery('Space', context, info);
        const where: Prisma.SpaceWhereInput[] = [visibleSpaces(context.viewer)];
        if (sellerId) where.push({ sellerId: rowIdOf('Account', String(sellerId)) });
        const rows = await context.app.db.space.findMany({
          ...query,
          where: { AND: [...where, ...spaceList.conditions(request)] },
          ...spaceList.findOptions(request),
        });
        return pageOf(request, rows, spaceList.cursorOf);
      },
    },
    connectionOf(SpaceType),
  ),
}));
