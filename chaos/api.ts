/** The API as clients use it: operations over HTTP, streams over WebSocket and server-sent events. */
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface OrderState {
  readonly id: string;
  readonly cursor: string;
  readonly status: string;
  readonly revision: number;
  readonly progress: number | null;
  readonly paymentStatus: string;
  readonly needsAttention: boolean;
  /** Only in inboxes: it may change without an entry. */
  readonly unreadCount?: number;
}

export interface EntryState {
  readonly number: number;
  readonly type: string;
  readonly revision: number;
  readonly message: { readonly text: string } | null;
}

/** An event of a stream; `__typename` says which fields it has. */
export interface StreamEvent {
  readonly __typename: string;
  readonly cursor?: string;
  readonly entry?: EntryState;
  readonly order?: OrderState;
  readonly unreadCount?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly code?: string;
  readonly recovery?: string;
}

export const orderFields = 'id cursor status revision progress paymentStatus needsAttention';
export const entryFields = 'number type revision message { text }';
const refusal = '... on Refusal { message code recovery }';

export const subscriptions = {
  timeline: `subscription ($orderId: ID!, $after: String) { event: orderTimeline(orderId: $orderId, after: $after) { __typename
    ... on TimelineEntryAdded { cursor entry { ${entryFields} } order { ${orderFields} } }
    ... on TimelineReset { cursor reason } ${refusal} } }`,
  inbox: `subscription ($after: String) { event: inbox(after: $after) { __typename
    ... on InboxEntryAdded { cursor unreadCount entry { ${entryFields} } order { ${orderFields} unreadCount } }
    ... on InboxOrderRead { cursor unreadCount order { ${orderFields} unreadCount } }
    ... on InboxReset { cursor reason } ${refusal} } }`,
} as const;

/** Without an answer, or with a retryable error: the outcome of the request is unknown. */
export class Unanswered extends Error {}

const answerMs = 8_000;

/** @throws Unanswered; any other error means that the request is wrong */
export async function ask<Data>(url: string, token: string, query: string, variables: object = {}): Promise<Data> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(answerMs),
  })
    .then(async (response) => (await response.json()) as Answer<Data>)
    .catch((error: unknown) => {
      throw new Unanswered(String(error));
    });
  if (answer.errors?.some(({ extensions }) => extensions?.recovery === 'RETRYABLE'))
    throw new Unanswered(JSON.stringify(answer.errors));
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors ?? answer));
  return answer.data;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly recovery?: string } }[];
}

export interface StreamCall {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly variables: object;
  readonly signal: AbortSignal;
}

/** One event, and `rest`, which stops reading from the connection for a while. */
export interface SentRequest {
  readonly event: StreamEvent;
  rest(ms: number): Promise<void>;
}

export type Transport = 'WebSocket' | 'SSE';

/** The events of one connection. Ends or throws when the connection is lost or the signal is aborted. */
export const follow = (transport: Transport, call: StreamCall): AsyncGenerator<SentRequest, void, undefined> =>
  transport === 'SSE' ? followSse(call) : followSocket(call);

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Result {
  readonly data?: { readonly event: StreamEvent } | null;
  readonly errors?: readonly object[];
}

function eventIn({ data, errors }: Result): StreamEvent {
  if (errors || !data) throw new Unanswered(JSON.stringify(errors));
  return data.event;
}

async function* followSocket({ url, token, query, variables, signal }: StreamCall): AsyncGenerator<SentRequest> {
  let socket: WebSocket | undefined;
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
    },
  });
  const leave = () => {
    socket?.resume();
    socket?.terminate();
    void client.dispose();
  };
  signal.addEventListener('abort', leave);
  const rest = async (ms: number) => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.pause();
    await wait(ms);
    socket.resume();
  };
  try {
    for await (const result of client.iterate({ query, variables: { ...variables } }))
      yield { event: eventIn(result as unknown as Result), rest };
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}

async function* followSse({ url, token, query, variables, signal }: StreamCall): AsyncGenerator<SentRequest> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  if (!response.body || response.status !== 200) throw new Unanswered(`HTTP ${response.status}`);
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const fieldOf = (name: string) =>
        lines
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).trim())
          .join('');
      if (fieldOf('event') === 'complete') return;
      if (fieldOf('event') === 'next') yield { event: eventIn(JSON.parse(fieldOf('data')) as Result), rest: wait };
    }
  }
}
