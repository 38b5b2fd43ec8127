import type { IncomingMessage } from 'node:http';
import { publicFiles, storedFiles } from '../access/file-access.ts';
import type { File } from '../generated/prisma/client.ts';
import { rateLimitKeyOf } from '../http/caller-address.ts';
import { type HttpResponse, json, type ReadBytes, type Route } from '../http/route.ts';
import { limits } from '../limits.ts';
import type { AppServices } from '../services/services.ts';
import { fileIdIn, filesPath, fileUrl, uploadsPath } from './addresses.ts';
import { endingOf } from './content.ts';
import { fileNameOf } from './file-name.ts';
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
  await app.rateLimiter.consume('operations', rateLimitKeyOf(app.config, request));
  const id = fileIdIn(app.config, uploadsPath, url);
  if (!id) throw new UploadRefused('UPLOAD_NOT_FOUND', 'Upload not found. Send the bytes to `url` unchanged.');
  const upload = await findOpenUpload(app, id);
  const file = await storeBytes(app, upload, await read(upload.sizeBytes));
  const { mediaType, sizeBytes, width, height } = file;
  return json(201, { url: fileUrl(app.config, file), mediaType, sizeBytes, width, height });
}

/** Images are shown inline; other files are downloaded under their name. */
function dispositionOf(file: File): string {
  const { id, mediaType } = file;
  const plain = `filename="${id}${endingOf(mediaType)}"`;
  if (isImageType(mediaType)) return `inline; ${plain}`;
  return `attachment; ${plain}; filename*=UTF-8''${encodeURIComponent(fileNameOf(file)).replace(/['()*]/g, hexOf)}`;
}

/** RFC 5987 requires escaping a few more characters than URLs do. */
const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * A file never changes. Shared caches store only what anonymous visitors see: other files are read by few people, and are gone
 * when they are deleted.
 */
async function cacheControlOf({ clock, db }: AppServices, { id }: File): Promise<string> {
  const isPublic = (await db.file.count({ where: { AND: [{ id }, publicFiles(clock.now())] } })) > 0;
  return isPublic ? 'public, max-age=31536000, immutable' : `private, max-age=${limits.files.privateCacheSeconds}`;
}

/** Serves a file, only with its detected media type. */
async function sendFile(app: AppServices, request: IncomingMessage, url: URL): Promise<HttpResponse> {
  const id = fileIdIn(app.config, filesPath, url);
  const file = id ? await app.db.file.findFirst({ where: { AND: [{ id }, storedFiles(app.clock.now())] } }) : null;
  if (!file) throw new FileNotFound();
  const { mediaType, sha256 } = file;
  const etag = `"${sha256}"`;
  const headers = {
    etag,
    'cache-control': await cacheControlOf(app, file),
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': dispositionOf(file),
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (request.headers['if-none-match'] === etag) return { status: 304, type: mediaType, body: '', headers };
  return { status: 200, type: mediaType, body: await app.storage.get(file.id), headers };
}
