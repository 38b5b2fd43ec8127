/** The size at which a placement shows its ads: that of the spaces that it belongs to. */
import { type Ad, Prisma, type Space } from '../../generated/prisma/client.ts';
import type { Tx } from '../../platform/db.ts';

/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type SizedSpace = Pick<Space, 'formatWidth' | 'formatHeight' | 'imageWidth' | 'imageHeight'>;

/** A space of an ad in a placement; the ad is null for the spaces whose default placement it is. */
type SpaceOfPlacement = SizedSpace & { readonly placementId: string; readonly adId: string | null };

/** The spaces of these placements, by the id of the placement. */
export async function readSpacesOfPlacements(
  db: Tx,
  placementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SpaceOfPlacement[]>> {
  const columns = Prisma.sql`space.format_width as "formatWidth", space.format_height as "formatHeight",
    space.image_width as "imageWidth", space.image_height as "imageHeight"`;
  const rows = await db.$queryRaw<SpaceOfPlacement[]>`
    select default_placement_id as "placementId", null::uuid as "adId", ${columns} from space
    where default_placement_id = any(${[...placementIds]}::uuid[])
    union all
    select entry.placement_id, ad.id, ${columns} from placement_entry entry join ad on ad.id = entry.ad_id
      join order_item item on item.id = ad.item_id join price_option on price_option.id = item.price_option_id
      join space on space.id = price_option.space_id
    where entry.placement_id = any(${[...placementIds]}::uuid[])`;
  return Map.groupBy(rows, ({ placementId }) => placementId);
}

/** The size of each placement, in the order of the ids; null if its spaces have none or differ. */
export async function readPlacementSizes(db: Tx, placementIds: readonly string[]): Promise<readonly (Size | null)[]> {
  const spaces = await readSpacesOfPlacements(db, placementIds);
  return placementIds.map((id) => sizeOfPlacement(spaces.get(id) ?? []));
}

/** The size of the space that an ad was bought for; null if the space has none, or the ad has no order. */
export async function readSizeOfAd(db: Tx, { itemId }: Pick<Ad, 'itemId'>): Promise<Size | null> {
  const space = itemId
    ? await db.space.findFirst({ where: { options: { some: { items: { some: { id: itemId } } } } } })
    : null;
  return space && sizeOfSpace(space);
}

/** The size of the spaces whose default placement it is, or else of the spaces of its ads. */
function sizeOfPlacement(spaces: readonly SpaceOfPlacement[]): Size | null {
  const own = spaces.filter(({ adId }) => adId === null);
  return commonSize(own.length > 0 ? own : spaces);
}

/** The size of a space: that of its format, or of the images that it accepts; null if it has none. */
function sizeOfSpace({ formatWidth, formatHeight, imageWidth, imageHeight }: SizedSpace): Size | null {
  if (formatWidth && formatHeight) return { width: formatWidth, height: formatHeight };
  return imageWidth && imageHeight ? { width: imageWidth, height: imageHeight } : null;
}

/** The size that these spaces have in common; null if they differ. */
export function commonSize(spaces: readonly SizedSpace[]): Size | null {
  const [first, ...others] = spaces.map(sizeOfSpace);
  const isSame = (size: Size | null) => size?.width === first?.width && size?.height === first?.height;
  return first && others.every(isSame) ? first : null;
}
