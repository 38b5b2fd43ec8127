/** Events since a cursor, for callers that poll: nothing is lost or doubled, whatever happens at the same time. */
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { change, codesOf, createPartner, idOf, type TestPartner, wires } from '../support/partner.ts';
import { pick, seededRandom } from '../support/random.ts';
import { errorsIn } from '../support/raw-http.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const events = `query Events($first: Int, $after: String) { events(first: $first, after: $after) {
  edges { cursor node { entry { id number type } order { id number status } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
const follow = `subscription ($after: String) { inbox(after: $after) { __typename
  ... on InboxEntryAdded { cursor entry { id } } ... on InboxOrderRead { cursor } ... on InboxReset { cursor reason } } }`;
const say = `mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello." }) { ... on Message { number } ... on Refusal { message } } }`;

const says = async (person: ApiClient, { id }: { id: string }): Promise<number> =>
  (await person.ask(say, { id })).sendMessage.number;
const onSecond = (person: { token: string | undefined; sessionToken: string }) =>
  apiClient(second.url, person.sessionToken);
const pageOf = async (who: ApiClient, after?: string, first?: number): Promise<Data> =>
  (await who.ask(events, { after, first })).events;
/** A page with events: a new entry can be read only when all earlier transactions have ended. */
const nextPage = (who: ApiClient, after: string, first?: number): Promise<Data> =>
  eventually(async () => {
    const page = await pageOf(who, after, first);
    expect(page.edges).not.toEqual([]);
    return page;
  });
const cursorOf = async (who: ApiClient): Promise<string> => (await who.ask('{ inbox { cursor } }')).inbox.cursor;
const logOf = async ({ number }: TestOrder): Promise<number> =>
  (await server.app.db.order.findUniqueOrThrow({ where: { number } })).logNumber;

/** Waits until everything that was written can be read, and no mail is on its way. */
const rested = () => expect.poll(async () => server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0);

/** Takes page after page until `hasEnded` was true before the last page. */
async function poll(
  who: readonly ApiClient[],
  { after, random, hasEnded }: { after: string; random: () => number; hasEnded: () => boolean },
): Promise<Data[]> {
  const came: Data[] = [];
  for (let cursor = after; ; ) {
    const isLast = hasEnded();
    const page = await pageOf(pick(random, who), cursor, 1 + Math.floor(7 * random()));
    came.push(...page.edges.map(({ node }: Data) => node));
    cursor = page.pageInfo.endCursor;
    if (isLast && !page.pageInfo.hasNextPage) return came;
  }
}

describe('events', () => {
  test('come oldest first, from the first one on, page by page to the end', async () => {
    const order = await factory.createOrder({ status: 'FEEDBACK_REQUIRED' });
    await rested();
    const everything = await pageOf(order.seller, undefined, 50);

    const pages: Data[] = [];
    for (let cursor: string | undefined; ; cursor = pages.at(-1).pageInfo.endCursor) {
      pages.push(await pageOf(order.seller, cursor, 2));
      if (!pages.at(-1).pageInfo.hasNextPage) break;
    }

    const numbers = everything.edges.map(({ node }: Data) => node.entry.number);
    expect(numbers).toEqual(Array.from({ length: await logOf(order) }, (_, index) => index + 1));
    expect(pages.flatMap(({ edges }) => edges)).toEqual(everything.edges);
    expect(everything.edges[0].node).toMatchObject({
      entry: { number: 1, type: 'ORDER_PLACED' },
      order: { id: order.id, number: order.number, status: 'FEEDBACK_REQUIRED' },
    });
    expect(pages[0].pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  test('are also read from the end', async () => {
    const order = await factory.createOrder({ status: 'FEEDBACK_REQUIRED' });
    await rested();
    const everything = (await pageOf(order.seller, undefined, 50)).edges;
    const ends =
      'query ($before: String) { events(last: 2, before: $before) { edges { cursor node { entry { number } } } pageInfo { hasPreviousPage } } }';

    const newest = (await order.seller.ask(ends)).events;
    const before = (await order.seller.ask(ends, { before: newest.edges[0].cursor })).events;

    const cursors = [...before.edges, ...newest.edges].map(({ cursor }: Data) => cursor);
    expect(cursors).toEqual(everything.slice(-4).map(({ cursor }: Data) => cursor));
    expect(newest.pageInfo.hasPreviousPage).toBe(true);
  });

  test('an empty page keeps the cursor that it was asked with, and the next event is found from there', async () => {
    const order = await factory.createOrder();
    await rested();
    const cursor = await cursorOf(order.seller);

    const empty = await pageOf(order.seller, cursor);
    const number = await says(order.advertiser, order);
    const next = await nextPage(order.seller, empty.pageInfo.endCursor);

    expect(empty).toEqual({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: cursor } });
    expect(next.edges.map(({ node }: Data) => node.entry.number)).toEqual([number]);
  });

  test('a person without events has a cursor to continue from', async () => {
    const seller = await factory.createPerson();

    const empty = await pageOf(seller);
    const order = await factory.createOrder({ seller });
    const next = await nextPage(seller, empty.pageInfo.endCursor, 1);

    expect(empty.edges).toEqual([]);
    expect(next.edges[0].node.order.id).toBe(order.id);
  });

  test('are those of the viewer: a stranger gets none, an operator gets all, an anonymous caller is refused', async () => {
    const order = await factory.createOrder();
    await rested();
    const after = await cursorOf(order.operator);
    const number = await says(order.advertiser, order);
    const stranger = await factory.createPerson();

    const [ownEvents, strangerEvents, anonymousAnswer] = [
      await nextPage(order.operator, after),
      await pageOf(stranger),
      await apiClient(server.url).send(events),
    ];

    expect(ownEvents.edges.map(({ node }: Data) => [node.order.id, node.entry.number])).toEqual([[order.id, number]]);
    expect(strangerEvents.edges).toEqual([]);
    expect(anonymousAnswer.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test.each([
    ['CURSOR_UNKNOWN', () => 'nonsense'],
    ['CURSOR_OF_ANOTHER_DATABASE', () => Buffer.from(`i:elsewher:${'0'.repeat(19)}`).toString('base64url')],
    ['CURSOR_AHEAD', () => Buffer.from(`i:${server.app.epoch.name}:${'8'.repeat(19)}`).toString('base64url')],
  ])('after an unknown cursor (%s) are refused, with a remedy', async (code, cursor) => {
    const seller = await factory.createPerson();

    const { errors } = await seller.send(events, { after: cursor() });

    expect(errors?.[0]?.extensions).toMatchObject({ code, recovery: 'CORRECTABLE' });
    expect(errors?.[0]?.message).toContain('inbox { cursor }');
  });

  test.each([0, 51])('in a page of %i are refused', async (first) => {
    const { errors } = await (await factory.createPerson()).send(events, { first });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'PAGE_INVALID' });
  });

  test('of 50 take as many statements as of 5', async () => {
    const seller = await factory.createPerson();
    for (let count = 0; count < 14; count += 1) await factory.createOrder({ seller });
    await rested();
    const statementsOf = (first: number) =>
      countStatements(server, async () => expect((await pageOf(seller, undefined, first)).edges).toHaveLength(first));

    // Session, final position, entries, orders.
    expect([await statementsOf(5), await statementsOf(50)]).toEqual([4, 4]);
  });
});

describe('a caller that polls', () => {
  test('while people write in several orders on two instances gets each event once, and the events of an order in sequence', async () => {
    await expectNothingLost(async () => undefined);
  });

  // The embedded database does one transaction at a time: there is none that overtakes another.
  test.skipIf(!process.env['DATABASE_URL'])(
    'loses nothing when transactions end in another order than they began',
    async () => {
      await expectNothingLost(async ({ number }, isWriting) => {
        const client = await connectOnce(server.database.url);
        onTestFinished(() => client.end());
        const count = () => server.app.db.logEntry.count();
        while (isWriting()) {
          await client.query('begin');
          await client.query(
            `with counted as (update "order" set log_number = log_number + 1 where number = $1 returning *)
           insert into log_entry (order_id, number, type, at, actor_id, role, input, revision)
           select id, log_number, 'sendMessage', now(), advertiser_id, 'advertiser', '{}', revision from counted`,
            [number],
          );
          const held = await count();
          await expect.poll(async () => !isWriting() || (await count()) > held + 2, { interval: 10 }).toBe(true);
          await client.query('commit');
        }
      });
    },
  );

  test('can continue with the stream, and then poll again, with the same cursors', async () => {
    const order = await factory.createOrder();
    await rested();
    const after = await cursorOf(order.seller);

    const numbers = [await says(order.advertiser, order), await says(order.advertiser, order)];
    const polled = await nextPage(order.seller, after, 1);
    const stream = order.seller.follow(follow, { after: polled.pageInfo.endCursor });
    const streamed = await stream.next();
    const more = await says(order.advertiser, order);
    await stream.next();
    stream.stop();
    const rest = await nextPage(order.seller, streamed.inbox.cursor);

    expect(polled.edges[0].node.entry.number).toBe(numbers[0]);
    expect(polled.edges[0].cursor).toBe(polled.pageInfo.endCursor);
    expect(streamed.inbox).toMatchObject({ __typename: 'InboxEntryAdded' });
    expect(rest.edges.map(({ node }: Data) => node.entry.number)).toEqual([more]);
  });

  test('is not disturbed by the cursor of a read marker', async () => {
    const order = await factory.createOrder();
    const read = await says(order.advertiser, order);
    await rested();
    const stream = order.seller.follow(follow, { after: await cursorOf(order.seller) });
    await change(order.seller, 'markRead', { orderId: order.id, upTo: read });
    const event = await stream.next();
    stream.stop();

    const number = await says(order.advertiser, order);
    const page = await nextPage(order.seller, event.inbox.cursor);

    expect(event.inbox.__typename).toBe('InboxOrderRead');
    expect(page.edges.map(({ node }: Data) => node.entry.number)).toEqual([number]);
  });
});

describe('an application', () => {
  const registered = `query Poll($after: String) { events(after: $after) { edges { node { order { id } entry { number
    ... on CollaborationRatedEntry { stars text } } } } pageInfo { endCursor } } }`;
  const run = (partner: TestPartner, variables: Record<string, unknown> = {}) =>
    wires.POST(server, partner.key, { documentId: idOf(registered), variables });

  test('polls the events of the account that it acts for, if it may see orders', async () => {
    const owner = await factory.createPerson();
    const order = await factory.createOrder({ seller: owner });
    const may = await createPartner(factory, { owner, scopes: ['ORDERS_READ'], documents: [registered] });
    const mayNot = await createPartner(factory, { owner, scopes: ['MESSAGES_WRITE'], documents: [registered] });
    const stranger = await createPartner(factory, { scopes: ['ORDERS_READ'], documents: [registered] });

    const [seen, refused, strange] = [await run(may), await run(mayNot), await run(stranger)];

    expect(seen.data.events.edges[0].node).toMatchObject({ order: { id: order.id }, entry: { number: 1 } });
    expect(codesOf(refused)).toEqual(['SCOPE_MISSING']);
    expect(refused.errors?.[0]?.extensions['scopes']).toEqual(['ORDERS_READ']);
    expect(strange.data.events.edges).toEqual([]);
  });

  test('does not read the text of a rating before both ratings are published', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const { seller, advertiser } = order;
    await takeStepAs(advertiser, order, 'rateCollaboration', { stars: 2, text: 'Late.' });
    await rested();
    const ofSeller = await createPartner(factory, { owner: seller, documents: [registered] });
    const ratingOf = async (partner: TestPartner) => {
      const { data } = await run(partner);
      return data.events.edges.map(({ node }: Data) => node.entry).find((entry: Data) => 'stars' in entry);
    };

    const before = await ratingOf(ofSeller);
    await takeStepAs(seller, order, 'rateCollaboration', { stars: 5 });
    const after = await ratingOf(ofSeller);

    expect(before).toMatchObject({ stars: null, text: null });
    expect(after).toMatchObject({ stars: 2, text: 'Late.' });
  });
});

/** Has people write in several orders of one seller at the same time while the seller polls, and compares the received events with the log. */
async function expectNothingLost(
  during: (order: TestOrder, isWriting: () => boolean) => Promise<unknown>,
): Promise<void> {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  const random = seededRandom(seed);
  const seller = await factory.createPerson();
  const orders: TestOrder[] = [];
  for (let count = 0; count < 4; count += 1) orders.push(await factory.createOrder({ seller }));
  await rested();
  const starts = await Promise.all(orders.map(logOf));
  let hasEnded = false;
  const polling = poll([seller, onSecond(seller)], { after: await cursorOf(seller), random, hasEnded: () => hasEnded });
  const write = async (order: TestOrder) => {
    for (let count = 0; count < 8; count += 1) {
      const person = pick(random, [order.advertiser, seller]);
      await says(pick(random, [person, onSecond(person)]), order);
    }
  };

  const last = orders.at(-1) as TestOrder;
  let isWriting = true;
  const writing = Promise.all(orders.slice(0, -1).flatMap((order) => [write(order), write(order)])).finally(() => {
    isWriting = false;
  });
  await Promise.all([writing, during(last, () => isWriting)]);
  hasEnded = true;
  const came = await polling;

  const ends = await Promise.all(orders.map(logOf));
  expect(new Set(came.map(({ entry }) => entry.id)).size, `doubled, SEED=${seed}`).toBe(came.length);
  for (const [index, { id }] of orders.entries()) {
    const [start = 0, end = 0] = [starts[index], ends[index]];
    const numbers = came.filter(({ order }) => order.id === id).map(({ entry }) => entry.number);
    expect(numbers, `lost or out of order, SEED=${seed}`).toEqual(
      Array.from({ length: end - start }, (_, offset) => start + 1 + offset),
    );
  }
}
