import type { BackgroundTask } from '../platform/background-tasks.ts';
import { later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { forEachDue } from '../platform/due-items.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** Which of these files something refers to: each feature that uses files answers for itself. */
export type FileUse = (tx: Tx, fileIds: readonly string[]) => Promise<readonly string[]>;

/** The task that removes unused files. Nobody waits for it, so it only looks from time to time. */
export const fileTasks = (app: AppServices, uses: readonly FileUse[]): readonly BackgroundTask[] => [
  {
    name: 'unused-files',
    kind: 'service',
    run: () => removeUnusedFiles(app, uses),
    maxPauseMs: tuning.files.cleanupMs,
  },
];

/**
 * Removes the files that nothing uses and the uploads whose bytes never came, once their time is over, and returns the
 * number of those that were removed. A removal that was interrupted is completed by the next call.
 */
export const removeUnusedFiles = (app: AppServices, uses: readonly FileUse[]): Promise<number> =>
  forEachDue({
    name: 'file removal',
    log: app.log,
    find: async (limit) => {
      const files = await app.db.file.findMany({
        where: { deleteAt: { lte: app.clock.now() } },
        orderBy: { deleteAt: 'asc' },
        take: limit,
        select: { id: true },
      });
      return files.map(({ id }) => ({ fileId: id }));
    },
    handle: async ({ fileId: id }) => {
      if (!(await releaseFile(app, uses, id))) return false;
      // The bytes first: a row without bytes is found again, bytes without a row would stay for ever.
      await app.storage.delete(id);
      await app.db.file.deleteMany({ where: { id, status: 'DELETING' } });
      return true;
    },
    reschedule: ({ fileId: id }) =>
      app.db.file.updateMany({
        where: { id, deleteAt: { not: null } },
        data: { deleteAt: later(app.clock.now(), tuning.files.retryMs) },
      }),
  });

/**
 * Decides whether a file is removed; from then on it can be neither used nor read. A file that is just being put to use
 * is locked: this waits for it and then finds the use. Whoever wants to use a file that is locked here waits and then
 * finds it removed.
 */
function releaseFile(app: AppServices, uses: readonly FileUse[], id: string): Promise<boolean> {
  return app.db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<unknown[]>`
      select 1 from file where id = ${id}::uuid and remove_at <= ${app.clock.now()} for update`;
    if (due.length === 0) return false;
    for (const findUsed of uses) {
      if ((await findUsed(tx, [id])).length === 0) continue;
      await tx.file.update({ where: { id }, data: { deleteAt: null } });
      return false;
    }
    await tx.file.update({ where: { id }, data: { status: 'DELETING' } });
    return true;
  });
}
