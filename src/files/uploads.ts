/** Uploads: an upload is requested, then its bytes are received, checked, and stored completely or not at all. */

import { createHash } from 'node:crypto';
import { AccountRefused, requireOrderActor, requirePersonActor } from '../access/actor.ts';
import { unfinishedOrdersOf } from '../access/open-orders.ts';
import { requireOperator } from '../access/operator-access.ts';
import { requirePerson } from '../access/scopes.ts';
import { isSuspended, operatorAccountOf, type Viewer } from '../access/viewer.ts';
import type { File, FilePurpose, FileStatus } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { later, minuteMs } from '../platform/clock.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import { lockName } from '../platform/lock-name.ts';
import { textProblem } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';
import { type Content, readContent } from './content.ts';
import { unusedUntil } from './file.ts';
import { TooManyUploads, UploadRefused } from './file-refusals.ts';
import { detectImage, heicAdvice, heicTypes } from './image.ts';
import { purposeLimits } from './purposes.ts';

/** Announcement of an upload, which the bytes must match exactly. */
export interface UploadRequest {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
  readonly purpose: FilePurpose;
}

/**
 * Opens an upload: a file whose bytes are accepted for a limited time.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, OperatorRequired, RateLimited, InputInvalid, TooManyUploads
 */
export async function requestUpload(app: AppServices, viewer: Viewer, request: UploadRequest): Promise<File> {
  const uploader = uploaderOf(viewer, request.purpose);
  if (uploader.accountId !== null && isSuspended(viewer, uploader.accountId))
    await requireUnfinishedOrder(app, uploader.accountId);
  const key = `uploads:${uploader.accountId ?? uploader.orderId}`;
  await app.rateLimiter.consume('uploads', key);
  const problems = problemsOf(request);
  if (problems.length > 0) throw new InputInvalid(problems);
  const { name, mediaType, sizeBytes, sha256, purpose } = request;
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
        purpose,
        name,
        mediaType,
        sizeBytes,
        sha256: sha256.toLowerCase(),
      },
    });
  });
}

/** The columns of a file with its uploader: an account, or the order of a setup link. @throws NotSignedIn, ScopeMissing, AccountRefused, OperatorRequired */
export function uploaderOf(viewer: Viewer, purpose: FilePurpose): Pick<File, 'accountId' | 'orderId'> {
  if (purpose === 'MARKETPLACE_LOGO')
    return { accountId: operatorAccountOf(requireOperator(viewer)) ?? null, orderId: null };
  if (purpose === 'ACCOUNT_LOGO')
    return { accountId: requirePersonActor(requirePerson(viewer)).accountId, orderId: null };
  if (viewer.kind === 'setup-link') return { accountId: null, orderId: viewer.orderId };
  return { accountId: requireOrderActor(viewer, 'requestUpload').accountId, orderId: null };
}

/** Refuses an upload of a suspended account that has no order to finish. @throws AccountRefused */
async function requireUnfinishedOrder({ db }: AppServices, accountId: string): Promise<void> {
  const order = await db.order.findFirst({ where: unfinishedOrdersOf(accountId), select: { id: true } });
  if (!order) throw new AccountRefused('ACCOUNT_SUSPENDED');
}

function problemsOf({ name, mediaType, sizeBytes, sha256, purpose }: UploadRequest): InputProblem[] {
  const { mediaTypes, maxBytesOf } = purposeLimits[purpose];
  const problems: InputProblem[] = [];
  const nameProblem = textProblem(name, limits.files.nameCharacters);
  if (nameProblem) problems.push({ field: 'fileName', message: nameProblem });
  if (!mediaTypes.includes(mediaType))
    problems.push({
      field: 'mediaType',
      message: heicTypes.includes(mediaType) ? heicAdvice : `must be one of ${mediaTypes.join(', ')}`,
    });
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
  const content = await checkBytes(request, bytes);
  if (!(await move(app, id, { from: 'AWAITING_UPLOAD', to: 'STORING' }))) {
    await findOpenUpload(app, id);
    throw new Error(`The upload ${id} could neither be taken nor refused`);
  }
  try {
    await app.storage.put(id, content.bytes, content.mediaType);
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

/** The content to store. @throws UploadRefused unless the bytes are what was announced */
async function checkBytes(request: Omit<UploadRequest, 'name'>, bytes: Buffer): Promise<Content> {
  if (bytes.length !== request.sizeBytes)
    throw new UploadRefused(
      'SIZE_MISMATCH',
      `The upload must have ${request.sizeBytes} bytes; ${bytes.length} were received.`,
    );
  if (sha256Of(bytes) !== request.sha256) throw new UploadRefused('HASH_MISMATCH');
  const content = await readContent(bytes);
  if (content.mediaType !== request.mediaType)
    throw new UploadRefused(
      'MEDIA_TYPE_MISMATCH',
      `The upload must be ${request.mediaType}; the bytes are ${content.mediaType}.`,
    );
  refuseLargeSides(content, purposeLimits[request.purpose].maxSidePixels);
  return content;
}

/** @throws UploadRefused for an image that is too large for its purpose */
function refuseLargeSides(content: Content, maxSidePixels: number): void {
  if (!('width' in content) || Math.max(content.width, content.height) <= maxSidePixels) return;
  throw new UploadRefused(
    'IMAGE_TOO_LARGE',
    `The image must have at most ${maxSidePixels} pixels on each side; it has ${content.width} × ${content.height}.`,
  );
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
    data: { status: to, ...(content && columnsOf(content)), ...(to === 'STORED' ? { deleteAt: unusedUntil(at) } : {}) },
  });
  return count === 1;
}

/** The columns that describe the stored content. The bytes can differ from those that were announced. */
const columnsOf = ({ bytes, ...content }: Content) => ({
  ...content,
  sizeBytes: bytes.length,
  sha256: sha256Of(bytes),
});

/** Uploads the image of an ad from a form in one call. @throws as `requestUpload`, and UploadRefused */
export async function uploadAdImage(
  app: AppServices,
  viewer: Viewer,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<File> {
  const { mediaType } = detectImage(bytes);
  const max = limits.files.adImageBytes;
  if (bytes.length > max) throw new InputInvalid([{ field: 'sizeBytes', message: `must be at most ${max}` }]);
  const request = { name, mediaType, sizeBytes: bytes.length, sha256: sha256Of(bytes), purpose: 'CONTENT' as const };
  return storeBytes(app, await requestUpload(app, viewer, request), bytes);
}
