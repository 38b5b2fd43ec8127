import { actorRefusals } from '../access/actor.ts';
import { visibleFiles } from '../access/file-access.ts';
import { OperatorRequired } from '../access/operator-access.ts';
import { ScopeMissing } from '../access/scopes.ts';
import type { File, FilePurpose } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { rowLoader } from '../graphql/context.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, RateLimited } from '../platform/errors.ts';
import { fileUrl, uploadUrl } from './addresses.ts';
import { mediaTypes } from './content.ts';
import { fileNameOf } from './file-name.ts';
import { TooManyUploads } from './file-refusals.ts';
import { pdfType } from './pdf.ts';
import { requestUpload, uploaderOf } from './uploads.ts';

/** Loads the files of objects that the viewer may see. */
export const fileLoader = rowLoader(({ db }, ids) => db.file.findMany({ where: { id: { in: ids } } }));

export const FileType = builder.prismaObject('File', {
  fields: (t) => ({
    url: t.string({
      description: 'Public URL of the file. Neither the URL nor the content behind it ever changes.',
      resolve: (file, _args, { app }) => fileUrl(app.config, file),
    }),
    name: t.string({
      description: 'Name of the file, with the extension of its media type. Every system can save a file under it.',
      resolve: fileNameOf,
    }),
    mediaType: t.exposeString('mediaType'),
    sizeBytes: t.exposeInt('sizeBytes'),
    width: t.exposeInt('width', { nullable: true }),
    height: t.exposeInt('height', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.nodeRef(
  FileType,
  nodeOptions('File', ({ app, viewer }, ids) =>
    app.db.file.findMany({ where: { AND: [{ id: { in: ids } }, visibleFiles(viewer, app.clock.now())] } }),
  ) as never,
);

const UploadTargetType = builder.objectRef<File>('UploadTarget').implement({
  description: 'The target of an upload: send the bytes of the file in one PUT to `url`. Status 201 means success.',
  fields: (t) => ({
    fileId: t.id({
      description: 'Id of the file, which can be used after the bytes were received.',
      resolve: ({ id }) => toGlobalId('File', id),
    }),
    url: t.string({
      description: 'URL that accepts the bytes. Anyone with the URL can upload.',
      resolve: (file, _args, { app }) => uploadUrl(app.config, file),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'Time until which the bytes are accepted.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
  }),
});

refusalTypes(TooManyUploads);

const { logos } = limits;
const logo = `an image of at most ${logos.bytes} bytes and ${logos.sidePixels} pixels on each side`;
const FilePurposeEnum = describedEnum<FilePurpose>('FilePurpose', 'A use that a file is uploaded for.', {
  CONTENT: 'The file is for an ad, for a picture of a space, or to be attached to a step or a message.',
  ACCOUNT_LOGO: `The file is for the logo of the account, set with \`updateAccount\`: ${logo}.`,
  MARKETPLACE_LOGO: `The file is for the logo of the marketplace, set with \`updateMarketplace\` by operators: ${logo}.`,
});

const RequestUploadInput = builder.inputType('RequestUploadInput', {
  description: 'The announced file. The uploaded bytes must match it exactly.',
  fields: (t) => ({
    fileName: t.string({
      required: true,
      description: `Name of the file; at most ${limits.files.nameCharacters} characters.`,
    }),
    mediaType: t.string({ required: true, description: `Media type of the file: ${mediaTypes.join(', ')}.` }),
    sizeBytes: t.int({
      required: true,
      description: `Size of the file in bytes; at most ${limits.files.bytes}, of ${pdfType} ${limits.files.documentBytes}. The image of an ad has at most ${limits.files.adImageBytes}, and a larger still image is scaled down to ${limits.files.reduced.sidePixels} pixels.`,
    }),
    sha256: t.string({ required: true, description: 'The SHA-256 of its bytes, in 64 hexadecimal digits.' }),
    purpose: t.field({
      type: FilePurposeEnum,
      description:
        'Use of the file, which has limits of its own; CONTENT if left out. It cannot be used in another way.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('requestUpload', (t) =>
  t.field({
    type: UploadTargetType,
    description: `Requests the URL for an upload. A file that is not used is removed after ${limits.files.unusedHours} hours. For signed-in people and holders of a setup link.`,
    errors: {
      types: [...actorRefusals, ScopeMissing, OperatorRequired, InputInvalid, RateLimited, TooManyUploads],
      union: { name: 'RequestUploadResult', description: 'Result of `requestUpload`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: RequestUploadInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (_root, { input }, context) => {
      const { app, viewer } = context;
      const { fileName: name, purpose: chosen, idempotencyKey: _, ...file } = input;
      const purpose = chosen ?? 'CONTENT';
      const id = await runOnce(
        context,
        'requestUpload',
        input,
        async (inside) => (await requestUpload(inside, viewer, { name, purpose, ...file })).id,
      );
      return requireResult(app.db.file.findFirst({ where: { id, ...uploaderOf(viewer, purpose) } }));
    },
  }),
);
