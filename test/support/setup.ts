import { afterEach, beforeEach, expect, vi } from 'vitest';
import { limits } from '../../src/limits.ts';
import { tuning } from '../../src/tuning.ts';
import { waitLimitMs } from './wait.ts';

// On a busy machine everything takes long, and nothing has failed because of it. A test of a limit sets it itself.
Object.assign(limits, { operationMs: waitLimitMs });
Object.assign(tuning.database, {
  connectionTimeoutMs: waitLimitMs,
  statementTimeoutMs: waitLimitMs,
  transactionTimeoutMs: waitLimitMs,
});

/** Output on console.error is a fault that no code has handled. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, 'console.error was called').toEqual([]);
  vi.mocked(console.error).mockRestore();
});
