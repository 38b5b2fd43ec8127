/** An id for each request, so that an error in a response can be found in the log. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomId } from './secrets.ts';

const requestIds = new AsyncLocalStorage<string>();

/** Runs the work of one request, or of one message on a socket, under a new id. */
export function withRequestId<Result>(run: (id: string) => Result): Result {
  const id = randomId();
  return requestIds.run(id, () => run(id));
}

/** The id of the request that is running; undefined in work that no request caused. */
export const currentRequestId = (): string | undefined => requestIds.getStore();
