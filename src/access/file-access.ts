/** Access conditions of files. */
import type { Prisma } from '../generated/prisma/client.ts';
import { hiddenAds, noRows, type OrderParties, ownedBy, visibleAds, visibleOrders, visibleSpaces } from './access.ts';
import { hasScope } from './scopes.ts';
import { isMember, type Viewer } from './viewer.ts';

/**
 * The files that a viewer has uploaded: those of the accounts of a member, or of the order of a setup link; undefined for
 * anonymous viewers.
 */
function ownUploads(viewer: Viewer): Prisma.FileWhereInput | undefined {
  if (isMember(viewer)) return { accountId: ownedBy(viewer), orderId: null };
  return viewer.kind === 'setup-link' ? { accountId: null, orderId: viewer.orderId } : undefined;
}

/**
 * The files that a viewer may see: the viewer's own, those in visible ads, those attached to entries of visible orders,
 * and the pictures of visible spaces.
 */
export function visibleFiles(viewer: Viewer): Prisma.FileWhereInput {
  const uploader = ownUploads(viewer);
  const inVisibleAds =
    uploader && hasScope(viewer, 'ADS_READ') ? [uploader, { ads: { some: visibleAds(viewer) } }] : [];
  return {
    status: 'STORED',
    OR: [
      ...inVisibleAds,
      { entry: { entry: { order: visibleOrders(viewer) } } },
      { picture: { space: visibleSpaces(viewer) } },
    ],
  };
}

/** The files that an account may attach to a step or to a space: its own uploads that are not in use. */
export const filesToAttach = (accountId: string): Prisma.FileWhereInput => ({
  accountId,
  ads: { none: {} },
  entry: null,
  picture: null,
});

/**
 * The files that a viewer may use in an ad: the viewer's own uploads, and for an ad of an order those of its
 * participants and of the holders of its setup link. A file in an ad or entry that the viewer may not see is excluded.
 */
export function filesFor(
  viewer: Viewer,
  order: (OrderParties & { readonly id: string }) | null,
): Prisma.FileWhereInput {
  const uploader = ownUploads(viewer);
  if (!uploader) return noRows;
  const parties = order ? [{ orderId: order.id }, { accountId: { in: [order.advertiserId, order.sellerId] } }] : [];
  const inVisibleEntry = { OR: [{ entry: null }, { entry: { entry: { order: visibleOrders(viewer) } } }] };
  return { AND: [{ OR: [uploader, ...parties] }, inVisibleEntry], ads: { none: hiddenAds(viewer) } };
}
