import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupError } from '../errors.ts';

/** A folder held by this process; `release` gives it back. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder (made if missing) for one holder, in this process or any other on this machine.
 * Refused at once with a StartupError that names the folder and the holder's pid.
 *
 * The lock is the operating system's own lock on a file, reached through SQLite, which Node brings
 * along. The system drops it when the holder dies, however it dies: no stale lock, no guessing from
 * a pid that something else may have by now, and of two that start at one instant one wins.
 * The pid is written beside it for the message only.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const holderFile = join(folder, 'lock-holder.json');
  // Nothing else may open lock.sqlite in this process: closing a second handle would drop the lock.
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StartupError(
      `The database folder ${folder} is in use by ${readHolder(holderFile)}. ` +
        'An embedded database can serve one process only: stop that one, set DATA_DIR to another folder, ' +
        'or set DATABASE_URL to use a PostgreSQL server.',
    );
  }
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return { release: () => lock.close() };
}

function isBusy(error: unknown): boolean {
  // 5 is SQLITE_BUSY; the upper bytes hold its variants.
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

function readHolder(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string };
    return `process ${pid}${pid === process.pid ? ' (this one)' : ''}, running since ${since}`;
  } catch {
    return 'a process that has only just started';
  }
}
