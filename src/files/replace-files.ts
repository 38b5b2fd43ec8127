import type { File, Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { unusedUntil } from './file.ts';

export interface FileReplacement {
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
export async function replaceFiles(tx: Tx, exchange: FileReplacement): Promise<File | null> {
  const { taken, field, left, mayTake, mediaTypes, at } = exchange;
  await lockFiles(
    tx,
    [taken, left].filter((id) => typeof id === 'string'),
  );
  if (left && left !== taken) await tx.file.update({ where: { id: left }, data: { deleteAt: unusedUntil(at) } });
  return taken ? takeFile(tx, taken, { field, mayTake: taken === left ? {} : mayTake, mediaTypes }) : null;
}

/**
 * Takes files into use that nothing used before, likewise.
 * @throws InputInvalid
 */
export async function takeFiles(
  tx: Tx,
  { taken, ...use }: Use & { readonly taken: readonly string[] },
): Promise<readonly File[]> {
  await lockFiles(tx, taken);
  const files: File[] = [];
  for (const id of taken) files.push(await takeFile(tx, id, use));
  return files;
}

type Use = Pick<FileReplacement, 'field' | 'mayTake' | 'mediaTypes'>;

/** In the order of their ids, so that two who want the same files do not wait for each other. */
async function lockFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx.$queryRaw`select 1 from file where id = any(${ids}::uuid[]) order by id for no key update`;
}

async function takeFile(tx: Tx, id: string, { field, mayTake, mediaTypes }: Use): Promise<File> {
  const invalid = (message: string) => new InputInvalid([{ field, message }]);
  const file = await tx.file.findFirst({
    where: { AND: [{ id, status: { not: 'DELETING' } }, mayTake] },
  });
  if (!file) throw invalid('must be the id of a file that you uploaded for this purpose and that is not in use');
  if (file.status !== 'STORED')
    throw invalid('must be a complete upload; send its bytes to the `url` of the upload first');
  if (!mediaTypes.includes(file.mediaType))
    throw invalid(`must be one of ${mediaTypes.join(', ')}; it is ${file.mediaType}`);
  await tx.file.update({ where: { id }, data: { deleteAt: null } });
  return file;
}
