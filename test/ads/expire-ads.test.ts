/** The expiry of ads whose time has ended. */
import { expect, test } from 'vitest';
import { expireDueAds } from '../../src/ads/expire-ads.ts';
import { dayMs, later } from '../../src/platform/clock.ts';
import type { TestOrder } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

/** Ads of an order that are published and whose days have ended. */
async function addOverdueAds(order: TestOrder, count: number, endsAt: Date): Promise<void> {
  const { id: orderId, sellerId } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
  const now = server.clock.now();
  const ad = { orderId, sellerId, name: 'An overdue ad', status: 'PUBLISHED', createdAt: now, updatedAt: now } as const;
  await server.app.db.ad.createMany({ data: Array.from({ length: count }, () => ({ ...ad, endsAt })) });
}

const countPublished = (order: TestOrder): Promise<number> =>
  server.app.db.ad.count({ where: { order: { number: order.number }, status: 'PUBLISHED' } });

test('101 ads that cannot expire do not keep a later ad from expiring, and expire once they can', async () => {
  const [broken, intact] = [await factory.createOrder(), await factory.createOrder()];
  const now = server.clock.now();
  await addOverdueAds(broken, 101, later(now, -2 * dayMs));
  await addOverdueAds(intact, 1, later(now, -dayMs));
  // Entries are numbered without gaps: one that was written past the order makes every further step of it fail.
  const { logNumber } = await server.app.db.order.update({
    where: { number: broken.number },
    data: { logNumber: { decrement: 1 } },
  });

  await expireDueAds(server.app);
  const afterFailure = { broken: await countPublished(broken), intact: await countPublished(intact) };
  await server.app.db.order.update({ where: { number: broken.number }, data: { logNumber: logNumber + 1 } });
  await expireDueAds(server.app);
  const beforeRetry = await countPublished(broken);
  server.clock.advance({ days: 1 });
  await expireDueAds(server.app);

  expect(afterFailure).toEqual({ broken: 101, intact: 0 });
  expect(beforeRetry).toBe(101);
  expect(await countPublished(broken)).toBe(0);
});
