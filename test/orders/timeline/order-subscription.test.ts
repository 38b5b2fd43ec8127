/** The stream of an order: nothing is lost, doubled or leaked. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { endSession, resolveViewer } from '../../../src/auth/sessions.ts';
import { createLogCache, type Page } from '../../../src/live/log-cache.ts';
import { createPubSub } from '../../../src/live/pubsub.ts';
import { localTransport } from '../../../src/live/transport.ts';
import { tuning } from '../../../src/tuning.ts';
import { apiClient, type Data, type Subscriber } from '../../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../../support/factory.ts';
import { useServer } from '../../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

const orderFields =
  'id status progress revision cursor paymentStatus proofStatus waitingOn needsAttention nextSteps { step title } actions { step isAllowed }';
const entryFields =
  '__typename id number cursor type occurredAt actorRole actor { name } fromStatus toStatus revision isOverride message { number text authorRole }';
const follow = `subscription ($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { cursor entry { ${entryFields} } order { ${orderFields} } }
  ... on TimelineReset { cursor reason order { ${orderFields} } }
  ... on Refusal { message code recovery } } }`;
const snapshot = `query ($id: ID!) { order(id: $id) { ${orderFields} timeline(first: 50) { edges { node { ${entryFields} } } } } }`;
const say =
  'mutation ($id: ID!, $text: String!) { sendMessage(input: { orderId: $id, text: $text }) { ... on Message { number } ... on Refusal { message } } }';

const wires = ['follow', 'followSse'] as const;
const numberIn = (event: Data): number => event.orderTimeline.entry.number;

/** Takes events until the stream has brought this entry. */
const untilNumber = (stream: Subscriber, number: number) => stream.until((event) => numberIn(event) >= number);

/** Sends a message and returns the number of its entry. */
async function says(person: TestPerson, order: TestOrder, text = 'Hello.'): Promise<number> {
  const { sendMessage } = await person.ask(say, { id: order.id, text });
  return sendMessage.number;
}

/** Waits until the mails of an order have gone out, so that its timeline rests. */
async function rested(order: TestOrder): Promise<void> {
  await expect
    .poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number: order.number } } }))
    .toBe(0);
}

describe.each(wires)('over %s', (wire) => {
  test('a stale copy with the stream applied equals a fresh query', async () => {
    const order = await factory.createOrder();
    await rested(order);
    const stale = (await order.advertiser.ask(snapshot, { id: order.id })).order;
    const stream = order.advertiser[wire](follow, { id: order.id, after: stale.cursor });

    await says(order.seller, order);
    await takeStepAs(order.seller, order, 'requestFeedback');
    await takeStepAs(order.advertiser, order, 'provideFeedback');
    await takeStepAs(order.seller, order, 'requestPayment');
    await takeStepAs(order.operator, order, 'confirmPayment');
    await rested(order);
    const fresh = (await order.advertiser.ask(snapshot, { id: order.id })).order;
    const events = await stream.until(({ orderTimeline }) => orderTimeline.cursor === fresh.cursor);
    stream.stop();

    const entries = events.map(({ orderTimeline }) => ({ node: orderTimeline.entry }));
    const applied = {
      ...stale,
      ...events.at(-1).orderTimeline.order,
      timeline: { edges: [...stale.timeline.edges, ...entries] },
    };
    expect(applied).toEqual(fresh);
  });

  test('a reader that is cut off midway and resumes from its cursor loses nothing and gets nothing twice', async () => {
    const order = await factory.createOrder();
    const first = order.seller[wire](follow, { id: order.id });
    const numbers: number[] = [];
    let cursor: string | undefined;
    let stream = first;

    for (let cut = 0; cut < 4; cut += 1) {
      const sentNumbers = await Promise.all([
        says(order.advertiser, order, `a${cut}`),
        says(order.seller, order, `s${cut}`),
      ]);
      for (const event of await untilNumber(stream, Math.min(...sentNumbers))) {
        numbers.push(numberIn(event));
        cursor = event.orderTimeline.cursor;
      }
      stream.stop();
      await says(order.advertiser, order, `while away ${cut}`);
      stream = order.seller[wire](follow, { id: order.id, after: cursor });
    }
    const last = await says(order.advertiser, order, 'the end');
    for (const event of await untilNumber(stream, last)) numbers.push(numberIn(event));
    stream.stop();

    expect(numbers).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });

  test('both parties get the events of the other instance', async () => {
    const order = await factory.createOrder();
    await rested(order);
    const elsewhere = apiClient(second.url, order.advertiser.sessionToken);
    const { cursor } = (await order.seller.ask(snapshot, { id: order.id })).order;
    const here = order.seller[wire](follow, { id: order.id, after: cursor });
    const there = elsewhere[wire](follow, { id: order.id, after: cursor });

    await takeStepAs(order.seller, order, 'requestFeedback', { question: 'Blue or green?' });

    for (const stream of [here, there]) {
      const [event] = await stream.until(({ orderTimeline }) => orderTimeline.entry.type === 'FEEDBACK_REQUESTED');
      expect(event.orderTimeline).toMatchObject({
        entry: { message: { text: 'Blue or green?' } },
        order: { status: 'FEEDBACK_REQUIRED' },
      });
      stream.stop();
    }
  });

  test.each([
    ['CURSOR_UNKNOWN', async () => 'nonsense'],
    [
      'CURSOR_OF_ANOTHER_ORDER',
      async () =>
        (await (await factory.createOrder()).seller.ask('{ orders(first: 1) { edges { node { cursor } } } }')).orders
          .edges[0].node.cursor,
    ],
    [
      'CURSOR_AHEAD',
      async (order: TestOrder) => {
        const { id } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
        return Buffer.from(`t:${server.app.epoch.name}:${id}:999`).toString('base64url');
      },
    ],
  ] as const)('an unknown cursor (%s) is answered with a reset, and the stream continues', async (reason, cursor) => {
    const order = await factory.createOrder();
    await rested(order);
    const stream = order.seller[wire](follow, { id: order.id, after: await cursor(order) });

    const reset = await stream.next();
    const number = await says(order.advertiser, order);
    const next = await stream.next();
    stream.stop();

    expect(reset.orderTimeline).toMatchObject({ __typename: 'TimelineReset', reason, order: { status: 'PENDING' } });
    expect(numberIn(next)).toBe(number);
  });

  test.each(['here', 'on another instance'])(
    'a person whose session ends %s is notified, and gets nothing more',
    async (where) => {
      const order = await factory.createOrder();
      await rested(order);
      const { cursor } = (await order.seller.ask(snapshot, { id: order.id })).order;
      const stream = order.seller[wire](follow, { id: order.id, after: cursor });
      await says(order.advertiser, order);
      await stream.next();

      const instance = where === 'here' ? server : second;
      const viewer = await resolveViewer(instance.app, { token: order.seller.sessionToken, rateLimitKey: 'a test' });
      if (viewer.kind === 'person') await endSession(instance.app, viewer);
      const end = await stream.next();
      await stream.ended;
      await says(order.advertiser, order, 'Are you still there?');

      expect(end.orderTimeline).toMatchObject({
        __typename: 'StreamEnded',
        code: 'SESSION_ENDED',
        recovery: 'CORRECTABLE',
      });
      await expect(stream.next()).rejects.toThrow('ended');
    },
  );

  test('an event is not sent to a person who has just lost the right to it', async () => {
    const order = await factory.createOrder();
    await rested(order);
    const operator = await factory.createOperator();
    const { cursor } = (await operator.ask(snapshot, { id: order.id })).order;
    const stream = operator[wire](follow, { id: order.id, after: cursor });
    await says(order.advertiser, order);
    await stream.next();

    await server.app.db.account.update({ where: { id: operator.accountId }, data: { isOperator: false } });
    await says(order.advertiser, order, 'A secret.');
    const end = await stream.next();

    expect(end.orderTimeline).toMatchObject({ __typename: 'StreamEnded', code: 'ACCESS_LOST', recovery: 'FINAL' });
    await stream.ended;
  });

  test('a person who is no longer an operator is notified on every instance, although nothing happens', async () => {
    const order = await factory.createOrder();
    await rested(order);
    const operator = await factory.createOperator();
    const { cursor } = (await operator.ask(snapshot, { id: order.id })).order;
    const streams = [server, second].map(({ url }) =>
      apiClient(url, operator.sessionToken)[wire](follow, { id: order.id, after: cursor }),
    );
    await says(order.advertiser, order);
    await Promise.all(streams.map((stream) => stream.next()));

    await server.app.db.account.update({ where: { id: operator.accountId }, data: { isOperator: false } });
    const ends = await Promise.all(streams.map((stream) => stream.next()));

    for (const { orderTimeline } of ends)
      expect(orderTimeline).toMatchObject({ __typename: 'StreamEnded', code: 'ACCESS_LOST', recovery: 'FINAL' });
    await Promise.all(streams.map(({ ended }) => ended));
  });

  test('the stream of another person’s order ends in the same way as the stream of an unknown order', async () => {
    const order = await factory.createOrder();
    const stranger = await factory.createPerson();

    const streams = [
      order.id,
      Buffer.from('Order:00000000-0000-7000-8000-000000000000').toString('base64url'),
      'nonsense',
    ].map((id) => stranger[wire](follow, { id }));
    const answers = await Promise.all(streams.map((stream) => stream.next()));
    await Promise.all(streams.map(({ ended }) => ended));

    expect(answers[0].orderTimeline).toMatchObject({ __typename: 'OrderNotFound' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('server-sent events', () => {
  const listen = async (
    order: TestOrder,
    { query = follow, variables = {}, lastEventId, method = 'POST' }: Record<string, Data> = {},
  ) => {
    const abort = new AbortController();
    onTestFinished(() => abort.abort());
    const asked = { query, variables: { id: order.id, ...variables } };
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(asked.variables) });
    const response = await fetch(`${server.url}/graphql${method === 'GET' ? `?${parameters}` : ''}`, {
      method,
      signal: abort.signal,
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${order.seller.sessionToken}`,
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
      ...(method === 'POST' ? { body: JSON.stringify(asked) } : {}),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    /** The next event, as its lines; comments are not events. */
    const next = async (): Promise<{ id: string | undefined; event: string | undefined; data: Data }> => {
      for (let end = text.indexOf('\n\n'); ; end = text.indexOf('\n\n')) {
        if (end < 0) text += (await reader?.read())?.value ?? '';
        else {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const of = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
          const data = of('data');
          if (block !== ':')
            return { id: of('id'), event: of('event'), data: data ? JSON.parse(data).data : undefined };
        }
      }
    };
    return next;
  };
  const withoutCursor =
    'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { number } } } }';

  test('an event carries its cursor as its id, whether or not the cursor was asked for', async () => {
    const order = await factory.createOrder();

    const selected = await (await listen(order))();
    const unselected = await (await listen(order, { query: withoutCursor }))();

    expect(selected).toMatchObject({ event: 'next', id: selected.data.orderTimeline.cursor });
    expect(unselected).toMatchObject({
      event: 'next',
      id: selected.id,
      data: { orderTimeline: { entry: { number: 1 } } },
    });
  });

  test('several followers of one order each get the id of each event', async () => {
    const order = await factory.createOrder();
    await rested(order);
    const { cursor: after } = (await order.seller.ask(snapshot, { id: order.id })).order;
    const all = await Promise.all(
      ['first', 'second', 'third'].map(() => listen(order, { query: withoutCursor, lastEventId: after })),
    );

    await says(order.advertiser, order);
    const events = await Promise.all(all.map((next) => next()));
    const { cursor } = (await order.seller.ask(snapshot, { id: order.id })).order;

    expect(events.map(({ id }) => id)).toEqual([cursor, cursor, cursor]);
  });

  test.each(['GET', 'POST'])('Last-Event-ID resumes a stream (%s), and counts more than `after`', async (method) => {
    const order = await factory.createOrder();
    await rested(order);
    const next = await listen(order, { query: withoutCursor });
    const first = await next();
    await next();

    const again = await listen(order, { method, lastEventId: first.id, variables: { after: 'nonsense' } });
    const second = await again();

    expect(second.data.orderTimeline).toMatchObject({ __typename: 'TimelineEntryAdded', entry: { number: 2 } });
  });

  test.each(['nonsense', 'ünknown'])('an unknown Last-Event-ID (%s) is answered with a reset', async (lastEventId) => {
    const order = await factory.createOrder();

    const reset = await (await listen(order, { lastEventId }))();

    expect(reset.data.orderTimeline).toMatchObject({ __typename: 'TimelineReset', reason: 'CURSOR_UNKNOWN' });
    expect(reset.id).toBe(reset.data.orderTimeline.cursor);
  });

  test('an event without a cursor has no id, so that the last one stays', async () => {
    const order = await factory.createOrder();

    const next = await listen(order, { variables: { id: 'nonsense' } });

    expect(await next()).toMatchObject({
      event: 'next',
      id: undefined,
      data: { orderTimeline: { __typename: 'OrderNotFound' } },
    });
    expect(await next()).toEqual({ event: 'complete', id: undefined, data: undefined });
  });
});

test('a reader that leaves, or is cut off, leaves no listener behind', async () => {
  const order = await factory.createOrder();
  const { listeners } = server.app.live.size();
  const streams = wires.map((wire) => order.seller[wire](follow, { id: order.id }));
  await Promise.all(streams.map((stream) => stream.next()));

  for (const stream of streams) stream.stop();

  await expect.poll(() => server.app.live.size().listeners).toBe(listeners);
});

test('a lost notification costs time, never data', async () => {
  const order = await factory.createOrder();
  await rested(order);
  const { cursor } = (await order.seller.ask(snapshot, { id: order.id })).order;
  const stream = order.seller.follow(follow, { id: order.id, after: cursor });
  await says(order.advertiser, order);
  await stream.next();

  // Entries of another program are not announced.
  const { id, advertiserId } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
  const { logNumber, revision } = await server.app.db.order.update({
    where: { id },
    data: { logNumber: { increment: 1 } },
  });
  await server.app.db.logEntry.create({
    data: {
      orderId: id,
      number: logNumber,
      type: 'sendMessage',
      at: new Date(),
      actorId: advertiserId,
      role: 'advertiser',
      input: {},
      revision,
    },
  });
  const event = await stream.next();
  stream.stop();

  expect(numberIn(event)).toBe(logNumber);
});

describe('the hub', () => {
  const hub = () =>
    createPubSub({
      ...tuning.live,
      transport: localTransport,
      reconcileMs: 60_000,
      pageSize: 10,
      cachedEntries: 10,
      onError: () => undefined,
    });
  const numbers = (length: number) => Array.from({ length }, (_, index) => index + 1);
  const pageAfter = (length: number, after: number, limit: number): Page<number> => ({
    entries: numbers(length).slice(after, after + limit),
    isEnd: after + limit > length,
  });
  const positionOf = (number: number) => number;

  test('reads the database once, however many followers a log has', async () => {
    const live = hub();
    let reads = 0;
    let length = 5;
    const read = async (after: number, limit: number) => {
      reads += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return pageAfter(length, after, limit);
    };
    const log = { topic: 't', positionOf, read };
    live.subscribe(['t'], () => undefined);
    await live.readAfter(log, 5);
    reads = 0;

    length = 7;
    live.publish('t', 7);
    const answers = await Promise.all(Array.from({ length: 100 }, () => live.readAfter(log, 5)));

    expect(reads).toBe(1);
    for (const { entries } of answers) expect(entries).toEqual([6, 7]);
  });

  test('finds entries that were written during a read', async () => {
    let length = 1;
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    let isFirst = true;
    const tail = createLogCache<number, number>(
      {
        positionOf,
        read: async (after, limit) => {
          const page = pageAfter(length, after, limit);
          if (!isFirst) return page;
          isFirst = false;
          begun.resolve();
          await mayEnd.promise;
          return page;
        },
      },
      { pageSize: 10, cachedEntries: 10 },
    );

    const first = tail.after(1);
    await begun.promise;
    length = 2;
    tail.invalidate(2);
    const other = tail.after(1);
    mayEnd.resolve();

    expect((await other).entries).toEqual([2]);
    expect([...(await first).entries, ...(await tail.after(1)).entries]).toContain(2);
  });

  test('serves readers before, after and within the cached entries', async () => {
    const tail = createLogCache<number, number>(
      { positionOf, read: async (after, limit) => pageAfter(35, after, limit) },
      { pageSize: 10, cachedEntries: 10 },
    );

    const all = async (from: number) => {
      const got: number[] = [];
      for (
        let { entries } = await tail.after(from);
        entries.length > 0;
        { entries } = await tail.after(got.at(-1) ?? from)
      )
        got.push(...entries);
      return got;
    };

    for (const from of [30, 0, 34, 12, 35, 5]) expect(await all(from)).toEqual(numbers(35).slice(from));
  });
});
