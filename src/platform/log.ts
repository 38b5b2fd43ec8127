import { pino } from 'pino';

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
    redact: {
      paths: ['token', 'code', 'authorization', '*.token', '*.code', '*.authorization'],
      censor: '(struck out)',
    },
  });
}
