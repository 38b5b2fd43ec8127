/** The item of an ad and the rules of its space: on the page of an order, in the review and on the page of the space. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stepOfAd } from '../support/ads.ts';
import { browserMissing } from '../support/browser.ts';
import { changeSpace, createListedSpace, orderOptions } from '../support/spaces.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone } from '../support/web-person.ts';

/** Name and value of each row that says what an ad was bought for. */
const rowsOf = async (page: Page, name: string): Promise<readonly string[]> => {
  const rows = page.getByRole('article', { name, exact: true }).locator('.details > div');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((one) => one.textContent).join(': ')),
  );
  return texts.filter((text) => !/^(Target|Ziel|Advertiser|Order)/.test(text));
};

describe.skipIf(browserMissing)('In the browser', () => {
  const { factory, openPage } = useWebClient();

  test('both parties see for each ad its space, its size and its rules, also on a phone and in German', async () => {
    const [seller, buyer] = [await factory.createPerson(), await factory.createPerson()];
    const banner = await createListedSpace(seller, { space: { title: 'Banner', format: { width: 970, height: 250 } } });
    const letter = await createListedSpace(seller, { space: { title: 'Newsletter', format: { words: 60 } } });
    const sizes = { imageWidth: 970, imageHeight: 250, isImageSizeExact: true, maxImageBytes: 150_000 };
    await changeSpace(seller, 'updateCreativeRules', { spaceId: banner.id, kinds: ['IMAGE'], ...sizes });
    const texts = { kinds: ['HTML', 'IMAGE'], maxHtmlCharacters: 400, imageWidth: 600 };
    await changeSpace(seller, 'updateCreativeRules', { spaceId: letter.id, ...texts });
    const { number } = await orderOptions(buyer, [banner.optionId, letter.optionId]);
    const [first, second] = [`Order #${number}`, `Order #${number} / 2`];
    const { ads } = await buyer.ask('{ ads(first: 2) { nodes { id name } } }');
    const adId = ads.nodes.find(({ name }: { name: string }) => name === second).id;
    await stepOfAd(buyer, 'saveAdDraft', { adId, html: 'Tea.' });
    await stepOfAd(buyer, 'submitAd', { adId });

    const order = await openPage(`/orders/${number}`, { as: buyer, ...phone });
    await order.getByRole('link', { name: 'Newsletter: one week' }).waitFor();
    await expectAccessible(order);
    expect(await rowsOf(order, first)).toEqual([
      'Bought for: Banner: one week',
      'Size in pixels: 970 × 250',
      'Kinds of ads: image',
      'Images: exactly 970 × 250 pixels and at most 150 kB',
    ]);
    const rulesOfLetter = [
      'Words: 60',
      'Kinds of ads: text or HTML and image',
      'Images: at most 600 pixels wide',
      'Maximum number of characters of a text: 400',
      'Content from other websites: Blocked in HTML ads, with scripts',
    ];
    expect(await rowsOf(order, second)).toEqual(['Bought for: Newsletter: one week', ...rulesOfLetter]);

    const review = await openPage('/selling/review', { as: seller });
    await review.getByRole('link', { name: 'Newsletter: one week' }).waitFor();
    await expectAccessible(review);
    expect(await rowsOf(review, second)).toEqual(['Bought for: Newsletter: one week', ...rulesOfLetter]);

    await buyer.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const german = await openPage(`/orders/${number}`, { as: buyer, ...phone, locale: 'de-DE' });
    await german.getByRole('link', { name: 'Banner: one week' }).waitFor();
    await expectAccessible(german);
    expect(await rowsOf(german, first)).toEqual([
      'Gebucht für: Banner: one week',
      'Größe in Pixeln: 970 × 250',
      'Arten von Anzeigen: Bild',
      'Bilder: genau 970 × 250 Pixel und höchstens 150 kB',
    ]);

    // The page of the space, where the buyer reads the same before ordering.
    await order.getByRole('link', { name: 'Newsletter: one week' }).click();
    await order.getByRole('heading', { level: 1, name: 'Newsletter' }).waitFor();
    await order.getByText('at most 600 pixels wide').waitFor();
    await expectAccessible(order);
  });
});
