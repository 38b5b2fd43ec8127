/** A stream that sleeps until it is woken, and that ends at once when its reader leaves, also while it sleeps. */
export interface WakeSignal {
  /** Resolves when the stream is woken, at once if that happened since the last sleep, or after `ms` if given. */
  wait(ms?: number): Promise<void>;
  wake(): void;
  /** Whether the reader has left. */
  readonly isClosed: () => boolean;
}

/** Makes a stream of `run`, which sleeps through its `sleeper` and returns once that `isOver`. */
export function createStream<Event>(
  run: (sleeper: WakeSignal) => AsyncGenerator<Event, void, undefined>,
): AsyncIterableIterator<Event> {
  let isAwake = false;
  let isOver = false;
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
  const events = run({ wait, wake, isClosed: () => isOver });
  // A generator's own return waits until the generator gives its next event: one that sleeps has to be woken first.
  const leave = () => {
    isOver = true;
    wake();
  };
  return {
    next: () => events.next(),
    return: () => {
      leave();
      return events.return();
    },
    throw: (error: unknown) => {
      leave();
      return events.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
