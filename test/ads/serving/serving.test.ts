/** The public side of placements: the visible parts of ads, the targets of clicks, and the cost of requests. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { pickByWeight } from '../../../src/ads/serving/servable-ads.ts';
import { rowIdOf, toGlobalId } from '../../../src/graphql/ids.ts';
import { limits } from '../../../src/limits.ts';
import { later } from '../../../src/platform/clock.ts';
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
import type { TestPerson } from '../../support/factory.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { startServer } from '../../support/server.ts';
import { upload } from '../../support/uploads.ts';
import { useServer } from '../../support/use-server.ts';
import { visit, visitOften } from '../../support/visits.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect([...errorsIn(server.logged), ...errorsIn(second.logged)]).toEqual([]));

interface Shown {
  readonly seller: TestPerson;
  readonly slug: string;
  readonly placementId: string;
  readonly ad: TestAd;
}

/** An ad of a seller's own that is shown. */
async function createShownAd({
  kind = 'SINGLE',
  content,
}: {
  kind?: 'SINGLE' | 'GROUP';
  content?: Data;
} = {}): Promise<Shown> {
  const [seller, slug] = [await factory.createPerson(), freshSlug()];
  const [ad, placementId] = [
    await createHouseAd(seller, 'House ad', content),
    await createPlacement(seller, kind, slug),
  ];
  await publish(seller, ad, placementId);
  return { seller, slug, placementId, ad };
}

const rowOf = ({ id }: TestAd): string => rowIdOf('Ad', id);
const nothing = { status: 200, text: '' };

/** The id of the ad that an answer shows, as in addresses. */
const adIn = (text: string): string | undefined => /\/[cf]\/([0-9a-f-]{36})/.exec(text)?.[1];
const shownAt = async (path: string, where: { url: string } = server) => adIn((await visit(where, path)).text);

describe('the public part of a placement', () => {
  const query = `query ($slug: String!) { placement(slug: $slug) { slug name kind ads { id kind frameUrl clickUrl } } }`;

  test('is the ads that it shows, for anonymous and signed-in callers', async () => {
    const { seller, slug, placementId, ad } = await createShownAd({
      content: { html: 'Tea.', targetUrl: 'https://t.example' },
    });
    const newer = await createAd(factory, seller);
    const before = await apiClient(server.url).ask(query, { slug });
    await publish(seller, newer, placementId);

    const after = await apiClient(server.url).ask(query, { slug });

    expect(before.placement).toEqual({
      slug,
      name: `The place ${slug}`,
      kind: 'SINGLE',
      ads: [
        {
          id: ad.id,
          kind: 'HTML',
          frameUrl: expect.stringContaining(`/f/${rowOf(ad)}`),
          clickUrl: `${server.app.config.publicUrl}/c/${rowOf(ad)}`,
        },
      ],
    });
    expect(after.placement.ads).toMatchObject([{ id: newer.id, clickUrl: null }]);
    expect((await seller.ask(query, { slug })).placement).toEqual(after.placement);
    expect((await apiClient(server.url).ask(query, { slug: 'no-such-place' })).placement).toBeNull();
  });

  test('is every ad of a group, without ads that have ended or were withdrawn', async () => {
    const { seller, slug, placementId, ad } = await createShownAd({ kind: 'GROUP' });
    const [back, over] = [await createHouseAd(seller), await createAd(factory, seller)];
    for (const one of [back, over]) await publish(seller, one, placementId);
    const idsOf = async () =>
      (await apiClient(server.url).ask(query, { slug })).placement.ads.map(({ id }: Data) => id);
    const all = await idsOf();

    await takeOfAd(seller, back, 'unpublishAd');
    await server.app.db.ad.update({ where: { id: rowOf(over) }, data: { endsAt: server.clock.now() } });

    expect(all.sort()).toEqual([ad.id, back.id, over.id].sort());
    expect(await idsOf()).toEqual([ad.id]);
  });
});

describe('/p/SLUG', () => {
  test('shows the ad in a sandboxed frame, as a fragment without a script and without the text of the ad', async () => {
    const html = '</iframe><script>alert("tea")</script>"\'>';
    const { slug, ad } = await createShownAd({ content: { html } });

    const { status, headers, text } = await visit(server, `/p/${slug}`, { accept: 'text/html,*/*' });

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(adIn(text)).toBe(rowOf(ad));
    expect(/ sandbox="([^"]*)"/.exec(text)?.[1]?.split(' ')).not.toContain('allow-same-origin');
    expect(text).not.toMatch(/script>|alert|tea/i);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('script-src');
  });

  test('an image is shown as an image under a link that counts, without a frame', async () => {
    const [seller, slug] = [await factory.createPerson(), freshSlug()];
    const { id: imageId } = await upload(seller);
    const ad = await createHouseAd(seller, 'House ad', { imageId, targetUrl: 'https://tea.example/' });
    await publish(seller, ad, await createPlacement(seller, 'SINGLE', slug));

    const { text, headers } = await visit(server, `/p/${slug}`);
    const { placement } = await apiClient(server.url).ask(
      'query ($slug: String!) { placement(slug: $slug) { ads { kind frameUrl image { url width height } } } }',
      { slug },
    );

    const [{ image, ...shown }] = placement.ads;
    expect(shown).toEqual({ kind: 'IMAGE', frameUrl: null });
    expect(text).toContain(`<a href="${server.app.config.publicUrl}/c/${rowOf(ad)}"`);
    expect(text).toContain(`<img src="${image.url}" width="${image.width}" height="${image.height}"`);
    expect(text).not.toContain('<iframe');
    expect(headers['content-security-policy']).toContain(`img-src 'self' ${server.app.config.publicUrl};`);
    expect((await fetch(`${server.url}${new URL(image.url).pathname}`)).headers.get('content-type')).toBe('image/png');
  });

  test('is JSON for a caller that asks for it by the accept header or the extension, and HTML for browsers and by default', async () => {
    const { slug, ad } = await createShownAd({ content: { html: 'Tea.', targetUrl: 'https://t.example/?a=1&b="2"' } });
    const typeOf = async (path: string, headers: Record<string, string>) =>
      (await visit(server, path, headers)).headers['content-type']?.split(';')[0];

    const byAccept = await visit(server, `/p/${slug}`, { accept: 'application/json' });
    const byEnding = await visit(server, `/p/${slug}.json`);

    expect(JSON.parse(byAccept.text)).toEqual({
      slug,
      name: `The place ${slug}`,
      kind: 'SINGLE',
      ad: {
        kind: 'HTML',
        frameUrl: expect.stringContaining(`/f/${rowOf(ad)}`),
        image: null,
        clickUrl: `${server.app.config.publicUrl}/c/${rowOf(ad)}`,
        width: null,
        height: null,
        altText: 't.example',
      },
    });
    expect(byEnding.text).toBe(byAccept.text);
    expect(byEnding.headers).toMatchObject({ 'access-control-allow-origin': '*', vary: 'accept, sec-fetch-dest' });
    expect(await typeOf(`/p/${slug}`, {})).toBe('text/html');
    expect(await typeOf(`/p/${slug}`, { accept: '*/*' })).toBe('text/html');
    expect(await typeOf(`/p/${slug}`, { accept: 'text/html, application/json' })).toBe('text/html');
  });

  test('is empty where nothing is shown', async () => {
    const slug = freshSlug();
    await createPlacement(await factory.createPerson(), 'GROUP', slug);

    expect(await visit(server, `/p/${slug}`)).toMatchObject(nothing);
    expect(JSON.parse((await visit(server, `/p/${slug}.json`)).text)).toMatchObject({ slug, kind: 'GROUP', ad: null });
  });

  test('is not found for any other slug, however it is written', async () => {
    const { slug } = await createShownAd();
    const others = [
      ...['', 'no-such-place', slug.toUpperCase(), `${slug}/`, `${slug}.html`, `${slug}.json.json`, `${slug}%20`],
      ...[`../p/${slug}/x`, `${slug}%00`, `${slug}%27%20or%201=1--`, '%f0%28%8c%28', '%', '.json'],
      ...['__proto__', 'constructor', 'a'.repeat(5_000), `${'a-'.repeat(2_000)}!`, `-${slug}`, `${slug}--x`],
    ];

    for (const other of others) {
      const { status, headers, text } = await visit(server, `/p/${other}`);
      expect([status, headers['cache-control']], other).toEqual([404, 'no-store']);
      expect(text, other).not.toContain('<');
    }
    expect((await visit(server, `/p/${slug}`)).status).toBe(200);
  });

  test('is read-only', async () => {
    const { slug } = await createShownAd();

    expect(await visit(server, `/p/${slug}`, { method: 'POST' })).toMatchObject({ status: 405 });
  });

  test('shows a change immediately, and on another instance a moment later', async () => {
    const { seller, slug, placementId, ad } = await createShownAd();
    const newer = await createHouseAd(seller);
    const before = [await shownAt(`/p/${slug}`), await shownAt(`/p/${slug}`, second)];

    await publish(seller, newer, placementId);
    const swapped = await shownAt(`/p/${slug}`);
    await takeOfAd(seller, newer, 'unpublishAd');
    const back = await shownAt(`/p/${slug}`);
    await takeOfAd(seller, ad, 'unpublishAd');

    expect(before).toEqual([rowOf(ad), rowOf(ad)]);
    expect([swapped, back]).toEqual([rowOf(newer), rowOf(ad)]);
    expect(await visit(server, `/p/${slug}`)).toMatchObject(nothing);
    await expect.poll(() => shownAt(`/p/${slug}`, second)).toBeUndefined();
  });

  test('shows no ad whose run has ended, also while it is cached in memory', async () => {
    let at = server.clock.now();
    const otherServer = await startServer({
      beside: { ...server, clock: { now: () => at, advance: () => undefined } },
    });
    const { slug, ad } = await createShownAd();
    const endsAt = later(at, tuning.serving.cacheTtlMs / 2);
    await server.app.db.ad.update({ where: { id: rowOf(ad) }, data: { endsAt } });

    const { text, headers } = await visit(otherServer, `/p/${slug}`);
    // The cached placement is not read again, although the row now has a later end.
    await server.app.db.ad.update({ where: { id: rowOf(ad) }, data: { endsAt: null } });
    at = endsAt;
    const after = await visit(otherServer, `/p/${slug}`);
    at = later(endsAt, tuning.serving.cacheTtlMs);
    const readAgain = await shownAt(`/p/${slug}`, otherServer);
    await otherServer.stop();

    expect(adIn(text)).toBe(rowOf(ad));
    expect(headers['cache-control']).toBe('public, max-age=0');
    expect(after).toMatchObject(nothing);
    expect(readAgain).toBe(rowOf(ad));
  });
});

describe('weights', () => {
  const setWeight = async (person: ApiClient, ad: TestAd, weight: number): Promise<Data> =>
    (
      await person.ask(
        `mutation ($input: UpdateAdWeightInput!) { updateAdWeight(input: $input) { __typename
          ... on Placement { ads { weight ad { id } } } ... on Refusal { code }
          ... on InputInvalid { problems { field } } } }`,
        { input: { adId: ad.id, weight } },
      )
    ).updateAdWeight;

  test('each draw picks one ad, in proportion to the weights', () => {
    const entries = [
      { name: 'a', weight: 1 },
      { name: 'b', weight: 3 },
      { name: 'c', weight: 1_000 },
    ];

    const picked = Array.from({ length: 1_004 }, (_, draw) => pickByWeight(entries, () => draw)?.name);

    expect(Object.groupBy(picked, (name) => String(name))).toMatchObject({ a: { length: 1 }, b: { length: 3 } });
    expect(picked).not.toContain(undefined);
    expect(pickByWeight([], () => 0)).toBeUndefined();
  });

  test('decide how often each ad of a group is shown', async () => {
    const { seller, slug, placementId, ad } = await createShownAd({ kind: 'GROUP' });
    const heavy = await createHouseAd(seller);
    await publish(seller, heavy, placementId);

    const { ads } = await setWeight(seller, heavy, 3);
    const shown = (await visitOften(server, `/p/${slug}`, 400)).map(({ text }) => adIn(text));

    expect(ads).toEqual([
      { weight: 3, ad: { id: heavy.id } },
      { weight: 1, ad: { id: ad.id } },
    ]);
    // 300 are expected; to be 60 off by chance is 7 standard deviations.
    const times = shown.filter((id) => id === rowOf(heavy)).length;
    expect(Math.abs(times - 300), `shown ${times} times of 400`).toBeLessThan(60);
    expect(shown.every((id) => id === rowOf(heavy) || id === rowOf(ad))).toBe(true);
  });

  test('are set only by the owner of the group, within bounds', async () => {
    const { seller, ad, placementId } = await createShownAd({ kind: 'GROUP' });
    const { seller: other, ad: single } = await createShownAd();
    const ordered = await createAd(factory, seller);
    await publish(seller, ordered, placementId);
    const refused = { __typename: 'AdNotInGroup', code: 'AD_NOT_IN_GROUP' };

    for (const weight of [0, -1, limits.adWeight + 1])
      expect(await setWeight(seller, ad, weight), String(weight)).toMatchObject({ problems: [{ field: 'weight' }] });
    expect(await setWeight(other, ad, 2)).toEqual(refused);
    expect(await setWeight(ordered.order.advertiser, ordered, 2)).toEqual(refused);
    expect(await setWeight(other, single, 2)).toEqual(refused);
    expect(await setWeight(seller, { id: toGlobalId('Ad', randomUUID()), name: '' }, 2)).toEqual(refused);
    expect(await setWeight(apiClient(server.url), ad, 2)).toMatchObject({ __typename: 'NotSignedIn' });
    const { ads } = await setWeight(seller, ad, limits.adWeight);
    expect(ads.map(({ weight }: Data) => weight)).toEqual([1, limits.adWeight]);
  });
});

describe('a conditional request', () => {
  test('is answered without the ad while the ad is the same, and with the ad after it has changed', async () => {
    const { seller, slug, placementId } = await createShownAd();
    const first = await visit(server, `/p/${slug}`);
    const etag = String(first.headers.etag);

    const ask = (tags: string) => visit(server, `/p/${slug}`, { 'if-none-match': tags });
    const same = await Promise.all([etag, `W/${etag}`, `"other", ${etag}`, '*'].map(ask));
    const others = await Promise.all(['"other"', etag.slice(1, -1), ''].map(ask));
    await publish(seller, await createHouseAd(seller), placementId);
    const changed = await ask(etag);

    expect(first.headers['cache-control']).toBe(`public, max-age=${limits.serving.cachedMs / 1_000}`);
    for (const { status, headers, text } of same) {
      expect([status, text]).toEqual([304, '']);
      for (const name of ['etag', 'cache-control', 'vary', 'access-control-allow-origin'])
        expect(headers[name], name).toBe(first.headers[name]);
    }
    for (const { status, text } of others) expect([status, text]).toEqual([200, first.text]);
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  test('distinguishes HTML and JSON', async () => {
    const { slug } = await createShownAd();
    const { headers } = await visit(server, `/p/${slug}`);

    const asJson = await visit(server, `/p/${slug}.json`, { 'if-none-match': String(headers.etag) });

    expect(asJson.status).toBe(200);
  });

  test('as HEAD has the same headers and no body', async () => {
    const { slug } = await createShownAd();
    const varying = ({ date: _, 'x-request-id': __, ...rest }: Data) => ({
      ...rest,
      'content-length': 0,
      'transfer-encoding': 0,
    });

    const [got, head] = [await visit(server, `/p/${slug}`), await visit(server, `/p/${slug}`, { method: 'HEAD' })];

    expect(head).toMatchObject({ status: 200, text: '' });
    expect(varying(head.headers)).toEqual(varying(got.headers));
  });
});

describe('/c/ID', () => {
  const targetUrl = 'https://tea.example/shop?leaf=ü&from=a%20b#top';

  test('leads to the target of the stored ad, and nothing in the request can change the target', async () => {
    const { ad } = await createShownAd({ content: { html: 'Tea.', targetUrl } });
    const path = `/c/${rowOf(ad)}`;
    const evil = 'https://evil.example';

    const plain = await visit(server, path);
    const answers = await Promise.all([
      ...['url', 'to', 'target', 'targetUrl', 'redirect'].map((name) => visit(server, `${path}?${name}=${evil}`)),
      ...['host', 'x-forwarded-host', 'referer', 'origin', 'x-original-url'].map((name) =>
        visit(server, path, { [name]: 'evil.example' }),
      ),
    ]);
    const strays = await Promise.all(
      [
        `${path}/${evil}`,
        `${path}//evil.example`,
        `${path}@evil.example`,
        `/c/${evil}`,
        '/c//evil.example',
        `${path}%0d%0ax:y`,
      ]
        .concat(['/c/', `/c/${rowOf(ad).toUpperCase()}`, `/c/${randomUUID()}`, "/c/'", `/c/${ad.id}`])
        .map((address) => visit(server, address)),
    );

    expect(plain).toMatchObject({
      status: 302,
      headers: { location: new URL(targetUrl).href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    });
    for (const answer of answers)
      expect([answer.status, answer.headers.location]).toEqual([302, plain.headers.location]);
    for (const { status, headers } of strays) expect([status, headers.location]).toEqual([404, undefined]);
  });

  test('leads on with the referrer and the parameters that the seller of the placement has chosen', async () => {
    const { ad, seller, placementId } = await createShownAd({
      content: { html: 'Tea.', targetUrl: 'https://tea.example/shop?leaf=%20a&utm_medium=own#top' },
    });
    const path = `/c/${rowOf(ad)}`;
    const settings = 'referrerPolicy addsUtmParameters';
    const update = async (input: Data): Promise<Data> =>
      (
        await seller.ask(
          `mutation ($input: UpdatePlacementInput!) { updatePlacement(input: $input) { ... on Placement { slug ${settings} } } }`,
          { input: { placementId, name: 'Front page', ...input } },
        )
      ).updatePlacement;
    const headersOf = async () => (await visit(server, path)).headers;

    const { slug } = await update({ referrerPolicy: 'STRICT_ORIGIN_WHEN_CROSS_ORIGIN', addsUtmParameters: true });
    const unchanged = await update({});
    server.clock.advance({ days: 1 });

    expect(unchanged).toMatchObject({ referrerPolicy: 'STRICT_ORIGIN_WHEN_CROSS_ORIGIN', addsUtmParameters: true });
    await expect.poll(headersOf).toMatchObject({
      'referrer-policy': 'strict-origin-when-cross-origin',
      location: `https://tea.example/shop?leaf=%20a&utm_medium=own&utm_source=${slug}&utm_campaign=own#top`,
    });
    await update({ referrerPolicy: 'ORIGIN', addsUtmParameters: false });
    server.clock.advance({ days: 1 });
    await expect.poll(headersOf).toMatchObject({
      'referrer-policy': 'origin',
      location: 'https://tea.example/shop?leaf=%20a&utm_medium=own#top',
    });
  });

  test('is not found for an ad that does not run or has no target', async () => {
    const content = { html: 'Tea.', targetUrl };
    const { seller, ad } = await createShownAd({ content });
    const [pending, direct] = [
      await createHouseAd(seller, 'Pending', content),
      await createHouseAd(seller, 'Direct', content),
    ];
    const { ad: without } = await createShownAd();
    await takeOfAd(seller, direct, 'rejectAd');
    const follow = async (one: TestAd) => (await visit(server, `/c/${rowOf(one)}`)).status;
    const [draft, shown] = [await follow(direct), await follow(ad)];

    await takeOfAd(seller, direct, 'publishAdDirectly');
    await takeOfAd(seller, ad, 'unpublishAd');

    expect(await follow(pending)).toBe(404);
    expect(await follow(without)).toBe(404);
    expect([draft, await follow(direct)]).toEqual([404, 302]);
    expect([shown, await follow(ad)]).toEqual([302, 404]);
  });

  test('leads only to a web address, whatever is stored in the table', async () => {
    const { ad } = await createShownAd();
    const statuses = [];
    for (const stored of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'tea', 'ftp://tea.example']) {
      await server.app.db.ad.update({ where: { id: rowOf(ad) }, data: { targetUrl: stored } });
      server.clock.advance({ ms: tuning.serving.cacheTtlMs });
      statuses.push((await visit(server, `/c/${rowOf(ad)}`)).status);
    }

    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });
});

describe('the cost', () => {
  test('of a thousand concurrent requests is one read', async () => {
    const at = server.clock.now();
    const still = await startServer({ beside: { ...server, clock: { now: () => at, advance: () => undefined } } });
    const { slug } = await createShownAd({ content: { html: 'Tea.', targetUrl: 'https://tea.example' } });
    // Two reads would be twice as many statements.
    const [few, many] = [`/p/${slug}`, `/p/${slug}.json`];
    const statementsOf = async (path: string, times: number) => {
      await still.app.serving.flush();
      const before = still.app.database.statements();
      const answers = await visitOften(still, path, times);
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      return still.app.database.statements() - before;
    };

    const startedAt = performance.now();
    const first = await statementsOf(few, 1);
    const thousand = await statementsOf(many, 1_000);
    const batches = Math.ceil((performance.now() - startedAt) / tuning.serving.counterFlushMs);
    await still.stop();

    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(4 + 1);
    // All answers come from memory, except one statement for each batch of counts.
    expect(thousand).toBeLessThanOrEqual(batches);
  });
});

describe('a placement', () => {
  const rename = async (person: ApiClient, placementId: string, name: string): Promise<Data> =>
    (
      await person.ask(
        `mutation ($input: UpdatePlacementInput!) { updatePlacement(input: $input) { __typename
          ... on Placement { slug name } ... on InputInvalid { problems { field } } } }`,
        { input: { placementId, name } },
      )
    ).updatePlacement;
  const remove = async (person: ApiClient, placementId: string): Promise<Data> =>
    (
      await person.ask(
        `mutation ($input: DeletePlacementInput!) { deletePlacement(input: $input) { __typename
          ... on PlacementDeleted { id slug } ... on Refusal { code message } } }`,
        { input: { placementId } },
      )
    ).deletePlacement;

  test('is renamed only by its owner, and shown under its new name', async () => {
    const { seller, slug, placementId } = await createShownAd();
    const nameNow = async () => JSON.parse((await visit(server, `/p/${slug}.json`)).text).name;
    const before = await nameNow();

    const renamed = await rename(seller, placementId, 'Below the <fold>');

    expect(before).toBe(`The place ${slug}`);
    expect(renamed).toEqual({ __typename: 'Placement', slug, name: 'Below the <fold>' });
    expect(await nameNow()).toBe('Below the <fold>');
    expect((await visit(server, `/p/${slug}`)).text).not.toContain('<fold>');
    for (const name of ['', '  ', 'x'.repeat(201)])
      expect(await rename(seller, placementId, name)).toMatchObject({ problems: [{ field: 'name' }] });
    for (const stranger of [await factory.createPerson(), await factory.createOperator()])
      expect(await rename(stranger, placementId, 'Mine')).toEqual({ __typename: 'PlacementNotFound' });
    expect(await rename(apiClient(server.url), placementId, 'Mine')).toEqual({ __typename: 'NotSignedIn' });
    expect(await nameNow()).toBe('Below the <fold>');
  });

  test('is deleted only by its owner, when it holds no ad', async () => {
    const { seller, slug, placementId, ad } = await createShownAd();

    const full = await remove(seller, placementId);
    await takeOfAd(seller, ad, 'unpublishAd');
    const foreign = await remove(await factory.createPerson(), placementId);
    const deleted = await remove(seller, placementId);

    expect(full).toMatchObject({ __typename: 'PlacementNotEmpty', message: expect.stringContaining('1') });
    expect(foreign).toMatchObject({ __typename: 'PlacementNotFound' });
    expect(deleted).toEqual({ __typename: 'PlacementDeleted', id: placementId, slug });
    expect(await remove(seller, placementId)).toMatchObject({ __typename: 'PlacementNotFound' });
    expect(await visit(server, `/p/${slug}`)).toMatchObject({ status: 404 });
  });

  test.each([1, 2, 3, 4])('is not deleted while an ad is published into it (race %i)', async () => {
    const seller = await factory.createPerson();
    const [ad, placementId] = [await createHouseAd(seller), await createPlacement(seller)];

    const [published, removed] = await Promise.all([
      takeOfAd(apiClient(second.url, seller.sessionToken), ad, 'publishAd', { placementId }),
      remove(seller, placementId),
    ]);

    expect([`${published.__typename} ${removed.__typename}`]).toSatisfy(([both]: string[]) =>
      ['Ad PlacementNotEmpty', 'InputInvalid PlacementDeleted'].includes(both ?? ''),
    );
  });
});

describe('the list of ads', () => {
  const list = async (person: ApiClient, filter: Data): Promise<string[]> =>
    (
      await person.ask('query ($filter: AdFilter) { ads(filter: $filter) { edges { node { id } } } }', { filter })
    ).ads.edges.map(({ node }: Data) => node.id);

  test('is narrowed to a placement, shown or replaced, for people who may see the placement', async () => {
    const { seller, placementId, ad } = await createShownAd();
    const newer = await createAd(factory, seller);
    await publish(seller, newer, placementId);
    await createHouseAd(seller);

    expect((await list(seller, { placementId })).sort()).toEqual([ad.id, newer.id].sort());
    expect(await list(newer.order.operator, { placementId, orderId: newer.order.id })).toEqual([newer.id]);
    expect(await list(newer.order.advertiser, { placementId })).toEqual([]);
    expect(await list(seller, { placementId: 'nonsense' })).toEqual([]);
  });

  test('is narrowed to an order, for people who may see the order', async () => {
    const seller = await factory.createPerson();
    const ad = await createAd(factory, seller);
    await createAd(factory, seller);

    expect(await list(seller, { orderId: ad.order.id })).toEqual([ad.id]);
    expect(await list(ad.order.advertiser, { orderId: ad.order.id, statuses: ['DRAFT'] })).toEqual([]);
    expect(await list(await factory.createPerson(), { orderId: ad.order.id })).toEqual([]);
  });
});

test('an ad that was changed after its withdrawal is shown in its current form', async () => {
  const { seller, slug, placementId, ad } = await createShownAd({
    content: { html: 'Tea.', targetUrl: 'https://old.example' },
  });
  const before = await visit(server, `/c/${rowOf(ad)}`);

  await takeOfAd(seller, ad, 'unpublishAd');
  await submit(seller, ad, { html: 'Coffee.', targetUrl: 'https://new.example' });
  await publish(seller, ad, placementId);

  expect(before.headers.location).toBe('https://old.example/');
  expect((await visit(server, `/c/${rowOf(ad)}`)).headers.location).toBe('https://new.example/');
  expect(await shownAt(`/p/${slug}`)).toBe(rowOf(ad));
});
