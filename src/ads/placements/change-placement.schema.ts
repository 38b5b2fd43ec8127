import { actorRefusals } from '../../access/actor.ts';
import { ScopeMissing } from '../../access/scopes.ts';
import { builder } from '../../graphql/builder.ts';
import { idempotencyKeyField, runOnce } from '../../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../../graphql/ids.ts';
import { refusalTypes } from '../../graphql/refusals.schema.ts';
import { limits } from '../../limits.ts';
import { InputInvalid } from '../../platform/errors.ts';
import {
  AdNotInGroup,
  deletePlacement,
  PlacementNotEmpty,
  PlacementNotFound,
  updateAdWeight,
  updatePlacement,
} from './change-placement.ts';
import { clickSettingsOf, placementFields } from './create-placement.ts';
import { clickInputFields, PlacementType, readPlacement } from './placement.schema.ts';

refusalTypes(PlacementNotFound, PlacementNotEmpty, AdNotInGroup);

const UpdateAdWeightInput = builder.inputType('UpdateAdWeightInput', {
  description: 'Input of the mutation `updateAdWeight`.',
  fields: (t) => ({
    adId: t.id({ required: true, description: 'An ad in a placement of the kind GROUP.' }),
    weight: t.int({ required: true, description: `The weight, from 1 to ${limits.adWeight}.` }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const UpdatePlacementInput = builder.inputType('UpdatePlacementInput', {
  description: 'Input of the mutation `updatePlacement`.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'The global id of the placement.' }),
    name: t.string({ required: true, description: placementFields.name.description }),
    pausesReplacedAds: t.boolean({
      description: 'True if the days of replaced ads stop from now on, false if they run on; unchanged if omitted.',
    }),
    ...clickInputFields(t),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const DeletePlacementInput = builder.inputType('DeletePlacementInput', {
  description: 'Input of the mutation `deletePlacement`.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'The global id of the placement.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const PlacementDeleted = builder.objectRef<{ id: string; slug: string }>('PlacementDeleted').implement({
  description: 'The placement has been deleted from the account.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the deleted placement.',
      resolve: ({ id }) => toGlobalId('Placement', id),
    }),
    slug: t.exposeString('slug', { description: 'The slug of the deleted placement.' }),
  }),
});

builder.mutationFields((t) => ({
  updateAdWeight: t.prismaField({
    type: PlacementType,
    description:
      'Sets how often an ad is shown, compared with the others of its group: with weight 3 three times as often as with 1. For the owner of the group.',
    errors: {
      types: [...actorRefusals, ScopeMissing, InputInvalid, AdNotInGroup],
      union: {
        name: 'UpdateAdWeightResult',
        description: 'Result of `updateAdWeight`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: UpdateAdWeightInput, required: true, description: 'The ad and its weight.' }) },
    resolve: async (query, _root, { input }, context) => {
      const weighted = { adId: rowIdOf('Ad', String(input.adId)), weight: input.weight };
      const id = await runOnce(context, 'updateAdWeight', input, (inside) =>
        updateAdWeight(inside, context.viewer, weighted),
      );
      return readPlacement(context, query, id);
    },
  }),
  updatePlacement: t.prismaField({
    type: PlacementType,
    description:
      'Renames a placement of the viewer, or decides whether the days of replaced ads run. Its slug does not change, so pages that show it are not affected.',
    errors: {
      types: [...actorRefusals, ScopeMissing, InputInvalid, PlacementNotFound],
      union: {
        name: 'UpdatePlacementResult',
        description: 'Result of `updatePlacement`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: UpdatePlacementInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const placementId = rowIdOf('Placement', String(input.placementId));
      const { name } = input;
      const pausesReplaced = input.pausesReplacedAds ?? undefined;
      await runOnce(context, 'updatePlacement', input, (inside) =>
        updatePlacement(inside, context.viewer, { placementId, name, pausesReplaced, ...clickSettingsOf(input) }),
      );
      return readPlacement(context, query, placementId);
    },
  }),
  deletePlacement: t.field({
    type: PlacementDeleted,
    description: 'Deletes an empty placement of the viewer. Its slug can then be used again, by other sellers too.',
    errors: {
      types: [...actorRefusals, ScopeMissing, PlacementNotFound, PlacementNotEmpty],
      union: {
        name: 'DeletePlacementResult',
        description: 'Result of `deletePlacement`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: DeletePlacementInput, required: true, description: 'The input of the mutation.' }) },
    resolve: (_root, { input }, context) => {
      const placementId = rowIdOf('Placement', String(input.placementId));
      return runOnce(context, 'deletePlacement', input, async (inside) => {
        const { id, slug } = await deletePlacement(inside, context.viewer, placementId);
        return { id, slug };
      });
    },
  }),
}));
