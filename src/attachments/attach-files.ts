/** The files that go with entries of the timeline: proof, drafts and evidence with steps, whatever is sent with messages. */
import { filesToAttach } from '../access/file-access.ts';
import { imageTypes } from '../files/image.ts';
import { takeFiles } from '../files/replace-files.ts';
import type { TimelinePosition } from '../orders/timeline/timeline.ts';
import type { Tx } from '../platform/db.ts';
import { type OrderStep, orderRow } from '../process/order.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';

/**
 * Takes what a step was given as files into use, for good: an entry never changes.
 * @throws InputInvalid for a file that is another's, is in use, or has not come
 */
const attachFiles: RunEffect = async (_app, tx, { entry: { type, orderId, number, actorId }, input }) => {
  // Effects run for steps alone, and a step's entry carries its name.
  for (const [field, { kind }] of Object.entries(orderRow(type as OrderStep).input ?? {})) {
    // Parsed by the engine.
    const fileIds = kind === 'files' ? ((input[field] ?? []) as readonly string[]) : [];
    if (fileIds.length === 0 || !actorId) continue;
    await attach(tx, { fileIds, field, mediaTypes: imageTypes, accountId: actorId, entry: { orderId, number } });
  }
  return undefined;
};

export interface AttachmentRequest {
  readonly fileIds: readonly string[];
  /** The field of the input that names them. */
  readonly field: string;
  readonly mediaTypes: readonly string[];
  /** Who has uploaded them. */
  readonly accountId: string;
  readonly entry: TimelinePosition;
}

/** Takes files into use with an entry, in its transaction. @throws InputInvalid */
export async function attach(
  tx: Tx,
  { fileIds, field, mediaTypes, accountId, entry }: AttachmentRequest,
): Promise<void> {
  await takeFiles(tx, { taken: fileIds, field, mayTake: filesToAttach(accountId), mediaTypes });
  await tx.entryFile.createMany({ data: fileIds.map((fileId) => ({ ...entry, fileId })) });
}

/** Lets go of the files of an entry whose words were taken back; they are removed with the next sweep. */
export async function detachAll(tx: Tx, entry: TimelinePosition, at: Date): Promise<void> {
  const where = { orderId: entry.orderId, number: entry.number };
  const files = await tx.entryFile.findMany({ where, select: { fileId: true } });
  if (files.length === 0) return;
  await tx.entryFile.deleteMany({ where });
  await tx.file.updateMany({ where: { id: { in: files.map(({ fileId }) => fileId) } }, data: { deleteAt: at } });
}

export const attachmentEffects = { attachFiles } satisfies Partial<Effects>;

/** Which of these files go with entries. */
export async function filesOfEntries(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const attachments = await tx.entryFile.findMany({
    where: { fileId: { in: [...fileIds] } },
    select: { fileId: true },
  });
  return attachments.map(({ fileId }) => fileId);
}
