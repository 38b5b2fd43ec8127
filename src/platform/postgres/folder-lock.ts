import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupError } from '../errors.ts';

export interface FolderLock {
  release(): void;
}

/**
 * Locks a folder (created if missing) against all other holders on this machine, also in this process.
 *
 * The lock is a file lock of the operating system, taken through the SQLite of Node. The system releases it when the
 * process ends, even in a crash: there are no stale locks, and of two processes that start at the same time one wins. The
 * process id is stored beside the lock, only for the message.
 * @throws StartupError with the folder and the process id of the holder, if the folder is locked
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const holderFile = join(folder, 'lock-holder.json');
  // No other code may open lock.sqlite in this process: closing a second handle would release the lock.
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StartupError(
      `The database folder ${folder} is in use by ${readHolder(holderFile)}. ` +
        'An embedded database serves one process. Stop that process, set DATA_DIR to another folder, ' +
        'or set DATABASE_URL to use a PostgreSQL server.',
    );
  }
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return { release: () => lock.close() };
}

function isBusy(error: unknown): boolean {
  // 5 is SQLITE_BUSY. The upper bytes hold its variants.
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

function readHolder(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string };
    return `process ${pid}${pid === process.pid ? ' (this one)' : ''}, running since ${since}`;
  } catch {
    return 'a process that is just starting';
  }
}
