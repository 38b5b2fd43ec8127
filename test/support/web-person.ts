/** The acts of people on the pages of the client. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The window of a small phone. */
export const phone = { viewport: { width: 360, height: 740 } } as const;

/** Opens the form of a step or another change by its button, fills it in, and sends it. */
export async function takeOnPage(
  page: Page,
  step: string,
  fill: (form: Locator) => Promise<unknown> = async () => undefined,
) {
  await page.getByRole('main').getByRole('button', { name: step }).first().click();
  const form = page.getByRole('dialog');
  await fill(form);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}

/** Presses Tab until the element has the focus, as often as a person would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const maxPresses = 60;
  for (let presses = 0; presses < maxPresses; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached with ${maxPresses} presses of Tab`);
}

/** Waits until the element has the focus. */
export const hasFocus = (target: Locator): Promise<void> =>
  expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
