/** Counting the statements of an operation. */
import type { TestServer } from './server.ts';

const attempts = 5;

/**
 * Counts the statements that an operation sends: the fewest of several attempts, because the counter of a server includes
 * the statements of background tasks. The operation must be repeatable.
 */
export async function countStatements({ app }: TestServer, operation: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = app.database.statements();
    await operation();
    counts.push(app.database.statements() - before);
  }
  return Math.min(...counts);
}
