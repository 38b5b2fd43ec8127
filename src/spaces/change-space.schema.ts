/** The mutations with which a seller creates, changes, lists and archives a space. */

import { visibleSpaces } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import { ScopeMissing } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { typeName } from '../graphql/fields.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalType, refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import { changeSpaceStatus } from './change-space-status.ts';
import { createSpace } from './create-space.ts';
import { formatDescriptions, SpaceKindEnum, SpaceStatusEnum } from './space.schema.ts';
import { PriceOptionNotFound, SpaceIncomplete, SpaceNotFound, SpaceStatusNotAllowed } from './space-refusals.ts';
import { updateSpace } from './update-space.ts';

refusalTypes(SpaceNotFound, PriceOptionNotFound);

builder.objectType(SpaceIncomplete, {
  ...refusalType(SpaceIncomplete),
  fields: (t) => ({
    missing: t.stringList({
      description: 'Names of the fields of `Space` that are missing.',
      resolve: ({ missing }) => [...missing],
    }),
  }),
});

builder.objectType(SpaceStatusNotAllowed, {
  ...refusalType(SpaceStatusNotAllowed),
  fields: (t) => ({
    status: t.expose('status', { type: SpaceStatusEnum, description: 'The current status of the space.' }),
  }),
});

/** The union of a mutation's result. */
export const inputDescription = (mutation: string) => `Input of the mutation \`${mutation}\`.`;
export const spaceIdField = { required: true, description: 'The global id of the space.' } as const;
/** The refusals of every mutation that changes something of a space. */
export const changeRefusals = [...actorRefusals, ScopeMissing, SpaceNotFound, SpaceStatusNotAllowed] as const;

const SpaceFormatInput = builder.inputType('SpaceFormatInput', {
  description: 'The format of a space. An omitted field does not change; null clears it.',
  fields: (t) => ({
    width: t.int({ description: `${formatDescriptions.width} At most ${limits.spaces.format.width}.` }),
    height: t.int({ description: `${formatDescriptions.height} At most ${limits.spaces.format.height}.` }),
    words: t.int({ description: `${formatDescriptions.words} At most ${limits.spaces.format.words}.` }),
    seconds: t.int({ description: `${formatDescriptions.seconds} At most ${limits.spaces.format.seconds}.` }),
  }),
});

type InputFieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The properties of a space in an input. A space must have a title, a description and a kind. */
const propertyFields = <Required extends boolean>(t: InputFieldBuilder, required: Required) => ({
  title: t.string({
    required,
    description: `Short name of the space; at most ${limits.spaces.titleCharacters} characters.`,
  }),
  description: t.string({
    required,
    description: `Information that an advertiser needs before ordering; at most ${limits.spaces.descriptionCharacters} characters.`,
  }),
  kind: t.field({ type: SpaceKindEnum, required, description: 'The kind of medium that the space is in.' }),
  audience: t.string({
    description: `Description of the people who see the space; at most ${limits.spaces.audienceCharacters} characters.`,
  }),
  format: t.field({ type: SpaceFormatInput, description: 'Size or length of an ad; null clears all of it.' }),
  languages: t.stringList({
    description: `Languages of the audience as BCP 47 tags, such as \`en\` or \`pt-BR\`; at most ${limits.spaces.languages}.`,
  }),
  countries: t.stringList({
    description: `Countries of the audience as ISO 3166-1 alpha-2 codes, such as \`DE\`; at most ${limits.spaces.countries}.`,
  }),
  leadTimeDays: t.int({
    description: `Number of days that the seller needs between the order and the first day of the ad; at most ${limits.spaces.leadTimeDays}.`,
  }),
  requirements: t.string({
    description: `Material and information that the seller needs from the advertiser; at most ${limits.spaces.requirementsCharacters} characters.`,
  }),
  defaultPlacementId: t.id({
    description: 'A placement of the seller in which ads of the space are published if the seller names none.',
  }),
  idempotencyKey: t.string(idempotencyKeyField),
});

const CreateSpaceInput = builder.inputType('CreateSpaceInput', {
  description: 'The properties of a new space.',
  fields: (t) => propertyFields(t, true),
});

const UpdateSpaceInput = builder.inputType('UpdateSpaceInput', {
  description: 'The changes of a space. An omitted field does not change; null clears it.',
  fields: (t) => ({ spaceId: t.id(spaceIdField), ...propertyFields(t, false) }),
});

/** The row id of an optional reference; undefined if it was omitted, and null if it is to be cleared. */
const placementIdFrom = (id: string | number | null | undefined): string | null | undefined =>
  id === null || id === undefined ? id : rowIdOf('Placement', String(id));

builder.mutationFields((t) => ({
  createSpace: t.prismaField({
    type: 'Space',
    description: 'Creates a space of the viewer as a draft. `listSpace` offers it, once it has a price option.',
    errors: {
      types: [...actorRefusals, ScopeMissing, InputInvalid, LimitReached],
      union: resultOf('createSpace'),
    },
    args: { input: t.arg({ ...inputArgument, type: CreateSpaceInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { idempotencyKey: _, defaultPlacementId, ...properties } = input;
      const space = { ...properties, defaultPlacementId: placementIdFrom(defaultPlacementId) };
      const id = await runOnce(context, 'createSpace', input, (inside) => createSpace(inside, viewer, space));
      return requireResult(app.db.space.findFirst({ ...query, where: { AND: [{ id }, visibleSpaces(viewer)] } }));
    },
  }),
  updateSpace: t.prismaField({
    type: 'Space',
    description: 'Changes a space of the viewer. Orders that were placed do not change.',
    errors: { types: [...changeRefusals, InputInvalid], union: resultOf('updateSpace') },
    args: { input: t.arg({ ...inputArgument, type: UpdateSpaceInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { spaceId, idempotencyKey: _, defaultPlacementId, ...properties } = input;
      const update = {
        spaceId: rowIdOf('Space', String(spaceId)),
        changes: { ...properties, defaultPlacementId: placementIdFrom(defaultPlacementId) },
      };
      const id = await runOnce(context, 'updateSpace', input, (inside) => updateSpace(inside, viewer, update));
      return requireResult(app.db.space.findFirst({ ...query, where: { AND: [{ id }, visibleSpaces(viewer)] } }));
    },
  }),
}));

/** The mutations that change the status, with what they do and the refusals of their own. */
const statusMutations = [
  {
    change: 'listSpace',
    description: 'Offers a draft or an unlisted space of the viewer to everyone. It needs a price option.',
    refusals: [SpaceIncomplete],
  },
  {
    change: 'unlistSpace',
    description: 'Stops offering a space of the viewer. Orders that were placed do not change.',
    refusals: [],
  },
  {
    change: 'archiveSpace',
    description: 'Withdraws a space of the viewer for good. Orders that were placed do not change.',
    refusals: [],
  },
] as const;

for (const { change, description, refusals } of statusMutations) {
  const Input = builder.inputType(`${typeName(change)}Input`, {
    description: inputDescription(change),
    fields: (t) => ({ spaceId: t.id(spaceIdField), idempotencyKey: t.string(idempotencyKeyField) }),
  });
  builder.mutationField(change, (t) =>
    t.prismaField({
      type: 'Space',
      description,
      errors: { types: [...changeRefusals, InputInvalid, ...refusals], union: resultOf(change) },
      args: { input: t.arg({ ...inputArgument, type: Input }) },
      resolve: async (query, _root, { input }, context) => {
        const { app, viewer } = context;
        const spaceId = rowIdOf('Space', String(input.spaceId));
        const id = await runOnce(context, change, input, (inside) =>
          changeSpaceStatus(inside, viewer, { spaceId, change }),
        );
        return requireResult(app.db.space.findFirst({ ...query, where: { AND: [{ id }, visibleSpaces(viewer)] } }));
      },
    }),
  );
}
