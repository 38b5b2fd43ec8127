/** The browser client below a path of another site, behind a proxy that passes the path on. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { change } from '../support/partner.ts';
import { useWebClient } from '../support/web-client.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const origin = 'http://placard.localhost';
  const { factory, openPage, mailedCode } = useWebClient({ config: { publicUrl: `${origin}/market` } });

  test('a visitor signs in, and pages, links, live updates and the session stay below the path', async () => {
    const order = await factory.createOrder();
    const { advertiser, seller } = order;
    const page = await openPage('/market/orders?status=PENDING');
    await page.getByRole('textbox').first().fill(seller.email);
    await page.keyboard.press('Enter');
    await page
      .getByLabel(/code/i)
      .first()
      .fill(await mailedCode(seller.email));
    await page.keyboard.press('Enter');
    await page
      .getByRole('link', { name: `Order #${order.number}` })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/market/orders');
    const [cookie] = await page.context().cookies();
    expect([cookie?.name, cookie?.path]).toEqual(['placard-session', '/market']);

    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    await page.getByText('You have read everything.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/market/inbox');
    await change(advertiser, 'sendMessage', { orderId: order.id, text: 'Is the cup blue?' }, '... on Message { id }');
    await page.getByRole('link', { name: 'Inbox 1 unread' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Inbox 1 unread' }).waitFor();
  });
});
