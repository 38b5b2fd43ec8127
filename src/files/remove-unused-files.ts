import type { BackgroundTask } from '../platform/background-tasks.ts';
import { later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { forEachDue } from '../platform/due-items.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** Returns the files among these that a feature uses; each feature reports its own. */
export type FileUse = (tx: Tx, fileIds: readonly string[]) => Promise<readonly string[]>;

/** The task that removes unused files. It is not urgent and runs at an interval. */
export const fileTasks = (app: AppServices, uses: readonly FileUse[]): readonly BackgroundTask[] => [
  {
    name: 'unused-files',
    kind: 'service',
    run: () => removeUnusedFiles(app, uses),
    maxPauseMs: tuning.files.cleanupMs,
  },
];

/**
 * Removes unused files and abandoned uploads after their retention, and returns their number. The next call completes an
 * interrupted removal.
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
      // Delete the bytes first: a row without bytes is found again, bytes without a row would remain for ever.
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
 * Marks a file for removal, after which it can be neither used nor read. If a transaction is claiming the file, this waits
 * for its lock and then finds the use; a transaction that claims a file locked here waits and then finds it removed.
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
