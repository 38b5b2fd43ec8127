/** The mutations of the pictures of a space. */

import { visibleSpaces } from '../access/access.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import { changeRefusals, inputDescription, spaceIdField } from './change-space.schema.ts';
import { addSpacePicture, removeSpacePicture, reorderSpacePictures } from './space-pictures.ts';

/** The mutations that name one picture. */
const pictureMutations = [
  {
    name: 'addSpacePicture',
    description: `Adds an uploaded image to a space of the viewer, as its last picture. A space has at most ${limits.spaces.pictures}.`,
    file: 'An image that you have uploaded and that is not in use.',
    change: addSpacePicture,
    refusals: [LimitReached],
  },
  {
    name: 'removeSpacePicture',
    description: 'Removes a picture from a space of the viewer.',
    file: 'The picture that is to be removed.',
    change: removeSpacePicture,
    refusals: [],
  },
] as const;

for (const { name, description, file, change, refusals } of pictureMutations) {
  const Input = builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, {
    description: inputDescription(name),
    fields: (t) => ({
      spaceId: t.id(spaceIdField),
      fileId: t.id({ required: true, description: file }),
      idempotencyKey: t.string(idempotencyKeyField),
    }),
  });
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: 'Space',
      description,
      errors: { types: [...changeRefusals, InputInvalid, ...refusals], union: resultOf(name) },
      args: { input: t.arg({ ...inputArgument, type: Input }) },
      resolve: async (query, _root, { input }, context) => {
        const { app, viewer } = context;
        const picture = {
          spaceId: rowIdOf('Space', String(input.spaceId)),
          fileId: rowIdOf('File', String(input.fileId)),
        };
        const id = await runOnce(context, name, input, (inside) => change(inside, viewer, picture));
        return requireResult(app.db.space.findFirst({ ...query, where: { AND: [{ id }, visibleSpaces(viewer)] } }));
      },
    }),
  );
}

const ReorderSpacePicturesInput = builder.inputType('ReorderSpacePicturesInput', {
  description: inputDescription('reorderSpacePictures'),
  fields: (t) => ({
    spaceId: t.id(spaceIdField),
    fileIds: t.idList({ required: true, description: 'All pictures of the space in their new order.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('reorderSpacePictures', (t) =>
  t.prismaField({
    type: 'Space',
    description: 'Changes the order of the pictures of a space of the viewer.',
    errors: { types: [...changeRefusals, InputInvalid], union: resultOf('reorderSpacePictures') },
    args: { input: t.arg({ ...inputArgument, type: ReorderSpacePicturesInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const order = {
        spaceId: rowIdOf('Space', String(input.spaceId)),
        fileIds: input.fileIds.map((fileId) => rowIdOf('File', String(fileId))),
      };
      const id = await runOnce(context, 'reorderSpacePictures', input, (inside) =>
        reorderSpacePictures(inside, viewer, order),
      );
      return requireResult(app.db.space.findFirst({ ...query, where: { AND: [{ id }, visibleSpaces(viewer)] } }));
    },
  }),
);
