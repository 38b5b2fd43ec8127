/** The effects of a previewed step on ads. */
import { visibleAds } from '../access/access.ts';
import type { AdStatus } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { StepPreviewType } from '../orders/step-preview.schema.ts';
import type { StepPreview } from '../orders/step-preview.ts';
import { AdStatusEnum } from './ad.schema.ts';

/** A change of an ad that a step would make. */
interface AdChange {
  readonly kind: 'STATUS_CHANGED' | 'REPLACED' | 'RESTORED';
  readonly id: string;
  readonly name: string | undefined;
  readonly statusBefore?: AdStatus | undefined;
  readonly statusAfter?: AdStatus;
}

const AdChangeKindEnum = describedEnum<AdChange['kind']>('AdChangeKind', 'Kind of a change of an ad.', {
  STATUS_CHANGED: 'The ad is created or gets another status.',
  REPLACED: 'The ad is published, but its placement shows another ad instead.',
  RESTORED: 'The ad returns to its placement, because the ad that had replaced it ends.',
});

const AdChangeType = builder.objectRef<AdChange>('PreviewedAdChange').implement({
  description: 'A change of an ad that a step would make.',
  fields: (t) => ({
    kind: t.expose('kind', { type: AdChangeKindEnum, description: 'Kind of the change of the ad.' }),
    adId: t.id({ description: 'The id of the ad.', resolve: ({ id }) => toGlobalId('Ad', id) }),
    name: t.exposeString('name', { nullable: true, description: 'Name of the ad; null if the viewer may not see it.' }),
    previousStatus: t.expose('statusBefore', {
      type: AdStatusEnum,
      nullable: true,
      description: 'Status of the ad now; null if the step creates the ad or does not change its status.',
    }),
    status: t.expose('statusAfter', {
      type: AdStatusEnum,
      nullable: true,
      description: 'Status of the ad after the step; null if the step does not change it.',
    }),
  }),
});

/** The ads of the order of the step, or the ad without an order, whose status changes. */
function statusChanges({ before, after }: StepPreview): AdChange[] {
  const statusBefore = new Map(before?.ads.map(({ id, status }) => [id, status]));
  return after.ads
    .filter(({ id, status }) => statusBefore.get(id) !== status)
    .map(({ id, name, status }) => ({
      kind: 'STATUS_CHANGED',
      id,
      name,
      statusBefore: statusBefore.get(id),
      statusAfter: status,
    }));
}

/** The other ads of the placement, as the entries of the step name them. */
async function placementChanges({ entries }: StepPreview, { app, viewer }: Context): Promise<AdChange[]> {
  const inputs = entries as readonly { readonly replacedAdId?: string; readonly restoredAdId?: string }[];
  const changes = inputs.flatMap(({ replacedAdId, restoredAdId }) => [
    ...(replacedAdId ? [{ kind: 'REPLACED' as const, id: replacedAdId }] : []),
    ...(restoredAdId ? [{ kind: 'RESTORED' as const, id: restoredAdId }] : []),
  ]);
  if (changes.length === 0) return [];
  const ads = await app.db.ad.findMany({
    where: { AND: [{ id: { in: changes.map(({ id }) => id) } }, visibleAds(viewer)] },
    select: { id: true, name: true },
  });
  const names = new Map(ads.map(({ id, name }) => [id, name]));
  return changes.map((change) => ({ ...change, name: names.get(change.id) }));
}

builder.objectField(StepPreviewType, 'adChanges', (t) =>
  t.field({
    type: [AdChangeType],
    description: 'The ads that the step changes: their status, or what their placement shows.',
    resolve: async (preview, _args, context) => [
      ...statusChanges(preview),
      ...(await placementChanges(preview, context)),
    ],
  }),
);
