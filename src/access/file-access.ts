/** Access conditions of files. */
import type { FilePurpose, Prisma } from '../generated/prisma/client.ts';
import { hiddenAds, noRows, type OrderParties, ownedBy, visibleAds, visibleOrders, visibleSpaces } from './access.ts';
import { visibleAccounts } from './account-access.ts';
import { hasScope } from './scopes.ts';
import { anonymous, isMember, type Viewer } from './viewer.ts';

/**
 * The files that a viewer has uploaded: those of the accounts of a member, or of the order of a setup link; undefined for
 * anonymous viewers.
 */
function ownUploads(viewer: Viewer): Prisma.FileWhereInput | undefined {
  if (isMember(viewer)) return { accountId: ownedBy(viewer), orderId: null };
  return viewer.kind === 'setup-link' ? { accountId: null, orderId: viewer.orderId } : undefined;
}

/** The stored files, without those that are due for deletion and not used. They are gone before the removal task deletes them. */
export const storedFiles = (now: Date): Prisma.FileWhereInput => ({
  status: 'STORED',
  OR: [
    { deleteAt: null },
    { deleteAt: { gt: now } },
    { ads: { some: {} } },
    { entry: { isNot: null } },
    { picture: { isNot: null } },
    { logoOf: { isNot: null } },
    { marketplaceLogo: { isNot: null } },
  ],
});

/** The files that anonymous visitors see: pictures, logos, and the images of published ads. Shared caches may store them. */
export const publicFiles = (now: Date): Prisma.FileWhereInput => ({
  OR: [visibleFiles(anonymous, now), { ads: { some: { status: 'PUBLISHED' } } }],
});

/**
 * The files that a viewer may see: the viewer's own unless they are attached, those in visible ads, those attached to entries of visible orders,
 * the pictures of visible spaces, and the logos of visible accounts and of the marketplace.
 */
export function visibleFiles(viewer: Viewer, now: Date): Prisma.FileWhereInput {
  const uploader = ownUploads(viewer);
  // An upload that is attached to an entry belongs to its order.
  const inVisibleAds =
    uploader && hasScope(viewer, 'ADS_READ')
      ? [{ ...uploader, entry: { is: null } }, { ads: { some: visibleAds(viewer) } }]
      : [];
  return {
    AND: [
      storedFiles(now),
      {
        OR: [
          ...inVisibleAds,
          { entry: { entry: { order: visibleOrders(viewer) } } },
          { picture: { space: visibleSpaces(viewer) } },
          { AND: [{ logoOf: { isNot: null } }, { logoOf: visibleAccounts(viewer) }] },
          { marketplaceLogo: { isNot: null } },
        ],
      },
    ],
  };
}

/** The files that an account may attach to a step or to a space: its own uploads that are not in use. */
export const filesToAttach = (accountId: string): Prisma.FileWhereInput => ({
  accountId,
  purpose: 'CONTENT',
  ads: { none: {} },
  entry: null,
  picture: null,
});

/** The files that may become a logo: uploads of the account for this purpose that are not in use. */
export const logosOf = ({
  accountId,
  purpose,
}: {
  readonly accountId: string;
  readonly purpose: Exclude<FilePurpose, 'CONTENT'>;
}): Prisma.FileWhereInput => ({ accountId, purpose, logoOf: null, marketplaceLogo: null });

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
  return {
    AND: [{ OR: [uploader, ...parties] }, inVisibleEntry],
    purpose: 'CONTENT',
    ads: { none: hiddenAds(viewer) },
  };
}
