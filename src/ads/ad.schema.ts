import type { InputRef } from '@pothos/core';
import { adsInVisibleOrder, roleIn, rolesInAd, visibleAds } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import { requireScopes } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { inputFields, toInputValues, typeName } from '../graphql/fields.ts';
import { idempotencyKeyField, idempotencyKeyFrom, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { actionType, statusEnum, stepEnum } from '../graphql/process.schema.ts';
import { refusalType, refusalTypes } from '../graphql/refusals.schema.ts';
import { OrderType } from '../orders/order.schema.ts';
import { InputInvalid, NotSignedIn } from '../platform/errors.ts';
import { usedAddress } from '../platform/web-address.ts';
import { type AdRow, type AdStep, adProcess, adRow, adState, adStatuses, adSteps } from '../process/ad.ts';
import { AdNotFound, type AdSnapshot, AdStepNotAllowed, type AdWithOrder, adActionsFor } from './ad.ts';
import { createAd } from './create-ad.ts';
import { listAdIds } from './list-ads.ts';
import { frameUrlOf } from './serving/sandboxed-frame.ts';
import { type AdStepCall, takeAdStep } from './take-ad-step.ts';

export const AdStatusEnum = statusEnum(
  'AdStatus',
  'Status of an ad in its process.',
  adStatuses.map((status) => [status, adState(status)]),
);

export const AdStepEnum = stepEnum(
  'AdStep',
  'A step of an ad. Each step that is open to people is a mutation: `SUBMIT_AD` is `submitAd`.',
  adSteps,
);

const AdActionType = actionType('AdAction', { noun: 'ad', StepEnum: AdStepEnum, process: adProcess });

/** An ad. */
export const AdType = builder.prismaObject('Ad', {
  include: { order: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    status: t.expose('status', { type: AdStatusEnum, description: 'Status of the ad in its process.' }),
    html: t.exposeString('html', { nullable: true }),
    frameUrl: t.string({
      nullable: true,
      description:
        'URL of the ad in a sandboxed document, for an iframe. Anyone with the URL can see the ad, including a draft. The URL changes with the content and when the ad is published or unpublished; null for an ad without HTML.',
      resolve: (ad, _args, { app }) => (ad.html ? frameUrlOf(app, ad) : null),
    }),
    image: t.relation('image', { nullable: true, description: 'The image of the ad; null for text.' }),
    targetUrl: t.string({
      nullable: true,
      description: 'Target of a click: the address to which the server redirects.',
      resolve: ({ targetUrl }) => usedAddress(targetUrl)?.href,
    }),
    altText: t.exposeString('altText', { nullable: true }),
    order: t.field({
      type: OrderType,
      nullable: true,
      description: "The order that it belongs to; null for a seller's own, and for the holder of a setup link.",
      select: (_args, _context, nestedSelection) => ({ order: nestedSelection(true) }),
      resolve: ({ order }, _args, { viewer }) => (order && roleIn(order, viewer) ? order : null),
    }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true }),
    endsAt: t.expose('endsAt', { type: 'DateTime', nullable: true }),
    remainingSeconds: t.float({
      nullable: true,
      description:
        'Time of its flight that is left while it does not run, in seconds: it runs when the ad is published again. Null while the ad runs, before its first flight, or if no days were bought.',
      resolve: ({ remainingMs }) => (remainingMs === null ? null : Number(remainingMs) / 1_000),
    }),
    displacedAt: t.expose('displacedAt', { type: 'DateTime', nullable: true }),
    extendedDays: t.exposeInt('extendedDays'),
    actions: t.field({
      type: [AdActionType],
      description:
        'Every step that the viewer may take of this ad at some time, with the reason if it cannot be taken now.',
      resolve: (ad, _args, { viewer }) => [...adActionsFor(ad, rolesInAd(ad, ad.order, viewer))],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Time of the last change.' }),
  }),
});

builder.nodeRef(
  AdType,
  nodeOptions('Ad', ({ app, viewer }, ids) =>
    app.db.ad.findMany({ where: { AND: [{ id: { in: ids } }, visibleAds(viewer)] }, include: { order: true } }),
  ) as never,
);

builder.prismaObjectField('Order', 'ads', (t) =>
  t.relation('ads', {
    type: AdType,
    description: 'The ads of this order, one for each item.',
    query: (_args, { viewer }) => ({
      where: adsInVisibleOrder(viewer),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  }),
);

refusalTypes(AdNotFound);

const AdSnapshotType = builder.objectRef<AdSnapshot>('AdSnapshot').implement({
  description: 'The current status of an ad, with the steps that are allowed, as a refusal carries them.',
  fields: (t) => ({
    status: t.field({
      type: AdStatusEnum,
      description: 'The current status of the ad.',
      resolve: ({ status }) => status,
    }),
    allowedSteps: t.field({
      type: [AdStepEnum],
      description: 'The steps that the viewer may take now.',
      resolve: ({ allowedSteps }) => [...allowedSteps],
    }),
  }),
});

builder.objectType(AdStepNotAllowed, {
  ...refusalType(AdStepNotAllowed),
  fields: (t) => ({
    step: t.field({ type: AdStepEnum, description: 'The step that was refused.', resolve: ({ step }) => step }),
    current: t.field({
      type: AdSnapshotType,
      description: 'The ad as it is now.',
      resolve: ({ current }) => current,
    }),
  }),
});

export const CreateAdInput = builder.inputType('CreateAdInput', {
  description: 'A new ad of the seller without an order.',
  fields: (t) =>
    ({ ...inputFields(t, adRow('createAd').input), idempotencyKey: t.string(idempotencyKeyField) }) as never,
});

builder.mutationField('createAd', (t) =>
  t.prismaField({
    type: AdType,
    description:
      'Creates an ad of the seller without an order. It changes silently, without e-mails, timeline entries or events.',
    errors: {
      types: [...actorRefusals, InputInvalid],
      union: { name: 'CreateAdResult', description: 'Result of `createAd`, or the reason for the refusal.' },
    },
    args: {
      input: t.arg({ type: CreateAdInput, required: true, description: 'The input of the mutation.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const properties: Record<string, unknown> = input;
      const id = await runOnce(
        context,
        'createAd',
        properties,
        async (inside) => (await createAd(inside, viewer, properties)).id,
      );
      return requireResult(app.db.ad.findFirst({ ...query, where: { AND: [{ id }, visibleAds(viewer)] } }));
    },
  }),
);

const stepsOfPeople = adSteps.filter(([, { from, by }]) => from.length > 0 && by.some((role) => role !== 'system'));

/** The input of a step of an ad. */
export type AdStepInput = Record<string, unknown> & {
  readonly adId: string;
  readonly idempotencyKey?: string | null;
};

/** The call of a step with an input. */
export const adStepCallOf = (step: AdStep, input: AdStepInput): AdStepCall => ({
  adId: rowIdOf('Ad', input.adId),
  step,
  input: toInputValues(adRow(step).input ?? {}, input),
});

/** The types of the inputs of the steps that people take of an ad. */
export const adStepInputs = stepsOfPeople.map(([step, row]) => [step, defineAdStep(step, row)] as const);

/** Adds the mutation of a step, and returns the type of its input. */
function defineAdStep(step: AdStep, row: AdRow): InputRef<AdStepInput> {
  const Input = builder.inputType(`${typeName(step)}Input`, {
    description: `Input of the mutation \`${step}\`.`,
    fields: (t) => ({
      adId: t.id({ required: true, description: 'The global id of the ad.' }),
      idempotencyKey: t.string(idempotencyKeyField),
      ...inputFields(t, row.input),
    }),
  });
  builder.mutationField(step, (t) =>
    t.prismaField({
      type: AdType,
      description: `${row.title}. For ${row.by.filter((role) => role !== 'system').join(' or ')}; the ad must be ${row.from.join(' or ')}.${row.silentAs ? ' It is silent: no e-mails, timeline entries or events.' : ''}`,
      errors: {
        types: [...actorRefusals, AdNotFound, AdStepNotAllowed, InputInvalid],
        union: {
          name: `${typeName(step)}Result`,
          description: `Result of \`${step}\`: the ad, or the reason for the refusal.`,
        },
      },
      args: { input: t.arg({ type: Input, required: true, description: 'The ad and the input of the step.' }) },
      resolve: async (query, _root, args, context) => {
        const { app, viewer } = context;
        // The compiler does not know the type of an input that is built in a loop; GraphQL has checked it.
        const input = args.input as AdStepInput;
        const call = adStepCallOf(step, input);
        const idempotencyKey = idempotencyKeyFrom(input.idempotencyKey, viewer);
        // The timeline, which has the keys of other steps, has no entry of a silent one.
        const id = row.silentAs
          ? await runOnce(context, step, input, async (inside) => (await takeAdStep(inside, viewer, call)).id)
          : (await takeAdStep(app, viewer, { ...call, idempotencyKey })).id;
        return requireResult(app.db.ad.findFirst({ ...query, where: { AND: [{ id }, visibleAds(viewer)] } }));
      },
    }),
  );
  return Input as unknown as InputRef<AdStepInput>;
}

const AdFilterInput = builder.inputType('AdFilter', {
  description: 'Filter for a list of ads. Omitted fields do not filter.',
  fields: (t) => ({
    statuses: t.field({ type: [AdStatusEnum], description: 'Only ads with one of these statuses.' }),
    orderId: t.id({ description: 'Only ads of this order.' }),
    placementId: t.id({ description: 'Only ads in this placement, served or replaced.' }),
    needsReview: t.boolean({ description: 'If true, only ads that are waiting for a review by the viewer.' }),
  }),
});

const list = newestFirst('updatedAt', 'a');

builder.queryFields((t) => ({
  ad: t.prismaField({
    type: AdType,
    nullable: true,
    description: 'The ad with this id; null if there is none that the viewer may see.',
    args: { id: t.arg.id({ required: true, description: 'The id of an ad.' }) },
    resolve: (query, _root, { id }, { app, viewer }) => {
      requireScopes(viewer, 'ADS_READ');
      return app.db.ad.findFirst({
        ...query,
        where: { AND: [{ id: rowIdOf('Ad', String(id)) }, visibleAds(viewer)] },
      });
    },
  }),
  ads: t.connection(
    {
      type: AdType,
      description:
        'The ads that the viewer works on, newest change first; an operator sees all, a setup link those of its order.',
      complexity: pageCost,
      args: { filter: t.arg({ type: AdFilterInput, description: 'Filter for the list; all ads if omitted.' }) },
      resolve: async (_root, { filter, ...args }, context, info) => {
        const { app, viewer } = context;
        if (viewer.kind === 'anonymous') throw asGraphQLError(new NotSignedIn());
        requireScopes(viewer, 'ADS_READ');
        const request = pageRequest(args);
        const ids = await listAdIds(
          app.db,
          viewer,
          {
            statuses: filter?.statuses ?? undefined,
            orderId: filter?.orderId ? rowIdOf('Order', String(filter.orderId)) : undefined,
            placementId: filter?.placementId ? rowIdOf('Placement', String(filter.placementId)) : undefined,
            needsReview: filter?.needsReview ?? undefined,
          },
          list.latestPage(request),
        );
        const rows = await app.db.ad.findMany({
          ...nodeQuery('Ad', context, info),
          where: { id: { in: [...ids] } },
        });
        const byId = new Map(rows.map((row) => [row.id, row]));
        // What the type always reads along, the order, is in the query.
        return pageOf(
          request,
          ids.flatMap((id) => (byId.get(id) as AdWithOrder | undefined) ?? []),
          list.cursorOf,
        );
      },
    },
    connectionOf(AdType),
  ),
}));
