/** Ratings and the metrics survey: who gives them, who can read them, and when. */
import { describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { periods } from '../../src/process/periods.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { sendRaw } from '../support/raw-http.ts';
import { everythingOf } from '../support/seed-all.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 1_000 });

async function passDays(days: number): Promise<void> {
  server.clock.advance({ days });
  await fireDueTimers(server.app);
}

/** Waits until every mail about the order is sent, so that its timeline no longer changes. */
const waitForMails = ({ number }: TestOrder) =>
  expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number } } })).toBe(0);

const rate = (person: TestPerson, order: TestOrder, stars: number, text?: string): Promise<Data> =>
  takeStepAs(person, order, 'rateCollaboration', { stars, ...(text === undefined ? {} : { text }) });

const overview = `query ($id: ID!) { order(id: $id) { reviewStatus surveyStatus ratings { role raterName stars text }
  metrics { traffic leads conversions } waitingOn needsAttention nextSteps { step } } }`;
const read = async (person: TestPerson, { id }: TestOrder): Promise<Data> => (await person.ask(overview, { id })).order;
const nextSteps = async (person: TestPerson, order: TestOrder): Promise<string[]> =>
  (await read(person, order)).nextSteps.map(({ step }: Data) => step);
const mailsOf = async ({ number }: TestOrder, template: string): Promise<string[]> =>
  (await server.app.db.email.findMany({ where: { order: { number }, template } }))
    .map(({ role }) => String(role))
    .sort();

// These fields are other orders. With them, the document would be longer than the limit.
const others = ['predecessor', 'successor'];
const entry = everythingOf('TimelineEntry', 1);
const queries = [
  `query ($id: ID!) { order(id: $id) { ${everythingOf('Order', 2, ['timeline', 'messages', ...others])} } }`,
  `query ($id: ID!, $after: String) { order(id: $id) { timeline(after: $after, first: 40) { edges { cursor node { ${entry} } } pageInfo { ${everythingOf('PageInfo', 0)} } } } }`,
  `query ($id: ID!) { node(id: $id) { ... on Order { ${everythingOf('Order', 1, ['timeline', ...others])} } } }`,
  `{ attentionCounts { ${everythingOf('AttentionCounts', 0)} } }`,
];
// The streams have the entries themselves, and the queries have that of the status.
const orderOfEvent = everythingOf('Order', 1, ['timeline', 'statusEntry', ...others]);
const inbox = `{ inbox { entries(last: 20) { edges { node { ${entry} } } } } }`;
const inboxStream = `subscription ($after: String) { inbox(after: $after) { __typename ... on InboxEntryAdded { entry { ${entry} } order { ${orderOfEvent} } } } }`;
const stream = `subscription ($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { cursor entry { ${entry} } order { ${orderOfEvent} } } } }`;
const profileOf = `query ($seller: ID!, $secret: String!) { sellerProfile(accountId: $seller) { ${everythingOf('SellerProfile', 1)} }
  orders(filter: { text: $secret }) { edges { node { number } } } }`;

/** Everything that a viewer reads of an order after a cursor, as text. Only an anonymous viewer may be refused. */
async function bytesFor(
  who: ApiClient,
  variables: { id: string; after?: string },
  documents: readonly string[] = queries,
): Promise<string[]> {
  const texts: string[] = [];
  for (const query of documents) {
    const headers = {
      'content-type': 'application/json',
      ...(who.token ? { authorization: `Bearer ${who.token}` } : {}),
    };
    const { text } = await sendRaw(server.url, { headers, body: JSON.stringify({ query, variables }) });
    if (who.token) expect(text, 'everything can be selected').not.toContain('"errors"');
    texts.push(text);
  }
  return texts;
}

/** Every value in an answer, with its path. */
function valuesIn(answer: Data, path = ''): [string, unknown][] {
  if (answer === null || typeof answer !== 'object') return [[path, answer]];
  return Object.entries(answer).flatMap(([name, value]) => valuesIn(value, `${path}/${name}`));
}

describe('an unpublished rating', () => {
  const secret = 'unmistakable-words-of-a-rating';

  test('is not in anything that other people read, until it is published', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await waitForMails(order);
    const { order: start } = await order.seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: order.id });
    const others = { seller: order.seller, operator: order.operator, stranger: await factory.createPerson() };
    const everywhere = [...queries, inbox];
    const streams = [order.seller, order.operator].map((who) => who.follow(stream, { id: order.id }));
    for (const who of [order.seller, order.operator]) {
      const { inbox: now } = await who.ask('{ inbox { cursor } }');
      streams.push(who.follow(inboxStream, { after: now.cursor }));
    }

    await takeStepAs(order.advertiser, order, 'rateCollaboration', { stars: 2, text: secret, idempotencyKey: 'r' });
    await takeStepAs(order.advertiser, order, 'rateCollaboration', { stars: 2, text: secret, idempotencyKey: 'r' });
    await waitForMails(order);

    const entryIn = ({ orderTimeline, inbox: ofInbox }: Data) => (orderTimeline ?? ofInbox).entry;
    const isRating = (event: Data) => entryIn(event)?.__typename === 'CollaborationRatedEntry';
    for (const one of streams) {
      const events = await one.until(isRating);
      expect(JSON.stringify(events)).not.toContain(secret);
      expect(entryIn(events.at(-1))).toMatchObject({ stars: null, text: null, actorRole: 'ADVERTISER' });
    }
    for (const who of [...Object.values(others), apiClient(server.url)])
      expect((await bytesFor(who, { id: order.id, after: start.cursor }, everywhere)).join()).not.toContain(secret);
    for (const who of [order.seller, order.operator]) {
      const { sellerProfile, orders } = await who.ask(profileOf, { seller: sellerId(order), secret });
      expect(sellerProfile).toMatchObject({ ratingCount: 0, ratingAverage: null, ratings: { edges: [] } });
      expect(orders.edges).toEqual([]);
    }
    const mails = server.app.mailbox?.letters() ?? [];
    expect(mails.some(({ subject }) => subject.includes('has rated'))).toBe(true);
    expect(JSON.stringify(mails)).not.toContain(secret);
    expect((await bytesFor(order.advertiser, { id: order.id, after: start.cursor })).join()).toContain(secret);

    await rate(order.seller, order, 5);

    for (const who of [order.seller, order.operator]) {
      const [read, , , , fromInbox] = await bytesFor(who, { id: order.id, after: start.cursor }, everywhere);
      expect(read).toContain(secret);
      expect(fromInbox).toContain(secret);
    }
    const late = others.seller.follow(stream, { id: order.id, after: start.cursor });
    const [first] = await late.until(isRating);
    expect(entryIn(first)).toMatchObject({ stars: 2, text: secret });
    const { sellerProfile } = await others.seller.ask(profileOf, { seller: sellerId(order), secret });
    expect(JSON.stringify(sellerProfile)).toContain(secret);
    for (const one of [...streams, late]) one.stop();
  });

  test('does not affect anything that the other party reads: 5 stars look the same as 1 star', async () => {
    const [advertiser, seller] = [await factory.createPerson(), await factory.createPerson()];
    const orders: TestOrder[] = [];
    for (let count = 0; count < 3; count += 1)
      orders.push(await factory.createOrder({ advertiser, seller, status: 'COMPLETED' }));
    const inputs = [{ stars: 1 }, { stars: 1 }, { stars: 5, text: 'So many words. '.repeat(100) }];
    const seen: Map<string, unknown>[] = [];

    for (const [index, order] of orders.entries()) {
      await waitForMails(order);
      const { order: start } = await seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: order.id });
      const variables = { id: order.id, after: start.cursor };
      const following = seller.follow(stream, variables);
      await takeStepAs(advertiser, order, 'rateCollaboration', inputs[index]);
      await waitForMails(order);
      const events = await following.until((event) => event.orderTimeline.entry.__typename === 'EmailSentEntry');
      following.stop();
      const answers = (await bytesFor(seller, variables)).map((text) => JSON.parse(text));
      seen.push(new Map(valuesIn({ events, answers })));
    }

    const [one, another, five] = seen;
    expect([...(one?.values() ?? [])]).toContain('CollaborationRatedEntry');
    expect([...(five?.keys() ?? [])]).toEqual([...(one?.keys() ?? [])]);
    // The number of an earlier entry depends on the e-mails that were sent before it.
    const same = [...(one ?? [])].filter(
      ([path, value]) => another?.get(path) === value && !path.endsWith('/statusEntry/number'),
    );
    expect(same.length).toBeGreaterThan(100);
    expect(same.map(([path]) => [path, five?.get(path)])).toEqual(same);
  });

  test('does not affect any byte that other people read later', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await rate(order.advertiser, order, 1);
    await waitForMails(order);
    const readAll = async () => [
      ...(await bytesFor(order.seller, { id: order.id }, [...queries, inbox])),
      ...(await bytesFor(order.operator, { id: order.id }, [...queries, inbox])),
    ];
    const before = await readAll();
    const fiveStars = { stars: 5, text: 'So many words. '.repeat(100) };

    const { id: orderId } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
    await server.app.db.$transaction(async (tx) => {
      // Without the trigger that protects the log: as if the rating had been given with these values.
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.rating.updateMany({ where: { orderId }, data: fiveStars });
      await tx.logEntry.updateMany({ where: { orderId, type: 'rateCollaboration' }, data: { input: fiveStars } });
    });

    expect(await readAll()).toEqual(before);
    expect((await bytesFor(order.advertiser, { id: order.id })).join()).toContain(fiveStars.text);
  });
});

const sellerId = ({ seller }: TestOrder): string => toGlobalId('Account', seller.accountId);

describe('ratings', () => {
  test('are requested from both parties on completion, and the second rating publishes both', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await takeStepAs(order.seller, order, 'submitProof');
    const onCompletion = await read(order.advertiser, order);

    await rate(order.advertiser, order, 4, 'Quick and friendly.');
    const between = { advertiser: await read(order.advertiser, order), seller: await read(order.seller, order) };
    await rate(order.seller, order, 5);
    const after = await read(order.seller, order);

    expect(onCompletion).toMatchObject({ reviewStatus: 'OPEN', ratings: [], waitingOn: ['ADVERTISER', 'SELLER'] });
    expect(onCompletion.nextSteps).toEqual([{ step: 'RATE_COLLABORATION' }]);
    const own = { role: 'ADVERTISER', raterName: order.advertiser.name, stars: 4, text: 'Quick and friendly.' };
    expect(between.advertiser).toMatchObject({ ratings: [own], needsAttention: false, nextSteps: [] });
    expect(between.seller).toMatchObject({ ratings: [], needsAttention: true });
    expect(between.seller.nextSteps).toEqual([{ step: 'RATE_COLLABORATION' }]);
    expect(after).toMatchObject({ reviewStatus: 'PUBLISHED', waitingOn: [] });
    expect(after.ratings).toEqual([own, { role: 'SELLER', raterName: order.seller.name, stars: 5, text: null }]);
    expect(await mailsOf(order, 'rating-given')).toEqual(['seller']);
    expect(await mailsOf(order, 'ratings-published')).toEqual(['advertiser', 'seller']);
  });

  test('are given once by each party, also when all calls run at the same time, and published once', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    const parties = [order.advertiser, order.seller];

    const answers = await Promise.all([...parties, ...parties, ...parties].map((who) => rate(who, order, 3)));

    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(2);
    expect(answers.filter(({ code }) => code === 'CONDITION_NOT_MET')).toHaveLength(4);
    expect((await read(order.operator, order)).ratings).toHaveLength(2);
    expect(await mailsOf(order, 'ratings-published')).toEqual(['advertiser', 'seller']);
  });

  test('have 1 to 5 stars', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });

    const answers = [await rate(order.seller, order, 0), await rate(order.seller, order, 6)];

    for (const [index, answer] of answers.entries())
      expect(answer).toMatchObject({
        __typename: 'InputInvalid',
        problems: [{ field: 'stars', message: `must be a whole number from 1 to 5; it is ${index * 6}` }],
      });
    expect((await rate(order.seller, order, 5)).__typename).toBe('Order');
  });

  test('are published when the time for them has ended, and cannot be given after that', async () => {
    const [one, none] = [
      await factory.createOrder({ status: 'COMPLETED' }),
      await factory.createOrder({ status: 'COMPLETED' }),
    ];
    await rate(one.seller, one, 2, 'Never answered.');
    await passDays(periods.review - 1);
    const before = await read(one.advertiser, one);

    await passDays(1);

    expect(before).toMatchObject({ reviewStatus: 'OPEN', ratings: [] });
    expect(await read(one.advertiser, one)).toMatchObject({ reviewStatus: 'PUBLISHED', ratings: [{ stars: 2 }] });
    expect(await rate(one.advertiser, one, 5)).toMatchObject({ code: 'CONDITION_NOT_MET' });
    expect(await nextSteps(one.advertiser, one)).not.toContain('RATE_COLLABORATION');
    expect(await mailsOf(one, 'ratings-published')).toEqual(['advertiser', 'seller']);
    expect(await read(none.seller, none)).toMatchObject({ reviewStatus: 'PUBLISHED', ratings: [] });
    expect(await mailsOf(none, 'ratings-published'), 'there is nothing to read').toEqual([]);
  });

  test('continue after a dispute with the remaining time', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await rate(order.advertiser, order, 1);
    await takeStepAs(order.seller, order, 'openDispute');
    await passDays(400);
    const during = await read(order.seller, order);

    await takeStepAs(order.operator, order, 'resolveDispute', { outcome: 'RESUMED', reasoning: 'Continue.' });
    await passDays(periods.review - 1);
    const back = await read(order.seller, order);
    await passDays(1);

    expect(during).toMatchObject({ reviewStatus: 'OPEN', ratings: [] });
    expect(back).toMatchObject({ reviewStatus: 'OPEN', ratings: [] });
    expect(await rate(order.advertiser, order, 5)).toMatchObject({ code: 'CONDITION_NOT_MET' });
    expect(await read(order.seller, order)).toMatchObject({ reviewStatus: 'PUBLISHED', ratings: [{ stars: 1 }] });
  });

  test('that are open continue when the order is completed again, and published ratings are not requested again', async () => {
    const [open, published] = [
      await factory.createOrder({ status: 'COMPLETED' }),
      await factory.createOrder({ status: 'COMPLETED' }),
    ];
    await rate(open.advertiser, open, 4);
    for (const party of [published.advertiser, published.seller]) await rate(party, published, 4);
    const completeAgain = async (order: TestOrder) => {
      await takeStepAs(order.operator, order, 'overrideOrderStatus', {
        status: 'PROCESSING',
        reason: 'It is not done.',
      });
      const between = await read(order.seller, order);
      await takeStepAs(order.seller, order, 'completeOrder', {});
      return [between, await read(order.seller, order)];
    };

    const [openBetween, openAfter] = await completeAgain(open);
    const [, publishedAfter] = await completeAgain(published);

    expect(openBetween).toMatchObject({ reviewStatus: 'OPEN', ratings: [] });
    expect(openAfter).toMatchObject({ reviewStatus: 'OPEN', ratings: [] });
    expect(await rate(open.advertiser, open, 1)).toMatchObject({ code: 'CONDITION_NOT_MET' });
    expect(await rate(open.seller, open, 1)).toMatchObject({ __typename: 'Order' });
    expect(publishedAfter).toMatchObject({ reviewStatus: 'PUBLISHED', ratings: [{ stars: 4 }, { stars: 4 }] });
    expect(await nextSteps(published.advertiser, published)).toEqual([]);
  });

  test('are published when the order ends: a refund hides no rating', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await rate(order.advertiser, order, 1, 'It never ran.');

    await takeStepAs(order.seller, order, 'refundOrder', { reason: 'All of it.' });

    expect(await read(order.seller, order)).toMatchObject({
      reviewStatus: 'PUBLISHED',
      ratings: [{ stars: 1, text: 'It never ran.' }],
    });
    const { sellerProfile } = await order.seller.ask(profileOf, { seller: sellerId(order), secret: 'none' });
    expect(sellerProfile).toMatchObject({ ratingCount: 1, ratingAverage: 1, completedOrderCount: 0 });
  });
});

describe('the metrics survey', () => {
  const surveyAnswer = { traffic: 1_200, leads: 34, conversions: 0 };

  test('is sent some days after completion and answered once, for both parties to read', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.survey - 1);
    const early = await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', surveyAnswer);
    await passDays(1);
    const due = await read(order.advertiser, order);

    await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', surveyAnswer);
    const again = await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', { ...surveyAnswer, traffic: 1 });

    expect(early).toMatchObject({ __typename: 'StepNotAllowed', code: 'CONDITION_NOT_MET' });
    expect(due).toMatchObject({ surveyStatus: 'DUE', metrics: null, needsAttention: true });
    expect(due.nextSteps).toContainEqual({ step: 'ANSWER_METRICS_SURVEY' });
    expect(again).toMatchObject({ __typename: 'StepNotAllowed', code: 'CONDITION_NOT_MET' });
    for (const party of [order.advertiser, order.seller])
      expect(await read(party, order)).toMatchObject({ surveyStatus: 'ANSWERED', metrics: surveyAnswer });
    expect(await mailsOf(order, 'metrics-survey')).toEqual(['advertiser']);
  });

  test('lapses when it is not answered in time', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.survey);
    await passDays(periods.surveyAnswer - 1);
    const last = await read(order.advertiser, order);

    await passDays(1);

    expect(last.surveyStatus).toBe('DUE');
    expect(await read(order.advertiser, order)).toMatchObject({ surveyStatus: 'LAPSED', metrics: null });
    expect(await nextSteps(order.advertiser, order)).not.toContain('ANSWER_METRICS_SURVEY');
    expect(await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', surveyAnswer)).toMatchObject({
      code: 'CONDITION_NOT_MET',
    });
  });

  test('accepts whole numbers within bounds, and names all invalid fields', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.survey);

    const answer = await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', {
      traffic: -1,
      leads: 1_000_000_001,
      conversions: 0,
    });

    expect(answer).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'traffic' }, { field: 'leads' }] });
    const maxMetrics = { traffic: 1_000_000_000, leads: 0, conversions: 0 };
    expect(await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', maxMetrics)).toMatchObject({
      __typename: 'Order',
    });
  });

  test('is not sent a second time when the order is completed again', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.survey);
    await takeStepAs(order.operator, order, 'overrideOrderStatus', { status: 'PROCESSING', reason: 'It is not done.' });
    await takeStepAs(order.seller, order, 'completeOrder', {});

    await passDays(periods.survey);

    expect(await mailsOf(order, 'metrics-survey')).toEqual(['advertiser']);
    expect(await read(order.advertiser, order)).toMatchObject({ surveyStatus: 'DUE' });
  });

  test('ends with the order', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.survey);

    await takeStepAs(order.seller, order, 'refundOrder', { reason: 'All of it.' });

    expect(await read(order.advertiser, order)).toMatchObject({
      surveyStatus: 'LAPSED',
      nextSteps: [],
      needsAttention: false,
    });
  });
});
