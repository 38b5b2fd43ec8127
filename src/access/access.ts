/**
 * Who may see which rows, as data. Every read takes its condition from here: resolvers, live events,
 * loaders and the hand-written statements. Nobody writes a condition of access anywhere else.
 */
import { type Ad, Prisma } from '../generated/prisma/client.ts';
import { adRow, adState, adStatuses } from '../process/ad.ts';
import type { PersonRole } from '../process/define.ts';
import type { Viewer } from './viewer.ts';

/** The columns of an order that name a party, and the role that each gives. */
const parties = { advertiserId: 'advertiser', sellerId: 'seller' } as const;
type Party = keyof typeof parties;
// Object.keys forgets the type of the keys.
const partyFields = Object.keys(parties) as Party[];
const columnOf = {
  advertiserId: Prisma.raw('advertiser_id'),
  sellerId: Prisma.raw('seller_id'),
} as const satisfies Record<Party, Prisma.Sql>;

/** An order, as far as access to it is decided by it. */
export type OrderParties = Readonly<Record<Party, string>>;

/** The one role that a viewer has in an order; undefined for a stranger. An operator who is a party acts as that party. */
export function roleIn(order: OrderParties, viewer: Viewer): PersonRole | undefined {
  if (viewer.kind !== 'person') return undefined;
  const party = partyFields.find((field) => order[field] === viewer.accountId);
  return party ? parties[party] : viewer.isOperator ? 'operator' : undefined;
}

/** The orders that a viewer may see, in any role or in the one given. */
export function visibleOrders(viewer: Viewer, role?: PersonRole): Prisma.OrderWhereInput {
  if (viewer.kind !== 'person') return nothing;
  if (role === undefined && viewer.isOperator) return {};
  if (role === 'operator')
    return viewer.isOperator ? { NOT: partyFields.map((field) => ({ [field]: viewer.accountId })) } : nothing;
  const fields = partyFields.filter((field) => role === undefined || parties[field] === role);
  return { OR: fields.map((field) => ({ [field]: viewer.accountId })) };
}

/** Who may see something of an order, in the form for statements and in the form for live events. */
export interface OrderAccess {
  /** The orders of which the viewer may see it. */
  readonly orders: (viewer: Viewer) => Prisma.OrderWhereInput;
  /** Whether this order is one of them. */
  readonly holds: (order: OrderParties & { readonly id: string }, viewer: Viewer) => boolean;
}

/** Who may see an order. */
export const orderAccess: OrderAccess = {
  orders: visibleOrders,
  holds: (order, viewer) => roleIn(order, viewer) !== undefined,
};

/** Who may see the ads of an order: who may see the order, and who holds its setup link. */
export const orderAdsAccess: OrderAccess = {
  orders: (viewer) => (viewer.kind === 'setup-link' ? { id: viewer.orderId } : visibleOrders(viewer)),
  holds: (order, viewer) =>
    viewer.kind === 'setup-link' ? order.id === viewer.orderId : orderAccess.holds(order, viewer),
};

/**
 * The same as `visibleOrders` for hand-written SQL: conditions on the columns of "order", of which one must hold.
 * They come one by one because each has its own index.
 */
export function visibleOrdersSql(viewer: Viewer, role?: PersonRole): readonly Prisma.Sql[] {
  if (viewer.kind !== 'person') return [];
  const mine = (field: Party) => Prisma.sql`"order".${columnOf[field]} = ${viewer.accountId}::uuid`;
  if (role === undefined && viewer.isOperator) return [Prisma.sql`true`];
  if (role === 'operator')
    return viewer.isOperator ? [Prisma.sql`not (${Prisma.join(partyFields.map(mine), ' or ')})`] : [];
  return partyFields.filter((field) => role === undefined || parties[field] === role).map(mine);
}

/** One condition for all of `visibleOrdersSql`. */
export function visibleOrderSql(viewer: Viewer): Prisma.Sql {
  const conditions = visibleOrdersSql(viewer);
  return conditions.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join([...conditions], ' or ')})`;
}

/** `roleIn` for hand-written SQL: an expression on the columns of "order", for rows that the viewer may see. */
export function roleSql(viewer: Viewer): Prisma.Sql {
  const accountId = viewer.kind === 'person' ? viewer.accountId : null;
  const cases = partyFields.map(
    (field) => Prisma.sql`when "order".${columnOf[field]} = ${accountId}::uuid then ${parties[field]}`,
  );
  return Prisma.sql`case ${Prisma.join(cases, ' ')} else 'operator' end`;
}

/** The ads that a viewer may see: those of orders that the viewer may see or has the setup link of, and one's own. */
export function visibleAds(viewer: Viewer): Prisma.AdWhereInput {
  if (viewer.kind === 'setup-link') return { orderId: viewer.orderId };
  if (viewer.kind !== 'person') return nothing;
  return viewer.isOperator
    ? {}
    : { OR: [{ order: visibleOrders(viewer) }, { orderId: null, sellerId: viewer.accountId }] };
}

/** Of the visible ads, those that wait for the viewer to review them as the seller. */
export function adsToReview(viewer: Viewer): Prisma.AdWhereInput {
  const waiting = adStatuses.filter((status) => adState(status).waitsFor === 'seller');
  return { status: { in: waiting }, order: visibleOrders(viewer, 'seller') };
}

/**
 * The parts that a viewer has in an ad: the one that the order or its setup link gives, or, for an ad without an
 * order, both of its owner's: nobody else works on it.
 */
export function rolesInAd(
  ad: { readonly sellerId: string; readonly orderId: string | null },
  order: OrderParties | null,
  viewer: Viewer,
): readonly PersonRole[] {
  if (viewer.kind === 'setup-link') return ad.orderId === viewer.orderId ? ['advertiser'] : [];
  if (order) {
    const role = roleIn(order, viewer);
    return role ? [role] : [];
  }
  if (viewer.kind !== 'person') return [];
  return ad.sellerId === viewer.accountId ? ['seller', 'advertiser'] : viewer.isOperator ? ['operator'] : [];
}

/** The statuses in which an ad runs: those out of which it expires. */
const running: readonly string[] = adRow('expireAd').from;

/**
 * The ads that are public at this moment: those that run. Anybody is shown them where they stand in a placement, and
 * their clicks lead on; of the placement itself, only its slug, name and kind are public.
 */
export const shownAds = (at: Date): Prisma.AdWhereInput => ({
  status: { in: [...running] },
  OR: [{ endsAt: null }, { endsAt: { gt: at } }],
});

/** The same as `shownAds`, for an ad that was read. */
export const mayBeShown = ({ status, endsAt }: Pick<Ad, 'status' | 'endsAt'>, at: Date): boolean =>
  running.includes(status) && (!endsAt || endsAt > at);

/** The placements that a viewer may change: one's own. */
export const ownPlacements = (viewer: Viewer): Prisma.PlacementWhereInput =>
  viewer.kind === 'person' ? { sellerId: viewer.accountId } : nothing;

/** The placements that a viewer may see: one's own. */
export function visiblePlacements(viewer: Viewer): Prisma.PlacementWhereInput {
  return viewer.kind === 'person' && viewer.isOperator ? {} : ownPlacements(viewer);
}

/** The placements that an ad may be published into: those of its seller. */
export const placementsFor = (ad: { readonly sellerId: string }): Prisma.PlacementWhereInput => ({
  sellerId: ad.sellerId,
});

/** The spaces that a viewer may see: what is listed, and one's own. */
export function visibleSpaces(viewer: Viewer): Prisma.SpaceWhereInput {
  if (viewer.kind !== 'person') return { isListed: true };
  return viewer.isOperator ? {} : { OR: [{ isListed: true }, { sellerId: viewer.accountId }] };
}

/** The accounts that a viewer may look up: oneself, sellers with something listed, and the other party of a common order. */
export function visibleAccounts(viewer: Viewer): Prisma.AccountWhereInput {
  const sellers: Prisma.AccountWhereInput = { spaces: { some: { isListed: true } } };
  if (viewer.kind !== 'person') return sellers;
  if (viewer.isOperator) return {};
  return {
    OR: [
      { id: viewer.accountId },
      sellers,
      { asSeller: { some: { advertiserId: viewer.accountId } } },
      { asAdvertiser: { some: { sellerId: viewer.accountId } } },
    ],
  };
}

/** Whether a viewer may read an account's private fields (its address). */
export function maySeePrivately(viewer: Viewer, accountId: string): boolean {
  return viewer.kind === 'person' && (viewer.accountId === accountId || viewer.isOperator);
}

const nothing = { id: { in: [] as string[] } };
