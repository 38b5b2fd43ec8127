/** Clients as other programs use them: fetch for HTTP and server-sent events, the graphql-ws client for sockets. */
import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import { waitLimitMs } from './wait.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape the operation decides.
export type Data = any;

export interface Answer {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly { message: string; path?: unknown; extensions?: Record<string, unknown> }[] | undefined;
}

export interface ApiClient {
  readonly url: string;
  readonly token: string | undefined;
  /** Sends an operation and returns the answer, whatever it is. */
  send(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Sends an operation that must succeed: throws if the answer has errors. Returns its data. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Follows a subscription over WebSocket; `more` is sent with it, e.g. the id of a registered operation. */
  follow(query: string, variables?: Record<string, unknown>, more?: Record<string, unknown>): Subscriber;
  /** Follows a subscription over server-sent events. */
  followSse(query: string, variables?: Record<string, unknown>, more?: Record<string, unknown>): Subscriber;
  /** A separate graphql-ws client; the test must dispose of it. */
  socket(): Client;
}

/** `account`: the global id of the account for which a person acts. */
export function apiClient(url: string, token?: string, { account }: { account?: string } = {}): ApiClient {
  const credentials = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(account ? { 'placard-account': account } : {}),
  };
  const headers = { 'content-type': 'application/json', ...credentials };
  const endpoint = `${url}/graphql`;
  const send = async (query: string, variables?: Record<string, unknown>): Promise<Answer> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data; errors?: Answer['errors'] };
    return { status: response.status, data: body.data, errors: body.errors };
  };
  const socket = () =>
    createClient({
      url: endpoint.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      ...(token ? { connectionParams: credentials } : {}),
    });
  return {
    url,
    token,
    send,
    ask: async (query, variables) => {
      const { data, errors } = await send(query, variables);
      if (errors) throw new Error(`The API answered with errors: ${JSON.stringify(errors)}`);
      return data;
    },
    socket,
    follow: (query, variables, more) =>
      subscriber((sink) => {
        const client = socket();
        const stop = client.subscribe<Data>(
          { query, ...(variables ? { variables } : {}), ...more },
          { next: sink.next, error: sink.fail, complete: sink.end },
        );
        return () => {
          stop();
          void client.dispose();
        };
      }),
    followSse: (query, variables, more) =>
      subscriber((sink) => {
        const abort = new AbortController();
        readSse(
          endpoint,
          { ...headers, accept: 'text/event-stream' },
          JSON.stringify({ query, variables, ...more }),
          abort.signal,
          sink,
        ).catch((error: unknown) => {
          if (!abort.signal.aborted) sink.fail(error);
        });
        return () => abort.abort();
      }),
  };
}

interface Sink {
  next(result: ExecutionResult<Data>): void;
  fail(error: unknown): void;
  end(): void;
}

async function readSse(
  endpoint: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
  sink: Sink,
): Promise<void> {
  const response = await fetch(endpoint, { method: 'POST', headers, body, signal });
  if (!response.body) throw new Error('There is no stream');
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const event = lines
        .find((line) => line.startsWith('event:'))
        ?.slice(6)
        .trim();
      const data = lines
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim())
        .join('');
      if (event === 'next') sink.next(JSON.parse(data) as ExecutionResult<Data>);
      if (event === 'complete') return sink.end();
    }
  }
  sink.end();
}

/** Keeps every result of a subscription, and waits for the next ones: no test has to sleep. */
export interface Subscriber {
  /** The results that have come so far. */
  readonly results: readonly ExecutionResult<Data>[];
  /** The next result that was not taken yet. */
  next(): Promise<Data>;
  /** The next result that was not taken yet, or undefined if none comes within this time. For a client that gives up. */
  nextWithin(ms: number): Promise<Data | undefined>;
  /** Takes results until one fulfils the condition, and returns all of them. */
  until(condition: (data: Data) => boolean): Promise<Data[]>;
  /** Fails if a result comes within this time. */
  expectNothing(forMs?: number): Promise<void>;
  /** Resolves when the stream was ended by the server or failed. */
  readonly ended: Promise<void>;
  stop(): void;
}

const lastOf = (results: readonly object[]): string => JSON.stringify(results.at(-1) ?? null).slice(0, 500);

function subscriber(start: (sink: Sink) => () => void): Subscriber {
  const results: ExecutionResult<Data>[] = [];
  let takenCount = 0;
  let failure: unknown;
  let hasEnded = false;
  const waiting = new Set<() => void>();
  const notify = () => {
    for (const wake of [...waiting]) wake();
  };
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const stop = start({
    next: (result) => {
      results.push(result);
      notify();
    },
    fail: (error) => {
      failure = error;
      hasEnded = true;
      end();
      notify();
    },
    end: () => {
      hasEnded = true;
      end();
      notify();
    },
  });
  const change = (withinMs: number) =>
    new Promise<boolean>((resolve) => {
      const done = (came: boolean) => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve(came);
      };
      const wake = () => done(true);
      const timer = setTimeout(() => done(false), withinMs);
      waiting.add(wake);
    });
  const nextWithin = async (withinMs: number): Promise<Data | undefined> => {
    const deadline = performance.now() + withinMs;
    while (takenCount >= results.length) {
      if (failure)
        throw failure instanceof Error ? failure : new Error(`The stream failed: ${JSON.stringify(failure)}`);
      if (hasEnded) throw new Error('The stream has ended');
      if (!(await change(deadline - performance.now())) && takenCount >= results.length) return undefined;
    }
    const result = results[takenCount++];
    if (result?.errors) throw new Error(`The stream brought errors: ${JSON.stringify(result.errors)}`);
    return result?.data;
  };
  const next = async (): Promise<Data> => {
    const data = await nextWithin(waitLimitMs);
    if (data === undefined)
      throw new Error(`No result ${results.length + 1} came within ${waitLimitMs} ms; the last: ${lastOf(results)}`);
    return data;
  };
  return {
    results,
    next,
    nextWithin,
    until: async (condition) => {
      const all: Data[] = [];
      do all.push(await next());
      while (!condition(all.at(-1)));
      return all;
    },
    expectNothing: async (forMs = 300) => {
      if (takenCount < results.length || ((await change(forMs)) && takenCount < results.length))
        throw new Error(`Something came: ${JSON.stringify(results[takenCount])}`);
    },
    ended,
    stop,
  };
}
