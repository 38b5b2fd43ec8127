/** Whatever a stranger sends over a socket, the socket is closed with the code for it, and the log has no error. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import type { TestOrder } from '../support/factory.ts';
import { errorsIn, insides, openGreetedSocket, openSocket } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let order: TestOrder;

beforeAll(async () => {
  order = await factory.createOrder();
});
afterEach(() => {
  expect(errorsIn(server.logged)).toEqual([]);
  expect(server.logged.filter(({ level }) => level === 'warn')).toEqual([]);
});

const hello = { type: 'connection_init' };
const types = ['connection_init', 'connection_ack', 'ping', 'pong', 'subscribe', 'next', 'error', 'complete'];
/** The text with one of its characters as an escape sequence of JSON. */
const escaped = (text: string): string =>
  `${text.slice(0, 2)}\\u${text.charCodeAt(2).toString(16).padStart(4, '0')}${text.slice(3)}`;
/** An object with as many levels as fit into one message. */
const deep = (open: string, close: string): string => {
  const levels = Math.floor((limits.bodyBytes - 200) / (open.length + close.length));
  return `{"a":${open.repeat(levels)}1${close.repeat(levels)}}`;
};
const nestings = [deep('[', ']'), deep('{"a":', '}')];

const closings: readonly (readonly [name: string, message: string])[] = [
  ...['connection_ack', 'next', 'error', 'start', 'toString', '__proto__'].flatMap((type) => [
    [`the type ${type}`, `{"type":"${type}","id":"1","payload":{"data":{}}}`] as const,
    [`the escaped type ${type}`, `{"type":"${escaped(type)}","id":"1","payload":{"data":{}}}`] as const,
    [`the type ${type} under an escaped name`, `{"ty\\u0070e":"${type}","id":"1","payload":[]}`] as const,
  ]),
  ['an error of which a part is not an object', '{"type":"error","id":"1","payload":[1]}'],
  ['two types of which the last counts', '{"type":"ping","type":"next","id":"1","payload":{}}'],
  ...['[]', '1', '"ping"', 'null', 'true', '', ' ', '{', '{}', '{"type":1}', '{"type":["ping"]}', '{"type":{}}'].map(
    (text) => [`the message ${text}`, text] as const,
  ),
  ...['ping', 'pong', 'connection_init'].flatMap((type) => [
    ...nestings.map((payload) => [`a deep ${type}`, `{"type":"${type}","payload":${payload}}`] as const),
    [`a ${type} with a list`, `{"type":"${type}","payload":[1]}`] as const,
    [`a ${type} with a text`, `{"type":"${type}","payload":"x"}`] as const,
  ]),
  ...['subscribe', 'complete'].flatMap((type) =>
    ['""', '1', 'null', '[]', '{}'].map(
      (id) =>
        [`a ${type} with the id ${id}`, `{"type":"${type}","id":${id},"payload":{"query":"{ me { id } }"}}`] as const,
    ),
  ),
  ...['{}', '{"query":1}', '{"query":null}', '{"query":"{ a }","operationName":1}', '[]', 'null', '"x"'].map(
    (payload) => [`an operation that is ${payload}`, `{"type":"subscribe","id":"1","payload":${payload}}`] as const,
  ),
];

test.each(closings)('%s closes the socket with 4400', async (_name, message) => {
  const socket = await openSocket(server.url);
  // A second connection_init has a code of its own.
  if (!message.includes('"connection_init"')) socket.send(hello);
  socket.send(message);

  const { code, reason } = await socket.closed;
  expect(code).toBe(4400);
  expect(reason).not.toMatch(insides);
});

test.each(types)('the type %s means the same when its characters are escaped', async (type) => {
  const closedWith = async (name: string) => {
    const socket = await openSocket(server.url);
    socket.send(hello);
    await socket.next();
    socket.send(`{"type":"${name}","id":"1","payload":{"query":"{ me { id } }","n":1}}`);
    // Ends what was not closed already.
    socket.send('end');
    return (await socket.closed).code;
  };

  expect(await closedWith(escaped(type))).toBe(await closedWith(type));
});

test.each(nestings)('an operation with a deep payload is answered, and the socket stays open', async (nesting) => {
  const socket = await openGreetedSocket(server.url, order.seller.token);
  const payloads = [
    `{"query":"{ me { id } }","variables":${nesting}}`,
    `{"query":"{ me { id } }","extensions":${nesting}}`,
    `{"documentId":${nesting}}`,
    `{"extensions":{"persistedQuery":${nesting}},"documentId":"x"}`,
  ];
  for (const [index, payload] of payloads.entries()) {
    socket.send(`{"type":"subscribe","id":"${index}","payload":${payload}}`);
    const answer = await socket.next();
    expect([index, answer.id, ['error', 'next'].includes(answer.type)]).toEqual([index, String(index), true]);
    if (answer.type === 'next') expect((await socket.next()).type).toBe('complete');
  }
  socket.cut();
});

test.each([
  ['long', 'x'.repeat(5_000)],
  ['of many bytes', '🐘'.repeat(50)],
  ['with an unpaired surrogate', `${'x'.repeat(90)}\ud83d`],
  ['that is a property of every object', '__proto__'],
])('two operations with one id %s close the socket with 4409', async (_name, id) => {
  const socket = await openGreetedSocket(server.url, order.seller.token);
  const query = `subscription { orderTimeline(orderId: "${order.id}") { __typename } }`;
  const message = JSON.stringify({ id, type: 'subscribe', payload: { query } });

  socket.send(message);
  await socket.next();
  socket.send(message);

  expect((await socket.closed).code).toBe(4409);
});

test('a ping is answered with its payload', async () => {
  const socket = await openGreetedSocket(server.url);
  for (const payload of [undefined, null, {}, { at: 1, nested: { list: [1, 'two'] } }]) {
    socket.send({ type: 'ping', payload });
    expect(await socket.next()).toEqual({ type: 'pong', ...(payload ? { payload } : {}) });
  }
  socket.cut();
});
