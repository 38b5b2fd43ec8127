/** The pages for sellers: a space from its first form to the catalogue, placements, and the review of ads. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createAd } from '../support/ads.ts';
import { browserMissing } from '../support/browser.ts';
import { png } from '../support/images.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone, takeOnPage } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { factory, openPage } = useWebClient();

  test('a new seller offers a space with prices, a picture and a blocked day, and a buyer finds it by filters', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Daily' });
    await factory.createPriceOption(await factory.createPerson({ name: 'Other Seller' }), { price: 90_000 });
    const desk = await openPage('/selling', { as: seller });
    await desk.getByText('You have no ad spaces yet.').waitFor();
    await expectAccessible(desk);

    await desk.getByRole('link', { name: 'New ad space' }).click();
    await desk.getByRole('heading', { level: 1, name: 'New ad space' }).waitFor();
    await expectAccessible(desk);
    await desk.getByLabel('Title').fill('Morning newsletter');
    await desk.getByLabel('Description').fill('The first block of our newsletter.');
    await desk.getByLabel('Lead time in days').fill('soon');
    await desk.getByRole('button', { name: 'Create the ad space' }).click();
    await desk.getByText('must be a whole number').waitFor();
    await expectAccessible(desk);
    await desk.getByLabel('Lead time in days').fill('2');
    await desk.getByLabel('Kind', { exact: true }).selectOption('NEWSLETTER');
    await desk.getByLabel('Languages').fill('en, de');
    await desk.getByRole('button', { name: 'Create the ad space' }).click();
    await desk.getByRole('heading', { level: 1, name: 'Morning newsletter' }).waitFor();
    await expectAccessible(desk);

    // A space without a price cannot be listed yet.
    await desk.getByRole('button', { name: 'List the ad space' }).click();
    await desk.getByRole('alert').filter({ hasText: /./ }).waitFor();

    await addPrice(desk, { title: 'One week', amount: '120,50', quantity: '7' });
    await addPrice(desk, { title: 'One month', amount: '400', quantity: '30', isMonthly: true });
    await desk.getByLabel('Add a picture').setInputFiles({ name: 'tea.png', mimeType: 'image/png', buffer: png() });
    await desk.getByRole('img', { name: 'tea.png' }).waitFor();

    // By keyboard: a day is chosen in the calendar, and blocked.
    await desk.getByRole('button', { name: 'Next month' }).click();
    const first = desk.locator('[data-day="1"]');
    await first.focus();
    await first.press('ArrowRight');
    await desk.keyboard.press('Enter');
    await desk.getByLabel('Reason').fill('Holiday');
    await desk.getByLabel('Reason').press('Enter');
    await desk.getByRole('button', { name: /blocked\. Holiday$/ }).waitFor();
    await expectAccessible(desk);

    await desk.getByRole('button', { name: 'List the ad space' }).click();
    await desk.getByRole('button', { name: 'Unlist the ad space' }).waitFor();
    const blocked = await desk.getByLabel('First day').inputValue();

    const buyer = await openPage('/');
    await buyer.getByRole('link', { name: 'Morning newsletter' }).waitFor();
    await buyer.locator('summary', { hasText: 'Price' }).click();
    await buyer.getByLabel('Highest price').fill('150');
    await buyer.getByRole('button', { name: 'Apply the prices' }).click();
    await buyer.getByRole('button', { name: 'Remove the filter Up to €150.00' }).waitFor();
    await buyer.getByRole('link', { name: /^Space/ }).waitFor({ state: 'detached' });
    await buyer.getByRole('link', { name: 'Morning newsletter' }).waitFor();
    await expectAccessible(buyer);
    await buyer.locator('summary', { hasText: 'Free days' }).click();
    await buyer.getByLabel('First day').fill(blocked);
    await buyer.getByLabel('Last day').fill(blocked);
    await buyer.getByRole('button', { name: 'Apply the days' }).click();
    await buyer.getByText('No ad space matches these filters.').waitFor();
    await buyer.getByRole('button', { name: /^Remove the filter Free/ }).click();
    await buyer.getByRole('link', { name: 'Morning newsletter' }).click();
    await buyer.getByRole('heading', { level: 1, name: 'Morning newsletter' }).waitFor();

    await desk.getByRole('link', { name: 'All my ad spaces' }).click();
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('Morning newsletter');
    await expectAccessible(desk);

    await desk.getByRole('link', { name: 'Morning newsletter', exact: true }).click();
    await takeOnPage(desk, 'Remove: tea.png', (form) => form.getByText('The picture is deleted.').waitFor());
    await desk.getByRole('img', { name: 'tea.png' }).waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Archive …' }).click();
    await desk.getByRole('button', { name: 'Archive for good' }).click();
    await desk.getByText('This ad space is archived').waitFor();
    await expectAccessible(desk);
  });

  test('a seller creates a placement, reviews an ad of an order, and sees it in the placement', async () => {
    const seller = await factory.createPerson();
    await createAd(factory, seller);
    const desk = await openPage('/selling/placements', { as: seller, ...phone });
    await desk.getByText('You have no placements yet.').waitFor();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'New placement' }).click();
    const form = desk.getByRole('dialog');
    await form.getByLabel('Name', { exact: true }).fill('Front page');
    await form.getByLabel('Name in addresses').fill('Front Page');
    await form.getByLabel('Several ads by weight').check();
    await form.getByRole('button', { name: 'Create the placement' }).click();
    await form.getByText('must consist of lower-case letters').waitFor();
    await expectAccessible(desk);
    await form.getByLabel('Name in addresses').fill('front-page');
    await form.getByRole('button', { name: 'Create the placement' }).click();
    await desk.getByText('/p/front-page').waitFor();
    await expectAccessible(desk);

    await desk.getByRole('link', { name: 'Review' }).click();
    await desk.locator('iframe').waitFor();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: /^Publish the ad/ }).click();
    await desk.getByLabel('Placement').selectOption('Front page');
    await desk.getByRole('dialog').getByText('The ad fills the empty placement Front page.').waitFor();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish the ad/ })
      .click();
    await desk.getByText('No ad waits for your review.').waitFor();

    await desk.getByRole('link', { name: 'Placements' }).click();
    await desk.getByText('Weight 1').waitFor();
    await desk.getByRole('button', { name: /^Weight of/ }).click();
    await desk.getByRole('dialog').getByLabel('Weight').fill('3');
    await desk.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Weight 3').waitFor();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Delete Front page' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await desk.getByText('The placement still has').waitFor();
  });

  test('the page of a space fits on a phone, in German and in the dark, and is not there for others', async () => {
    const { seller, advertiser } = await factory.createOrder();
    await seller.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const page = await openPage('/selling', { as: seller, ...phone, locale: 'de-DE', colorScheme: 'dark' });
    await page.getByRole('heading', { level: 1, name: 'Verkaufen' }).waitFor();
    await page
      .getByRole('link', { name: /^Space/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Nicht mehr anbieten' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Verfügbarkeit' }).waitFor();
    await page.locator('[data-day="1"]').waitFor();
    await expectAccessible(page);

    const other = await openPage(new URL(page.url()).pathname, { as: advertiser });
    await other.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
  });
});

interface TypedPrice {
  readonly title: string;
  readonly amount: string;
  readonly quantity: string;
  readonly isMonthly?: boolean;
}

async function addPrice(desk: Page, { title, amount, quantity, isMonthly }: TypedPrice): Promise<void> {
  await desk.getByRole('button', { name: 'Add a price' }).click();
  const form = desk.getByRole('dialog');
  await form.getByLabel('Name of the price').fill(title);
  await form.getByLabel('Amount').fill(amount);
  await form.getByLabel('Quantity').fill(quantity);
  if (isMonthly) await form.getByLabel('Is paid every month').check();
  await form.getByRole('button', { name: 'Add a price' }).click();
  await desk.getByText(title, { exact: true }).waitFor();
  await form.waitFor({ state: 'detached' });
}
