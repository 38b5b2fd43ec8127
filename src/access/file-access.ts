/** Who may see which files, and who may take which into use. */
import type { Prisma } from '../generated/prisma/client.ts';
import { hiddenAds, nothing, type OrderParties, visibleAds, visibleOrders } from './access.ts';
import { hasScope } from './scopes.ts';
import { isMember, type Viewer } from './viewer.ts';

/** As whom a viewer uploads: a member by the account, holders of a setup link by its order; undefined for nobody. */
export function uploaderOf(viewer: Viewer): { accountId: string | null; orderId: string | null } | undefined {
  if (isMember(viewer)) return { accountId: viewer.accountId, orderId: null };
  return viewer.kind === 'setup-link' ? { accountId: null, orderId: viewer.orderId } : undefined;
}

/** The files that a viewer may see: one's own, those in ads that the viewer may see, and those of steps of visible orders. */
export function visibleFiles(viewer: Viewer): Prisma.FileWhereInput {
  const uploader = uploaderOf(viewer);
  if (!uploader) return nothing;
  const ofAds = hasScope(viewer, 'ads:read') ? [uploader, { ads: { some: visibleAds(viewer) } }] : [];
  return { status: 'STORED', OR: [...ofAds, { entry: { entry: { order: visibleOrders(viewer) } } }] };
}

/** The files that may go with a step that this account takes: those that it has uploaded, and that are in use nowhere. */
export const filesToAttach = (accountId: string): Prisma.FileWhereInput => ({
  accountId,
  ads: { none: {} },
  entry: null,
});

/**
 * The files that a viewer may put into an ad: those that the viewer uploaded, or for an ad of an order whoever works on
 * it (its parties, the holders of its setup link), and that are in no ad, and go with no step, that the viewer may not see.
 */
export function filesFor(
  viewer: Viewer,
  order: (OrderParties & { readonly id: string }) | null,
): Prisma.FileWhereInput {
  const uploader = uploaderOf(viewer);
  if (!uploader) return nothing;
  const parties = order ? [{ orderId: order.id }, { accountId: { in: [order.advertiserId, order.sellerId] } }] : [];
  const unlessHidden = { OR: [{ entry: null }, { entry: { entry: { order: visibleOrders(viewer) } } }] };
  return { AND: [{ OR: [uploader, ...parties] }, unlessHidden], ads: { none: hiddenAds(viewer) } };
}
