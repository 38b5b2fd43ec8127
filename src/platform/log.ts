import { pino } from 'pino';
import { currentRequestId } from './request-id.ts';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'> & {
  /** The same log, with fields that each of its lines has. */
  child(fields: Record<string, unknown>): Log;
};

/**
 * The process's log: one JSON object a line, on standard output.
 * What is logged is chosen field by field where it happens; as a second net, credentials are struck out here.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    // Each line of a request has its id, which a client finds in the extensions of an internal error.
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
    redact: {
      paths: ['token', 'code', 'authorization', '*.token', '*.code', '*.authorization'],
      censor: '(struck out)',
    },
  });
}
