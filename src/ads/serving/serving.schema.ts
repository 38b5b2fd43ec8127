/** The public content of placements, and the delivery progress of ads. */
import DataLoader from 'dataloader';
import { builder } from '../../graphql/builder.ts';
import { contextLoader } from '../../graphql/context.ts';
import { choiceEnum } from '../../graphql/fields.ts';
import { toGlobalId } from '../../graphql/ids.ts';
import { describedEnum } from '../../graphql/process.schema.ts';
import { rangeCost } from '../../graphql/range-cost.ts';
import { limits } from '../../limits.ts';
import { countDays } from '../../platform/days.ts';
import { requireReadableDays } from '../../platform/readable-range.ts';
import { CreativeKindEnum } from '../../spaces/creative-rules.schema.ts';
import { AdType } from '../ad.schema.ts';
import { type DeliveryMeasure, type FlightProgress, readProgress } from '../ad-flight.ts';
import { placementFields } from '../placements/create-placement.ts';
import { PublishPreviewType } from '../placements/placement.schema.ts';
import { type DailyResults, type DailyResultsKey, readDailyResults } from './daily-results.ts';
import {
  type PublicPlacement,
  readPublicPlacement,
  type ServedAd,
  type ServedImage,
  shownNow,
} from './servable-ads.ts';

const ServedImageType = builder.objectRef<ServedImage>('ServedImage').implement({
  description: 'The public image of an ad.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'URL of the image. It never changes, so clients can store it.' }),
    width: t.exposeInt('width', { nullable: true, description: 'Width of the image in pixels.' }),
    height: t.exposeInt('height', { nullable: true, description: 'Height of the image in pixels.' }),
  }),
});

const ServedAdType = builder.objectRef<ServedAd>('ServedAd').implement({
  description: 'The public part of an ad in a placement.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the ad, for viewers with access to it.',
      resolve: ({ id }) => toGlobalId('Ad', id),
    }),
    kind: t.field({
      type: CreativeKindEnum,
      description: 'The kind of creative: HTML is in `frameUrl`, an image in `image`.',
      resolve: ({ kind }) => kind,
    }),
    frameUrl: t.exposeString('frameUrl', {
      nullable: true,
      description:
        'The page that shows it, null for an image; for an `iframe` with `sandbox` and without `allow-same-origin`.',
    }),
    image: t.field({
      type: ServedImageType,
      nullable: true,
      description: 'The image of the ad; null for text.',
      resolve: ({ image }) => image,
    }),
    clickUrl: t.exposeString('clickUrl', {
      nullable: true,
      description: 'URL that counts a click and redirects to the target; null if the ad has no target.',
    }),
    width: t.int({
      nullable: true,
      description: 'Width at which it is shown, in CSS pixels; null if its space has no size.',
      resolve: ({ size }) => size?.width,
    }),
    height: t.int({
      nullable: true,
      description: 'Height at which it is shown, in CSS pixels; null if its space has no size.',
      resolve: ({ size }) => size?.height,
    }),
    altText: t.exposeString('altText', {
      description:
        'A text that says what the ad shows: as the advertiser gave it, else the host of its target or the name of the placement.',
    }),
  }),
});

const PublicPlacementType = builder.objectRef<PublicPlacement>('PublicPlacement').implement({
  description: 'The public content of a placement.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The name of the placement in URLs.' }),
    name: t.exposeString('name', { description: 'The display name, chosen by its owner.' }),
    // The table contains only values of the enum.
    kind: t.field({
      type: choiceEnum(placementFields.kind),
      description: 'The number of ads that it serves: one or a group.',
      resolve: ({ kind }) => kind,
    }),
    ads: t.field({
      type: [ServedAdType],
      description: `Ads that the placement serves now: one, or all of a group; at most ${limits.adsPerPlacement}.`,
      complexity: { field: 1, multiplier: limits.adsPerPlacement },
      resolve: (placement, _args, { app }) => shownNow(placement, app.clock.now()).map(({ shown }) => shown),
    }),
  }),
});

builder.queryField('placement', (t) =>
  t.field({
    type: PublicPlacementType,
    nullable: true,
    description:
      'Public content of the placement with this slug; null if it does not exist. It needs no sign-in and counts no impression: pages show ads through `/p/SLUG`, which counts.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of a placement.' }) },
    resolve: (_root, { slug }, { app }) => readPublicPlacement(app, slug),
  }),
);

const DeliveryMeasureEnum = describedEnum<DeliveryMeasure>(
  'DeliveryMeasure',
  'The measure that ends a flight that is not bought by days.',
  {
    IMPRESSIONS: 'The quantity counts impressions of the ad.',
    CLICKS: 'The quantity counts clicks on the ad.',
  },
);

const DeliveryGoalType = builder.objectRef<NonNullable<FlightProgress['limit']>>('DeliveryGoal').implement({
  description: 'The limit of impressions or clicks of an ad, and the current count.',
  fields: (t) => ({
    measure: t.field({
      type: DeliveryMeasureEnum,
      description: 'The measure that is counted for the ad.',
      resolve: ({ measure }) => measure,
    }),
    quantity: t.exposeInt('quantity', { description: 'Number of impressions or clicks that were bought.' }),
    delivered: t.field({
      type: 'SafeInt',
      description: 'Number counted over all flights; slightly more than purchased when the ad ends.',
      resolve: ({ used }) => used,
    }),
    remaining: t.int({
      description: 'Number that is left until the ad ends.',
      resolve: ({ quantity, used }) => Math.max(0, quantity - used),
    }),
  }),
});

const progressOf = contextLoader(
  ({ app }) => new DataLoader<string, FlightProgress>(async (ids) => readProgress(app.db, ids)),
);

const AdDailyResultsType = builder.objectRef<DailyResults>('AdDailyResults').implement({
  description: 'The impressions and clicks of an ad on one day.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day in UTC, from midnight to midnight.' }),
    impressions: t.expose('impressions', { type: 'SafeInt', description: 'Number of impressions on the day.' }),
    clicks: t.expose('clicks', { type: 'SafeInt', description: 'Number of clicks on the day.' }),
  }),
});

/** The results of all ads that an operation reads, in one statement. */
const dailyResultsOf = contextLoader(
  ({ app }) =>
    new DataLoader<DailyResultsKey, readonly DailyResults[], string>((keys) => readDailyResults(app.db, keys), {
      cacheKeyFn: ({ adId, range: { from, to } }) => `${adId} ${from} ${to}`,
    }),
);

builder.prismaObjectFields(AdType, (t) => ({
  impressions: t.field({
    type: 'SafeInt',
    description: 'Number of impressions over all flights, delayed by a few seconds.',
    resolve: async ({ id }, _args, context) => (await progressOf(context).load(id)).counts.impressions,
  }),
  clicks: t.field({
    type: 'SafeInt',
    description: 'Number of clicks over all flights, delayed by a few seconds.',
    resolve: async ({ id }, _args, context) => (await progressOf(context).load(id)).counts.clicks,
  }),
  filteredImpressions: t.field({
    type: 'SafeInt',
    description: `Number of requests that would be impressions but were left out, over all flights: a visitor counts once in ${limits.serving.visitors.ms / 60_000} minutes, of an address at most ${limits.serving.visitors.perAddress} visitors and of a network at most ${limits.serving.visitors.perNetwork}; declared bots and prefetches do not count.`,
    resolve: async ({ id }, _args, context) => (await progressOf(context).load(id)).counts.filteredImpressions,
  }),
  filteredClicks: t.field({
    type: 'SafeInt',
    description:
      'Number of requests that would be clicks but were left out, over all flights, by the rules of `filteredImpressions`, and those that do not open a page.',
    resolve: async ({ id }, _args, context) => (await progressOf(context).load(id)).counts.filteredClicks,
  }),
  dailyResults: t.field({
    type: [AdDailyResultsType],
    description: `Impressions and clicks by day in UTC, delayed by a few seconds: each day of a range of at most ${limits.results.days} days, in their order. Days before the server counted by day have zeros.`,
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'First day of the range, in UTC.' }),
      to: t.arg({ type: 'Date', required: true, description: 'Last day of the range, in UTC.' }),
    },
    complexity: rangeCost(limits.results.days, countDays),
    resolve: async ({ id }, range, context) => {
      requireReadableDays(range, limits.results.days);
      return [...(await dailyResultsOf(context).load({ adId: id, range }))];
    },
  }),
  deliveryGoal: t.field({
    type: DeliveryGoalType,
    nullable: true,
    description: 'Limit of impressions or clicks; null if the ad is bought by days or not at all.',
    resolve: async ({ id }, _args, context) => (await progressOf(context).load(id)).limit,
  }),
}));

builder.objectField(PublishPreviewType, 'deliveryGoal', (t) =>
  t.field({
    type: DeliveryGoalType,
    nullable: true,
    description: 'Limit of impressions or clicks for the flight; null if neither were bought.',
    resolve: ({ limit }) => limit,
  }),
);
