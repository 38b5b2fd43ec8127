import { visibleSpaces } from '../access/access.ts';
import { ScopeMissing } from '../access/scopes.ts';
import type { Space } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { InputInvalid, NotSignedIn } from '../platform/errors.ts';
import { type CreativeKind, creativeKinds, SpaceNotFound, setCreativeRules } from './creative-rules.ts';

const CreativeKindEnum = builder.enumType('CreativeKind', {
  description: 'What an ad can be.',
  values: creativeKinds,
});

const about = {
  kinds: 'Which kinds of ads it takes.',
  imageWidth: 'How wide an image may be, in pixels.',
  imageHeight: 'How high an image may be, in pixels.',
  isImageSizeExact: 'Whether an image must be just so wide and high, rather than at most.',
  maxImageBytes: 'How many bytes an image may have.',
  maxHtmlCharacters: 'How many characters a text may have, HTML included.',
};

const CreativeRulesType = builder.objectRef<Space>('CreativeRules').implement({
  description: 'What a space takes as an ad. What is null is not bounded more than everywhere.',
  fields: (t) => ({
    kinds: t.field({
      type: [CreativeKindEnum],
      description: about.kinds,
      resolve: ({ acceptsHtml, acceptsImages }): CreativeKind[] => [
        ...(acceptsHtml ? (['HTML'] as const) : []),
        ...(acceptsImages ? (['IMAGE'] as const) : []),
      ],
    }),
    imageWidth: t.exposeInt('imageWidth', { nullable: true, description: about.imageWidth }),
    imageHeight: t.exposeInt('imageHeight', { nullable: true, description: about.imageHeight }),
    isImageSizeExact: t.exposeBoolean('isImageSizeExact', { description: about.isImageSizeExact }),
    maxImageBytes: t.exposeInt('maxImageBytes', { nullable: true, description: about.maxImageBytes }),
    maxHtmlCharacters: t.exposeInt('maxHtmlCharacters', { nullable: true, description: about.maxHtmlCharacters }),
  }),
});

builder.prismaObjectField('Space', 'creativeRules', (t) =>
  t.field({
    type: CreativeRulesType,
    description: 'What it takes as an ad; checked when a draft is saved, and when it is submitted.',
    resolve: (space) => space,
  }),
);

refusalTypes(SpaceNotFound);

const SetCreativeRulesInput = builder.inputType('SetCreativeRulesInput', {
  description: 'What a space takes as an ad, whole: what is left out is not bounded more than everywhere.',
  fields: (t) => ({
    spaceId: t.id({ required: true, description: 'The space.' }),
    kinds: t.field({ type: [CreativeKindEnum], required: true, description: about.kinds }),
    imageWidth: t.int({ description: about.imageWidth }),
    imageHeight: t.int({ description: about.imageHeight }),
    isImageSizeExact: t.boolean({ description: about.isImageSizeExact }),
    maxImageBytes: t.int({ description: about.maxImageBytes }),
    maxHtmlCharacters: t.int({ description: about.maxHtmlCharacters }),
  }),
});

builder.mutationField('setCreativeRules', (t) =>
  t.prismaField({
    type: 'Space',
    description: 'Sets what a space takes as an ad. For its seller; what was submitted before stays as it is.',
    errors: {
      types: [NotSignedIn, ScopeMissing, SpaceNotFound, InputInvalid],
      union: { name: 'SetCreativeRulesResult', description: 'What comes of `setCreativeRules`.' },
    },
    args: { input: t.arg({ type: SetCreativeRulesInput, required: true, description: 'The space and its rules.' }) },
    resolve: async (query, _root, { input: { spaceId: givenId, ...rules } }, { app, viewer }) => {
      const spaceId = rowIdOf('Space', String(givenId));
      await setCreativeRules(app, viewer, { spaceId, rules });
      return app.db.space.findFirstOrThrow({ ...query, where: { AND: [{ id: spaceId }, visibleSpaces(viewer)] } });
    },
  }),
);
