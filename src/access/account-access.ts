/** Access conditions of accounts. */
import type { Prisma } from '../generated/prisma/client.ts';
import { ownedBy, visibleSpaces } from './access.ts';
import { hasScope } from './scopes.ts';
import { isMember, isOperator, type Viewer } from './viewer.ts';

/** The sellers whose profile a viewer may see: those with a visible space. */
export const visibleSellers = (viewer: Viewer): Prisma.AccountWhereInput => ({
  spaces: { some: visibleSpaces(viewer) },
});

/**
 * The accounts that a viewer may see: the viewer's own, sellers with a visible space, and the other parties of the
 * viewer's orders.
 */
export function visibleAccounts(viewer: Viewer): Prisma.AccountWhereInput {
  const sellers = visibleSellers(viewer);
  if (!isMember(viewer)) return sellers;
  if (isOperator(viewer)) return {};
  const isOwn = ownedBy(viewer);
  const common = [
    { ordersAsSeller: { some: { advertiserId: isOwn } } },
    { ordersAsAdvertiser: { some: { sellerId: isOwn } } },
  ];
  return { OR: [{ id: isOwn }, sellers, ...(hasScope(viewer, 'ORDERS_READ') ? common : [])] };
}
