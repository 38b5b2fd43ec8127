import { orderableSpaces, ownSpaces, visibleSpaces } from '../access/access.ts';
import { requirePerson } from '../access/scopes.ts';
import { FileType } from '../files/file.schema.ts';
import type { Measure, Prisma, SpaceKind, SpaceStatus } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { rowLoader } from '../graphql/context.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.schema.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { limits } from '../limits.ts';
import { planned } from '../plans/declarations.ts';
import { formatOf } from './space-fields.ts';

const measures = {
  DAYS: { description: 'The quantity counts days from publication.' },
  IMPRESSIONS: { description: 'The quantity counts impressions of the ad.' },
  CLICKS: { description: 'The quantity counts clicks on the ad.' },
  FLAT: { description: 'Bought as a whole without a quantity: the ad runs until it is taken down.' },
} as const satisfies Record<Measure, object>;
export const MeasureEnum = builder.enumType('PriceMeasure', {
  description: 'The measure that the quantity of a price option counts.',
  values: measures,
});

const statuses = {
  DRAFT: { description: 'A new space, visible only to its seller.' },
  LISTED: { description: 'The space is offered to everyone.' },
  UNLISTED: { description: 'The space is not offered at the moment. Its seller can list it again.' },
  ARCHIVED: { description: 'The space is withdrawn for good. It never changes again.' },
} as const satisfies Record<SpaceStatus, object>;
export const SpaceStatusEnum = builder.enumType('SpaceStatus', {
  description: 'Status of a space, which its seller changes.',
  values: statuses,
});

const kinds = {
  WEBSITE: { description: 'A place on a website.' },
  NEWSLETTER: { description: 'A place in a newsletter.' },
  PODCAST: { description: 'A mention in a podcast.' },
  PRINT: { description: 'A place in a printed publication.' },
  SOCIAL: { description: 'A post on a social network.' },
  OUTDOOR: { description: 'A billboard, a screen, or another place outdoors.' },
  OTHER: { description: 'A space of any other kind.' },
} as const satisfies Record<SpaceKind, object>;
export const SpaceKindEnum = builder.enumType('SpaceKind', {
  description: 'The kind of medium that a space is in.',
  values: kinds,
});

export const PriceOptionType = builder.prismaObject('PriceOption', {
  fields: (t) => ({
    title: t.exposeString('title'),
    price: t.field({
      type: MoneyType,
      description: 'Price of the option for its quantity.',
      resolve: ({ priceMinorUnits, currency }) => ({ minorUnits: priceMinorUnits, currency }),
    }),
    measure: t.expose('measure', { type: MeasureEnum, description: 'The measure that the quantity counts.' }),
    quantity: t.exposeInt('quantity', { nullable: true }),
    isMonthly: t.exposeBoolean('isMonthly'),
    archivedAt: t.expose('archivedAt', { type: 'DateTime', nullable: true }),
    space: t.relation('space', { description: 'The space that the option belongs to.' }),
  }),
});

builder.nodeRef(
  PriceOptionType,
  nodeOptions('PriceOption', ({ app, viewer }, ids) =>
    app.db.priceOption.findMany({ where: { id: { in: ids }, space: visibleSpaces(viewer) } }),
  ) as never,
);

const priceOptionLoader = rowLoader(({ db }, ids) => db.priceOption.findMany({ where: { id: { in: ids } } }));

const purchase = 'as it was when the order was placed';
builder.prismaObjectFields('OrderItem', (t) => ({
  measure: t.expose('measure', { type: MeasureEnum, description: `The measure that was bought, ${purchase}.` }),
  quantity: t.exposeInt('quantity', { nullable: true }),
  isMonthly: t.exposeBoolean('isMonthly'),
  // By its id: an offer may have removed the item since it was read.
  priceOption: t.field({
    type: PriceOptionType,
    description: 'The price option of the item as it is offered today.',
    ...planned({ kind: 'row', model: 'PriceOption', idField: 'priceOptionId' }),
    resolve: ({ priceOptionId }, _args, context) => priceOptionLoader(context).load(priceOptionId),
  }),
}));

export const formatDescriptions = {
  width: 'Width of the space in pixels.',
  height: 'Height of the space in pixels.',
  words: 'Length of a text in words.',
  seconds: 'Duration of a recording in seconds.',
} as const;

/** The format of a space. */
export const SpaceFormatType = builder.objectRef<ReturnType<typeof formatOf>>('SpaceFormat').implement({
  description: 'The format of a space. A null field is not stated.',
  fields: (t) => ({
    width: t.exposeInt('width', { nullable: true, description: formatDescriptions.width }),
    height: t.exposeInt('height', { nullable: true, description: formatDescriptions.height }),
    words: t.exposeInt('words', { nullable: true, description: formatDescriptions.words }),
    seconds: t.exposeInt('seconds', { nullable: true, description: formatDescriptions.seconds }),
  }),
});

export const SpaceType = builder.prismaObject('Space', {
  fields: (t) => ({
    status: t.expose('status', {
      type: SpaceStatusEnum,
      description: 'Status of the space. Only a listed space can be ordered.',
    }),
    kind: t.expose('kind', { type: SpaceKindEnum, description: 'The kind of medium that the space is in.' }),
    title: t.exposeString('title'),
    description: t.exposeString('description'),
    audience: t.exposeString('audience', { nullable: true }),
    format: t.field({
      type: SpaceFormatType,
      description: 'Size or length of an ad in the space.',
      resolve: (space) => formatOf(space),
    }),
    languages: t.exposeStringList('languages'),
    countries: t.exposeStringList('countries'),
    leadTimeDays: t.exposeInt('leadTimeDays', { nullable: true }),
    requirements: t.exposeString('requirements', { nullable: true }),
    pictures: t.field({
      type: [FileType],
      description: `Pictures of the space in the order of its seller; at most ${limits.spaces.pictures}.`,
      select: { pictures: { orderBy: { position: 'asc' }, include: { file: true } } },
      resolve: ({ pictures }) => pictures.map(({ file }) => file),
    }),
    isListed: t.boolean({
      description: 'True if the space can be ordered now.',
      deprecationReason: 'Use `status`, which is LISTED then. `isListed` works until 31 May 2027.',
      resolve: ({ status }) => status === orderableSpaces.status,
    }),
    seller: t.relation('seller', { description: 'The seller that offers the space.' }),
    options: t.relation('options', {
      description: `The ways to buy the space, without archived ones; at most ${limits.spaces.optionsPerSpace}.`,
      query: { where: { archivedAt: null }, orderBy: { position: 'asc' } },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  SpaceType,
  nodeOptions('Space', ({ app, viewer }, ids) =>
    app.db.space.findMany({ where: { AND: [{ id: { in: ids } }, visibleSpaces(viewer)] } }),
  ) as never,
);

/** The order of lists of spaces that are not sorted otherwise. */
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
  ownSpaces: t.connection(
    {
      type: SpaceType,
      description: 'Spaces of the viewer in any status, newest first.',
      complexity: pageCost,
      args: {
        statuses: t.arg({ type: [SpaceStatusEnum], description: 'Only those in one of these statuses.' }),
      },
      resolve: async (_root, { statuses: wanted, ...args }, context, info) => {
        const { app, viewer } = context;
        requirePerson(viewer);
        const request = pageRequest(args);
        const query = nodeQuery('Space', context, info);
        const status: Prisma.SpaceWhereInput = wanted ? { status: { in: wanted } } : {};
        const rows = await app.db.space.findMany({
          ...query,
          where: { AND: [ownSpaces(viewer), status, ...spaceList.conditions(request)] },
          ...spaceList.findOptions(request),
        });
        return pageOf(request, rows, spaceList.cursorOf);
      },
    },
    connectionOf(SpaceType),
  ),
}));
