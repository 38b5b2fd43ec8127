/** The chat: unread messages, presence, and changes of messages. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { createPubSub } from '../../src/live/pubsub.ts';
import { localTransport } from '../../src/live/transport.ts';
import { sendDueDigests } from '../../src/messages/send-digests.ts';
import { tuning } from '../../src/tuning.ts';
import { apiClient, type Data, type Subscriber } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { pick, seededRandom } from '../support/random.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

const minuteMs = 60_000;
const onSecond = (person: { sessionToken: string }) => apiClient(second.url, person.sessionToken);
/** Another instance that gets ephemeral events. */
const elsewhere = (person: TestPerson) => (process.env['REDIS_URL'] ? onSecond(person) : person);

const refused = '... on Refusal { message code recovery }';
const messageFields = 'id number text replyTo { number text } editedAt deletedAt';
const sendMessage = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on Message { ${messageFields} } ... on InputInvalid { problems { field message } } ${refused} } }`;
const updateMessage = `mutation ($input: UpdateMessageInput!) { updateMessage(input: $input) { __typename ... on Message { ${messageFields} } ${refused} } }`;
const deleteMessage = `mutation ($input: DeleteMessageInput!) { deleteMessage(input: $input) { __typename ... on Message { ${messageFields} } ${refused} } }`;
const markers = 'readMarkers { role readUpTo deliveredUpTo }';
const markRead = `mutation ($input: MarkReadInput!) { markRead(input: $input) { __typename ... on Order { unreadCount ${markers} } ${refused} } }`;
const updateTypingStatus = `mutation ($input: UpdateTypingStatusInput!) { updateTypingStatus(input: $input) { __typename ... on TypingStatus { expiresAt } ${refused} } }`;
const room = `query ($id: ID!) { viewer { unreadCount } order(id: $id) { unreadCount ${markers} cursor messages(last: 50) { edges { node { ${messageFields} } } } } }`;
const follow = `subscription ($id: ID!, $after: String, $ephemeralEvents: Boolean) { orderTimeline(orderId: $id, after: $after, ephemeralEvents: $ephemeralEvents) { __typename
  ... on TimelineEntryAdded { cursor entry { number type idempotencyKey message { ${messageFields} } } }
  ... on TimelineReset { cursor reason }
  ... on TypingChanged { isTyping } ... on PresenceChanged { isPresent } ... on ReadMarkerMoved { kind upTo }
  ... on EphemeralEvent { account { name } role } ${refused} } }`;

type Client = Pick<TestPerson, 'ask'>;

const says = async (person: Client, order: TestOrder, text = 'Hello.', more: Record<string, unknown> = {}) =>
  (await person.ask(sendMessage, { input: { orderId: order.id, text, ...more } })).sendMessage;
const edits = async (person: Client, messageId: string, text: string, more: Record<string, unknown> = {}) =>
  (await person.ask(updateMessage, { input: { messageId, text, ...more } })).updateMessage;
const deletes = async (person: Client, messageId: string) =>
  (await person.ask(deleteMessage, { input: { messageId } })).deleteMessage;
const reads = async (person: Client, order: TestOrder, upTo: number) =>
  (await person.ask(markRead, { input: { orderId: order.id, upTo } })).markRead;
const types = async (person: Client, order: TestOrder, isTyping = true) =>
  (await person.ask(updateTypingStatus, { input: { orderId: order.id, isTyping } })).updateTypingStatus;
const roomOf = (person: Client, order: TestOrder) => person.ask(room, { id: order.id });

/** Waits until the mails of an order have gone out, so that its timeline rests. */
const rested = (order: TestOrder) =>
  expect
    .poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number: order.number } } }))
    .toBe(0);

/** An order without mails on their way, followed with ephemeral events by its seller; the stream is live. */
async function watched(wire: 'follow' | 'followSse' = 'follow'): Promise<{ order: TestOrder; stream: Subscriber }> {
  const order = await factory.createOrder();
  await rested(order);
  const { cursor } = (await roomOf(order.seller, order)).order;
  const stream = order.seller[wire](follow, { id: order.id, after: cursor, ephemeralEvents: true });
  await says(order.advertiser, order, 'Now it is live.');
  await stream.next();
  return { order, stream };
}

const untilType = (stream: Subscriber, typename: string) =>
  stream.until(({ orderTimeline }) => orderTimeline.__typename === typename);
const lastOf = (events: Data[]) => events.at(-1).orderTimeline;

describe('the unread count', () => {
  test('rises for the reader and not for the author, in the order and in the total', async () => {
    const first = await factory.createOrder();
    const other = await factory.createOrder({ advertiser: first.advertiser, seller: first.seller });

    await says(first.advertiser, first);
    await says(first.advertiser, first);
    await says(first.advertiser, other);
    await says(first.seller, other);

    expect((await roomOf(first.seller, first)).order.unreadCount).toBe(2);
    expect((await roomOf(first.seller, other)).viewer.unreadCount).toBe(3);
    expect((await roomOf(first.advertiser, first)).order.unreadCount).toBe(0);
    expect((await roomOf(first.advertiser, first)).viewer.unreadCount).toBe(1);
  });

  test('includes the words of a step, and for both parties the words of an operator', async () => {
    const order = await factory.createOrder();

    await takeStepAs(order.seller, order, 'requestFeedback', { question: 'Blue or green?' });
    await says(order.operator, order, 'Please agree.');

    expect((await roomOf(order.advertiser, order)).order.unreadCount).toBe(2);
    expect((await roomOf(order.seller, order)).order.unreadCount).toBe(1);
    expect((await roomOf(order.operator, order)).order.unreadCount).toBe(0);
  });

  test('falls on reading, and the other side sees the read marker', async () => {
    const order = await factory.createOrder();
    const { number } = await says(order.advertiser, order);
    await says(order.advertiser, order);

    const answer = await reads(order.seller, order, number);

    const seen = (await roomOf(order.advertiser, order)).order.readMarkers;
    expect(answer).toMatchObject({ __typename: 'Order', unreadCount: 1 });
    expect(seen).toEqual([
      { role: 'ADVERTISER', readUpTo: 0, deliveredUpTo: 0 },
      { role: 'SELLER', readUpTo: number, deliveredUpTo: number },
    ]);
  });

  test('does not rise again: a read marker does not move back, and not beyond the end', async () => {
    const order = await factory.createOrder();
    await rested(order);
    const first = await says(order.advertiser, order);
    const last = await says(order.advertiser, order);
    await reads(order.seller, order, last.number);

    const back = await reads(order.seller, order, first.number);
    const again = await reads(order.seller, order, last.number);
    const beyond = await reads(order.seller, order, 2_000_000_000);
    await says(order.advertiser, order);

    for (const answer of [back, again, beyond])
      expect(answer).toMatchObject({ unreadCount: 0, readMarkers: [{}, { readUpTo: last.number }] });
    expect((await roomOf(order.seller, order)).order.unreadCount).toBe(1);
  });

  test('is changed only by the parties', async () => {
    const order = await factory.createOrder();
    const stranger = await factory.createPerson();

    const answers = [await reads(order.operator, order, 1), await reads(stranger, order, 1)];

    expect(answers.map(({ code }) => code)).toEqual(['NOT_A_PARTY', 'ORDER_NOT_FOUND']);
    expect((await stranger.ask('{ viewer { unreadCount } }')).viewer.unreadCount).toBe(0);
  });

  test('is exact after reading, writing and deleting at the same time on two instances', async () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
    const random = seededRandom(seed);
    const order = await factory.createOrder();
    const { id } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
    const people = [order.advertiser, order.seller, order.operator];
    const clients = people.flatMap((person) => [person, onSecond(person)]);
    const messages: { by: TestPerson; id: string; number: number }[] = [];
    const act = async () => {
      const person = pick(random, people);
      const client = pick(random, clients.slice(2 * people.indexOf(person), 2 * people.indexOf(person) + 2));
      const one = messages.length > 0 ? pick(random, messages) : undefined;
      const choice = random();
      if (!one || choice < 0.5) {
        const message = await says(client, order);
        messages.push({ by: person, id: message.id, number: message.number });
      } else if (choice < 0.8) await reads(client, order, one.number + Math.floor(3 * random()));
      else await deletes(one.by, one.id);
    };

    for (let round = 0; round < 12; round += 1) await Promise.all(Array.from({ length: 6 }, act));

    for (const person of people.slice(0, 2)) {
      const { readNumber, unread } = await server.app.db.readMarker.findUniqueOrThrow({
        where: { orderId_accountId: { orderId: id, accountId: person.accountId } },
      });
      const recount = await server.app.db.message.count({
        where: { orderId: id, number: { gt: readNumber }, authorId: { not: person.accountId }, deletedAt: null },
      });
      expect(unread, `SEED=${seed}`).toBe(recount);
      expect((await roomOf(person, order)).viewer.unreadCount, `SEED=${seed}`).toBe(recount);
    }
  });
});

describe.each(['follow', 'followSse'] as const)('ephemeral events over %s', (wire) => {
  test('a person who types is visible until they stop', async () => {
    const { order, stream } = await watched(wire);
    const typist = elsewhere(order.advertiser);

    const answer = await types(typist, order);
    const began = lastOf(await untilType(stream, 'TypingChanged'));
    await types(typist, order, false);
    const ended = lastOf(await untilType(stream, 'TypingChanged'));
    stream.stop();

    expect(answer).toMatchObject({ __typename: 'TypingStatus', expiresAt: expect.any(String) });
    expect(began).toMatchObject({ isTyping: true, role: 'ADVERTISER', account: { name: order.advertiser.name } });
    expect(ended).toMatchObject({ isTyping: false });
  });

  test('a person who follows the order is visible until they leave', async () => {
    const { order, stream } = await watched(wire);

    const visit = elsewhere(order.advertiser).follow(follow, { id: order.id });
    const came = lastOf(await untilType(stream, 'PresenceChanged'));
    visit.stop();
    const left = lastOf(await untilType(stream, 'PresenceChanged'));
    stream.stop();

    expect(came).toMatchObject({ isPresent: true, role: 'ADVERTISER' });
    expect(left).toMatchObject({ isPresent: false });
  });

  test('show immediately that the other side has received and read a message, and the markers are stored', async () => {
    const { order, stream } = await watched(wire);
    const other = elsewhere(order.advertiser).follow(follow, { id: order.id });
    const { number } = await says(order.seller, order);
    await other.until(({ orderTimeline }) => orderTimeline.entry.number === number);

    const delivered = await stream.until(({ orderTimeline: { kind, upTo } }) => kind === 'DELIVERED' && upTo >= number);
    await reads(elsewhere(order.advertiser), order, number);
    const read = await stream.until(({ orderTimeline }) => orderTimeline.kind === 'READ');
    for (const one of [stream, other]) one.stop();

    expect(lastOf(delivered)).toMatchObject({ role: 'ADVERTISER', account: { name: order.advertiser.name } });
    expect(lastOf(read)).toMatchObject({ role: 'ADVERTISER', upTo: number });
    expect((await roomOf(order.seller, order)).order.readMarkers[0]).toMatchObject({ readUpTo: number });
  });
});

describe('ephemeral events', () => {
  test('of typing end automatically', async () => {
    const { order, stream } = await watched();
    await types(elsewhere(order.advertiser), order);
    await untilType(stream, 'TypingChanged');

    const ended = lastOf(await untilType(stream, 'TypingChanged'));
    stream.stop();

    expect(ended).toMatchObject({ isTyping: false });
  });

  test('are not sent about oneself, about an operator, or without a request for them', async () => {
    const { order, stream } = await watched();
    const { cursor } = (await roomOf(order.seller, order)).order;
    const plain = order.advertiser.follow(follow, { id: order.id, after: cursor });
    const operator = order.operator.follow(follow, { id: order.id, after: cursor });
    await untilType(stream, 'PresenceChanged');

    await types(order.seller, order);
    await says(order.advertiser, order, 'the end');
    const seen = await untilType(stream, 'TimelineEntryAdded');
    const seenPlainly = [await plain.next(), await operator.next()];
    for (const one of [stream, plain, operator]) one.stop();

    expect(seen.map(({ orderTimeline }) => orderTimeline.__typename)).toEqual(['TimelineEntryAdded']);
    for (const { orderTimeline } of seenPlainly) expect(orderTimeline.entry.message.text).toBe('the end');
  });

  test('begin with the current state', async () => {
    const { order, stream } = await watched();
    await types(order.seller, order);

    const late = order.advertiser.follow(follow, { id: order.id, ephemeralEvents: true });
    const events = await late.until(({ orderTimeline }) => orderTimeline.__typename === 'TypingChanged');
    for (const one of [stream, late]) one.stop();

    const ephemeralEvents = events.map(({ orderTimeline }) => orderTimeline).filter(({ role }) => role !== undefined);
    expect(ephemeralEvents).toContainEqual(expect.objectContaining({ __typename: 'PresenceChanged', isPresent: true }));
    expect(ephemeralEvents).toContainEqual(expect.objectContaining({ __typename: 'TypingChanged', isTyping: true }));
  });

  test('are only for the parties: a stranger neither sees nor sends any', async () => {
    const { order, stream } = await watched();
    const stranger = await factory.createPerson();

    const answer = await types(stranger, order);
    const refusal = await stranger.follow(follow, { id: order.id, ephemeralEvents: true }).next();
    await says(order.advertiser, order);
    const seen = await untilType(stream, 'TimelineEntryAdded');
    stream.stop();

    expect(answer.code).toBe('ORDER_NOT_FOUND');
    expect(refusal.orderTimeline.code).toBe('ORDER_NOT_FOUND');
    expect(seen).toHaveLength(1);
  });

  test('of typing are limited', async () => {
    const order = await factory.createOrder();

    const answers = await Promise.all(
      Array.from({ length: limits.rates.typing.points + 1 }, () => types(order.seller, order)),
    );

    expect(answers.filter(({ __typename }) => __typename === 'RateLimited')).toHaveLength(1);
  });

  test('are queued only in their newest state, however often they change and however slow the reader is', () => {
    const hub = createPubSub({ ...tuning.live, transport: localTransport, onError: () => undefined });
    hub.subscribe(['t'], () => undefined);

    for (let number = 1; number <= 1_000; number += 1) hub.setPresence('t', { key: 'a', value: { number } }, minuteMs);
    for (let index = 0; index < 1_000; index += 1) hub.setPresence('t', { key: `many ${index}`, value: {} }, minuteMs);
    hub.clearPresence('t', 'a');

    const signs = hub.presenceSince('t', 1);
    expect(signs).toHaveLength(tuning.live.maxPresencePerTopic);
    expect(signs.filter(({ key }) => key === 'a')).toMatchObject([{ isSet: false, value: { number: 1_000 } }]);
  });
});

describe('a message', () => {
  test('that its author edits is updated for everyone, and the old text is stored in no table', async () => {
    const { order, stream } = await watched();
    const old = 'The old text, of which nothing is left.';
    const message = await says(order.advertiser, order, old);

    const edited = await edits(order.advertiser, message.id, 'Better so.');
    const event = await stream.until(({ orderTimeline }) => orderTimeline.entry?.type === 'MESSAGE_UPDATED');
    stream.stop();

    const shown = { number: message.number, text: 'Better so.', editedAt: expect.any(String), deletedAt: null };
    expect(edited).toMatchObject({ __typename: 'Message', ...shown });
    expect(lastOf(event).entry.message).toMatchObject(shown);
    expect(await storedAnywhere(old)).toBe(false);
  });

  test('that its author deletes keeps its place, and its text is stored in no table', async () => {
    const { order, stream } = await watched();
    const text = 'Something better left unsaid.';
    const message = await says(order.advertiser, order, text);

    await deletes(order.advertiser, message.id);
    const event = await stream.until(({ orderTimeline }) => orderTimeline.entry?.type === 'MESSAGE_DELETED');
    const again = await edits(order.advertiser, message.id, 'Or not.');
    stream.stop();

    expect(lastOf(event).entry.message).toMatchObject({
      number: message.number,
      text: '',
      deletedAt: expect.any(String),
    });
    expect((await roomOf(order.seller, order)).order).toMatchObject({
      unreadCount: 1,
      messages: { edges: [{}, { node: { number: message.number, text: '' } }] },
    });
    expect(await storedAnywhere(text)).toBe(false);
    expect(again.code).toBe('DELETED');
  });

  test('cannot be changed by others, after a while, or if it belongs to a step', async () => {
    const order = await factory.createOrder();
    const stranger = await factory.createPerson();
    const message = await says(order.advertiser, order);
    await takeStepAs(order.seller, order, 'requestFeedback');
    const { edges } = (await roomOf(order.seller, order)).order.messages;

    const byOthers = [
      await edits(order.seller, message.id, 'Mine.'),
      await deletes(order.operator, message.id),
      await deletes(stranger, message.id),
      await deletes(stranger, 'nonsense'),
      await edits(order.seller, edges.at(-1).node.id, 'Another question.'),
    ];
    server.clock.advance({ ms: limits.messageChanges.minutes * minuteMs + 1_000 });
    const late = await edits(order.advertiser, message.id, 'Too late.');

    expect(byOthers.map(({ code }) => code)).toEqual([
      'NOT_THE_AUTHOR',
      'NOT_THE_AUTHOR',
      'MESSAGE_NOT_FOUND',
      'MESSAGE_NOT_FOUND',
      'TEXT_OF_A_STEP',
    ]);
    expect(late.code).toBe('TOO_LATE');
    expect((await roomOf(order.seller, order)).order.messages.edges[0].node).toMatchObject({
      text: 'Hello.',
      editedAt: null,
    });
  });

  test('is edited once by one key, also when all calls run at the same time', async () => {
    const order = await factory.createOrder();
    const message = await says(order.advertiser, order, 'One', { idempotencyKey: 'said' });

    const answers = await Promise.all(
      [order.advertiser, onSecond(order.advertiser), order.advertiser].map((client) =>
        edits(client, message.id, 'Two', { idempotencyKey: 'edited' }),
      ),
    );
    const changed = await edits(order.advertiser, message.id, 'Three', { idempotencyKey: 'edited' });
    const repeated = await says(order.advertiser, order, 'One', { idempotencyKey: 'said' });

    const edited = await server.app.db.logEntry.count({
      where: { type: 'updateMessage', order: { number: order.number } },
    });
    expect(edited).toBe(1);
    for (const answer of [...answers, repeated]) expect(answer).toMatchObject({ number: message.number, text: 'Two' });
    expect(changed.__typename).toBe('IdempotencyKeyReused');
  });

  test('can answer only another message of the same order', async () => {
    const order = await factory.createOrder();
    const question = await says(order.seller, order, 'Tea?');
    const elsewhereSaid = await says(order.advertiser, await factory.createOrder({ advertiser: order.advertiser }));

    const answer = await says(order.advertiser, order, 'Tea.', { replyTo: question.number });
    const refusals = [
      await says(order.advertiser, order, 'To what?', { replyTo: 1 }),
      await says(order.advertiser, order, 'To what?', { replyTo: elsewhereSaid.number + 1_000 }),
    ];
    const byStranger = await says(await factory.createPerson(), order, 'Tea.', { replyTo: question.number });

    expect(answer.replyTo).toEqual({ number: question.number, text: 'Tea?' });
    for (const { problems } of refusals) expect(problems).toMatchObject([{ field: 'replyTo' }]);
    expect(byStranger.code).toBe('ORDER_NOT_FOUND');
  });

  test('comes back with its key only to its author', async () => {
    const { order, stream } = await watched();
    const { cursor } = (await roomOf(order.advertiser, order)).order;
    const own = onSecond(order.advertiser).follow(follow, { id: order.id, after: cursor });

    await says(order.advertiser, order, 'Settled.', { idempotencyKey: 'a key of mine' });
    const [mine, theirs] = [await own.next(), lastOf(await untilType(stream, 'TimelineEntryAdded'))];
    for (const one of [stream, own]) one.stop();

    expect(mine.orderTimeline.entry.idempotencyKey).toBe('a key of mine');
    expect(theirs.entry).toMatchObject({ idempotencyKey: null, message: { text: 'Settled.' } });
  });
});

/** True if a text is in any row of the chat or the log. */
async function storedAnywhere(text: string): Promise<boolean> {
  const [row] = await server.app.db.$queryRaw<{ found: boolean }[]>`
    select exists (select from message where message::text like ${`%${text}%`})
      or exists (select from log_entry where log_entry::text like ${`%${text}%`}) as found`;
  return row?.found ?? false;
}

describe('a digest', () => {
  const waits = () => server.clock.advance({ ms: limits.digest.minutes * minuteMs + 1_000 });
  const sendOnBoth = async () => {
    await Promise.all([sendDueDigests(server.app), sendDueDigests(second.app), sendDueDigests(server.app)]);
  };
  const lettersTo = ({ email }: TestPerson) =>
    [server, second]
      .flatMap(({ app }) => app.mailbox?.letters() ?? [])
      .filter(({ to, subject }) => to === email && /unread/i.test(subject));
  const digestsOf = (order: TestOrder) =>
    server.app.db.email.findMany({ where: { template: 'unread-messages', order: { number: order.number } } });

  test('is sent once on two instances with the waiting messages, and its delivery is on the timeline', async () => {
    const order = await factory.createOrder();
    await says(order.advertiser, order, 'Are you there?');
    const gone = await says(order.advertiser, order, 'Forget this secret.');
    await deletes(order.advertiser, gone.id);
    await sendOnBoth();
    const before = await digestsOf(order);

    waits();
    await sendOnBoth();
    await rested(order);
    await sendOnBoth();

    const letters = lettersTo(order.seller);
    expect(before).toEqual([]);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ replyTo: order.advertiser.email });
    expect(letters[0]?.text).toContain('Are you there?');
    expect(letters[0]?.text).not.toContain('secret');
    expect(lettersTo(order.advertiser)).toEqual([]);
    const fates = await server.app.db.logEntry.findMany({
      where: { order: { number: order.number }, input: { path: ['template'], equals: 'unread-messages' } },
    });
    expect(fates).toMatchObject([{ type: 'emailSent' }]);
  });

  test('is dropped if everything was read or deleted in time, and is not sent for the words of a step', async () => {
    const [read, deleted, stepped] = [
      await factory.createOrder(),
      await factory.createOrder(),
      await factory.createOrder(),
    ];
    const { number } = await says(read.advertiser, read);
    const { id } = await says(deleted.advertiser, deleted);
    await takeStepAs(stepped.seller, stepped, 'requestFeedback');

    await reads(read.seller, read, number);
    await deletes(deleted.advertiser, id);
    waits();
    await sendOnBoth();

    for (const order of [read, deleted, stepped]) expect(await digestsOf(order)).toEqual([]);
  });

  test('that comes later has only the newer messages', async () => {
    const order = await factory.createOrder();
    await says(order.advertiser, order, 'The first.');
    waits();
    await sendOnBoth();
    await rested(order);

    await says(order.advertiser, order, 'The second.');
    await sendOnBoth();
    const tooSoon = await digestsOf(order);
    waits();
    await sendOnBoth();
    await rested(order);

    const texts = lettersTo(order.seller).map(({ text }) => text);
    expect(tooSoon).toHaveLength(1);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('The first.'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('The second.'))).toHaveLength(1);
  });
});
