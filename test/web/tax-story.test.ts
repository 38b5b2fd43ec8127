/** Tax in the browser: the settings of a seller, the price before and after an order is placed, the receipt, and the statement. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { takeStepAs } from '../support/factory.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();

  /** The text of the value beside a name in a list of facts. */
  const factOf = (page: Page, name: string) =>
    page.locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) }).locator('dd');
  const valueIs = (page: Page, name: string, value: string) =>
    expect.poll(() => factOf(page, name).first().innerText()).toBe(value);

  test('a seller sets a tax, an advertiser sees it before ordering, and both find it on the receipt and in the statement', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Weekly' });
    await factory.createPriceOption(seller, { price: 10_000 });
    await server.app.db.marketplace.updateMany({ data: { feeBasisPoints: 1_000 } });
    const desk = await openPage('/settings/account', { as: seller, ...phone });
    await desk.getByLabel('Tax id').fill('DE 123456789');
    await desk.getByLabel('Legal name').fill('Harbour Media GmbH');
    await desk.getByLabel('Tax rate in percent').fill('nineteen');
    await desk.getByLabel('The tax is added when an order is placed').check();
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await desk.getByText('must be a number such as 2.5').first().waitFor();
    await expectAccessible(desk);
    await desk.getByLabel('Tax rate in percent').fill('19');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await desk.getByText('The account is saved.').or(desk.getByText(/saved/)).first().waitFor();
    await expectAccessible(desk);
    const viewer = await openPage('/settings/account', { as: await factory.createMember(seller, 'VIEWER') });
    await valueIs(viewer, 'Tax rate in percent', '19%');

    const advertiser = await factory.createPerson({ name: 'Alma' });
    const shop = await openPage('/', { as: advertiser, ...phone });
    await shop
      .getByRole('link', { name: /^Space/ })
      .first()
      .click();
    await shop.getByText('Prices exclude 19% tax, which is added to the order.').waitFor();
    await expectAccessible(shop);
    await shop.getByRole('link', { name: /Order/ }).last().click();
    await shop.getByRole('heading', { level: 1, name: 'Place an order' }).waitFor();
    await valueIs(shop, 'Net', '€100.00');
    await valueIs(shop, 'Tax \\(19%\\)', '€19.00');
    await valueIs(shop, 'Total', '€119.00');
    await shop.getByRole('button', { name: 'Add an item' }).click();
    await valueIs(shop, 'Total', '€238.00');
    await expectAccessible(shop);
    await shop.getByRole('button', { name: 'Remove item 2' }).click();
    await valueIs(shop, 'Total', '€119.00');
    await shop.getByLabel('Brief').fill('An ad for tea.');
    await shop.getByRole('button', { name: 'Place the order' }).click();
    await shop.getByRole('heading', { level: 1, name: /^Order #/ }).waitFor();
    await valueIs(shop, 'Value', '€119.00');
    await valueIs(shop, 'Tax \\(19%\\)', '€19.00');
    expect(await factOf(shop, 'Fee of the marketplace').count()).toBe(0);

    const { orders } = await seller.ask('{ orders(first: 1) { nodes { id number } } }');
    const order = orders.nodes[0];
    await takeStepAs(seller, order, 'requestPayment');
    await takeStepAs(seller, order, 'confirmPayment', { reference: 'Statement 7' });
    await takeStepAs(seller, order, 'startProcessing');
    await takeStepAs(seller, order, 'completeOrder');
    await takeStepAs(seller, order, 'refundOrder', {
      amount: { minorUnits: 1_190, currency: 'EUR' },
      reason: 'A day was missed.',
    });
    const room = await openPage(`/orders/${order.number}`, { as: seller, ...phone });
    await valueIs(room, 'Fee of the marketplace', '€11.90');
    await room.getByRole('link', { name: /^Credit note CN-\d{4}-0001, €11.90$/ }).waitFor();
    await expectAccessible(room);
    const receiptUrl = await room.getByRole('link', { name: /^Receipt \d{4}-0001, €119.00$/ }).getAttribute('href');
    const receipt = await openPage(new URL(receiptUrl ?? '').pathname, { ...phone, locale: 'de-DE' });
    await receipt.getByText('Harbour Media GmbH').waitFor();
    await receipt.getByText('Steuer (19 %)').first().waitFor();
    await expectAccessible(receipt);
    await receipt.getByRole('link', { name: /^Gutschrift/ }).click();
    await receipt.getByRole('heading', { level: 1, name: /^Gutschrift/ }).waitFor();
    await expectAccessible(receipt);

    await room.goto(new URL('/selling/statement', room.url()).href);
    await room.getByRole('heading', { level: 2, name: 'Totals in EUR' }).waitFor();
    await valueIs(room, 'Received', '€119.00');
    await valueIs(room, 'Refunded', '€11.90');
    await valueIs(room, 'Net to you', '€96.39');
    await valueIs(room, 'Tax in it', '€17.10');
    await room.getByRole('link', { name: /^Credit note CN-/ }).waitFor();
    await expectAccessible(room);
    const [download] = await Promise.all([
      room.waitForEvent('download'),
      room.getByRole('button', { name: 'Download the statement as CSV' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/RECEIPT,.*,119\.00,19\.00,1900,11\.90,107\.10,EUR/);
    await room.getByLabel('First day').fill('2020-01-01');
    await room.getByLabel('Last day').fill('2020-01-31');
    await room.getByText('Nothing was received or refunded in this period.').waitFor();
    await expectAccessible(room);
    await server.app.db.person.update({ where: { id: seller.personId }, data: { language: 'DE' } });
    const german = await openPage('/selling/statement', { as: seller, ...phone, locale: 'de-DE', colorScheme: 'dark' });
    await german.getByRole('heading', { level: 1, name: 'Abrechnung' }).waitFor();
    await german.getByText('Netto für Sie').waitFor();
    await expectAccessible(german);
  });
});
