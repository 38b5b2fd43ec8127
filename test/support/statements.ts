/** Counting the statements of an operation. */
import { setTimeout as wait } from 'node:timers/promises';
import type { TestServer } from './server.ts';

const attempts = 5;
const quietMs = 100;
const maxWaits = 50;

/**
 * Counts the statements that an operation sends: the fewest of several attempts, each begun when the server is quiet, because
 * the counter of a server includes the statements of background tasks. The operation must be repeatable.
 */
export async function countStatements({ app }: TestServer, operation: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await quietCount(app.database.statements);
    await operation();
    counts.push(app.database.statements() - before);
  }
  return Math.min(...counts);
}

/** The counter once it has not moved for a moment. A server that is never quiet is not waited for any longer. */
async function quietCount(statements: () => number): Promise<number> {
  for (let waits = 0; waits < maxWaits; waits += 1) {
    const before = statements();
    await wait(quietMs);
    if (statements() === before) break;
  }
  return statements();
}
