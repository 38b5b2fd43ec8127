/** Placing an order again in the browser. */
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();

  test('a completed order is placed again, at the price of today', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await server.app.db.priceOption.updateMany({ data: { priceMinorUnits: 12_000n } });
    const buyer = await openPage(`/orders/${order.number}`, { as: order.advertiser, ...phone });

    await buyer.getByRole('link', { name: 'Order again' }).click();
    expect(await buyer.getByLabel('Brief').inputValue()).toBe('An ad for tea.');
    await expectAccessible(buyer);
    await buyer.getByRole('button', { name: 'Place the order' }).click();
    await buyer.waitForURL(new RegExp(`/orders/${order.number + 1}$`));

    const placed = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number + 1 } });
    expect(placed).toMatchObject({ status: 'PENDING', totalMinorUnits: 12_000n, sellerId: order.seller.accountId });
  });
});
