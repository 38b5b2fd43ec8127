/**
 * Who may see which rows, as data. Every read takes its condition from here: resolvers, live events,
 * loaders and the hand-written statements. Nobody writes a condition of access anywhere else.
 */
import { type Ad, Prisma } from '../generated/prisma/client.ts';
import { type AdStatus, adRow, adState, adStatuses } from '../process/ad.ts';
import type { PersonRole } from '../process/define.ts';
import { hasScope, type Scope } from './scopes.ts';
import { applicationOf, isMember, isOperator, type Person, type Viewer } from './viewer.ts';

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

/**
 * The one role that a viewer has in an order; undefined for a stranger, and for an application that may not see orders.
 * An operator who is a party acts as that party.
 */
export const roleIn = (order: OrderParties, viewer: Viewer): PersonRole | undefined =>
  hasScope(viewer, 'orders:read') ? partIn(order, viewer) : undefined;

function partIn(order: OrderParties, viewer: Viewer): PersonRole | undefined {
  if (!isMember(viewer)) return undefined;
  const party = partyFields.find((field) => order[field] === viewer.accountId);
  return party ? parties[party] : isOperator(viewer) ? 'operator' : undefined;
}

/** The orders that a viewer may see, in any role or in the one given. */
export const visibleOrders = (viewer: Viewer, role?: PersonRole): Prisma.OrderWhereInput =>
  hasScope(viewer, 'orders:read') ? ordersOf(viewer, role) : nothing;

/** The orders in which a viewer has a part, whether or not it may see more of them than that. */
function ordersOf(viewer: Viewer, role?: PersonRole): Prisma.OrderWhereInput {
  if (!isMember(viewer)) return nothing;
  if (role === undefined && isOperator(viewer)) return {};
  if (role === 'operator')
    return isOperator(viewer) ? { NOT: partyFields.map((field) => ({ [field]: viewer.accountId })) } : nothing;
  const fields = partyFields.filter((field) => role === undefined || parties[field] === role);
  return { OR: fields.map((field) => ({ [field]: viewer.accountId })) };
}

/** Who may see something of an order, in the form for statements and in the form for live events. */
export interface OrderAccess {
  /** What an application needs for it. */
  readonly scope: Scope;
  /** The orders of which the viewer may see it. */
  readonly orders: (viewer: Viewer) => Prisma.OrderWhereInput;
  /** Whether this order is one of them. */
  readonly includes: (order: OrderParties & { readonly id: string }, viewer: Viewer) => boolean;
}

/** Who may see an order. */
export const orderAccess: OrderAccess = {
  scope: 'orders:read',
  orders: visibleOrders,
  includes: (order, viewer) => roleIn(order, viewer) !== undefined,
};

/** Who may see the ads of an order: who has a part in it, and who holds its setup link. */
export const orderAdsAccess: OrderAccess = {
  scope: 'ads:read',
  orders: (viewer) => {
    if (viewer.kind === 'setup-link') return { id: viewer.orderId };
    return hasScope(viewer, 'ads:read') ? ordersOf(viewer) : nothing;
  },
  includes: (order, viewer) => {
    if (viewer.kind === 'setup-link') return order.id === viewer.orderId;
    return hasScope(viewer, 'ads:read') && partIn(order, viewer) !== undefined;
  },
};

/**
 * The same as `visibleOrders` for hand-written SQL: conditions on the columns of "order", of which one must hold.
 * They come one by one because each has its own index.
 */
export function visibleOrdersSql(viewer: Viewer, role?: PersonRole): readonly Prisma.Sql[] {
  if (!isMember(viewer) || !hasScope(viewer, 'orders:read')) return [];
  const mine = (field: Party) => Prisma.sql`"order".${columnOf[field]} = ${viewer.accountId}::uuid`;
  if (role === undefined && isOperator(viewer)) return [Prisma.sql`true`];
  if (role === 'operator')
    return isOperator(viewer) ? [Prisma.sql`not (${Prisma.join(partyFields.map(mine), ' or ')})`] : [];
  return partyFields.filter((field) => role === undefined || parties[field] === role).map(mine);
}

/** The entries that a viewer may see, across orders: conditions on log_entry, of which one must hold, each with an index in feed order. */
export function visibleEntriesSql(viewer: Viewer): readonly Prisma.Sql[] {
  if (!isMember(viewer) || !hasScope(viewer, 'orders:read')) return [];
  if (isOperator(viewer)) return [Prisma.sql`true`];
  return partyFields.map((field) => Prisma.sql`log_entry.${columnOf[field]} = ${viewer.accountId}::uuid`);
}

/** The columns of an order that name its parties. */
export const partyColumnsSql: Prisma.Sql = Prisma.join(partyFields.map((field) => Prisma.sql`${columnOf[field]}`));

/** The accounts of both parties of a row of "order", as a table `party (account_id)` beside it. */
export const partiesSql: Prisma.Sql = Prisma.sql`lateral (values ${Prisma.join(partyFields.map((field) => Prisma.sql`(${columnOf[field]})`))}) as party (account_id)`;

/** One condition for all of `visibleOrdersSql`. */
export function visibleOrderSql(viewer: Viewer): Prisma.Sql {
  const conditions = visibleOrdersSql(viewer);
  return conditions.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join([...conditions], ' or ')})`;
}

/** `roleIn` for hand-written SQL: an expression on the columns of "order", for rows that the viewer may see. */
export function roleSql(viewer: Viewer): Prisma.Sql {
  const accountId = isMember(viewer) ? viewer.accountId : null;
  const cases = partyFields.map(
    (field) => Prisma.sql`when "order".${columnOf[field]} = ${accountId}::uuid then ${parties[field]}`,
  );
  return Prisma.sql`case ${Prisma.join(cases, ' ')} else 'operator' end`;
}

/** The payments that a viewer may see: those of the orders that the viewer may see. */
export const visiblePayments = (viewer: Viewer): Prisma.PaymentWhereInput => ({ order: visibleOrders(viewer) });

/** The money about which a viewer has to decide what becomes of it. */
export const ordersWithPaymentException = (viewer: Viewer): Prisma.PaymentMovementWhereInput =>
  isOperator(viewer) ? { needsOperator: true } : nothing;

/** The ads that a viewer may see: those of orders that the viewer has a part in or the setup link of, and one's own. */
export function visibleAds(viewer: Viewer): Prisma.AdWhereInput {
  if (viewer.kind === 'setup-link') return { orderId: viewer.orderId };
  if (!isMember(viewer) || !hasScope(viewer, 'ads:read')) return nothing;
  return isOperator(viewer) ? {} : { OR: [{ order: ordersOf(viewer) }, { orderId: null, sellerId: viewer.accountId }] };
}

/** Of the ads of an order that the viewer may see, those that the viewer may see: all of them, or none. */
export const adsInVisibleOrder = (viewer: Viewer): Prisma.AdWhereInput => (hasScope(viewer, 'ads:read') ? {} : nothing);

/** The ads that a viewer may not see: the others. */
export function hiddenAds(viewer: Viewer): Prisma.AdWhereInput {
  // To the database, an ad without an order is neither of this order nor not.
  if (viewer.kind === 'setup-link') return { OR: [{ orderId: null }, { orderId: { not: viewer.orderId } }] };
  return isOperator(viewer) ? nothing : { NOT: visibleAds(viewer) };
}

/** Of the visible ads, those that wait for the viewer to review them as the seller. */
export function adsToReview(viewer: Viewer): Prisma.AdWhereInput {
  const waiting = adStatuses.filter((status) => adState(status).waitingOn === 'seller');
  return { status: { in: waiting }, order: ordersOf(viewer, 'seller') };
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
  if (!isMember(viewer) || !hasScope(viewer, 'ads:read')) return [];
  if (order) {
    const role = partIn(order, viewer);
    return role ? [role] : [];
  }
  return ad.sellerId === viewer.accountId ? ['seller', 'advertiser'] : isOperator(viewer) ? ['operator'] : [];
}

/** The statuses in which an ad runs: those out of which it expires. */
const running: readonly AdStatus[] = adRow('expireAd').from;

/**
 * The ads that are public at this moment: those that run. Anybody is shown them where they stand in a placement, and
 * their clicks lead on; of the placement itself, only its slug, name and kind are public.
 */
export const servableAdsFilter = (at: Date): Prisma.AdWhereInput => ({
  status: { in: [...running] },
  OR: [{ endsAt: null }, { endsAt: { gt: at } }],
});

/** The same as `servableAdsFilter`, for an ad that was read. */
export const isServable = ({ status, endsAt }: Pick<Ad, 'status' | 'endsAt'>, at: Date): boolean =>
  running.includes(status) && (!endsAt || endsAt > at);

/** The placements that a viewer may change: one's own. */
export const ownPlacements = (viewer: Viewer): Prisma.PlacementWhereInput =>
  isMember(viewer) && hasScope(viewer, 'ads:read') ? { sellerId: viewer.accountId } : nothing;

/** The placements that a viewer may see: one's own. */
export function visiblePlacements(viewer: Viewer): Prisma.PlacementWhereInput {
  return isOperator(viewer) ? {} : ownPlacements(viewer);
}

/** The placements that an ad may be published into: those of its seller. */
export const placementsFor = (ad: { readonly sellerId: string }): Prisma.PlacementWhereInput => ({
  sellerId: ad.sellerId,
});

/** The spaces that a viewer may change: in person, one's own. */
export const ownSpaces = (viewer: Viewer): Prisma.SpaceWhereInput =>
  viewer.kind === 'person' ? { sellerId: viewer.accountId } : nothing;

/** The spaces that a viewer may see: what is listed, and, in person, one's own. */
export function visibleSpaces(viewer: Viewer): Prisma.SpaceWhereInput {
  if (viewer.kind !== 'person') return { isListed: true };
  return viewer.isOperator ? {} : { OR: [{ isListed: true }, { sellerId: viewer.accountId }] };
}

/** The same as `visibleSpaces` for hand-written SQL: a condition on the columns of space. */
export function visibleSpacesSql(viewer: Viewer): Prisma.Sql {
  if (viewer.kind !== 'person') return Prisma.sql`space.is_listed`;
  return viewer.isOperator
    ? Prisma.sql`true`
    : Prisma.sql`(space.is_listed or space.seller_id = ${viewer.accountId}::uuid)`;
}

/** The sellers whose profile a viewer may see: those of whom the viewer may see a space. */
export const visibleSellers = (viewer: Viewer): Prisma.AccountWhereInput => ({
  spaces: { some: visibleSpaces(viewer) },
});

/** The accounts that a viewer may look up: oneself, sellers with something listed, and the other party of a common order. */
export function visibleAccounts(viewer: Viewer): Prisma.AccountWhereInput {
  const sellers = visibleSellers(viewer);
  if (!isMember(viewer)) return sellers;
  if (isOperator(viewer)) return {};
  const { accountId } = viewer;
  const common = [
    { ordersAsSeller: { some: { advertiserId: accountId } } },
    { ordersAsAdvertiser: { some: { sellerId: accountId } } },
  ];
  return { OR: [{ id: accountId }, sellers, ...(hasScope(viewer, 'orders:read') ? common : [])] };
}

/** The account that a viewer has or stands for, by its id; undefined for anybody else. */
export const ownAccount = (viewer: Viewer): { id: string } | undefined =>
  isMember(viewer) ? { id: viewer.accountId } : undefined;

/** Whether this is the account that the viewer has or stands for. */
export const isSelf = (viewer: Viewer, accountId: string | null): boolean =>
  isMember(viewer) && viewer.accountId === accountId;

/** Whether the viewer did something, in person or as the application that did it. */
export const isOwnAction = (
  viewer: Viewer,
  { actorId, applicationId }: { readonly actorId: string | null; readonly applicationId: string | null },
): boolean => isSelf(viewer, actorId) && applicationOf(viewer) === applicationId;

/** Whether a viewer may read an account's private fields (its address). No scope shows them to an application. */
export function canSeePrivate(viewer: Viewer, accountId: string): boolean {
  return viewer.kind === 'person' && (viewer.accountId === accountId || viewer.isOperator);
}

/** The applications that a viewer may see and change: those of one's account. An application sees itself. */
export function visibleApplications(viewer: Viewer): Prisma.ApplicationWhereInput {
  if (!isMember(viewer)) return nothing;
  if (viewer.kind === 'application') return { id: viewer.applicationId, deletedAt: null };
  return { deletedAt: null, ...(viewer.isOperator ? {} : { accountId: viewer.accountId }) };
}

/** The endpoints of webhooks that a viewer may see: those of the applications that one may see. */
export const visibleWebhookEndpoints = (viewer: Viewer): Prisma.WebhookEndpointWhereInput => ({
  deletedAt: null,
  application: visibleApplications(viewer),
});

/** The endpoints that a viewer may change: those that one may see; an application those alone that it has made itself. */
export const changeableWebhookEndpoints = (viewer: Viewer): Prisma.WebhookEndpointWhereInput => ({
  ...visibleWebhookEndpoints(viewer),
  ...(viewer.kind === 'application' ? { keyId: { not: null } } : {}),
});

/** Whether a viewer may make applications for this account. */
export const mayMakeApplicationsFor = (viewer: Person, accountId: string): boolean =>
  viewer.isOperator || viewer.accountId === accountId;

/** The condition that no row meets. */
export const nothing = { id: { in: [] as string[] } };
