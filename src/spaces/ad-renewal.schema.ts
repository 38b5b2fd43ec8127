import { visibleSpaces } from '../access/access.ts';
import { ScopeMissing } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { NotSignedIn } from '../platform/errors.ts';
import { setAdRenewal } from './ad-renewal.ts';
import { SpaceNotFound } from './creative-rules.ts';

const about =
  'If true, ads are published again in the same placement when their order is renewed; otherwise they are copied as drafts.';

builder.prismaObjectField('Space', 'renewsAds', (t) => t.exposeBoolean('renewsAds', { description: about }));

const SetAdRenewalInput = builder.inputType('SetAdRenewalInput', {
  description: 'Input of the mutation `setAdRenewal`.',
  fields: (t) => ({
    spaceId: t.id({ required: true, description: 'The global id of the space.' }),
    renewsAds: t.boolean({ required: true, description: about }),
  }),
});

builder.mutationField('setAdRenewal', (t) =>
  t.prismaField({
    type: 'Space',
    description: 'Sets what becomes of the ads of a space when their order is renewed. For its seller.',
    errors: {
      types: [NotSignedIn, ScopeMissing, SpaceNotFound],
      union: { name: 'SetAdRenewalResult', description: 'Result of `setAdRenewal`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: SetAdRenewalInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, { app, viewer }) => {
      const spaceId = rowIdOf('Space', String(input.spaceId));
      await setAdRenewal(app, viewer, { spaceId, renewsAds: input.renewsAds });
      return app.db.space.findFirstOrThrow({ ...query, where: { AND: [{ id: spaceId }, visibleSpaces(viewer)] } });
    },
  }),
);
