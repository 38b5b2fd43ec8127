/** The conversation of an order in the browser: long, changed by its authors, and calm for a reader who has scrolled up. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import type { TestPerson } from '../support/factory.ts';
import { png } from '../support/images.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { factory, openPage } = useWebClient();

  test('a message is answered, edited and deleted, and the other party sees it', async () => {
    const order = await factory.createOrder();
    const buyer = await openPage(`/orders/${order.number}`, { as: order.advertiser });
    const desk = await openPage(`/orders/${order.number}`, { as: order.seller, ...phone });
    await desk.getByRole('heading', { name: 'It is your turn' }).waitFor();

    await buyer.getByText('Attach files').click();
    await buyer.getByLabel('Images or PDF').setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: png() });
    await buyer.getByRole('button', { name: 'Remove cup.png' }).waitFor();
    await buyer.getByLabel('Message', { exact: true }).fill('The cup is red.');
    await buyer.getByLabel('Message', { exact: true }).press('Enter');
    await desk.getByRole('link', { name: 'Open cup.png' }).waitFor();
    const firstMessage = desk.getByRole('listitem').filter({ hasText: 'The cup is red.' }).first();
    expect(await firstMessage.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    await firstMessage.getByRole('button', { name: 'Reply' }).click();
    await desk.keyboard.type('Really?');
    await desk.keyboard.press('Enter');
    await buyer.getByRole('listitem').filter({ hasText: 'Really?' }).getByText('The cup is red.').waitFor();

    const own = buyer
      .getByRole('listitem')
      .filter({ has: buyer.getByRole('link', { name: 'Open cup.png' }) })
      .first();
    await own.getByRole('button', { name: 'Edit' }).click();
    await expectAccessible(buyer);
    await buyer.getByRole('dialog').getByLabel('New text').fill('The cup is blue.');
    await buyer.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await desk.getByText('edited', { exact: true }).waitFor();
    expect(await desk.getByRole('paragraph').filter({ hasText: 'The cup is blue.' }).count()).toBe(1);

    await own.getByRole('button', { name: 'Delete' }).click();
    await expectAccessible(buyer);
    await buyer.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await desk.getByText('This message was deleted.').first().waitFor();
    await desk.getByRole('link', { name: 'Open cup.png' }).waitFor({ state: 'detached' });
    expect(await desk.getByRole('group', { name: 'Timeline' }).getByText('The cup is red.').count()).toBe(0);
    await expectAccessible(desk);
  });

  test('a long conversation is read backwards from its end, and keeps its place while messages come', async () => {
    const order = await factory.createOrder();
    for (let number = 1; number <= 90; number += 1) await say(order.seller, order.id, `Message number ${number}.`);
    const page = await openPage(`/orders/${order.number}`, { as: order.advertiser });
    await page.getByText('Message number 90.').waitFor();
    expect(await page.getByText('Message number 30.').count()).toBe(0);
    const frame = page.getByRole('group', { name: 'Timeline' });
    const isAtEnd = () =>
      frame.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 5);
    await expect.poll(isAtEnd).toBe(true);

    // On the way up earlier messages are loaded above the reader, who stays where they are.
    await frame.hover();
    await page.mouse.wheel(0, -100_000);
    await page.getByText('Message number 30.').waitFor();
    const first = page.getByText('Message number 42.');
    const topOf = (element: Element) =>
      element.getBoundingClientRect().top - (element.closest('[role=group]')?.getBoundingClientRect().top ?? 0);
    const top = await first.evaluate(topOf);
    expect(Math.abs(top)).toBeLessThan(500);
    await page.getByLabel('Message', { exact: true }).focus();
    // What is far away is not drawn.
    await expect.poll(() => page.getByText('Message number 90.').count()).toBe(0);

    await say(order.seller, order.id, 'Something new.');
    const button = page.getByRole('button', { name: 'New messages' });
    await button.waitFor();
    expect(await first.evaluate(topOf)).toBeCloseTo(top, -1);
    expect(
      await page.getByLabel('Message', { exact: true }).evaluate((element) => element === document.activeElement),
    ).toBe(true);
    await expectAccessible(page);
    await button.click();
    await expect.poll(isAtEnd).toBe(true);
    expect(await button.count()).toBe(0);
    await page.getByText('Message number 90.').waitFor();
    await say(order.seller, order.id, 'And more.');
    await page.getByText('And more.', { exact: true }).waitFor();
    await expect.poll(isAtEnd).toBe(true);
  });
});

const say = (person: TestPerson, orderId: string, text: string) =>
  person.ask('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }', {
    input: { orderId, text },
  });
