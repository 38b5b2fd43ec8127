/** The effects of a step in the browser, before it is taken. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();

  test('a step that ends the order shows its effects before it is taken, and others show them on request', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await server.app.db.person.update({ where: { id: order.seller.personId }, data: { language: 'DE' } });
    const page = await openPage(`/orders/${order.number}`, {
      as: order.seller,
      locale: 'de-DE',
      viewport: { width: 360, height: 740 },
    });
    const dialog = page.getByRole('dialog');

    await page.getByRole('main').getByRole('button', { name: 'Bezahlten Auftrag stornieren' }).first().click();
    const effects = dialog.getByRole('region', { name: 'Auswirkungen' });
    await dialog.getByRole('textbox').fill('Die Fläche ist beschädigt.');
    await effects.getByText(/^100,00.€ werden erstattet\.$/).waitFor();
    const lines = await effects.getByRole('listitem').allInnerTexts();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();

    await page.getByRole('main').getByRole('button', { name: 'Auftrag abschließen' }).first().click();
    await dialog.getByRole('button', { name: 'Auswirkungen zeigen' }).press('Enter');
    await effects.getByText('Der Auftrag bekommt den Status: Abgeschlossen.').waitFor();

    expect(lines).toContain('Der Auftrag bekommt den Status: Storniert.');
    expect(lines).toContain('Der Werbekunde bekommt eine E-Mail.');
    expect(await server.app.db.order.findUnique({ where: { number: order.number } })).toMatchObject({
      status: 'PROCESSING',
      refundedMinorUnits: 0n,
    });
  });
});
