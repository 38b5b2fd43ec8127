import { storedFiles } from '../access/file-access.ts';
import type { File, Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { unusedUntil } from './file.ts';

export interface FileReplacement {
  /** The file that is claimed, and the input field that names it. */
  readonly taken: string | undefined;
  readonly field: string;
  /** The file that was used there before. */
  readonly left: string | null;
  /** Access condition for the files that may be claimed. */
  readonly mayTake: Prisma.FileWhereInput;
  /** Media types that the use accepts. */
  readonly mediaTypes: readonly string[];
  readonly at: Date;
}

/**
 * Claims a file in place of another, in the transaction of the row that refers to it. Both stay locked until it ends, so
 * that neither is removed concurrently; the released file is removed later, unless it is used again.
 * @throws InputInvalid
 */
export async function replaceFiles(tx: Tx, exchange: FileReplacement): Promise<File | null> {
  const { taken, field, left, mayTake, mediaTypes, at } = exchange;
  await lockFiles(
    tx,
    [taken, left].filter((id) => typeof id === 'string'),
  );
  if (left && left !== taken) await tx.file.update({ where: { id: left }, data: { deleteAt: unusedUntil(at) } });
  return taken ? takeFile(tx, taken, { field, mayTake: taken === left ? {} : mayTake, mediaTypes, at }) : null;
}

/**
 * Claims files that are not used yet.
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

type Use = Pick<FileReplacement, 'field' | 'mayTake' | 'mediaTypes' | 'at'>;

/** Locks files in the order of their ids to avoid deadlocks. */
async function lockFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx.$queryRaw`select 1 from file where id = any(${ids}::uuid[]) order by id for no key update`;
}

async function takeFile(tx: Tx, id: string, { field, mayTake, mediaTypes, at }: Use): Promise<File> {
  const invalid = (message: string) => new InputInvalid([{ field, message }]);
  const file = await tx.file.findFirst({
    where: { AND: [{ id }, { OR: [storedFiles(at), { status: { in: ['AWAITING_UPLOAD', 'STORING'] } }] }, mayTake] },
  });
  if (!file) throw invalid('must be the id of a file that you uploaded for this purpose and that is not in use');
  if (file.status !== 'STORED')
    throw invalid('must be a complete upload; send its bytes to the `url` of the upload first');
  if (!mediaTypes.includes(file.mediaType))
    throw invalid(`must be one of ${mediaTypes.join(', ')}; it is ${file.mediaType}`);
  await tx.file.update({ where: { id }, data: { deleteAt: null } });
  return file;
}
