import { actorRefusals } from '../access/actor.ts';
import { visibleFiles } from '../access/file-access.ts';
import { ScopeMissing } from '../access/scopes.ts';
import type { File } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, RateLimited } from '../platform/errors.ts';
import { fileUrl, uploadUrl } from './addresses.ts';
import { mediaTypes } from './content.ts';
import { TooManyUploads } from './file-refusals.ts';
import { pdfType } from './pdf.ts';
import { requestUpload } from './uploads.ts';

export const FileType = builder.prismaObject('File', {
  fields: (t) => ({
    url: t.string({
      description: 'Public URL of the file. Neither the URL nor the content behind it ever changes.',
      resolve: (file, _args, { app }) => fileUrl(app.config, file),
    }),
    name: t.exposeString('name'),
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
    app.db.file.findMany({ where: { AND: [{ id: { in: ids } }, visibleFiles(viewer)] } }),
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
      description: `Size of the file in bytes; at most ${limits.files.bytes}, of ${pdfType} ${limits.files.documentBytes}.`,
    }),
    sha256: t.string({ required: true, description: 'The SHA-256 of its bytes, in 64 hexadecimal digits.' }),
  }),
});

builder.mutationField('requestUpload', (t) =>
  t.field({
    type: UploadTargetType,
    description: `Requests the URL for an upload. A file that is not used is removed after ${limits.files.unusedHours} hours. For signed-in people and holders of a setup link.`,
    errors: {
      types: [...actorRefusals, ScopeMissing, InputInvalid, RateLimited, TooManyUploads],
      union: { name: 'RequestUploadResult', description: 'Result of `requestUpload`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: RequestUploadInput, required: true, description: 'The input of the mutation.' }) },
    resolve: (_root, { input: { fileName, ...request } }, { app, viewer }) =>
      requestUpload(app, viewer, { name: fileName, ...request }),
  }),
);
