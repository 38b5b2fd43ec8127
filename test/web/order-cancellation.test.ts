/** Cancelling a paid order by agreement, and withdrawing a dispute, in the browser. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone, takeOnPage } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();

  test('the buyer withdraws a dispute, requests a cancellation, and the seller accepts it', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    const path = `/orders/${order.number}`;
    const buyer = await openPage(path, { as: order.advertiser, ...phone });
    const seller = await openPage(path, { as: order.seller });

    await takeOnPage(buyer, 'Open a dispute', (form) => form.getByLabel('Reason').fill('The ad is upside down.'));
    await seller.getByText('The ad is upside down.').first().waitFor();
    await takeOnPage(buyer, 'Withdraw the dispute', (form) => form.getByLabel('Note').fill('It was our file.'));
    await seller.getByText('Dispute withdrawn', { exact: true }).waitFor();

    await takeOnPage(buyer, 'Request the cancellation', (form) => form.getByLabel('Reason').fill('Our shop closes.'));
    await seller.getByRole('listitem').filter({ hasText: 'You: Accept or decline the cancellation' }).waitFor();
    await seller.getByText('Our shop closes.').first().waitFor();
    await expectAccessible(buyer);
    await expectAccessible(seller);
    await takeOnPage(seller, 'Accept the cancellation');

    await buyer.getByText('Cancellation accepted', { exact: true }).waitFor();
    const { status, paymentStatus } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
    expect({ status, paymentStatus }).toEqual({ status: 'CANCELLED', paymentStatus: 'REFUNDED' });
  });
});
