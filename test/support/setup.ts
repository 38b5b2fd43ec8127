import { afterEach, beforeEach, expect, vi } from 'vitest';

/** What a program says on console.error is a fault that nobody handled. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, 'console.error was called').toEqual([]);
  vi.mocked(console.error).mockRestore();
});
