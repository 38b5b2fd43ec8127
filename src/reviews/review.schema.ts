/** The ratings that the parties of an order gave each other, and the results of its ads. */

import { visibleRatings } from '../access/review-access.ts';
import { accountLoader } from '../accounts/account.schema.ts';
import { builder } from '../graphql/builder.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { OrderRoleEnum } from '../orders/order.schema.ts';

export const RatingType = builder.prismaObject('Rating', {
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ id }) => toGlobalId('Rating', id),
    }),
    role: t.field({
      type: OrderRoleEnum,
      description: 'The role of the party that gave the rating.',
      // Written from the role of a party.
      resolve: ({ role }) => role as 'advertiser',
    }),
    // The name alone: who reads a profile may not look up every advertiser.
    raterName: t.string({
      description: 'The current name of the account that gave the rating.',
      resolve: async ({ raterId }, _args, context) => (await accountLoader(context).load(raterId)).name,
    }),
    stars: t.exposeInt('stars'),
    text: t.exposeString('text', { nullable: true }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true }),
  }),
});

const OrderMetricsType = builder.prismaObject('OrderMetrics', {
  fields: (t) => ({
    traffic: t.exposeInt('traffic'),
    leads: t.exposeInt('leads'),
    conversions: t.exposeInt('conversions'),
    answeredAt: t.expose('answeredAt', { type: 'DateTime' }),
  }),
});

builder.prismaObjectFields('Order', (t) => ({
  ratings: t.relation('ratings', {
    type: RatingType,
    description: "Ratings of the parties. Before publication, the viewer sees only the viewer's own rating.",
    query: (_args, { viewer }) => ({ where: visibleRatings(viewer), orderBy: { role: 'asc' } }),
  }),
  metrics: t.relation('metrics', {
    type: OrderMetricsType,
    nullable: true,
    description: 'Results of the ads as reported by the advertiser; null before.',
  }),
}));
