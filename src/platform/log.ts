import { type DestinationStream, type LoggerOptions, pino } from 'pino';
import { shortenLogged } from './log-fields.ts';
import { currentRequestId } from './request-id.ts';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'> & {
  /** The same log with fields that are added to each line. */
  child(fields: Record<string, unknown>): Log;
};

/**
 * The log of the process: one JSON object per line, on standard output. Callers choose each field that they log; as a
 * second safeguard, credentials are redacted and long texts are cut here.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    hooks: {
      logMethod(parts, write) {
        // Texts and objects, as they came.
        write.apply(this, parts.map(shortenLogged) as typeof parts);
      },
    },
    // Errors have been serialized with the other fields.
    serializers: { err: (err) => err },
    // Each line of a request has its id, which a client finds in the extensions of an internal error.
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
    redact: {
      paths: ['token', 'code', 'authorization', '*.token', '*.code', '*.authorization'],
      censor: '(redacted)',
    },
  };
  return pino(options, destination);
}
