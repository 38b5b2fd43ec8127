import { pino } from 'pino';
import { currentRequestId } from './request-id.ts';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'> & {
  /** The same log with fields that are added to each line. */
  child(fields: Record<string, unknown>): Log;
};

/**
 * The log of the process: one JSON object per line, on standard output. Callers choose each field that they log; as a
 * second safeguard, credentials are redacted here.
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
      censor: '(redacted)',
    },
  });
}
