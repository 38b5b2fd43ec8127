import { limits } from '../limits.ts';
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusal, defineRefusalGroup, notFound } from '../platform/errors.ts';

export const FileNotFound = notFound('File');

const newUpload = 'Request a new upload with `requestUpload`.';
const exportAgain = 'Export the file again, and request a new upload for it.';

/** The bytes of an upload are rejected, and nothing is stored. */
export const UploadRefused = defineRefusalGroup('UploadRefused', {
  description: 'The bytes of the upload were rejected; nothing was stored.',
  codes: defineErrors({
    UPLOAD_NOT_FOUND: {
      recovery: 'CORRECTABLE',
      message: 'Upload not found. Request a new one.',
      description: 'The address is not that of an upload, or its upload was removed.',
      remedy: `Send the bytes to \`url\` unchanged. ${newUpload}`,
      httpStatus: 404,
    },
    UPLOAD_EXPIRED: {
      recovery: 'CORRECTABLE',
      message: 'The upload has expired. Request a new one.',
      description: 'The bytes were not sent within the time that an upload is open.',
      remedy: newUpload,
      httpStatus: 410,
    },
    UPLOAD_COMPLETE: {
      recovery: 'CORRECTABLE',
      message: 'The upload is already complete. Its bytes cannot be replaced.',
      description: 'The bytes of this upload were already sent.',
      remedy: `Use the file, or replace it by another. ${newUpload}`,
      httpStatus: 409,
    },
    SIZE_MISMATCH: {
      recovery: 'CORRECTABLE',
      message: 'The number of bytes differs from `sizeBytes`.',
      description: 'The number of bytes differs from the `sizeBytes` of the upload.',
      remedy: 'Send all bytes of the file, or request an upload with the right size.',
      httpStatus: 422,
    },
    HASH_MISMATCH: {
      recovery: 'CORRECTABLE',
      message: 'The SHA-256 of the bytes differs from `sha256`.',
      description: 'The SHA-256 of the bytes differs from the `sha256` of the upload.',
      remedy: 'Send the file unchanged, or request an upload with the right hash.',
      httpStatus: 422,
    },
    MEDIA_TYPE_UNKNOWN: {
      recovery: 'CORRECTABLE',
      message: 'The bytes are not of a supported media type.',
      description: 'The bytes are not of a supported media type.',
      remedy: 'Convert the file to a supported type, and request a new upload for it.',
      httpStatus: 415,
    },
    MEDIA_TYPE_MISMATCH: {
      recovery: 'CORRECTABLE',
      message: 'The bytes are of another media type than `mediaType`.',
      description: 'The bytes are of another media type than the `mediaType` of the upload.',
      remedy: 'Request an upload with the right media type.',
      httpStatus: 415,
    },
    IMAGE_MALFORMED: {
      recovery: 'CORRECTABLE',
      message: 'The image is malformed.',
      description: 'The image is truncated, or no decoder of its media type can read it.',
      remedy: exportAgain,
      httpStatus: 422,
    },
    IMAGE_TOO_LARGE: {
      recovery: 'CORRECTABLE',
      message: 'The image has too many pixels or frames.',
      description: 'The image has more pixels or frames than are allowed.',
      remedy: 'Scale the image down, and request a new upload for it.',
      httpStatus: 422,
    },
    DOCUMENT_MALFORMED: {
      recovery: 'CORRECTABLE',
      message: 'The PDF is malformed.',
      description: 'The document does not have the structure of its media type.',
      remedy: exportAgain,
      httpStatus: 422,
    },
  }),
});

export const TooManyUploads = defineRefusal('TooManyUploads', {
  code: 'TOO_MANY_UPLOADS',
  recovery: 'RETRYABLE',
  message: `You have ${limits.files.unusedPerUploader} unused uploads, the highest number allowed. Use some of them, or wait: unused files are removed after ${limits.files.unusedHours} hours.`,
  description: 'The uploader has too many files that are not in use yet.',
  remedy: 'Use the files, or wait until unused ones are removed.',
});
