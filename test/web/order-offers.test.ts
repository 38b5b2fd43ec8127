/** Negotiating an order in the browser: both parties propose, and see what the other one does without reloading. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { takeOnPage } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();

  test('an offer is made on a phone, answered with another one, and accepted', async () => {
    const order = await factory.createOrder();
    const path = `/orders/${order.number}`;
    const buyer = await openPage(path, { as: order.advertiser, viewport: { width: 360, height: 740 } });
    const seller = await openPage(path, { as: order.seller });

    await buyer.getByRole('button', { name: 'Make an offer', exact: true }).click();
    const form = buyer.getByRole('dialog');
    await form.getByLabel('Price in EUR').fill('eighty');
    await form.getByRole('button', { name: 'Make an offer' }).click();
    await form.getByText('must be an amount such as 12.50').first().waitFor();
    await form.getByLabel('Price in EUR').fill('80');
    await form.getByLabel(/^Quantity/).fill('5');
    await form.getByLabel('Note').fill('Five days are enough for us.');
    await expectAccessible(buyer);
    await form.getByRole('button', { name: 'Make an offer' }).click();
    await form.waitFor({ state: 'detached' });
    await buyer.getByRole('region', { name: 'Your offer' }).waitFor();

    const offer = seller.getByRole('region', { name: `Offer from ${order.advertiser.name}` });
    await offer.getByText('Five days are enough for us.').waitFor();
    await offer.getByText('Before: €100.00').waitFor();
    await offer.getByText('Proposed: €80.00').waitFor();
    await offer.getByText(/5 days/).waitFor();
    await seller.getByText('Answer the offer').first().waitFor();
    await expectAccessible(seller);
    // The other offer begins with the one that it answers.
    await takeOnPage(seller, 'Make another offer', async (dialog) => {
      expect(await dialog.getByLabel('Price in EUR').inputValue()).toBe('80.00');
      await dialog.getByLabel('Price in EUR').fill('90');
    });

    await buyer.getByText('Proposed: €90.00').first().waitFor();
    await takeOnPage(buyer, 'Accept the offer');
    const details = seller.getByRole('region', { name: 'Details' });
    await details.getByText('€90.00').first().waitFor();
    await seller.getByText('Offer accepted', { exact: true }).waitFor();
    expect(await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } })).toMatchObject({
      ...{ totalMinorUnits: 9_000n, openOfferId: null },
    });
  });

  test('who made an offer withdraws it, in German', async () => {
    const order = await factory.createOrder();
    await server.app.db.person.update({ where: { id: order.seller.personId }, data: { language: 'DE' } });
    const seller = await openPage(`/orders/${order.number}`, { as: order.seller, locale: 'de-DE' });

    await takeOnPage(seller, 'Angebot machen', (form) => form.getByLabel('Preis in EUR').fill('120,00'));
    await seller
      .getByRole('region', { name: 'Ihr Angebot' })
      .getByText(/^Vorgeschlagen: 120,00/)
      .waitFor();
    await expectAccessible(seller);
    await takeOnPage(seller, 'Angebot zurückziehen');

    await seller.getByText('Angebot zurückgezogen', { exact: true }).waitFor();
    await seller.getByRole('region', { name: 'Ihr Angebot' }).waitFor({ state: 'detached' });
  });
});
