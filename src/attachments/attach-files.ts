/** Files of timeline entries: proof, drafts and evidence of steps, and attachments of messages. */
import { filesToAttach } from '../access/file-access.ts';
import { imageTypes } from '../files/image.ts';
import { takeFiles } from '../files/replace-files.ts';
import type { TimelinePosition } from '../orders/timeline/timeline.ts';
import type { Tx } from '../platform/db.ts';
import { type OrderStep, orderRow } from '../process/order.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';

/**
 * Claims the files of a step permanently, because an entry never changes.
 * @throws InputInvalid for a file of another uploader, a file in use, or an incomplete upload
 */
const attachFiles: RunEffect = async (_app, tx, { entry: { type, orderId, number, actorId, at }, input }) => {
  // Effects run only for steps, and the entry of a step has its name.
  for (const [field, { kind }] of Object.entries(orderRow(type as OrderStep).input ?? {})) {
    // The engine has parsed it.
    const fileIds = kind === 'files' ? ((input[field] ?? []) as readonly string[]) : [];
    if (fileIds.length === 0 || !actorId) continue;
    await attach(tx, { fileIds, field, mediaTypes: imageTypes, accountId: actorId, entry: { orderId, number }, at });
  }
  return undefined;
};

export interface AttachmentRequest {
  readonly fileIds: readonly string[];
  /** The input field that names the files. */
  readonly field: string;
  readonly mediaTypes: readonly string[];
  /** The uploader of the files. */
  readonly accountId: string;
  readonly entry: TimelinePosition;
  readonly at: Date;
}

/** Claims files for an entry in its transaction. @throws InputInvalid */
export async function attach(
  tx: Tx,
  { fileIds, field, mediaTypes, accountId, entry, at }: AttachmentRequest,
): Promise<void> {
  await takeFiles(tx, { taken: fileIds, field, mayTake: filesToAttach(accountId), mediaTypes, at });
  await tx.entryFile.createMany({ data: fileIds.map((fileId) => ({ ...entry, fileId })) });
}

/** Releases the files of a deleted message; the removal task deletes them. */
export async function detachAll(tx: Tx, entry: TimelinePosition, at: Date): Promise<void> {
  const where = { orderId: entry.orderId, number: entry.number };
  const files = await tx.entryFile.findMany({ where, select: { fileId: true } });
  if (files.length === 0) return;
  await tx.entryFile.deleteMany({ where });
  await tx.file.updateMany({ where: { id: { in: files.map(({ fileId }) => fileId) } }, data: { deleteAt: at } });
}

export const attachmentEffects = { attachFiles } satisfies Partial<Effects>;

/** Returns the files among these that entries use. */
export async function filesOfEntries(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const attachments = await tx.entryFile.findMany({
    where: { fileId: { in: [...fileIds] } },
    select: { fileId: true },
  });
  return attachments.map(({ fileId }) => fileId);
}
