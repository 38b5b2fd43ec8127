/** The page of the processes in the browser. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { openPage } = useWebClient();

  test('anyone reads the processes in German on a phone, with deadlines', async () => {
    const page = await openPage('/process', { locale: 'de-DE', viewport: { width: 360, height: 740 } });

    const orders = page.getByRole('region', { name: 'Aufträge' });
    const first = orders.getByRole('listitem').first();
    await first.getByRole('heading').waitFor();

    expect(await first.innerText()).toMatch(/Wartet auf: Anbieter[\s\S]*nach 14 Tagen/);
    expect(await page.getByRole('region', { name: 'Anzeigen' }).getByRole('heading', { level: 3 }).count()).toBe(5);
    await expectAccessible(page);
  });
});
