/** Logos: images that were uploaded to be the logo of an account or of the marketplace, each used once. */
import { logosOf } from '../access/file-access.ts';
import type { FilePurpose } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { imageTypes } from './image.ts';
import { replaceFiles } from './replace-files.ts';

export interface LogoReplacement {
  /** The file that becomes the logo; null to remove the logo. */
  readonly fileId: string | null;
  /** The file that is the logo now. */
  readonly currentId: string | null;
  readonly purpose: Exclude<FilePurpose, 'CONTENT'>;
  /** The account that has uploaded the file. */
  readonly accountId: string;
  readonly at: Date;
}

/**
 * Claims a logo in place of the current one, in the transaction of the row that refers to it. The file of the current one is
 * deleted later.
 * @throws InputInvalid
 */
export async function replaceLogo(
  tx: Tx,
  { fileId, currentId, purpose, accountId, at }: LogoReplacement,
): Promise<string | null> {
  const file = await replaceFiles(tx, {
    ...{ taken: fileId ?? undefined, left: currentId, field: 'logoFileId', at },
    ...{ mayTake: logosOf({ accountId, purpose }), mediaTypes: imageTypes },
  });
  return file?.id ?? null;
}
