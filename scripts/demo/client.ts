/** A client of the API: typed operations over HTTP, and the stream of an order over WebSocket. */
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import {
  OrderTimelineDocument,
  type OrderTimelineSubscription,
  type RefusedFragment,
  type TypedDocumentString,
} from '../operations/generated/graphql.ts';

/** Why the demo cannot go on, in words for the person who started it. */
export class DemoStopped extends Error {}

type TimelineEvent = OrderTimelineSubscription['orderTimeline'];
/** An entry that the stream has brought, with the order as the reader sees it then. */
export type Added = Extract<TimelineEvent, { __typename: 'TimelineEntryAdded' }>;

export interface Client {
  /** Sends an operation and gives back its data. @throws DemoStopped if it was answered with errors, or not at all */
  ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data>;
  /**
   * The entries of an order after a cursor (absent: from the first), then whatever comes, each once and in order.
   * Connects again by itself and goes on where it was. @throws DemoStopped when the stream is over for good
   */
  follow(orderId: string, after?: string): AsyncGenerator<Added, void, undefined>;
  close(): void;
}

const patience = { tries: 5, pauseMs: 300 };

/** A client for somebody with this token; without one, for nobody in particular. */
export function connect(url: string, token?: string): Client {
  const credentials: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const endpoint = new URL('/graphql', url).href;
  // Its own retries would begin with the first cursor again; `follow` begins with the last.
  const socket = createClient({
    url: endpoint.replace(/^http/, 'ws'),
    connectionParams: credentials,
    retryAttempts: 0,
  });
  let isClosed = false;

  async function* follow(orderId: string, after?: string): AsyncGenerator<Added, void, undefined> {
    let cursor = after;
    for (let failures = 0; !isClosed; ) {
      try {
        for await (const event of eventsAfter(orderId, cursor)) {
          // What ends the stream says whether connecting again makes sense.
          if ('recovery' in event && event.recovery !== 'RETRYABLE') throw new DemoStopped(event.message);
          if ('recovery' in event) break;
          // Hints, which were not asked for.
          if (!('cursor' in event)) continue;
          // A client that keeps the order would read it again here; this one only goes on.
          cursor = event.cursor;
          failures = 0;
          if (event.__typename === 'TimelineEntryAdded') yield event;
        }
      } catch (error) {
        if (isClosed) return;
        if (error instanceof DemoStopped || ++failures === patience.tries) throw stopped('The stream broke off', error);
      }
      await pause(patience.pauseMs);
    }
  }

  async function* eventsAfter(orderId: string, after: string | undefined): AsyncGenerator<TimelineEvent> {
    // The protocol wants a text; one that is empty, beside an id, is none.
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(OrderTimelineDocument) } };
    const payload = { query: '', extensions, variables: { orderId, after } };
    for await (const { data, errors } of socket.iterate<OrderTimelineSubscription>(payload)) {
      if (errors) throw new DemoStopped(errors.map(({ message }) => message).join(' '));
      if (data) yield data.orderTimeline;
    }
  }

  return {
    ask: async (document, variables) => {
      const body = JSON.stringify({ documentId: idOf(document), variables });
      const { data, errors } = await post(endpoint, credentials, body);
      if (errors || !data) throw new DemoStopped(errors?.map(({ message }) => message).join(' ') ?? 'No data came.');
      // The document says what its data look like; the server has answered it.
      return data as never;
    },
    follow,
    close: () => {
      isClosed = true;
      void socket.dispose();
    },
  };
}

/** The id by which the server knows an operation of ours; it gets no text. */
function idOf(document: TypedDocumentString<unknown, never>): string {
  const { hash } = (document.__meta__ ?? {}) as { hash?: string };
  if (!hash) throw new Error('The operation was generated without its id');
  return hash;
}

/** What came of a mutation. @throws DemoStopped if it was refused */
export function done<Answer extends object>(answer: Answer): Exclude<Answer, RefusedFragment> {
  if (isRefusal(answer)) throw new DemoStopped(`It was refused (${answer.code}): ${answer.message}`);
  return answer as Exclude<Answer, RefusedFragment>;
}

const isRefusal = (answer: object): answer is RefusedFragment => 'recovery' in answer;

interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Every mutation that is sent carries an idempotency key or is harmless: without an answer it may be sent again. */
async function post(endpoint: string, headers: Record<string, string>, body: string): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body,
      });
      // Also what is refused as a whole comes as { errors }.
      return (await response.json()) as Answer;
    } catch (error) {
      if (tries === patience.tries) throw stopped('The server does not answer', error);
      await pause(patience.pauseMs);
    }
  }
}

function stopped(what: string, error: unknown): DemoStopped {
  if (error instanceof DemoStopped) return error;
  // A socket that closes says so with an event, which names its reason if the server gave one.
  const said = error instanceof Error ? error.message : Object(error).reason;
  const reason = said || 'the connection was lost, and could not be made again';
  return new DemoStopped(`${what}: ${reason}`, { cause: error });
}
