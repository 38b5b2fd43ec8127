/** Work that is done again and again. */
export interface Interval {
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Does `work` again and again, with a pause between the end of one and the beginning of the next. */
export function runEvery(work: () => Promise<unknown>, pauseMs: number, onError: (error: unknown) => void): Interval {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const later = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = work().catch(onError).finally(later);
    }, pauseMs);
  };
  return {
    start: later,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
