/** The files that go with steps: proof, drafts, evidence. */
import { filesToAttach } from '../access/file-access.ts';
import { imageTypes } from '../files/image.ts';
import { takeFiles } from '../files/use-file.ts';
import type { Effect, Effects } from '../orders/world.ts';
import type { Tx } from '../platform/db.ts';
import { type OrderStep, orderRow } from '../process/order.ts';

/**
 * Takes what a step was given as files into use, for good: an entry never changes.
 * @throws InputInvalid for a file that is another's, is in use, or has not come
 */
const attachFiles: Effect = async (tx, { entry: { type, orderId, number, actorId }, input }) => {
  // Effects run for steps alone, and a step's entry carries its name.
  for (const [field, { kind }] of Object.entries(orderRow(type as OrderStep).input ?? {})) {
    // Parsed by the engine.
    const taken = kind === 'files' ? ((input[field] ?? []) as readonly string[]) : [];
    if (taken.length === 0 || !actorId) continue;
    await takeFiles(tx, { taken, field, mayTake: filesToAttach(actorId), mediaTypes: imageTypes });
    await tx.entryFile.createMany({ data: taken.map((fileId) => ({ fileId, orderId, number })) });
  }
  return undefined;
};

export const attachmentEffects = { attachFiles } satisfies Partial<Effects>;

/** Which of these files go with steps. */
export async function filesOfEntries(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const found = await tx.entryFile.findMany({ where: { fileId: { in: [...fileIds] } }, select: { fileId: true } });
  return found.map(({ fileId }) => fileId);
}
