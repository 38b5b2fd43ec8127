/** Where the bytes of files lie: in a folder, or in an S3-compatible service. */
import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config, S3Settings } from '../config.ts';

/** Bytes by key. A key may be in the middle of being written: what may be read is known from the database. */
export interface Storage {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** @throws if nothing lies there */
  get(key: string): Promise<Uint8Array>;
  /** Removes what lies there; nothing to remove is fine. */
  delete(key: string): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
}

const connectMs = 5_000;
const answerMs = 15_000;

/** The storage that is configured, or the part of it whose keys begin so; nothing is opened before it is used. */
export function openStorage({ dataDir, s3 }: Pick<Config, 'dataDir' | 's3'>, prefix = ''): Storage {
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
  // Large, and needed only here.
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new Disk(
    new S3Driver({
      bucket,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Services beside Amazon's have neither a host name for each bucket, nor ACLs, nor the newest checksums.
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      supportsACL: false,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
      visibility: 'private',
    }),
  );
}
