/** A client of the API: typed operations over HTTP, and the timeline of an order over WebSocket. */
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import {
  OrderTimelineDocument,
  type OrderTimelineSubscription,
  type RefusedFragment,
  type TypedDocumentString,
} from '../operations/generated/graphql.ts';

/** An error that ends the demo. Its message is for the person who started the demo. */
export class DemoError extends Error {}

type TimelineEvent = OrderTimelineSubscription['orderTimeline'];
/** An entry from the subscription, with the order as the reader sees it at that entry. */
export type EntryAdded = Extract<TimelineEvent, { __typename: 'TimelineEntryAdded' }>;

export interface Client {
  /** Sends an operation and returns its data. @throws DemoError if the response has errors, or none arrives */
  ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data>;
  /**
   * Yields the entries of an order after a cursor (absent: from the first), then new entries, each once and in order.
   * Reconnects automatically and continues after the last entry. @throws DemoError when the subscription has ended
   */
  follow(orderId: string, after?: string): AsyncGenerator<EntryAdded, void, undefined>;
  close(): void;
}

const retryPolicy = { tries: 5, pauseMs: 300 };

/** A client with this token; anonymous without a token. */
export function connect(url: string, token?: string): Client {
  const credentials: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const endpoint = new URL('/graphql', url).href;
  // The retries of graphql-ws would start from the first cursor again. `follow` continues from the last cursor.
  const socket = createClient({
    url: endpoint.replace(/^http/, 'ws'),
    connectionParams: credentials,
    retryAttempts: 0,
  });
  let isClosed = false;

  async function* follow(orderId: string, after?: string): AsyncGenerator<EntryAdded, void, undefined> {
    let cursor = after;
    for (let failures = 0; !isClosed; ) {
      try {
        for await (const event of eventsAfter(orderId, cursor)) {
          // The last event of a subscription says whether a client should reconnect.
          if ('recovery' in event && event.recovery !== 'RETRYABLE') throw new DemoError(event.message);
          if ('recovery' in event) break;
          // Ephemeral events have no cursor. This client does not request any.
          if (!('cursor' in event)) continue;
          // On a reset, a client with a cache would read the order again. This client has none.
          cursor = event.cursor;
          failures = 0;
          if (event.__typename === 'TimelineEntryAdded') yield event;
        }
      } catch (error) {
        if (isClosed) return;
        if (error instanceof DemoError || ++failures === retryPolicy.tries)
          throw toDemoError('The subscription ended', error);
      }
      await pause(retryPolicy.pauseMs);
    }
  }

  async function* eventsAfter(orderId: string, after: string | undefined): AsyncGenerator<TimelineEvent> {
    // The protocol requires a text. The server ignores an empty text beside a document id.
    const extensions = { persistedQuery: { version: 1, sha256Hash: documentIdOf(OrderTimelineDocument) } };
    const payload = { query: '', extensions, variables: { orderId, after } };
    for await (const { data, errors } of socket.iterate<OrderTimelineSubscription>(payload)) {
      if (errors) throw new DemoError(errors.map(({ message }) => message).join(' '));
      if (data) yield data.orderTimeline;
    }
  }

  return {
    ask: async (document, variables) => {
      const body = JSON.stringify({ documentId: documentIdOf(document), variables });
      const { data, errors } = await post(endpoint, credentials, body);
      if (errors || !data)
        throw new DemoError(errors?.map(({ message }) => message).join(' ') ?? 'The response has no data.');
      // The type of the document is the type of its data.
      return data as never;
    },
    follow,
    close: () => {
      isClosed = true;
      void socket.dispose();
    },
  };
}

/** The id of a trusted document, which is sent instead of the text. */
function documentIdOf(document: TypedDocumentString<unknown, never>): string {
  const { hash } = (document.__meta__ ?? {}) as { hash?: string };
  if (!hash) throw new Error('The operation was generated without an id');
  return hash;
}

/** The successful result of a mutation. @throws DemoError if the result is a refusal */
export function unwrap<Answer extends object>(answer: Answer): Exclude<Answer, RefusedFragment> {
  if (isRefusal(answer)) throw new DemoError(`The server refused a request (${answer.code}): ${answer.message}`);
  return answer as Exclude<Answer, RefusedFragment>;
}

const isRefusal = (answer: object): answer is RefusedFragment => 'recovery' in answer;

interface GraphQLResponse {
  readonly data?: object | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Sends a request, and repeats it if there is no response: every mutation has an idempotency key or is safe to repeat. */
async function post(endpoint: string, headers: Record<string, string>, body: string): Promise<GraphQLResponse> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body,
      });
      // A request that is refused as a whole has a response with errors too.
      return (await response.json()) as GraphQLResponse;
    } catch (error) {
      if (tries === retryPolicy.tries) throw toDemoError('The server does not respond', error);
      await pause(retryPolicy.pauseMs);
    }
  }
}

function toDemoError(problem: string, error: unknown): DemoError {
  if (error instanceof DemoError) return error;
  // A socket that closes gives an event instead of an error, with the reason of the server if there is one.
  const message = error instanceof Error ? error.message : Object(error).reason;
  const reason = message || 'the connection was lost, and reconnecting failed';
  return new DemoError(`${problem}: ${reason}`, { cause: error });
}
