/** The profile of a seller, and the counts of orders that need attention. */
import { describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { periods } from '../../src/process/periods.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectFiguresOf } from '../support/invariants.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 1_000 });

async function passDays(days: number): Promise<void> {
  server.clock.advance({ days });
  await fireDueTimers(server.app);
}

const fields = `seller { name email } completedOrderCount responseTime { medianSeconds orderCount } ratingCount ratingAverage
  metrics { answerCount averageTraffic averageLeads averageConversions }
  spaces { edges { node { title options { title } } } }
  ratings { edges { node { role raterName stars text publishedAt } } }`;
const accountOf = ({ accountId }: TestPerson): string => toGlobalId('Account', accountId);
const profileOf = async (seller: TestPerson, reader: ApiClient = apiClient(server.url)): Promise<Data> =>
  (await reader.ask(`query ($id: ID!) { sellerProfile(accountId: $id) { ${fields} } }`, { id: accountOf(seller) }))
    .sellerProfile;

/** An order of this seller, completed and rated by both parties. */
async function createRatedOrder(seller: TestPerson, stars: number, text: string): Promise<TestOrder> {
  const order = await factory.createOrder({ seller, status: 'COMPLETED' });
  await takeStepAs(order.advertiser, order, 'rateCollaboration', { stars, text });
  await takeStepAs(seller, order, 'rateCollaboration', { stars: 1, text: 'Of the advertiser.' });
  return order;
}

describe('a profile', () => {
  test('is public, and shows the offers of a seller and the ratings by advertisers', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Daily' });
    const orders = [await createRatedOrder(seller, 5, 'The first.'), await createRatedOrder(seller, 4, 'The second.')];
    orders.push(await createRatedOrder(seller, 4, 'The third.'));

    const profile = await profileOf(seller);

    expect(profile).toMatchObject({
      seller: { name: 'Harbour Daily', email: null },
      completedOrderCount: 3,
      ratingCount: 3,
      ratingAverage: 4.3,
      metrics: null,
    });
    expect(profile.ratings.edges.map(({ node }: Data) => [node.raterName, node.stars, node.text, node.role])).toEqual([
      [orders[2]?.advertiser.name, 4, 'The third.', 'ADVERTISER'],
      [orders[1]?.advertiser.name, 4, 'The second.', 'ADVERTISER'],
      [orders[0]?.advertiser.name, 5, 'The first.', 'ADVERTISER'],
    ]);
    expect(profile.spaces.edges).toHaveLength(3);
    expect(profile.spaces.edges[0].node.options).toEqual([{ title: 'one week' }]);
    await expectFiguresOf(server, seller.accountId, 'after three orders');
  });

  test('counts every completed order, also when many are completed at the same time', async () => {
    const seller = await factory.createPerson();
    const orders: TestOrder[] = [];
    for (let count = 0; count < 8; count += 1) orders.push(await factory.createOrder({ seller, status: 'PROCESSING' }));

    await Promise.all(orders.map((order) => takeStepAs(seller, order, 'completeOrder', {})));
    const all = await profileOf(seller);
    await takeStepAs(orders[0]?.operator ?? seller, orders[0] ?? { id: '' }, 'overrideOrderStatus', {
      status: 'PROCESSING',
      reason: 'Not yet.',
    });

    expect(all.completedOrderCount).toBe(8);
    expect((await profileOf(seller)).completedOrderCount).toBe(7);
    await expectFiguresOf(server, seller.accountId, 'after one was taken back');
  });

  test('exists only for a seller with a space that the reader may see', async () => {
    const { seller, advertiser, operator } = await factory.createOrder();
    const publicly = [await profileOf(seller), await profileOf(advertiser)];
    await server.app.db.space.updateMany({ where: { sellerId: seller.accountId }, data: { status: 'UNLISTED' } });

    expect(publicly).toEqual([expect.objectContaining({ completedOrderCount: 0, ratingAverage: null }), null]);
    expect(await profileOf(seller)).toBeNull();
    expect(await profileOf(seller, advertiser)).toBeNull();
    for (const reader of [seller, operator])
      expect((await profileOf(seller, reader)).spaces.edges, 'unlisted spaces are included').toHaveLength(1);
    const { order } = await advertiser.ask(
      `{ orders(first: 1) { edges { node { seller { name profile { ratingCount } } } } } order: viewer { profile { ratingCount } } }`,
    );
    expect(order.profile).toBeNull();
  });

  test('shows averages of the surveys that change only when enough further advertisers have answered', async () => {
    const seller = await factory.createPerson();
    const { answersPerUpdate } = limits.profile;
    const orders: TestOrder[] = [];
    for (let count = 0; count < 2 * answersPerUpdate; count += 1)
      orders.push(await factory.createOrder({ seller, status: 'COMPLETED' }));
    await passDays(periods.survey);
    const seen: Data[] = [];

    for (const [index, order] of orders.entries()) {
      const metrics = { traffic: 100 * (index + 1), leads: index, conversions: index === 0 ? 1 : 0 };
      await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', metrics);
      seen.push((await profileOf(seller)).metrics);
    }

    const first = { answerCount: 5, averageTraffic: 300, averageLeads: 2, averageConversions: 0.2 };
    const second = { answerCount: 10, averageTraffic: 550, averageLeads: 4.5, averageConversions: 0.1 };
    const repeat = <Value>(value: Value, times: number): Value[] => Array.from({ length: times }, () => value);
    expect(seen).toEqual([...repeat(null, 4), ...repeat(first, 5), second]);
    await expectFiguresOf(server, seller.accountId, 'after all answers');
  });

  test('shows no averages while few advertisers have answered, however often', async () => {
    const [seller, advertiser] = [await factory.createPerson(), await factory.createPerson()];
    const orders = [await factory.createOrder({ seller, status: 'COMPLETED' })];
    for (let count = 0; count < limits.profile.answersPerUpdate; count += 1)
      orders.push(await factory.createOrder({ seller, advertiser, status: 'COMPLETED' }));
    await passDays(periods.survey);

    for (const order of orders)
      await takeStepAs(order.advertiser, order, 'answerMetricsSurvey', { traffic: 7, leads: 0, conversions: 0 });

    expect((await profileOf(seller)).metrics).toBeNull();
  });

  test('answers at the same time are all in the averages', async () => {
    const seller = await factory.createPerson();
    const orders: TestOrder[] = [];
    for (let count = 0; count < limits.profile.answersPerUpdate; count += 1)
      orders.push(await factory.createOrder({ seller, status: 'COMPLETED' }));
    await passDays(periods.survey);

    await Promise.all(
      orders.map((order) =>
        takeStepAs(order.advertiser, order, 'answerMetricsSurvey', { traffic: 10, leads: 0, conversions: 0 }),
      ),
    );

    expect((await profileOf(seller)).metrics).toMatchObject({ answerCount: 5, averageTraffic: 10 });
  });

  test('shows the median of the time until the first answer, which is a message, a step, or a step of an ad', async () => {
    const seller = await factory.createPerson();
    const [message, step, ad, silent] = [
      await factory.createOrder({ seller }),
      await factory.createOrder({ seller }),
      await factory.createOrder({ seller }),
      await factory.createOrder({ seller }),
    ];
    const say = async (who: TestPerson, { id }: TestOrder) =>
      who.ask('mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello." }) { __typename } }', { id });
    await say(silent.advertiser, silent);
    const before = await profileOf(seller);
    const { orders } = await seller.ask(`{ orders { edges { node { id ads { id } } } } }`);
    const adOf = ({ id }: TestOrder): string => orders.edges.find(({ node }: Data) => node.id === id).node.ads[0].id;

    server.clock.advance({ ms: 60_000 });
    await say(seller, message);
    server.clock.advance({ ms: 60_000 });
    await takeStepAs(seller, step, 'requestFeedback');
    server.clock.advance({ days: 3 });
    await seller.ask('mutation ($id: ID!) { saveAdDraft(input: { adId: $id, html: "Tea." }) { __typename } }', {
      id: adOf(ad),
    });
    // A silent step does not answer the advertiser.
    await seller.ask('mutation ($id: ID!) { publishAdDirectly(input: { adId: $id }) { ... on Ad { status } } }', {
      id: adOf(silent),
    });
    // Later answers change nothing.
    await say(seller, message);
    await takeStepAs(seller, step, 'withdrawFeedbackRequest');

    expect(before.responseTime).toBeNull();
    const { medianSeconds, orderCount: counted } = (await profileOf(seller)).responseTime;
    expect(counted).toBe(3);
    expect(medianSeconds).toBeGreaterThanOrEqual(120);
    expect(medianSeconds).toBeLessThan(180);
  });

  test('has its ratings in pages, from both ends, and refuses cursors of other lists', async () => {
    const seller = await factory.createPerson();
    for (const text of ['one', 'two', 'three']) await createRatedOrder(seller, 3, text);
    const page = async (args: string): Promise<Data> => {
      const { data, errors } = await apiClient(server.url).send(
        `query ($id: ID!) { sellerProfile(accountId: $id) { ratings(${args}) { edges { cursor node { text } } pageInfo { hasNextPage hasPreviousPage endCursor } }
          spaces(first: 1) { edges { cursor } } } }`,
        { id: accountOf(seller) },
      );
      return errors ? errors[0]?.extensions?.['code'] : data.sellerProfile;
    };
    const texts = ({ ratings }: Data) => ratings.edges.map(({ node }: Data) => node.text);

    const first = await page('first: 2');
    const rest = await page(`first: 2, after: "${first.ratings.pageInfo.endCursor}"`);
    const last = await page('last: 2');
    const before = await page(`last: 2, before: "${rest.ratings.edges[0].cursor}"`);

    expect([first, rest, last, before].map(texts)).toEqual([
      ['three', 'two'],
      ['one'],
      ['two', 'one'],
      ['three', 'two'],
    ]);
    expect([first, rest].map(({ ratings }) => ratings.pageInfo.hasNextPage)).toEqual([true, false]);
    expect(await page(`after: "${first.spaces.edges[0].cursor}"`)).toBe('CURSOR_MALFORMED');
    expect(await page('after: "x"')).toBe('CURSOR_MALFORMED');
    expect(await page('first: 51')).toBe('PAGE_INVALID');
  });
});

describe('attention', () => {
  const attention = '{ attentionCounts { asAdvertiser asSeller asOperator } }';
  const countsOf = async (who: ApiClient): Promise<Data> => (await who.ask(attention)).attentionCounts;

  test('is counted for each role of a person, as the filter lists it', async () => {
    const [both, other] = [await factory.createPerson(), await factory.createPerson()];
    await factory.createOrder({ seller: both });
    await factory.createOrder({ seller: both, status: 'FEEDBACK_REQUIRED' });
    await factory.createOrder({ advertiser: both, seller: other, status: 'PAYMENT_REQUIRED' });
    await factory.createOrder({ advertiser: both, seller: other, status: 'COMPLETED' });
    const { operator } = await factory.createOrder({ advertiser: other, seller: both, status: 'DISPUTED' });

    const counts = await countsOf(both);

    expect(counts).toEqual({ asAdvertiser: 2, asSeller: 1, asOperator: 0 });
    for (const [role, count] of Object.entries({ ADVERTISER: 2, SELLER: 1 })) {
      const { orders } = await both.ask(
        `{ orders(filter: { needsAttention: true, role: ${role} }) { edges { node { id } } } }`,
      );
      expect(orders.edges).toHaveLength(count);
    }
    const overseen = await server.app.db.order.count({ where: { waitingOnOperator: true } });
    expect(await countsOf(operator)).toEqual({ asAdvertiser: 0, asSeller: 0, asOperator: overseen });
    expect(overseen).toBeGreaterThan(0);
  });

  test('is only for people who have signed in', async () => {
    const { errors } = await apiClient(server.url).send(attention);

    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_SIGNED_IN');
  });
});
