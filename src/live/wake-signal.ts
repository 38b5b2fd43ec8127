/** Lets a stream wait until it is woken. The stream ends as soon as its reader leaves, also while it waits. */
export interface WakeSignal {
  /** Resolves when the stream is woken, immediately if that happened since the last wait, or after `ms` if given. */
  wait(ms?: number): Promise<void>;
  wake(): void;
  /** True once the reader has left. */
  readonly isClosed: () => boolean;
}

/** Makes a stream of `run`, which waits through its signal and returns once the signal is closed. */
export function createStream<Event>(
  run: (signal: WakeSignal) => AsyncGenerator<Event, void, undefined>,
): AsyncIterableIterator<Event> {
  let isAwake = false;
  let isClosed = false;
  let resume: (() => void) | undefined;
  const wake = () => {
    isAwake = true;
    resume?.();
  };
  const wait = async (ms?: number) => {
    if (!isAwake) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        resume = resolve;
        if (ms !== undefined) timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
      resume = undefined;
    }
    isAwake = false;
  };
  const events = run({ wait, wake, isClosed: () => isClosed });
  // The return of a generator takes effect only at its next yield: a generator that waits has to be woken first.
  const close = () => {
    isClosed = true;
    wake();
  };
  return {
    next: () => events.next(),
    return: () => {
      close();
      return events.return();
    },
    throw: (error: unknown) => {
      close();
      return events.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
