/** The client of the bench, which talks to either server. */
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Call, type PushedEvent, type Target, timelineSubscription } from './scenarios.ts';

/** The headers of a call. */
export const headersOf = ({ token, body }: Call): Record<string, string> => ({
  ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  accept: 'application/json',
  // What shows an ad to a robot does not count it.
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
});

/** Makes a call and gives back the body. @throws if it was not answered with 200 */
export async function send(url: string, call: Call): Promise<string> {
  const response = await fetch(`${url}${call.path}`, {
    method: call.method,
    headers: headersOf(call),
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${call.method} ${call.path} answered ${response.status}: ${body}`);
  return body;
}

/** One socket of one person; it follows any number of orders. */
export interface Follower {
  /** Calls `onEvent` for every entry after the cursor, and for whatever comes. */
  follow(orderId: string, after: string, onEvent: (event: PushedEvent) => void): void;
  close(): void;
}

export interface FollowerOptions {
  readonly url: string;
  readonly token: string;
  readonly onError: (error: unknown) => void;
}

/** Opens a socket to either server, each in its own protocol. */
export const openFollower = (target: Target, options: FollowerOptions): Follower =>
  target === 'placard' ? followGraphql(options) : followBaseline(options);

function followGraphql({ url, token, onError }: FollowerOptions): Follower {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  return {
    follow: (orderId, after, onEvent) => {
      client.subscribe<{ orderTimeline: PushedEvent }>(
        { query: timelineSubscription, variables: { orderId, after } },
        {
          next: ({ data, errors }) => (data ? onEvent(data.orderTimeline) : onError(errors)),
          error: onError,
          complete: () => undefined,
        },
      );
    },
    close: () => void client.dispose(),
  };
}

function followBaseline({ url, token, onError }: FollowerOptions): Follower {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/live`, {
    headers: { authorization: `Bearer ${token}` },
    perMessageDeflate: false,
  });
  const listeners = new Map<string, (event: PushedEvent) => void>();
  const opened = new Promise<void>((resolve) => {
    socket.once('open', resolve);
  });
  socket.on('error', onError);
  socket.on('message', (text) => {
    // The baseline server sends what the bench asked it for.
    const { orderId, data, error } = JSON.parse(String(text)) as {
      orderId: string;
      data?: { orderTimeline: PushedEvent };
      error?: string;
    };
    if (data) listeners.get(orderId)?.(data.orderTimeline);
    else onError(error);
  });
  return {
    follow: (orderId, after, onEvent) => {
      listeners.set(orderId, onEvent);
      opened.then(() => socket.send(JSON.stringify({ orderId, after }))).catch(onError);
    },
    close: () => socket.close(),
  };
}
