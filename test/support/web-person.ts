/** The acts of people on the pages of the client. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The window of a small phone. */
export const phone = { viewport: { width: 360, height: 740 } } as const;

/** A person who sees nothing happen presses again after this time, and gives up after some presses. */
const pressAgainMs = 3_000;
const maxPresses = 10;

/** Opens the form of a step or another change by its button, fills it in, and sends it. */
export async function takeOnPage(
  page: Page,
  step: string,
  fill: (form: Locator) => Promise<unknown> = async () => undefined,
) {
  const button = page.getByRole('main').getByRole('button', { name: step }).first();
  const form = page.getByRole('dialog');
  await button.click();
  // What arrives live may move the button while it is pressed, so that the press misses it.
  for (let presses = 1; presses < maxPresses && !(await isVisibleSoon(form)); presses += 1)
    await button.click({ timeout: pressAgainMs }).catch(() => undefined);
  await fill(form);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}

const isVisibleSoon = (form: Locator): Promise<boolean> =>
  form.waitFor({ timeout: pressAgainMs }).then(
    () => true,
    () => false,
  );

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
