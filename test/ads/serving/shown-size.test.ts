/** Ads are shown as they were made: pixel by pixel, at the size of their space, in frames and in pages of the seller. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import type { Browser, ElementHandle, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAd, createHouseAd, createPlacement, freshSlug, ownAd, publish, stepOfAd } from '../../support/ads.ts';
import { browserMissing, startBrowser } from '../../support/browser.ts';
import type { Data } from '../../support/client.ts';
import type { TestPerson } from '../../support/factory.ts';
import { pngChunk } from '../../support/images.ts';
import { change } from '../../support/partner.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { createSpace } from '../../support/spaces.ts';
import { upload } from '../../support/uploads.ts';
import { useServer } from '../../support/use-server.ts';
import { visit } from '../../support/visits.ts';

const here = 'http://placard.test';
const { server, factory } = useServer({ config: { publicUrl: here } });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** A PNG in which each pixel has another colour than its neighbours. */
function colourfulPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = Buffer.alloc((3 * width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows.set([8 * (x % 32), 8 * (y % 32), 255 * ((x + y) % 2)], y * (3 * width + 1) + 1 + 3 * x);
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

interface Shown {
  readonly seller: TestPerson;
  readonly slug: string;
}

/** A placement that shows an ad of the seller; it is the default of a space with this format. */
async function showAd(contentFor: (seller: TestPerson) => Promise<Data>, format?: Data): Promise<Shown> {
  const [seller, slug] = [await factory.createPerson(), freshSlug()];
  const ad = await createHouseAd(seller, 'House', await contentFor(seller));
  const placementId = await createPlacement(seller, 'SINGLE', slug);
  if (format) await createSpace(seller, { format, defaultPlacementId: placementId });
  await publish(seller, ad, placementId);
  return { seller, slug };
}

const imageAd = (width: number, height: number) => async (seller: TestPerson) => {
  const { id } = await upload(seller, colourfulPng(width, height));
  return { imageId: id, targetUrl: 'https://tea.example/', altText: 'A cup of tea' };
};
const htmlAd = (width: number, height: number, targetUrl?: string) => async () => ({
  html: `<img src="data:image/png;base64,${colourfulPng(width, height).toString('base64')}" style="display:block">`,
  targetUrl,
});

describe('the markup', () => {
  test('has no name by which content blockers hide elements, and the text of the advertiser', async () => {
    const shown = [
      await showAd(imageAd(30, 25), { width: 300, height: 250 }),
      await showAd(htmlAd(30, 25, 'https://tea.example/')),
      await showAd(htmlAd(30, 25)),
    ];
    for (const { slug } of shown) {
      for (const destination of ['iframe', 'empty', undefined]) {
        const headers: Record<string, string> = destination ? { 'sec-fetch-dest': destination } : {};
        const { text } = await visit(server, `/p/${slug}`, headers);
        const frame = /src="[^"]*(\/f\/[^"]+)"/.exec(text)?.[1];
        const inner = frame ? (await visit(server, frame)).text : '';
        for (const markup of [text, inner])
          expect(markup).not.toMatch(/\b(ads?|advert\w*|banner\w*|sponsor\w*|promo\w*)\b/i);
        expect(text).toMatch(frame ? /title="[^"]+"/ : /alt="A cup of tea"/);
      }
    }
  });

  test('of a page has relative URLs, so that it works below a path of the seller, and a fragment absolute ones', async () => {
    const { slug } = await showAd(imageAd(30, 25));

    const page = await visit(server, `/p/${slug}`, { 'sec-fetch-dest': 'iframe' });
    const fragment = await visit(server, `/p/${slug}`, { 'sec-fetch-dest': 'empty' });

    expect(page.text).toMatch(/^<!doctype html>/);
    expect(page.text).not.toContain(here);
    expect(page.text).toMatch(/href="\.\.\/c\/.*src="\.\.\/files\//);
    expect(page.headers['content-security-policy']).toContain(`img-src 'self' ${here};`);
    expect(fragment.text).toMatch(new RegExp(`^<div.*href="${here}/c/.*src="${here}/files/`));
    expect(page.headers['vary']).toBe('accept, sec-fetch-dest');
  });

  test('as JSON has the size of the space and the text', async () => {
    const { slug, seller } = await showAd(imageAd(600, 500), { width: 300, height: 250 });
    const read = async (other: string) => JSON.parse((await visit(server, `/p/${other}.json`)).text).ad;

    expect(await read(slug)).toMatchObject({ width: 300, height: 250, altText: 'A cup of tea' });
    const plain = await showAd(htmlAd(30, 25, 'https://tea.example/'));
    expect(await read(plain.slug)).toMatchObject({ width: null, height: null, altText: 'tea.example' });
    const { placement } = await seller.ask(
      'query ($slug: String!) { placement(slug: $slug) { ads { width height altText } } }',
      { slug },
    );
    expect(placement.ads).toEqual([{ width: 300, height: 250, altText: 'A cup of tea' }]);
  });
});

test('the ad of an order has the size of the space that was ordered, whatever serves it', async () => {
  const [seller, slug] = [await factory.createPerson(), freshSlug()];
  const ad = await createAd(factory, seller);
  const placementId = await createPlacement(seller, 'SINGLE', slug);
  await server.app.db.space.updateMany({
    where: { sellerId: seller.accountId },
    data: { formatWidth: 970, formatHeight: 250 },
  });
  await createSpace(seller, { format: { width: 300, height: 250 }, defaultPlacementId: placementId });
  await publish(seller, ad, placementId);

  expect(JSON.parse((await visit(server, `/p/${slug}.json`)).text).ad).toMatchObject({ width: 970, height: 250 });
});

test('the alt text of a draft is saved, and cleared if it is omitted', async () => {
  const seller = await factory.createPerson();
  const adId = await ownAd(seller);
  const altOf = async () => (await seller.ask('query ($id: ID!) { ad(id: $id) { altText } }', { id: adId })).ad.altText;

  await stepOfAd(seller, 'saveAdDraft', { adId, html: 'Tea.', altText: 'A cup of tea' });
  expect(await altOf()).toBe('A cup of tea');
  await stepOfAd(seller, 'saveAdDraft', { adId, html: 'Tea.' });
  expect(await altOf()).toBeNull();
  expect(await change(seller, 'saveAdDraft', { adId, html: 'Tea.', altText: 'x'.repeat(301) })).toMatchObject({
    __typename: 'InputInvalid',
  });
});

describe.skipIf(browserMissing)(`in a real browser${browserMissing ? ` (${browserMissing})` : ''}`, () => {
  let browser: Browser;
  let page: Page;
  let sellersPage = '';
  const site = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>${sellersPage}`);
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const seller = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    browser = await startBrowser({ 'placard.test': server.url, 'seller.test': seller });
    page = await (await browser.newContext({ viewport: { width: 1_000, height: 800 } })).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    site.close();
  });

  const inFrame = (slug: string, width: number, height: number): string =>
    `<iframe id="place" src="${here}/p/${slug}" style="border:0;width:${width}px;height:${height}px"></iframe>`;
  const asFragment = (slug: string): string =>
    `<div id="place"></div><script>fetch("${here}/p/${slug}").then((answer) => answer.text()).then((html) => { place.innerHTML = html })</script>`;

  /** The number of pixels in which an element differs from an image; all of them if the sizes differ. */
  async function differingPixels(element: ElementHandle, image: Buffer): Promise<number> {
    const screenshot = await element.screenshot({ type: 'png' });
    return page.evaluate(
      async (sources) => {
        const [one, other] = await Promise.all(
          sources.map(async (source) => {
            const bitmap = await createImageBitmap(
              new Blob([Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0))]),
            );
            const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
            context?.drawImage(bitmap, 0, 0);
            const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
            return { width: bitmap.width, height: bitmap.height, data };
          }),
        );
        if (!one?.data || !other?.data) throw new Error('an image cannot be read');
        const pixels = other.width * other.height;
        if (one.width !== other.width || one.height !== other.height) return pixels;
        let count = 0;
        for (let at = 0; at < 4 * pixels; at += 4)
          if ([0, 1, 2].some((part) => one.data?.[at + part] !== other.data?.[at + part])) count += 1;
        return count;
      },
      [screenshot.toString('base64'), image.toString('base64')],
    );
  }

  /** Waits until the place on the page of the seller shows the image exactly. */
  async function expectExactly(html: string, image: Buffer, selector = '#place'): Promise<void> {
    sellersPage = html;
    await page.goto('http://seller.test/');
    await expect
      .poll(
        async () => {
          const element = await page.$(selector);
          return element ? differingPixels(element, image) : undefined;
        },
        { timeout: 20_000 },
      )
      .toBe(0);
  }

  test.each([
    [300, 250],
    [728, 90],
    [300, 600],
  ])('an image of %d × %d is shown pixel by pixel, in a frame and in a page of the seller', async (width, height) => {
    const { slug } = await showAd(imageAd(width, height), { width, height });
    const image = colourfulPng(width, height);

    await expectExactly(inFrame(slug, width, height), image);
    await expectExactly(asFragment(slug), image, '#place img');
  });

  test.each([
    [300, 250, 'https://tea.example/'],
    [300, 600, undefined],
  ])(
    'an ad in HTML of %d × %d is shown in full, in a frame and in a page of the seller',
    async (width, height, url) => {
      const { slug } = await showAd(htmlAd(width, height, url), { width, height });
      const image = colourfulPng(width, height);

      await expectExactly(inFrame(slug, width, height), image);
      await expectExactly(asFragment(slug), image, '#place iframe');
    },
  );

  test('an ad whose space has no size fills its frame', async () => {
    const html = await showAd(htmlAd(300, 600));
    const image = await showAd(imageAd(300, 250));

    await expectExactly(inFrame(html.slug, 300, 600), colourfulPng(300, 600));
    await expectExactly(inFrame(image.slug, 300, 250), colourfulPng(300, 250));
  });

  test('an image that is larger than its space is scaled to fit', async () => {
    const { slug } = await showAd(imageAd(600, 500), { width: 300, height: 250 });
    sellersPage = asFragment(slug);
    await page.goto('http://seller.test/');

    await expect
      .poll(async () => (await page.$('#place img'))?.boundingBox())
      .toMatchObject({ width: 300, height: 250 });
  });
});
