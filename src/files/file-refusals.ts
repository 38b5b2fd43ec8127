import { limits } from '../limits.ts';
import { Refusal } from '../platform/errors.ts';

/** The HTTP status that says the same. */
const statuses = {
  UPLOAD_NOT_FOUND: 404,
  UPLOAD_EXPIRED: 410,
  UPLOAD_COMPLETE: 409,
  SIZE_MISMATCH: 422,
  HASH_MISMATCH: 422,
  MEDIA_TYPE_UNKNOWN: 415,
  MEDIA_TYPE_MISMATCH: 415,
  IMAGE_MALFORMED: 422,
  IMAGE_TOO_LARGE: 422,
  DOCUMENT_MALFORMED: 422,
} as const;

/** The bytes are not taken: they are not what was announced, nothing that we take, or come too late. */
export class UploadRefused extends Refusal {
  readonly status: number;
  constructor(code: keyof typeof statuses, message: string) {
    super(message, code, 'CORRECTABLE');
    this.status = statuses[code];
  }
}

/** Too many files of this uploader wait for their bytes, or for being used. */
export class TooManyUploads extends Refusal {
  constructor() {
    super(
      `You have ${limits.files.unusedPerUploader} uploads that are not in use yet, which is the most there can be. Use them, or wait: what nothing uses is removed after ${limits.files.unusedHours} hours.`,
      'TOO_MANY_UPLOADS',
      'RETRYABLE',
    );
  }
}
