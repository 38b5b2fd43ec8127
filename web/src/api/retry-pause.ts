/** The pause before the next attempt to connect. */

const firstPauseMs = 500;
const maxPauseMs = 30_000;

/**
 * Waits before attempt number `retries` + 1: twice as long as before the last one, at most 30 s, with jitter, so that many
 * clients do not come back at the same time. It ends early when the browser is online again, or the page is visible again.
 */
export async function pauseBeforeRetry(retries: number): Promise<void> {
  const maxMs = Math.min(maxPauseMs, firstPauseMs * 2 ** retries);
  const pauseMs = maxMs * (0.5 + Math.random() / 2);
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      document.removeEventListener('visibilitychange', endIfVisible);
      resolve();
    };
    const endIfVisible = () => {
      if (document.visibilityState === 'visible') end();
    };
    const timer = setTimeout(end, pauseMs);
    addEventListener('online', end);
    document.addEventListener('visibilitychange', endIfVisible);
  });
}
