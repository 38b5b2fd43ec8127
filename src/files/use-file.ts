import type { File, Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { type FileStatus, unusedUntil } from './file.ts';

export interface FileExchange {
  /** The file that comes into use, and the field of the input that names it. */
  readonly taken: string | undefined;
  readonly field: string;
  /** The file that was in use there before. */
  readonly left: string | null;
  /** Which files may be taken, as data. */
  readonly mayTake: Prisma.FileWhereInput;
  /** Which kinds of files the use takes. */
  readonly mediaTypes: readonly string[];
  readonly at: Date;
}

/**
 * Takes a file into use in the place of another, in the transaction of what refers to it. Both stay locked until it
 * ends, so that neither is removed meanwhile; the one that was left is removed later, unless something uses it then.
 * @throws InputInvalid
 */
export async function exchangeFiles(tx: Tx, exchange: FileExchange): Promise<File | null> {
  const { taken, field, left, mayTake, mediaTypes, at } = exchange;
  const ids = [taken, left].filter((id) => typeof id === 'string');
  if (ids.length > 0)
    await tx.$queryRaw`select 1 from file where id = any(${ids}::uuid[]) order by id for no key update`;
  if (left && left !== taken) await tx.file.update({ where: { id: left }, data: { removeAt: unusedUntil(at) } });
  if (!taken) return null;
  const invalid = (message: string) => new InputInvalid([{ field, message }]);
  const file = await tx.file.findFirst({
    where: { AND: [{ id: taken, status: { not: gone } }, taken === left ? {} : mayTake] },
  });
  if (!file) throw invalid('must be the id of a file that you have uploaded for this, and that no other uses');
  if (file.status !== stored)
    throw invalid('is a file whose bytes have not come: send them to the address of its upload');
  if (!mediaTypes.includes(file.mediaType))
    throw invalid(`must be one of ${mediaTypes.join(', ')}; it is ${file.mediaType}`);
  await tx.file.update({ where: { id: file.id }, data: { removeAt: null } });
  return file;
}

const stored: FileStatus = 'STORED';
const gone: FileStatus = 'REMOVING';
