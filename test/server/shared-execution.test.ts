/** Events of many followers are read and resolved once, where the result is the same for all of them. */
import { expect, test } from 'vitest';
import type { Data, Subscriber } from '../support/client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, factory } = useServer();

const follow = (selection: string) => `subscription ($id: ID!, $after: String) {
  orderTimeline(orderId: $id, after: $after) { ... on TimelineEntryAdded { entry { number } ${selection} } ... on Refusal { code } } }`;
const say = `mutation ($id: ID!, $text: String!, $key: String) {
  sendMessage(input: { orderId: $id, text: $text, idempotencyKey: $key }) { ... on Message { number cursor } } }`;

async function says(person: TestPerson, { id }: TestOrder, text: string, key?: string): Promise<Data> {
  return (await person.ask(say, { id, text, key })).sendMessage;
}

const entryWith = async (stream: Subscriber, number: number): Promise<Data> =>
  (await stream.until(({ orderTimeline }) => orderTimeline.entry.number >= number)).at(-1).orderTimeline;

/** An order whose mails have gone out, so that nothing else happens in it, and the cursor of its end. */
async function createSettledOrder(): Promise<{ order: TestOrder; after: string }> {
  const order = await factory.createOrder();
  await eventually(async () => expect(await server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0));
  const { cursor } = (await order.seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: order.id })).order;
  return { order, after: cursor };
}

test('an entry takes as many statements for sixteen followers as for two', async () => {
  const people =
    'entry { number actor { name } message { text author { name } } } order { status revision items { title } advertiser { name } }';
  const statementsFor = async (each: number) => {
    const { order, after } = await createSettledOrder();
    const streams = [order.advertiser, order.seller].flatMap((person) =>
      Array.from({ length: each }, () => person.follow(follow(people), { id: order.id, after })),
    );
    const { number } = await says(order.seller, order, 'Are all of you here?');
    for (const stream of streams) await entryWith(stream, number);

    const before = server.app.database.statements();
    const { number: next } = await says(order.seller, order, 'Then we can begin.');
    for (const stream of streams) expect((await entryWith(stream, next)).entry.message.text).toBe('Then we can begin.');
    const statements = server.app.database.statements() - before;
    for (const stream of streams) stream.stop();
    return statements;
  };

  const few = await statementsFor(1);
  const many = await statementsFor(8);

  // Followers who are woken separately read separately; sixteen of them would take sixty statements more.
  expect(many).toBeLessThanOrEqual(few + 12);
});

test('fields that depend on the follower are resolved for each follower', async () => {
  const { order, after } = await createSettledOrder();
  const everybody = [order.advertiser, order.seller, order.operator];
  const selection = 'entry { idempotencyKey } order { viewerRole nextSteps { step } }';
  const streams = everybody.map((person) => person.follow(follow(selection), { id: order.id, after }));

  const { number } = await says(order.advertiser, order, 'Mine.', 'of-the-advertiser');

  const [ofAdvertiser, ofSeller, ofOperator] = await Promise.all(streams.map((stream) => entryWith(stream, number)));
  expect(ofAdvertiser).toMatchObject({
    entry: { idempotencyKey: 'of-the-advertiser' },
    order: { viewerRole: 'ADVERTISER' },
  });
  expect(ofSeller).toMatchObject({ entry: { idempotencyKey: null }, order: { viewerRole: 'SELLER' } });
  expect(ofOperator).toMatchObject({ entry: { idempotencyKey: null }, order: { viewerRole: 'OPERATOR' } });
  expect(ofSeller.order.nextSteps).not.toEqual(ofAdvertiser.order.nextSteps);
  for (const stream of streams) stream.stop();
});

test('an operation is resolved for each follower from the first entry on whose result differs', async () => {
  const order = await factory.createOrder({ status: 'COMPLETED' });
  const rating = 'entry { type ... on CollaborationRatedEntry { stars text } }';
  const streams = [order.advertiser, order.seller].map((person) => person.follow(follow(rating), { id: order.id }));
  const { number: before } = await says(order.advertiser, order, 'Thank you.');
  for (const stream of streams) await entryWith(stream, before);

  await order.seller.ask(
    'mutation ($id: ID!) { rateCollaboration(input: { orderId: $id, stars: 2, text: "Late." }) { ... on Order { id } } }',
    { id: order.id },
  );

  const isRating = ({ orderTimeline }: Data) => orderTimeline.entry.type === 'COLLABORATION_RATED';
  const [ofAdvertiser, ofSeller] = await Promise.all(
    streams.map(async (stream) => (await stream.until(isRating)).at(-1)),
  );
  expect(ofSeller.orderTimeline.entry).toMatchObject({ stars: 2, text: 'Late.' });
  expect(ofAdvertiser.orderTimeline.entry).toMatchObject({ stars: null, text: null });
  for (const stream of streams) stream.stop();
});

test('followers who begin at different places, or choose different fields, get their own results', async () => {
  const { order, after } = await createSettledOrder();
  const withVariable = `subscription ($id: ID!, $after: String, $full: Boolean!) { orderTimeline(orderId: $id, after: $after) {
    ... on TimelineEntryAdded { entry { number message { text authorRole @include(if: $full) } } } } }`;
  const late = order.advertiser.follow(withVariable, { id: order.id, after, full: true });
  const early = order.seller.follow(withVariable, { id: order.id, after: undefined, full: false });

  const { number } = await says(order.seller, order, 'Hello.');

  expect((await entryWith(late, number)).entry.message).toEqual({ text: 'Hello.', authorRole: 'SELLER' });
  expect((await entryWith(early, number)).entry.message).toEqual({ text: 'Hello.' });
  expect(early.results).toHaveLength(number);
  for (const stream of [late, early]) stream.stop();
});
