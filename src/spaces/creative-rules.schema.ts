import { visibleSpaces } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import { ScopeMissing } from '../access/scopes.ts';
import type { Space } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { InputInvalid } from '../platform/errors.ts';
import { type CreativeKind, creativeKinds, updateCreativeRules } from './creative-rules.ts';
import { SpaceNotFound } from './space-refusals.ts';

export const CreativeKindEnum = builder.enumType('CreativeKind', {
  description: 'A kind of content that a space accepts.',
  values: creativeKinds,
});

const about = {
  kinds: 'Kinds of ads that the space accepts.',
  imageWidth: 'Maximum width of an image in pixels.',
  imageHeight: 'Maximum height of an image in pixels.',
  isImageSizeExact: 'If true, an image must have exactly this width and height.',
  maxImageBytes: 'Maximum size of an image in bytes.',
  maxHtmlCharacters: 'Maximum number of characters of a text, HTML included.',
  allowsRemoteContent:
    'If true, HTML ads may load images, styles and fonts over https and run inline scripts, so what they show can change after the review. If false, they load nothing from other hosts and run no script.',
};

/** The creative rules of a space. */
export const CreativeRulesType = builder.objectRef<Space>('CreativeRules').implement({
  description: 'The creative rules of a space. A null field has only the general limits.',
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
    allowsRemoteContent: t.exposeBoolean('allowsRemoteContent', { description: about.allowsRemoteContent }),
  }),
});

builder.prismaObjectField('Space', 'creativeRules', (t) =>
  t.field({
    type: CreativeRulesType,
    description: 'Creative rules of the space, checked when a draft is saved and when it is submitted.',
    resolve: (space) => space,
  }),
);

const UpdateCreativeRulesInput = builder.inputType('UpdateCreativeRulesInput', {
  description: 'The complete creative rules of a space. An omitted field has only the general limits.',
  fields: (t) => ({
    spaceId: t.id({ required: true, description: 'The global id of the space.' }),
    kinds: t.field({ type: [CreativeKindEnum], required: true, description: about.kinds }),
    imageWidth: t.int({ description: about.imageWidth }),
    imageHeight: t.int({ description: about.imageHeight }),
    isImageSizeExact: t.boolean({ description: about.isImageSizeExact }),
    maxImageBytes: t.int({ description: about.maxImageBytes }),
    maxHtmlCharacters: t.int({ description: about.maxHtmlCharacters }),
    allowsRemoteContent: t.boolean({
      description: `${about.allowsRemoteContent} False if left out. It takes effect for ads that are already published.`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateCreativeRules', (t) =>
  t.prismaField({
    type: 'Space',
    description: 'Sets what a space takes as an ad. For its seller; what was submitted before stays as it is.',
    errors: {
      types: [...actorRefusals, ScopeMissing, SpaceNotFound, InputInvalid],
      union: {
        name: 'UpdateCreativeRulesResult',
        description: 'Result of `updateCreativeRules`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: UpdateCreativeRulesInput, required: true, description: 'The space and its rules.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const spaceId = rowIdOf('Space', String(input.spaceId));
      await runOnce(context, 'updateCreativeRules', input, (inside) =>
        updateCreativeRules(inside, viewer, { spaceId, rules: input }),
      );
      return requireResult(
        app.db.space.findFirst({ ...query, where: { AND: [{ id: spaceId }, visibleSpaces(viewer)] } }),
      );
    },
  }),
);
