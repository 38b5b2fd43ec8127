/** The wait of docs/live-updates.md, with a clock of its own: no server runs in this process. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DocumentedClient, documentedClient } from '../support/documented-client.ts';

let documented: DocumentedClient;

beforeAll(async () => {
  documented = await documentedClient();
});

describe('the documented wait before an attempt to connect', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** Starts to wait; the returned function says if the wait has ended. */
  const startWait = (attempt: number): (() => boolean) => {
    let hasEnded = false;
    void documented.retryWait(attempt).then(() => {
      hasEnded = true;
    });
    return () => hasEnded;
  };

  test.each([
    { attempt: 0, minMs: 250, maxMs: 500 },
    { attempt: 3, minMs: 2_000, maxMs: 4_000 },
    { attempt: 6, minMs: 15_000, maxMs: 30_000 },
    { attempt: 5_000, minMs: 15_000, maxMs: 30_000 },
  ])('of attempt $attempt takes $minMs to $maxMs ms', async ({ attempt, minMs, maxMs }) => {
    const hasEnded = startWait(attempt);

    await vi.advanceTimersByTimeAsync(minMs - 1);
    expect(hasEnded()).toBe(false);
    await vi.advanceTimersByTimeAsync(maxMs - minMs + 1);
    expect(hasEnded()).toBe(true);
  });

  test.each(['online', 'visibilitychange'])('ends with the event %s of the browser', async (event) => {
    const browser = new EventTarget();
    const addEventListener = browser.addEventListener.bind(browser);
    vi.stubGlobal('addEventListener', addEventListener);
    vi.stubGlobal('document', { addEventListener, hidden: false });
    const hasEnded = startWait(10);

    browser.dispatchEvent(new Event(event));
    await vi.advanceTimersByTimeAsync(0);

    expect(hasEnded()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
