/** The charts of results: impressions and clicks of an ad by day, orders and income of a seller by month. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { rowIdOf } from '../../src/graphql/ids.ts';
import { later, minuteMs } from '../../src/platform/clock.ts';
import { addDays, dayOf } from '../../src/platform/days.ts';
import { createAd, createPlacement, publish } from '../support/ads.ts';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';

const phone = { viewport: { width: 360, height: 740 } } as const;

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();

  /** The table of a chart as its text: the rows, each with its cells. */
  const tableOf = (page: Page): Promise<string[][]> =>
    page
      .getByRole('table')
      .first()
      .locator('tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

  /** The height of the bars of a plot on the page, in pixels. */
  const heightOf = (page: Page, plot: number): Promise<number> =>
    page
      .locator('.chart__bars')
      .nth(plot)
      .evaluate((path) => path.getBoundingClientRect().height);

  test('both parties see the impressions and clicks of a published ad by day, explore them by keyboard, and read them as a table', async () => {
    const seller = await factory.createPerson();
    const ad = await createAd(factory, seller);
    const path = `/orders/${ad.order.number}`;
    const unpublished = await openPage(path, { as: seller });
    await unpublished.getByRole('heading', { level: 3, name: ad.name }).waitFor();
    expect(await unpublished.getByText('No impressions yet').count()).toBe(0);
    await publish(seller, ad, await createPlacement(seller));

    const empty = await openPage(path, { as: ad.order.advertiser, ...phone });
    await empty.getByText('No impressions yet').waitFor();
    await expectAccessible(empty);

    const today = dayOf(server.clock.now());
    const days = [
      { day: addDays(today, -9), impressions: 1_200, clicks: 30 },
      { day: addDays(today, -1), impressions: 40, clicks: 0 },
      { day: today, impressions: 600, clicks: 3 },
    ];
    const adId = rowIdOf('Ad', ad.id);
    await server.app.db.adDailyCounter.createMany({
      data: days.map(({ day, ...counts }) => ({ adId, day: new Date(day), ...counts })),
    });
    for (const [as, colorScheme] of [
      [seller, 'light'],
      [ad.order.advertiser, 'dark'],
    ] as const) {
      const page = await openPage(path, { as, colorScheme, ...phone });
      const chart = page.getByRole('region', { name: `Impressions and clicks of ${ad.name} by day` });
      await chart.getByText('1,840 in total, at most 1,200').waitFor();
      await chart.getByText('33 in total, at most 30').waitFor();
      expect(await heightOf(page, 0)).toBeGreaterThan(50);
      await expectAccessible(page);

      const slider = chart.getByRole('slider', { name: 'Day' });
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/· Impressions: 40 · Clicks: 0$/);
      await page.keyboard.press('Home');
      await chart.getByText(/· Impressions: 1,200 · Clicks: 30$/).waitFor();

      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await chart.getByRole('table').waitFor();
      await expectAccessible(page);
      const rows = await tableOf(page);
      expect(rows[0]).toEqual(['Day', 'Impressions', 'Clicks']);
      expect(rows.slice(1).map((row) => row.slice(1))).toEqual([
        ['1,200', '30'],
        ...Array.from({ length: 7 }, () => ['0', '0']),
        ['40', '0'],
        ['600', '3'],
      ]);
    }
  });

  test('a seller sees orders and income by month, in German and in the dark, also a month with more refunds than payments', async () => {
    const seller = await factory.createPerson();
    const german = { as: seller, locale: 'de-DE', timezoneId: 'Europe/Berlin', ...phone } as const;
    await seller.ask('mutation { updatePerson(input: { language: DE, timeZone: "Asia/Kathmandu" }) { __typename } }');
    const empty = await openPage('/selling', german);
    await empty.getByRole('link', { name: 'Ergebnisse' }).click();
    await empty.getByText('Keine Aufträge und keine Einnahmen').waitFor();
    await empty.getByText('Asia/Kathmandu').waitFor();
    await expectAccessible(empty);

    const [paid, refunded] = [
      await factory.createOrder({ seller, status: 'PAYMENT_RECEIVED' }),
      await factory.createOrder({ seller, status: 'PAYMENT_RECEIVED' }),
    ];
    const { db } = server.app;
    // In Kathmandu, the month before began 5:45 hours before it did in UTC.
    const local = later(server.clock.now(), 5.75 * 60 * minuteMs);
    const before = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - 1, 1) - 300 * minuteMs);
    await db.order.updateMany({ where: { number: paid.number }, data: { createdAt: before } });
    await db.paymentMovement.updateMany({ where: { order: { number: paid.number } }, data: { createdAt: before } });
    await db.paymentMovement.updateMany({
      where: { order: { number: refunded.number } },
      data: { kind: 'REFUNDED', amountMinorUnits: 2_550 },
    });
    for (const colorScheme of ['dark', 'light'] as const) {
      const page = await openPage('/selling/results', { ...german, colorScheme });
      await page.getByText('2 insgesamt, höchstens 1').waitFor();
      await page.getByText(/^74,50\s€ insgesamt, höchstens 100,00\s€/).waitFor();
      expect(await heightOf(page, 1)).toBeGreaterThan(50);
      await page.getByText('Als Tabelle zeigen').click();
      const rows = await tableOf(page);
      expect(rows).toHaveLength(13);
      expect(rows[0]).toEqual(['Monat', 'Aufträge', 'Einnahmen in EUR']);
      expect(rows.slice(-2).map((row) => row.slice(1).map((cell) => cell.replace(/\s/g, ' ')))).toEqual([
        ['1', '100,00 €'],
        ['1', '-25,50 €'],
      ]);
      await expectAccessible(page);
    }
  });
});
