import { later, minuteMs } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import type { FileStatus } from './file.ts';

/** Which of these files something refers to: each feature that uses files answers for itself. */
export type FileUse = (tx: Tx, fileIds: readonly string[]) => Promise<readonly string[]>;

const batchSize = 100;
const retryMs = 10 * minuteMs;

/**
 * Removes the files that nothing uses and the uploads whose bytes never came, once their time is over; two instances
 * may do this at once, and one that dies is followed by the next. Returns how many were removed.
 */
export async function removeUnusedFiles(app: AppServices, uses: readonly FileUse[]): Promise<number> {
  let removed = 0;
  for (const id of await giveUpUnused(app, uses)) {
    try {
      // The bytes first: a row without bytes is looked at again, bytes without a row would stay for ever.
      await app.storage.delete(id);
      await app.db.file.deleteMany({ where: { id, status: removing } });
      removed += 1;
    } catch (error) {
      app.log.error({ err: error, fileId: id }, 'a file could not be removed');
      const deleteAt = later(app.clock.now(), retryMs);
      await app.db.file.updateMany({ where: { id, status: removing }, data: { deleteAt } });
    }
  }
  return removed;
}

/**
 * Decides which files go; from then on none of them can be used or read. A file that is just being taken into use is
 * locked by whoever takes it, and passed by here. Once it is locked here, whoever wants it waits and then finds it gone.
 */
function giveUpUnused(app: AppServices, uses: readonly FileUse[]): Promise<readonly string[]> {
  return app.db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      select id from file where remove_at <= ${app.clock.now()} order by remove_at limit ${batchSize} for update skip locked`;
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return [];
    // Asked after they were locked: what is found now holds until the end.
    const used = new Set<string>();
    for (const use of uses) for (const id of await use(tx, ids)) used.add(id);
    const unused = ids.filter((id) => !used.has(id));
    await tx.file.updateMany({ where: { id: { in: [...used] } }, data: { deleteAt: null } });
    await tx.file.updateMany({ where: { id: { in: unused } }, data: { status: removing } });
    return unused;
  });
}

const removing: FileStatus = 'REMOVING';
