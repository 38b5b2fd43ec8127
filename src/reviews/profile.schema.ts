/** The profile of a seller: for everybody, also without signing in. */
import DataLoader from 'dataloader';
import { AccountType, accountLoader } from '../accounts/account.schema.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { contextLoader } from '../graphql/context.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { pageLoader } from '../graphql/page-loader.ts';
import { limits } from '../limits.ts';
import { readLatestPerOwner } from '../platform/latest-per-owner.ts';
import { SpaceType, spaceList } from '../spaces/space.schema.ts';
import {
  type Profile,
  type ResponseTime,
  ratingsOfSellers,
  readProfiles,
  readResponseTimes,
  spacesOfSellers,
} from './profile.ts';
import { RatingType } from './review.schema.ts';

const profiles = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, Profile | null>(async (ids) => {
      const rows = await readProfiles(app.db, viewer, ids);
      return ids.map((id) => rows.get(id) ?? null);
    }),
);
const responseTimes = contextLoader(
  ({ app }) =>
    new DataLoader<string, ResponseTime | null>(async (ids) => {
      const rows = await readResponseTimes(app.db, ids);
      return ids.map((id) => rows.get(id) ?? null);
    }),
);
const ratingList = newestFirst('publishedAt', 'r');
const ratings = pageLoader(async ({ app }, sellerIds, request) => {
  const idsByOwner = await readLatestPerOwner(app.db, ratingsOfSellers, sellerIds, ratingList.latestPage(request));
  const rows = await app.db.rating.findMany({ where: { id: { in: [...idsByOwner.values()].flat() } } });
  // The list contains only published ratings, so none is dropped here.
  const published = rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? { ...row, publishedAt } : []));
  return rowsOf(idsByOwner, published);
});
const spaces = pageLoader(async ({ app, viewer }, sellerIds, request) => {
  const idsByOwner = await readLatestPerOwner(
    app.db,
    spacesOfSellers(viewer),
    sellerIds,
    spaceList.latestPage(request),
  );
  return rowsOf(idsByOwner, await app.db.space.findMany({ where: { id: { in: [...idsByOwner.values()].flat() } } }));
});

/** The rows with these ids, for each owner in the order of the ids. */
function rowsOf<Row extends { readonly id: string }>(
  idsByOwner: ReadonlyMap<string, readonly string[]>,
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map([...idsByOwner].map(([ownerId, ids]) => [ownerId, ids.flatMap((id) => byId.get(id) ?? [])]));
}

/** Average to one decimal. */
const average = (sum: number | bigint, count: number): number => Math.round((Number(sum) * 10) / count) / 10;

const ResponseTimeType = builder.objectRef<ResponseTime>('ResponseTime').implement({
  description: "Time between an order and the seller's first message or step.",
  fields: (t) => ({
    medianSeconds: t.exposeInt('medianSeconds', { description: 'The median response time in seconds.' }),
    orderCount: t.exposeInt('orders', {
      description: `Number of orders in the median: the newest that were answered, at most ${limits.profile.answeredOrders}.`,
    }),
  }),
});

type Figures = NonNullable<Profile['stats']>;
const SellerMetricsType = builder.objectRef<Figures>('SellerMetrics').implement({
  description: "Average results of a seller's orders as reported by advertisers, rounded to one decimal.",
  fields: (t) => ({
    answerCount: t.exposeInt('publishedSurveyCount', { description: 'Number of answered surveys in the averages.' }),
    averageTraffic: t.float({
      description: 'Average number of visits per order.',
      resolve: ({ publishedTraffic, publishedSurveyCount }) => average(publishedTraffic, publishedSurveyCount),
    }),
    averageLeads: t.float({
      description: 'Average number of leads per order.',
      resolve: ({ publishedLeads, publishedSurveyCount }) => average(publishedLeads, publishedSurveyCount),
    }),
    averageConversions: t.float({
      description: 'Average number of conversions per order.',
      resolve: ({ publishedConversions, publishedSurveyCount }) => average(publishedConversions, publishedSurveyCount),
    }),
  }),
});

const SellerProfileType = builder.objectRef<Profile>('SellerProfile').implement({
  description: 'Public profile of a seller with at least one visible space.',
  fields: (t) => ({
    seller: t.field({
      type: AccountType,
      description: 'The account that the profile describes.',
      resolve: ({ sellerId }, _args, context) => accountLoader(context).load(sellerId),
    }),
    spaces: t.connection(
      {
        type: SpaceType,
        description: 'Spaces that the seller offers, newest first.',
        complexity: pageCost,
        resolve: async ({ sellerId }, args, context) => {
          const request = spaceList.validate(pageRequest(args));
          return pageOf(request, await spaces(context).load({ ownerId: sellerId, request }), spaceList.cursorOf);
        },
      },
      connectionOf(SpaceType),
    ),
    completedOrderCount: t.int({
      description: 'Number of orders that the seller completed and did not refund.',
      resolve: ({ stats }) => stats?.ordersCompleted ?? 0,
    }),
    responseTime: t.field({
      type: ResponseTimeType,
      nullable: true,
      description: 'Response time of the seller; null before the first answer.',
      resolve: ({ sellerId }, _args, context) => responseTimes(context).load(sellerId),
    }),
    ratingCount: t.int({
      description: 'Number of published ratings by advertisers.',
      resolve: ({ stats }) => stats?.ratingCount ?? 0,
    }),
    ratingAverage: t.float({
      nullable: true,
      description: 'The average of their stars, to one decimal; null if there are none.',
      resolve: ({ stats }) => (stats?.ratingCount ? average(stats.starSum, stats.ratingCount) : null),
    }),
    ratings: t.connection(
      {
        type: RatingType,
        description: 'The published ratings of advertisers, newest first.',
        complexity: pageCost,
        resolve: async ({ sellerId }, args, context) => {
          const request = ratingList.validate(pageRequest(args));
          return pageOf(request, await ratings(context).load({ ownerId: sellerId, request }), ratingList.cursorOf);
        },
      },
      connectionOf(RatingType),
    ),
    metrics: t.field({
      type: SellerMetricsType,
      nullable: true,
      description: `Average results of the ads. They change when ${limits.profile.answersPerUpdate} further advertisers have answered, because they would reveal the numbers of one advertiser otherwise; null before.`,
      resolve: ({ stats }) => (stats?.publishedSurveyCount ? stats : null),
    }),
  }),
});

const visibility = 'null if the account offers no space that the viewer may see.';

builder.prismaObjectField('Account', 'profile', (t) =>
  t.field({
    type: SellerProfileType,
    nullable: true,
    description: `Seller profile of the account; ${visibility}`,
    resolve: ({ id }, _args, context) => profiles(context).load(id),
  }),
);

builder.queryField('sellerProfile', (t) =>
  t.field({
    type: SellerProfileType,
    nullable: true,
    description: `The profile of a seller; ${visibility}`,
    args: { accountId: t.arg.id({ required: true, description: 'The id of an account.' }) },
    resolve: (_root, { accountId }, context) => profiles(context).load(rowIdOf('Account', String(accountId))),
  }),
);
