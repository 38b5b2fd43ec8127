/** Visits that count: each visitor once within some minutes, and a number of visitors of an address and of a network. */
import { Redis } from 'ioredis';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rowIdOf } from '../../../src/graphql/ids.ts';
import { limits } from '../../../src/limits.ts';
import { movableClock } from '../../../src/platform/clock.ts';
import { createUniqueEvents } from '../../../src/platform/rate-limits/unique-events.ts';
import { createHouseAd, createPlacement, freshSlug, publish, type TestAd } from '../../support/ads.ts';
import type { Data } from '../../support/client.ts';
import type { TestPerson } from '../../support/factory.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { useServer } from '../../support/use-server.ts';
import { freshAddress, visit } from '../../support/visits.ts';

const { server, second, factory } = useServer({ instances: 2, config: { trustedProxies: 1 } });
const redisUrl = process.env['REDIS_URL'];
const { ms, perAddress, perNetwork } = limits.serving.visitors;
let seller: TestPerson;

beforeAll(async () => {
  // To noon: at midnight the key of the day changes, and with it every visitor.
  const now = server.clock.now();
  server.clock.advance({ ms: new Date(now).setUTCHours(36, 0, 0, 0) - now.getTime() });
  seller = await factory.createPerson();
});
afterEach(() => expect([...errorsIn(server.logged), ...errorsIn(second.logged)]).toEqual([]));

interface ShownAd {
  readonly ad: TestAd;
  /** The paths that show it and that click it. */
  readonly shown: string;
  readonly clicked: string;
}

async function showAd(): Promise<ShownAd> {
  const ad = await createHouseAd(seller, 'House ad', { html: 'Tea.', targetUrl: 'https://tea.example' });
  const slug = freshSlug();
  await publish(seller, ad, await createPlacement(seller, 'SINGLE', slug));
  return { ad, shown: `/p/${slug}`, clicked: `/c/${rowIdOf('Ad', ad.id)}` };
}

async function countsOf({ id }: TestAd): Promise<Data> {
  for (const { app } of [server, second]) await app.serving.flush();
  const { ad } = await seller.ask(
    'query ($id: ID!) { ad(id: $id) { impressions clicks filteredImpressions filteredClicks } }',
    { id },
  );
  return ad;
}

const counts = (impressions: number, clicks: number, filteredImpressions: number, filteredClicks: number): Data => ({
  impressions,
  clicks,
  filteredImpressions,
  filteredClicks,
});

interface Visitor {
  readonly from: string;
  readonly agent?: string;
}

const browserOf = (agent: string): string => `Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/${agent}`;

/** Visits of these visitors, all at the same time. */
const visitAs = (path: string, visitors: readonly Visitor[], where = server) =>
  Promise.all(
    visitors.map(({ from, agent = '140.0' }) =>
      visit(where, path, { 'x-forwarded-for': from, 'user-agent': browserOf(agent) }),
    ),
  );
const times = <Item>(count: number, itemOf: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => itemOf(index));

test('a hundred requests from one address with one browser count once, and the others are shown as filtered', async () => {
  const { ad, shown, clicked } = await showAd();
  const from = freshAddress();

  const answers = await visitAs(
    clicked,
    times(100, () => ({ from })),
  );
  await visitAs(
    shown,
    times(100, () => ({ from })),
  );
  await visitAs(shown, [{ from: freshAddress() }]);

  // A visitor who does not count is redirected all the same.
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
  expect(await countsOf(ad)).toEqual(counts(2, 1, 99, 99));
});

test('a visitor of another ad counts for it', async () => {
  const [one, other] = [await showAd(), await showAd()];
  const from = freshAddress();

  for (const { shown } of [one, other, one]) await visitAs(shown, [{ from }]);

  expect(await countsOf(one.ad)).toEqual(counts(1, 0, 1, 0));
  expect(await countsOf(other.ad)).toEqual(counts(1, 0, 0, 0));
});

describe('different browsers count', () => {
  test('up to a number from one address', async () => {
    const { ad, clicked } = await showAd();
    const from = freshAddress();

    await visitAs(
      clicked,
      times(perAddress + 15, (agent) => ({ from, agent: `${agent}.0` })),
    );

    expect(await countsOf(ad)).toEqual(counts(0, perAddress, 0, 15));
  });

  test.each([
    ['IPv4', (host: number, _browser: number) => `192.0.2.${host}`],
    ['IPv6', (host: number, browser: number) => `2001:db8:7:${host.toString(16)}::${browser.toString(16)}`],
  ])('up to a number from one network of %s', async (_, addressOf) => {
    const { ad, clicked } = await showAd();
    const hosts = perNetwork / perAddress + 1;

    // Of each host one more than an address may have. In IPv6, a host chooses its addresses within a /64 itself.
    await visitAs(
      clicked,
      times(hosts, (host) =>
        times(perAddress + 1, (agent) => ({ from: addressOf(host + 1, agent + 1), agent: `${agent}.0` })),
      ).flat(),
    );

    expect(await countsOf(ad)).toEqual(counts(0, perNetwork, 0, hosts * (perAddress + 1) - perNetwork));
  });
});

test('a visitor counts again after the window, and not before, however often they come', async () => {
  const { ad, clicked } = await showAd();
  const visitor = { from: freshAddress() };

  for (const wait of [0, ms / 2, ms / 2]) {
    server.clock.advance({ ms: wait });
    await visitAs(clicked, [visitor, visitor]);
  }

  expect(await countsOf(ad)).toEqual(counts(0, 2, 0, 4));
});

test('instances with Redis count a visitor once; without it each counts for itself', async () => {
  const { ad, clicked } = await showAd();
  const visitor = { from: freshAddress() };

  for (const where of [server, second, server, second]) await visitAs(clicked, [visitor], where);

  expect(await countsOf(ad)).toEqual(redisUrl ? counts(0, 1, 0, 3) : counts(0, 2, 0, 2));
});

test.skipIf(!redisUrl)(
  'instances share the bounds of an address, and Redis holds neither addresses nor browsers',
  async () => {
    const { ad, clicked } = await showAd();
    const from = '198.51.100.7';
    const agents = times(perAddress, (agent) => ({ from, agent: `77.${agent}` }));

    await Promise.all([
      visitAs(clicked, agents.slice(0, 15)),
      visitAs(clicked, agents.slice(5), second),
      visitAs(clicked, [{ from, agent: '78.0' }]),
      visitAs(clicked, [{ from, agent: '79.0' }], second),
    ]);
    const counted = await countsOf(ad);
    const redis = new Redis(redisUrl ?? '');
    const keys = await redis.keys('*:visit:event:*');
    const lifetimes = await Promise.all(keys.map((key) => redis.pttl(key)));
    redis.disconnect();

    expect(counted['clicks']).toBe(perAddress);
    expect(counted['filteredClicks']).toBe(15 + 15 + 2 - perAddress);
    expect(keys.length).toBeGreaterThan(perAddress);
    expect(keys.join()).not.toMatch(/198\.51|Firefox|77\.1/);
    expect(lifetimes.filter((lifetime) => lifetime === -1 || lifetime > ms)).toEqual([]);
  },
);

test('bots, prefetches and clicks that open no page are filtered, and HEAD is not', async () => {
  const { ad, shown, clicked } = await showAd();
  const filtered: Record<string, string>[] = [
    { 'user-agent': 'curl/8.10.1' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-purpose': 'preview' },
    { 'x-moz': 'prefetch' },
  ];

  for (const headers of filtered) for (const path of [shown, clicked]) await visit(server, path, headers);
  await visit(server, clicked, { 'sec-fetch-dest': 'image' });
  for (const path of [shown, clicked]) await visit(server, path, { method: 'HEAD' });

  expect(await countsOf(ad)).toEqual(counts(0, 0, filtered.length, filtered.length + 1));
});

test('an instance holds a bounded number of visitors, and drops the oldest first', async () => {
  const events = createUniqueEvents({
    redis: undefined,
    namespace: '',
    clock: movableClock(),
    windowMs: 3_600_000,
    maxKeys: 10,
    onError: () => {},
  });
  const record = (key: number) => events.tryRecord(String(key), () => []);

  expect(times(50, (key) => record(key))).toEqual(times(50, () => true));
  expect([record(49), record(42)]).toEqual([false, false]);
  expect(record(1)).toBe(true);
});
