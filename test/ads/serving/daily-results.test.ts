/** The impressions and clicks of ads by day, compared with the visits that were made. */
import { beforeAll, expect, test } from 'vitest';
import { dailyCountsSql } from '../../../src/ads/serving/daily-results.ts';
import { rowIdOf } from '../../../src/graphql/ids.ts';
import { limits } from '../../../src/limits.ts';
import { addDays, dayOf } from '../../../src/platform/days.ts';
import { createAd, createHouseAd, createPlacement, freshSlug, publish, type TestAd } from '../../support/ads.ts';
import type { ApiClient, Data } from '../../support/client.ts';
import type { TestPerson } from '../../support/factory.ts';
import { rowsTouched } from '../../support/query-plans.ts';
import { countStatements } from '../../support/statements.ts';
import { useServer } from '../../support/use-server.ts';
import { visit, visitOften } from '../../support/visits.ts';

const { server, second, factory } = useServer({ instances: 2, config: { trustedProxies: 1 }, sessionDays: 1_000 });
let seller: TestPerson;

beforeAll(async () => {
  seller = await factory.createPerson();
});

const content = { html: 'Tea.', targetUrl: 'https://tea.example' };
const rowOf = ({ id }: TestAd): string => rowIdOf('Ad', id);
const today = (): string => dayOf(server.clock.now());

async function shown(ad: TestAd): Promise<string> {
  const slug = freshSlug();
  await publish(seller, ad, await createPlacement(seller, 'SINGLE', slug));
  return `/p/${slug}`;
}

const dailyResults =
  'query ($id: ID!, $from: Date!, $to: Date!) { ad(id: $id) { dailyResults(from: $from, to: $to) { day impressions clicks } impressions clicks } }';
const flush = () => Promise.all([server, second].map(({ app }) => app.serving.flush()));

async function resultsOf(person: ApiClient, ad: TestAd, from: string, to: string): Promise<Data> {
  await flush();
  return (await person.ask(dailyResults, { id: ad.id, from, to })).ad;
}

/** Lets time pass until some minutes after the next midnight in UTC, or before it. */
function advanceToMidnight(minutes: number): void {
  const midnight = Date.parse(`${addDays(today(), 1)}T00:00:00Z`);
  server.clock.advance({ ms: midnight + minutes * 60_000 - server.clock.now().getTime() });
}

test('count each visit on its day in UTC, also if it is written on the next day, and add up to the totals', async () => {
  const ad = await createHouseAd(seller, 'House ad', content);
  const path = await shown(ad);
  advanceToMidnight(-5);
  const first = today();

  await visitOften(server, path, 3);
  await visit(server, `/c/${rowOf(ad)}`);
  advanceToMidnight(0);
  await visitOften(server, path, 2);
  await visitOften(second, path, 4);
  await flush();
  server.clock.advance({ days: 2 });
  await visit(second, path);
  const results = await resultsOf(seller, ad, addDays(first, -1), addDays(first, 4));

  expect(results.dailyResults).toEqual([
    { day: addDays(first, -1), impressions: 0, clicks: 0 },
    { day: first, impressions: 3, clicks: 1 },
    { day: addDays(first, 1), impressions: 6, clicks: 0 },
    { day: addDays(first, 2), impressions: 0, clicks: 0 },
    { day: addDays(first, 3), impressions: 1, clicks: 0 },
    { day: addDays(first, 4), impressions: 0, clicks: 0 },
  ]);
  expect(results).toMatchObject({ impressions: 10, clicks: 1 });
  expect((await resultsOf(seller, ad, first, first)).dailyResults).toEqual([{ day: first, impressions: 3, clicks: 1 }]);
});

test('are read by anyone who reads the totals, and by no one else', async () => {
  const ad = await createAd(factory, seller, { measure: 'IMPRESSIONS', quantity: 50_000 }, content);
  await visitOften(server, await shown(ad), 2);
  const expected = [{ day: today(), impressions: 2, clicks: 0 }];

  for (const person of [seller, await factory.createMember(seller, 'VIEWER'), ad.order.advertiser, ad.order.operator])
    expect((await resultsOf(person, ad, today(), today())).dailyResults).toEqual(expected);
  expect(await resultsOf(await factory.createPerson(), ad, today(), today())).toBeNull();
  const unpublished = await createAd(factory, seller);
  expect((await resultsOf(seller, unpublished, today(), today())).dailyResults).toEqual([
    { day: today(), impressions: 0, clicks: 0 },
  ]);
});

test('are refused for a range that has no day, is too long, or is outside of the readable days', async () => {
  const ad = await createHouseAd(seller);
  const read = (from: string, to: string) => seller.send(dailyResults, { id: ad.id, from, to });
  const { days } = limits.results;

  const longest = await read('2028-01-01', addDays('2028-01-01', days - 1));
  expect(longest.data.ad.dailyResults).toHaveLength(days);
  for (const [from, to, field] of [
    ['2026-03-02', '2026-03-01', 'to'],
    ['2026-01-01', addDays('2026-01-01', days), 'to'],
    ['1999-12-31', '2000-01-01', 'from'],
    ['9999-01-01', '9999-12-31', 'to'],
  ] as const) {
    const { errors } = await read(from, to);
    expect(errors).toMatchObject([{ extensions: { code: 'INPUT_INVALID', problems: [{ field }] } }]);
  }
});

test('of 20 ads take as many statements as of one, and touch only the rows of their days', async () => {
  const owner = await factory.createPerson();
  const ads: TestAd[] = [];
  for (let count = 0; count < 20; count += 1) ads.push(await createHouseAd(owner, `Ad ${count}`, content));
  const { db } = server.app;
  const ids = ads.map(rowOf);
  await db.adCounter.createMany({ data: ids.map((adId) => ({ adId })) });
  await db.$executeRaw`
    insert into ad_daily_counter (ad_id, day, impressions, clicks)
    select ad_id, date '2020-01-01' + n, 1, 0 from unnest(${ids}::uuid[]) as ad_id, generate_series(0, 1999) as n`;
  await db.$executeRaw`analyze ad_daily_counter`;
  const list =
    'query ($first: Int!) { ads(first: $first) { nodes { dailyResults(from: "2021-05-01", to: "2021-05-30") { day impressions } } } }';
  const statementsFor = (first: number) =>
    countStatements(server, async () => {
      const { ads: page } = await owner.ask(list, { first });
      expect(page.nodes).toHaveLength(first);
      for (const { dailyResults: days } of page.nodes) expect(days).toHaveLength(30);
    });

  const one = await statementsFor(1);
  const many = await statementsFor(20);
  const keys = ids.map((adId) => ({ adId, range: { from: '2021-05-01', to: '2021-05-30' } }));
  const plan = await db.$queryRaw`explain (analyze, format json) ${dailyCountsSql(keys)}`;

  expect(many).toBe(one);
  expect(rowsTouched(plan)).toBeLessThanOrEqual(20 * 30);
});
