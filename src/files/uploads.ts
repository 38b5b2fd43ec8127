/** Uploads: an upload is requested, then its bytes are received, checked, and stored completely or not at all. */

import { createHash } from 'node:crypto';
import { AccountRefused, requireOrderActor } from '../access/actor.ts';
import { unfinishedOrdersOf } from '../access/open-orders.ts';
import { isSuspended, type Viewer } from '../access/viewer.ts';
import type { File, FileStatus } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { later, minuteMs } from '../platform/clock.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import { lockName } from '../platform/lock-name.ts';
import { textProblem } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';
import { type Content, maxBytesOf, mediaTypes, readContent } from './content.ts';
import { unusedUntil } from './file.ts';
import { TooManyUploads, UploadRefused } from './file-refusals.ts';
import { readImage } from './image.ts';

/** Announcement of an upload, which the bytes must match exactly. */
export interface UploadRequest {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Opens an upload: a file whose bytes are accepted for a limited time.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, RateLimited, InputInvalid, TooManyUploads
 */
export async function requestUpload(app: AppServices, viewer: Viewer, request: UploadRequest): Promise<File> {
  const uploader =
    viewer.kind === 'setup-link'
      ? { accountId: null, orderId: viewer.orderId }
      : { accountId: requireOrderActor(viewer, 'requestUpload').accountId, orderId: null };
  if (uploader.accountId !== null && isSuspended(viewer, uploader.accountId))
    await requireUnfinishedOrder(app, uploader.accountId);
  const key = `uploads:${uploader.accountId ?? uploader.orderId}`;
  await app.rateLimiter.consume('uploads', key);
  const problems = problemsOf(request);
  if (problems.length > 0) throw new InputInvalid(problems);
  const { name, mediaType, sizeBytes, sha256 } = request;
  const createdAt = app.clock.now();
  const expiresAt = later(createdAt, limits.files.uploadMinutes * minuteMs);
  return app.db.$transaction(async (tx) => {
    // Concurrent requests of one uploader wait for each other here, so that together they respect the limit.
    await lockName(tx, key);
    const unused = await tx.file.count({ where: { ...uploader, deleteAt: { not: null } } });
    if (unused >= limits.files.unusedPerUploader) throw new TooManyUploads();
    const times = { createdAt, expiresAt, deleteAt: later(expiresAt, limits.files.uploadMinutes * minuteMs) };
    return tx.file.create({
      data: {
        ...uploader,
        ...times,
        status: 'AWAITING_UPLOAD',
        name,
        mediaType,
        sizeBytes,
        sha256: sha256.toLowerCase(),
      },
    });
  });
}

/** Refuses an upload of a suspended account that has no order to finish. @throws AccountRefused */
async function requireUnfinishedOrder({ db }: AppServices, accountId: string): Promise<void> {
  const order = await db.order.findFirst({ where: unfinishedOrdersOf(accountId), select: { id: true } });
  if (!order) throw new AccountRefused('ACCOUNT_SUSPENDED');
}

function problemsOf({ name, mediaType, sizeBytes, sha256 }: UploadRequest): InputProblem[] {
  const problems: InputProblem[] = [];
  const nameProblem = textProblem(name, limits.files.nameCharacters);
  if (nameProblem) problems.push({ field: 'fileName', message: nameProblem });
  if (!mediaTypes.includes(mediaType))
    problems.push({ field: 'mediaType', message: `must be one of ${mediaTypes.join(', ')}` });
  if (sizeBytes < 1 || sizeBytes > maxBytesOf(mediaType))
    problems.push({ field: 'sizeBytes', message: `must be from 1 to ${maxBytesOf(mediaType)}; it is ${sizeBytes}` });
  if (!/^[0-9a-f]{64}$/i.test(sha256)) problems.push({ field: 'sha256', message: 'must be 64 hexadecimal digits' });
  return problems;
}

/** The open upload with this id. @throws UploadRefused */
export async function findOpenUpload(app: AppServices, id: string): Promise<File> {
  const file = await app.db.file.findUnique({ where: { id } });
  if (!file) throw new UploadRefused('UPLOAD_NOT_FOUND');
  const { status } = file;
  if (status === 'STORING' || status === 'STORED') throw new UploadRefused('UPLOAD_COMPLETE');
  if (status === 'DELETING' || file.expiresAt <= app.clock.now()) throw new UploadRefused('UPLOAD_EXPIRED');
  return file;
}

/**
 * Stores the bytes of an upload; of several concurrent calls one succeeds. The file cannot be read or used before, and a
 * failure leaves the upload unchanged.
 * @throws UploadRefused
 */
export async function storeBytes(app: AppServices, { id, ...request }: File, bytes: Buffer): Promise<File> {
  const content = checkBytes(request, bytes);
  if (!(await move(app, id, { from: 'AWAITING_UPLOAD', to: 'STORING' }))) {
    await findOpenUpload(app, id);
    throw new Error(`The upload ${id} could neither be taken nor refused`);
  }
  try {
    await app.storage.put(id, bytes, content.mediaType);
  } catch (error) {
    await app.storage.delete(id).catch(() => undefined);
    await move(app, id, { from: 'STORING', to: 'AWAITING_UPLOAD' });
    throw error;
  }
  if (!(await move(app, id, { from: 'STORING', to: 'STORED', content }))) {
    // The upload expired in the meantime.
    await app.storage.delete(id);
    throw new UploadRefused('UPLOAD_EXPIRED', 'Storing the file took too long. Request a new upload.');
  }
  return app.db.file.findUniqueOrThrow({ where: { id } });
}

/** @throws UploadRefused unless the bytes are what was announced */
function checkBytes(request: Omit<UploadRequest, 'name'>, bytes: Buffer): Content {
  if (bytes.length !== request.sizeBytes)
    throw new UploadRefused(
      'SIZE_MISMATCH',
      `The upload must have ${request.sizeBytes} bytes; ${bytes.length} were received.`,
    );
  if (sha256Of(bytes) !== request.sha256) throw new UploadRefused('HASH_MISMATCH');
  const content = readContent(bytes);
  if (content.mediaType !== request.mediaType)
    throw new UploadRefused(
      'MEDIA_TYPE_MISMATCH',
      `The upload must be ${request.mediaType}; the bytes are ${content.mediaType}.`,
    );
  return content;
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Move {
  readonly from: FileStatus;
  readonly to: FileStatus;
  /** Content detected in the bytes. */
  readonly content?: Content;
}

/** Changes the status of a file in one statement; false if it had another status or has expired. */
async function move(app: AppServices, id: string, { from, to, content }: Move): Promise<boolean> {
  const at = app.clock.now();
  const { count } = await app.db.file.updateMany({
    where: { id, status: from, ...(from === 'AWAITING_UPLOAD' ? { expiresAt: { gt: at } } : {}) },
    data: { status: to, ...content, ...(to === 'STORED' ? { deleteAt: unusedUntil(at) } : {}) },
  });
  return count === 1;
}

/** Uploads a file from a form in one call. @throws as `requestUpload`, and UploadRefused */
export async function uploadWhole(
  app: AppServices,
  viewer: Viewer,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<File> {
  const { mediaType } = readImage(bytes);
  const request = { name, mediaType, sizeBytes: bytes.length, sha256: sha256Of(bytes) };
  return storeBytes(app, await requestUpload(app, viewer, request), bytes);
}
