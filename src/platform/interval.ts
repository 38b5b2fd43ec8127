/** Work that is done again and again. */
export interface Repeat {
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Does `work` again and again, with a pause between the end of one and the beginning of the next. */
export function repeat(work: () => Promise<unknown>, pauseMs: number, onError: (error: unknown) => void): Repeat {
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
