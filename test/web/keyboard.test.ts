/** The keyboard alone: signing in, menus, the dialog of a step, and a message. */
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { hasFocus, tabTo } from '../support/web-person.ts';

const containsFocus = (target: Locator) => target.evaluate((element) => element.contains(document.activeElement));

describe.skipIf(browserMissing)('In the browser', () => {
  const { factory, openPage, mailedCode } = useWebClient();

  test('the keyboard alone signs in, uses menus, takes a step and sends a message', async () => {
    const order = await factory.createOrder({ seller: await factory.createPerson({ name: 'Morning Post' }) });
    const page = await openPage(`/orders/${order.number}`);
    const { keyboard } = page;
    await tabTo(page, page.getByLabel('E-mail address'));
    await keyboard.type(order.seller.email);
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Code'));
    await keyboard.type(await mailedCode(order.seller.email));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Order #${order.number}` }).waitFor();

    // The first press of Tab reaches the link past the header.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: `Order #${order.number}` }).waitFor();
    await keyboard.press('Tab');
    await hasFocus(page.getByRole('link', { name: 'Skip to the content' }));
    await keyboard.press('Enter');
    await hasFocus(page.getByRole('main'));

    // Each key that opens a menu leads into it, arrows move, and Escape leads back.
    await page.reload();
    const button = page.getByRole('banner').getByRole('button', { name: 'Morning Post' });
    await tabTo(page, button);
    for (const key of ['Enter', 'Space', 'ArrowDown']) {
      await keyboard.press(key);
      await page.getByRole('menu').waitFor();
      await hasFocus(page.getByRole('menuitemradio').nth(0));
      await keyboard.press('ArrowDown');
      await hasFocus(page.getByRole('menuitemradio').nth(1));
      await keyboard.press('ArrowUp');
      await hasFocus(page.getByRole('menuitemradio').nth(0));
      await expectAccessible(page);
      await keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      await hasFocus(button);
    }
    const language = page.getByRole('banner').getByRole('button', { name: 'English' });
    await language.focus();
    await keyboard.press('ArrowUp');
    await page.getByRole('menu').waitFor();
    await keyboard.type('Deu');
    await hasFocus(page.getByRole('menuitemradio', { name: 'Deutsch' }));
    await keyboard.press('Enter');
    const german = page.getByRole('banner').getByRole('button', { name: 'Deutsch' });
    await hasFocus(german);
    await keyboard.press('Enter');
    await keyboard.type('Eng');
    await keyboard.press('Enter');
    await hasFocus(language);

    // The dialog of a step keeps the focus, and Escape leads back to its button.
    const step = page.getByRole('main').getByRole('button', { name: 'Request feedback' }).first();
    await tabTo(page, step);
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await expect.poll(() => containsFocus(dialog)).toBe(true);
    for (let presses = 0; presses < 12; presses += 1) {
      await keyboard.press(presses < 8 ? 'Tab' : 'Shift+Tab');
      expect(await containsFocus(dialog)).toBe(true);
    }
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await hasFocus(step);
    await keyboard.press('Space');
    await tabTo(page, dialog.getByLabel('Question'));
    await keyboard.type('Which colour has the cup?');
    await tabTo(page, dialog.getByRole('button', { name: 'Request feedback' }));
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Which colour has the cup?').first().waitFor();
    // The button may be gone with its step; the focus stays in the page and does not begin again at its top.
    await expect.poll(() => containsFocus(page.getByRole('main'))).toBe(true);

    await tabTo(page, page.getByLabel('Message', { exact: true }));
    await keyboard.type('Take your time.');
    await keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Take your time.' }).waitFor();
    await page.getByText('Being sent').waitFor({ state: 'detached' });
    await expectAccessible(page);
  });
});
