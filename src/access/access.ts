/**
 * The access conditions: the rows that each viewer may see, as data. Every read takes its condition from here:
 * resolvers, subscriptions, loaders and hand-written statements. No other folder has access conditions.
 */

import { type Ad, Prisma } from '../generated/prisma/client.ts';
import { keysOf } from '../platform/objects.ts';
import { type AdStatus, adRow, adState, adStatuses } from '../process/ad.ts';
import type { PersonRole } from '../process/define.ts';
import { hasScope, type Scope } from './scopes.ts';
import { accountIdsOf, isMember, isOperator, type Viewer } from './viewer.ts';

/** The columns of an order that name a party, and the role of that party. */
const parties = { advertiserId: 'advertiser', sellerId: 'seller' } as const;
type Party = keyof typeof parties;
const partyFields = keysOf(parties);
const columnOf = {
  advertiserId: Prisma.raw('advertiser_id'),
  sellerId: Prisma.raw('seller_id'),
} as const satisfies Record<Party, Prisma.Sql>;

/** The columns of an order on which access depends. */
export type OrderParties = Readonly<Record<Party, string>>;

/**
 * The role of a viewer in an order; undefined for a viewer who is not a participant, and for an application that may
 * not see orders. An operator who is a party acts as that party; a person who belongs to both parties is the advertiser,
 * unless the request names the account of the seller.
 */
export const roleIn = (order: OrderParties, viewer: Viewer): PersonRole | undefined =>
  hasScope(viewer, 'ORDERS_READ') ? partyRoleIn(order, viewer) : undefined;

function partyRoleIn(order: OrderParties, viewer: Viewer): PersonRole | undefined {
  const party = partyFields.find((field) => isSelf(viewer, order[field]));
  return party ? parties[party] : isOperator(viewer) ? 'operator' : undefined;
}

/** The orders that a viewer may see, in any role or in the given one. */
export const visibleOrders = (viewer: Viewer, role?: PersonRole): Prisma.OrderWhereInput =>
  hasScope(viewer, 'ORDERS_READ') ? ordersWithRole(viewer, role) : noRows;

/** The filter of a column that holds one of the accounts of a viewer. */
export function ownedBy(viewer: Viewer): string | { in: string[] } {
  const [first, ...others] = accountIdsOf(viewer);
  // With one account, the statement is the one for which the indexes are made.
  return first !== undefined && others.length === 0 ? first : { in: [...accountIdsOf(viewer)] };
}

/** The orders in which a viewer has a role, whether or not the viewer's scopes allow more than that. */
function ordersWithRole(viewer: Viewer, role?: PersonRole): Prisma.OrderWhereInput {
  if (!isMember(viewer)) return noRows;
  if (role === undefined && isOperator(viewer)) return {};
  const isOwn = ownedBy(viewer);
  if (role === 'operator')
    return isOperator(viewer) ? { NOT: partyFields.map((field) => ({ [field]: isOwn })) } : noRows;
  const fields = partyFields.filter((field) => role === undefined || parties[field] === role);
  return { OR: fields.map((field) => ({ [field]: isOwn })) };
}

/** An access condition for some part of an order, as a filter for statements and as a function for events. */
export interface OrderAccess {
  /** The scope that an application needs. */
  readonly scope: Scope;
  /** The orders whose part the viewer may see. */
  readonly orders: (viewer: Viewer) => Prisma.OrderWhereInput;
  /** True if the order is one of `orders(viewer)`. */
  readonly includes: (order: OrderParties & { readonly id: string }, viewer: Viewer) => boolean;
}

/** Access to an order. */
export const orderAccess: OrderAccess = {
  scope: 'ORDERS_READ',
  orders: visibleOrders,
  includes: (order, viewer) => roleIn(order, viewer) !== undefined,
};

/** Access to the ads of an order: its participants, and the holders of its setup link. */
export const orderAdsAccess: OrderAccess = {
  scope: 'ADS_READ',
  orders: (viewer) => {
    if (viewer.kind === 'setup-link') return { id: viewer.orderId };
    return hasScope(viewer, 'ADS_READ') ? ordersWithRole(viewer) : noRows;
  },
  includes: (order, viewer) => {
    if (viewer.kind === 'setup-link') return order.id === viewer.orderId;
    return hasScope(viewer, 'ADS_READ') && partyRoleIn(order, viewer) !== undefined;
  },
};

/**
 * `visibleOrders` for hand-written SQL: conditions on the columns of "order", one of which must hold. They are separate
 * because each has its own index.
 */
export function visibleOrdersSql(viewer: Viewer, role?: PersonRole): readonly Prisma.Sql[] {
  if (!isMember(viewer) || !hasScope(viewer, 'ORDERS_READ')) return [];
  const isPartySql = (field: Party) =>
    accountIdsOf(viewer).map((accountId) => Prisma.sql`"order".${columnOf[field]} = ${accountId}::uuid`);
  if (role === undefined && isOperator(viewer)) return [Prisma.sql`true`];
  if (role === 'operator')
    return isOperator(viewer) ? [Prisma.sql`not (${Prisma.join(partyFields.flatMap(isPartySql), ' or ')})`] : [];
  return partyFields.filter((field) => role === undefined || parties[field] === role).flatMap(isPartySql);
}

/**
 * The entries of all orders that a viewer may see: conditions on log_entry, one of which must hold. Each has its own
 * index in the order of the feed.
 */
export function visibleEntriesSql(viewer: Viewer): readonly Prisma.Sql[] {
  if (!isMember(viewer) || !hasScope(viewer, 'ORDERS_READ')) return [];
  if (isOperator(viewer)) return [Prisma.sql`true`];
  return partyFields.flatMap((field) =>
    accountIdsOf(viewer).map((accountId) => Prisma.sql`log_entry.${columnOf[field]} = ${accountId}::uuid`),
  );
}

/** The columns of an order that name its parties, as SQL. */
export const partyColumnsSql: Prisma.Sql = Prisma.join(partyFields.map((field) => Prisma.sql`${columnOf[field]}`));

/** The accounts of both parties of a row of "order", as a lateral table `party (account_id)`. */
export const partiesSql: Prisma.Sql = Prisma.sql`lateral (values ${Prisma.join(partyFields.map((field) => Prisma.sql`(${columnOf[field]})`))}) as party (account_id)`;

/** All conditions of `visibleOrdersSql` as one. */
export function visibleOrderSql(viewer: Viewer): Prisma.Sql {
  const conditions = visibleOrdersSql(viewer);
  return conditions.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join([...conditions], ' or ')})`;
}

/** `roleIn` for hand-written SQL: an expression on the columns of "order", for rows that the viewer may see. */
export function roleSql(viewer: Viewer): Prisma.Sql {
  const cases = partyFields.map((field) => Prisma.sql`when ${isOwnPartySql(viewer, field)} then ${parties[field]}`);
  return Prisma.sql`case ${Prisma.join(cases, ' ')} else 'operator' end`;
}

const isOwnPartySql = (viewer: Viewer, field: Party): Prisma.Sql => {
  const [first, ...others] = accountIdsOf(viewer);
  return others.length === 0
    ? Prisma.sql`"order".${columnOf[field]} = ${first ?? null}::uuid`
    : Prisma.sql`"order".${columnOf[field]} = any(${[first, ...others]}::uuid[])`;
};

/**
 * The ads that a viewer may see: those of orders in which the viewer has a role or whose setup link the viewer holds,
 * and the viewer's own.
 */
export function visibleAds(viewer: Viewer): Prisma.AdWhereInput {
  if (viewer.kind === 'setup-link') return { orderId: viewer.orderId };
  if (!isMember(viewer) || !hasScope(viewer, 'ADS_READ')) return noRows;
  return isOperator(viewer)
    ? {}
    : { OR: [{ order: ordersWithRole(viewer) }, { orderId: null, sellerId: ownedBy(viewer) }] };
}

/**
 * `visibleAds` for hand-written SQL: conditions on the columns of ad, one of which must hold. They are separate because each
 * has its own index in the order of the list.
 */
export function visibleAdsSql(viewer: Viewer): readonly Prisma.Sql[] {
  if (viewer.kind === 'setup-link') return [Prisma.sql`ad.order_id = ${viewer.orderId}::uuid`];
  if (!isMember(viewer) || !hasScope(viewer, 'ADS_READ')) return [];
  if (isOperator(viewer)) return [Prisma.sql`true`];
  return partyFields.flatMap((field) =>
    accountIdsOf(viewer).map((accountId) => Prisma.sql`ad.${columnOf[field]} = ${accountId}::uuid`),
  );
}

/** The ads that a viewer may see within an order that the viewer may see: all of them, or none. */
export const adsInVisibleOrder = (viewer: Viewer): Prisma.AdWhereInput => (hasScope(viewer, 'ADS_READ') ? {} : noRows);

/** The ads that a viewer may not see. */
export function hiddenAds(viewer: Viewer): Prisma.AdWhereInput {
  // In SQL, a comparison with the null of an ad without an order is neither true nor false.
  if (viewer.kind === 'setup-link') return { OR: [{ orderId: null }, { orderId: { not: viewer.orderId } }] };
  return isOperator(viewer) ? noRows : { NOT: visibleAds(viewer) };
}

/** The ads that wait for the review of the viewer as their seller: a condition on the columns of ad. */
export function adsToReviewSql(viewer: Viewer): Prisma.Sql {
  const waiting = adStatuses.filter((status) => adState(status).waitingOn === 'seller');
  return Prisma.sql`ad.status in (${Prisma.join(waiting)}) and ad.order_id is not null
    and ad.seller_id = any(${[...accountIdsOf(viewer)]}::uuid[])`;
}

/**
 * The roles of a viewer in an ad: the role in its order or by its setup link. The owner of an ad without an order has
 * both roles, because there is no other party.
 */
export function rolesInAd(
  ad: { readonly sellerId: string; readonly orderId: string | null },
  order: OrderParties | null,
  viewer: Viewer,
): readonly PersonRole[] {
  if (viewer.kind === 'setup-link') return ad.orderId === viewer.orderId ? ['advertiser'] : [];
  if (!isMember(viewer) || !hasScope(viewer, 'ADS_READ')) return [];
  if (order) {
    const role = partyRoleIn(order, viewer);
    return role ? [role] : [];
  }
  return isSelf(viewer, ad.sellerId) ? ['seller', 'advertiser'] : isOperator(viewer) ? ['operator'] : [];
}

/** The statuses of a running ad: those from which it expires. */
const runningStatuses: readonly AdStatus[] = adRow('expireAd').from;

/**
 * The ads that are public at a time: those that run and that no operator has taken down. They are shown wherever their placement is, and their clicks are
 * forwarded. Of the placement itself only slug, name and kind are public.
 */
export const servableAdsFilter = (at: Date): Prisma.AdWhereInput => ({
  status: { in: [...runningStatuses] },
  takenDownAt: null,
  OR: [{ endsAt: null }, { endsAt: { gt: at } }],
});

/** `servableAdsFilter` for an ad that has been read. */
export const isServable = (
  { status, endsAt, takenDownAt }: Pick<Ad, 'status' | 'endsAt' | 'takenDownAt'>,
  at: Date,
): boolean => runningStatuses.includes(status) && !takenDownAt && (!endsAt || endsAt > at);

/** The placements that a viewer may change: the viewer's own. */
export const ownPlacements = (viewer: Viewer): Prisma.PlacementWhereInput =>
  isMember(viewer) && hasScope(viewer, 'ADS_READ') ? { sellerId: ownedBy(viewer) } : noRows;

/** The placements that a viewer may see: the viewer's own; for an operator, all. */
export function visiblePlacements(viewer: Viewer): Prisma.PlacementWhereInput {
  return isOperator(viewer) ? {} : ownPlacements(viewer);
}

/** The placements in which an ad may be published: those of its seller. */
export const placementsFor = (ad: { readonly sellerId: string }): Prisma.PlacementWhereInput => ({
  sellerId: ad.sellerId,
});

/** The spaces that a person may change: the person's own. */
export const ownSpaces = (viewer: Viewer): Prisma.SpaceWhereInput =>
  viewer.kind === 'person' ? { sellerId: ownedBy(viewer) } : noRows;

/** `ownSpaces` for hand-written SQL: a condition on the columns of space. */
export const ownSpacesSql = (viewer: Viewer): Prisma.Sql =>
  viewer.kind === 'person'
    ? Prisma.sql`space.seller_id = any(${[...accountIdsOf(viewer)]}::uuid[])`
    : Prisma.sql`false`;

/** The spaces that can be ordered: listed, not taken down, of a seller that is neither suspended nor closed. */
export const orderableSpaces: Prisma.SpaceWhereInput = {
  status: 'LISTED',
  takenDownAt: null,
  seller: { suspendedAt: null, closedAt: null },
};

/** `orderableSpaces` for hand-written SQL: a condition on the columns of space. */
const orderableSpacesSql = Prisma.sql`(space.status = 'LISTED' and space.taken_down_at is null and exists (
  select from account where account.id = space.seller_id and account.suspended_at is null and account.closed_at is null))`;

/** The spaces that a viewer may see: listed ones, and a person's own in any status. */
export const visibleSpaces = (viewer: Viewer): Prisma.SpaceWhereInput =>
  isOperator(viewer) ? {} : { OR: [orderableSpaces, ownSpaces(viewer)] };

/** `visibleSpaces` for hand-written SQL: a condition on the columns of space. */
export const visibleSpacesSql = (viewer: Viewer): Prisma.Sql =>
  isOperator(viewer) ? Prisma.sql`true` : Prisma.sql`(${orderableSpacesSql} or ${ownSpacesSql(viewer)})`;

/** The account of a person or of an application, as a filter: of several accounts, the oldest membership. */
export function ownAccount(viewer: Viewer): { id: string } | undefined {
  const [id] = accountIdsOf(viewer);
  return id === undefined ? undefined : { id };
}

/** True if this is an account of the viewer. */
export const isSelf = (viewer: Viewer, accountId: string | null): boolean =>
  accountId !== null && accountIdsOf(viewer).includes(accountId);

/** True if a viewer may see an account's private fields, such as its address. No scope shows them to an application. */
export function canSeePrivate(viewer: Viewer, accountId: string): boolean {
  return viewer.kind === 'person' && (isSelf(viewer, accountId) || isOperator(viewer));
}

/** The filter that no row matches. */
export const noRows = { id: { in: [] as string[] } };
