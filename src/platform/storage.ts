/** Storage of the bytes of files: a folder, or an S3-compatible service. */
import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { tuning } from '../tuning.ts';

/** The bucket of Amazon S3, or of a compatible service, that holds the files. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Absent: Amazon S3 itself. */
  readonly endpoint: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Without `s3`, files are stored in the folder `files` below `dataDir`. */
export interface StorageSettings {
  readonly dataDir: string;
  readonly s3: S3Settings | undefined;
}

/** Bytes by key. A key may be incomplete while it is written; the database knows which keys may be read. */
export interface Storage {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** @throws if the key does not exist */
  get(key: string): Promise<Uint8Array>;
  /** Deletes a key; does nothing if it does not exist. */
  delete(key: string): Promise<void>;
  /** Deletes all keys. */
  clear(): Promise<void>;
}

/** Opens the configured storage when it is first used. All keys get the prefix. */
export function openStorage({ dataDir, s3 }: StorageSettings, prefix = ''): Storage {
  let opened: Promise<Disk> | undefined;
  const disk = () => {
    opened ??= s3 ? openS3(s3) : Promise.resolve(openFolder(join(dataDir, 'files')));
    return opened;
  };
  return {
    put: async (key, bytes, mediaType) => (await disk()).put(`${prefix}${key}`, bytes, { contentType: mediaType }),
    get: async (key) => (await disk()).getBytes(`${prefix}${key}`),
    delete: async (key) => (await disk()).delete(`${prefix}${key}`),
    clear: async () => (await disk()).deleteAll(prefix),
  };
}

const openFolder = (location: string) => new Disk(new FSDriver({ location, visibility: 'private' }));

async function openS3({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Settings): Promise<Disk> {
  const { connectTimeoutMs, requestTimeoutMs } = tuning.storage;
  // Large, and needed only here.
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new Disk(
    new S3Driver({
      bucket,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Other services than Amazon's have no host name for each bucket, no ACLs and no newer checksums.
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      supportsACL: false,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: connectTimeoutMs,
        requestTimeout: requestTimeoutMs,
        throwOnRequestTimeout: true,
      },
      visibility: 'private',
    }),
  );
}
