import { visibleSpaces } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import { ScopeMissing } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { updateAdRenewal } from './ad-renewal.ts';
import { SpaceNotFound } from './space-refusals.ts';

const about =
  'If true, ads are published again in the same placement when their order is renewed; otherwise they are copied as drafts.';

builder.prismaObjectField('Space', 'renewsAds', (t) => t.exposeBoolean('renewsAds', { description: about }));

const UpdateAdRenewalInput = builder.inputType('UpdateAdRenewalInput', {
  description: 'Input of the mutation `updateAdRenewal`.',
  fields: (t) => ({
    spaceId: t.id({ required: true, description: 'The global id of the space.' }),
    renewsAds: t.boolean({ required: true, description: about }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateAdRenewal', (t) =>
  t.prismaField({
    type: 'Space',
    description: 'Sets whether the ads of a space are published again when their order is renewed. For its seller.',
    errors: {
      types: [...actorRefusals, ScopeMissing, SpaceNotFound],
      union: {
        name: 'UpdateAdRenewalResult',
        description: 'Result of `updateAdRenewal`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: UpdateAdRenewalInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const spaceId = rowIdOf('Space', String(input.spaceId));
      const { renewsAds } = input;
      await runOnce(context, 'updateAdRenewal', input, (inside) =>
        updateAdRenewal(inside, viewer, { spaceId, renewsAds }),
      );
      return requireResult(
        app.db.space.findFirst({ ...query, where: { AND: [{ id: spaceId }, visibleSpaces(viewer)] } }),
      );
    },
  }),
);
