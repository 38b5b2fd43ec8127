import DataLoader from 'dataloader';
import { visiblePlacements } from '../../access/access.ts';
import { actorRefusals } from '../../access/actor.ts';
import { requireScopes } from '../../access/scopes.ts';
import { isMember } from '../../access/viewer.ts';
import { AccountType, accountLoader } from '../../accounts/account.schema.ts';
import type { Placement } from '../../generated/prisma/client.ts';
import { builder } from '../../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../../graphql/connections.ts';
import { type Context, contextLoader, sharedLoader } from '../../graphql/context.ts';
import { asGraphQLError } from '../../graphql/errors.ts';
import { choiceEnum, type InputFieldBuilder, inputFields } from '../../graphql/fields.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../../graphql/idempotency.ts';
import { rowIdOf } from '../../graphql/ids.ts';
import { nodeOptions } from '../../graphql/nodes.ts';
import { limits } from '../../limits.ts';
import { InputInvalid, NotSignedIn } from '../../platform/errors.ts';
import { AdType } from '../ad.schema.ts';
import { AdStepNotAllowed } from '../ad.ts';
import { createPlacement, placementFields, referrerPolicyField } from './create-placement.ts';
import { readPlacementSizes, type Size } from './placement-size.ts';
import { type PlacementAssignment, type StackedEntry, servableAds, withAds } from './placements.ts';
import { type PublishPreview, previewPublication } from './preview-publication.ts';

type EntryWithState = StackedEntry & { readonly isShown: boolean };

const PlacementAdType = builder.objectRef<EntryWithState>('PlacementAd').implement({
  description: 'An ad in a placement with its weight.',
  fields: (t) => ({
    ad: t.field({ type: AdType, description: 'The ad with this weight in the placement.', resolve: ({ ad }) => ad }),
    weight: t.exposeInt('weight', { description: 'Weight of the ad relative to the other ads of its group.' }),
    isShown: t.exposeBoolean('isShown', {
      description: 'True if the ad is served now; otherwise another ad has replaced it temporarily.',
    }),
  }),
});

const utmDescription =
  'True if a click adds `utm_source` (the slug of the placement), `utm_medium` (`display`) and `utm_campaign` (`order-` and the number of the order, or `own`) to the target, unless it has them.';

/** The settings of clicks in the inputs of placements. */
export const clickInputFields = (t: InputFieldBuilder) => ({
  referrerPolicy: t.field({ type: choiceEnum(referrerPolicyField), description: referrerPolicyField.description }),
  addsUtmParameters: t.boolean({ description: utmDescription }),
});

/** A placement, for viewers who may see it. */
export const PlacementType = builder.prismaObject('Placement', {
  fields: (t) => ({
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    // The table contains only values of the enum.
    kind: t.field({
      type: choiceEnum(placementFields.kind),
      description: 'The number of ads that it serves: one or a group.',
      resolve: ({ kind }) => kind,
    }),
    ads: t.field({
      type: [PlacementAdType],
      description: `Ads in the placement, newest first; at most ${limits.adsPerPlacement}.`,
      complexity: { field: 1, multiplier: limits.adsPerPlacement },
      select: { kind: true, entries: withAds },
      resolve: ({ kind, entries }, _args, { app }) => {
        const shown = servableAds(kind, entries, app.clock.now());
        return entries.map((entry) => ({ ...entry, isShown: shown.includes(entry) }));
      },
    }),
    pausesReplacedAds: t.exposeBoolean('pausesReplaced', {
      description:
        'True if the days of an ad that another ad replaces in a placement of the kind SINGLE do not run until it is shown again.',
    }),
    referrerPolicy: t.field({
      type: choiceEnum(referrerPolicyField),
      description: referrerPolicyField.description,
      resolve: ({ referrerPolicy }) => referrerPolicy,
    }),
    addsUtmParameters: t.exposeBoolean('addsUtm', { description: utmDescription }),
    seller: t.field({
      type: AccountType,
      description: 'The seller whose pages show the placement.',
      resolve: ({ sellerId }, _args, context) => accountLoader(context).load(sellerId),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  PlacementType,
  nodeOptions('Placement', ({ app, viewer }, ids) =>
    app.db.placement.findMany({ where: { AND: [{ id: { in: ids } }, visiblePlacements(viewer)] } }),
  ) as never,
);

const placementOfAd = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, Placement | null>(async (adIds) => {
      const entries = await app.db.placementEntry.findMany({
        where: { adId: { in: [...adIds] }, placement: visiblePlacements(viewer) },
        include: { placement: true },
      });
      const byAd = new Map(entries.map(({ adId, placement }) => [adId, placement]));
      return adIds.map((id) => byAd.get(id) ?? null);
    }),
);

builder.prismaObjectField('Ad', 'placement', (t) =>
  t.field({
    type: PlacementType,
    nullable: true,
    description: 'The placement of the ad; null if there is none that the viewer may see.',
    resolve: ({ id }, _args, context) => placementOfAd(context).load(id),
  }),
);

const sizeOfPlacement = sharedLoader<string, Size | null>(({ db }, ids) => readPlacementSizes(db, ids));

builder.prismaObjectFields(PlacementType, (t) => ({
  width: t.int({
    nullable: true,
    description: 'Width of the ads that it shows in CSS pixels: that of its spaces; null if they have none or differ.',
    resolve: async ({ id }, _args, context) => (await sizeOfPlacement(context).load(id))?.width,
  }),
  height: t.int({
    nullable: true,
    description: 'Height of the ads that it shows in CSS pixels: that of its spaces; null if they have none or differ.',
    resolve: async ({ id }, _args, context) => (await sizeOfPlacement(context).load(id))?.height,
  }),
}));

const visiblePlacementById = contextLoader(
  ({ app, viewer }) =>
    new DataLoader<string, Placement | null>(async (ids) => {
      const placements = await app.db.placement.findMany({
        where: { AND: [{ id: { in: [...ids] } }, visiblePlacements(viewer)] },
      });
      const byId = new Map(placements.map((placement) => [placement.id, placement]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
);

builder.prismaObjectField('Space', 'defaultPlacement', (t) =>
  t.field({
    type: PlacementType,
    nullable: true,
    description: 'The placement for ads that are published without one; null if there is none that the viewer may see.',
    select: { defaultPlacementId: true },
    resolve: ({ defaultPlacementId: id }, _args, context) => (id ? visiblePlacementById(context).load(id) : null),
  }),
);

const PlacementChangeEnum = builder.enumType('PlacementChange', {
  description: 'Change to a placement when an ad is published into it.',
  values: {
    REPLACED: { description: 'The ad replaces the current ad, which returns when the new ad is removed.' },
    ADDED: { description: 'The ad joins the group with weight 1.' },
    FILLED: { description: 'The ad fills a placement that was empty.' },
  },
});

const PlacementAssignmentType = builder.objectRef<PlacementAssignment>('PlacementAssignment').implement({
  description: 'The change that publishing an ad would make to a placement.',
  fields: (t) => ({
    placement: t.field({
      type: PlacementType,
      description: 'The placement that the ad would be published into.',
      resolve: ({ placement }) => placement,
    }),
    change: t.field({
      type: PlacementChangeEnum,
      description: 'The change that publishing would make to the placement.',
      resolve: ({ change }) => change,
    }),
    replacedAd: t.field({
      type: AdType,
      nullable: true,
      description: 'The ad that would be replaced.',
      resolve: ({ replaced }) => replaced,
    }),
    otherAdCount: t.exposeInt('joined', { description: 'Number of ads in the group that the ad would join.' }),
  }),
});

/** The effects of publishing an ad. */
export const PublishPreviewType = builder.objectRef<PublishPreview>('PublishPreview').implement({
  description: 'The effects of publishing the ad now.',
  fields: (t) => ({
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'End of the flight; null if the ad is not bought by days.',
    }),
    assignment: t.field({
      type: PlacementAssignmentType,
      nullable: true,
      description: 'The change to the placement; null if no placement is given and the space has no default placement.',
      resolve: ({ assignment }) => assignment,
    }),
  }),
});

builder.prismaObjectField('Ad', 'publishPreview', (t) =>
  t.field({
    type: PublishPreviewType,
    description: 'Previews the effects of `publishAd` without changing anything, or the refusal.',
    errors: {
      types: [AdStepNotAllowed, InputInvalid],
      union: {
        name: 'PublishPreviewResult',
        description: 'Result of `publishPreview`: the effects, or the reason for the refusal.',
      },
    },
    args: {
      placementId: t.arg.id({
        description: 'The placement to publish the ad into; the default placement of its space if omitted.',
      }),
    },
    select: { order: true },
    resolve: (ad, { placementId }, { app, viewer }) =>
      previewPublication(app, viewer, {
        ad,
        placementId: placementId ? rowIdOf('Placement', String(placementId)) : undefined,
      }),
  }),
);

const pausesReplacedAdsField = {
  description: 'False if the days of replaced ads run on while another ad is shown; true by default.',
} as const;

const CreatePlacementInput = builder.inputType('CreatePlacementInput', {
  description: 'A new placement of the viewer.',
  fields: (t) =>
    ({
      ...inputFields(t, placementFields),
      pausesReplacedAds: t.boolean(pausesReplacedAdsField),
      ...clickInputFields(t),
      idempotencyKey: t.string(idempotencyKeyField),
    }) as never,
});

/** The placement that a mutation answers. */
export const readPlacement = ({ app, viewer }: Context, query: object, id: string) =>
  requireResult(app.db.placement.findFirst({ ...query, where: { AND: [{ id }, visiblePlacements(viewer)] } }));

builder.mutationField('createPlacement', (t) =>
  t.prismaField({
    type: PlacementType,
    description: 'Creates a placement for the viewer.',
    errors: {
      types: [...actorRefusals, InputInvalid],
      union: {
        name: 'CreatePlacementResult',
        description: 'Result of `createPlacement`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: CreatePlacementInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const properties: Record<string, unknown> = input;
      const id = await runOnce(
        context,
        'createPlacement',
        properties,
        async (inside) => (await createPlacement(inside, context.viewer, properties)).id,
      );
      return readPlacement(context, query, id);
    },
  }),
);

const list = newestFirst('createdAt', 'p');

builder.queryField('placements', (t) =>
  t.connection(
    {
      type: PlacementType,
      description: 'Placements of the viewer, newest first; operators see all.',
      complexity: pageCost,
      resolve: async (_root, args, context, info) => {
        const { app, viewer } = context;
        if (!isMember(viewer)) throw asGraphQLError(new NotSignedIn());
        requireScopes(viewer, 'ADS_READ');
        const request = pageRequest(args);
        const query = nodeQuery('Placement', context, info);
        const rows = await app.db.placement.findMany({
          ...query,
          where: { AND: [visiblePlacements(viewer), ...list.conditions(request)] },
          ...list.findOptions(request),
        });
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(PlacementType),
  ),
);
