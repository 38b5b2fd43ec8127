/** Makes something of each event. Its end is passed on at once, also while an event is waited for; a generator would wait for the event. */
export function mapEvents<Event, Result>(
  source: AsyncIterable<Event>,
  map: (event: Event) => Promise<Result>,
): AsyncIterableIterator<Result> {
  const events = source[Symbol.asyncIterator]();
  const over = { done: true, value: undefined } as const;
  return {
    next: async () => {
      const { done, value } = await events.next();
      return done ? over : { done: false, value: await map(value) };
    },
    return: async () => {
      await events.return?.();
      return over;
    },
    throw: async (error: unknown) => {
      await events.throw?.(error);
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
