/** The ads of the items of an order: one draft for each item. */
import type { OrderItem } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import { type AdStatus, type AdStep, adProcess } from '../process/ad.ts';

/** Creates one draft for each item: "Order #7", "Order #7 / 2" and so on. */
export async function createAdsOfItems(
  tx: Tx,
  { id: orderId, number, sellerId }: Order,
  items: readonly Pick<OrderItem, 'id' | 'position'>[],
  at: Date,
): Promise<void> {
  const status: AdStatus = adProcess.initial;
  await tx.ad.createMany({
    data: items.map(({ id, position }) => ({
      ...{ orderId, itemId: id, sellerId, status },
      name: position === 1 ? `Order #${number}` : `Order #${number} / ${position}`,
      ...{ createdAt: at, updatedAt: at },
    })),
  });
}

/** The columns of an ad that is withdrawn. */
export const withdrawnAt = (at: Date) => ({
  status: adProcess.steps.withdrawAd.to,
  statusStep: 'withdrawAd' satisfies AdStep,
  ...{ statusSince: at, updatedAt: at },
});

/**
 * Changes the items of an order and their ads: the ads of removed items are withdrawn, and the items that `changeItems`
 * returns get new drafts.
 */
export async function changeAdsOfItems(
  tx: Tx,
  order: Order,
  { removedIds, at }: { readonly removedIds: readonly string[]; readonly at: Date },
  changeItems: () => Promise<readonly Pick<OrderItem, 'id' | 'position'>[]>,
): Promise<void> {
  await tx.ad.updateMany({
    where: { itemId: { in: [...removedIds] } },
    data: { ...withdrawnAt(at), itemId: null },
  });
  await createAdsOfItems(tx, order, await changeItems(), at);
}
