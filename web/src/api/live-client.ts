/** The live connection of the page: one WebSocket for all subscriptions, which resume after a lost connection. */

import { type Client, createClient, type FormattedExecutionResult, type Sink } from 'graphql-ws';
import { basePath } from './base-path.ts';
import { chosenAccount } from './request-headers.ts';
import { pauseBeforeRetry } from './retry-pause.ts';

export type ConnectionStatus = 'idle' | 'connected' | 'lost';

/** A subscription as it is sent: by its id, with its variables. */
export interface SubscriptionRequest {
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

type Result = FormattedExecutionResult<Record<string, unknown>, unknown>;

export interface LiveClient {
  /**
   * Follows a subscription. If it has the variable `after`, it resumes from the cursor of its last event: each event comes
   * once and in order, also across lost connections. Returns the function that stops it.
   */
  follow(request: SubscriptionRequest, sink: Sink<Result>): () => void;
  readonly status: ConnectionStatus;
  /** Calls `listener` when the status changes. Returns the function that stops it. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

const closeCodes = { normal: 1000, unauthorized: 4401, forbidden: 4403 } as const;
/** A page that follows nothing for this time closes the connection. */
const idleMs = 5_000;

/** Makes the connection. It is opened with the first subscription. `onSessionEnded` is called when the session has ended. */
export function createLiveClient({ onSessionEnded }: { readonly onSessionEnded: () => void }): LiveClient {
  let status: ConnectionStatus = 'idle';
  const listeners = new Set<() => void>();
  const setStatus = (next: ConnectionStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };
  const client = createClient({
    url: () => `${location.origin.replace(/^http/, 'ws')}${basePath}/graphql`,
    lazy: true,
    lazyCloseTimeout: idleMs,
    connectionParams: () => {
      const account = chosenAccount();
      return account ? { 'placard-account': account } : {};
    },
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: pauseBeforeRetry,
    shouldRetry: (event) => !isRefused(event),
    on: {
      connected: () => setStatus('connected'),
      closed: (event) => setStatus(codeOf(event) === closeCodes.normal ? 'idle' : 'lost'),
    },
  });
  return {
    follow: (request, sink) => follow(client, request, { sink, onSessionEnded }),
    get status() {
      return status;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => void client.dispose(),
  };
}

const codeOf = (event: unknown): number | undefined => (event as { readonly code?: number }).code;

/** True if the server does not accept the session, so that another attempt is useless. */
function isRefused(cause: unknown): boolean {
  if (Array.isArray(cause)) return cause.some(({ extensions }) => extensions?.code === 'SESSION_ENDED');
  const code = codeOf(cause);
  return code === closeCodes.forbidden || code === closeCodes.unauthorized;
}

function follow(
  client: Client,
  request: SubscriptionRequest,
  { sink, onSessionEnded }: { readonly sink: Sink<Result>; readonly onSessionEnded: () => void },
): () => void {
  let after = request.variables?.['after'];
  const results = collectResults(sink.next);
  const payload = {
    // The server runs the document with the id in the extensions; the library requires a text.
    query: '',
    extensions: { ...request.extensions },
    variables: {
      ...request.variables,
      // The operation is serialised again for each connection, which reads the newest cursor.
      get after() {
        return after;
      },
    },
  };
  const stop = client.subscribe<Record<string, unknown>>(payload, {
    next: (result) => {
      // A subscription has one field.
      const [event] = Object.values(result.data ?? {}) as [{ cursor?: string; code?: string } | undefined];
      after = event?.cursor ?? after;
      if (event?.code === 'SESSION_ENDED') onSessionEnded();
      else results.add(result);
    },
    error: (error) => {
      results.passOn();
      if (isRefused(error)) onSessionEnded();
      else sink.error(error);
    },
    complete: () => {
      results.passOn();
      sink.complete();
    },
  });
  return () => {
    results.stop();
    stop();
  };
}

/** Results that arrive within this time after another are passed on together: each change of the page takes a while. */
const collectingMs = 100;

/** Passes the first result on immediately, and those that follow closely together, so that a busy chat leaves time for typing. */
function collectResults(next: (result: Result) => void) {
  let waiting: Result[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passOn = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    const results = waiting;
    waiting = [];
    timer = setTimeout(passOn, collectingMs);
    for (const result of results) next(result);
  };
  return {
    add: (result: Result) => {
      waiting.push(result);
      if (timer === undefined) passOn();
    },
    passOn,
    stop: () => {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
