/** Readers that read slowly, not at all, or have gone: they lag, cost little, do not disturb others, and lose nothing. */
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Data } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

/** A client that reads nothing, or does not answer, is cut off after a second. */
const heartbeat = { everyMs: 250, missed: 4 };

const { server: patient, factory } = useServer();
let strict: TestServer;

beforeAll(async () => {
  strict = await startServer({ beside: patient, config: { heartbeat } });
});
afterAll(() => strict.stop());

/** Events of 24 kB, all of it the name of a field: none needs a statement of its own. */
const follow = `subscription ($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) {
  ... on TimelineEntryAdded { cursor entry { number ${'x'.repeat(24_000)}: number } } } }`;

const wires = ['WebSocket', 'server-sent events'] as const;
const many = 1_000;

/** A stream whose reader can stop reading, down to the connection. */
interface SlowReader {
  /** The numbers of the entries that came, as they came. */
  readonly numbers: number[];
  pause(): void;
  resume(): void;
  /** The end of the connection: the code and reason of a socket, `cut` for a response. */
  readonly ended: Promise<string>;
  cursor(): string | undefined;
  /** The number of keep-alive messages of the server. */
  beats(): number;
  stop(): void;
}

type Wire = (typeof wires)[number];
const read = (wire: Wire, url: string, order: TestOrder, after?: string): Promise<SlowReader> =>
  (wire === 'WebSocket' ? readSocket : readEvents)(url, order, after);

function notes() {
  const numbers: number[] = [];
  let cursor: string | undefined;
  return {
    numbers,
    cursor: () => cursor,
    note: ({ data: { orderTimeline } }: Data) => {
      numbers.push(orderTimeline.entry.number);
      cursor = orderTimeline.cursor;
    },
  };
}

async function readSocket(url: string, { id, seller }: TestOrder, after?: string): Promise<SlowReader> {
  const { note, ...kept } = notes();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const ended = new Promise<string>((resolve) => {
    socket.once('close', (code, reason) => resolve(`${code} ${reason}`));
  });
  socket.on('error', () => undefined);
  let beats = 0;
  socket.on('ping', () => {
    beats += 1;
  });
  socket.once('open', () => {
    const say = (message: object) => socket.send(JSON.stringify(message));
    say({ type: 'connection_init', payload: { authorization: `Bearer ${seller.sessionToken}` } });
  });
  socket.on('message', (text) => {
    const { type, payload } = JSON.parse(String(text));
    if (type === 'connection_ack')
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: follow, variables: { id, after } } }));
    if (type === 'next') note(payload);
  });
  const reader = {
    ...kept,
    beats: () => beats,
    ended,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    stop: () => socket.terminate(),
  };
  onTestFinished(reader.stop);
  return reader;
}

async function readEvents(url: string, { id, seller }: TestOrder, after?: string): Promise<SlowReader> {
  const { note, ...kept } = notes();
  const outgoing = request(`${url}/graphql`, {
    method: 'POST',
    agent: false,
    headers: {
      authorization: `Bearer ${seller.sessionToken}`,
      accept: 'text/event-stream',
      'content-type': 'application/json',
    },
  });
  outgoing.end(JSON.stringify({ query: follow, variables: { id, after } }));
  const response = await new Promise<IncomingMessage>((resolve) => {
    outgoing.once('response', resolve);
  });
  outgoing.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    response.once('error', () => resolve('cut'));
    response.once('end', () => resolve('complete'));
  });
  let text = '';
  let beats = 0;
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event === ':') beats += 1;
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data) note(JSON.parse(data));
    }
  });
  const reader = {
    ...kept,
    beats: () => beats,
    ended,
    pause: () => void response.socket.pause(),
    resume: () => void response.socket.resume(),
    stop: () => void outgoing.destroy(),
  };
  onTestFinished(reader.stop);
  return reader;
}

/** Writes many entries in one statement, as another program would: they are not announced. Returns the number of the last. */
async function write(order: TestOrder, count = many): Promise<number> {
  const [row] = await patient.app.db.$queryRaw<{ last: number }[]>`
    with counted as (update "order" set log_number = log_number + ${count} where number = ${order.number} returning *),
    written as (insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
      select id, log_number - ${count} + one, 'sendMessage', now(), advertiser_id, 'advertiser', '{}', revision
      from counted, generate_series(1, ${count}) as one)
    select log_number::int as last from counted`;
  return row?.last ?? 0;
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const reached = (reader: SlowReader, last: number) =>
  expect.poll(() => reader.numbers.at(-1) ?? 0).toBeGreaterThanOrEqual(last);
/** The events up to an entry: mails that go out write more after it. */
const upTo = (last: number, ...readers: readonly SlowReader[]) =>
  readers.flatMap(({ numbers }) => numbers).filter((number) => number <= last);
const megabytes = () => process.memoryUsage().rss / 1_000_000;

// Thousands of large entries: only a database server writes them quickly enough. The test is about our side of the wires.
describe.skipIf(!process.env['DATABASE_URL']).each(wires)('over %s', (wire) => {
  test('readers that stop for a while cost little and do not disturb others, and then get everything once and in sequence', async () => {
    const order = await factory.createOrder();
    const slow = await Promise.all(Array.from({ length: 12 }, () => read(wire, patient.url, order)));
    const other = await read(wire, patient.url, order);
    await Promise.all(slow.map((reader) => reached(reader, 1)));
    for (const reader of slow) reader.pause();
    const before = megabytes();

    const last = await write(order);
    await reached(other, last);
    const grown = megabytes() - before;
    const [one] = slow as [SlowReader];
    const came = one.numbers.length;
    one.resume();
    await reached(one, last);

    // All entries that wait for them would be more than twice as much.
    expect(grown).toBeLessThan(120);
    expect(came).toBeLessThan(last);
    for (const reader of [one, other]) expect(upTo(last, reader)).toEqual(numbersTo(last));
  });

  test('a reader that stops for too long is cut off, and continues from its last cursor', async () => {
    const order = await factory.createOrder();
    const { listeners } = strict.app.live.size();
    const slow = await read(wire, strict.url, order);
    const last = await write(order);
    await reached(slow, 20);
    slow.pause();

    // The server closes it while it still does not read.
    await expect.poll(() => strict.app.live.size().listeners).toBe(listeners);
    slow.resume();
    const end = await slow.ended;
    const again = await read(wire, strict.url, order, slow.cursor());
    await reached(again, last);

    // The last message is behind the waiting ones: a reader that continues too late finds the connection closed.
    expect(wire === 'WebSocket' ? ['4431 Reading too slowly', '1006 '] : ['cut']).toContain(end);
    expect(upTo(last, slow, again)).toEqual(numbersTo(last));
  });

  test('an idle reader gets keep-alive messages, and stays connected', async () => {
    const order = await factory.createOrder();
    const idle = await read(wire, strict.url, order);
    const began = idle.beats();

    await expect.poll(() => idle.beats() - began).toBeGreaterThan(2 * heartbeat.missed);
    const last = await write(order, 1);
    await reached(idle, last);
    idle.stop();
  });
});

test('a socket whose client answers no ping is cut off', async () => {
  const order = await factory.createOrder();
  const { listeners } = strict.app.live.size();
  const silent = await read('WebSocket', strict.url, order);
  await reached(silent, 1);

  silent.pause();

  await expect.poll(() => strict.app.live.size().listeners).toBe(listeners);
});
