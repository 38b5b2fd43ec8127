/** The codes of the refusals of the running operation, for its line in the log. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Refusal } from '../platform/errors.ts';

// The errors plugin, which turns refusals into results, has no access to the context of the operation.
const refusalCodes = new AsyncLocalStorage<string[]>();

/** Adds the code of a refusal to the list of the running operation. Other errors are ignored. */
export function recordRefusal(error: Error): void {
  if (error instanceof Refusal) refusalCodes.getStore()?.push(error.code);
}

/** Runs an operation; the codes of its refusals are added to `codes`. */
export const withRefusalLog = <Result>(codes: string[], run: () => Result): Result => refusalCodes.run(codes, run);
