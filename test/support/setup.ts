import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Output on console.error is a fault that no code has handled. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, 'console.error was called').toEqual([]);
  vi.mocked(console.error).mockRestore();
});
