/** The ads of an order that is renewed go on in the order of the next month. */
import { anonymous } from '../access/viewer.ts';
import type { Ad, Order, OrderItem } from '../generated/prisma/client.ts';
import { later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { AdStep } from '../process/ad.ts';
import { toJson } from '../process/fields.ts';
import type { OrderServices, TopicUpdates, WithTopicUpdates } from '../services/order-services.ts';
import { checkAdStep } from './ad.ts';
import { decideAssignment, lockPlacements } from './placements/placements.ts';
import { applyAdStep, lockAd, topicUpdatesForAd } from './take-ad-step.ts';

interface Renewal {
  /** The order whose month is over, locked. */
  readonly from: Order;
  /** The one that was set up for the next, with a draft for each of its items. */
  readonly to: Order;
  readonly at: Date;
}

/**
 * Copies what the old ads are into the drafts of the new order, item by item. Where a space renews its ads, what was
 * published is published unchanged in the place of the old ad, whose run ends. Gives back how far the timeline of the
 * old order goes then, and what is to be told live after the commit.
 */
export async function renewAds(
  app: OrderServices,
  tx: Tx,
  { from, to, at }: Renewal,
): Promise<Pick<Order, 'logNumber'> & WithTopicUpdates> {
  const republications: Omit<Republication, 'orders' | 'at'>[] = [];
  for (const { oldId, draft, renewsAds } of await pairAds(tx, { from, to })) {
    const { ad: old } = await lockAd(tx, oldId, {});
    const { html, imageId, targetUrl } = old;
    const ad = await tx.ad.update({ where: { id: draft.id }, data: { html, imageId, targetUrl, updatedAt: at } });
    if (renewsAds && wasPublished(old)) republications.push({ old, ad, placementId: await findLastPlacement(tx, old) });
  }
  // All of them before the first is changed: others may want the same ones in another order.
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

/** The ads of the old order that go on, each with the draft that takes its place. */
async function pairAds(tx: Tx, { from, to }: Pick<Renewal, 'from' | 'to'>): Promise<Pair[]> {
  const include = { ad: true, priceOption: { include: { space: true } } } as const;
  const read = (orderId: string) =>
    tx.orderItem.findMany({ where: { orderId }, orderBy: { position: 'asc' }, include });
  const [old, drafts] = [await read(from.id), await read(to.id)];
  const unmatched = [...old];
  return drafts.flatMap(({ ad: draft, priceOption, ...item }) => {
    // The items of the new order are some of those of the old one, in the same order.
    const source = unmatched.splice(0, unmatched.findIndex((one) => isSameItem(one, item)) + 1).at(-1);
    return source?.ad && draft ? [{ oldId: source.ad.id, draft, renewsAds: priceOption.space.renewsAds }] : [];
  });
}

const isSameItem = (one: OrderItem, other: OrderItem): boolean =>
  one.priceOptionId === other.priceOptionId && one.priceMinorUnits === other.priceMinorUnits;

interface Republication {
  readonly old: Ad;
  readonly ad: Ad;
  /** Where it was published, locked. */
  readonly placementId: string | undefined;
  readonly orders: Pick<Renewal, 'from' | 'to'>;
  readonly at: Date;
}

/** Publishes the copy where the old ad was published; if it cannot stand there any longer, it stays a draft. */
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
  // Paid before the old run was over: what was left of its days comes on top.
  const { endsAt, publishedAt } = published.ad;
  const leftMs = ended && old.endsAt && publishedAt ? old.endsAt.getTime() - publishedAt.getTime() : 0;
  if (endsAt && leftMs > 0) await tx.ad.update({ where: { id: ad.id }, data: { endsAt: later(endsAt, leftMs) } });
  return {
    orders: { from, to: published.order ?? orders.to },
    topicUpdates: [...(ended ? topicUpdatesForAd(ended) : []), ...topicUpdatesForAd(published)],
  };
}

/** Where an ad was published last, as its order's timeline says; it may have gone from there since. */
async function findLastPlacement(tx: Tx, { id, orderId }: Ad): Promise<string | undefined> {
  const type: AdStep = 'publishAd';
  const entry = await tx.logEntry.findFirst({
    where: { orderId: orderId ?? '', type, input: { path: ['adId'], equals: id } },
    orderBy: { number: 'desc' },
  });
  const placementId = (entry?.input as Record<string, unknown> | undefined)?.['placementId'];
  return typeof placementId === 'string' ? placementId : undefined;
}

/** Whether the placement is still there and has room. It is locked, so that this holds until the ad is in it. */
async function hasRoom(tx: Tx, publication: { ad: Ad; placementId: string; at: Date }): Promise<boolean> {
  try {
    await decideAssignment(tx, publication);
    return true;
  } catch (error) {
    if (error instanceof InputInvalid) return false;
    throw error;
  }
}
