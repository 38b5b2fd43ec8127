/** Carries the ads of a renewed order over to the order of the next month. */
import { anonymous } from '../access/viewer.ts';
import type { Ad, Order, OrderItem } from '../generated/prisma/client.ts';
import { later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { AdStep } from '../process/ad.ts';
import { toJson } from '../process/fields.ts';
import type { OrderServices, TopicUpdates, WithTopicUpdates } from '../services/order-services.ts';
import { checkAdStep } from './ad.ts';
import { remainingMsAt } from './ad-flight.ts';
import { decideAssignment, lockPlacements } from './placements/placements.ts';
import { applyAdStep, lockAd, topicUpdatesForAd } from './take-ad-step.ts';

interface Renewal {
  /** The order of the ending month, locked. */
  readonly from: Order;
  /** The order of the next month, with a draft for each item. */
  readonly to: Order;
  readonly at: Date;
}

/**
 * Copies the old ads into the drafts of the new order, item by item. If a space renews its ads, a published ad is published
 * unchanged in place of the old ad, whose flight ends. Returns the last entry number of the old order and the topic updates
 * to publish after the commit.
 */
export async function renewAds(
  app: OrderServices,
  tx: Tx,
  { from, to, at }: Renewal,
): Promise<Pick<Order, 'logNumber'> & WithTopicUpdates> {
  const republications: Omit<Republication, 'orders' | 'at'>[] = [];
  for (const { oldId, draft, renewsAds } of await pairAds(tx, { from, to })) {
    const { ad: old } = await lockAd(tx, oldId, {});
    const { html, imageId, targetUrl, altText } = old;
    const content = { html, imageId, targetUrl, altText };
    const ad = await tx.ad.update({ where: { id: draft.id }, data: { ...content, updatedAt: at } });
    if (renewsAds && wasPublished(old)) republications.push({ old, ad, placementId: await findLastPlacement(tx, old) });
  }
  // Lock all of them before changing the first, because others may lock the same ones in another order.
  await lockPlacements(
    tx,
    republications.flatMap(({ placementId }) => placementId ?? []),
  );
  let orders = { from, to };
  const topicUpdates: TopicUpdates[number][] = [];
  for (const republication of republications) {
    const published = await republish(app, tx, { ...republication, orders, at });
    orders = published.orders;
    topicUpdates.push(...published.topicUpdates);
  }
  return { logNumber: orders.from.logNumber, topicUpdates };
}

const wasPublished = ({ status }: Ad): boolean => status === 'PUBLISHED' || status === 'EXPIRED';

interface Pair {
  readonly oldId: string;
  readonly draft: Ad;
  readonly renewsAds: boolean;
}

/** The ads of the old order that continue, each with the draft that replaces it. */
async function pairAds(tx: Tx, { from, to }: Pick<Renewal, 'from' | 'to'>): Promise<Pair[]> {
  const include = { ad: true, priceOption: { include: { space: true } } } as const;
  const read = (orderId: string) =>
    tx.orderItem.findMany({ where: { orderId }, orderBy: { position: 'asc' }, include });
  const [old, drafts] = [await read(from.id), await read(to.id)];
  const unmatched = [...old];
  return drafts.flatMap(({ ad: draft, priceOption, ...item }) => {
    // The items of the new order are a subset of the old items, in the same order.
    const source = unmatched.splice(0, unmatched.findIndex((one) => isSameItem(one, item)) + 1).at(-1);
    return source?.ad && draft ? [{ oldId: source.ad.id, draft, renewsAds: priceOption.space.renewsAds }] : [];
  });
}

const isSameItem = (one: OrderItem, other: OrderItem): boolean =>
  one.priceOptionId === other.priceOptionId && one.priceMinorUnits === other.priceMinorUnits;

interface Republication {
  readonly old: Ad;
  readonly ad: Ad;
  /** The placement of the old ad, locked. */
  readonly placementId: string | undefined;
  readonly orders: Pick<Renewal, 'from' | 'to'>;
  readonly at: Date;
}

/** Publishes the copy in the placement of the old ad; it remains a draft if that is not possible. */
async function republish(
  app: OrderServices,
  tx: Tx,
  { old, ad, placementId, orders, at }: Republication,
): Promise<Pick<Republication, 'orders'> & Required<WithTopicUpdates>> {
  const bySystem = { role: 'system', viewer: anonymous, actorId: null } as const;
  const takeAsSystem = (step: AdStep, one: Ad, order: Order, input: Record<string, unknown> = {}) =>
    applyAdStep(
      app,
      tx,
      { ad: one, order },
      { ...bySystem, step, input, loggedInput: toJson({ adName: one.name, adId: one.id, ...input }) },
    );

  if (placementId && !(await hasRoom(tx, { ad, placementId, at }))) return { orders, topicUpdates: [] };
  const ended = checkAdStep(old, 'expireAd', ['system']) ? undefined : await takeAsSystem('expireAd', old, orders.from);
  const from = ended?.order ?? orders.from;
  const published = await takeAsSystem('publishAd', ad, orders.to, placementId ? { placementId } : {});
  // Paid before the old flight ended: its remaining days are added.
  const { endsAt, publishedAt } = published.ad;
  const leftMs = ended && publishedAt ? Number(remainingMsAt(old, publishedAt) ?? 0) : 0;
  if (endsAt && leftMs > 0) await tx.ad.update({ where: { id: ad.id }, data: { endsAt: later(endsAt, leftMs) } });
  return {
    orders: { from, to: published.order ?? orders.to },
    topicUpdates: [...(ended ? topicUpdatesForAd(ended) : []), ...topicUpdatesForAd(published)],
  };
}

/** The last placement of an ad according to its order's timeline; the ad may have been removed since. */
async function findLastPlacement(tx: Tx, { id, orderId }: Ad): Promise<string | undefined> {
  const type: AdStep = 'publishAd';
  const entry = await tx.logEntry.findFirst({
    where: { orderId: orderId ?? '', type, input: { path: ['adId'], equals: id } },
    orderBy: { number: 'desc' },
  });
  const { placementId: named, defaultPlacementId } = (entry?.input ?? {}) as Record<string, unknown>;
  const placementId = named ?? defaultPlacementId;
  return typeof placementId === 'string' ? placementId : undefined;
}

/** True if the placement still exists and has room. It is locked, so this remains true until the ad is assigned. */
async function hasRoom(tx: Tx, publication: { ad: Ad; placementId: string; at: Date }): Promise<boolean> {
  try {
    await decideAssignment(tx, publication);
    return true;
  } catch (error) {
    if (error instanceof InputInvalid) return false;
    throw error;
  }
}
