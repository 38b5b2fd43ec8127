/**
 * Maps each event of a stream. The end of the reader is passed on immediately, also while an event is awaited; an async
 * generator would wait for the event first.
 */
export function mapEvents<Event, Result>(
  source: AsyncIterable<Event>,
  map: (event: Event) => Promise<Result>,
): AsyncIterableIterator<Result> {
  const events = source[Symbol.asyncIterator]();
  const end = { done: true, value: undefined } as const;
  return {
    next: async () => {
      const { done, value } = await events.next();
      return done ? end : { done: false, value: await map(value) };
    },
    return: async () => {
      await events.return?.();
      return end;
    },
    throw: async (error: unknown) => {
      await events.throw?.(error);
      return end;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
