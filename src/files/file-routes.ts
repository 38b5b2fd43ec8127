import type { IncomingMessage } from 'node:http';
import type { File } from '../generated/prisma/client.ts';
import { callerAddress } from '../http/caller-address.ts';
import { type HttpResponse, json, type ReadBytes, type Route } from '../http/route.ts';
import type { AppServices } from '../services/services.ts';
import { fileIdIn, filesPath, fileUrl, uploadsPath } from './addresses.ts';
import { endingOf } from './content.ts';
import { FileNotFound, UploadRefused } from './file-refusals.ts';
import { isImageType } from './image.ts';
import { findOpenUpload, storeBytes } from './uploads.ts';

/** `PUT /uploads/…` receives the bytes of an upload; `GET /files/…` serves a file. The URL is the authorization. */
export const fileRoutes = (app: AppServices): Route[] => [
  { path: uploadsPath, put: (read, request, url) => takeUpload(app, read, { request, url }) },
  { path: filesPath, get: (request, url) => sendFile(app, request, url) },
];

async function takeUpload(
  app: AppServices,
  read: ReadBytes,
  { request, url }: { request: IncomingMessage; url: URL },
): Promise<HttpResponse> {
  await app.rateLimiter.consume('operations', callerAddress(app.config, request));
  const id = fileIdIn(app.config, uploadsPath, url);
  if (!id) throw new UploadRefused('UPLOAD_NOT_FOUND', 'Upload not found. Send the bytes to `url` unchanged.');
  const upload = await findOpenUpload(app, id);
  const file = await storeBytes(app, upload, await read(upload.sizeBytes));
  const { mediaType, sizeBytes, width, height } = file;
  return json(201, { url: fileUrl(app.config, file), mediaType, sizeBytes, width, height });
}

/** Images are shown inline; other files are downloaded under their original name. */
function dispositionOf({ id, name, mediaType }: File): string {
  const plain = `filename="${id}${endingOf(mediaType)}"`;
  if (isImageType(mediaType)) return `inline; ${plain}`;
  return `attachment; ${plain}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, hexOf)}`;
}

/** RFC 5987 requires escaping a few more characters than URLs do. */
const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** A file never changes, so clients may cache it. It is served only with its detected media type. */
async function sendFile(app: AppServices, request: IncomingMessage, url: URL): Promise<HttpResponse> {
  const id = fileIdIn(app.config, filesPath, url);
  const file = id ? await app.db.file.findFirst({ where: { id, status: 'STORED' } }) : null;
  if (!file) throw new FileNotFound();
  const { mediaType, sha256 } = file;
  const etag = `"${sha256}"`;
  const headers = {
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': dispositionOf(file),
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (request.headers['if-none-match'] === etag) return { status: 304, type: mediaType, body: '', headers };
  return { status: 200, type: mediaType, body: await app.storage.get(file.id), headers };
}
