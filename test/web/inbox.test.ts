/** The inbox and the number of unread messages, live on every page. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { change } from '../support/partner.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { factory, openPage } = useWebClient();

  test('unread messages are counted live on every page, and are read when their order is opened by keyboard', async () => {
    const order = await factory.createOrder();
    const quiet = await factory.createOrder({ seller: order.seller });
    const { advertiser, seller } = order;
    const inbox = await openPage('/inbox', { as: seller });
    await inbox.getByText('You have read everything.').waitFor();
    await inbox.getByRole('link', { name: `Order #${quiet.number}` }).waitFor();
    await expectAccessible(inbox);
    const catalogue = await openPage('/', { as: seller, viewport: { width: 360, height: 740 } });
    await catalogue.getByRole('heading', { level: 1, name: 'Ad spaces' }).waitFor();

    await change(advertiser, 'sendMessage', { orderId: order.id, text: 'Is the cup blue?' }, '... on Message { id }');
    await inbox.getByRole('region', { name: 'With unread messages' }).getByText('Is the cup blue?').waitFor();
    await inbox.getByRole('link', { name: 'Inbox 1 unread' }).waitFor();
    await catalogue.getByRole('link', { name: 'Inbox 1 unread' }).waitFor();
    await expectAccessible(inbox);
    await expectAccessible(catalogue);
    expect([await inbox.title(), await catalogue.title()]).toEqual(['(1) Inbox – Placard', '(1) Ad spaces – Placard']);

    await change(advertiser, 'sendMessage', { orderId: order.id, text: 'Or red?' }, '... on Message { id }');
    await catalogue.getByRole('link', { name: 'Inbox 2 unread' }).waitFor();
    await inbox.getByRole('link', { name: `Order #${order.number}` }).focus();
    await inbox.keyboard.press('Enter');
    await inbox.getByRole('heading', { level: 1, name: `Order #${order.number}` }).waitFor();

    await catalogue.getByRole('link', { name: 'Inbox', exact: true }).waitFor();
    await inbox.getByRole('link', { name: 'Inbox', exact: true }).click();
    await inbox.getByText('You have read everything.').waitFor();
    expect(await inbox.title()).toBe('Inbox – Placard');
  });

  test('orders beyond the first page are loaded on request, and an order shows its last step rather than its e-mails', async () => {
    const seller = await factory.createPerson();
    const orders: TestOrder[] = [];
    for (let count = 0; count < 22; count += 1) orders.push(await factory.createOrder({ seller }));
    const [oldest] = orders as [TestOrder];
    const inbox = await openPage('/inbox', { as: seller });
    const recent = inbox.getByRole('region', { name: 'Newest activity' });
    const links = recent.getByRole('link', { name: /^Order #/ });
    await recent.getByRole('button', { name: 'More' }).waitFor();
    expect(await links.count()).toBe(20);
    expect(await recent.getByText('E-mail sent').count()).toBe(0);

    await recent.getByRole('button', { name: 'More' }).click();
    await recent.getByRole('link', { name: `Order #${oldest.number}` }).waitFor();
    expect(await links.count()).toBe(22);

    await takeStepAs(oldest.advertiser, oldest, 'cancelOrder', { reason: 'Not this year.' });
    await recent
      .getByRole('listitem')
      .first()
      .getByRole('link', { name: `Order #${oldest.number}` })
      .waitFor();
    expect(await links.count()).toBe(22);
    await expectAccessible(inbox);
  });
});
