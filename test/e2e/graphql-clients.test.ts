/** The published clients, unchanged: each follows an order, loses its connection in the middle, and continues automatically. */
import { readFile } from 'node:fs/promises';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { cacheExchange, fetchExchange, subscriptionExchange, Client as Urql } from '@urql/core';
import { EventSource } from 'eventsource';
import { createClient as createSseClient } from 'graphql-sse';
import { type Client, createClient } from 'graphql-ws';
import relay from 'relay-runtime';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Data } from '../support/client.ts';
import { type DocumentedClient, documentedClient } from '../support/documented-client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { type Cutter, startCutter } from '../support/flaky-proxy.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let documented: DocumentedClient;
/** The types that implement an interface or belong to a union, for Apollo's cache. */
let possibleTypes: Record<string, string[]>;

beforeAll(async () => {
  documented = await documentedClient();
  const { __schema } = await (await factory.createPerson()).ask(
    '{ __schema { types { name possibleTypes { name } } } }',
  );
  possibleTypes = Object.fromEntries(
    __schema.types.map((type: Data) => [type.name, (type.possibleTypes ?? []).map(({ name }: Data) => name)]),
  );
});

const query = `subscription Follow($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { cursor entry { id number idempotencyKey } } ... on TimelineReset { cursor reason }
  ... on Refusal { code } } }`;
const say = `mutation Say($id: ID!, $text: String!, $key: String) {
  sendMessage(input: { orderId: $id, text: $text, idempotencyKey: $key }) { ... on Message { id number text } ... on Refusal { code } } }`;

/** The address and the token of a client, and the function that takes its data. */
interface Call {
  readonly url: string;
  readonly token: string;
  readonly variables: { readonly id: string };
  readonly take: (data: Data) => void;
}

/** A graphql-ws client as the document sets it up, but for its pauses. */
function socketClient({ url, token }: Call): Client {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: async () => ({ authorization: `Bearer ${token}` }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: documented.shouldRetry,
    retryWait: async () => undefined,
  });
  onTestFinished(() => client.dispose());
  return documented.resuming(client);
}

const failed = (error: unknown) => {
  throw new Error(`The stream failed: ${JSON.stringify(error)}`);
};

/** Follows an order with each client; the returned function stops it. */
const clients: Record<string, (call: Call) => () => void> = {
  'graphql-ws': (call) =>
    socketClient(call).subscribe(
      { query, variables: call.variables },
      { next: ({ data }) => call.take(data), error: failed, complete: () => undefined },
    ),

  'Apollo Client': (call) => {
    const stream = apolloOf(call).subscribe({ query: gql(query), variables: call.variables });
    const following = stream.subscribe({ next: ({ data }) => call.take(data), error: failed });
    return () => following.unsubscribe();
  },

  urql: (call) => {
    const socket = socketClient(call);
    const urql = new Urql({
      url: `${call.url}/graphql`,
      preferGetMethod: false,
      exchanges: [
        cacheExchange,
        fetchExchange,
        subscriptionExchange({
          forwardSubscription: ({ query: text = '', variables }) => ({
            subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query: text, variables }, sink as never) }),
          }),
        }),
      ],
    });
    const following = urql.subscription(query, call.variables).subscribe(({ data, error }) => {
      if (error) failed(error);
      call.take(data);
    });
    return () => following.unsubscribe();
  },

  'Relay’s network layer': (call) => {
    const socket = socketClient(call);
    const network = relay.Network.create(
      () => failed('Nothing is asked for here'),
      ({ text }, variables) =>
        relay.Observable.create((sink) => socket.subscribe({ query: text ?? '', variables }, sink as never)),
    );
    const following = network
      .execute(
        { id: null, cacheID: 'follow', name: 'Follow', operationKind: 'subscription', text: query, metadata: {} },
        call.variables,
        { force: true },
      )
      .subscribe({ next: (result) => call.take((result as Data).data), error: failed });
    return () => following.unsubscribe();
  },

  'graphql-sse': ({ url, token, variables, take }) => {
    let cursor: string | undefined;
    const client = createSseClient({
      url: `${url}/graphql`,
      headers: () => ({ authorization: `Bearer ${token}`, ...(cursor ? { 'last-event-id': cursor } : {}) }),
      retryAttempts: Number.POSITIVE_INFINITY,
      retry: async () => undefined,
    });
    onTestFinished(() => client.dispose());
    return client.subscribe<Data>(
      { query, variables },
      {
        next: ({ data }) => {
          cursor = data.orderTimeline.cursor ?? cursor;
          take(data);
        },
        error: failed,
        complete: () => undefined,
      },
    );
  },

  EventSource: ({ url, token, variables, take }) => {
    const address = `${url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
    const source = new EventSource(address, {
      fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
    });
    source.addEventListener('next', ({ data }) => take(JSON.parse(data).data));
    source.addEventListener('complete', () => source.close());
    return () => source.close();
  },
};

function apolloOf(call: Call): ApolloClient {
  const { url, token } = call;
  const http = new HttpLink({ uri: `${url}/graphql`, headers: { authorization: `Bearer ${token}` } });
  const apollo = new ApolloClient({
    cache: new InMemoryCache({ possibleTypes }),
    link: ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      new GraphQLWsLink(socketClient(call)),
      http,
    ),
  });
  onTestFinished(() => apollo.stop());
  return apollo;
}

async function proxyTo(): Promise<Cutter> {
  const cutter = await startCutter(server.url);
  onTestFinished(() => cutter.stop());
  return cutter;
}

async function says(person: TestPerson, { id }: TestOrder, text: string): Promise<number> {
  return (await person.ask(say, { id, text })).sendMessage.number;
}

describe('a client that loses its connection twice connects again automatically, and loses and doubles nothing:', () => {
  test.each(Object.entries(clients))('%s', async (_name, follow) => {
    const order = await factory.createOrder();
    const cutter = await proxyTo();
    const numbers: number[] = [];
    const take = ({ orderTimeline: { __typename, entry } }: Data) => {
      if (__typename !== 'TimelineEntryAdded') throw new Error(`Instead of an entry came ${__typename}`);
      numbers.push(entry.number);
    };
    const call = { url: cutter.url, token: order.seller.sessionToken, variables: { id: order.id }, take };
    const reached = (number: number) => expect.poll(() => numbers.at(-1) ?? 0).toBeGreaterThanOrEqual(number);

    const stop = follow(call);
    await reached(await says(order.advertiser, order, 'Before.'));
    for (const text of ['once', 'twice']) {
      expect(cutter.cut()).toBeGreaterThan(0);
      await reached(await says(order.advertiser, order, `Cut off ${text}.`));
      await reached(await says(order.advertiser, order, 'And live again.'));
    }
    stop();

    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
  });
});

test('Apollo Client replaces its optimistic message by the key that comes back with the entry', async () => {
  const order = await factory.createOrder();
  const { sessionToken } = order.advertiser;
  const came: Data[] = [];
  const cutter = await proxyTo();
  const call: Call = {
    url: cutter.url,
    token: sessionToken,
    variables: { id: order.id },
    take: ({ orderTimeline }) => came.push(orderTimeline.entry),
  };
  const apollo = apolloOf(call);
  const following = apollo
    .subscribe<Data>({ query: gql(query), variables: call.variables })
    .subscribe({ next: ({ data }) => call.take(data), error: failed });
  onTestFinished(() => following.unsubscribe());
  await expect.poll(() => came.length).toBeGreaterThan(0);

  const key = 'made by the screen';
  const send = () => apollo.mutate<Data>({ mutation: gql(say), variables: { id: order.id, text: 'Hello.', key } });
  const first = await send();
  // The answer was lost, say, and the stream as well.
  cutter.cut();
  const again = await send();
  const { number } = again.data.sendMessage;
  await expect.poll(() => came.at(-1)?.number ?? 0).toBeGreaterThanOrEqual(number);
  const { data } = await apollo.query<Data>({
    query: gql(
      'query ($id: ID!) { order(id: $id) { id timeline(last: 50) { edges { node { id number idempotencyKey } } } } }',
    ),
    variables: { id: order.id },
  });

  expect(again.data).toEqual(first.data);
  const withKey = ({ idempotencyKey }: Data) => idempotencyKey === key;
  expect(came.filter(withKey).map((entry) => entry.number)).toEqual([number]);
  const shown = data.order.timeline.edges.map(({ node }: Data) => node);
  expect(shown.filter(withKey).map((entry: Data) => entry.id)).toEqual(came.filter(withKey).map((entry) => entry.id));
});

test('the documented client ends its subscriptions if its token is not valid, after one attempt', async () => {
  const order = await factory.createOrder();
  const client = socketClient({
    url: server.url,
    token: 'revoked',
    variables: { id: order.id },
    take: () => undefined,
  });
  let attempts = 0;
  client.on('connecting', () => {
    attempts += 1;
  });

  const error = await new Promise((resolve, reject) => {
    const sink = { next: reject, complete: () => reject(new Error('The subscription completed')), error: resolve };
    client.subscribe({ query, variables: { id: order.id } }, sink);
  });

  expect(error).toMatchObject({ code: 4403 });
  expect(attempts).toBe(1);
});

test('the document names every reason for a reset, and every reason for the end of a stream', async () => {
  const text = await readFile(new URL('../../docs/live-updates.md', import.meta.url), 'utf8');
  const { resets, ended } = await (await factory.createPerson()).ask(
    '{ resets: __type(name: "ResetReason") { enumValues { name } } ended: __type(name: "StreamEnded") { description } }',
  );

  const names = [...resets.enumValues.map(({ name }: Data) => name), ...ended.description.match(/[A-Z]+_[A-Z_]+/g)];
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
});
