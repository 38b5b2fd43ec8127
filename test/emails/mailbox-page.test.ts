/** The mailbox of development: what would have been sent, with its headers and its links. */
import { describe, expect, test } from 'vitest';
import { browserMissing, startBrowser } from '../support/browser.ts';
import type { Data } from '../support/client.ts';
import { useServer } from '../support/use-server.ts';

const publicUrl = 'http://placard.localhost';
const { server, factory } = useServer({ config: () => ({ publicUrl }) });

test('The mailbox shows the headers of an e-mail, for people and for programs', async () => {
  const seller = await factory.createPerson();
  await factory.createOrder({ seller });
  const read = async (): Promise<Data[]> => (await fetch(`${server.url}/mailbox.json`)).json() as Promise<Data[]>;
  await expect.poll(async () => (await read()).filter(({ to }) => to === seller.email)).toHaveLength(1);

  const letter = (await read()).find(({ to }) => to === seller.email);
  const html = await (await fetch(`${server.url}/mailbox`)).text();

  expect(letter.headers).toMatchObject({
    'Auto-Submitted': 'auto-generated',
    References: expect.stringContaining('<order.'),
  });
  expect(html).toContain(`References: ${letter.headers['References'].replace('<', '&lt;').replace('>', '&gt;')}`);
});

describe.skipIf(browserMissing)('In the browser', () => {
  test('the links of an e-mail open in new tabs, their addresses are readable, and nothing inline is allowed', async () => {
    const seller = await factory.createPerson();
    await factory.createOrder({ seller });
    const browser = await startBrowser({ 'placard.localhost': server.url });
    try {
      const page = await browser.newPage();
      const blocked: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
      });
      const letter = page.locator('details').filter({ hasText: new RegExp(`(?<!go )to ${seller.email}`) });
      await expect
        .poll(async () => {
          const answer = await page.goto(`${publicUrl}/mailbox`);
          expect(answer?.headers()['content-security-policy']).not.toContain('unsafe');
          return letter.count();
        })
        .toBe(1);

      await letter.locator('summary').click();
      const mail = letter.frameLocator('iframe');
      const button = mail.getByRole('link').first();
      const address = String(await button.getAttribute('href'));
      expect(await letter.locator('pre').first().innerText()).toContain(address);
      const [opened] = await Promise.all([page.context().waitForEvent('page'), button.click()]);
      // The page of the link, or the sign-in page that leads there.
      await expect.poll(() => decodeURIComponent(opened.url())).toContain(new URL(address).pathname);
      // The e-mail is still there, with its button in its colour.
      expect(await button.getAttribute('href')).toBe(address);
      expect(await button.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('6px');
      expect(blocked).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
