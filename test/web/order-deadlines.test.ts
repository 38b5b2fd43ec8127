/** The banner of an order in the browser: who is awaited, for what, until when, and what happens then. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();

  test('both parties see who is awaited and until when, and one reminds the other once', async () => {
    const order = await factory.createOrder();
    const task = 'Request the payment, ask a question, or reject the order';
    const buyer = await openPage(`/orders/${order.number}`, { as: order.advertiser });
    const seller = await openPage(`/orders/${order.number}`, {
      as: order.seller,
      viewport: { width: 360, height: 740 },
    });

    const seenByBuyer = buyer.getByRole('listitem').filter({ hasText: `${order.seller.name}: ${task}` });
    const seenBySeller = seller.getByRole('listitem').filter({ hasText: `You: ${task}` });
    expect(await seenByBuyer.innerText()).toMatch(/Until \d/);
    expect(await seenByBuyer.innerText()).toContain('The order expires.');
    expect(await seenBySeller.innerText()).toMatch(/Until \d/);
    await expectAccessible(seller);

    await buyer.getByRole('button', { name: 'Remind the other party' }).click();
    await buyer.getByRole('dialog').getByRole('button', { name: 'Remind the other party' }).click();
    await buyer.getByRole('dialog').waitFor({ state: 'detached' });
    const otherSteps = buyer.getByRole('region', { name: 'Other steps' });
    await otherSteps.getByRole('button', { name: 'Remind the other party' }).waitFor({ state: 'detached' });
    expect(await server.app.db.email.count({ where: { template: 'reminder', order: { number: order.number } } })).toBe(
      1,
    );
  });

  test('the banner and the descriptions of fields are in German for a German reader', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await server.app.db.person.update({ where: { id: order.seller.personId }, data: { language: 'DE' } });
    const seller = await openPage(`/orders/${order.number}`, { as: order.seller, locale: 'de-DE' });

    const banner = seller
      .getByRole('listitem')
      .filter({ hasText: 'Sie: Anzeige schalten und den Auftrag abschließen' });
    expect(await banner.innerText()).toMatch(/Bis .*Danach:.*Die Verspätung wird dem Betreiber gemeldet\./s);
    await expectAccessible(seller);
    // The same name of a field has the description of its step, with its limits.
    for (const [step, descriptions] of [
      ['Auftrag anhalten', ['Warum der Auftrag angehalten wird.', 'Wem die Werbefläche gehört.']],
      ['Auftrag abschließen', ['Bildschirmfotos der Anzeige, falls der Nachweis schon vorliegt. Höchstens 5.']],
    ] as const) {
      await seller.getByRole('main').getByRole('button', { name: step }).first().click();
      const dialog = seller.getByRole('dialog');
      for (const description of descriptions) await dialog.getByText(description, { exact: true }).waitFor();
      await dialog.getByRole('button', { name: 'Abbrechen' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  });
});
