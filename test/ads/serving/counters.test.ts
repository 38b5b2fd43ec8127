/** The counts of the ads that are shown: their cost, their durability, and the ads that end by them. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expireDueAds } from '../../../src/ads/expire-ads.ts';
import { createCounterBuffer, writeCounts } from '../../../src/ads/serving/counters.ts';
import { rowIdOf } from '../../../src/graphql/ids.ts';
import { tuning } from '../../../src/tuning.ts';
import {
  createAd,
  createHouseAd,
  createPlacement,
  freshSlug,
  publish,
  submit,
  type TestAd,
  takeOfAd,
} from '../../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../../support/client.ts';
import type { Purchase, TestOrder, TestPerson } from '../../support/factory.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { useServer } from '../../support/use-server.ts';
import { visit, visitOften } from '../../support/visits.ts';

/** Each visit comes from another visitor. */
const config = { trustedProxies: 1 };
const { server, second, factory } = useServer({ instances: 2, config });
let seller: TestPerson;

beforeAll(async () => {
  seller = await factory.createPerson();
});
afterEach(() => expect([...errorsIn(server.logged), ...errorsIn(second.logged)]).toEqual([]));

const content = { html: 'Tea.', targetUrl: 'https://tea.example' };
const rowOf = ({ id }: TestAd): string => rowIdOf('Ad', id);
const clickOf = (ad: TestAd): string => `/c/${rowOf(ad)}`;

/** Publishes an ad into a placement of its own, and returns the address that shows it. */
async function shown(ad: TestAd): Promise<string> {
  const slug = freshSlug();
  await publish(seller, ad, await createPlacement(seller, 'SINGLE', slug));
  return `/p/${slug}`;
}
const createAdFor = (bought?: Purchase) => createAd(factory, seller, bought, content);

async function countsOf(person: ApiClient, { id }: TestAd): Promise<Data> {
  const { ad } = await person.ask(
    'query ($id: ID!) { ad(id: $id) { impressions clicks deliveryGoal { measure quantity delivered remaining } } }',
    { id },
  );
  return ad;
}
/** The counts in the table, after everything that was counted so far is written. */
async function flushedCounts(ad: TestAd, ...servers: readonly TestServer[]): Promise<Data> {
  await Promise.all([server, second, ...servers].map(({ app }) => app.serving.flush()));
  const { impressions, clicks } = await countsOf(seller, ad);
  return { impressions, clicks };
}

async function entriesOf(order: TestOrder, type: string): Promise<Data[]> {
  const { order: found } = await order.seller.ask(
    'query ($id: ID!) { order(id: $id) { timeline(last: 50) { edges { node { type actorRole } } } } }',
    { id: order.id },
  );
  return found.timeline.edges.map(({ node }: Data) => node).filter((entry: Data) => entry.type === type);
}

describe('the counts', () => {
  test('include the answers that let a browser show an ad, also the ones without a body for a cached ad, and clicks', async () => {
    const ad = await createHouseAd(seller, 'House ad', content);
    const path = await shown(ad);

    const { headers } = await visit(server, path);
    const again = await visit(server, path, { 'if-none-match': String(headers.etag) });
    await visit(server, `${path}.json`);
    await visit(server, clickOf(ad));

    expect(again.status).toBe(304);
    expect(await flushedCounts(ad)).toEqual({ impressions: 3, clicks: 1 });
  });

  test('include the clicks on the link over the ad, in the frame that is shown', async () => {
    const ad = await createAdFor();
    const { text } = await visit(server, await shown(ad));
    const { publicUrl } = server.app.config;

    const address = String(/ src="([^"]*)"/.exec(text)?.[1]);
    const frame = await visit(server, address.replace(publicUrl, ''));
    const link = new URL(String(/ href="([^"]*)"/.exec(frame.text)?.[1]), address).pathname;

    expect(frame.text).toContain(content.html);
    expect(await visit(server, link)).toMatchObject({ status: 302, headers: { location: `${content.targetUrl}/` } });
    expect(await flushedCounts(ad)).toEqual({ impressions: 1, clicks: 1 });
  });

  test('leave out robots, prefetches, HEAD and reads of the API', async () => {
    const ad = await createHouseAd(seller, 'House ad', content);
    const path = await shown(ad);
    const others: Record<string, string>[] = [
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      { 'user-agent': 'curl/8.10.1' },
      { 'user-agent': '' },
      { 'sec-purpose': 'prefetch' },
      { 'sec-purpose': 'prefetch;prerender' },
      { purpose: 'prefetch' },
      { 'x-moz': 'prefetch' },
      { 'x-purpose': 'preview' },
      { method: 'HEAD' },
    ];

    const answers = await Promise.all(
      others.flatMap((one) => [visit(server, path, one), visit(server, clickOf(ad), one)]),
    );
    await apiClient(server.url).ask('query ($slug: String!) { placement(slug: $slug) { ads { clickUrl } } }', {
      slug: path.slice(3),
    });

    expect(answers.map(({ status }) => status)).toEqual(others.flatMap(() => [200, 302]));
    expect(await flushedCounts(ad)).toEqual({ impressions: 0, clicks: 0 });
  });

  test('leave out clicks that load no page: an ad cannot click on another ad by loading it as an image', async () => {
    const ad = await createHouseAd(seller, 'House ad', content);
    await shown(ad);

    await visit(server, clickOf(ad), { 'sec-fetch-dest': 'image' });
    await visit(server, clickOf(ad), { 'sec-fetch-dest': 'document' });

    expect(await flushedCounts(ad)).toMatchObject({ clicks: 1 });
  });

  test('can be read by both sides, and by no one else', async () => {
    const ad = await createAdFor({ measure: 'IMPRESSIONS', quantity: 50_000 });
    await visitOften(server, await shown(ad), 3);
    await flushedCounts(ad);

    const expected = {
      impressions: 3,
      clicks: 0,
      deliveryGoal: { measure: 'IMPRESSIONS', quantity: 50_000, delivered: 3, remaining: 49_997 },
    };
    for (const person of [seller, ad.order.advertiser, ad.order.operator])
      expect(await countsOf(person, ad)).toEqual(expected);
    expect(await countsOf(await factory.createPerson(), ad)).toBeNull();
    expect(await countsOf(seller, await createAdFor())).toEqual({ impressions: 0, clicks: 0, deliveryGoal: null });
  });
});

describe('no count is lost or doubled', () => {
  test('of 1,000 concurrent requests on two instances that write at the same time', async () => {
    const slug = freshSlug();
    const group = await createPlacement(seller, 'GROUP', slug);
    const ads = [];
    for (let count = 0; count < 4; count += 1) ads.push(await createHouseAd(seller, `Ad ${count}`, content));
    for (const ad of ads) await publish(seller, ad, group);

    const writing = new AbortController();
    const writers = [server, second].map(async ({ app }) => {
      while (!writing.signal.aborted) await app.serving.flush().then(() => new Promise(setImmediate));
    });
    const clicks = ads.map((ad) => visitOften(second, clickOf(ad), 25));
    const answers = await Promise.all([
      ...[server, second].map((one) => visitOften(one, `/p/${slug}`, 450)),
      ...clicks,
    ]);
    writing.abort();
    await Promise.all(writers);

    const counts = await Promise.all(ads.map((ad) => flushedCounts(ad)));
    const shownTimes = ads.map(
      (ad) => answers.flat().filter(({ status, text }) => status === 200 && text.includes(rowOf(ad))).length,
    );
    expect(counts).toEqual(shownTimes.map((impressions) => ({ impressions, clicks: 25 })));
    expect(shownTimes.reduce((sum, times) => sum + times, 0)).toBe(900);
  });

  test('when an instance is stopped', async () => {
    const third = await startServer({ config, beside: server });
    const ad = await createHouseAd(seller, 'House ad', content);
    const path = await shown(ad);
    await visitOften(third, path, 7);
    await visit(third, clickOf(ad));
    await third.stop();

    expect(await flushedCounts(ad)).toEqual({ impressions: 7, clicks: 1 });
  });

  test('when the database does not take them for a while', async () => {
    const third = await startServer({ config, beside: server });
    const ad = await createHouseAd(seller, 'House ad', content);
    const path = await shown(ad);
    const { db } = server.app;

    await db.$executeRaw`alter table ad_counter rename to ad_counter_away`;
    await visitOften(third, path, 2);
    await expect(third.app.serving.flush()).rejects.toThrow();
    await visitOften(third, path, 3);
    await expect(third.app.serving.flush()).rejects.toThrow();
    await db.$executeRaw`alter table ad_counter_away rename to ad_counter`;
    const counts = await flushedCounts(ad, third);
    await third.stop();

    expect(counts).toEqual({ impressions: 5, clicks: 0 });
  });

  test('when the answer of the database is lost and a batch is sent again', async () => {
    const ad = await createHouseAd(seller, 'House ad', content);
    await shown(ad);
    const { db, clock } = server.app;
    const processId = randomUUID();
    let losses = 2;
    const tally = createCounterBuffer(clock, async (batch) => {
      await writeCounts(db, { processId, batch, at: clock.now() });
      if (losses-- > 0) throw new Error('The connection broke after the commit');
    });

    tally.add(rowOf(ad), 'impressions');
    await expect(tally.flush()).rejects.toThrow('broke');
    tally.add(rowOf(ad), 'impressions');
    await expect(tally.flush()).rejects.toThrow('broke');
    tally.add(rowOf(ad), 'clicks');
    await tally.flush();

    expect(await flushedCounts(ad)).toEqual({ impressions: 2, clicks: 1 });
  });

  test('and the counts are written automatically, in one statement for all ads', async () => {
    const third = await startServer({ config, beside: server });
    const ads = [await createHouseAd(seller, 'One', content), await createHouseAd(seller, 'Other', content)] as const;
    const paths = [await shown(ads[0]), await shown(ads[1])];
    for (const path of paths) await visit(third, path);
    await third.app.serving.flush();

    const before = third.app.database.statements();
    for (const path of paths) third.app.serving.count(rowOf(ads[paths.indexOf(path) === 0 ? 0 : 1]), 'clicks');
    await third.app.serving.flush();
    await third.app.serving.flush();
    const statements = third.app.database.statements() - before;
    await visit(third, clickOf(ads[0]));
    await expect.poll(async () => (await countsOf(seller, ads[0])).clicks).toBe(2);
    await third.stop();

    expect(statements).toBe(1);
    expect(await server.app.db.countedBatch.count({ where: { number: { gt: 0 } } })).toBeGreaterThan(0);
  });
});

describe('an ad that was bought by a measure ends', () => {
  const purchaseOf = (measure: Purchase['measure']) => ({ measure, quantity: 5 });

  test.each([
    { measure: 'IMPRESSIONS', pathOf: (_ad: TestAd, path: string) => path },
    { measure: 'CLICKS', pathOf: clickOf },
  ] as const)(
    'within seconds after its $measure are used up, and the ad that it had replaced is back',
    async ({ measure, pathOf }) => {
      const ticking = await startServer({ config, beside: server, runsTasks: true });
      const slug = freshSlug();
      const placementId = await createPlacement(seller, 'SINGLE', slug);
      const [house, ad] = [await createHouseAd(seller), await createAdFor(purchaseOf(measure))];
      for (const one of [house, ad]) await publish(seller, one, placementId);
      const statusNow = async () =>
        (await seller.ask('query ($id: ID!) { ad(id: $id) { status } }', { id: ad.id })).ad.status;

      await visitOften(ticking, pathOf(ad, `/p/${slug}`), 4);
      await flushedCounts(ad, ticking);
      await expireDueAds(server.app);
      const before = await statusNow();
      await visit(ticking, pathOf(ad, `/p/${slug}`));
      await expect.poll(statusNow).toBe('EXPIRED');
      const after = await visit(ticking, `/p/${slug}`);
      await ticking.stop();

      expect(before).toBe('PUBLISHED');
      expect(after.text).toContain(rowOf(house));
      expect(await entriesOf(ad.order, 'AD_EXPIRED')).toEqual([{ type: 'AD_EXPIRED', actorRole: 'SYSTEM' }]);
      expect((await countsOf(ad.order.advertiser, ad)).deliveryGoal).toEqual({
        ...purchaseOf(measure),
        delivered: 5,
        remaining: 0,
      });
      expect((await visit(server, clickOf(ad))).status).toBe(404);
    },
  );

  test('over all its runs together: withdrawn and published again, it continues with its earlier counts', async () => {
    const ad = await createAdFor(purchaseOf('IMPRESSIONS'));
    const path = await shown(ad);
    await visitOften(server, path, 3);
    await flushedCounts(ad);
    await takeOfAd(seller, ad, 'unpublishAd');
    await submit(ad.order.advertiser, ad, content);
    const again = await shown(ad);

    await visit(server, again);
    await flushedCounts(ad);
    const early = await expireDueAds(server.app);
    await visit(server, again);
    await flushedCounts(ad);

    expect(early).toBe(0);
    expect(await expireDueAds(server.app)).toBe(1);
    expect((await countsOf(seller, ad)).impressions).toBe(5);
  });

  test('only while it is published: late requests are counted and end nothing', async () => {
    const ad = await createAdFor(purchaseOf('CLICKS'));
    await shown(ad);
    await visitOften(server, clickOf(ad), 6);
    await takeOfAd(seller, ad, 'unpublishAd');

    expect(await flushedCounts(ad)).toEqual({ impressions: 0, clicks: 6 });
    expect(await expireDueAds(server.app)).toBe(0);
    expect(await entriesOf(ad.order, 'AD_EXPIRED')).toEqual([]);
  });

  test('without an end date in the preview, which has the delivery goal', async () => {
    const [ad, days] = [await createAdFor({ measure: 'IMPRESSIONS', quantity: 50_000 }), await createAdFor()];
    const previewOf = async ({ id }: TestAd): Promise<Data> =>
      (
        await seller.ask(
          `query ($id: ID!) { ad(id: $id) { publishPreview {
            ... on PublishPreview { endsAt deliveryGoal { measure quantity remaining } } } } }`,
          { id },
        )
      ).ad.publishPreview;

    const [preview, ofDays] = [await previewOf(ad), await previewOf(days)];
    await publish(seller, ad, await createPlacement(seller));

    expect(preview).toEqual({
      endsAt: null,
      deliveryGoal: { measure: 'IMPRESSIONS', quantity: 50_000, remaining: 50_000 },
    });
    expect(ofDays).toEqual({ endsAt: expect.any(String), deliveryGoal: null });
  });

  test.each([1, 2, 3, 4])('once, also when the seller withdraws it at the same moment (race %i)', async () => {
    const ad = await createAdFor(purchaseOf('IMPRESSIONS'));
    await visitOften(server, await shown(ad), 5);
    await flushedCounts(ad);

    const [back, ...expired] = await Promise.all([
      takeOfAd(seller, ad, 'unpublishAd'),
      expireDueAds(server.app),
      expireDueAds(second.app),
    ]);

    const times = expired.reduce((sum, one) => sum + one, 0);
    expect(times).toBe(back.__typename === 'Ad' ? 0 : 1);
    expect(await entriesOf(ad.order, 'AD_EXPIRED')).toHaveLength(times);
    const { counter } = await server.app.db.ad.findUniqueOrThrow({
      where: { id: rowOf(ad) },
      include: { counter: true },
    });
    expect(counter).toMatchObject({ impressions: 5n, impressionLimit: null });
  });

  test('while its counts are written continuously, and the counts stay right', async () => {
    const ad = await createAdFor({ measure: 'IMPRESSIONS', quantity: 40 });
    const path = await shown(ad);
    let times = 0;
    const visiting = async (one: TestServer) => {
      while ((await visit(one, path)).text.length > 0) {
        times += 1;
        await one.app.serving.flush();
      }
    };
    const expiring = async () => {
      while ((await expireDueAds(server.app)) === 0);
    };

    // The second instance reads the end when its cache expires.
    await Promise.all([visiting(server), visiting(second), expiring()]);

    expect(times).toBeGreaterThanOrEqual(40);
    expect(await flushedCounts(ad)).toEqual({ impressions: times, clicks: 0 });
  });

  test('after a look-up by an index, however many ads there are', async () => {
    const { db } = server.app;
    await db.$executeRaw`
      with made as (
        insert into ad (id, seller_id, name, status, created_at, updated_at)
        select gen_random_uuid(), ${seller.accountId}::uuid, 'Ad', 'DRAFT', now(), now() from generate_series(1, 20000)
        returning id
      )
      insert into ad_counter (ad_id, impressions, impression_limit) select id, 10, 1000 from made`;
    await db.$executeRaw`analyze ad_counter`;

    const plan = await db.$queryRaw<unknown[]>`
      explain (format json) select ad_id from ad_counter where is_used_up limit 100`;

    expect(JSON.stringify(plan)).toContain('ad_counter_used_up');
  });
});

test('the pause between two batches is a few seconds at most', () => {
  expect(tuning.serving.counterFlushMs).toBeLessThanOrEqual(3_000);
});
